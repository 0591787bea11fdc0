"""A short run of what ``make fuzz`` does for as long as one likes."""

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from phr.formats.sniff import Format
from tests.fuzz.mutations import mutated
from tests.fuzz.seeds import formats, seeds
from tests.fuzz.targets import Target, intake, targets

TARGETS = targets()
SHORT = settings(
    max_examples=80,
    deadline=None,  # the law has a limit of its own, in processor time
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


@pytest.fixture(scope="module")
def take() -> Iterator[Target]:
    with intake() as target:
        yield target


@pytest.mark.parametrize("form", formats())
def test_a_sound_file_is_taken(form: Format, take: Target) -> None:
    for seed in seeds(form):
        TARGETS[form.value](seed)
        take(seed)


@pytest.mark.parametrize("form", formats())
@SHORT
@given(data=st.data())
def test_items_or_a_refusal(form: Format, data: st.DataObject) -> None:
    TARGETS[form.value](data.draw(mutated(form)))


@SHORT
@given(data=st.data())
def test_the_whole_way_in(take: Target, data: st.DataObject) -> None:
    take(data.draw(mutated(data.draw(st.sampled_from(formats())))))
