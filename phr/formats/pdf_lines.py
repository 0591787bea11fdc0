"""The lines of a PDF as they stand on its pages: characters by their places, columns apart."""

from __future__ import annotations

import time
from itertools import pairwise
from typing import TYPE_CHECKING

from phr.errors import FormatError
from phr.formats.pdfium.document import Character, Document, opened

if TYPE_CHECKING:
    from collections.abc import Iterator

COLUMN = "\t"
"""Stands between two columns of a line."""

_MOST_PAGES = 30
# Seconds after which no further page is begun.
_PATIENCE = 2.0
# In heights of a character: how far two may be apart upwards in one line, and sideways in one word and one column.
_SAME_LINE = 0.4
_SAME_WORD = 0.25
_SAME_COLUMN = 0.9


def lines_of(data: bytes) -> list[list[str]]:
    """The lines of the first 30 pages from top to bottom, words parted by a blank and columns by a tab.

    Nothing of a file that cannot be opened without a password.
    """
    try:
        with opened(data) as document:
            return [_lines(characters) for characters in _pages(document)]
    except FormatError:
        return []


def _pages(document: Document) -> Iterator[list[Character]]:
    until = time.monotonic() + _PATIENCE
    for number in range(min(document.pages, _MOST_PAGES)):
        if time.monotonic() > until:
            return
        try:
            yield document.page(number).characters()
        except FormatError:
            yield []


def _lines(characters: list[Character]) -> list[str]:
    lines: list[list[Character]] = []
    for one in sorted(characters, key=lambda one: -one.middle):
        first = lines[-1][0] if lines else None
        if first and first.middle - one.middle <= _SAME_LINE * max(first.height, one.height):
            lines[-1].append(one)
        else:
            lines.append([one])
    return [_joined(sorted(line, key=lambda one: one.left)) for line in lines]


def _joined(line: list[Character]) -> str:
    text = line[0].text
    for before, one in pairwise(line):
        gap = (one.left - before.right) / max(before.height, one.height)
        if gap > _SAME_COLUMN:
            text += COLUMN
        elif one.begins or gap > _SAME_WORD:
            text += " "
        text += one.text
    return text
