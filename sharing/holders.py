"""Who was given what: for one item the grants that held it, and for two grants what each held."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from storage import entries, grants

if TYPE_CHECKING:
    from storage.grants import GrantRow
    from storage.vault import Vault


@dataclass(frozen=True, slots=True)
class Comparison:
    """Ids of entries, those deleted since too: in the first grant only, in the second only, in both."""

    only_first: tuple[str, ...]
    only_second: tuple[str, ...]
    both: tuple[str, ...]


def shared_with(vault: Vault, entry_id: str) -> list[GrantRow]:
    """The grants whose file holds an entry, ended ones too, newest first. Raises ``NoSuchEntry``."""
    entries.entry(vault, entry_id)
    return [row for row in grants.grants(vault) if entry_id in json.loads(row.entries)]


def compare(vault: Vault, first: str, second: str) -> Comparison:
    """What two grants held, in the order of their previews. Raises ``NoSuchGrant``."""
    one, other = (json.loads(grants.grant(vault, gid).entries) for gid in (first, second))
    in_one, in_other = set(one), set(other)
    return Comparison(
        tuple(entry for entry in one if entry not in in_other),
        tuple(entry for entry in other if entry not in in_one),
        tuple(entry for entry in one if entry in in_other),
    )
