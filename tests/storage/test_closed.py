"""What stays closed until the patient opens it."""

import io
import json
from typing import Any

import pytest

from phr.entry import Kind
from storage import entries, journal, series
from storage.entries import Filter
from storage.errors import NoSuchEntry
from storage.inbox import put_stream_aside, take_waiting
from storage.intake import Who, import_stream
from storage.people import add_person
from storage.vault import Vault
from tests.storage.bundles import condition, patient


def result(number: int, value: float) -> dict[str, Any]:
    """A result of a laboratory."""
    system = "http://terminology.hl7.org/CodeSystem/observation-category"
    return {
        "resourceType": "Observation",
        "id": f"o{number}",
        "status": "final",
        "category": [{"coding": [{"system": system, "code": "laboratory"}]}],
        "code": {"text": f"Potassium {number}"},
        "subject": {"reference": "Patient/1"},
        "effectiveDateTime": f"2024-03-0{number + 1}",
        "valueQuantity": {"value": value, "unit": "mmol/L"},
    }


def bring(vault: Vault, *, closed: bool, value: float = 5.4) -> None:
    """Take a laboratory's file in: three results and a problem."""
    resources = [patient(), condition(), *(result(number, value) for number in range(3))]
    text = json.dumps(
        {"resourceType": "Bundle", "type": "collection", "entry": [{"resource": one} for one in resources]}
    )
    import_stream(vault, io.BytesIO(text.encode()), "laboratoire.json", place="/l.json", closed=closed)


def closed_titles(vault: Vault) -> set[str]:
    """What is closed."""
    return {one.title for one in entries.page(vault, Filter(closed=True)).entries}


def test_results_of_a_file_stay_closed_and_nothing_else(vault: Vault) -> None:
    bring(vault, closed=True)
    assert closed_titles(vault) == {"Potassium 0", "Potassium 1", "Potassium 2"}
    assert entries.count(vault, Filter(closed=False)) == 1
    assert all(one.closed for one in entries.page(vault, Filter(kinds=(Kind.RESULT,))).entries)


def test_what_is_closed_is_in_no_search_and_no_series(vault: Vault) -> None:
    bring(vault, closed=True)
    assert entries.count(vault, Filter(search="potassium")) == 0
    assert entries.page(vault, Filter(search="pot", closed=True)).entries == []
    assert series.analytes(vault) == []
    one = entries.page(vault, Filter(closed=True)).entries[0]
    entries.open_entries(vault, [one.id])
    assert entries.count(vault, Filter(search="potassium")) == 1
    (analyte,) = series.analytes(vault)
    assert [point.entry for point in series.points(vault, analyte)] == [one.id]
    entries.close_entries(vault, [one.id])
    assert series.points(vault, analyte) == []


def test_what_was_seen_stays_open_until_it_says_something_new(vault: Vault) -> None:
    bring(vault, closed=False)
    bring(vault, closed=True)
    assert closed_titles(vault) == set()
    bring(vault, closed=True, value=5.6)
    assert len(closed_titles(vault)) == 3


def test_letters_stay_closed_also_those_that_waited(vault: Vault) -> None:
    who = Who(person=add_person(vault, "Odile").id)
    letter = io.BytesIO("Cher confrère".encode())
    waits = put_stream_aside(vault, letter, "lettre.txt")
    take_waiting(vault, waits.id, who=who, closed=True)
    assert closed_titles(vault) == {"lettre"}


def test_the_history_tells_by_ids_alone(vault: Vault) -> None:
    bring(vault, closed=False)
    first, second = (one.id for one in entries.page(vault, Filter(kinds=(Kind.RESULT,)), limit=2).entries)
    entries.close_entries(vault, [first, second])
    entries.close_entries(vault, [first])
    entries.open_entries(vault, [first])
    entries.open_entries(vault, [first])
    lines = [line for line in journal.lines(vault, limit=100) if line.action.startswith("item-")]
    assert sorted((line.action, line.detail["entry"]) for line in lines) == sorted(
        [("item-closed", first), ("item-closed", second), ("item-opened", first)]
    )
    with pytest.raises(NoSuchEntry):
        entries.open_entries(vault, [first, "nobody"])


def test_deleting_a_closed_entry_leaves_nothing(vault: Vault) -> None:
    bring(vault, closed=True)
    entries.delete(vault, [one.id for one in entries.page(vault, Filter(closed=True)).entries])
    with vault.read() as db:
        assert db.execute("SELECT count(*) FROM closed_entry").fetchone() == (0,)
