"""What becomes of a file: what is the same, what is new, what is kept, what is refused."""

import io
import json
import zipfile
from datetime import timedelta
from pathlib import Path

import pytest

from phr.entry import Kind
from storage import attachments, entries, journal, lookup, touched, verify
from storage.entries import Filter
from storage.errors import AnotherPerson, Cancelled, NotAFile
from storage.intake import FileReport, Who, Why, import_file, import_stream
from storage.keyslots import LEAST_COST
from storage.vault import Vault, create
from tests.storage.bundles import condition, patient, write
from tests.storage.conftest import PASSPHRASE, Clock

UUID = "5f1c9f1e-57b4-4f0f-9a51-0a6c1b7f2d11"
ANNA = Who(person="Anna Bell")


def counts(report: FileReport) -> tuple[int, int, int, int, int]:
    return report.added, report.updated, report.unchanged, report.kept, report.refused


def titles(vault: Vault) -> list[str]:
    return sorted(entry.title for entry in entries.page(vault, Filter()).entries)


def test_a_changed_resource_becomes_a_revision_however_the_file_is_written(
    vault: Vault, tmp_path: Path
) -> None:
    path = write(tmp_path / "a.json", patient(), condition("c1", "Asthme"), condition("c2", "Goutte"))
    assert counts(import_file(vault, path)) == (2, 0, 0, 1, 0)

    bundle = json.loads(path.read_text())
    bundle["entry"][1]["resource"] = condition("c1", "Asthme sévère")
    path.write_text(json.dumps(bundle, indent=3, ensure_ascii=False, sort_keys=True))
    assert counts(import_file(vault, path)) == (0, 1, 1, 1, 0)

    assert titles(vault) == ["Asthme sévère", "Goutte"]
    (changed,) = entries.page(vault, Filter(search="severe")).entries
    (revision,) = entries.revisions(vault, changed.id)
    assert json.loads(revision.resource)["code"]["text"] == "Asthme"


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        # An id is only its server's: another file's is another resource ...
        (condition("1", "Asthme"), condition("1", "Goutte"), False),
        # ... but for the same person, codes and date.
        (
            condition("1", "Asthme", recordedDate="2020-01-02", clinicalStatus={"text": "a"}),
            condition("1", "Asthme", recordedDate="2020-01-02", clinicalStatus={"text": "b"}),
            True,
        ),
        (condition(UUID, "Asthme"), condition(UUID, "Goutte"), True),
        (
            condition("1", "Asthme", identifier=[{"system": "s", "value": "7"}]),
            condition("2", "Goutte", identifier=[{"system": "s", "value": "7"}]),
            True,
        ),
        (
            condition("1", "A", recordedDate="2020", identifier=[{"system": "s", "value": "7"}]),
            condition("1", "A", recordedDate="2020", identifier=[{"system": "s", "value": "8"}]),
            False,
        ),
        (condition("", "Asthme"), condition("", "Asthme"), False),
    ],
)
def test_the_same_resource_from_another_file(
    vault: Vault, tmp_path: Path, first: dict[str, object], second: dict[str, object], same: bool
) -> None:
    import_file(vault, write(tmp_path / "a.json", patient(), first))
    report = import_file(vault, write(tmp_path / "b.json", patient(gender="female"), second))
    assert (report.added, report.updated) == ((0, 1) if same else (1, 0))
    assert entries.count(vault, Filter()) == (1 if same else 2)


def test_full_urls_tell_resources_apart_and_together(vault: Vault, tmp_path: Path) -> None:
    urls = {1: "https://a.example/fhir/Condition/1"}
    import_file(vault, write(tmp_path / "a.json", patient(), condition("1", "Asthme"), urls=urls))
    again = import_file(
        vault, write(tmp_path / "b.json", patient(), condition("1", "Asthme vrai"), urls=urls)
    )
    assert again.updated == 1
    urls[1] = "https://b.example/fhir/Condition/1"
    assert (
        import_file(vault, write(tmp_path / "c.json", patient(), condition("1", "Goutte"), urls=urls)).added
        == 1
    )


