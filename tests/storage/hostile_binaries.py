"""Zips, certificates, pictures, PDFs and DICOM files made to harm whoever opens them. Name and content of each."""

import io
import json
import struct
import zipfile
import zlib
from collections.abc import Iterator

import zxingcpp
from PIL import Image

from tests.phr import certificates as made
from tests.phr.test_dicom import dicom, element, with_preamble
from tests.zips import lying, nested, overlapping, zipped

Files = Iterator[tuple[str, bytes]]
_SIGNER = made.Signer()
_DEEP = 10_000
_BOMB = bytes(50 << 20)


def zips() -> Files:
    """Bombs, names that are paths, directories that lie."""
    names = (
        "../../../outside.txt",
        "/tmp/outside.txt",
        "C:\\outside.txt",
        "..\\outside.txt",
        "a\x00b",
        "./" * 5000,
    )
    yield "names that are paths", zipped(*((name, b"text") for name in names))
    yield "a link", _linked()
    yield "50 MB of zeroes", zipped(("a.txt", _BOMB))
    wide = zipped(
        *((f"{n}.zip", zipped(*((f"{m}.txt", bytes(90_000)) for m in range(50)))) for n in range(20))
    )
    yield "zips of zips of zeroes", zipped(*((f"{n}.zip", wide) for n in range(10)))
    yield "members that overlap", overlapping(bytes(1 << 20), 2000)
    yield "ten deep", nested(10, ("a.txt", b"text"))
    yield "three hundred deep", nested(300, ("a.txt", b"text"))
    yield "more said than held", lying(zipped(("a.txt", bytes(1000))), 1 << 31)
    yield "less said than held", lying(zipped(("a.txt", bytes(1 << 20))), 10)
    yield "twenty thousand members", zipped(*((str(n), b"") for n in range(20_000)))
    yield "five hundred members", zipped(*((f"{n}.txt", b"text") for n in range(500)))
    yield "five hundred members of one name", zipped(*(("a.txt", str(n).encode()) for n in range(500)))
    parts = ("[Content_Types].xml", "xl/workbook.xml", "xl/sharedStrings.xml", "xl/worksheets/sheet1.xml")
    yield "a workbook that is a bomb", zipped(*((part, b" " * (20 << 20)) for part in parts))
    yield "a directory of nowhere", b"PK\x05\x06" + b"\xff" * 18
    yield "gzip", zlib.compress(_BOMB, wbits=31)


def _linked() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        link = zipfile.ZipInfo("link")
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "/etc/passwd")
    return stream.getvalue()


def certificates() -> Files:
    """What inflates, what is long, and lengths that cannot be."""
    yield "dcc that inflates", ("HC1:" + made.base45(zlib.compress(_BOMB)[:60_000])).encode()
    yield "card that inflates", made.token({}, _SIGNER, body=made.deflated(_BOMB)).encode()
    yield "dcc of a long text", b"HC1:" + b"A" * 5_000_000
    absurd = b"\x9b" + b"\xff" * 8 + b"\x5b\x7f" + b"\xff" * 7
    yield "dcc of absurd lengths", ("HC1:" + made.base45(zlib.compress(absurd))).encode()
    yield "card of many parts", "\n".join(f"shc:/{n % 999 + 1}/999/5676" for n in range(50_000)).encode()
    cards = {"verifiableCredential": [made.token(made.CARD, _SIGNER)] * 300}
    yield "a file of many cards", json.dumps(cards).encode()
    yield (
        "2d-doc of a long text",
        made.two_d_doc(made.TWO_D_TEST, "B2", _SIGNER).encode() + b"\x1d" * 1_000_000,
    )


def pictures() -> Files:
    """Many pixels, and what inflates beside them."""
    code = zxingcpp.create_barcode(made.dcc(made.VACCINATION, _SIGNER), zxingcpp.BarcodeFormat.QRCode)
    rows = code.to_image(scale=60)
    height, width = rows.shape
    giant = Image.frombytes("L", (width, height), memoryview(rows).tobytes())  # type: ignore[arg-type]  # it is a buffer
    yield "a giant code", _saved(giant, "PNG")
    yield "a code of 49 million pixels", _saved(giant.resize((7000, 7000)), "JPEG")
    zeroes = zlib.compress(_BOMB)
    yield "png of ten thousand million pixels", _png(100_000, (b"IDAT", zeroes))
    yield (
        "png with a text that inflates",
        _png(8, (b"zTXt", b"a\x00\x00" + zeroes), (b"IDAT", zlib.compress(bytes(72)))),
    )
    yield (
        "png with a profile that inflates",
        _png(8, (b"iCCP", b"a\x00\x00" + zeroes), (b"IDAT", zlib.compress(bytes(72)))),
    )
    size = b"\x08\x00\x08\x00\x08"
    yield (
        "jpeg of absurd sizes",
        _saved(Image.new("L", (8, 8)), "JPEG").replace(size, b"\x08\xff\xfe\xff\xfe"),
    )
    yield "tiff of absurd sizes", b"II*\x00\x08\x00\x00\x00" + b"\xff" * 100
    yield "gif of absurd sizes", b"GIF89a" + b"\xff" * 100
    yield "heic of absurd sizes", b"\xff\xff\xff\xffftypheic" + b"\xff" * 100
    yield "svg with a script", b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
    yield "html with a script", b"<html><script>fetch('http://127.0.0.1:1')</script></html>"


