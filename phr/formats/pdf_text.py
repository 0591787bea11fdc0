"""The text of a PDF file, by PDFium: for words to be looked for, not to be shown."""

import threading
import time
from collections.abc import Iterator

LOCK = threading.Lock()
"""Held by whoever uses PDFium: it must not be called from two threads at once (pypdfium2, "Thread incompatibility")."""

_MOST_PAGES = 30
# Seconds after which no further page is begun.
_PATIENCE = 2.0


def text_of(data: bytes) -> str:
    """The text of the first 30 pages; "" of a picture, or if the file cannot be opened without a password."""
    with LOCK:
        return "\n".join(_pages(data))


def _pages(data: bytes) -> Iterator[str]:
    # Loaded where first needed.
    import pypdfium2

    until = time.monotonic() + _PATIENCE
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError:
        return
    try:
        for number in range(min(len(document), _MOST_PAGES)):
            if time.monotonic() > until:
                return
            try:
                page = document[number]
                yield page.get_textpage().get_text_bounded()
            except pypdfium2.PdfiumError:
                continue
    finally:
        document.close()
