"""What each part of a scope lets in."""

from typing import Any

import pytest
from pydantic import ValidationError

from phr.entry import Entry, Kind
from phr.errors import NotADate
from sharing.preview import preview, select
from sharing.scope import Scope
from storage import entries, journal
from storage.errors import NoSuchEntry, NoSuchPerson
from tests.sharing.conftest import Practice


def entry(**changes: Any) -> Entry:
    plain: dict[str, Any] = {
        "id": "e", "person": "p", "kind": Kind.RESULT, "title": "Glycémie", "title_en": "Glucose", "date": "2020-05",
        "codes": (), "value": None, "status": "final", "author": "", "note": "", "hidden": False, "labels": (),
        "source": "", "type": "Observation",
    }  # fmt: skip
    return Entry(**(plain | changes))


@pytest.mark.parametrize(
    ("scope", "changes", "admitted"),
    [
        ({}, {}, True),
        ({}, {"hidden": True}, False),
        ({}, {"date": None}, True),
        ({"kinds": ["result"]}, {}, True),
        ({"kinds": ["note"]}, {}, False),
        ({"kinds": ["result"], "entries": ["other"]}, {}, True),
        ({"entries": ["other"]}, {}, False),
        ({"entries": ["e"]}, {"hidden": True, "labels": ("x",)}, True),
        (
            {"entries": ["e"], "kinds": ["note"], "date_from": "2021", "without_labels": ["x"]},
            {"labels": ("x",)},
            True,
        ),
        ({"entries": ["e"], "without": ["e"]}, {}, False),
        ({"without": ["e"]}, {}, False),
        ({"without_labels": ["x"]}, {"labels": ("x", "y")}, False),
        ({"without_labels": ["x"]}, {"labels": ("y",)}, True),
        ({"date_from": "2020-05-31"}, {}, True),
        ({"date_from": "2020-06"}, {}, False),
        ({"date_to": "2020-05-01"}, {}, True),
        ({"date_to": "2020-04"}, {}, False),
        ({"date_from": "2020"}, {"date": None}, False),
        ({"date_from": "2021"}, {"date": "2019/2022"}, True),
        ({"date_from": "2021"}, {"date": "2019/"}, True),
        ({"date_to": "2018"}, {"date": "/2022"}, True),
        ({"date_from": "2020", "date_to": "2020"}, {}, True),
    ],
)
def test_what_a_scope_admits(scope: dict[str, Any], changes: dict[str, Any], admitted: bool) -> None:
    assert Scope(person="p", **scope).admits(entry(**changes)) is admitted


def test_a_scope_is_strict_about_its_fields() -> None:
    for wrong in (
        {"person": "p", "persons": "q"},
        {},
        {"person": "p", "kinds": ["letter"]},
        {"person": "p", "identifiers": ["name"]},
    ):
        with pytest.raises(ValidationError):
            Scope.model_validate(wrong)
    with pytest.raises(NotADate):
        Scope(person="p", date_from="hier")
    scope = Scope(person="p", kinds=(Kind.NOTE,), identifiers=("telecom",))
    assert Scope.model_validate_json(scope.model_dump_json()) == scope


def test_a_preview_is_by_kind_then_newest_first_and_in_the_history(practice: Practice) -> None:
    vault, person = practice.vault, practice.person.id
    old = entries.add_own(vault, person, Kind.PROBLEM, "Asthme", date="1990")
    new = entries.add_own(vault, person, Kind.PROBLEM, "Fracture", date="2024-03")
    undated = entries.add_own(vault, person, Kind.PROBLEM, "Myopie")
    note = entries.add_own(vault, person, Kind.NOTE, "À demander", date="2025")
    shown = preview(vault, Scope(person=practice.person.name))
    assert [one.id for one in shown.entries] == [new.id, old.id, undated.id, practice.entry.id, note.id]
    line = journal.lines(vault)[-1]
    assert (line.action, line.detail) == ("preview", {"entries": 5})
    before = len(journal.lines(vault))
    assert select(vault, Scope(person=person, entries=(note.id, old.id))).entries == (old, note)
    assert len(journal.lines(vault)) == before


def test_what_is_not_in_the_vault_cannot_be_previewed(practice: Practice) -> None:
    with pytest.raises(NoSuchPerson):
        preview(practice.vault, Scope(person="nobody"))
    with pytest.raises(NoSuchEntry):
        preview(practice.vault, Scope(person=practice.person.id, entries=("nothing",)))
    with pytest.raises(NoSuchEntry):
        preview(practice.vault, Scope(person=practice.person.id, without=("nothing",)))
