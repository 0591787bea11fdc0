"""A page that was photographed or scanned at a slant, made straight: a turn only, no change of perspective.

The lines of a text are level where the darkness of the rows differs most: the angle is the one of those tried, 0.5° and
then 0.1° apart and 8° at most, for which the differences from row to row are largest (Postl's method).
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL import Image

_WIDEST = 8.0
# The longer side of what is measured, in pixels.
_MEASURED = 700
# Darker than its surroundings by so many of 255.
_INK = 25
# By how much the best angle must be better than none; a photograph of no text has no clear best.
_CLEARLY = 1.15


def slant(image: Image.Image) -> float:
    """The angle in degrees by which to turn the picture counter-clockwise; 0 if it is straight or has no lines."""
    from PIL import Image, ImageChops, ImageFilter, ImageOps

    small = image.convert("L")
    small.thumbnail((_MEASURED, _MEASURED), Image.Resampling.BOX)
    # Shadows and the table beneath the page are no lines: what is darker than what surrounds it counts.
    around = small.filter(ImageFilter.BoxBlur(12))
    ink = ImageChops.subtract(around, small).point(lambda darker: 255 if darker > _INK else 0)
    ink = ImageOps.crop(ink, min(small.size) // 20)
    level = _levels(ink, 0)
    coarse = max(
        (step / 2 for step in range(int(-2 * _WIDEST), int(2 * _WIDEST) + 1)), key=lambda a: _levels(ink, a)
    )
    best = max((coarse + step / 10 for step in range(-4, 5)), key=lambda angle: _levels(ink, angle))
    if abs(best) >= _WIDEST or abs(best) < 0.15 or _levels(ink, best) < _CLEARLY * level:
        return 0.0
    return round(best, 1)


def straightened(image: Image.Image) -> Image.Image:
    """The picture turned by its slant, the corners white; itself if it is straight."""
    from PIL import Image

    angle = slant(image)
    if not angle:
        return image
    white: int | tuple[int, int, int] = 255 if image.mode == "L" else (255, 255, 255)
    return image.rotate(angle, Image.Resampling.BICUBIC, expand=True, fillcolor=white)


def _levels(ink: Image.Image, angle: float) -> float:
    """How much the rows differ from each other at an angle."""
    from PIL import Image

    turned = ink.rotate(angle, Image.Resampling.BILINEAR) if angle else ink
    rows = turned.resize((1, turned.height), Image.Resampling.BOX).tobytes()
    return float(sum((one - other) ** 2 for one, other in pairwise(rows)))
