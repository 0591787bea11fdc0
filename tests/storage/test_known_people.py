"""Another name, another birth date, another national number: never filed silently, asked once, remembered privately."""

from pathlib import Path
from typing import Any

import pytest

from storage import export, journal, people
from storage.errors import AnotherPerson, NoSuchName, SeveralPatients
from storage.intake import FileReport, Who, import_file
from storage.known_people import KnownName, forget_name, known_names
from storage.vault import Vault
from tests.storage.bundles import condition, patient, write

INS = "urn:oid:1.2.250.1.213.1.4.8"
NIA = "urn:oid:1.2.250.1.213.1.4.9"
NUMBER, OTHER = "280029912345678", "279119912345678"


def identified(system: str, value: str) -> dict[str, Any]:
    return {"identifier": [{"system": system, "value": value}]}


class Files:
    """Files of a patient, each with a problem of its own."""

    def __init__(self, vault: Vault, folder: Path) -> None:
        self._vault = vault
        self._folder = folder
        self._count = 0

    def take(self, *patients: dict[str, Any], who: Who | None = None) -> FileReport:
        self._count += 1
        told = [condition(f"c{self._count}", f"T{self._count}", f"Patient/{one['id']}") for one in patients]
        return import_file(
            self._vault, write(self._folder / f"{self._count}.json", *patients, *told), who=who
        )


@pytest.fixture
def files(vault: Vault, tmp_path: Path) -> Files:
    """The record is Anna Bell's, born on 1 February 1980."""
    found = Files(vault, tmp_path)
    found.take(patient("1"))
    return found


@pytest.mark.parametrize(
    "other",
    [
        patient("2", "Anna Coe"),
        patient("2", born="1981-02-01"),
        patient("2", born="1980-02-02"),
        patient("2", "Anna Coe", ""),
    ],
)
def test_another_name_or_birth_date_is_asked_about(files: Files, other: dict[str, Any]) -> None:
    with pytest.raises(AnotherPerson):
        files.take(other)


@pytest.mark.parametrize(
    "other",
    [patient("2", "Anna Coe"), patient("2", born="1981-02-01")],
)
def test_an_identifier_that_was_met_does_not_make_it_silent(files: Files, other: dict[str, Any]) -> None:
    hospital = identified("urn:hospital", "7")
    files.take(patient("2") | hospital)
    with pytest.raises(AnotherPerson):
        files.take(other | hospital)
    assert files.take(patient("3") | hospital).added == 1


def test_the_same_person_written_otherwise_is_not_asked_about(files: Files) -> None:
    assert files.take(patient("2", "ANNA  bell")).added == 1
    assert files.take(patient("3", "Anna Maria Bell")).added == 1


def test_the_same_ins_is_the_same_person_whatever_the_name(files: Files) -> None:
    files.take(patient("2") | identified(INS, NUMBER))
    # With or without its key of two digits, spaces do not count.
    for written in (NUMBER, NUMBER[:13], f"{NUMBER[:13]} {NUMBER[13:]}"):
        other = patient("3", "Anna Coe") | identified(INS, written)
        other["identifier"].append({"system": INS, "value": NUMBER})
        assert files.take(other).added == 1
    with pytest.raises(AnotherPerson):
        files.take(patient("4", "Anna Coe", "1981-02-01") | identified(INS, NUMBER))


def test_another_ins_of_the_same_root_is_another_person(files: Files, vault: Vault) -> None:
    files.take(patient("2") | identified(INS, NUMBER))
    with pytest.raises(AnotherPerson):
        files.take(patient("3") | identified(INS, OTHER))
    # A temporary number beside it says nothing against it.
    assert files.take(patient("4") | identified(NIA, OTHER)).added == 1
    files.take(patient("3") | identified(INS, OTHER), who=Who(person="Anna Bell"))
    assert files.take(patient("5") | identified(INS, OTHER)).added == 1
    assert len(people.people(vault)) == 1


def test_two_of_one_name_and_birth_date_with_two_ins_are_two(vault: Vault, tmp_path: Path) -> None:
    with pytest.raises(SeveralPatients):
        Files(vault, tmp_path).take(
            patient("1") | identified(INS, NUMBER), patient("2") | identified(INS, OTHER)
        )


def test_a_former_name_is_confirmed_once_and_stays_in_the_vault(files: Files, vault: Vault) -> None:
    anna = people.person(vault, "Anna Bell")
    files.take(patient("2", "Zanzibar Coe"), who=Who(person=anna.id))
    assert known_names(vault, anna.id) == [KnownName("Zanzibar Coe", "1980-02-01")]
    assert files.take(patient("3", "Zanzibar Coe")).added == 1
    assert people.people(vault) == [anna]
    with pytest.raises(AnotherPerson):
        files.take(patient("4", "Zanzibar Coe", "1999-01-01"))
    assert "Zanzibar" not in str(journal.lines(vault))
    # It stands in the two documents that were taken in, and nowhere else.
    assert b"".join(export.export_fhir(vault)).count(b"Zanzibar") == 2


def test_a_birth_date_is_confirmed_too(files: Files, vault: Vault) -> None:
    anna = people.person(vault, "Anna Bell")
    files.take(patient("2", born="1980-01-02"), who=Who(person=anna.id))
    assert files.take(patient("3", born="1980-01-02")).added == 1
    assert people.person(vault, anna.id).birth_date == "1980-02-01"


def test_a_new_persons_other_name_is_known(vault: Vault, tmp_path: Path) -> None:
    files = Files(vault, tmp_path)
    files.take(patient("1"), who=Who(mapping={"Patient/1": "Maman"}))
    assert files.take(patient("1")).added == 1
    assert [one.name for one in people.people(vault)] == ["Maman"]


def test_a_name_is_forgotten(vault: Vault, tmp_path: Path) -> None:
    files = Files(vault, tmp_path)
    anna = people.add_person(vault, "Anna Bell", "1980-02-01")
    other = patient("2", "Zanzibar Coe")
    files.take(other, who=Who(person=anna.id))
    assert forget_name(vault, anna.id, "zanzibar  COE")
    assert known_names(vault, anna.id) == []
    with pytest.raises(AnotherPerson):
        files.take(other)
    with pytest.raises(NoSuchName):
        forget_name(vault, anna.id, "Zanzibar Coe")
