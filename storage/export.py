"""Everything of everybody as FHIR R4: the owner's own export."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from phr.formats.fhir.items import Item, decimal
from phr.formats.fhir.write import collection, dumps
from storage import attachments, bodies, documents, journal
from storage.people import Person, everybody
from storage.sameness import original_url

if TYPE_CHECKING:
    from collections.abc import Iterator

    from phr.formats.fhir.items import Resource
    from storage.connection import Connection
    from storage.vault import Vault

_PAGE = 500


def export_fhir(vault: Vault) -> Iterator[bytes]:
    """One collection Bundle, piece by piece: hidden entries and labels too, each resource as it came unless edited.

    Nothing is exported before the first piece is asked for; that it was is in the journal then. What the vault made
    itself stands there too: the people for whom the patient wrote entries, and the originals that were only kept.
    """
    with vault.write() as db:
        count = db.execute("SELECT count(*) FROM resource").fetchone()[0]
        journal.append(db, "exported", detail={"resources": count})
    yield from collection(_items(vault))


def _items(vault: Vault) -> Iterator[Item]:
    with vault.read() as db:
        writers = _writers(db)
    for person in writers:
        yield Item("", dumps(_patient(person)), None)
    last = 0
    while True:
        # A page at a time, so that nobody else waits for the end of the export.
        with vault.read() as db:
            rows = db.execute(
                "SELECT r.id, r.entry, r.rid, r.full_url, r.codec, r.body, coalesce(e.hidden, 0),"
                " (SELECT json_group_array(label) FROM label WHERE entry = r.entry), coalesce(s.name, ''),"
                " EXISTS (SELECT 1 FROM attachment WHERE entry = r.entry)"
                " FROM resource r LEFT JOIN entry e ON e.id = r.entry LEFT JOIN source s ON s.id = r.source"
                " WHERE r.id > ? ORDER BY r.id LIMIT ?",
                (last, _PAGE),
            ).fetchall()
            pieces = [_item(db, row) for row in rows]
        yield from pieces
        if len(rows) < _PAGE:
            break
        last = rows[-1][0]
    for original in attachments.originals(vault):
        yield _original(original, attachments.read(vault, original.id))


def _item(db: Connection, row: tuple[int, str | None, str, str, int, bytes, int, str, str, int]) -> Item:
    _, entry, rid, full_url, codec, body, hidden, labels, source, has_files = row
    raw = bodies.unpack(codec, body)
    if has_files:
        resource: Resource = json.loads(raw, parse_float=decimal)
        raw = dumps(documents.put_in(resource, lambda id_: attachments.contents(db, id_)))
    marks: dict[str, object] = {}
    if entry is not None:
        if labels != "[]":
            marks["labels"] = sorted(json.loads(labels))
        if hidden:
            marks["hidden"] = True
    if source:
        marks["source"] = source
    return Item("", raw, None, original_url(rid, full_url), marks=marks)


def _original(original: attachments.Attachment, data: bytes) -> Item:
    resource = documents.document(original.id, original.name, original, scheme=documents.ORIGINAL)
    return Item("", dumps(documents.put_in(resource, lambda _: data)), None)


def _writers(db: Connection) -> list[Person]:
    """Those for whom there are entries that the vault made: nothing else would say who they are."""
    rows = db.execute(
        "SELECT DISTINCT person FROM resource WHERE entry IS NOT NULL AND entry = rid",
    )
    ids = {row[0] for row in rows}
    return [person for person in everybody(db) if person.id in ids]


def _patient(person: Person) -> Resource:
    patient: Resource = {"resourceType": "Patient", "id": person.id}
    if person.name:
        patient["name"] = [{"text": person.name}]
    if person.birth_date:
        patient["birthDate"] = person.birth_date
    if person.sex:
        patient["gender"] = person.sex
    return patient
