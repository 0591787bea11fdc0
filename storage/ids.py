"""Public ids and places in the timeline."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from phr.dates import sort_key
from storage.errors import TooManyAtOnce

if TYPE_CHECKING:
    from storage.connection import Connection

_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"  # Crockford base32, lower case
_PAIRS = [high + low for high in _ALPHABET for low in _ALPHABET]
_COUNTER_BITS = 32

# ``entry.pos`` is the second of the date's beginning and a counter within it.
SECOND_BITS = 23
LAST_IN_SECOND = (1 << SECOND_BITS) - 1
_REMEMBERED = 100_000


class Ids:
    """Ids of 16 characters: 48 random bits, drawn once for each batch, and a counter of 32 bits.

    Ids made together stand together in the index (random ones change a quarter more pages), and tell nothing of
    when they were made.
    """

    def __init__(self) -> None:
        self._next = secrets.randbits(48) << _COUNTER_BITS

    def new(self) -> str:
        """An id that nothing else has."""
        number = self._next
        self._next += 1
        return "".join([_PAIRS[number >> shift & 1023] for shift in range(70, -10, -10)])


class Positions:
    """Free places in the timeline, for one transaction."""

    def __init__(self, db: Connection) -> None:
        self._db = db
        self._free: dict[int, int] = {}
        # By date as it is written: what one visit gives has one date.
        self._first: dict[str | None, int] = {}

    def take(self, date: str | None) -> int:
        """The place of an entry of this date, after those of the same second.

        Raises :class:`TooManyAtOnce` when the second is full.
        """
        first = self._first.get(date, -1)
        if first < 0:
            if len(self._first) > _REMEMBERED:
                self._first.clear()
                self._free.clear()
            first = self._first[date] = sort_key(date) << SECOND_BITS
        pos = self._free.get(first)
        if pos is None:
            last = self._db.execute(
                "SELECT max(pos) FROM entry WHERE pos BETWEEN ? AND ?", (first, first + LAST_IN_SECOND)
            ).fetchone()[0]
            pos = first if last is None else last + 1
        if pos > first + LAST_IN_SECOND:
            raise TooManyAtOnce
        self._free[first] = pos + 1
        return pos
