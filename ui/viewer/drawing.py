"""Documents drawn from memory, a page at a time. Which one it is shows by its content, never by its declared type."""

import math
import time
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QColor, QImage, QImageReader, QPainter, QPainterPath, QTransform

from phr.errors import FormatError
from phr.formats.document_text import text_of
from phr.formats.pdfium.document import Box, Document, opened
from phr.formats.sniff import Format, media_type, sniff

_HEAD = 65536
_MOST_PIXELS = 50_000_000
_MOST_TEXT = 200_000  # characters
# Seconds of the processor for a page to be loaded and to be drawn; seconds after which no further page is searched.
_PATIENCE_LOADING = 1.5
_PATIENCE = 5.0
_PATIENCE_SEARCH = 10.0
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


@dataclass(frozen=True, slots=True)
class Mark:
    """A place where something was found: the page, from 0, and the boxes of its letters in points, from below."""

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
        try:
            with opened(data) as document:
                return Drawn(document.pages, _page(document, page, width, turned, marks), searched=True)
        except FormatError:
            return Drawn()
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
    until = time.monotonic() + _PATIENCE_SEARCH
    try:
        with opened(data) as document:
            for number in range(document.pages):
                if len(found) >= most or time.monotonic() > until:
                    break
                found += _found_on(document, number, text, most - len(found))
    except FormatError:
        return []
    return found


def _found_on(document: Document, number: int, text: str, most: int) -> list[Mark]:
    try:
        return [Mark(number, boxes) for boxes in document.page(number).places(text, most)]
    except FormatError:
        return []  # a page that cannot be read holds nothing to be found


def _page(document: Document, number: int, width: int, turned: int, marks: Iterable[Mark]) -> QImage | None:
    try:
        page = document.page(number, _PATIENCE_LOADING)
        if not page.width or not page.height:
            return None
        across = page.height if turned % 2 else page.width
        scale = min(width / across, (_MOST_PIXELS / (page.width * page.height)) ** 0.5)
        size = math.ceil(page.width * scale), math.ceil(page.height * scale)
        pixels = page.drawn(*size, patience=_PATIENCE)
    except FormatError:
        return None
    form = QImage.Format.Format_RGB32  # four bytes, the fourth unused
    image = QImage(pixels.data, pixels.width, pixels.height, 4 * pixels.width, form).copy()
    if page.upright:  # else the places, which are of the page before it was turned, would be elsewhere
        _paint(image, [mark for mark in marks if mark.page == number], scale, page.height)
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
