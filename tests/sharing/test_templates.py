"""Templates by purpose: a proposal for each speciality, topics asked about, what lasts however old."""

from datetime import UTC, datetime

import pytest

from phr.entry import Kind
from sharing.envelope import Mode
from sharing.scope import Scope
from sharing.templates import for_specialty, template, templates, topics_of

NOW = datetime(2026, 3, 2, tzinfo=UTC)


@pytest.mark.parametrize(
    ("specialty", "name"),
    [
        ("Médecine générale", "general-practitioner"),
        ("médecin traitant", "general-practitioner"),
        ("Pharmacienne", "pharmacist"),
        ("Praticien hospitalier", "hospital"),
        ("Anesthésiste", "hospital"),
        ("Cardiologue", "specialist"),
        ("kinésithérapeute", "specialist"),
        (" ", None),
    ],
)
def test_a_speciality_proposes_a_purpose(specialty: str, name: str | None) -> None:
    found = for_specialty(specialty)
    assert (found.name if found else None) == name


@pytest.mark.parametrize(
    ("specialty", "topics"),
    [
        ("Psychiatrie et addictologie", ("psychiatry", "addiction")),
        ("Sage-femme", ("gynaecology",)),
        ("Médecine générale", ()),
        ("", ()),
    ],
)
def test_topics_of_a_speciality_are_known_in_order_to_ask(specialty: str, topics: tuple[str, ...]) -> None:
    assert topics_of(specialty) == topics


def test_none_is_without_return_nor_longer_than_a_month() -> None:
    for one in templates():
        assert one.mode is not Mode.NO_WAY_BACK
        assert 1 <= one.days <= 30
        assert set(one.any_date) <= set(one.kinds)
        assert {Kind.ALLERGY, Kind.TREATMENT} <= set(one.any_date)
        assert one.reason_fr
        assert one.reason_en
        Scope(person="p", kinds=one.kinds, any_date=one.any_date, date_from=one.date_from(NOW))


def test_the_period_goes_back_from_today() -> None:
    assert template("hospital").date_from(NOW).startswith("2024-03")
    assert template("pharmacist").date_from(NOW) == ""
