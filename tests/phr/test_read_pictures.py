"""Codes in pictures and on pages, made and read by the real libraries."""

import io
import subprocess
import sys
import time
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image

from phr.formats.certificates.read_pictures import read_pages, read_picture
from tests.phr import certificates as made

SIGNER = made.Signer()
DCC = made.dcc(made.VACCINATION, SIGNER)


def code(text: str, kind: zxingcpp.BarcodeFormat = zxingcpp.BarcodeFormat.QRCode) -> Image.Image:
    image = zxingcpp.create_barcode(text, kind).to_image(scale=3)
    height, width = image.shape
    return Image.frombytes("L", (width, height), memoryview(image).tobytes())  # type: ignore[arg-type]  # it is a buffer


def page(*codes: Image.Image) -> Image.Image:
    """An A4 page at 150 dots to an inch."""
    sheet = Image.new("L", (1240, 1754), 255)
    for number, one in enumerate(codes):
        sheet.paste(one, (80 + 560 * (number % 2), 80 + 560 * (number // 2)))
    return sheet


def saved(image: Image.Image, form: str, **options: object) -> io.BytesIO:
    stream = io.BytesIO()
    image.save(stream, form, **options)
    stream.seek(0)
    return stream


def types(stream: io.BytesIO) -> list[str]:
    read = read_pages if stream.getvalue().startswith(b"%PDF") else read_picture
    return [item.resource["resourceType"] if item.resource else item.problem for item in read(stream)]


@pytest.mark.parametrize("form", ["PNG", "JPEG"])
@pytest.mark.parametrize("mode", ["L", "RGB", "1", "P"])
def test_a_certificate_in_a_picture(form: str, mode: str) -> None:
    image = page(code(DCC)).convert(mode)
    stream = saved(image if form == "PNG" or mode in ("L", "RGB") else image.convert("RGB"), form)
    assert types(stream) == ["Patient", "Immunization"]


def test_black_on_clear() -> None:
    gray = page(code(DCC))
    clear = Image.new("RGBA", gray.size, (0, 0, 0, 0))
    clear.putalpha(gray.point(lambda value: 255 - value))
    assert types(saved(clear, "PNG")) == ["Patient", "Immunization"]


def test_a_data_matrix_keeps_its_separators() -> None:
    text = made.two_d_doc(made.TWO_D_TEST, "B2", SIGNER)
    image = page(code(text, zxingcpp.BarcodeFormat.DataMatrix))
    patient, test = read_picture(saved(image, "PNG"), SIGNER.keys)
    assert patient.resource
    assert test.resource
    assert patient.resource["name"][0]["family"] == "LEFEVRE"
    assert test.resource["extension"][0]["valueCode"] == "verified"


def test_the_parts_of_a_health_card_side_by_side_and_a_code_of_another_kind() -> None:
    parts = made.numeric(made.token(made.CARD, SIGNER), 2)
    image = page(*(code(text) for text in (parts[1], "https://example.org", parts[0])))
    assert types(saved(image, "PNG")) == ["Patient", "Immunization"]


def test_a_certificate_that_cannot_be_read_is_told() -> None:
    (problem,) = types(saved(page(code(DCC[:-9])), "PNG"))
    assert problem


def test_pages_of_a_pdf_each_certificate_once() -> None:
    sheets = [page(), page(code(DCC)), page(code(DCC))]
    stream = saved(sheets[0], "PDF", resolution=150, save_all=True, append_images=sheets[1:])
    items = list(read_pages(stream))
    assert [item.resource and item.resource["resourceType"] for item in items] == ["Patient", "Immunization"]
    assert items[1].where == "page 2"


@pytest.mark.parametrize(
    "make", [lambda: saved(page(code(DCC)), "PNG"), lambda: saved(page(code(DCC)), "PDF")]
)
def test_what_is_cut_short_has_no_codes(make: Callable[[], io.BytesIO]) -> None:
    whole = make().getvalue()
    for size in (9, 40, len(whole) // 3, len(whole) * 2 // 3):
        assert types(io.BytesIO(whole[:size])) in ([], ["Patient", "Immunization"])


def png(width: int, height: int, data: bytes) -> io.BytesIO:
    def chunk(name: bytes, body: bytes) -> bytes:
        return len(body).to_bytes(4) + name + body + zlib.crc32(name + body).to_bytes(4)

    head = width.to_bytes(4) + height.to_bytes(4) + bytes([8, 0, 0, 0, 0])
    return io.BytesIO(
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(data))
        + chunk(b"IEND", b"")
    )


@pytest.mark.parametrize(("width", "height"), [(100_000, 100_000), (9000, 9000), (0, 1), (2**31 - 1, 1)])
def test_a_picture_that_is_too_large_is_not_decoded(width: int, height: int) -> None:
    start = time.process_time()
    assert types(png(width, height, bytes(1000))) == []
    assert time.process_time() - start < 2


def test_a_photograph_of_many_pixels_is_looked_at_smaller() -> None:
    one = code(DCC)
    photograph = Image.new("L", (4000, 3000), 200)
    photograph.paste(one.resize((one.width * 3, one.height * 3)), (900, 700))
    assert types(saved(photograph, "JPEG")) == ["Patient", "Immunization"]


def test_a_picture_made_to_look_full_of_codes_takes_no_time() -> None:
    corner = Image.new("L", (7, 7), 0)
    corner.paste(255, (1, 1, 6, 6))
    corner.paste(0, (2, 2, 5, 5))
    image = Image.new("L", (2400, 2400), 255)
    for x in range(0, 2400, 28):
        for y in range(0, 2400, 28):
            image.paste(corner.resize((21, 21), Image.Resampling.NEAREST), (x, y))
    start = time.process_time()
    assert types(saved(image, "PNG")) == []
    assert time.process_time() - start < 2


def test_a_page_of_any_size_is_drawn_small(tmp_path: Path) -> None:
    body = (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(app.alert(1))>>>>endobj\n"
    )
    body += b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    body += b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 14400000 14400000]>>endobj\n"
    start = time.process_time()
    assert types(io.BytesIO(body + b"trailer<</Root 1 0 R>>")) == []
    assert time.process_time() - start < 2


def test_codes_are_read_without_numpy() -> None:
    """It would cost the program a second at its start, and 50 MB."""
    program = (
        "import io, sys; from phr.formats.certificates.read_pictures import read_picture;"
        "list(read_picture(io.BytesIO(sys.stdin.buffer.read()))); sys.exit('numpy' in sys.modules)"
    )
    data = saved(page(code(DCC)), "PNG").getvalue()
    assert subprocess.run([sys.executable, "-c", program], input=data, check=False).returncode == 0


def test_the_samples_of_the_eu(samples: Callable[..., list[Path]]) -> None:
    for path in samples("dcc/*.png"):
        kinds = types(io.BytesIO(path.read_bytes()))
        assert kinds == ["Patient", "Condition" if "REC" in path.name else "Immunization"]
