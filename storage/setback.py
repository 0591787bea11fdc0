"""Signs that a part of a vault was put back to an earlier state: single pages, or one of its files.

An older copy of a page is as authentic as the present one, so what one table says is held against another, and the
accesses against the shares that lie outside. No index is asked: its pages may be older still.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from storage import state

if TYPE_CHECKING:
    from storage.connection import Connection
    from storage.vault import Vault

_LIVE: Final = "running"
_GIVEN: Final = ("released", "card-made")
_ENDED: Final = ("withdrawn", "expired", "used-up", "end-unknown", "screen-ended")
_ALL_ENDED: Final = ("copied", "restored", "rolled-back")
# The ways whose release share is kept outside for as long as the access runs.
_HELD: Final = ("code", "card")


def shows(vault: Vault) -> bool:
    """Whether lines are missing in the journal, or an access runs that has ended, was released more often than it
    says, or has lost its share."""
    with vault.read() as db:
        count, last = db.execute("SELECT count(*), max(seq) FROM journal NOT INDEXED").fetchone()
        if count != last:
            return True
        running = _running(db)
        given, over = _told(db, set(running))
    shares = state.shares(vault)
    return any(
        gid in over or given.get(gid, 0) > released or (mode in _HELD and gid not in shares)
        for gid, (mode, released) in running.items()
    )


def _running(db: Connection) -> dict[str, tuple[str, int]]:
    """Mode and number of releases of the accesses that run."""
    rows = db.execute(
        "SELECT gid, mode, released FROM access_grant NOT INDEXED WHERE state = ?", (_LIVE,)
    ).fetchall()
    return {gid: (mode, released) for gid, mode, released in rows}


def _told(db: Connection, gids: set[str]) -> tuple[dict[str, int], set[str]]:
    """What the journal tells of these accesses: how often each was released, and which are over."""
    given: dict[str, int] = {}
    over: set[str] = set()
    begun: set[str] = set()
    actions = _GIVEN + _ENDED + _ALL_ENDED
    marks = ", ".join("?" * len(actions))
    for action, gid in db.execute(
        f"SELECT action, grant_id FROM journal NOT INDEXED WHERE grant_id <> '' OR action IN ({marks}) ORDER BY seq",
        actions,
    ):
        if action in _ALL_ENDED:
            over |= begun
        elif gid in gids:
            begun.add(gid)
            if action in _GIVEN:
                given[gid] = given.get(gid, 0) + 1
            elif action in _ENDED:
                over.add(gid)
    return given, over
