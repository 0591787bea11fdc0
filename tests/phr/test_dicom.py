import io
import struct
import time
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from phr.formats.dicom.picture import slice_png
from phr.formats.dicom.read_dicom import about, read_dicom
from phr.formats.sniff import Format, sniff

LITTLE = "1.2.840.10008.1.2.1"


def element(tag: tuple[int, int], sort: str, value: bytes) -> bytes:
    """An element in explicit little endian (PS3.5, 7.1.2), its value padded to an even length."""
    value += b" " * (len(value) % 2) if sort != "OW" else b""
    if sort == "OW":
        return struct.pack("<HH2sHI", *tag, sort.encode(), 0, len(value)) + value
    return struct.pack("<HH2sH", *tag, sort.encode(), len(value)) + value


def dicom(
    *,
    pixels: bytes = b"",
    rows: int = 2,
    columns: int = 2,
    series: str = "1.2.3.4.5",
    name: bytes = b"BELL^Anna",
    charset: bytes = b"ISO_IR 100",
) -> bytes:
    """A data set without preamble or meta information, of 16-bit grey."""
    return b"".join(
        (
            element((0x0008, 0x0005), "CS", charset),
            element((0x0008, 0x0020), "DA", b"20240312"),
            element((0x0008, 0x0030), "TM", b"1030"),
            element((0x0008, 0x0060), "CS", b"MR"),
            element((0x0008, 0x0080), "LO", "Clinique de l'Été".encode("latin-1")),
            element((0x0008, 0x1030), "LO", "IRM cérébrale".encode("latin-1")),
            element((0x0010, 0x0010), "PN", name),
            element((0x0010, 0x0030), "DA", b"19800201"),
            element((0x0010, 0x0040), "CS", b"F"),
            element((0x0020, 0x000E), "UI", series.encode()),
            element((0x0028, 0x0010), "US", rows.to_bytes(2, "little")),
            element((0x0028, 0x0011), "US", columns.to_bytes(2, "little")),
            element((0x0028, 0x0100), "US", (16).to_bytes(2, "little")),
            element((0x7FE0, 0x0010), "OW", pixels),
        )
    )


def with_preamble(data: bytes, syntax: str = LITTLE) -> bytes:
    named = element((0x0002, 0x0010), "UI", syntax.encode())
    meta = element((0x0002, 0x0000), "UL", len(named).to_bytes(4, "little")) + named
    return bytes(128) + b"DICM" + meta + data


@pytest.mark.parametrize("data", [dicom(), with_preamble(dicom())])
def test_a_header_tells_who_when_and_what(data: bytes) -> None:
    assert sniff(data) is Format.DICOM
    found = about(io.BytesIO(data))
    assert (found.title, found.author) == ("IRM – IRM cérébrale", "Clinique de l'Été")
    # Without a zone the hour is nobody's.
    assert (found.date, found.series) == ("2024-03-12", "urn:oid:1.2.3.4.5")
    assert found.type["coding"][0]["code"] == "MR"
    (person,) = read_dicom(io.BytesIO(data))
    assert person.resource is not None
    assert person.resource["name"] == [{"family": "BELL", "given": ["Anna"]}]
    assert (person.resource["birthDate"], person.resource["gender"]) == ("1980-02-01", "female")


def test_an_unknown_character_set_is_read_without_a_word() -> None:
    """pydicom warns where it decodes, and warnings are errors here."""
    (person,) = read_dicom(io.BytesIO(with_preamble(dicom(charset=b"ISO_IR 999"))))
    assert person.resource is not None
    assert person.resource["name"] == [{"family": "BELL", "given": ["Anna"]}]


def test_a_slice_is_drawn_from_its_least_to_its_most() -> None:
    pixels = struct.pack("<4H", 0, 1000, 2000, 4000)
    with Image.open(io.BytesIO(slice_png(io.BytesIO(with_preamble(dicom(pixels=pixels)))))) as image:
        assert (image.size, image.mode, image.tobytes()) == ((2, 2), "L", bytes((0, 63, 127, 255)))


def test_a_large_slice_is_made_small() -> None:
    data = with_preamble(dicom(pixels=bytes(2 * 1200 * 900), rows=1200, columns=900))
    with Image.open(io.BytesIO(slice_png(io.BytesIO(data)))) as image:
        assert image.size == (300, 400)


@pytest.mark.parametrize(
    "data",
    [
        with_preamble(zlib.compress(bytes(200 << 20))[2:-4], "1.2.840.10008.1.2.1.99"),
        with_preamble(dicom(rows=65535, columns=65535)),
        with_preamble(dicom(pixels=b"1")),
        with_preamble(dicom())[:200],
        with_preamble(b"\x08\x00\x40\x11SQ\x00\x00\xff\xff\xff\xff\xfe\xff\x00\xe0\xff\xff\xff\xff" * 5000),
        with_preamble(b"\x10\x00\x10\x00UN\x00\x00\xfe\xff\xff\xff"),
        b"\x08\x00\x05\x00CS\xff\xff",
        b"",
    ],
    ids=["deflated", "huge", "few pixels", "cut", "nested", "long", "short", "empty"],
)
def test_hostile_files_show_nothing_and_cost_nothing(data: bytes) -> None:
    began = time.process_time()
    about(io.BytesIO(data))
    list(read_dicom(io.BytesIO(data)))
    assert slice_png(io.BytesIO(data)) == b""
    assert time.process_time() - began < 2


@given(st.data())
def test_mutated_files_never_raise(data: st.DataObject) -> None:
    changed = bytearray(with_preamble(dicom(pixels=bytes(8))))
    for _ in range(data.draw(st.integers(1, 6))):
        changed[data.draw(st.integers(132, len(changed) - 1))] = data.draw(st.integers(0, 255))
    about(io.BytesIO(changed))
    for item in read_dicom(io.BytesIO(changed)):
        assert item.resource
    slice_png(io.BytesIO(changed))


def test_real_files(samples: Callable[..., list[Path]]) -> None:
    drawn = set()
    for path in samples("dicom/*.dcm"):
        with path.open("rb") as stream:
            about(stream)
            list(read_dicom(stream))
            if slice_png(stream):
                drawn.add(path.stem)
    assert {"CT_small", "MR_small", "ExplVR_BigEnd", "examples_overlay"} <= drawn
