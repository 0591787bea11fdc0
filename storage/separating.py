"""Results that two sources gave alike, and that differ once one of them sends another value: they come apart.

Each is then an entry of its own. What the patient decided about the one entry, to keep it private and what it touches,
counts for both.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from phr.formats.fhir.drafts import to_draft
from phr.formats.fhir.items import decimal
from storage import bodies
from storage.rows import entry_row, insert_entries

if TYPE_CHECKING:
    from phr.entry import Draft
    from storage.connection import Connection
    from storage.ids import Ids, Positions


def give_entry(
    db: Connection, ids: Ids, positions: Positions, resource: int, *, draft: Draft, former: str
) -> str:
    """Make a resource that was another source of the entry ``former`` an entry of its own: its id."""
    entry = ids.new()
    person, hidden = db.execute("SELECT person, hidden FROM entry WHERE id = ?", (former,)).fetchone()
    insert_entries(db, [entry_row(positions.take(draft.date), entry, person, draft, hidden=bool(hidden))])
    db.execute("INSERT INTO label (entry, label) SELECT ?, label FROM label WHERE entry = ?", (entry, former))
    db.execute(
        "INSERT INTO read_from (document, entry) SELECT document, ? FROM read_from WHERE entry = ?",
        (entry, former),
    )
    db.execute("UPDATE resource SET entry = ?, same_as = NULL WHERE id = ?", (entry, resource))
    return entry


def leave_others(db: Connection, ids: Ids, positions: Positions, entry: str) -> tuple[str, Draft] | None:
    """The other sources of an entry become one entry of their own: its id and what it says, None without any."""
    row = db.execute(
        "SELECT id, codec, body FROM resource WHERE same_as = ? ORDER BY id LIMIT 1", (entry,)
    ).fetchone()
    if row is None:
        return None
    draft = to_draft(json.loads(bodies.unpack(row[1], row[2]), parse_float=decimal))
    if draft is None:
        raise AssertionError("another source of a result is a result")
    other = give_entry(db, ids, positions, row[0], draft=draft, former=entry)
    db.execute("UPDATE resource SET same_as = ? WHERE same_as = ?", (other, entry))
    return other, draft
