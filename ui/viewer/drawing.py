"""Documents drawn from memory, a page at a time. Which one it is shows by its content, never by its declared type."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QColor, QImage, QImageReader, QPainter, QPainterPath, QTransform

from phr.formats.document_text import text_of
from phr.formats.pdf_text import LOCK
from phr.formats.sniff import Format, media_type, sniff

_HEAD = 65536
_MOST_PIXELS = 50_000_000
_MOST_TEXT = 200_000  # characters
_MARKED = QColor(255, 200, 0, 90)
_PICTURES: Final = {
    Format.PNG: b"png",
    Format.JPEG: b"jpeg",
    Format.GIF: b"gif",
    Format.TIFF: b"tiff",
    Format.BMP: b"bmp",
    Format.WEBP: b"webp",
}


@dataclass(frozen=True, slots=True)
class Drawn:
    """One page of ``pages`` as an ``image``, or the ``text`` of a plain one; neither where it cannot be shown.

    ``searched`` says whether :func:`find` looks into this kind of document.
    """

    pages: int = 1
    image: QImage | None = None
    text: str = ""
    searched: bool = False


# Left, bottom, right and top, in PDF's points from the lower left corner.
Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Mark:
    """A place where something was found: the page, from 0, and the boxes of its letters."""

    page: int
    boxes: tuple[Box, ...]

    @property
    def top(self) -> float:
        """How far up the page it begins, in points."""
        return max(top for _, _, _, top in self.boxes)


def draw(data: bytes, page: int, width: int, turned: int = 0, marks: Iterable[Mark] = ()) -> Drawn:
    """Page ``page`` (from 0), ``width`` pixels wide, turned by quarters of a circle clockwise, what was found marked.

    Never raises for what is in the document.
    """
    form = sniff(data[:_HEAD])
    if form is Format.PDF:
        with _opened(data) as document:
            return _pdf(document, page, width, turned, marks) if document else Drawn()
    if form in _PICTURES:
        return Drawn(image=_fitted(_picture(data, _PICTURES[form]), width, turned))
    if form in (Format.TEXT, Format.HTML, Format.RTF):
        return Drawn(text=text_of(data, media_type(form))[:_MOST_TEXT])
    return Drawn()


def find(data: bytes, text: str, most: int) -> list[Mark]:
    """Where a PDF says ``text``, case not counting, in the order of its pages: ``most`` places at most."""
    if sniff(data[:_HEAD]) is not Format.PDF or not text:
        return []
    found: list[Mark] = []
    with _opened(data) as document:
        for number in range(len(document) if document else 0):
            if len(found) >= most:
                break
            found += _found_on(document, number, text)
    return found[:most]


@contextmanager
def _opened(data: bytes) -> Iterator[Any]:
    """The PDF, or None for one that PDFium does not open."""
    # Loaded where first needed.
    import pypdfium2

    with LOCK:
        try:
            document = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError:
            yield None
            return
        try:
            yield document
        finally:
            document.close()


def _found_on(document: Any, number: int, text: str) -> list[Mark]:
    import pypdfium2

    found: list[Mark] = []
    try:
        page = document[number].get_textpage()
        search = page.search(text)
        while (place := search.get_next()) is not None:
            start, length = place
            boxes = tuple(page.get_rect(one) for one in range(page.count_rects(start, length)))
            found += [Mark(number, boxes)] if boxes else []
    except pypdfium2.PdfiumError:
        pass  # a page that cannot be read holds nothing to be found
    return found


def _pdf(document: Any, number: int, width: int, turned: int, marks: Iterable[Mark]) -> Drawn:
    pages = len(document)
    document.init_forms()  # what was filled in is part of the page
    image = _page(document, number, width, turned, marks) if number < pages else None
    return Drawn(pages, image, searched=True)


def _page(document: Any, number: int, width: int, turned: int, marks: Iterable[Mark]) -> QImage | None:
    import pypdfium2

    try:
        page = document[number]
        across, down = page.get_size()
        if not across > 0 or not down > 0:
            return None
        scale = min(width / (down if turned % 2 else across), (_MOST_PIXELS / (across * down)) ** 0.5)
        bitmap = page.render(scale=scale, prefer_bgrx=True)
        upright = page.get_rotation() == 0
    except (pypdfium2.PdfiumError, ValueError):
        return None
    form = QImage.Format.Format_RGB32  # four bytes, the fourth unused, as "bgrx" asks for
    image = QImage(bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, form).copy()
    if upright:  # else the places, which are of the page before it was turned, would be elsewhere
        _paint(image, [mark for mark in marks if mark.page == number], scale, down)
    return image.transformed(QTransform().rotate(90 * turned)) if turned else image


def _paint(image: QImage, marks: list[Mark], scale: float, down: float) -> None:
    places = QPainterPath()
    for mark in marks:
        for left, bottom, right, top in mark.boxes:
            places.addRect(left * scale, (down - top) * scale, (right - left) * scale, (top - bottom) * scale)
    with QPainter(image) as painter:
        painter.fillPath(places.simplified(), _MARKED)


def _picture(data: bytes, form: bytes) -> QImage | None:
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(form))
    reader.setAutoTransform(True)  # a phone's picture says which side is up
    size = reader.size()
    if size.isValid() and size.width() * size.height() > _MOST_PIXELS:
        return None
    image = reader.read()
    return None if image.isNull() else image


def _fitted(image: QImage | None, width: int, turned: int) -> QImage | None:
    """No wider than its room; a small picture stays as it is."""
    if image is None:
        return None
    if turned:
        image = image.transformed(QTransform().rotate(90 * turned))
    if image.width() > width:
        image = image.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)
    return image
