"""The lines of a PDF as they stand on its pages: characters by their places, columns apart."""

from __future__ import annotations

import time
from ctypes import byref
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from phr.formats.pdf_text import LOCK

if TYPE_CHECKING:
    from collections.abc import Iterator

COLUMN = "\t"
"""Stands between two columns of a line."""

_MOST_PAGES = 30
_MOST_CHARACTERS = 20_000
# Seconds after which no further page is begun.
_PATIENCE = 2.0
# In heights of a character: how far two may be apart upwards in one line, and sideways in one word and one column.
_SAME_LINE = 0.4
_SAME_WORD = 0.25
_SAME_COLUMN = 0.9


@dataclass(frozen=True, slots=True)
class _Character:
    left: float
    right: float
    middle: float
    height: float
    text: str
    begins: bool  # a word: white space was before it


def lines_of(data: bytes) -> list[list[str]]:
    """The lines of the first 30 pages from top to bottom, words parted by a blank and columns by a tab.

    Nothing of a file that cannot be opened without a password.
    """
    with LOCK:
        return [_lines(characters) for characters in _pages(data)]


def _pages(data: bytes) -> Iterator[list[_Character]]:
    # Loaded where first needed.
    import pypdfium2

    until = time.monotonic() + _PATIENCE
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError:
        return
    try:
        for number in range(min(len(document), _MOST_PAGES)):
            if time.monotonic() > until:
                return
            try:
                text = document[number].get_textpage()
            except pypdfium2.PdfiumError:
                yield []
                continue
            yield list(_characters(text))
    finally:
        document.close()


def _characters(text: Any) -> Iterator[_Character]:
    from pypdfium2 import raw

    box = raw.FS_RECTF()
    begins = True
    for place in range(min(text.count_chars(), _MOST_CHARACTERS)):
        code = raw.FPDFText_GetUnicode(text.raw, place)
        character = chr(code) if code < 0x110000 else ""
        if not character.isprintable() or character.isspace():
            begins = True
        elif raw.FPDFText_GetLooseCharBox(text.raw, place, byref(box)) and box.top > box.bottom:
            middle = (box.top + box.bottom) / 2
            yield _Character(box.left, box.right, middle, box.top - box.bottom, character, begins)
            begins = False


def _lines(characters: list[_Character]) -> list[str]:
    lines: list[list[_Character]] = []
    for one in sorted(characters, key=lambda one: -one.middle):
        first = lines[-1][0] if lines else None
        if first and first.middle - one.middle <= _SAME_LINE * max(first.height, one.height):
            lines[-1].append(one)
        else:
            lines.append([one])
    return [_joined(sorted(line, key=lambda one: one.left)) for line in lines]


def _joined(line: list[_Character]) -> str:
    text = line[0].text
    for before, one in pairwise(line):
        gap = (one.left - before.right) / max(before.height, one.height)
        if gap > _SAME_COLUMN:
            text += COLUMN
        elif one.begins or gap > _SAME_WORD:
            text += " "
        text += one.text
    return text
