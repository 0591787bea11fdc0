"""Everything of everybody as FHIR R4: the owner's own export."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

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
    """One collection Bundle, piece by piece, hidden and closed entries too: each resource as it came unless edited.

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
    # Other sources of a result come after all that they may be the same as.
    yield from _resources(vault, "r.same_as IS NULL")
    yield from _resources(vault, "r.same_as IS NOT NULL")
    for original in attachments.originals(vault):
        yield _original(original, attachments.read(vault, original.id))


def _resources(vault: Vault, condition: str) -> Iterator[Item]:
    last = 0
    while True:
        # A page at a time, so that nobody else waits for the end of the export.
        with vault.read() as db:
            rows = db.execute(
                "SELECT r.id, r.entry, r.rid, r.full_url, r.codec, r.body, coalesce(e.hidden, 0),"
                " EXISTS (SELECT 1 FROM closed_entry WHERE entry = r.entry),"
                " (SELECT json_group_array(label) FROM label WHERE entry = r.entry), coalesce(s.name, ''),"
                " EXISTS (SELECT 1 FROM attachment WHERE entry = r.entry), r.same_as, r.version,"
                " EXISTS (SELECT 1 FROM resource WHERE same_as = r.entry), s.digest"
                " FROM resource r LEFT JOIN entry e ON e.id = r.entry LEFT JOIN source s ON s.id = r.source"
                f" WHERE r.id > ? AND {condition} ORDER BY r.id LIMIT ?",
                (last, _PAGE),
            ).fetchall()
            pieces = [_item(db, row) for row in rows]
        yield from pieces
        if len(rows) < _PAGE:
            break
        last = rows[-1][0]


def _item(db: Connection, row: tuple[Any, ...]) -> Item:
    (
        _,
        entry,
        rid,
        full_url,
        codec,
        body,
        hidden,
        closed,
        labels,
        source,
        has_files,
        same_as,
        version,
        has_others,
        digest,
    ) = row
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
        if closed:
            marks["closed"] = True
    if source:
        marks["source"] = source
    if has_files or has_others:
        marks["entry"] = entry
    if same_as is not None:
        marks["same_as"] = same_as
    if version:
        marks["version"] = json.loads(version)
    if documents_of := _read_from(db, entry or same_as, digest):
        marks["read_from"] = documents_of
    return Item("", raw, None, original_url(rid, full_url), marks=marks)


def _read_from(db: Connection, entry: str | None, digest: bytes | None) -> list[str]:
    """The documents whose file an entry was read from."""
    if entry is None:
        return []
    rows = db.execute(
        "SELECT entry FROM attachment WHERE digest = ?1 AND entry IS NOT NULL AND entry <> ?2"
        " UNION SELECT document FROM read_from WHERE entry = ?2 ORDER BY 1",
        (digest, entry),
    )
    return [row[0] for row in rows]


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
