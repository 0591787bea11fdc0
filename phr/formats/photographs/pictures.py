"""Pictures from a phone or a scanner, decoded by Pillow and, for HEIC, libheif; upright, and within limits."""

from __future__ import annotations

import io
import warnings
from functools import cache
from typing import TYPE_CHECKING

from phr.formats.sniff import Format, sniff

if TYPE_CHECKING:
    from PIL import Image

MOST_BYTES = 64 << 20
# By Pillow's name of the format; a phone's largest photographs have 50 million. JPEG is decoded smaller at once, others
# are first held whole.
_MOST_PIXELS = {"JPEG": 80_000_000, "HEIF": 50_000_000}
_MOST_OF_OTHERS = 40_000_000

_PICTURES = frozenset({Format.JPEG, Format.PNG, Format.TIFF, Format.WEBP, Format.HEIC})
_OF_CAMERAS = frozenset({Format.JPEG, Format.HEIC})
_FORMATS = ("JPEG", "PNG", "TIFF", "WEBP", "HEIF")
# The longer side that is kept in memory: A4 at 300 dots to an inch.
_LONGEST = 3508


@cache
def _with_heif() -> None:
    # Loaded where first needed. One thread: libheif starts one a core for each picture.
    import pi_heif

    pi_heif.register_heif_opener(thumbnails=False, decode_threads=1)


def open_picture(data: bytes, *, longest: int = _LONGEST) -> Image.Image | None:
    """The picture in colour (RGB) or gray (L), upright by its EXIF orientation, its longer side at most ``longest``.

    What it held beside its pixels (place, time, camera) is not with it. None if it cannot be decoded, or has more than
    64 MB or 40 million pixels (JPEG 80, HEIC 50). Of a file with several pages, the first.
    """
    from PIL import Image, ImageOps

    if len(data) > MOST_BYTES:
        return None
    _with_heif()
    try:
        with warnings.catch_warnings():
            # Pillow warns from 89 million pixels on, and of odd tags.
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(data), formats=_FORMATS) as image:
                if image.width * image.height > _MOST_PIXELS.get(image.format or "", _MOST_OF_OTHERS):
                    return None
                image.draft(None, (longest, longest))
                image.thumbnail((longest, longest), Image.Resampling.BOX)
                return _on_white(ImageOps.exif_transpose(image))
    except Exception:  # noqa: BLE001 - whatever a decoder meets in a broken picture, it is none
        return None


def _on_white(image: Image.Image) -> Image.Image:
    """Pixels alone, clear ones white."""
    from PIL import Image

    if image.has_transparency_data:
        clear = image.convert("RGBA")
        image = Image.new("RGB", clear.size, "white")
        image.paste(clear, mask=clear.getchannel("A"))
    plain = image.convert("L" if image.mode in ("1", "L", "I;16") else "RGB")
    plain.info = {}
    return plain


def png(image: Image.Image) -> bytes:
    """The picture as a PNG without anything beside its pixels."""
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


def is_photograph(head: bytes) -> bool:
    """Whether a file that begins so is in a format that telephones and cameras write."""
    return sniff(head) in _OF_CAMERAS


def is_picture(head: bytes) -> bool:
    """Whether a file that begins so (64 KiB are enough) may be a photograph of a page."""
    return sniff(head) in _PICTURES
