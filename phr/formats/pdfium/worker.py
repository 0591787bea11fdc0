"""``python -m phr.formats.pdfium.worker``: PDFium behind a pipe, the only module that knows pypdfium2.

It gets files through standard input and nothing else: no name, no vault, no key. It may take 2 GiB of memory and
write no file, where the system can hold a process to that; it ends as soon as its standard input does.
"""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from ctypes import byref
from queue import SimpleQueue
from threading import Event, Thread
from typing import IO, Any

import msgspec
import pypdfium2
from pypdfium2 import raw

from phr.formats.pdfium.messages import (
    FARTHEST,
    MOST_BYTES,
    MOST_CHARACTERS,
    MOST_TEXT,
    BadMessage,
    Box,
    Character,
    Characters,
    Close,
    Draw,
    Load,
    Open,
    Ready,
    Requests,
    Search,
    Size,
    Text,
    receive,
    send,
)

# Bytes: a file of 256 MB, a page of 50 million pixels, and what PDFium unpacks for them.
_MOST_MEMORY = 2 << 30
# Seconds between two looks at the processor's time.
_LOOK = 0.05
_Answer = tuple[Any, bytes | memoryview]


def main() -> None:
    """Answer until nobody asks any more."""
    _bind()
    questions: SimpleQueue[tuple[bytes, bytes]] = SimpleQueue()
    Thread(target=_listen, args=(sys.stdin.buffer, questions), daemon=True).start()
    reader, watch = _Reader(), _Watch()
    watch.start()
    while True:
        question, body = questions.get()
        request = msgspec.json.decode(question, type=Requests)
        watch.begin(request.seconds)
        try:
            answer, pixels = reader.answer(request, body)
        except (pypdfium2.PdfiumError, ValueError):
            answer, pixels = None, b""
        watch.rest()
        send(sys.stdout.buffer, msgspec.json.encode(answer), pixels)


def _bind() -> None:
    """Hold this process to its memory, and to writing no file and no core dump."""
    if sys.platform == "win32":
        return
    import resource

    limits = {
        resource.RLIMIT_AS: _MOST_MEMORY,
        resource.RLIMIT_FSIZE: 0,
        resource.RLIMIT_CORE: 0,
    }
    for limit, most in limits.items():
        with suppress(OSError, ValueError):  # a system that has it and does not let it be set
            resource.setrlimit(limit, (most, most))


def _listen(stream: IO[bytes], questions: "SimpleQueue[tuple[bytes, bytes]]") -> None:
    """Beside PDFium, so that the end of the program is noticed while it works."""
    while True:
        try:
            questions.put(receive(stream, MOST_BYTES))
        except BadMessage:
            os._exit(0)


class _Watch(Thread):
    """Ends the process when an answer takes too much of the processor; PDFium cannot be stopped otherwise."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self._is_working = Event()
        self._until = 0.0

    def begin(self, seconds: float) -> None:
        """Count from now."""
        self._until = time.process_time() + seconds
        self._is_working.set()

    def rest(self) -> None:
        """The answer is there."""
        self._is_working.clear()

    def run(self) -> None:
        while self._is_working.wait():
            time.sleep(_LOOK)
            if self._is_working.is_set() and time.process_time() > self._until:
                os._exit(1)


class _Reader:
    """One file, one page of it."""

    def __init__(self) -> None:
        self._document: Any = None
        self._page: Any = None

    def answer(self, request: Requests, body: bytes) -> _Answer:
        """Raises PdfiumError and ValueError for what cannot be read."""
        value: Any = True
        pixels: bytes | memoryview = b""
        match request:
            case Ready():
                pass
            case Open():
                value = self._open(body)
            case Close():
                self._close()
            case Load(number=number):
                value = self._load(number)
            case Text():
                value = self._page.get_textpage().get_text_bounded()[:MOST_TEXT]
            case Characters():
                value = list(_characters(self._page.get_textpage()))
            case Search(text=text, most=most):
                value = _places(self._page.get_textpage(), text, most)
            case Draw():
                pixels = _drawn(self._document, self._page, request)
        return value, pixels

    def _open(self, data: bytes) -> int:
        self._close()
        self._document = pypdfium2.PdfDocument(data)
        self._document.init_forms()  # what was filled in is part of the page
        return len(self._document)

    def _close(self) -> None:
        self._page = None
        if self._document is not None:
            self._document.close()
            self._document = None

    def _load(self, number: int) -> Size:
        self._page = self._document[number]
        width, height = self._page.get_size()
        return Size(width, height, self._page.get_rotation() == 0)


def _characters(text: Any) -> Iterator[Character]:
    box = raw.FS_RECTF()
    begins = True
    for place in range(min(text.count_chars(), MOST_CHARACTERS)):
        code = raw.FPDFText_GetUnicode(text.raw, place)
        character = chr(code) if code < 0x110000 else ""
        if not character.isprintable() or character.isspace():
            begins = True
        elif raw.FPDFText_GetLooseCharBox(text.raw, place, byref(box)) and _is_near(box):
            middle = (box.top + box.bottom) / 2
            yield Character(box.left, box.right, middle, box.top - box.bottom, character, begins)
            begins = False


def _places(page: Any, text: str, most: int) -> list[list[Box]]:
    found: list[list[Box]] = []
    search = page.search(text)
    while len(found) < most and (place := search.get_next()) is not None:
        start, length = place
        boxes = [page.get_rect(one) for one in range(page.count_rects(start, length))]
        found += [boxes] if boxes else []
    return found


def _is_near(box: Any) -> bool:
    """Whether a box has a height and can be on a page."""
    points = (box.left, box.bottom, box.right, box.top)
    return bool(box.top > box.bottom and all(-FARTHEST <= point <= FARTHEST for point in points))


def _drawn(document: Any, page: Any, request: Draw) -> memoryview | bytes:
    """The pixels of a page; ValueError if it takes too long: forty kilobytes can draw a million lines."""
    until = time.process_time() + request.patience
    pause = raw.IFSDK_PAUSE(version=1, user=None)
    callback = dict(raw.IFSDK_PAUSE._fields_)["NeedToPauseNow"]
    pause.NeedToPauseNow = callback(lambda _: time.process_time() > until)
    kind = raw.FPDFBitmap_Gray if request.gray else raw.FPDFBitmap_BGRx
    bitmap = pypdfium2.PdfBitmap.new_native(request.width, request.height, kind)
    bitmap.fill_rect((255, 255, 255, 255), 0, 0, request.width, request.height)
    flags = raw.FPDF_ANNOT | (raw.FPDF_GRAYSCALE if request.gray else 0)
    place = (0, 0, request.width, request.height, 0, flags)
    status = raw.FPDF_RenderPageBitmap_Start(bitmap, page, *place, pause)
    raw.FPDF_RenderPage_Close(page)
    if status != raw.FPDF_RENDER_DONE:
        raise ValueError
    if document.formenv:
        raw.FPDF_FFLDraw(document.formenv, bitmap, page, *place)
    return _rows(bitmap, request.width * (1 if request.gray else 4))


def _rows(bitmap: Any, length: int) -> memoryview | bytes:
    """Without what fills a row up to a multiple of four bytes."""
    pixels, stride = memoryview(bitmap.buffer).cast("B"), bitmap.stride
    if stride == length:
        return pixels
    return b"".join(pixels[at : at + length] for at in range(0, stride * bitmap.height, stride))


if __name__ == "__main__":
    main()
