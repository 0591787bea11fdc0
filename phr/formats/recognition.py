"""Text in pictures, recognised on this machine by RapidOCR (the extra ``ocr``): it may hold mistakes.

RapidOCR's package holds its models (PP-OCRv6 small, Apache-2.0). They are named by their files, since a model that is
not named would be fetched if it were missing.
"""

from __future__ import annotations

import logging
import re
import threading
from functools import cache
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

from phr.errors import FormatError
from phr.formats.pdf_lines import COLUMN
from phr.formats.pdfium.document import opened

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PIL import Image

_MODELS = {
    "Det": "PP-OCRv6_det_small.onnx",
    "Cls": "ch_ppocr_mobile_v2.0_cls_mobile.onnx",
    "Rec": "PP-OCRv6_rec_small.onnx",
}
# What is recognised with less confidence (0 to 1) is left out.
_LEAST_SURE = 0.5
_MOST_PAGES = 30
_RESOLUTION = 150
_POINTS = 72
# The longer side of what is looked at: A4 at 150 dots to an inch.
_LONGEST = 1800
# Seconds of the processor that a page may take to be drawn.
_PATIENCE = 5.0
# In heights of a line: how far two pieces may be apart upwards in one line, and sideways in one column.
_SAME_LINE = 0.5
_SAME_COLUMN = 1.0
_LITRE = re.compile(r"(?<=[A-Za-zµ%]/)I\b")
# One model, one thread in it.
_LOCK = threading.Lock()


def available() -> bool:
    """Whether the extra is installed."""
    return find_spec("rapidocr") is not None and find_spec("onnxruntime") is not None


def text_of_picture(picture: Image.Image) -> str:
    """The lines of a picture from top to bottom, columns parted by tabs."""
    return "\n".join(_lines(_recognised(picture)))


def texts_of_pages(data: bytes, *, cancelled: Callable[[], bool] = lambda: False) -> Iterator[str]:
    """The same for each of the first 30 pages of a PDF; nothing if it cannot be opened without a password."""
    for number in range(_MOST_PAGES):
        if cancelled():
            return
        picture = _drawn(data, number)
        if picture is None:
            return
        yield text_of_picture(picture)


def _drawn(data: bytes, number: int) -> Image.Image | None:
    from PIL import Image

    try:
        # Anew for each page: others use PDFium while this one is being recognised.
        with opened(data) as document:
            if number >= document.pages:
                return None
            page = document.page(number)
            scale = min(_RESOLUTION / _POINTS, _LONGEST / max(page.width, page.height, 1))
            size = max(1, round(page.width * scale)), max(1, round(page.height * scale))
            pixels = page.drawn(*size, patience=_PATIENCE)
    except FormatError:
        return None
    return Image.frombytes("RGB", size, pixels.data, "raw", "BGRX")


@cache
def _engine() -> Any:
    import onnxruntime
    import rapidocr

    onnxruntime.disable_telemetry_events()
    logging.getLogger("RapidOCR").setLevel(logging.CRITICAL)
    folder = Path(rapidocr.__file__).parent / "models"
    models = {f"{part}.model_path": str(folder / name) for part, name in _MODELS.items()}
    return rapidocr.RapidOCR(
        params={"Global.log_level": "critical", "Global.text_score": _LEAST_SURE, **models}
    )


def _recognised(picture: Image.Image) -> list[tuple[float, float, float, float, str]]:
    """Left, right, middle, height and text of each piece."""
    import numpy as np

    shown = picture.convert("RGB")
    shown.thumbnail((_LONGEST, _LONGEST))
    with _LOCK:
        # OpenCV's order of colours.
        found = _engine()(np.asarray(shown)[:, :, ::-1])
    if found.boxes is None:
        return []
    pieces = []
    for box, read in zip(found.boxes, found.txts, strict=True):
        (lefts, tops) = [float(x) for x, _ in box], [float(y) for _, y in box]
        height = max(tops) - min(tops)
        # "per I" is no unit: the letter is an l.
        text = _LITRE.sub("l", str(read))
        pieces.append((min(lefts), max(lefts), (max(tops) + min(tops)) / 2, height, text))
    return pieces


def _lines(pieces: list[tuple[float, float, float, float, str]]) -> Iterator[str]:
    lines: list[list[tuple[float, float, float, float, str]]] = []
    for piece in sorted(pieces, key=lambda one: one[2]):
        last = lines[-1][0] if lines else None
        if last and piece[2] - last[2] <= _SAME_LINE * min(last[3], piece[3]):
            lines[-1].append(piece)
        else:
            lines.append([piece])
    for line in lines:
        line.sort()
        text = line[0][4]
        for before, piece in pairwise(line):
            apart = piece[0] - before[1] > _SAME_COLUMN * max(before[3], piece[3])
            text += (COLUMN if apart else " ") + piece[4]
        yield text
