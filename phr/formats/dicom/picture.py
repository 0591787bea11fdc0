"""A small PNG of one slice: the middle one, as its window says, and no more than a look at it.

Uncompressed pixels and plain JPEG are drawn; the other compressions would need decoders of their own. No measure may
be taken from it: the file itself is what counts.
"""

from __future__ import annotations

import io
from array import array
from itertools import islice
from typing import TYPE_CHECKING, BinaryIO

from PIL import Image
from pydicom.encaps import generate_frames

from phr.errors import FormatError
from phr.formats.dicom.header import picture, text

if TYPE_CHECKING:
    from pydicom import Dataset

_SIDE = 512
_MOST_FILE = 64 << 20
_MOST_PIXELS = 64 << 20
_UNCOMPRESSED = ("1.2.840.10008.1.2", "1.2.840.10008.1.2.1", "1.2.840.10008.1.2.2", "")
_BIG_ENDIAN = "1.2.840.10008.1.2.2"
_JPEG = "1.2.840.10008.1.2.4.50"


def slice_png(stream: BinaryIO) -> bytes:
    """The picture, b"" if the file shows none that can be drawn. Never raises."""
    if stream.seek(0, 2) > _MOST_FILE:
        return b""
    try:
        found = picture(stream)
        syntax = str(getattr(found, "file_meta", {}).get("TransferSyntaxUID", ""))
        if syntax == _JPEG:
            image = _jpeg(found)
        elif syntax in _UNCOMPRESSED:
            image = _drawn(found, swapped=syntax == _BIG_ENDIAN)
        else:
            return b""
        png = io.BytesIO()
        image.save(png, "PNG")
    except Exception:  # noqa: BLE001 - a picture is an extra: whatever a file provokes, there is none
        return b""
    return png.getvalue()


def _number(found: Dataset, name: str, default: float) -> float:
    try:
        return float(text(found, name))
    except ValueError:
        return default


def _jpeg(found: Dataset) -> Image.Image:
    frames = max(1, int(_number(found, "NumberOfFrames", 1)))
    data = next(islice(generate_frames(found.PixelData, number_of_frames=frames), frames // 2, None))
    image: Image.Image = Image.open(io.BytesIO(data), formats=["JPEG"])
    if image.width * image.height > _MOST_PIXELS:
        raise FormatError("too many pixels")
    image.thumbnail((_SIDE, _SIDE))
    return image.convert("RGB" if image.mode != "L" else "L")


def _drawn(found: Dataset, *, swapped: bool) -> Image.Image:
    rows, columns = int(found.Rows), int(found.Columns)
    samples, bits = int(_number(found, "SamplesPerPixel", 1)), int(found.BitsAllocated)
    frames = max(1, int(_number(found, "NumberOfFrames", 1)))
    size = rows * columns * samples * bits // 8
    if not 0 < rows * columns <= _MOST_PIXELS or bits not in (8, 16):
        raise FormatError("no picture that can be drawn")
    data = bytes(found.PixelData[frames // 2 * size :][:size])
    if len(data) < size:
        raise FormatError("fewer pixels than said")
    step = max(1, -(-max(rows, columns) // _SIDE))
    if samples == 3 and bits == 8:
        planar = int(_number(found, "PlanarConfiguration", 0))
        return _colour(data, rows, columns, planar=bool(planar)).reduce(step)
    values = (
        array("h" if int(_number(found, "PixelRepresentation", 0)) else "H") if bits == 16 else array("B")
    )
    values.frombytes(data)
    if swapped and bits == 16:
        values.byteswap()
    thin = [values[row * columns : (row + 1) * columns : step] for row in range(0, rows, step)]
    return Image.frombytes("L", (len(thin[0]), len(thin)), _grey(thin, found))


def _colour(data: bytes, rows: int, columns: int, *, planar: bool) -> Image.Image:
    if not planar:
        return Image.frombytes("RGB", (columns, rows), data)
    plane = rows * columns
    bands = [
        Image.frombytes("L", (columns, rows), data[start : start + plane]) for start in (0, plane, 2 * plane)
    ]
    return Image.merge("RGB", bands)


def _grey(lines: list[array[int]], found: Dataset) -> bytes:
    """Grey levels by the file's window (PS3.3, C.11.2), or from the least value to the most."""
    slope, intercept = _number(found, "RescaleSlope", 1) or 1, _number(found, "RescaleIntercept", 0)
    width, centre = _number(found, "WindowWidth", 0), _number(found, "WindowCenter", 0)
    if width >= 1:
        low, high = centre - width / 2, centre + width / 2
    else:
        ends = [slope * end(map(end, lines)) + intercept for end in (min, max)]
        low, high = min(ends), max(ends)
    scale = 255 / ((high - low) or 1)
    dark = text(found, "PhotometricInterpretation") == "MONOCHROME1"
    levels: dict[int, int] = {}
    for value in set().union(*lines):
        level = min(255, max(0, int((slope * value + intercept - low) * scale)))
        levels[value] = 255 - level if dark else level
    return b"".join(bytes(map(levels.__getitem__, line)) for line in lines)
