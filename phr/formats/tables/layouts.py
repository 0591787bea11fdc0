"""What the columns of a table hold where its headings do not tell: asked once, known again by the headings.

The first rows of a file that is plainly a table of something measured are shown to whoever can say what its columns
are. The answer is a :class:`Layout`; the readers take the known ones and use each for files with the same headings.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TypeAlias

from phr.formats.tables.columns import (
    DATE,
    MEASURE,
    NOTE,
    TIME,
    UNIT,
    VALUE,
    Column,
    columns,
    key_of,
    usable,
)
from phr.formats.tables.days import Days, is_time, order_of
from phr.formats.tables.grids import HEADINGS_WITHIN, Grid

_SHOWN = 5
_WIDEST = 256
_LONGEST = 100
_LETTER = re.compile(r"[^\W\d_]")
_NUMBER = re.compile(r"[<>]?=?\s*[-+]?\d+(?:[.,]\d+)?(?:\s*%)?")
# How the two orders of days are said.
ORDERS = {"dmy": True, "mdy": False}
_ROLES = (DATE, TIME, UNIT, NOTE, MEASURE, VALUE)


@dataclass(frozen=True, slots=True)
class Layout:
    """What each column holds. ``day_first`` is None where the dates tell by themselves."""

    columns: tuple[Column, ...]
    day_first: bool | None = None

    @property
    def shape(self) -> str:
        """By what its files are known again."""
        return shape(column.heading for column in self.columns)

    @property
    def usable(self) -> bool:
        """Whether measurements can be read by it."""
        return usable(self.columns)


Layouts: TypeAlias = Mapping[str, Layout]
NONE_KNOWN: Layouts = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Table:
    """The beginning of a table: what is guessed of its columns, and its first rows.

    ``order_known`` is False where nothing tells whether its dates begin with the day or the month.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    order_known: bool

    @property
    def headings(self) -> tuple[str, ...]:
        """As they are written."""
        return tuple(column.heading for column in self.columns)


def shape(headings: Iterable[str]) -> str:
    """Headings in their order, without case and doubled spaces."""
    return "\x1f".join(" ".join(unicodedata.normalize("NFKC", one).casefold().split()) for one in headings)


def layout(headings: Sequence[str], roles: Mapping[int, str]) -> Layout:
    """The layout that says of columns (counted from 0) what they hold.

    A role is ``date`` (or ``date:dmy``, ``date:mdy``), ``time``, ``unit``, ``note``, ``measure`` (the cell names what
    was measured), ``value``, ``value:WHAT`` or ``value:WHAT:UNIT``. Raises :class:`ValueError` for what is none of
    these, a column that is not there, or too little to read measurements by.
    """
    found = [Column("", "", heading.strip()) for heading in headings]
    day_first: bool | None = None
    for number, text in roles.items():
        if not 0 <= number < len(found):
            raise ValueError(f"there is no column {number + 1}")
        role, _, rest = text.strip().partition(":")
        if role not in _ROLES or (rest and role not in (DATE, VALUE)):
            raise ValueError(f"not a role: {text}")
        if role == DATE and rest:
            if rest not in ORDERS:
                raise ValueError(f"not an order of days: {rest}")
            day_first = ORDERS[rest]
        what, _, unit = rest.partition(":") if role == VALUE else ("", "", "")
        found[number] = (
            measured(found[number].heading, what, unit) if what else replace(found[number], key=role)
        )
    made = Layout(tuple(found), day_first)
    if not made.usable:
        raise ValueError("a date and something measured are needed")
    return made


def roles(told: Layout) -> list[str]:
    """What :func:`layout` was told of each column, "" for those that are not read."""
    orders = {first: order for order, first in ORDERS.items()}
    found = []
    for column in told.columns:
        if column.key == DATE and told.day_first is not None:
            found.append(f"{DATE}:{orders[told.day_first]}")
        elif column.name or (column.key and column.key not in _ROLES):
            found.append(f"{VALUE}:{column.name or column.key}" + (f":{column.unit}" if column.unit else ""))
        else:
            found.append(column.key)
    return found


def measured(heading: str, what: str, unit: str) -> Column:
    """A column of values of ``what``: the name of a known measure, or any other."""
    what, unit = what.strip()[:_LONGEST], unit.strip()[:_LONGEST]
    key = key_of(what)
    return Column(key, unit, heading) if key else Column(VALUE, unit, heading, what)


def table_in(grids: Iterable[Grid]) -> Table | None:
    """The first grid that is plainly a table of something measured: headings, below them days and numbers."""
    return next(filter(None, map(_table, grids)), None)


def _table(grid: Grid) -> Table | None:
    for place, row in enumerate(grid.head[:HEADINGS_WITHIN]):
        headings = [cell.strip() for cell in row[:_WIDEST]]
        named = [heading for heading in headings if heading]
        if len(named) < 2 or not all(_LETTER.search(heading) for heading in named):
            continue
        below = [one for one in grid.head[place + 1 :] if any(cell.strip() for cell in one)]
        if found := _guessed(headings, below):
            return found
    return None


def _guessed(headings: list[str], rows: list[list[str]]) -> Table | None:
    guesses = columns(headings)
    numbers = False
    for place, guess in enumerate(guesses):
        cells = [row[place].strip() for row in rows if len(row) > place and row[place].strip()]
        # Two thirds of a column tell what it is: there are blanks, totals and remarks.
        if not guess.key and _mostly(map(_is_day, cells), cells) and DATE not in {one.key for one in guesses}:
            guesses[place] = replace(guess, key=DATE)
        elif (
            not guess.key and _mostly(map(is_time, cells), cells) and TIME not in {one.key for one in guesses}
        ):
            guesses[place] = replace(guess, key=TIME)
        numbers = numbers or _mostly((_NUMBER.fullmatch(cell) is not None for cell in cells), cells)
    places = [place for place, guess in enumerate(guesses) if guess.key == DATE]
    if not places or not numbers:
        return None
    days = [row[places[0]].strip() for row in rows if len(row) > places[0] and row[places[0]].strip()]
    if not _mostly(map(_is_day, days), days):
        return None
    try:
        order_known = order_of(days) is not None or all(_same_either_way(day) for day in days)
    except ValueError:
        order_known = False
    return Table(tuple(guesses), tuple(tuple(row[: len(headings)]) for row in rows[:_SHOWN]), order_known)


def _mostly(answers: Iterable[bool], cells: Sequence[str]) -> bool:
    return bool(cells) and 3 * sum(answers) >= 2 * len(cells)


def _is_day(cell: str) -> bool:
    return any(Days(first).moment(cell) for first in (True, False))


def _same_either_way(cell: str) -> bool:
    return Days(True).moment(cell) == Days(False).moment(cell)
