"""Which entries came in or were changed since a moment, for what the patient tells of since the last visit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from storage import clock

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from storage.vault import Vault

# A file's entries came with it; one that the patient wrote has its line in the journal.
_ADDED = """
    SELECT r.entry FROM resource r JOIN source s ON s.id = r.source WHERE s.imported_at > ?1 AND r.entry IS NOT NULL
    UNION SELECT json_extract(detail, '$.entry') FROM journal WHERE action = 'entry-added' AND at > ?1
"""
_CHANGED = """
    SELECT r.entry FROM resource r JOIN revision v ON v.resource = r.id WHERE v.at > ?1 AND r.entry IS NOT NULL
"""


def added_since(vault: Vault, ids: Iterable[str], since: datetime) -> list[str]:
    """Those of ``ids`` that came into the record after ``since``, in their order."""
    return _of(vault, _ADDED, ids, since)


def changed_since(vault: Vault, ids: Iterable[str], since: datetime) -> list[str]:
    """Those of ``ids`` that were corrected, or updated by a newer version, after ``since``, in their order."""
    return _of(vault, _CHANGED, ids, since)


def _of(vault: Vault, query: str, ids: Iterable[str], since: datetime) -> list[str]:
    with vault.read() as db:
        found = {row[0] for row in db.execute(query, (clock.instant(since),))}
    return [id_ for id_ in ids if id_ in found]
