"""The chosen documents: which can be set on pages, and how many they take."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QImage, QImageIOHandler, QImageReader

from phr.formats.sniff import Format
from sharing.extract import Document, Extract, Item
from sharing.pdf_pages import Pages

_LONGEST = 3000
"""Pixels of a picture along its longer side: 300 dots per inch of paper."""
_LONGEST_TEXT = 200_000
"""Bytes of a text that is set: some sixty pages."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that can be read. ``size`` is as it is seen, in pixels."""

    data: bytes
    size: tuple[int, int]

    def image(self) -> QImage:
        """Read it, turned as its camera says, no larger than paper shows."""
        reader = _Reader(self.data)
        if max(self.size) > _LONGEST:
            reader.setScaledSize(reader.size().scaled(_LONGEST, _LONGEST, Qt.AspectRatioMode.KeepAspectRatio))
        return reader.read()


@dataclass(frozen=True, slots=True)
class Annex:
    """A document with its number among those that are set, 0 for one that is not."""

    number: int
    item: Item
    document: Document
    content: Pages | Picture | str | None

    @property
    def pages(self) -> int:
        """Pages that it takes; of a text one at least."""
        return len(self.content) if isinstance(self.content, Pages) else int(self.content is not None)


def annexes(whole: Extract) -> dict[str, list[Annex]]:
    """The documents of each entry, by entry id, numbered in the order of reading. One file of an entry is set once,
    however often its resource holds it."""
    found: dict[str, list[Annex]] = {}
    number = 0
    for item in whole.items:
        for document in _different(item.documents):
            content = _content(document)
            number += content is not None
            annex = Annex(0 if content is None else number, item, document, content)
            found.setdefault(item.told.id, []).append(annex)
    return found


def _different(documents: Sequence[Document]) -> list[Document]:
    return list({document.data or document.name: document for document in reversed(documents)}.values())[::-1]


def _content(document: Document) -> Pages | Picture | str | None:
    if document.format is Format.PDF:
        return Pages.of(document.data)
    if document.format is Format.TEXT and len(document.data) <= _LONGEST_TEXT:
        return _text(document.data)
    if document.format in (Format.PNG, Format.JPEG):
        reader = _Reader(document.data)
        size = reader.size()
        if reader.transformation() & QImageIOHandler.Transformation.TransformationRotate90:
            size.transpose()
        picture = Picture(document.data, (size.width(), size.height()))
        return picture if size.isValid() and not picture.image().isNull() else None
    return None


def _text(data: bytes) -> str | None:
    """A text that can be read without a guess at its encoding, or None."""
    try:
        text = data.decode("utf-8-sig").strip()
    except UnicodeDecodeError:
        return None
    return text if text.replace("\n", "").replace("\r", "").replace("\t", "").isprintable() else None


class _Reader(QImageReader):
    """A reader that keeps the bytes which it reads."""

    def __init__(self, data: bytes) -> None:
        self._buffer = QBuffer()
        self._buffer.setData(data)
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        super().__init__(self._buffer)
        self.setAutoTransform(True)
