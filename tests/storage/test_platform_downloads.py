"""Downloads of Mon Espace Santé and of platforms, as far as they can be imagined: no public sample of either exists."""

import io
import json
import zipfile
from pathlib import Path

import pytest
from PIL import Image

from phr.entry import Kind
from storage import attachments, entries, verify
from storage.entries import Filter
from storage.intake import Who, Why, import_file
from storage.people import people
from storage.vault import Vault
from tests.phr.cda.documents import CRP, laboratory
from tests.phr.test_appointments import EXPORT
from tests.zips import put, zipped

PDF = b"%PDF-1.4\n%%EOF\n"
INDEX = b"<!DOCTYPE html><html><head><title>Mes documents</title></head><body>Liste</body></html>"


def picture(form: str) -> bytes:
    stream = io.BytesIO()
    Image.new("RGB", (20, 10), "white").save(stream, form)
    return stream.getvalue()


def test_a_download_of_mon_espace_sante(vault: Vault, tmp_path: Path) -> None:
    """Odd names, accents, a page that lists the files, the same letter twice, a zip within."""
    letter = PDF + b"lettre"
    inner = zipped(
        ("Imagerie/échographie.pdf", PDF + b"echo"), ("LISEZMOI.TXT", "À lire d'abord".encode("cp1252"))
    )
    data = zipped(
        ("index.html", INDEX),
        ("Mes documents/2024-03-12 - CR de biologie - Labo d'À Côté.xml", laboratory(CRP)),
        ("Mes documents/Ordonnance (1).PDF", letter),
        ("Mes documents/Ordonnance (1) - copie.pdf", letter),
        ("Mes documents/Scan n° 3 – été.jpg", picture("JPEG")),
        ("Mes documents/CON.png", picture("PNG")),
        ("Mes documents/../../../etc/passwd", b"root:x:0"),
        ("C:\\Users\\Anna\\radio.pdf", PDF + b"radio"),
        ("Mes documents/sans-extension", bytes(range(256))),
        ("Mes documents/vide.pdf", b""),
        ("archive.zip", inner),
    )
    before = sorted(path.name for path in tmp_path.iterdir())
    report = import_file(vault, put(tmp_path, data))
    assert report.resources == (
        report.added + report.updated + report.unchanged + report.kept + report.refused + report.left_out
    )
    problems = {(problem.where, problem.code) for problem in report.problems}
    assert problems == {
        ("Mes documents/sans-extension", Why.UNKNOWN_FORMAT),
        ("Mes documents/vide.pdf", Why.EMPTY),
    }
    documents = [one.title for one in entries.page(vault, Filter(kinds=(Kind.DOCUMENT,)), limit=50).entries]
    for title in ("Scan n° 3 – été", "échographie", "Ordonnance (1)", "CON", "LISEZMOI"):
        assert title in documents
    assert len([title for title in documents if title.startswith("Ordonnance")]) == 1
    assert any(
        "CRP" in one.title or "protéine" in one.title
        for one in entries.page(vault, Filter(kinds=(Kind.RESULT,)), limit=50).entries
    )
    assert len(people(vault)) == 1
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([*before, "a.zip"])
    assert verify.verify(vault) == []


def test_an_export_of_a_booking_platform(vault: Vault, tmp_path: Path) -> None:
    data = zipped(
        ("export/données.json", json.dumps(EXPORT).encode()),
        ("export/documents/Résultat d'examen.pdf", PDF),
        ("export/messages.html", INDEX),
        ("export/profil.csv", b"nom;ville\nBell;Lyon\n"),
        ("export/journal.json", json.dumps({"logins": [{"at": "2024-03-12T08:15:00Z"}]}).encode()),
        ("LISEZMOI.txt", b"Vos droits : articles 15 et 20 du RGPD."),
    )
    report = import_file(vault, put(tmp_path, data), who=Who(person="Anna Bell"))
    assert {problem.where for problem in report.problems} == {"export/journal.json"}
    appointments = entries.page(vault, Filter(kinds=(Kind.APPOINTMENT,)), limit=50).entries
    assert [(one.title, one.hidden) for one in appointments] == [
        ("Dr Paul Petit", True),
        ("Première consultation", True),
    ]
    documents = entries.page(vault, Filter(kinds=(Kind.DOCUMENT,)), limit=50).entries
    assert sorted(one.title for one in documents) == ["LISEZMOI", "Résultat d'examen", "messages", "profil"]
    kept = {one.name for one in attachments.originals(vault)}
    assert {"données.json", "journal.json"} <= kept


@pytest.mark.parametrize("keep", [0.3, 0.9])
def test_a_download_that_broke_off_is_kept_and_said(vault: Vault, tmp_path: Path, keep: float) -> None:
    data = zipped(("a.pdf", PDF * 50), ("b.pdf", PDF), method=zipfile.ZIP_STORED)
    report = import_file(vault, put(tmp_path, data[: int(len(data) * keep)]), who=Who(person="Anna Bell"))
    assert [problem.code for problem in report.problems] == [Why.NOT_OPENED]
    assert (report.kept, report.added) == (1, 0)
