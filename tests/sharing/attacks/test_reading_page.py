"""The spoilt files in the reading page itself, in Chromium: each refused, with its sentence, soon."""

import pytest

from sharing.envelope import Mode
from tests.sharing.attacks.conftest import ReadingPage
from tests.sharing.attacks.envelopes import Case, Material, absurd
from tests.sharing.reader_packages import seal

pytestmark = pytest.mark.browser

BEFORE_ASKING = ("This file is damaged", "This is not a protected document", "This file was made by a newer")
REFUSED = (*BEFORE_ASKING, "This code does not open this file")


@pytest.fixture(scope="module")
def material() -> Material:
    return Material()


def test_every_spoilt_file_is_refused(reading_page: ReadingPage, material: Material) -> None:
    cases = material.cases()
    start = reading_page.processor_seconds()
    answers = reading_page.told(material.bytes, cases, material.own.card())
    assert reading_page.processor_seconds() - start < len(cases) / 10
    assert len(answers) == len(cases)
    for case, answer in zip(cases, answers, strict=True):
        assert answer.startswith(REFUSED), (case.name, answer)
    assert all(any(answer.startswith(one) for answer in answers) for one in REFUSED)
    whole = Case("as it was made", (slice(0, len(material.own.envelope)),))
    (answer,) = reading_page.told(material.bytes, [whole], material.own.card())
    assert answer.startswith("The file opened, but its content cannot be read"), "it is no Bundle"


@pytest.mark.parametrize("case", absurd(), ids=lambda case: case.name)
def test_an_absurd_file_costs_nothing(reading_page: ReadingPage, case: Case) -> None:
    start = reading_page.processor_seconds()
    (answer,) = reading_page.told(b"", [case], "0" * 24)
    assert reading_page.processor_seconds() - start < 1
    assert answer.startswith(BEFORE_ASKING)


def test_a_wrap_whose_header_was_changed_does_not_open(reading_page: ReadingPage) -> None:
    """One bit of each value that the parser lets pass. Each costs the page Argon2id's second, so not every byte."""
    sealed, other = (seal(b"{}", Mode.CODE) for _ in range(2))
    cases = []
    for name in (b'"gid":"', b'"salt":"', b'"share":"'):
        at = sealed.envelope.index(name) + len(name)
        changed = b"1" if sealed.envelope[at : at + 1] != b"1" else b"2"
        cases.append(Case(name.decode(), (sealed.envelope[:at], changed, sealed.envelope[at + 1 :])))
    answers = reading_page.told(b"", cases, sealed.words)
    answers += reading_page.told(b"", [Case("another's", (other.envelope,))], sealed.words)
    assert [answer.partition(".")[0] for answer in answers] == ["These words do not open this file"] * 4
