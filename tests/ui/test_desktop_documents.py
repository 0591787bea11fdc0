"""Documents, read in the real window from a real vault."""

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QMarginsF, QSize
from PySide6.QtGui import QColor, QImage, QPageLayout, QPageSize, QPainter, QPdfWriter
from PySide6.QtPrintSupport import QPrinter

from storage import attachments, entries
from storage.entries import Filter
from storage.intake import Who, import_file
from ui.desktop.documents_page import DocumentsPage
from ui.desktop.pictures import settle
from ui.desktop.window import Window
from ui.viewer.drawing import draw, find


def pdf(file: Path, pages: int = 3) -> Path:
    """A PDF whose page n says "Page numéro n" and "lithium"."""
    writer = QPdfWriter(str(file))
    writer.setPageLayout(
        QPageLayout(QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, QMarginsF())
    )
    with QPainter(writer) as painter:
        for number in range(1, pages + 1):
            if number > 1:
                writer.newPage()
            painter.drawText(1000, 1000, f"Page numéro {number}, lithium")
    return file


def picture(file: Path) -> Path:
    """Twice as wide as high, its left half red."""
    image = QImage(QSize(400, 200), QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    with QPainter(image) as painter:
        painter.fillRect(0, 0, 200, 200, QColor("red"))
    assert image.save(str(file))
    return file


@pytest.fixture
def page(filled: Window, tmp_path: Path) -> DocumentsPage:
    """The page of documents, with a PDF and a picture of the record."""
    person = filled.sidebar.whose()
    assert filled.vault is not None
    for file in (pdf(tmp_path / "courrier.pdf"), picture(tmp_path / "radio.png")):
        import_file(filled.vault, file, who=Who(person=person))
    filled.documents.refresh()
    filled.show_page(filled.documents)
    settle()
    return filled.documents


def open_titled(page: DocumentsPage, title: str) -> None:
    titles = [page.model.entry_at(number).title for number in range(page.model.rowCount())]
    page.table.selectRow(titles.index(title))
    settle()


def test_only_documents_are_listed_and_the_first_page_is_shown(page: DocumentsPage) -> None:
    assert page.model.rowCount() == 2
    open_titled(page, "courrier")
    assert not page.viewer.picture.pixmap().isNull()
    assert page.viewer.where.text() == "Page 1 sur 3"


def test_pages_are_turned_over(page: DocumentsPage) -> None:
    open_titled(page, "courrier")
    first = page.viewer.picture.pixmap().toImage()
    page.viewer.next.click()
    settle()
    assert page.viewer.where.text() == "Page 2 sur 3"
    assert page.viewer.picture.pixmap().toImage() != first
    page.viewer.next.click()
    settle()
    assert not page.viewer.next.isEnabled()


def test_a_picture_is_enlarged_and_turned(page: DocumentsPage) -> None:
    open_titled(page, "radio")
    shown = page.viewer.picture.pixmap()
    assert shown.width() == 2 * shown.height()
    assert not page.viewer.search.isVisible()
    page.viewer.turn.click()
    settle()
    turned = page.viewer.picture.pixmap().toImage()
    assert turned.height() == 2 * turned.width()
    # Clockwise: what was left is above.
    assert turned.pixelColor(turned.width() // 2, 10) == QColor("red")


def test_what_is_searched_is_found_page_after_page_and_marked(page: DocumentsPage) -> None:
    open_titled(page, "courrier")
    before = page.viewer.picture.pixmap().toImage()
    page.viewer.search.setText("LITHIUM")
    page.viewer.find_next()
    settle()
    assert page.viewer.found.text() == "1 / 3"
    assert page.viewer.picture.pixmap().toImage() != before
    page.viewer.find_next()
    settle()
    assert page.viewer.where.text() == "Page 2 sur 3"
    page.viewer.search.setText("quetiapine")
    page.viewer.find_next()
    settle()
    assert page.viewer.found.text() == "Introuvable"


def test_an_item_leads_to_its_file_and_back(page: DocumentsPage, filled: Window) -> None:
    assert filled.vault is not None
    letter = next(one for one in entries.page(filled.vault, Filter()).entries if one.title == "courrier")
    filled.show_page(filled.record)
    filled.record.show_entry(letter.id)
    settle()
    file = attachments.of_entry(filled.vault, letter.id)[0]
    filled.record.detail.open_asked.emit(file)
    settle()
    assert filled.pages.currentWidget() is page
    assert page.name.text() == "courrier"
    page.see_item.click()
    settle()
    assert [one.id for one in filled.record.chosen()] == [letter.id]


def test_locking_leaves_nothing_of_a_document(page: DocumentsPage, filled: Window) -> None:
    open_titled(page, "courrier")
    filled.lock()
    assert page.viewer.picture.pixmap().isNull()
    assert page.viewer._data == b""
    assert not page.viewer._drawn.image
    assert page.file.count() == 0
    assert page.model.rowCount() == 0


def test_all_pages_are_printed_under_a_name_that_says_nothing(page: DocumentsPage, tmp_path: Path) -> None:
    open_titled(page, "courrier")
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "paper.pdf"))
    sheets: list[int] = []
    page.viewer.printed.connect(sheets.append)
    page.viewer.print_on(printer)
    settle()
    assert sheets == [3]
    assert printer.docName() == "Carnet"
    assert draw((tmp_path / "paper.pdf").read_bytes(), 0, 100).pages == 3


def test_a_copy_is_saved_for_its_owner_alone(page: DocumentsPage, tmp_path: Path) -> None:
    open_titled(page, "radio")
    page.save_to(tmp_path / "copy.png")
    settle()
    assert (tmp_path / "copy.png").read_bytes() == (tmp_path / "radio.png").read_bytes()
    assert (tmp_path / "copy.png").stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"%PDF-1.7\n",
        b"%PDF-1.7\ntrailer<</Root 1 0 R>>",
        b"\x89PNG\r\n\x1a\n" + bytes(40),
        b"\xff\xd8\xff\xe0",
    ],
)
def test_a_broken_document_is_said_to_be_one(data: bytes) -> None:
    drawn = draw(data, 0, 400)
    assert drawn.image is None
    assert not drawn.text
    assert find(data, "a", 10) == []


def test_a_page_as_large_as_a_field_is_drawn_within_limits(tmp_path: Path) -> None:
    file = tmp_path / "large.pdf"
    writer = QPdfWriter(str(file))
    writer.setPageSize(QPageSize(QSize(200_000, 200_000), "large"))
    with QPainter(writer) as painter:
        painter.drawText(10, 10, "a")
    image = draw(file.read_bytes(), 0, 100_000).image
    assert image is not None
    assert image.width() * image.height() <= 50_100_000


def test_html_is_shown_as_its_words() -> None:
    drawn = draw(b"<html><body><script>alert(1)</script><p>Bonjour</p></body></html>", 0, 400)
    assert "Bonjour" in drawn.text
    assert "alert" not in drawn.text


def test_a_picture_declared_larger_than_memory_is_not_read() -> None:
    # A bitmap of 60,000 by 60,000 pixels that ends after its header.
    header = b"BM" + (54).to_bytes(4, "little") + bytes(4) + (54).to_bytes(4, "little")
    header += (40).to_bytes(4, "little") + (60_000).to_bytes(4, "little") * 2
    header += (1).to_bytes(2, "little") + (24).to_bytes(2, "little") + bytes(24)
    assert draw(QByteArray(header).data(), 0, 400).image is None
