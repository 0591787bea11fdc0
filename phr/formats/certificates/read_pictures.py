"""Certificates in pictures and on pages: QR and Data Matrix codes, read by ZXing.

The picture or PDF itself is a document whatever stands in its codes. Codes that are no certificate about health are
passed over.
"""

import time
import warnings
from collections.abc import Iterator
from typing import BinaryIO

import zxingcpp

from phr.errors import FormatError
from phr.formats.certificates.codes import certificates, is_certificate
from phr.formats.certificates.signature import NO_KEYS, Keys
from phr.formats.fhir.items import Item
from phr.formats.pdfium.document import MOST_BYTES, Document, opened

_MOST_PIXELS = 50_000_000
_MOST_PAGES = 30
# Dots to an inch at which the smallest printed codes are read.
_RESOLUTION = 200
_POINTS = 72
# What is larger is looked at smaller: a picture made to look full of codes takes ZXing a second for 4 million pixels.
_LOOKED_AT = 6_000_000
# Seconds after which no further page is begun, and of the processor after which one is given up.
_PATIENCE = 10.0
_PATIENCE_PAGE = 0.7
_KINDS = zxingcpp.BarcodeFormats([zxingcpp.BarcodeFormat.QRCode, zxingcpp.BarcodeFormat.DataMatrix])


def read_picture(stream: BinaryIO, keys: Keys = NO_KEYS) -> Iterator[Item]:
    """What the codes in a PNG or JPEG attest; nothing if it cannot be decoded or has more than 50 million pixels."""
    yield from _items([("", text) for text in _codes(_gray(stream))], keys)


def read_pages(stream: BinaryIO, keys: Keys = NO_KEYS) -> Iterator[Item]:
    """What the codes on the first 30 pages of a PDF attest.

    Nothing if it cannot be opened without a password, or has more than 256 MB.
    """
    try:
        with opened(stream.read(MOST_BYTES + 1)) as document:
            found = list(_codes_of_pages(document))
    except FormatError:
        return
    yield from _items(found, keys)


def _items(texts: list[tuple[str, str]], keys: Keys) -> Iterator[Item]:
    # The same code may be printed on every page.
    distinct = {text: where for where, text in reversed(texts) if is_certificate(text)}
    for certificate in certificates(((where, text) for text, where in reversed(distinct.items())), keys):
        yield from certificate.items


def _codes(gray: memoryview | None) -> list[str]:
    if gray is None:
        return []
    found = zxingcpp.read_barcodes(gray, formats=_KINDS, text_mode=zxingcpp.TextMode.Plain)
    return [code.text for code in found]


def _gray(stream: BinaryIO) -> memoryview | None:
    """Rows of gray pixels, clear ones white."""
    # Loaded where first needed.
    from PIL import Image

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            image = Image.open(stream, formats=("PNG", "JPEG"))
        with image:
            if image.width * image.height > _MOST_PIXELS:
                return None
            shrink = max(1.0, (image.width * image.height / _LOOKED_AT) ** 0.5)
            size = round(image.width / shrink), round(image.height / shrink)
            image.draft("L", size)
            gray = image.convert("L")
            if image.has_transparency_data:
                white = Image.new("L", gray.size, 255)
                clear = image if image.mode == "RGBA" else image.convert("RGBA")
                white.paste(gray, mask=clear.getchannel("A"))
                gray = white
            gray.thumbnail(size, Image.Resampling.BOX)
    except Exception:  # noqa: BLE001 - whatever Pillow meets in a broken picture, it has no codes and is kept
        return None
    return memoryview(gray.tobytes()).cast("B", (gray.height, gray.width))


def _codes_of_pages(document: Document) -> Iterator[tuple[str, str]]:
    until = time.monotonic() + _PATIENCE
    for number in range(min(document.pages, _MOST_PAGES)):
        if time.monotonic() > until:
            return
        for text in _codes(_page(document, number)):
            yield f"page {number + 1}", text


def _page(document: Document, number: int) -> memoryview | None:
    """A page in gray; None if it cannot be drawn, or not soon."""
    try:
        page = document.page(number)
        if not page.width or not page.height:
            return None
        scale = min(_RESOLUTION / _POINTS, (_LOOKED_AT / (page.width * page.height)) ** 0.5)
        width, height = max(1, round(page.width * scale)), max(1, round(page.height * scale))
        pixels = page.drawn(width, height, gray=True, patience=_PATIENCE_PAGE)
    except FormatError:
        return None
    return memoryview(pixels.data).cast("B", (height, width))
