"""Who is who: whose the resources of a file become, and when that is asked."""

import json
from pathlib import Path

import pytest

from storage import entries, people
from storage.entries import Filter
from storage.errors import (
    AmbiguousPerson,
    AnotherPerson,
    NoSuchPerson,
    PersonNeeded,
    SeveralPatients,
    WhoIsWho,
)
from storage.intake import Who, import_file
from storage.vault import Vault
from tests.storage.bundles import condition, patient, write

UUID = "5f1c9f1e-57b4-4f0f-9a51-0a6c1b7f2d11"
BOB = {"id_": "2", "name": "Bob Coe", "born": "2001-01-01"}


def named(vault: Vault) -> list[tuple[str, str]]:
    return [(one.name, one.birth_date) for one in people.people(vault)]


def of(vault: Vault, name: str) -> list[str]:
    person = people.person(vault, name)
    return sorted(entry.title for entry in entries.page(vault, Filter(person=person.id)).entries)


@pytest.fixture
def both(tmp_path: Path) -> Path:
    """A file with two patients, one of whom is named after what is theirs."""
    return write(
        tmp_path / "both.json",
        condition("c1", "Asthme", "Patient/1"),
        condition("c2", "Goutte", "Patient/2"),
        patient(),
        patient(**BOB),
    )


def test_the_first_patient_is_the_owner(vault: Vault, tmp_path: Path) -> None:
    report = import_file(vault, write(tmp_path / "a.json", condition(), patient()))
    assert named(vault) == [("Anna Bell", "1980-02-01")]
    assert report.persons == [people.person(vault, "anna  BELL").id]


def test_a_file_that_names_nobody_is_the_only_persons(vault: Vault, tmp_path: Path) -> None:
    unnamed = write(tmp_path / "a.json", condition("c1", subject=""))
    import_file(vault, unnamed)
    assert named(vault) == [("", "")]
    import_file(vault, write(tmp_path / "b.json", patient(), condition("c2", "Goutte")))
    assert named(vault) == [("Anna Bell", "1980-02-01")]
    assert of(vault, "Anna Bell") == ["Asthme", "Goutte"]

    people.add_person(vault, "Bob")
    with pytest.raises(PersonNeeded) as asked:
        import_file(vault, write(tmp_path / "c.json", condition("c3", subject="")))
    assert [one.name for one in asked.value.people] == ["Anna Bell", "Bob"]


def test_what_is_nobodys_needs_nobody(vault: Vault, tmp_path: Path) -> None:
    people.add_person(vault, "Anna")
    people.add_person(vault, "Bob")
    report = import_file(vault, write(tmp_path / "a.json", {"resourceType": "Organization", "id": "o"}))
    assert (report.kept, report.persons) == (1, [])


def test_another_patient_is_asked_about(vault: Vault, tmp_path: Path) -> None:
    import_file(vault, write(tmp_path / "a.json", patient(), condition()))
    bobs = write(tmp_path / "b.json", patient(**BOB), condition("c2", "Goutte", "Patient/2"))
    with pytest.raises(AnotherPerson) as asked:
        import_file(vault, bobs)
    assert [(one.ref, one.name) for one in asked.value.patients] == [("Patient/2", "Bob Coe")]
    assert entries.count(vault, Filter()) == 1

    assert import_file(vault, bobs, who=Who(person="Bob Coe")).added == 1
    assert of(vault, "Bob Coe") == ["Goutte"]
    assert named(vault)[1] == ("Bob Coe", "2001-01-01")
    # From then on Bob is known.
    more = write(tmp_path / "b2.json", patient(**BOB), condition("c3", "Toux", "Patient/2"))
    assert import_file(vault, more).added == 1


def test_a_former_name_can_be_confirmed(vault: Vault, tmp_path: Path) -> None:
    import_file(vault, write(tmp_path / "a.json", patient(), condition()))
    token = [{"system": "urn:ins", "value": "1"}]
    other = write(
        tmp_path / "b.json",
        patient("9", "Anne Belle", "1980-01-02", identifier=token),
        condition("d", "Goutte", "Patient/9"),
    )
    import_file(vault, other, who=Who(person="Anna Bell"))
    assert of(vault, "Anna Bell") == ["Asthme", "Goutte"]
    third = write(
        tmp_path / "c.json",
        patient("8", "Anna Bell", "1980-01-02", identifier=token),
        condition("e", "Toux", "Patient/8"),
    )
    assert import_file(vault, third).added == 1
    assert len(named(vault)) == 1


@pytest.mark.parametrize("who", [Who(), Who(mapping={}), Who(person="")])
def test_several_patients_are_asked_about(vault: Vault, both: Path, who: Who) -> None:
    with pytest.raises(SeveralPatients) as asked:
        import_file(vault, both, who=who)
    assert {one.name for one in asked.value.patients} == {"Anna Bell", "Bob Coe"}
    assert named(vault) == []


