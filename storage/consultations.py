"""What the patient wrote for a consultation, kept with its access as JSON text of the sharing room."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from storage.connection import Connection
    from storage.vault import Vault


def insert(db: Connection, gid: str, body: str) -> None:
    """Keep the words of an access, in the caller's transaction."""
    db.execute("INSERT INTO consultation (grant_id, body) VALUES (?, ?)", (gid, body))


def body(vault: Vault, gid: str) -> str | None:
    """The words of an access, or None."""
    with vault.read() as db:
        row = db.execute("SELECT body FROM consultation WHERE grant_id = ?", (gid,)).fetchone()
    return row[0] if row else None
