"""Taking a correction back: an entry says again what it said before, and what it says now becomes a revision."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from phr.formats.fhir.drafts import to_draft
from phr.formats.fhir.items import decimal
from storage import bodies, journal
from storage.curate import revise, rewrite
from storage.errors import NoSuchEntry

if TYPE_CHECKING:
    from storage.vault import Vault


@dataclass(frozen=True, slots=True)
class Version:
    """An entry as it was: its resource, what had been corrected, and the names that stood in other resources."""

    entry: str
    body: bytes = field(repr=False)
    edits: str | None = field(repr=False)
    title: str = field(repr=False)
    title_en: str = field(repr=False)
    author: str = field(repr=False)


def version(vault: Vault, entry_id: str) -> Version:
    """An entry as it is now. Raises :class:`NoSuchEntry`."""
    with vault.read() as db:
        row = db.execute(
            "SELECT r.codec, r.body, r.edits, e.title, e.title_en, e.author FROM resource r"
            " JOIN entry e ON e.id = r.entry WHERE e.id = ?",
            (entry_id,),
        ).fetchone()
    if row is None:
        raise NoSuchEntry
    codec, body, *rest = row
    return Version(entry_id, bodies.unpack(codec, body), *rest)


def restore(vault: Vault, before: Version) -> None:
    """Make an entry what it was. Raises :class:`NoSuchEntry` if it was deleted since."""
    with vault.write() as db:
        row = db.execute("SELECT id FROM resource WHERE entry = ?", (before.entry,)).fetchone()
        if row is None:
            raise NoSuchEntry
        revise(db, row[0])
        db.execute(
            "UPDATE resource SET codec = ?, body = ?, edits = ? WHERE id = ?",
            (bodies.CODEC, bodies.pack(before.body), before.edits, row[0]),
        )
        draft = to_draft(json.loads(before.body, parse_float=decimal))
        if draft is not None:
            if draft.title_ref:
                draft.title, draft.title_en, draft.title_ref = before.title, before.title_en, ""
            if draft.author_ref:
                draft.author, draft.author_ref = before.author, ""
            rewrite(db, before.entry, draft)
        journal.append(db, "entry-restored", detail={"entry": before.entry})
