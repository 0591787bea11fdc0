"""Entries that stay closed until the patient chooses to open them: "not now" for a result or a letter.

A closed entry is in the vault as any other; lists show its kind and date alone, and searching words does not find it.
It is not "kept private": an access may hold it, and the care professional then reads it.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from phr.entry import Kind
from storage import journal
from storage.curate import existing

if TYPE_CHECKING:
    from collections.abc import Iterable

    from storage.connection import Connection
    from storage.vault import Vault

KINDS = frozenset({Kind.RESULT, Kind.DOCUMENT})
"""What an import leaves closed on request."""


def close_entries(vault: Vault, ids: Iterable[str]) -> None:
    """Close entries. Raises :class:`NoSuchEntry`, and then closes none."""
    with vault.write() as db:
        for entry in close(db, json.loads(existing(db, ids))):
            journal.append(db, "item-closed", detail={"entry": entry})


def close(db: Connection, ids: Iterable[str]) -> list[str]:
    """The same within a transaction and without its lines: those that were not closed before."""
    return [
        entry
        for entry in ids
        if db.execute("INSERT OR IGNORE INTO closed_entry (entry) VALUES (?)", (entry,)).rowcount
    ]


def open_entries(vault: Vault, ids: Iterable[str]) -> None:
    """Open closed entries. Raises :class:`NoSuchEntry`, and then opens none."""
    with vault.write() as db:
        for entry in json.loads(existing(db, ids)):
            if db.execute("DELETE FROM closed_entry WHERE entry = ?", (entry,)).rowcount:
                journal.append(db, "item-opened", detail={"entry": entry})
