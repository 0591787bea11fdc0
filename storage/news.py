"""What is new: the items that came last, and what was done since the vault was last opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from storage import clock, journal
from storage.rows import ENTRY_COLUMNS, entry_of

if TYPE_CHECKING:
    from datetime import datetime

    from phr.entry import Entry
    from storage.journal import Line
    from storage.vault import Vault

_UNLOCK = "unlock"
_MOST_LINES = 500


def latest(vault: Vault, person: str = "", limit: int = 5) -> list[Entry]:
    """The entries that came into the record last, of one person (an id) or of everybody, the last first."""
    with vault.read() as db:
        rows = db.execute(
            f"SELECT {ENTRY_COLUMNS} FROM resource n JOIN entry e ON e.id = n.entry"
            " WHERE n.entry IS NOT NULL AND (?1 = '' OR e.person = ?1) ORDER BY n.id DESC LIMIT ?2",
            (person, limit),
        ).fetchall()
    return [entry_of(row) for row in rows]


def last_done(vault: Vault, action: str) -> datetime | None:
    """When an action of the journal was last done; None if it never was."""
    with vault.read() as db:
        row = db.execute(
            "SELECT at FROM journal WHERE action = ? ORDER BY seq DESC LIMIT 1", (action,)
        ).fetchone()
    return clock.moment(row[0]) if row else None


def since_last_opening(vault: Vault) -> tuple[datetime | None, list[Line]]:
    """When the vault was opened the time before this one, None if it never was, and the lines since, newest first."""
    with vault.read() as db:
        openings = db.execute(
            "SELECT seq, at FROM journal WHERE action = ? ORDER BY seq DESC LIMIT 2", (_UNLOCK,)
        ).fetchall()
    if len(openings) < 2:
        return None, []
    seq, at = openings[1]
    lines = journal.lines(vault, after=seq, limit=_MOST_LINES)
    return clock.moment(at), [line for line in reversed(lines) if line.action != _UNLOCK]
