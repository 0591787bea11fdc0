"""What a document says, in the window: results confirmed, text recognised in a picture."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from phr.entry import Kind
from phr.formats import recognition
from storage import attachments, entries
from storage.entries import Filter
from storage.intake import Who, import_file
from tests.photographs import paper, saved
from tests.storage.test_proposals import laboratory_pdf
from tests.zips import put
from ui.desktop.pictures import settle
from ui.desktop.window import Window

CHECK = int(Qt.ItemDataRole.CheckStateRole)


def show_document(window: Window, folder: Path, data: bytes, name: str) -> str:
    """Take a file in, and look at it in the record: its entry."""
    import_file(window.record.vault, put(folder, data, name), who=Who(person="Odile Mercier"))
    window.record.refresh()
    settle()
    (entry,) = entries.page(window.record.vault, Filter(kinds=(Kind.DOCUMENT,))).entries
    window.record.select(entry.id)
    settle()
    return entry.id


def results(window: Window) -> list[str]:
    found = entries.page(window.record.vault, Filter(kinds=(Kind.RESULT,), search="glycemie")).entries
    return [one.title for one in found]


def test_results_are_confirmed_one_by_one(filled: Window, tmp_path: Path) -> None:
    document = show_document(filled, tmp_path, laboratory_pdf(), "bilan.pdf")
    side = filled.record.documents
    assert filled.record.detail.proposals.isVisible()
    filled.record.detail.proposals.click()
    settle()
    assert side.proposals.isVisible()
    assert side.proposals.model.rowCount() == 5
    assert not side.proposals.keep.isEnabled()
    first = side.proposals.model.index(0, 0)
    assert side.proposals.model.setData(first, Qt.CheckState.Checked, CHECK)
    assert results(filled) == []
    side.proposals.keep.click()
    settle()
    assert results(filled) == ["Glycémie à jeun"]
    assert [one.title for one in entries.read_from(filled.record.vault, document)] == ["Glycémie à jeun"]

    filled.record.select(document)
    filled.record.detail.proposals.click()
    settle()
    assert side.proposals.model.data(first, CHECK) is None
    side.proposals.everything.click()
    assert side.proposals.model.chosen == {2, 3, 4, 5}
    side.proposals.date.setText("99/99/9999")
    side.proposals.keep.click()
    settle()
    assert entries.count(filled.record.vault, Filter(search="plaquettes", kinds=(Kind.RESULT,))) == 0


def test_the_text_of_a_picture_is_recognised_on_demand(filled: Window, tmp_path: Path) -> None:
    show_document(filled, tmp_path, saved(paper()), "scan.jpg")
    assert not filled.record.detail.proposals.isVisible()
    filled.record.detail.text.click()
    settle()
    panel = filled.record.documents.recognised
    assert panel.isVisible()
    assert panel.begin_button.isVisible() is recognition.available()


@pytest.mark.skipif(not recognition.available(), reason="the extra ocr is not installed")
def test_recognised_text_is_read_beside_and_found(filled: Window, tmp_path: Path) -> None:
    document = show_document(filled, tmp_path, saved(paper()), "scan.jpg")
    filled.record.detail.text.click()
    settle()
    panel = filled.record.documents.recognised
    panel.begin_button.click()
    settle()
    assert "pneumopathie" in panel.text.toPlainText()
    found = entries.page(filled.record.vault, Filter(search="pneumopathie")).entries
    assert [one.id for one in found] == [document]


def photographs(folder: Path) -> list[Path]:
    return [put(folder, saved(paper((f"Page {number}",))), f"{number}.jpg") for number in range(2)]


def test_photographs_are_asked_about_and_become_one_document(filled: Window, tmp_path: Path) -> None:
    files = photographs(tmp_path)
    filled.taking.take_files(files)
    settle()
    page = filled.photographs
    assert filled.pages.currentWidget() is page
    page.later.click()
    page.turn.click()
    settle()
    assert [(one.path, one.turn) for one in page.photographs] == [(files[1], 0), (files[0], 90)]
    page.one.click()
    assert entries.count(filled.record.vault, Filter(kinds=(Kind.DOCUMENT,))) == 0  # it has no title yet
    page.name.setText("Ordonnance")
    page.straighten.click()
    page.one.click()
    settle()
    (entry,) = entries.page(filled.record.vault, Filter(kinds=(Kind.DOCUMENT,))).entries
    assert entry.title == "Ordonnance"
    assert filled.pages.currentWidget() is filled.record


def test_one_photograph_gets_a_title_and_loses_what_the_telephone_noted(
    filled: Window, tmp_path: Path
) -> None:
    photograph = photographs(tmp_path)[0]
    filled.taking.take_files([photograph])
    settle()
    page = filled.photographs
    assert filled.pages.currentWidget() is page
    assert page.one.text() == "Garder comme document"
    assert not page.later.isVisible()
    page.name.setText("Ordonnance")
    QTest.keyClick(page.name, Qt.Key.Key_Return)
    settle()
    vault = filled.record.vault
    (entry,) = entries.page(vault, Filter(kinds=(Kind.DOCUMENT,))).entries
    assert entry.title == "Ordonnance"
    kinds = [file.media_type for file in attachments.of_entry(vault, entry.id)]
    assert kinds == ["application/pdf", "image/jpeg"]  # an access takes the first alone


def test_one_photograph_may_be_taken_as_it_is_and_other_pictures_are(filled: Window, tmp_path: Path) -> None:
    filled.taking.take_files(photographs(tmp_path)[:1])
    settle()
    filled.photographs.many.click()
    settle()
    assert filled.pages.currentWidget() is filled.imports
    filled.imports.review.dropped.emit()
    filled.taking.take_files([put(tmp_path, saved(paper(), "PNG"), "écran.png")])
    settle()
    assert filled.pages.currentWidget() is filled.imports


def test_photographs_may_be_documents_of_their_own(filled: Window, tmp_path: Path) -> None:
    filled.taking.take_files(photographs(tmp_path))
    settle()
    filled.photographs.many.click()
    settle()
    assert filled.pages.currentWidget() is filled.imports