def test_one_id_twice_in_a_file_stays_twice(vault: Vault, tmp_path: Path) -> None:
    twice = [
        condition(UUID, "Asthme"),
        condition(UUID, "Goutte"),
        condition("", "Toux"),
        condition("", "Toux"),
    ]
    path = write(tmp_path / "a.json", patient(), *twice)
    assert import_file(vault, path).added == 4
    assert counts(import_file(vault, path)) == (0, 0, 4, 1, 0)
    moved = path.rename(tmp_path / "b.json")
    assert counts(import_file(vault, moved)) == (0, 0, 4, 1, 0)


def test_a_correction_outlives_a_newer_version(vault: Vault, tmp_path: Path) -> None:
    import_file(vault, write(tmp_path / "a.json", patient(), condition(UUID, "Asme")))
    (entry,) = entries.page(vault, Filter()).entries
    entries.edit(vault, entry.id, {"title": "Asthme"})
    report = import_file(
        vault, write(tmp_path / "b.json", patient(), condition(UUID, "Asme", recordedDate="2021-05"))
    )
    assert report.updated == 1
    (entry,) = entries.page(vault, Filter()).entries
    assert (entry.title, entry.date) == ("Asthme", "2021-05")
    assert len(entries.revisions(vault, entry.id)) == 2
    unchanged = import_file(vault, tmp_path / "b.json")
    assert unchanged.unchanged == 1


def test_what_was_deleted_comes_back_only_by_importing_it(vault: Vault, tmp_path: Path) -> None:
    path = write(tmp_path / "a.json", patient(), condition())
    import_file(vault, path)
    assert entries.delete(vault, [entry.id for entry in entries.page(vault, Filter()).entries])
    assert import_file(vault, path).added == 1


