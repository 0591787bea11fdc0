"""A PDF file and its pages, as PDFium reads them beyond the pipe.

One process serves the program, one file at a time: whoever opens one waits for the other. It is started when the first
file is opened, and anew after one that ended it.
"""

import atexit
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from threading import Lock
from typing import Annotated, TypeVar

from msgspec import Meta

from phr.errors import FormatError
from phr.formats.pdfium.messages import (
    MOST_BYTES,
    Box,
    Character,
    Characters,
    Close,
    Draw,
    Load,
    Open,
    Ready,
    Request,
    Search,
    Size,
    Text,
)
from phr.formats.pdfium.process import Gone, Process

__all__ = ["MOST_BYTES", "Box", "Character", "Document", "Page", "Pixels", "opened"]

_T = TypeVar("_T")
_Count = Annotated[int, Meta(ge=0, le=2**31 - 1)]
# Seconds of the processor, then the process ends. A page is loaded in some milliseconds, a dense one is read in half a
# second.
_OPENING, _OPENING_MEGABYTE = 2.0, 0.1
_LOADING = 0.5
_READING = 3.0
# Seconds more than a drawing may take, since it is given up only between two things that are drawn.
_GRACE = 0.2
# PDFium holds one file, and must not be called from two threads at once.
_lock = Lock()
_process: Process | None = None


@dataclass(frozen=True, slots=True)
class Pixels:
    """Rows from the top, without gaps: a byte for each pixel if ``gray``, else blue, green, red and an unused one."""

    width: int
    height: int
    gray: bool
    data: bytes


class Page:
    """The page last asked for of its document. Sizes are in points (1/72 inch) as it is shown."""

    def __init__(self, document: "Document", size: Size) -> None:
        self._document = document
        self.width, self.height, self.upright = size.width, size.height, size.upright

    def text(self) -> str:
        """Its first 500,000 characters."""
        return self._document.ask(Text(seconds=_READING), str)

    def characters(self) -> list[Character]:
        """Its first 20,000 characters with their places, without white space."""
        return self._document.ask(Characters(seconds=_READING), list[Character])

    def places(self, text: str, most: int) -> list[tuple[Box, ...]]:
        """Where it says ``text``, case not counting: the boxes of each place, ``most`` at most."""
        return self._document.ask(Search(seconds=_READING, text=text, most=most), list[tuple[Box, ...]])

    def drawn(self, width: int, height: int, *, gray: bool = False, patience: float) -> Pixels:
        """As it is shown, stretched to this size; given up after ``patience`` seconds of the processor."""
        request = Draw(seconds=patience + _GRACE, width=width, height=height, gray=gray, patience=patience)
        return Pixels(width, height, gray, self._document.pixels(request))


class Document:
    """An open PDF with so many ``pages``.

    All that it is asked raises :class:`FormatError` for what cannot be read, or not soon, or not in 2 GiB of memory.
    After what ended the process, that is everything.
    """

    def __init__(self, process: Process, data: bytes) -> None:
        self._process = process
        seconds = _OPENING + _OPENING_MEGABYTE * len(data) / 1e6
        self.pages: int = self._asked(Open(seconds=seconds), _Count, body=data)[0]

    def page(self, number: int, patience: float = _LOADING) -> Page:
        """Page ``number``, from 0; the process ends after ``patience`` seconds of the processor."""
        return Page(self, self.ask(Load(seconds=patience, number=number), Size))

    def ask(self, request: Request, kind: type[_T]) -> _T:
        """What the process answers."""
        return self._asked(request, kind)[0]

    def pixels(self, request: Draw) -> bytes:
        """What it draws."""
        size = request.width * request.height * (1 if request.gray else 4)
        pixels = self._asked(request, bool, most=size)[1]
        if len(pixels) != size:
            self._process.end()
            raise FormatError("pixels of another size")
        return pixels

    def close(self) -> None:
        """Have the process let go of it."""
        if self._process.is_running:
            with suppress(FormatError):  # then it was ended
                self.ask(Close(seconds=_READING), bool)

    def _asked(
        self, request: Request, kind: type[_T], *, body: bytes = b"", most: int = 0
    ) -> tuple[_T, bytes]:
        try:
            answer, rest = self._process.ask(request, kind, body=body, most=most)
        except Gone as error:
            raise FormatError("a PDF that PDFium did not read to its end") from error
        if answer is None:
            raise FormatError("a PDF that cannot be read")
        return answer, rest


@contextmanager
def opened(data: bytes) -> Iterator[Document]:
    """Open a PDF, alone in the program. Raises :class:`FormatError` if that needs a password, or 256 MB or more."""
    if len(data) > MOST_BYTES:
        raise FormatError("a PDF of more than 256 MB")
    with _lock:
        document = Document(_running(), data)
        try:
            yield document
        finally:
            document.close()


def _running() -> Process:
    global _process  # noqa: PLW0603 - one process for the program, as there was one PDFium in it
    if _process is not None:
        try:
            _process.ask(Ready(seconds=_READING), bool)
        except Gone:  # in the file before, or since
            pass
        else:
            return _process
    try:
        _process = Process()
    except Gone as error:
        raise FormatError("PDFium could not be started") from error
    return _process


@atexit.register
def _end() -> None:
    if _process is not None:
        _process.end()
