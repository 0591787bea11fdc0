"""Real files: every resource is counted, none is lost, and all goes out as it came, to the digit."""

import json
from pathlib import Path

import pytest

from phr.entry import Kind
from storage import attachments, curate, entries, export, intake, people
from storage.entries import Filter
from storage.errors import PersonNeeded
from storage.intake import FileReport, Who, import_file
from storage.keyslots import LEAST_COST
from storage.vault import Vault, create
from tests.storage.bundles import patient, write
from tests.storage.conftest import PASSPHRASE
from tests.storage.samples import FILES, as_multiset, count, needs_samples, parsed, resources

EACH = Who(each=True)


def exported(vault: Vault) -> bytes:
    return b"".join(export.export_fhir(vault))


def exported_resources(vault: Vault) -> list[object]:
    """What came from outside, without what the vault adds: kept originals."""
    found = [entry["resource"] for entry in parsed(exported(vault)).get("entry", [])]
    return [one for one in found if "urn:phr:original:" not in json.dumps(one)]


@needs_samples
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_file_goes_out_as_it_came(vault: Vault, path: Path) -> None:
    report = import_file(vault, path, who=EACH)

    assert report.resources == count(path)
    assert report.updated == report.unchanged == report.refused == 0
    assert entries.count(vault, Filter()) == report.added
    found = None if path.suffix == ".xml" else resources(path)
    if found is not None:
        understood = [one for one in found if "resourceType" in one]
        assert as_multiset(exported_resources(vault)) == as_multiset(understood)

    again = import_file(vault, path, who=EACH)
    assert (again.added, again.updated, again.unchanged, again.kept) == (0, 0, report.added, report.kept)


@needs_samples
def test_all_files_in_one_vault(vault: Vault) -> None:
    added = 0
    for path in FILES:
        report = _take(vault, path)
        assert report.resources == count(path)
        added += report.added
    assert entries.count(vault, Filter()) == added
    for path in FILES:
        assert _take(vault, path).added == 0, path.name


def _take(vault: Vault, path: Path) -> FileReport:
    """As somebody does who says that what names nobody is Anna's."""
    try:
        return import_file(vault, path, who=EACH)
    except PersonNeeded:
        return import_file(vault, path, who=Who(person="Anna"))


def test_what_was_exported_is_the_same_record_in_another_vault(vault: Vault, tmp_path: Path) -> None:
    anna = people.add_person(vault, "Anna Bell", "1980-02-01")
    weight = {
        "resourceType": "Observation",
        "id": "o",
        "subject": {"reference": "Patient/1"},
        "code": {"text": "Poids"},
        "valueQuantity": {"value": 1, "unit": "kg"},
        "effectiveDateTime": "2020",
    }
    write(
        tmp_path / "b.json",
        patient(),
        weight,
        {"resourceType": "Organization", "id": "g", "name": "Clinique"},
    )
    (tmp_path / "Ordonnance.pdf").write_bytes(b"%PDF-1.4 " + b"x" * 600_000)
    (tmp_path / "broken.json").write_text('{"resourceType":"Observation", ')
    for name in ("b.json", "Ordonnance.pdf", "broken.json"):
        intake.import_file(vault, tmp_path / name, who=Who(person=anna.id))
    own = curate.add_own(vault, anna.id, Kind.NOTE, "Sommeil", date="2024-05", note="mal dormi")
    entries.set_hidden(vault, [own.id], hidden=True)
    entries.add_labels(vault, own.id, ["psychiatrie"])
    entries.close_entries(
        vault, [one.id for one in entries.page(vault, Filter()).entries if one.title == "Poids"]
    )
    (tmp_path / "export.json").write_bytes(exported(vault))

    with create(tmp_path / "second", PASSPHRASE, cost=LEAST_COST) as second:
        report = import_file(second, tmp_path / "export.json")
        assert not report.refused
        assert _shown(second) == _shown(vault)
        assert [one.name for one in people.people(second)] == ["Anna Bell"]
        assert _files(second) == _files(vault)
        assert import_file(second, tmp_path / "export.json").added == 0

    # And into the vault that it came from it adds nothing.
    again = import_file(vault, tmp_path / "export.json")
    assert again.added == again.updated == 0


def _shown(vault: Vault) -> list[tuple[object, ...]]:
    page = entries.page(vault, Filter())
    return sorted(
        (e.kind, e.title, str(e.date), e.value, e.note, e.hidden, e.closed, e.labels) for e in page.entries
    )


def _files(vault: Vault) -> list[tuple[str, bytes]]:
    found = [
        file for e in entries.page(vault, Filter()).entries for file in attachments.of_entry(vault, e.id)
    ]
    found += attachments.originals(vault)
    return sorted((file.name, attachments.read(vault, file.id)) for file in found)
