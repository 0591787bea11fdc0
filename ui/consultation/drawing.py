"""Documents drawn from memory, a page at a time. Which one it is shows by its content, never by its declared type."""

from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from phr.formats.pdf_text import LOCK
from phr.formats.sniff import Format, sniff

_HEAD = 65536
_MOST_PIXELS = 50_000_000
_MOST_TEXT = 200_000  # characters
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
    """One page of ``pages`` as an ``image``, or the ``text`` of a plain one; neither where it cannot be shown."""

    pages: int = 1
    image: QImage | None = None
    text: str = ""


def draw(data: bytes, page: int, width: int) -> Drawn:
    """Page ``page`` (from 0), ``width`` pixels wide. Never raises for what is in the document."""
    form = sniff(data[:_HEAD])
    if form is Format.PDF:
        with LOCK:
            return _pdf(data, page, width)
    if form in _PICTURES:
        return Drawn(image=_picture(data, _PICTURES[form], width))
    if form is Format.TEXT:
        return Drawn(text=data.decode("utf-8", "replace")[:_MOST_TEXT])
    return Drawn()


def _pdf(data: bytes, number: int, width: int) -> Drawn:
    # Loaded where first needed.
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError:
        return Drawn()
    try:
        pages = len(document)
        document.init_forms()  # what was filled in is part of the page
        return Drawn(pages, _page(document, number, width) if number < pages else None)
    finally:
        document.close()


def _page(document: Any, number: int, width: int) -> QImage | None:
    import pypdfium2

    try:
        page = document[number]
        across, down = page.get_size()
        if not across > 0 or not down > 0:
            return None
        scale = min(width / across, (_MOST_PIXELS / (across * down)) ** 0.5)
        bitmap = page.render(scale=scale, prefer_bgrx=True)
    except (pypdfium2.PdfiumError, ValueError):
        return None
    form = QImage.Format.Format_RGB32  # four bytes, the fourth unused, as "bgrx" asks for
    return QImage(bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, form).copy()


def _picture(data: bytes, form: bytes, width: int) -> QImage | None:
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(form))
    reader.setAutoTransform(True)  # a phone's picture says which side is up
    size = reader.size()
    if size.isValid() and size.width() * size.height() > _MOST_PIXELS:
        return None
    image = reader.read()
    if image.isNull():
        return None
    if image.width() > width:
        fitted = QSize(width, max(1, image.height() * width // image.width()))
        image = image.scaled(
            fitted, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
    return image
