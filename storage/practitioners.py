"""The care professionals whom the patient gives access to."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING

from storage import journal
from storage.errors import NoSuchPractitioner, SeveralPractitioners

if TYPE_CHECKING:
    from storage.vault import Vault

_SELECT = "SELECT id, name, specialty, rpps, contact FROM practitioner"


@dataclass(frozen=True, slots=True)
class Practitioner:
    """A care professional as the patient wrote them down; ``rpps`` is the French national number, if known."""

    id: str
    name: str
    specialty: str = ""
    rpps: str = ""
    contact: str = ""


def practitioners(vault: Vault) -> list[Practitioner]:
    """All of them, by name."""
    with vault.read() as db:
        return [Practitioner(*row) for row in db.execute(f"{_SELECT} ORDER BY name, id")]


def practitioner(vault: Vault, id_or_name: str) -> Practitioner:
    """The one with this id, or else with exactly this name.

    Raises :class:`NoSuchPractitioner`, :class:`SeveralPractitioners`.
    """
    with vault.read() as db:
        found = db.execute(f"{_SELECT} WHERE id = ?", (id_or_name,)).fetchall()
        found = found or db.execute(f"{_SELECT} WHERE name = ?", (id_or_name.strip(),)).fetchall()
    if not found:
        raise NoSuchPractitioner
    if len(found) > 1:
        raise SeveralPractitioners
    return Practitioner(*found[0])


def add_practitioner(
    vault: Vault, name: str, *, specialty: str = "", rpps: str = "", contact: str = ""
) -> Practitioner:
    """Write down a care professional. Raises ``ValueError`` for an empty name."""
    if not name.strip():
        raise ValueError("a care professional has a name")
    added = Practitioner(secrets.token_hex(8), name.strip(), specialty.strip(), rpps.strip(), contact.strip())
    with vault.write() as db:
        db.execute(
            "INSERT INTO practitioner(id, name, specialty, rpps, contact) VALUES (?, ?, ?, ?, ?)",
            (added.id, added.name, added.specialty, added.rpps, added.contact),
        )
        journal.append(db, "practitioner-added", detail={"practitioner": added.id})
    return added