@pytest.mark.parametrize(
    ("who", "people_then", "filed"),
    [
        (Who(each=True), ["Anna Bell", "Bob Coe"], (2, 2)),
        (Who(person="bob coé"), ["Bob Coe"], (1, 3)),
        (Who(person="Patient/1"), ["Anna Bell"], (1, 3)),
        (Who(person="Zoé"), ["Zoé"], (2, 2)),
        (Who(mapping={"Patient/1": "Maman", "Bob Coe": "Fils"}), ["Fils", "Maman"], (2, 2)),
        (Who(mapping={"Patient/2": "Fils"}), ["Fils"], (1, 3)),
    ],
)
def test_several_patients_answered(
    vault: Vault, both: Path, who: Who, people_then: list[str], filed: tuple[int, int]
) -> None:
    report = import_file(vault, both, who=who)
    assert (report.added, report.kept) == filed
    assert [name for name, _ in named(vault)] == people_then
    again = import_file(vault, both, who=who)
    assert (again.added, again.updated, again.unchanged, again.kept) == (0, 0, *filed)


def test_a_child_with_the_number_of_a_parent_is_somebody_else(vault: Vault, tmp_path: Path) -> None:
    number = [{"system": "urn:oid:1.2.250.1.213.1.4.8", "value": "280029912345678"}]
    family = write(
        tmp_path / "family.json",
        patient() | {"identifier": number},
        patient(**BOB) | {"identifier": number},
        condition("c1", "Asthme", "Patient/1"),
        condition("c2", "Goutte", "Patient/2"),
    )
    with pytest.raises(SeveralPatients):
        import_file(vault, family)
    import_file(vault, family, who=Who(each=True))
    assert (of(vault, "Anna Bell"), of(vault, "Bob Coe")) == (["Asthme"], ["Goutte"])


def test_the_others_can_be_asked_for_later(vault: Vault, both: Path) -> None:
    import_file(vault, both, who=Who(person="Bob Coe"))
    report = import_file(vault, both, who=Who(each=True))
    assert (report.added, report.unchanged, report.kept) == (1, 1, 2)
    assert of(vault, "Anna Bell") == ["Asthme"]
    # Both are known now.
    assert import_file(vault, both).unchanged == 2


def test_one_relative_id_in_two_files_is_not_one_person(vault: Vault, tmp_path: Path) -> None:
    import_file(vault, write(tmp_path / "a.json", condition()))
    with pytest.raises(AnotherPerson):
        import_file(vault, write(tmp_path / "b.json", condition()))
    assert import_file(vault, tmp_path / "a.json").unchanged == 1


def test_references_that_mean_the_same_patient(vault: Vault, tmp_path: Path) -> None:
    urls = {0: f"urn:uuid:{UUID}"}
    subjects = [f"urn:uuid:{UUID.upper()}", f"Patient/{UUID}", f"https://x.example/Patient/{UUID}/_history/3"]
    subjects += ["Patient?identifier=urn:ins|1"]
    told = [condition(f"c{place}", f"Titre {place}", subject) for place, subject in enumerate(subjects)]
    inside = condition("c9", "Dedans", "#p")
    inside["contained"] = [patient("p")]
    who = patient(UUID, identifier=[{"system": "urn:ins", "value": "1"}])
    assert import_file(vault, write(tmp_path / "a.json", who, *told, inside, urls=urls)).added == 5
    assert named(vault) == [("Anna Bell", "1980-02-01")]


def test_patients_of_a_bulk_export_come_after_their_resources(vault: Vault, tmp_path: Path) -> None:
    (tmp_path / "Condition.ndjson").write_text(json.dumps(condition()))
    (tmp_path / "Patient.ndjson").write_text(json.dumps(patient()))
    import_file(vault, tmp_path / "Condition.ndjson")
    assert named(vault) == [("", "")]
    import_file(vault, tmp_path / "Patient.ndjson")
    assert named(vault) == [("Anna Bell", "1980-02-01")]
    resource = people.patient_resource(vault, people.person(vault, "Anna Bell").id)
    assert resource == patient()


def test_people_by_id_or_name(vault: Vault) -> None:
    first, _ = people.add_person(vault, "Anna", "1980"), people.add_person(vault, "ANNA", "1990")
    assert people.person(vault, first.id) == first
    with pytest.raises(AmbiguousPerson):
        people.person(vault, "anna")
    with pytest.raises(NoSuchPerson):
        people.person(vault, "Zoé")


def test_the_question_holds_no_name_in_its_message(vault: Vault, both: Path) -> None:
    with pytest.raises(WhoIsWho) as asked:
        import_file(vault, both)
    assert "Anna" not in str(asked.value)