def test_odd_resources_stop_nothing(vault: Vault, tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(
        '{"resourceType":"Bundle","type":"collection","entry":[{"resource":7},{"resource":{"id":"x"}},{},'
        '{"resource":{"resourceType":"Condition","code":3,"subject":[],"recordedDate":{"a":1}}},'
        '{"resource":{"resourceType":"Zebra","id":"z"}}]}'
    )
    report = import_file(vault, path)
    assert counts(report) == (1, 0, 0, 2, 1)
    assert [(problem.where, problem.code) for problem in report.problems] == [
        ("entry[0]", Why.NOT_AN_OBJECT),
        ("entry[1]", Why.NOT_UNDERSTOOD),
    ]
    assert report.kept_types == {"Zebra": 1}
    assert [kept.type for kept in entries.kept(vault)] == ["Zebra"]
    assert attachments.read(vault, attachments.originals(vault)[0].id) == b'{"id":"x"}'


def test_lines_of_which_some_are_odd(vault: Vault, tmp_path: Path) -> None:
    path = tmp_path / "Condition.ndjson"
    lines = [
        json.dumps(condition("a", subject="")),
        "",
        "{oops",
        json.dumps(condition("b", subject="")),
        "[1]",
    ]
    path.write_text("\n".join(lines))
    report = import_file(vault, path)
    assert counts(report) == (2, 0, 0, 2, 0)
    assert [problem.where for problem in report.problems] == ["line 3", "line 5"]
    assert counts(import_file(vault, path)) == (0, 0, 2, 2, 0)
    assert len(attachments.originals(vault)) == 2


def test_a_broken_file_is_kept_whole_and_nothing_else_of_it(vault: Vault, tmp_path: Path) -> None:
    path = write(tmp_path / "a.json", patient(), *[condition(str(number)) for number in range(50)])
    path.write_bytes(path.read_bytes()[:-30])
    report = import_file(vault, path)
    assert counts(report) == (0, 0, 0, 1, 0)
    assert report.problems[0].code is Why.BROKEN_FILE
    assert report.problems[0].where
    assert entries.count(vault, Filter()) == 0
    assert not entries.kept(vault)
    (original,) = attachments.originals(vault)
    assert attachments.read(vault, original.id) == path.read_bytes()


@pytest.mark.parametrize(
    ("content", "expected", "why"),
    [
        (b"", (0, 0, 0, 0, 1), Why.EMPTY),
        (bytes(range(256)) * 10, (0, 0, 0, 1, 0), Why.UNKNOWN_FORMAT),
        (b'{"not": "fhir"}', (0, 0, 0, 1, 0), Why.UNKNOWN_FORMAT),
        (b"<ClinicalDocument/>", (0, 0, 0, 1, 0), Why.UNKNOWN_FORMAT),
        (b'{"resourceType":"Bundle","entry":' + b"[" * 200_000, (0, 0, 0, 1, 0), Why.BROKEN_FILE),
        (
            b'<!DOCTYPE a [<!ENTITY b "c">]><Condition xmlns="http://hl7.org/fhir"><id value="&b;"/></Condition>',
            (0, 0, 0, 1, 0),
            Why.BROKEN_FILE,
        ),
    ],
)
def test_files_that_are_nothing(
    vault: Vault, tmp_path: Path, content: bytes, expected: tuple[int, ...], why: Why
) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(content)
    report = import_file(vault, path)
    assert counts(report) == expected
    assert [problem.code for problem in report.problems] == [why]


def test_what_is_not_a_file(vault: Vault, tmp_path: Path) -> None:
    with pytest.raises(NotAFile):
        import_file(vault, tmp_path)
    with pytest.raises(NotAFile):
        import_file(vault, tmp_path / "absent")


@pytest.mark.parametrize(
    ("name", "content", "media_type"),
    [
        ("Compte rendu.pdf", b"%PDF-1.7\n" + b"x" * 700_000, "application/pdf"),
        ("radio.png", b"\x89PNG\r\n\x1a\n....", "image/png"),
        ("note.txt", "Œdème du genou".encode(), "text/plain"),
    ],
)
def test_a_document_becomes_an_entry(
    vault: Vault, tmp_path: Path, name: str, content: bytes, media_type: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    assert counts(import_file(vault, path, who=ANNA)) == (1, 0, 0, 0, 0)
    assert counts(import_file(vault, path)) == (0, 0, 1, 0, 0)
    (entry,) = entries.page(vault, Filter()).entries
    assert (entry.kind, entry.title, entry.source) == (Kind.DOCUMENT, path.stem, name)
    (file,) = attachments.of_entry(vault, entry.id)
    assert (file.name, file.media_type, file.size) == (name, media_type, len(content))
    assert attachments.read(vault, file.id) == content
    assert import_stream(vault, io.BytesIO(content + b"."), "other").added == 1


def _zip(**files: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as file:
        for name, content in files.items():
            file.writestr(name, content)
    return made.getvalue()


@pytest.mark.parametrize(
    "content",
    [
        b'{"resourceType":"Bundle","type":"collection","entry":[]}',
        b'<Bundle xmlns="http://hl7.org/fhir"><type value="collection"/></Bundle>',
        b'<HealthData locale="fr_FR"><ExportDate value="2024-01-01 00:00:00 +0100"/></HealthData>',
        "date;glycémie (g/L)\n".encode(),
        _zip(),
        _zip(inside=b'{"resourceType":"Bundle","type":"collection"}'),
    ],
)
def test_a_file_with_nothing_in_it_is_kept_and_told_of(vault: Vault, content: bytes) -> None:
    for _ in range(2):
        report = import_stream(vault, io.BytesIO(content), "file")
        assert [one.code for one in report.problems] == [Why.NOTHING]
        assert counts(report) == (0, 0, 0, 1, 0)
    assert len(attachments.originals(vault)) == 1


def test_two_streams_from_nowhere_are_two_files(vault: Vault) -> None:
    """What two programs pipe in has nothing to do with each other: not its references, nor its results."""
    glucose = {
        "resourceType": "Observation",
        "id": "1",
        "category": [{"coding": [{"code": "laboratory"}]}],
        "code": {"coding": [{"system": "http://loinc.org", "code": "2345-7"}]},
        "subject": {"reference": "Patient/1"},
        "effectiveDateTime": "2024-01-02",
        "valueQuantity": {"value": 5, "unit": "mmol/L"},
    }
    bell = io.BytesIO(json.dumps(glucose).encode())
    assert import_stream(vault, bell, "-", who=ANNA).added == 1
    other = io.BytesIO(json.dumps(glucose | {"id": "2"}).encode())
    with pytest.raises(AnotherPerson):
        import_stream(vault, other, "-")
    assert import_stream(vault, other, "-", who=ANNA).duplicate == 1


def test_the_same_bytes_again_are_nothing_new(vault_folder: Path, clock: Clock, tmp_path: Path) -> None:
    path = write(tmp_path / "a.json", patient(), condition("c1", "Asthme"))
    with create(vault_folder, PASSPHRASE, cost=LEAST_COST, now=clock) as vault:
        import_file(vault, path)
        (entry,) = entries.page(vault, Filter()).entries
        came = vault.now()
        assert touched.added_since(vault, [entry.id], came - timedelta(days=1)) == [entry.id]
        clock.time += timedelta(days=2)
        import_file(vault, path)
        assert touched.added_since(vault, [entry.id], came + timedelta(days=1)) == []


def test_cancelled_or_failed_leaves_nothing(vault: Vault, tmp_path: Path) -> None:
    path = write(tmp_path / "a.json", patient(), *[condition(str(number)) for number in range(500)])
    before = journal.head(vault).seq
    calls = iter([False, False, True])
    with pytest.raises(Cancelled):
        import_file(vault, path, cancelled=lambda: next(calls))

    def fails(done: int, total: int) -> None:
        if done == total:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        import_file(vault, path, progress=fails)
    assert journal.head(vault).seq == before
    assert entries.count(vault, Filter()) == 0
    assert import_file(vault, path).added == 500


def test_progress_stays_within_the_file(vault: Vault, tmp_path: Path) -> None:
    path = write(tmp_path / "a.json", patient(), *[condition(str(number)) for number in range(300)])
    told: list[tuple[int, int]] = []
    import_file(vault, path, progress=lambda done, total: told.append((done, total)))
    assert told
    assert all(0 <= done <= total == path.stat().st_size for done, total in told)


def test_names_that_stand_in_other_resources(vault: Vault, tmp_path: Path) -> None:
    statement = {
        "resourceType": "MedicationStatement",
        "id": "s",
        "status": "active",
        "subject": {"reference": "Patient/1"},
        "medicationReference": {"reference": "Medication/m"},
        "informationSource": {"reference": "Practitioner?identifier=urn:rpps|7"},
    }
    medication = {"resourceType": "Medication", "id": "m", "code": {"text": "Levothyrox 75"}}
    doctor = {
        "resourceType": "Practitioner",
        "identifier": [{"system": "urn:rpps", "value": "7"}],
        "name": [{"family": "Durand", "given": ["Zoé"]}],
    }
    import_file(vault, write(tmp_path / "a.json", patient(), statement, medication, doctor))
    (entry,) = entries.page(vault, Filter(search="levoth")).entries
    assert entry.title == "Levothyrox 75"
    target = lookup.resolve(vault, "Medication/m", near=entry.id)
    assert target is not None
    assert target.resource == medication
    conditional = lookup.resolve(vault, "Practitioner?identifier=urn:rpps|7", near=entry.id)
    assert conditional is not None
    assert conditional.type == "Practitioner"
    assert lookup.resolve(vault, "Medication/other", near=entry.id) is None


def test_the_journal_holds_counts_only(vault: Vault, tmp_path: Path) -> None:
    import_file(vault, write(tmp_path / "Secret.json", patient(), condition()))
    line = journal.lines(vault)[-1]
    assert line.action == "import"
    assert line.detail == {"added": 1, "updated": 0, "unchanged": 0, "kept": 1, "refused": 0}
    assert not verify.verify(vault)
