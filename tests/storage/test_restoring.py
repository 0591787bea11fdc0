"""A correction taken back."""

import io
import json

import pytest

from phr.entry import Kind
from storage import entries
from storage.entries import Filter
from storage.errors import NoSuchEntry
from storage.intake import import_stream
from storage.people import add_person
from storage.restoring import restore, version
from storage.vault import Vault
from tests.storage.bundles import condition, patient


def test_an_entry_is_again_what_it_was_to_the_byte(vault: Vault) -> None:
    one = entries.add_own(vault, add_person(vault, "Odile").id, Kind.NOTE, "Vertiges", date="2024-03")
    entries.edit(vault, one.id, {"title": "Vertiges le matin"})
    before, said = version(vault, one.id), entries.resource_bytes(vault, one.id)
    entries.edit(vault, one.id, {"title": "Autre", "date": "2021"})
    restore(vault, before)
    again = entries.entry(vault, one.id)
    assert (again.title, again.date) == ("Vertiges le matin", "2024-03")
    assert entries.resource_bytes(vault, one.id) == said
    assert len(entries.revisions(vault, one.id)) == 3
    assert entries.count(vault, Filter(search="matin")) == 1
    assert entries.count(vault, Filter(search="autre")) == 0
    assert version(vault, one.id) == before


def test_a_name_in_another_resource_stays(vault: Vault) -> None:
    medication = {"resourceType": "Medication", "id": "m", "code": {"text": "Lithium"}}
    statement = {
        "resourceType": "MedicationStatement",
        "id": "s",
        "status": "active",
        "subject": {"reference": "Patient/1"},
        "medicationReference": {"reference": "Medication/m"},
    }
    resources = [patient(), medication, statement, condition()]
    bundle = {
        "resourceType": "Bundle",
        "type": "collection",
        "entry": [{"resource": one} for one in resources],
    }
    import_stream(vault, io.BytesIO(json.dumps(bundle).encode()), "a.json", place="/a.json")
    (one,) = entries.page(vault, Filter(kinds=(Kind.TREATMENT,))).entries
    assert one.title == "Lithium"
    before = version(vault, one.id)
    entries.edit(vault, one.id, {"note": "le soir"})
    assert entries.entry(vault, one.id).note == "le soir"
    restore(vault, before)
    assert entries.entry(vault, one.id) == one

    entries.edit(vault, one.id, {"title": "Sels de lithium"})
    assert entries.entry(vault, one.id).title == "Sels de lithium"
    newer = json.loads(json.dumps(bundle).replace('"active"', '"completed"'))
    import_stream(vault, io.BytesIO(json.dumps(newer).encode()), "a.json", place="/a.json")
    updated = entries.entry(vault, one.id)
    assert (updated.title, updated.status) == ("Sels de lithium", "completed")
    restore(vault, before)
    assert entries.entry(vault, one.id) == one


def test_what_was_deleted_does_not_come_back(vault: Vault) -> None:
    one = entries.add_own(vault, add_person(vault, "Odile").id, Kind.NOTE, "Vertiges")
    before = version(vault, one.id)
    entries.delete(vault, [one.id])
    with pytest.raises(NoSuchEntry):
        restore(vault, before)
    with pytest.raises(NoSuchEntry):
        version(vault, one.id)