def _saved(image: Image.Image, form: str) -> bytes:
    stream = io.BytesIO()
    image.save(stream, form)
    return stream.getvalue()


def _png(side: int, *chunks: tuple[bytes, bytes]) -> bytes:
    head = struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        len(body).to_bytes(4) + name + body + zlib.crc32(name + body).to_bytes(4)
        for name, body in ((b"IHDR", head), *chunks, (b"IEND", b""))
    )


def pdfs() -> Files:
    """Scripts, launches, and pages without end."""
    catalog = b"<</Type/Catalog/Pages 2 0 R%s>>"
    pages = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R>>"
    script = (
        b"/OpenAction<</S/JavaScript/JS(app.launchURL\\('http://127.0.0.1:1'\\); this.exportDataObject\\({}\\);)>>"
        b"/AA<</WC<</S/Launch/F(/bin/sh)>>>>"
    )
    yield "javascript", _pdf(catalog % script, pages, page)
    yield "launch", _pdf(catalog % b"/OpenAction<</S/Launch/F(/bin/sh)/P(-c id)>>", pages, page)
    yield (
        "pages that are their own parents",
        _pdf(catalog % b"", b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2>>"),
    )
    yield "a thousand million pages", _pdf(catalog % b"", pages.replace(b"1>>", b"1000000000>>"), page)
    yield "an endless page", _pdf(catalog % b"", pages, page.replace(b"600 800", b"99999999 99999999"))
    drawing = zlib.compress(b"0 0 m 600 800 l S\n" * 50_000)
    stream = b"<</Filter/FlateDecode/Length %d>>stream\n%s\nendstream" % (len(drawing), drawing)
    yield "a page that inflates", _pdf(catalog % b"", pages, page, stream)
    yield "nothing behind the head", b"%PDF-1.7\n" + b"\xff" * 1000
    for deep in (4, 5, 6, 12):
        yield f"forms in forms, ten wide and {deep} deep", forms_in_forms(10, deep)


def forms_in_forms(wide: int, deep: int) -> bytes:
    """A page that draws a form so many times, which draws another one so many times, and so on."""
    bounds, drawn = b"[0 0 600 800]", b"/F Do\n" * wide
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox%s/Resources<</XObject<</F 5 0 R>>>>/Contents 4 0 R>>" % bounds,
        b"<</Length %d>>stream\n%s\nendstream" % (len(drawn), drawn),
    ]
    head = b"<</Type/XObject/Subtype/Form/BBox%s/Resources<</XObject<</F %d 0 R>>>>/Length %d>>stream\n%s\nendstream"
    objects += [head % (bounds, number, len(drawn), drawn) for number in range(6, 5 + deep)]
    objects.append(head % (bounds, 0, 18 * wide, b"0 0 m 600 800 l S\n" * wide))
    return _pdf(*objects)


def _pdf(*objects: bytes) -> bytes:
    data, rows = b"%PDF-1.7\n", b"0000000000 65535 f \n"
    for number, body in enumerate(objects, 1):
        rows += b"%010d 00000 n \n" % len(data)
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    count = len(objects) + 1
    end = b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (count, len(data))
    return data + b"xref\n0 %d\n%s" % (count, rows) + end


def dicoms() -> Files:
    """Lengths and sizes that cannot be, sequences without end."""
    head = element((0x0008, 0x0020), "DA", b"20240312")
    absurd = struct.pack("<HH2sHI", 0x0010, 0x0010, b"UN", 0, 0xFFFFFFF0)
    sequence = struct.pack("<HH2sHI", 0x0040, 0x0275, b"SQ", 0, 0xFFFFFFFF)
    item = struct.pack("<HHI", 0xFFFE, 0xE000, 0xFFFFFFFF)
    meta = element((0x0002, 0x0000), "UL", b"\xff\xff\xff\x7f")
    yield "without preamble", dicom(pixels=bytes(8))
    yield "an absurd length", with_preamble(head + absurd + b"x")
    yield "an absurd length, without preamble", head + absurd + b"x"
    yield "an absurd length of the meta header", bytes(128) + b"DICM" + meta + head
    yield "sequences ten thousand deep", with_preamble(head + (sequence + item) * _DEEP)
    yield "65535 by 65535", with_preamble(dicom(pixels=bytes(8), rows=65535, columns=65535))
    yield "a data set that inflates", with_preamble(made.deflated(_BOMB), "1.2.840.10008.1.2.1.99")
    yield "50,000 elements", with_preamble(head + element((0x0009, 0x0010), "LO", b"x") * 50_000)
