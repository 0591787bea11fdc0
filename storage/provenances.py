"""Where an entry comes from: every file that gave it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from phr.formats.fhir.drafts import to_draft
from phr.formats.fhir.items import decimal
from storage import bodies, clock, lookup
from storage.errors import NoSuchEntry
from storage.naming import name_of

if TYPE_CHECKING:
    from datetime import datetime

    from storage.connection import Connection
    from storage.vault import Vault


@dataclass(frozen=True, slots=True)
class Provenance:
    """One source of an entry: a file, when it was first taken in, and who wrote it or measured, as it says.

    ``file`` is "" and ``imported_at`` None for what the patient wrote.
    """

    file: str
    imported_at: datetime | None
    author: str


def provenances(vault: Vault, entry_id: str) -> list[Provenance]:
    """Every source of an entry, the one it shows first. Raises :class:`NoSuchEntry`."""
    with vault.read() as db:
        rows = db.execute(
            "SELECT r.source, r.person, coalesce(s.name, ''), s.imported_at, r.codec, r.body"
            " FROM resource r LEFT JOIN source s ON s.id = r.source WHERE r.entry = ?1 OR r.same_as = ?1"
            " ORDER BY r.same_as IS NOT NULL, r.id",
            (entry_id,),
        ).fetchall()
        found = [
            Provenance(
                name,
                clock.moment(at) if at else None,
                _author(db, bodies.unpack(codec, body), source, person),
            )
            for source, person, name, at, codec, body in rows
        ]
    if not found:
        raise NoSuchEntry
    return found


def _author(db: Connection, body: bytes, source: int | None, person: str | None) -> str:
    draft = to_draft(json.loads(body, parse_float=decimal))
    if draft is None:
        return ""
    if draft.author or not draft.author_ref:
        return draft.author
    target = lookup.find(db, draft.author_ref, source, person)
    return name_of(target.resource)[0] if target else ""
