"""The text of a PDF file, by PDFium: for words to be looked for, not to be shown."""

import time
from collections.abc import Iterator

from phr.errors import FormatError
from phr.formats.pdfium.document import Document, opened

_MOST_PAGES = 30
# Seconds after which no further page is begun.
_PATIENCE = 2.0


def text_of(data: bytes) -> str:
    """The text of the first 30 pages; "" of a picture, or if the file cannot be opened without a password."""
    try:
        with opened(data) as document:
            return "\n".join(_pages(document))
    except FormatError:
        return ""


def _pages(document: Document) -> Iterator[str]:
    until = time.monotonic() + _PATIENCE
    for number in range(min(document.pages, _MOST_PAGES)):
        if time.monotonic() > until:
            return
        try:
            yield document.page(number).text()
        except FormatError:
            continue
