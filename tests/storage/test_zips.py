"""What becomes of the files in a zip, in a real vault."""

import hashlib
import json
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest

from phr.entry import Kind
from storage import attachments, entries, people
from storage.entries import Filter
from storage.errors import PersonNeeded, SeveralPatients
from storage.intake import FileReport, Who, Why, import_file
from storage.vault import Vault
from tests.phr.test_apple_health import ME, PRESSURE, SIDES, WATCH, export
from tests.phr.test_appointments import EXPORT
from tests.phr.test_tables import SCALE
from tests.phr.test_zipped import XDM
from tests.storage.bundles import condition, patient
from tests.storage.samples import DATA, needs_samples
from tests.zips import locked, lying, nested, put, zipped

PDF = b"%PDF-1.4\n%%EOF\n"
ANNA = Who(person="Anna Bell")


def bundle(*resources: object) -> bytes:
    entry = [{"resource": one} for one in resources]
    return json.dumps({"resourceType": "Bundle", "type": "collection", "entry": entry}).encode()


def counts(report: FileReport) -> tuple[int, int, int, int, int]:
    return report.added, report.updated, report.unchanged, report.kept, report.refused


def titles(vault: Vault) -> list[str]:
    return sorted(entry.title for entry in entries.page(vault, Filter()).entries)


def codes(report: FileReport) -> list[tuple[str, Why]]:
    return [(problem.where, problem.code) for problem in report.problems]


def test_each_file_of_a_zip_is_taken_by_its_content_once(vault: Vault, tmp_path: Path) -> None:
    inner = zipped(("résultats/lettre.pdf", PDF))
    data = zipped(
        ("../../compte rendu.txt", b"Compte rendu"),
        ("anna.dat", bundle(patient(), condition("c1", "Asthme"))),
        ("plus.zip", inner),
        ("empty", b""),
        ("what.bin", bytes(range(256))),
        ("folder/", b""),
    )
    report = import_file(vault, put(tmp_path, data))
    assert counts(report) == (3, 0, 0, 2, 1)
    assert titles(vault) == ["Asthme", "compte rendu", "lettre"]
    assert codes(report) == [("empty", Why.EMPTY), ("what.bin", Why.UNKNOWN_FORMAT)]
    assert [(part.file, counts(part)[0]) for part in report.parts] == [
        ("../../compte rendu.txt", 1),
        ("anna.dat", 1),
        ("plus.zip/résultats/lettre.pdf", 1),
        ("empty", 0),
        ("what.bin", 0),
    ]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.zip", "state", "vault"]
    # The same again, and the same under another name: nothing more.
    assert counts(import_file(vault, put(tmp_path, data))) == (0, 0, 3, 2, 1)
    assert counts(import_file(vault, put(tmp_path, data, "b.zip"))) == (0, 0, 3, 2, 1)
    assert entries.count(vault, Filter()) == 3


def test_everything_in_a_zip_is_of_whom_any_of_its_files_names(vault: Vault, tmp_path: Path) -> None:
    data = zipped(("1.pdf", PDF), ("2.json", bundle(patient(), condition())))
    report = import_file(vault, put(tmp_path, data))
    assert {entry.person for entry in entries.page(vault, Filter()).entries} == set(report.persons)
    assert len(report.persons) == 1


def test_two_patients_in_one_zip_are_asked_about_before_anything_is_filed(
    vault: Vault, tmp_path: Path
) -> None:
    path = put(
        tmp_path,
        zipped(
            ("1.pdf", PDF),
            ("2.json", bundle(patient(), condition("c1", "Asthme"))),
            # The same ids, of another server.
            ("3.json", bundle(patient(name="Bob Bell", born="1950-01-01"), condition("c1", "Goutte"))),
        ),
    )
    with pytest.raises(SeveralPatients):
        import_file(vault, path)
    assert entries.count(vault, Filter()) == 0
    report = import_file(vault, path, who=ANNA)
    assert titles(vault) == ["Asthme"]
    # Whose the PDF is, nobody said.
    assert codes(report) == [("1.pdf", Why.SOMEBODY_ELSE), ("3.json entry[1]", Why.SOMEBODY_ELSE)]


