"""One result that two sources gave: one entry, two provenances, until one of them says something else."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from storage import curate, entries, export, lookup
from storage.entries import Filter
from storage.intake import Who, import_file
from storage.keyslots import LEAST_COST
from storage.vault import Vault, create
from tests.storage.bundles import patient, write
from tests.storage.conftest import PASSPHRASE
from tests.storage.pages import decrypted

ANNA = Who(person="Anna Bell")


def result(
    id_: str,
    value: str = "5.0",
    unit: str = "g/L",
    date: str = "2024-05-01T08:00:00+02:00",
    **more: Any,
) -> dict[str, Any]:
    return {
        "resourceType": "Observation",
        "id": id_,
        "status": "final",
        "subject": {"reference": "Patient/1"},
        "category": [{"coding": [{"code": "laboratory"}]}],
        "code": {"coding": [{"system": "urn:lab", "code": "GLU"}], "text": "Glycémie"},
        "effectiveDateTime": date,
        "performer": [{"display": f"Laboratoire {id_}"}],
        "valueQuantity": {"value": f"digits {value}", "unit": unit},
    } | more


def bundle(path: Path, *resources: Any) -> Path:
    """A file of Anna's; values as they are spelled."""
    write(path, patient(), *resources)
    path.write_text(re.sub(r'"digits ([^"]*)"', r"\1", path.read_text()))
    return path


@pytest.fixture
def one(vault: Vault, tmp_path: Path) -> str:
    """The entry of a first laboratory."""
    import_file(vault, bundle(tmp_path / "one.json", result("A")), who=ANNA)
    return entries.page(vault, Filter()).entries[0].id


def values(vault: Vault) -> list[str]:
    return sorted(e.value.text for e in entries.page(vault, Filter()).entries if e.value)


@pytest.mark.parametrize(
    "again",
    [
        {},
        {"value": "5.00"},
        {"value": "5"},
        {"date": "2024-05-01T06:00:00Z"},
        {"date": "2024-05-01"},
        {
            "valueQuantity": {
                "value": 5,
                "unit": "g/l",
                "system": "http://unitsofmeasure.org",
                "code": "g/L",
            }
        },
    ],
)
def test_the_same_result_is_no_second_entry(vault: Vault, tmp_path: Path, again: dict[str, Any]) -> None:
    ucum = {"value": 5, "unit": "g/L", "system": "http://unitsofmeasure.org", "code": "g/L"}
    import_file(vault, bundle(tmp_path / "one.json", result("A", valueQuantity=ucum)), who=ANNA)
    report = import_file(vault, bundle(tmp_path / "two.json", result("B", **again)), who=ANNA)
    assert (report.added, report.unchanged, report.duplicate, report.resources) == (0, 1, 1, 2)
    entry = entries.page(vault, Filter()).entries[0]
    assert entries.count(vault, Filter()) == 1
    found = entries.provenances(vault, entry.id)
    assert [(p.file, p.author) for p in found] == [
        ("one.json", "Laboratoire A"),
        ("two.json", "Laboratoire B"),
    ]
    assert entries.kept(vault)[-1].type == "Patient"
    # Again, and both again: nothing changes.
    for name in ("two.json", "one.json"):
        assert import_file(vault, tmp_path / name, who=ANNA).added == 0
    assert len(entries.provenances(vault, entry.id)) == 2


@pytest.mark.parametrize(
    "other",
    [
        {"value": "5.1"},
        {"value": "50"},
        {"unit": "mg/L"},
        {"unit": ""},
        {"date": "2024-05-01T08:00:01+02:00"},
        {"date": "2024-05-02"},
        {"date": "2024-05"},
        {"code": {"coding": [{"system": "urn:other", "code": "GLU"}]}},
        {"code": {"coding": [{"code": "GLU"}]}},
        {"code": {"text": "Glycémie"}},
        {"status": "entered-in-error"},
        {"valueQuantity": {"value": 5, "comparator": "<", "unit": "g/L"}},
    ],
)
def test_another_result_is_another_entry(
    vault: Vault, one: str, tmp_path: Path, other: dict[str, Any]
) -> None:
    report = import_file(vault, bundle(tmp_path / "two.json", result("B", **other)), who=ANNA)
    assert (report.added, report.duplicate) == (1, 0)
    assert len(entries.provenances(vault, one)) == 1


def test_another_persons_result_is_theirs(vault: Vault, one: str, tmp_path: Path) -> None:
    file = bundle(tmp_path / "b.json", result("B"))
    file.write_text(file.read_text().replace("Bell", "Coe").replace("1980", "2001"))
    assert import_file(vault, file, who=Who(person="Anna Coe")).added == 1


def test_two_results_of_one_file_are_two(vault: Vault, tmp_path: Path) -> None:
    assert import_file(vault, bundle(tmp_path / "a.json", result("A"), result("B")), who=ANNA).added == 2
    # As many as are there find one each.
    report = import_file(vault, bundle(tmp_path / "b.json", result("C"), result("D"), result("E")), who=ANNA)
    assert (report.duplicate, report.added) == (2, 1)


