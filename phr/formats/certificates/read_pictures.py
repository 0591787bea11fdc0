"""Certificates in pictures and on pages: QR and Data Matrix codes, read by ZXing.

The picture or PDF itself is a document whatever stands in its codes. Codes that are no certificate about health are
passed over.
"""

import time
import warnings
from collections.abc import Iterator
from typing import Any, BinaryIO

import zxingcpp

from phr.formats import pdf_text
from phr.formats.certificates.codes import certificates, is_certificate
from phr.formats.certificates.signature import NO_KEYS, Keys
from phr.formats.fhir.items import Item

_MOST_PIXELS = 50_000_000
_MOST_PAGES = 30
# Dots to an inch at which the smallest printed codes are read.
_RESOLUTION = 200
_POINTS = 72
# What is larger is looked at smaller: a picture made to look full of codes takes ZXing a second for 4 million pixels.
_LOOKED_AT = 6_000_000
# Seconds after which no further page is begun, and after which one is given up that is still being drawn.
_PATIENCE = 10.0
_PATIENCE_PAGE = 1.0
_KINDS = zxingcpp.BarcodeFormats([zxingcpp.BarcodeFormat.QRCode, zxingcpp.BarcodeFormat.DataMatrix])


def read_picture(stream: BinaryIO, keys: Keys = NO_KEYS) -> Iterator[Item]:
    """What the codes in a PNG or JPEG attest; nothing if it cannot be decoded or has more than 50 million pixels."""
    yield from _items([("", text) for text in _codes(_gray(stream))], keys)


def read_pages(stream: BinaryIO, keys: Keys = NO_KEYS) -> Iterator[Item]:
    """What the codes on the first 30 pages of a PDF attest; nothing if it cannot be opened without a password."""
    with pdf_text.LOCK:
        found = list(_codes_of_pages(stream))
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


def _codes_of_pages(stream: BinaryIO) -> Iterator[tuple[str, str]]:
    import pypdfium2

    until = time.monotonic() + _PATIENCE
    try:
        document = pypdfium2.PdfDocument(stream)
    except pypdfium2.PdfiumError:
        return
    try:
        for number in range(min(len(document), _MOST_PAGES)):
            if time.monotonic() > until:
                return
            for text in _codes(_page(document, number)):
                yield f"page {number + 1}", text
    finally:
        document.close()


def _page(document: Any, number: int) -> memoryview | None:
    """A page in gray; None if it cannot be drawn, or not soon."""
    import pypdfium2

    try:
        page = document[number]
        width, height = page.get_size()
        if not width > 0 or not height > 0:
            return None
        scale = min(_RESOLUTION / _POINTS, (_LOOKED_AT / (width * height)) ** 0.5)
        bitmap = _drawn(page, max(1, round(width * scale)), max(1, round(height * scale)))
    except (pypdfium2.PdfiumError, ValueError):
        return None
    if bitmap is None:
        return None
    # Rows end at a multiple of four bytes. A view with a stride of its own would not keep the pixels alive.
    pixels, stride = memoryview(bitmap.buffer), bitmap.stride
    rows = b"".join(pixels[at : at + bitmap.width] for at in range(0, stride * bitmap.height, stride))
    return memoryview(rows).cast("B", (bitmap.height, bitmap.width))


def _drawn(page: Any, width: int, height: int) -> Any | None:
    """The bitmap of a page, None if it takes too long: forty kilobytes can draw a million lines."""
    import pypdfium2

    raw = pypdfium2.raw
    until = time.monotonic() + _PATIENCE_PAGE
    pause = raw.IFSDK_PAUSE(version=1, user=None)
    callback = dict(raw.IFSDK_PAUSE._fields_)["NeedToPauseNow"]
    pause.NeedToPauseNow = callback(lambda _: time.monotonic() > until)
    bitmap = pypdfium2.PdfBitmap.new_native(width, height, raw.FPDFBitmap_Gray)
    bitmap.fill_rect((255, 255, 255, 255), 0, 0, width, height)
    flags = raw.FPDF_ANNOT | raw.FPDF_GRAYSCALE
    status = raw.FPDF_RenderPageBitmap_Start(bitmap, page, 0, 0, width, height, 0, flags, pause)
    raw.FPDF_RenderPage_Close(page)
    return bitmap if status == raw.FPDF_RENDER_DONE else None
