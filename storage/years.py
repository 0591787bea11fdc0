"""The years of a record: what the timeline is looked through by."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from phr.dates import sort_key
from storage.ids import SECOND_BITS

if TYPE_CHECKING:
    from storage.vault import Vault

_DAY = 86_400


def years(vault: Vault, person: str = "") -> list[int]:
    """The years in which entries of a person (an id), or of anybody, begin; the newest first.

    A year is the one that :class:`storage.entries.Filter` knows: of the entry's beginning in UTC. One step in the
    index for each year, however many entries it has. Undated entries have none.
    """
    condition, values = ("person = ? AND ", (person,)) if person else ("", ())
    found: list[int] = []
    with vault.read() as db:
        before = 1 << 62
        while True:
            row = db.execute(
                f"SELECT pos FROM entry WHERE {condition}pos BETWEEN ? AND ? ORDER BY pos DESC LIMIT 1",
                (*values, 1 << SECOND_BITS, before),
            ).fetchone()
            if row is None:
                return found
            year = date.fromordinal(1 + (row[0] >> SECOND_BITS) // _DAY).year
            found.append(year)
            before = (sort_key(f"{year:04}") << SECOND_BITS) - 1