def test_they_come_apart_when_the_second_says_something_else(vault: Vault, one: str, tmp_path: Path) -> None:
    two = bundle(tmp_path / "two.json", result("B"))
    import_file(vault, two, who=ANNA)
    entries.set_hidden(vault, [one], hidden=True)
    entries.add_labels(vault, one, ["psychiatrie"])
    bundle(two, result("B", note=[{"text": "à jeun"}]))
    report = import_file(vault, two, who=ANNA)
    assert (report.updated, report.added, values(vault)) == (1, 0, ["5.0"])

    bundle(two, result("B", value="6.0"))
    report = import_file(vault, two, who=ANNA)
    assert (report.added, report.updated, values(vault)) == (1, 0, ["5.0", "6.0"])
    # What the patient decided about the one counts for both.
    assert all(e.hidden and e.labels == ("psychiatrie",) for e in entries.page(vault, Filter()).entries)
    other = next(e for e in entries.page(vault, Filter()).entries if e.id != one)
    assert (other.author, len(entries.revisions(vault, other.id))) == ("Laboratoire B", 2)
    assert [p.file for p in entries.provenances(vault, one)] == ["one.json"]
    assert import_file(vault, two, who=ANNA).unchanged == 1


def test_they_come_apart_when_the_first_says_something_else(vault: Vault, one: str, tmp_path: Path) -> None:
    for name in ("two", "three"):
        import_file(vault, bundle(tmp_path / f"{name}.json", result(name)), who=ANNA)
    entries.set_hidden(vault, [one], hidden=True)
    first = bundle(tmp_path / "one.json", result("A", value="7.5"))
    report = import_file(vault, first, who=ANNA)
    assert (report.updated, report.added, values(vault)) == (1, 0, ["5.0", "7.5"])
    other = next(e for e in entries.page(vault, Filter()).entries if e.id != one)
    assert other.hidden
    assert [p.file for p in entries.provenances(vault, other.id)] == ["two.json", "three.json"]
    assert [p.file for p in entries.provenances(vault, one)] == ["one.json"]


def test_a_correction_of_the_patient_parts_nothing(vault: Vault, one: str, tmp_path: Path) -> None:
    two = bundle(tmp_path / "two.json", result("B"))
    import_file(vault, two, who=ANNA)
    curate.edit(vault, one, {"date": "2024-05-03"})
    assert import_file(vault, two, who=ANNA).duplicate == 1
    assert import_file(vault, tmp_path / "one.json", who=ANNA).unchanged == 1
    assert entries.count(vault, Filter()) == 1


def test_deleting_the_entry_deletes_all_its_sources(vault: Vault, one: str, tmp_path: Path) -> None:
    canary = "zanzibarite"
    two = bundle(
        tmp_path / f"{canary}.json",
        result("B", note=[{"text": canary}], identifier=[{"system": "s", "value": canary}]),
    )
    two.write_text(two.read_text().replace('{"resource": ' + json.dumps(patient()) + "}, ", ""))
    import_file(vault, two, who=ANNA)
    vault.scrub()
    assert canary.encode() in decrypted(vault.database, vault.data_key)
    assert entries.delete(vault, [one])
    assert canary.encode() not in decrypted(vault.database, vault.data_key)
    # Both may come again.
    assert import_file(vault, two, who=ANNA).added == 1


def test_a_reference_to_the_second_finds_the_entry(vault: Vault, one: str, tmp_path: Path) -> None:
    report = {
        "resourceType": "DiagnosticReport",
        "id": "r",
        "subject": {"reference": "Patient/1"},
        "code": {"text": "Bilan"},
        "result": [{"reference": "Observation/B"}],
    }
    import_file(vault, bundle(tmp_path / "two.json", result("B"), report), who=ANNA)
    near = next(e.id for e in entries.page(vault, Filter()).entries if e.id != one)
    target = lookup.resolve(vault, "Observation/B", near)
    assert target is not None
    assert target.entry_id == one


def test_an_export_brings_both_back(vault: Vault, one: str, tmp_path: Path) -> None:
    import_file(vault, bundle(tmp_path / "two.json", result("B")), who=ANNA)
    curate.edit(vault, one, {"date": "2024-05-03"})
    (tmp_path / "export.json").write_bytes(b"".join(export.export_fhir(vault)))
    assert import_file(vault, tmp_path / "export.json").added == 0
    with create(tmp_path / "second", PASSPHRASE, cost=LEAST_COST) as second:
        report = import_file(second, tmp_path / "export.json", who=ANNA)
        assert (report.added, report.duplicate) == (1, 1)
        entry = entries.page(second, Filter()).entries[0]
        assert [p.author for p in entries.provenances(second, entry.id)] == ["Laboratoire A", "Laboratoire B"]
        again = b"".join(export.export_fhir(second))
        assert _resources(again) == _resources((tmp_path / "export.json").read_bytes())


def test_an_export_that_lies_joins_nothing(vault: Vault, tmp_path: Path) -> None:
    file = bundle(tmp_path / "a.json", result("A"), result("B", value="9.0"))
    made = json.loads(file.read_text())
    made["entry"][1]["extension"] = [{"url": "urn:phr:entry", "valueString": "x"}]
    made["entry"][2]["extension"] = [{"url": "urn:phr:same-as", "valueString": "x"}]
    file.write_text(json.dumps(made))
    assert import_file(vault, file, who=ANNA).added == 2


def _resources(text: bytes) -> list[str]:
    return sorted(json.dumps(one["resource"], sort_keys=True) for one in json.loads(text)["entry"])
