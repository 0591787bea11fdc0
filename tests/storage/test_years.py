"""The years of a record are those by which its entries are found."""

from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from phr.entry import Kind
from storage import curate, entries
from storage.entries import Filter
from storage.people import add_person
from storage.vault import Vault
from storage.years import years

_DATES = st.one_of(
    st.none(),
    st.integers(2, 9998).map("{:04}".format),
    st.dates(min_value=date(2, 1, 1), max_value=date(9998, 1, 1)).map(str),
    st.sampled_from(["2021-01-01T00:30:00+02:00", "2020-12-31T23:30:00-05:00"]),
)


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(dates=st.lists(_DATES, max_size=8))
def test_each_year_finds_its_entries_and_no_year_is_left_out(vault: Vault, dates: list[str | None]) -> None:
    person, other = add_person(vault, "A").id, add_person(vault, "B").id
    for one in dates:
        curate.add_own(vault, person, Kind.NOTE, "x", date=one)
    curate.add_own(vault, other, Kind.NOTE, "x", date="1234")
    found = years(vault, person)
    assert found == sorted(set(found), reverse=True)
    counts = []
    for year in found:
        text = f"{year:04}"
        counts.append(entries.count(vault, Filter(person=person, date_from=text, date_to=text)))
    assert all(counts)
    assert sum(counts) == sum(one is not None for one in dates)
    assert set(found) | {1234} <= set(years(vault))
