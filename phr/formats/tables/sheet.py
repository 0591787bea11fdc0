"""One sheet of a workbook, and the strings that sheets share (ECMA-376-1, 18.3 and 18.4).

A formula gives the value that was last computed, one that failed none. Numbers keep the digits of the file: no float
stands between. Days and times become ISO 8601.
"""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from phr.formats.tables.grids import HEADINGS_WITHIN
from phr.formats.tables.markup import Enough, Handler, Limits
from phr.formats.tables.number_formats import Shows, text_of

# Columns beyond are not looked at.
_WIDEST = 256
# No cell of Excel holds more characters.
_LONGEST = 32_767
_MOST_MERGED = 10_000
_MOST_FILLED = 100_000
_REFERENCE = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")
_DAY = re.compile(r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}\b.*")
_HEADING = re.compile(r"\D*[^\W\d_].*", re.DOTALL)
_LARGEST_NUMBER = 8  # digits


class Strings(Handler):
    """``xl/sharedStrings.xml``: texts by their place. How a text is read aloud (``rPh``) is left out."""

    def __init__(self, limits: Limits) -> None:
        super().__init__(limits)
        self.found: list[str] = []
        self._parts: list[str] = []
        self._heard = False
        self._aloud = False

    def start(self, name: str, _attributes: Mapping[str, str]) -> None:
        """``si`` begins a text, ``t`` a part of it."""
        if name == "si":
            self._parts = []
        self._aloud = self._aloud or name == "rPh"
        self._heard = name == "t" and not self._aloud

    def end(self, name: str) -> None:
        """A text is whole."""
        self._heard = False
        self._aloud = self._aloud and name != "rPh"
        if name == "si":
            text = "".join(self._parts)[:_LONGEST]
            self.limits.take(cells=1, characters=len(text))
            self.found.append(text)

    def text(self, data: str) -> None:
        """A part of a text."""
        if self._heard:
            self._parts.append(data)


class Sheet(Handler):
    """The rows that hold something, with their numbers; no more than ``most_rows``."""

    def __init__(
        self,
        limits: Limits,
        strings: Sequence[str],
        shown: Sequence[Shows],
        *,
        from_1904: bool,
        most_rows: int = 1 << 30,
    ) -> None:
        super().__init__(limits)
        self._most_rows = most_rows
        self.rows: list[list[str]] = []
        self.numbers: list[int] = []
        self._strings = strings
        self._shown = shown
        self._from_1904 = from_1904
        self._merged: list[str] = []
        self._row: list[str] = []
        self._cell: Mapping[str, str] = {}
        self._parts: list[str] = []
        self._heard = self._aloud = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Rows, cells, values, and what was made one."""
        if name == "c":
            self._cell, self._parts = attributes, []
        elif name in ("v", "t"):
            self._heard = not self._aloud
        elif name == "row":
            if len(self.rows) == self._most_rows:
                raise Enough
            last = self.numbers[-1] if self.numbers else 0
            self._row = []
            self.rows.append(self._row)
            self.numbers.append(_number(attributes.get("r", "")) or last + 1)
            self.limits.take(cells=1)
        elif name == "rPh":
            self._aloud = True
        elif name == "mergeCell" and len(self._merged) < _MOST_MERGED:
            self._merged.append(attributes.get("ref", ""))

    def end(self, name: str) -> None:
        """A cell is whole; one that stands before those already there is left out."""
        if name == "c":
            place = _column(self._cell.get("r", ""), len(self._row))
            before = place - len(self._row)
            if before >= 0 and place < _WIDEST:
                text = self._said("".join(self._parts))[:_LONGEST]
                self.limits.take(cells=before + 1, characters=len(text))
                if before:
                    self._row += [""] * before
                self._row.append(text)
        elif name in ("v", "t"):
            self._heard = False
        elif name == "rPh":
            self._aloud = False

    def text(self, data: str) -> None:
        """A part of a value."""
        if self._heard:
            self._parts.append(data)

    def _said(self, text: str) -> str:
        """What a cell with this value shows."""
        kind = self._cell.get("t", "n")
        if kind == "s":
            place = _number(text.strip())
            return self._strings[place] if place is not None and place < len(self._strings) else ""
        if kind == "n" and text:
            style = _number(self._cell.get("s", "0")) or 0
            what = self._shown[style] if style < len(self._shown) else Shows.NUMBER
            return text_of(text.strip()[:100], what, from_1904=self._from_1904)
        if kind == "d":
            return text.strip().replace("T", " ")
        return "" if kind == "e" else text

    def fill_merged(self) -> None:
        """Headings, and days above each other, count for each of the cells that were made one; a value does not."""
        places = {number: place for place, number in enumerate(self.numbers)}
        left_to_do = _MOST_FILLED
        for reference in self._merged:
            start, end = (_REFERENCE.fullmatch(one) for one in reference.partition(":")[::2])
            if start is None or end is None or int(start[2]) not in places:
                continue
            top, left, right = int(start[2]), _letters(start[1]), min(_letters(end[1]), _WIDEST - 1)
            row = self.rows[places[top]]
            text = row[left] if left < len(row) else ""
            words = _HEADING.fullmatch(text) is not None
            if not words and not _DAY.fullmatch(text):
                continue
            for number in range(top, int(end[2]) + 1):
                place = places.get(number, -1)
                last = right if words and place < HEADINGS_WITHIN else left
                left_to_do -= 1 + max(0, last - left)
                if left_to_do < 0:
                    return
                if place >= 0:
                    below = self.rows[place]
                    below += [""] * (last + 1 - len(below))
                    below[left : last + 1] = [one or text for one in below[left : last + 1]]


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= _LARGEST_NUMBER else None


def _column(reference: str, following: int) -> int:
    """The place of a cell by its reference, or else after the one before it."""
    letters = reference.rstrip("0123456789")
    return _letters(letters) if letters.isascii() and letters.isalpha() else following


@lru_cache(maxsize=1024)
def _letters(column: str) -> int:
    number = 0
    for letter in column.upper()[:4]:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1
