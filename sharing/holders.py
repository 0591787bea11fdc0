"""Who was given what: for one item the grants that held it, what two hold, and everything that has ever left."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from storage import entries, grants, practitioners
from storage.errors import NoSuchEntry, NoSuchGrant

if TYPE_CHECKING:
    from phr.entry import Entry
    from storage.grants import GrantRow
    from storage.vault import Vault


@dataclass(frozen=True, slots=True)
class Comparison:
    """Ids of entries, those deleted since too: with the first only, with the second only, with both."""

    only_first: tuple[str, ...]
    only_second: tuple[str, ...]
    both: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Given:
    """Something that left the vault: ``entry`` is None once it is deleted; ``grants`` hold it, newest first."""

    id: str
    entry: Entry | None
    grants: tuple[GrantRow, ...]


def shared_with(vault: Vault, entry_id: str) -> list[GrantRow]:
    """The grants whose file holds an entry, ended ones too, newest first; of a deleted one too.

    Raises ``NoSuchEntry`` for an id that no grant held and the record does not have.
    """
    found = [row for row in grants.grants(vault) if entry_id in json.loads(row.entries)]
    if not found:
        entries.entry(vault, entry_id)
    return found


def everything_given(vault: Vault, person: str = "") -> list[Given]:
    """Every entry that a protected file was ever made with, of one person if said: newest access first."""
    holding: dict[str, list[GrantRow]] = {}
    for row in grants.grants(vault):
        if person in ("", row.person):
            for entry_id in json.loads(row.entries):
                holding.setdefault(entry_id, []).append(row)
    with vault.read():  # one view for all of them
        return [Given(one, still_there(vault, one), tuple(rows)) for one, rows in holding.items()]


def compare(vault: Vault, first: str, second: str) -> Comparison:
    """What two grants, or two care professionals by all that they were given, hold; in the order of the previews.

    Each is the id of a grant, or the id or name of a care professional.
    Raises ``NoSuchGrant``, ``NoSuchPractitioner``, ``SeveralPractitioners``.
    """
    one, other = _held(vault, first), _held(vault, second)
    return Comparison(
        tuple(entry for entry in one if entry not in other),
        tuple(entry for entry in other if entry not in one),
        tuple(entry for entry in one if entry in other),
    )


def _held(vault: Vault, whose: str) -> dict[str, None]:
    """The ids of the entries, in order."""
    try:
        rows = [grants.grant(vault, whose)]
    except NoSuchGrant:
        to = practitioners.practitioner(vault, whose).id
        rows = [row for row in grants.grants(vault) if row.practitioner == to]
    return dict.fromkeys(entry for row in rows for entry in json.loads(row.entries))


def still_there(vault: Vault, entry_id: str) -> Entry | None:
    """An entry, or None once it is deleted."""
    try:
        return entries.entry(vault, entry_id)
    except NoSuchEntry:
        return None