def test_a_document_in_a_zip_asks_whose_it_is(vault: Vault, tmp_path: Path) -> None:
    import_file(vault, put(tmp_path, bundle(patient(), condition()), "a.json"))
    import_file(
        vault,
        put(tmp_path, bundle(patient("2", "Bob Bell", "1950-01-01"), condition()), "b.json"),
        who=Who(each=True),
    )
    with pytest.raises(PersonNeeded):
        import_file(vault, put(tmp_path, zipped(("1.pdf", PDF))))
    assert import_file(vault, put(tmp_path, zipped(("1.pdf", PDF))), who=ANNA).added == 1


def test_a_broken_file_stops_no_other_and_leaves_no_trace_of_its_people(vault: Vault, tmp_path: Path) -> None:
    broken = bundle(patient(), condition())[:-3]
    data = zipped(("1.json", broken), ("2.json", bundle(patient(), condition("c2", "Goutte"))))
    report = import_file(vault, put(tmp_path, data))
    assert counts(report) == (1, 0, 0, 2, 0)
    assert titles(vault) == ["Goutte"]
    assert [code for _, code in codes(report)] == [Why.BROKEN_FILE]
    assert [file.name for file in attachments.originals(vault)] == ["1.json"]


@pytest.mark.parametrize("change", [locked, lambda data: lying(data, 3)])
def test_what_cannot_be_unpacked_is_told_and_the_zip_kept(
    vault: Vault,
    tmp_path: Path,
    change: Callable[[bytes], bytes],
) -> None:
    data = change(zipped(("1.txt", b"some text")))
    report = import_file(vault, put(tmp_path, data))
    assert counts(report) == (0, 0, 0, 1, 1)
    assert codes(report) == [("1.txt", Why.NOT_UNPACKED)]
    (kept,) = attachments.originals(vault)
    assert attachments.read(vault, kept.id) == data


def test_zips_in_zips_are_opened_three_deep(vault: Vault, tmp_path: Path) -> None:
    assert counts(import_file(vault, put(tmp_path, nested(3, ("1.txt", b"deep"))))) == (1, 0, 0, 0, 0)
    report = import_file(vault, put(tmp_path, nested(4, ("1.txt", b"deeper"))))
    assert counts(report) == (0, 0, 0, 1, 0)
    assert codes(report) == [("inner.zip/inner.zip/inner.zip", Why.NOT_OPENED)]


def test_a_bomb_is_kept_packed(vault: Vault, tmp_path: Path) -> None:
    bomb = zipped(*((f"{number}.txt", bytes(20 << 20)) for number in range(4)))
    data = zipped(("1.txt", b"text"), ("bomb.zip", bomb))
    tracemalloc.start()
    report = import_file(vault, put(tmp_path, data))
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert counts(report) == (1, 0, 0, 1, 0)
    assert codes(report) == [("bomb.zip", Why.NOT_OPENED)]
    assert most < 100 << 20


def test_a_message_with_metadata(vault: Vault, tmp_path: Path) -> None:
    report = import_file(
        vault,
        put(
            tmp_path,
            zipped(
                ("INDEX.HTM", b"<html><body>index</body></html>"),
                ("README.TXT", b"Read me"),
                ("IHE_XDM/S1/METADATA.XML", XDM),
                ("IHE_XDM/S1/DOC1.TXT", b"hello"),
                ("IHE_XDM/S1/style.xsl", b'<?xml version="1.0"?><xsl:stylesheet/>'),
            ),
        ),
    )
    assert counts(report) == (1, 0, 0, 4, 0)
    assert {code for _, code in codes(report)} == {Why.PACKAGING}
    (entry,) = entries.page(vault, Filter()).entries
    assert (entry.title, entry.author, entry.date) == ("Lettre", "Dr Jeanne MARTIN", "2024-03-12T10:30:00Z")


