"""Whether an opened vault is the one this installation knows, a copy of it, or an older state of it.

A copied or restored vault becomes one of its own: new id, new signing key, running grants ended; the original's
shares are not touched. A vault put back to an older state keeps its id, but its shares are dropped: it no longer knows
what was released. So does one of which only a part is older (:mod:`storage.setback`). A vault that was merely moved
stays what it is.
"""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from storage import clock, journal, setback, state

if TYPE_CHECKING:
    from storage.connection import Connection
    from storage.vault import Vault

_LIVE = "running"


def settle(vault: Vault) -> tuple[str, ...]:
    """Make the vault and the state file agree. Returns what the user should be told, as codes."""
    known = state.record(vault.id)
    here = str(vault.folder)
    inode = vault.folder.stat().st_ino
    if known is None or (known.folder != here and known.inode != inode):
        become_another(vault, "copied")
        return ("copied",)
    state.set_place(vault)
    notices = []
    if not state.opens(vault) or not _follows(vault, known.seq, known.hash) or setback.shows(vault):
        start_over(vault)
        notices.append("rolled-back")
    state.keep_wrapping(vault)
    if _drop_dead_shares(vault):
        notices.append("shares-dropped")
    return tuple(notices)


def settle_restored(vault: Vault) -> tuple[str, ...]:
    """The same for a vault that has just been copied out of a backup."""
    become_another(vault, "restored")
    return ()


def become_another(vault: Vault, action: str) -> None:
    """Give the vault a new id and signing key, end its running grants and journal ``action``."""
    vault.id = new_id()
    public_key = state.enroll(vault)
    with vault.write() as db:
        db.execute("UPDATE meta SET value = ? WHERE key = 'vault_id'", (vault.id,))
        ended = _end_running(db, "copied")
        journal.append(db, action, detail={"vault": vault.id, "ended": ended})
        journal.append(db, "signing-key-new", detail={"key": public_key})


def start_over(vault: Vault) -> int:
    """End what runs in a vault that is older than it should be, and drop all shares: the number of accesses ended."""
    with vault.write() as db:
        ended = _end_running(db, "rolled-back")
        journal.append(db, "rolled-back", detail={"ended": ended})
    public_key = state.enroll(vault)
    with vault.write() as db:
        journal.append(db, "signing-key-new", detail={"key": public_key})
    return ended


def new_id() -> str:
    """A vault's id: 16 random bytes in hexadecimal."""
    return secrets.token_hex(16)


def _follows(vault: Vault, seq: int, digest: str) -> bool:
    """Whether the journal still holds the line that was its last when this installation last noted it."""
    if seq == 0:  # enrolled, and then interrupted
        return True
    with vault.read() as db:
        row = db.execute("SELECT hash FROM journal WHERE seq = ?", (seq,)).fetchone()
    return row is not None and row[0].hex() == digest


def _end_running(db: Connection, as_state: str) -> int:
    at = clock.instant(journal.time(db))
    ended = db.execute(
        "UPDATE access_grant SET state = ?, ended_at = ? WHERE state = ?", (as_state, at, _LIVE)
    ).rowcount
    return int(ended)


def _drop_dead_shares(vault: Vault) -> bool:
    with vault.read() as db:
        live = {gid for (gid,) in db.execute("SELECT gid FROM access_grant WHERE state = ?", (_LIVE,))}
    dead = state.shares(vault) - live
    if dead:
        state.drop_shares(vault, dead)
    return bool(dead)
