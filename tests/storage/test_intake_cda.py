"""CDA documents through a real vault: their entries, their files, what comes twice, and another's document."""

from pathlib import Path

import pytest

from phr.entry import Kind
from storage import attachments, entries
from storage.entries import Filter
from storage.errors import AnotherPerson
from storage.intake import Who, Why, import_file
from storage.vault import Vault
from tests.phr.cda.documents import CRP, PDF, POTASSIUM, laboratory, level_1, synthesis

OTHER = "<name><given>Luc</given><family>BERNARD</family></name>"


def write(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def test_a_summary_becomes_entries_and_comes_once(vault: Vault, tmp_path: Path) -> None:
    path = write(tmp_path / "vsm.xml", synthesis("60591-5"))
    report = import_file(vault, path)
    assert (report.added, report.problems) == (13, [])
    assert report.kept_types == {"Patient": 1, "Practitioner": 1, "Organization": 1}
    again = import_file(vault, path)
    assert (again.added, again.updated, again.unchanged) == (0, 0, 13)
    # The same from elsewhere, too.
    elsewhere = import_file(vault, write(tmp_path / "copie.xml", synthesis("60591-5")))
    assert (elsewhere.added, elsewhere.updated) == (0, 0)


def test_the_document_keeps_its_files(vault: Vault, tmp_path: Path) -> None:
    data = level_1()
    import_file(vault, write(tmp_path / "cr.xml", data))
    (document,) = entries.page(vault, Filter(kinds=(Kind.DOCUMENT,))).entries
    files = attachments.of_entry(vault, document.id)
    assert [attachments.read(vault, one.id) for one in files] == [PDF, data]
    assert [one.media_type for one in files] == ["application/pdf", "text/xml"]


def test_the_words_of_a_document_are_found(vault: Vault, tmp_path: Path) -> None:
    import_file(vault, write(tmp_path / "cr.xml", laboratory(CRP)))
    (found,) = entries.page(vault, Filter(search="indice maison")).entries
    assert found.kind is Kind.DOCUMENT


def test_a_newer_version_updates_its_results(vault: Vault, tmp_path: Path) -> None:
    import_file(vault, write(tmp_path / "v1.xml", laboratory(CRP, POTASSIUM)))
    corrected = POTASSIUM.replace('value="5.60"', 'value="4.60"')
    new = laboratory(
        CRP,
        corrected,
        id_="aaaaaaaa-0000-4000-8000-000000000002",
        version=2,
        related='<relatedDocument typeCode="RPLC"><parentDocument>'
        '<id root="aaaaaaaa-0000-4000-8000-000000000001"/></parentDocument></relatedDocument>',
    )
    report = import_file(vault, write(tmp_path / "v2.xml", new))
    # The document itself; the potassium; the rest is as it was.
    assert (report.added, report.updated) == (1, 1)
    (potassium,) = [
        one for one in entries.page(vault, Filter(kinds=(Kind.RESULT,))).entries if one.title == "Potassium"
    ]
    assert potassium.value
    assert (potassium.value.text, potassium.value.unit, potassium.value.flag) == ("4.60", "mmol/L", "H")


def test_another_persons_document_is_asked_about(vault: Vault, tmp_path: Path) -> None:
    import_file(vault, write(tmp_path / "a.xml", laboratory(CRP)))
    bernard = laboratory(CRP, name=OTHER, born="19500101", id_="bbbbbbbb-0000-4000-8000-000000000001")
    bernard = bernard.replace(b"280029912345678", b"150019912345678").replace(b"IPP-7", b"IPP-8")
    before = entries.count(vault, Filter())
    with pytest.raises(AnotherPerson) as asked:
        import_file(vault, write(tmp_path / "b.xml", bernard))
    assert [(one.name, one.birth_date) for one in asked.value.patients] == [("Luc BERNARD", "1950-01-01")]
    assert entries.count(vault, Filter()) == before
    assert import_file(vault, tmp_path / "b.xml", who=Who(person="Luc BERNARD")).added == before


def test_a_broken_document_is_kept_whole(vault: Vault, tmp_path: Path) -> None:
    data = synthesis("SYNTH")[:-40]
    report = import_file(vault, write(tmp_path / "x.xml", data))
    assert [(one.code, one.detail) for one in report.problems] == [(Why.BROKEN_FILE, "not well-formed XML")]
    (original,) = attachments.originals(vault)
    assert attachments.read(vault, original.id) == data
