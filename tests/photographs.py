"""Photographs of paper, made for tests."""

import base64
import io
from typing import Any

from PIL import Image, ImageDraw, ImageFont

LINES = (
    "Compte rendu d'hospitalisation",
    "Patiente hospitalisée pour une pneumopathie",
    "traitée par amoxicilline 1 g trois fois par jour.",
    "Évolution favorable, sortie à domicile le 12 mars.",
)
# A square of 64 pixels, white with a black bar at its top left, written by libheif with x265, which we do not install.
HEIC = base64.b64decode(
    "AAAAHGZ0eXBoZWljAAAAAG1pZjFoZWljbWlhZgAAAVZtZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAAAAAAAAAA"
    "ACJpbG9jAAAAAERAAAEAAQAAAAABegABAAAAAAAAADkAAAAjaWluZgAAAAAAAQAAABVpbmZlAgAAAAABAABodmMxAAAAAA5waXRt"
    "AAAAAAABAAAA1mlwcnAAAAC3aXBjbwAAAHhodmNDAQNwAAAAkAAAAAAAHvAA/P34+AAADwNgAAEAGEABDAH//wNwAAADAJAAAAMA"
    "AAMAHroCQGEAAQArQgEBA3AAAAMAkAAAAwAAAwAeoCCBBZbqSSmubgIaDAgAAAMAyAAAAwAIQGIAAQAHRAHBcrAiQAAAABNjb2xy"
    "bmNseAABAA0ABoAAAAAUaXNwZQAAAAAAAABAAAAAQAAAABBwaXhpAAAAAAMICAgAAAAXaXBtYQAAAAAAAAABAAEEgQIDBAAAAEFt"
    "ZGF0AAAANSgBrxmAxEcrUwE+PG/8ptmMpYQriwWwomFZGqlKyP2/HpRv6j1JHVtvobzgVR1I/fTsoe0k"
)
# GPSInfo and Orientation (Exif 2.32, 4.6.3 and 4.6.4).
_GPS, _ORIENTATION = 0x8825, 0x0112


def paper(lines: tuple[str, ...] = LINES, *, size: tuple[int, int] = (1240, 1754)) -> Image.Image:
    """A page of text, black on white."""
    image = Image.new("RGB", size, "white")
    draw = ImageDraw.Draw(image)
    font = ImageFont.load_default(34)
    for number, line in enumerate(lines):
        draw.text((110, 150 + 70 * number), line, fill="black", font=font)
    return image


def saved(image: Image.Image, kind: str = "JPEG", *, orientation: int = 1, **options: Any) -> bytes:
    """The picture in a format, with the place where it was taken."""
    exif = Image.Exif()
    exif[_ORIENTATION] = orientation
    exif.get_ifd(_GPS).update({1: "N", 2: (48.0, 51.0, 24.0), 3: "E", 4: (2.0, 21.0, 8.0)})
    out = io.BytesIO()
    image.save(out, kind, exif=exif, **options)
    return out.getvalue()
