"""What a patient does with entries: write, correct, keep private, label, delete.

Each function is one transaction with its line in the journal, which holds ids and counts only.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from phr import dates
from phr.formats.fhir.drafts import to_draft
from phr.formats.fhir.edit import edit as edited
from phr.formats.fhir.edit import own
from phr.formats.fhir.items import decimal
from phr.formats.fhir.write import dumps
from storage import bodies, clock, journal
from storage.digests import digest_of
from storage.errors import NoSuchEntry, NoSuchPerson, NotALabel
from storage.ids import Ids, Positions
from storage.rows import ENTRY_COLUMNS, entry_of, entry_row, insert_entries, refresh

if TYPE_CHECKING:
    from collections.abc import Iterable

    from phr.entry import Draft, Entry, Kind
    from phr.formats.fhir.items import Resource
    from storage.connection import Connection
    from storage.vault import Vault

_LONGEST_LABEL = 100
_NAMED = 100  # entries that one line of the journal names at most
# Where R4 has the patient; elsewhere it is "subject", and an Appointment's participant.
_PATIENT = frozenset({"AllergyIntolerance", "Immunization", "RelatedPerson"})


def add_own(
    vault: Vault,
    person: str,
    kind: Kind,
    title: str,
    *,
    date: str | None = None,
    value: str = "",
    unit: str = "",
    note: str = "",
) -> Entry:
    """An entry that the patient writes, for a person (an id).

    Raises :class:`NoSuchPerson`, and what ``phr.formats.fhir.edit.own`` raises for what it cannot hold.
    """
    resource = own(kind, title, date, value, unit, note)
    id_ = Ids().new()
    resource["id"] = id_
    _name_patient(resource, f"Patient/{person}")
    draft = to_draft(resource)
    if draft is None:
        raise AssertionError("what a patient writes is an entry")
    with vault.write() as db:
        if db.execute("SELECT 1 FROM person WHERE id = ?", (person,)).fetchone() is None:
            raise NoSuchPerson
        pos = Positions(db).take(draft.date)
        insert_entries(db, [entry_row(pos, id_, person, draft, hidden=False)])
        db.execute(
            "INSERT INTO resource (entry, person, type, rid, digest, codec, body) VALUES (?, ?, ?, ?, ?, ?, ?)",
            (
                id_,
                person,
                resource["resourceType"],
                id_,
                digest_of(resource),
                bodies.CODEC,
                bodies.pack(dumps(resource)),
            ),
        )
        journal.append(db, "entry-added", detail={"entry": id_})
        return _entry(db, id_)


def edit(vault: Vault, entry_id: str, changes: dict[str, str]) -> Entry:
    """Correct fields of an entry (those of ``phr.formats.fhir.edit.edit``); what was there becomes a revision.

    Raises :class:`NoSuchEntry`, ``NotEditable``, ``NotADate``.
    """
    with vault.write() as db:
        row = db.execute(
            "SELECT id, edits, codec, body FROM resource WHERE entry = ?", (entry_id,)
        ).fetchone()
        if row is None:
            raise NoSuchEntry
        number, edits, codec, body = row
        before = json.loads(bodies.unpack(codec, body), parse_float=decimal)
        after = edited(before, changes)
        if dumps(after) != dumps(before):
            earlier = json.loads(edits) if edits else {}
            revise(db, number)
            db.execute(
                "UPDATE resource SET codec = ?, body = ?, edits = ? WHERE id = ?",
                (bodies.CODEC, bodies.pack(dumps(after)), json.dumps({**earlier, **changes}), number),
            )
            draft = to_draft(after)
            if draft is not None:
                rewrite(db, entry_id, draft)
            journal.append(db, "entry-edited", detail={"entry": entry_id, "fields": len(changes)})
        return _entry(db, entry_id)


def revise(db: Connection, resource: int) -> None:
    """Keep what a resource is now as its next revision, in the caller's transaction."""
    db.execute(
        "INSERT INTO revision (resource, number, at, codec, body)"
        " SELECT id, 1 + coalesce((SELECT max(number) FROM revision WHERE resource = ?1), 0), ?2, codec, body"
        " FROM resource WHERE id = ?1",
        (resource, clock.instant(db.clock())),
    )


def rewrite(db: Connection, entry_id: str, draft: Draft) -> None:
    """Make an entry say what its changed resource says, in the caller's transaction.

    A name that stood in another resource (a medication, an author) stays as it was found.
    """
    pos, date, title, title_en, author = db.execute(
        "SELECT pos, date, title, title_en, author FROM entry WHERE id = ?", (entry_id,)
    ).fetchone()
    if draft.title_ref:
        draft.title, draft.title_en = title, title_en
    if draft.author_ref:
        draft.author = author
    if dates.sort_key(date) != dates.sort_key(draft.date):
        pos = Positions(db).take(draft.date)
    refresh(db, entry_id, draft, pos)


