"""What was measured more than once: the analytes of a record, and the values of one of them over time.

A million rows are grouped by SQLite, slice by slice, so that lists scroll meanwhile, and the places of the values are
remembered, so that one analyte's values are then found at once.
"""

from __future__ import annotations

import json
import re
from array import array
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from phr.entry import Coding, Kind, Value
from storage.ids import SECOND_BITS
from storage.people import folded

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from storage.connection import Connection
    from storage.vault import Vault

MEASURED = (Kind.RESULT, Kind.MEASUREMENT)
"""The kinds of entry that hold values."""

_SLICE = 20_000
_UNDATED = 1 << SECOND_BITS
# A number, or two of them as blood pressure is written; what has a comparator ("<1") is no number.
_NUMBERS = re.compile(r"[+-]?\d+(?:[.,]\d+)?(?:[eE][+-]?\d+)?(?:\s*/\s*\d+(?:[.,]\d+)?)?\Z")


@dataclass(slots=True)
class Analyte:
    """One thing that is measured: by the first code that its entries share, or by its title where they have none.

    ``count`` is of its values with a date; ``last`` is the date of the newest.
    """

    coding: Coding | None
    title: str
    title_en: str
    last: str
    places: array[int] = field(default_factory=lambda: array("q"))

    @property
    def count(self) -> int:
        """How many values there are."""
        return len(self.places)

    def title_in(self, language: str) -> str:
        """The title in ``fr`` or ``en``."""
        return self.title_en if language == "en" and self.title_en else self.title


@dataclass(frozen=True, slots=True)
class Point:
    """One value. ``second`` is the beginning of its date, in seconds since 1970 in UTC.

    ``numbers`` is what can be drawn: one number, the two of a blood pressure, or none.
    """

    entry: str
    date: str
    second: int
    value: Value
    author: str
    numbers: tuple[Decimal, ...]


def numbers(text: str) -> tuple[Decimal, ...]:
    """The number that ``text`` is, or the two that a stroke separates; none for all other text."""
    text = text.strip()
    if not _NUMBERS.match(text):
        return ()
    return tuple(Decimal(part.strip().replace(",", ".")) for part in text.split("/"))


def analytes(vault: Vault, person: str = "", look: Callable[[], None] | None = None) -> list[Analyte]:
    """What was measured for one person (an id) or for everybody, by title.

    ``look`` is called between slices; what it raises stops the reading.
    """
    found: dict[str, Analyte] = {}
    for kind in MEASURED:
        for codes, title, title_en, date, places in _groups(vault, kind, person, look):
            coding = Coding(*json.loads(codes)[0]) if codes else None
            key = f"{coding.system}|{coding.code}" if coding else folded(title)
            found.setdefault(key, Analyte(coding, title, title_en, date)).places.extend(places)
    return sorted(found.values(), key=lambda one: (folded(one.title), one.title))


def points(vault: Vault, analyte: Analyte) -> list[Point]:
    """The values of an analyte, oldest first; those deleted since are left out."""
    with vault.read() as db:
        rows = db.execute(
            "SELECT pos, id, date, value, author FROM entry"
            " WHERE pos IN (SELECT value FROM json_each(?)) AND value <> ''"
            " AND id NOT IN (SELECT entry FROM closed_entry) ORDER BY pos",
            (json.dumps(list(analyte.places)),),
        ).fetchall()
    return [_point(*row) for row in rows if row[2]]


# 1970-01-01 in the seconds of a place, which count from 0001-01-01.
_EPOCH = 62_135_596_800


def _point(pos: int, entry: str, date: str, value: str, author: str) -> Point:
    known = Value(*json.loads(value))
    return Point(entry, date, (pos >> SECOND_BITS) - _EPOCH, known, author, numbers(known.text))


_Group = tuple[str, str, str, str, "array[int]"]


def _groups(vault: Vault, kind: Kind, person: str, look: Callable[[], None] | None) -> Iterator[_Group]:
    """What was measured in each slice, the newest first: codes, titles, the last date, the places."""
    last = 1 << 63
    while True:
        if look:
            look()
        with vault.read() as db:
            rows = _slice(db, kind, person, last)
        groups = [(*row[:4], array("q", map(int, row[5].split(",")))) for row in rows]
        yield from groups
        if sum(len(places) for *_, places in groups) < _SLICE:
            return
        last = min(min(places) for *_, places in groups)


def _slice(db: Connection, kind: Kind, person: str, last: int) -> list[tuple[Any, ...]]:
    whose = " AND +person = ?" if person else ""
    # With max() alone, SQLite takes the other columns from its row (https://sqlite.org/lang_select.html#bareagg).
    rows: list[tuple[Any, ...]] = db.execute(
        "SELECT codes, title, title_en, date, max(pos), group_concat(pos) FROM ("
        " SELECT pos, codes, title, title_en, date FROM entry"
        f" WHERE kind = ? AND pos BETWEEN ? AND ?{whose} AND value <> ''"
        " AND id NOT IN (SELECT entry FROM closed_entry) ORDER BY pos DESC LIMIT ?"
        ") GROUP BY codes, title ORDER BY max(pos) DESC",
        (kind.value, _UNDATED, last - 1, *((person,) if person else ()), _SLICE),
    ).fetchall()
    return rows