def test_a_document_that_is_not_as_described_or_not_there(vault: Vault, tmp_path: Path) -> None:
    report = import_file(vault, put(tmp_path, zipped(("M.XML", XDM), ("DOC1.TXT", b"hallo"))))
    assert codes(report)[1:] == [("DOC1.TXT", Why.NOT_AS_DESCRIBED)]
    assert report.added == 1
    report = import_file(vault, put(tmp_path, zipped(("M.XML", XDM))))
    assert codes(report)[1:] == [("DOC1.TXT", Why.MISSING)]


@needs_samples
def test_a_real_message(vault: Vault) -> None:
    report = import_file(vault, DATA / "xdm" / "xdm.zip")
    assert counts(report) == (1, 0, 0, 4, 0)
    (entry,) = entries.page(vault, Filter()).entries
    (file,) = attachments.of_entry(vault, entry.id)
    digest = hashlib.sha1(attachments.read(vault, file.id), usedforsecurity=False).hexdigest()
    assert digest == "c3328c39b0e29f78e9ff45db674248b1d245887d"


def test_an_export_of_apple_health_is_one_persons(vault: Vault, tmp_path: Path) -> None:
    folder = "apple_health_export"
    data = zipped(
        (f"{folder}/export.xml", export(ME, *SIDES, PRESSURE, WATCH)),
        (f"{folder}/export_cda.xml", b'<ClinicalDocument xmlns="urn:hl7-org:v3"></ClinicalDocument>'),
        (f"{folder}/clinical-records/Condition-1.json", json.dumps(condition()).encode()),
        (f"{folder}/clinical-records/Patient-1.json", json.dumps(patient(gender="female")).encode()),
    )
    report = import_file(vault, put(tmp_path, data))
    # A blood pressure, a pulse and a condition; the document that says the same is put aside.
    assert (report.added, codes(report)) == (3, [(f"{folder}/export_cda.xml", Why.PACKAGING)])
    assert [person.name for person in people.people(vault)] == ["Anna Bell"]
    again = import_file(vault, put(tmp_path, data, "later.zip"))
    assert (again.added, again.updated, again.unchanged) == (0, 0, 3)


def test_a_table_of_measurements_becomes_entries_and_is_kept(vault: Vault, tmp_path: Path) -> None:
    path = put(tmp_path, SCALE.encode(), "poids.csv")
    assert counts(import_file(vault, path)) == (4, 0, 0, 1, 0)
    assert counts(import_file(vault, path)) == (0, 0, 4, 1, 0)
    (kept,) = attachments.originals(vault)
    assert (kept.name, attachments.read(vault, kept.id)) == ("poids.csv", SCALE.encode())
    other = import_file(vault, put(tmp_path, b"a,b\n1,2\n", "other.csv"))
    assert counts(other) == (1, 0, 0, 0, 0)
    assert "other" in titles(vault)


def test_an_export_of_a_platform_is_taken_file_by_file(vault: Vault, tmp_path: Path) -> None:
    data = zipped(
        ("export/appointments.json", json.dumps(EXPORT).encode()),
        ("export/account.json", b'{"email": "a@example.org"}'),
        ("export/index.html", b"<!DOCTYPE html><html><body>Vos documents</body></html>"),
        ("export/documents/ordonnance.pdf", PDF),
    )
    report = import_file(vault, put(tmp_path, data))
    assert counts(report) == (4, 0, 0, 2, 0)
    assert codes(report) == [("export/account.json", Why.UNKNOWN_FORMAT)]
    appointments = entries.page(vault, Filter(kinds=(Kind.APPOINTMENT,))).entries
    assert [entry.hidden for entry in appointments] == [True, True]
    assert counts(import_file(vault, put(tmp_path, data, "b.zip"))) == (0, 0, 4, 2, 0)


@needs_samples
def test_real_french_messages_are_as_their_senders_described_them(vault: Vault) -> None:
    for path in sorted(DATA.glob("unlicensed/xdm-fr/*.[Zz][Ii][Pp]")):
        report = import_file(vault, path, who=ANNA)
        assert report.added + report.updated + report.unchanged > 0, path.name
        assert {code for _, code in codes(report)} <= {Why.PACKAGING, Why.NOT_UNDERSTOOD}, path.name
        assert import_file(vault, path, who=ANNA).added == 0, path.name
