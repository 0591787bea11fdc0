"""Entries are found by what their files say; none of it is shown or exported, and it goes with the entry."""

import base64
import time
from pathlib import Path

import pytest

from storage import document_text, entries, export, journal
from storage.entries import Filter
from storage.intake import Who, import_file
from storage.vault import Vault
from tests import pdfs
from tests.storage.bundles import patient
from tests.storage.pages import decrypted
from tests.ui.phr_command import bundle
from tests.zips import put

LETTER = pdfs.pdf([(72, 72, "Compte rendu de coloscopie"), (72, 90, "Diverticules du sigmoïde, cœcum vu")])
FIRST = {"coloscopie", "coloscop", "sigmoide", "coecum"}


def found(vault: Vault, words: str) -> list[str]:
    return [one.id for one in entries.page(vault, Filter(search=words)).entries]


def take(vault: Vault, folder: Path, data: bytes, name: str = "scan0001.pdf") -> None:
    import_file(vault, put(folder, data, name), who=Who(person="Anna Bell"))


def inline(data: bytes, media_type: str) -> bytes:
    document = {
        "resourceType": "DocumentReference",
        "id": "d1",
        "status": "current",
        "description": "Courrier",
        "subject": {"reference": "Patient/1"},
        "content": [{"attachment": {"contentType": media_type, "data": base64.b64encode(data).decode()}}],
    }
    return bundle(patient(), document)


def test_a_pdf_is_found_by_its_words_which_show_nowhere(vault: Vault, tmp_path: Path) -> None:
    take(vault, tmp_path, LETTER)
    (entry,) = entries.page(vault, Filter()).entries
    for words in FIRST:
        assert found(vault, words) == [entry.id], words
    assert "coloscopie" not in repr(entry)
    assert b"coloscopie" not in entries.resource_bytes(vault, entry.id)
    exported = b"".join(export.export_fhir(vault))
    assert b"coloscopie" not in exported.replace(base64.b64encode(LETTER), b"").lower()


def test_a_correction_keeps_the_words_and_deletion_leaves_none(vault: Vault, tmp_path: Path) -> None:
    take(vault, tmp_path, LETTER)
    (entry,) = entries.page(vault, Filter()).entries
    entries.edit(vault, entry.id, {"title": "Examen", "date": "2024-05-02"})
    assert found(vault, "examen coloscopie") == [entry.id]
    assert b"diverticules" in decrypted(vault.database, vault.data_key)
    assert entries.delete(vault, [entry.id])
    assert found(vault, "coloscopie") == []
    assert b"diverticules" not in decrypted(vault.database, vault.data_key)


@pytest.mark.parametrize(
    ("data", "media_type"),
    [
        (LETTER, "application/pdf"),
        ("Bilan de coloscopie".encode("cp1252"), "text/plain; charset=iso-8859-1"),
        (b"<html><script>x='secret'</script><p>Compte&nbsp;rendu de <b>colo</b>scopie</html>", "text/html"),
        (rb"{\rtf1\ansi{\fonttbl{\f0 Arial;}}\f0\fs20 Coloscopie \'e9largie\par}", "application/rtf"),
    ],
)
def test_files_within_resources_are_read_too(
    vault: Vault, tmp_path: Path, data: bytes, media_type: str
) -> None:
    import_file(vault, put(tmp_path, inline(data, media_type), "a.json"))
    assert len(found(vault, "coloscopie")) == 1 or media_type == "text/html"
    assert len(found(vault, "colo")) == 1
    assert found(vault, "arial") == found(vault, "secret") == []


def test_a_newer_version_is_found_by_its_own_words(vault: Vault, tmp_path: Path) -> None:
    import_file(vault, put(tmp_path, inline(b"coloscopie", "text/plain"), "a.json"))
    import_file(vault, put(tmp_path, inline(b"gastroscopie", "text/plain"), "a.json"))
    assert found(vault, "coloscopie") == []
    assert len(found(vault, "gastroscopie")) == 1


def test_what_came_before_is_read_later_and_once(vault: Vault, tmp_path: Path) -> None:
    take(vault, tmp_path, LETTER)
    import_file(
        vault, put(tmp_path, inline(b"gastroscopie", "text/plain"), "a.json"), who=Who(person="Anna Bell")
    )
    with vault.write() as db:
        # As a vault of schema 1 has them.
        db.execute("DELETE FROM document_text")
        db.execute("UPDATE entry SET words = ''")
    assert found(vault, "coloscopie") == []
    assert document_text.catch_up(vault) == 2
    assert len(found(vault, "coloscopie")) == len(found(vault, "gastroscopie")) == 1
    assert document_text.catch_up(vault) == 0
    assert [line.action for line in journal.lines(vault)].count("texts-read") == 1


def many_pages(count: int) -> bytes:
    return pdfs.pdf(*[[(72, 72, f"page {number}")] for number in range(count)])


@pytest.mark.parametrize(
    "data",
    [
        pdfs.locked(),
        pdfs.with_script(),
        LETTER[: len(LETTER) // 2],
        LETTER.replace(b"842]", b"9e9]"),
        many_pages(10_000),
        b"%PDF-1.7\n" + b"\xff" * 100_000,
    ],
    ids=["locked", "script", "truncated", "giant page", "10,000 pages", "noise"],
)
def test_a_hostile_pdf_is_kept_at_once(vault: Vault, tmp_path: Path, data: bytes) -> None:
    began = time.process_time()
    take(vault, tmp_path, data)
    assert time.process_time() - began < 2
    assert entries.count(vault, Filter()) == 1
    assert document_text.catch_up(vault) == 0
