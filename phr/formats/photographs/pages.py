"""Pictures as the pages of one PDF."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

from phr.formats.photographs.pictures import open_picture
from phr.formats.photographs.straighten import straightened

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PIL import Image

# Inches of the longer side of A4; a picture's own size on paper is not known.
_PAGE = 11.69
_QUALITY = 80


@dataclass(frozen=True, slots=True)
class Page:
    """One picture: ``turn`` is what the patient turned it by, clockwise in degrees (0, 90, 180, 270)."""

    data: bytes
    turn: int = 0
    straighten: bool = True


def page_picture(page: Page, *, longest: int = 2400) -> Image.Image | None:
    """The page as it will be shown; None for what is no picture."""
    image = open_picture(page.data, longest=longest)
    if image is None:
        return None
    if page.turn:
        image = image.rotate(-page.turn, expand=True)
    return straightened(image) if page.straighten else image


def to_pdf(pictures: Iterable[Image.Image]) -> bytes:
    """A PDF with a page for each picture, its longer side that of A4; nothing of the photographs' own data in it."""
    import time

    out = io.BytesIO()
    # No date of making: it would tell when, and differ each time.
    never = time.gmtime(0)
    for number, picture in enumerate(pictures):
        picture.save(
            out,
            "PDF",
            append=number > 0,
            resolution=max(picture.size) / _PAGE,
            quality=_QUALITY,
            title="",
            producer="",
            creationDate=never,
            modDate=never,
        )
        out.seek(0)
    return out.getvalue()
