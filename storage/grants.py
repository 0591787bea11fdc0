"""The rows of access grants. What may be done with them is the sharing room's."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from storage.errors import NoSuchGrant

if TYPE_CHECKING:
    from storage.connection import Connection
    from storage.vault import Vault


@dataclass(frozen=True, slots=True)
class GrantRow:
    """One access, column for column.

    ``scope``, ``entries`` and ``answered`` are JSON text of the sharing room; times are instants or ""; ``releases`` is
    how often it may be released, ``released`` how often it was; ``state`` is ``running``, ``withdrawn``, ``expired``,
    ``used-up``, ``copied``, ``rolled-back``, ``separated`` (:mod:`storage.separation`), ``handed-over`` (paper and
    PDF), ``closed`` or ``end-unknown`` (on the screen); ``digest`` is the SHA-256 of the envelope,
    or of the PDF. ``former`` is the access that this one renews or narrows, or ""; ``card_back`` is when the patient
    said that the card is back or destroyed, or "".
    """

    gid: str
    practitioner: str
    person: str
    scope: str
    entries: str
    mode: str
    until: str
    releases: int
    made_at: str
    challenge_key: bytes
    digest: bytes
    purpose: str = ""
    not_before: str = ""
    released: int = 0
    answered: str = ""
    state: str = "running"
    ended_at: str = ""
    former: str = ""
    card_back: str = ""


_COLUMNS = tuple(field.name for field in fields(GrantRow))
_SELECT = f"SELECT {', '.join(_COLUMNS)} FROM access_grant"


def insert(db: Connection, row: GrantRow) -> None:
    """Add an access, in the caller's transaction."""
    marks = ", ".join("?" * len(_COLUMNS))
    values = [getattr(row, name) for name in _COLUMNS]
    db.execute(f"INSERT INTO access_grant({', '.join(_COLUMNS)}) VALUES ({marks})", values)


def update(db: Connection, gid: str, **changes: str | int | bytes) -> None:
    """Change columns of an access, in the caller's transaction. Raises :class:`NoSuchGrant`."""
    unknown = changes.keys() - set(_COLUMNS)
    if unknown or not changes:
        raise ValueError("no such column")
    settings = ", ".join(f"{name} = ?" for name in changes)
    done = db.execute(f"UPDATE access_grant SET {settings} WHERE gid = ?", (*changes.values(), gid))
    if done.rowcount == 0:
        raise NoSuchGrant


def grant(vault: Vault, gid: str) -> GrantRow:
    """The access of this id. Raises :class:`NoSuchGrant`."""
    with vault.read() as db:
        row = db.execute(f"{_SELECT} WHERE gid = ?", (gid,)).fetchone()
    if row is None:
        raise NoSuchGrant
    return GrantRow(*row)


def grants(vault: Vault) -> list[GrantRow]:
    """All of them, ended ones too, newest first."""
    with vault.read() as db:
        return [GrantRow(*row) for row in db.execute(f"{_SELECT} ORDER BY made_at DESC, rowid DESC")]