def set_hidden(vault: Vault, ids: Iterable[str], hidden: bool) -> None:
    """Keep entries private, or no longer. Raises :class:`NoSuchEntry`, and then changes none."""
    with vault.write() as db:
        wanted = existing(db, ids)
        changed = db.execute(
            "UPDATE entry SET hidden = ?1 WHERE hidden <> ?1 AND id IN (SELECT value FROM json_each(?2)) RETURNING id",
            (int(hidden), wanted),
        ).fetchall()
        _append_naming(db, "hidden" if hidden else "shown", [id_ for (id_,) in changed])


def add_labels(vault: Vault, entry_id: str, labels: Iterable[str]) -> None:
    """Put labels on an entry. Raises :class:`NoSuchEntry`, :class:`NotALabel`."""
    with vault.write() as db:
        existing(db, [entry_id])
        added = insert_labels(db, entry_id, labels)
        if added:
            journal.append(db, "labelled", detail={"entry": entry_id, "labels": added})


def insert_labels(db: Connection, entry_id: str, labels: Iterable[str]) -> int:
    """The same, within a transaction and without its line: how many are new."""
    rows = [(entry_id, checked_label(label)) for label in labels]
    return (
        db.executemany("INSERT OR IGNORE INTO label (entry, label) VALUES (?, ?)", rows).rowcount
        if rows
        else 0
    )


def checked_label(label: str) -> str:
    """A label without superfluous space. Raises :class:`NotALabel`."""
    text = " ".join(label.split())
    if not text or len(text) > _LONGEST_LABEL:
        raise NotALabel
    return text


def remove_labels(vault: Vault, entry_id: str, labels: Iterable[str]) -> None:
    """Take labels off an entry; those that it does not have do not matter. Raises :class:`NoSuchEntry`."""
    with vault.write() as db:
        existing(db, [entry_id])
        rows = [(entry_id, " ".join(label.split())) for label in labels]
        removed = (
            db.executemany("DELETE FROM label WHERE entry = ? AND label = ?", rows).rowcount if rows else 0
        )
        if removed:
            journal.append(db, "unlabelled", detail={"entry": entry_id, "labels": removed})


def delete(vault: Vault, ids: Iterable[str]) -> bool:
    """Delete entries for good, with their resources, revisions, attachments and labels.

    True when nothing of them is left in the vault; False while another reader keeps the database from being
    cleaned, which is then tried again. Raises :class:`NoSuchEntry`, and then deletes none.
    """
    with vault.write() as db:
        wanted = existing(db, ids)
        sources = db.execute(
            "SELECT DISTINCT source FROM resource WHERE entry IN (SELECT value FROM json_each(?1))"
            " OR same_as IN (SELECT value FROM json_each(?1))",
            (wanted,),
        ).fetchall()
        deleted = db.execute(
            "DELETE FROM entry WHERE id IN (SELECT value FROM json_each(?)) RETURNING id", (wanted,)
        ).fetchall()
        # The name of a file tells what was in it.
        db.executemany(
            "DELETE FROM source WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM resource WHERE source = ?1)"
            " AND NOT EXISTS (SELECT 1 FROM attachment WHERE source = ?1)",
            sources,
        )
        _append_naming(db, "deleted", [id_ for (id_,) in deleted])
    return vault.scrub()


def _append_naming(db: Connection, action: str, ids: list[str]) -> None:
    """Lines for ``ids``, which they name: ``entry``, ``entry-2``, ... beside ``entries``, how many."""
    for first in range(0, len(ids), _NAMED):
        named = ids[first : first + _NAMED]
        names = ("entry", *(f"entry-{number}" for number in range(2, len(named) + 1)))
        journal.append(db, action, detail={"entries": len(named), **dict(zip(names, named, strict=True))})


def _name_patient(resource: Resource, reference: str) -> None:
    if resource["resourceType"] == "Appointment":
        resource["participant"] = [{"actor": {"reference": reference}, "status": "accepted"}]
    else:
        element = "patient" if resource["resourceType"] in _PATIENT else "subject"
        resource[element] = {"reference": reference}


def existing(db: Connection, ids: Iterable[str]) -> str:
    """The ids as a JSON array, all of them of entries that exist. Raises :class:`NoSuchEntry`."""
    wanted = json.dumps(sorted(set(ids)))
    missing = db.execute(
        "SELECT 1 FROM json_each(?) WHERE value NOT IN (SELECT id FROM entry) LIMIT 1", (wanted,)
    ).fetchone()
    if missing:
        raise NoSuchEntry
    return wanted


def _entry(db: Connection, entry_id: str) -> Entry:
    return entry_of(db.execute(f"SELECT {ENTRY_COLUMNS} FROM entry e WHERE e.id = ?", (entry_id,)).fetchone())
