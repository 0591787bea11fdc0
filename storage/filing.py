"""Putting the resources of one file into the vault, in one transaction.

Resources are gathered to batches, so that what is here already is looked up at once, and so that entries go in sorted
by their place: FTS5 writes its index out each time that a rowid does not grow.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import msgspec

from phr.errors import NotEditable
from phr.formats.fhir.drafts import to_draft
from phr.formats.fhir.edit import edit as edited
from phr.formats.fhir.items import decimal
from phr.formats.fhir.write import dumps
from storage import attachments, bodies, curate, document_text, documents, lookup
from storage.digests import digest_of
from storage.ids import Ids, Positions
from storage.naming import NAMED_TYPES, name_of
from storage.reports import FileReport, Problem, Why
from storage.rows import EntryRow, entry_row, insert_entries
from storage.sameness import Earlier, Known, Name, original_url, stored_name, tokens_of

if TYPE_CHECKING:
    from phr.entry import Draft
    from phr.formats.fhir.items import Item, Resource
    from storage.connection import Connection
    from storage.identity import Register

_BATCH = 2000
_BATCH_BYTES = 8 << 20
_INSERT_RESOURCE = """
    INSERT INTO resource (id, entry, person, source, type, rid, full_url, digest, codec, body)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""


@dataclass(slots=True)
class _Arrival:
    name: Name
    body: bytes
    marks: dict[str, Any]
    files: list[documents.File]


class Filing:
    """Takes the items of a file one by one; :meth:`finish` writes what is still held."""

    def __init__(
        self, db: Connection, source: int, earlier: Earlier, register: Register, report: FileReport
    ) -> None:
        self._db = db
        self._source = source
        self._earlier = earlier
        self._register = register
        self._report = report
        self._ids = Ids()
        self._positions = Positions(db)
        self._next: int = db.execute("SELECT 1 + coalesce(max(id), 0) FROM resource").fetchone()[0]
        self._batch: list[_Arrival] = []
        self._bytes = 0
        # By reference, in French and English; and the entries that wait for one.
        self._names: dict[str, tuple[str, str]] = {}
        self._unnamed: list[tuple[str, str, str]] = []

    def take(self, item: Item) -> None:
        """File one item. Raises what :meth:`Register.person_of` raises."""
        resource = item.resource
        if resource is None:
            self._keep_odd(item)
            return
        files, original = documents.take_out(resource)
        if original:
            for file in files:
                self._keep_original(file)
            self._report.kept += 1
            return
        draft = to_draft(resource)
        person = self._register.person_of(resource, item.full_url, needed=draft is not None)
        digest = digest_of(resource)
        rid, full_url = stored_name(resource, item.full_url, digest)
        tokens = tokens_of(resource)
        kind = resource["resourceType"]
        if kind in NAMED_TYPES:
            self._learn_names(resource, original_url(rid, full_url), tokens)
        if draft is not None and person is None:
            self._report.problems.append(Problem(item.where, Why.SOMEBODY_ELSE))
            draft = None
        elif draft is None:
            self._report.kept_types[kind] += 1
        # White space between the tokens is all that is not kept.
        body = dumps(resource) if files else msgspec.json.format(item.raw, indent=-1)
        name = Name(kind, rid, full_url, digest, tokens, person, draft)
        self._batch.append(_Arrival(name, body, item.marks, files))
        self._bytes += len(item.raw)
        if len(self._batch) >= _BATCH or self._bytes >= _BATCH_BYTES:
            self._flush()

    def finish(self) -> None:
        """Write what is held, and the names that stood in other resources."""
        self._flush()
        for entry, title_ref, author_ref in self._unnamed:
            title, title_en = self._name(title_ref)
            author = self._name(author_ref)[0]
            if title or author:
                self._db.execute(
                    "UPDATE entry SET title = iif(?1 = '', title, ?1), title_en = iif(?1 = '', title_en, ?2),"
                    " author = iif(?3 = '', author, ?3) WHERE id = ?4",
                    (title, title_en, author, entry),
                )
        self._report.persons = self._register.persons

    def _keep_odd(self, item: Item) -> None:
        if item.where.startswith("entry") and not item.raw.startswith(b"{"):
            self._report.refused += 1
            self._report.problems.append(Problem(item.where, Why.NOT_AN_OBJECT))
            return
        self._report.kept += 1
        self._report.problems.append(Problem(item.where, Why.NOT_UNDERSTOOD, item.problem))
        name = f"{self._report.file} {item.where}".strip()
        self._keep_original(documents.File(self._ids.new(), item.raw, "application/octet-stream", name))

    def _keep_original(self, file: documents.File) -> None:
        """An original that is here under the same name is not put in again."""
        attachments.keep(
            self._db, file.data, file.media_type, file.name, digest=file.digest, source=self._source
        )

    def _learn_names(self, resource: Resource, url: str, tokens: tuple[str, ...]) -> None:
        name = name_of(resource)
        if not name[0]:
            return
        kind = resource["resourceType"]
        if url:
            self._names[url] = name
        if isinstance(resource.get("id"), str):
            self._names[f"{kind}/{resource['id']}"] = name
        for token in tokens:
            self._names[f"{kind}?identifier={token}"] = name

    def _name(self, reference: str) -> tuple[str, str]:
        if not reference:
            return "", ""
        name = self._names.get(reference)
        if name is None:
            target = lookup.find(self._db, reference, self._source, None)
            name = self._names[reference] = name_of(target.resource) if target else ("", "")
        return name

    def _flush(self) -> None:
        batch, self._batch, self._bytes = self._batch, [], 0
        new = []
        for arrival, known in zip(batch, self._earlier.find([one.name for one in batch]), strict=True):
            if known is None:
                new.append(arrival)
            else:
                self._again(arrival, known)
        self._insert(new)

    def _insert(self, arrivals: list[_Arrival]) -> None:
        entries, resources, tokens = [], [], []
        labelled, files, readable = [], [], []
        for arrival in arrivals:
            name = arrival.name
            entry = None
            if name.draft is not None and name.person is not None:
                entry = self._ids.new()
                entries.append(self._row(entry, name.person, name.draft, arrival.marks))
                labelled.append((entry, arrival.marks.get("labels", ())))
                files.append((entry, arrival.files))
                if name.type in document_text.HOLDERS:
                    readable.append(entry)
                self._report.added += 1
            else:
                self._report.kept += 1
            resources.append(
                (
                    self._next,
                    entry,
                    name.person,
                    self._source,
                    name.type,
                    name.rid,
                    name.full_url,
                    name.digest,
                    bodies.CODEC,
                    bodies.pack(arrival.body),
                )
            )
            tokens += [(token, self._next) for token in name.tokens]
            self._next += 1
        entries.sort()
        insert_entries(self._db, entries)
        self._db.executemany(_INSERT_RESOURCE, resources)
        self._db.executemany("INSERT INTO identifier (token, resource) VALUES (?, ?)", tokens)
        for entry, labels in labelled:
            curate.insert_labels(self._db, entry, labels)
        for entry, contents in files:
            self._attach(entry, contents)
        for entry in readable:
            document_text.index(self._db, entry)

    def _row(self, entry: str, person: str, draft: Draft, marks: dict[str, Any]) -> EntryRow:
        if draft.title_ref or draft.author_ref:
            title, author = self._names.get(draft.title_ref), self._names.get(draft.author_ref)
            if title:
                draft.title, draft.title_en = title
            if author:
                draft.author = author[0]
            if (draft.title_ref and not title) or (draft.author_ref and not author):
                self._unnamed.append((entry, draft.title_ref, draft.author_ref))
        pos = self._positions.take(draft.date)
        return entry_row(pos, entry, person, draft, hidden=marks.get("hidden") is True)

    def _attach(self, entry: str, files: list[documents.File]) -> None:
        for file in files:
            attachments.add(
                self._db,
                file.data,
                file.media_type,
                file.name,
                digest=file.digest,
                entry=entry,
                source=self._source,
                id_=file.id,
            )

    def _again(self, arrival: _Arrival, known: Known) -> None:
        """A resource that was here before."""
        changed = arrival.name.digest != known.digest
        if changed:
            curate.revise(self._db, known.id)
            self._replace(known, arrival.name, arrival.body)
        if known.entry is not None:
            if not changed:
                self._report.unchanged += 1
                return
            self._report.updated += 1
            self._update(arrival, known)
            self._attach(
                known.entry, [file for file in arrival.files if not attachments.has(self._db, file.id)]
            )
            if arrival.name.type in document_text.HOLDERS:
                document_text.index(self._db, known.entry)
        elif arrival.name.draft is not None and arrival.name.person is not None:
            # It was kept as another patient's, and is now asked for.
            entry = self._ids.new()
            insert_entries(
                self._db, [self._row(entry, arrival.name.person, arrival.name.draft, arrival.marks)]
            )
            self._db.execute(
                "UPDATE resource SET entry = ?, person = ? WHERE id = ?",
                (entry, arrival.name.person, known.id),
            )
            self._attach(entry, arrival.files)
            if arrival.name.type in document_text.HOLDERS:
                document_text.index(self._db, entry)
            self._report.added += 1
        else:
            self._report.kept += 1

    def _update(self, arrival: _Arrival, known: Known) -> None:
        """A newer version of an entry; what the patient corrected stays corrected."""
        assert known.entry is not None  # noqa: S101 - told to mypy; the caller looked
        draft = arrival.name.draft
        if known.edits:
            resource = json.loads(arrival.body, parse_float=decimal)
            for field, text in json.loads(known.edits).items():
                try:
                    resource = edited(resource, {field: text})
                except NotEditable:
                    continue  # the newer version has nothing where the correction was
            self._replace(known, arrival.name, dumps(resource))
            draft = to_draft(resource)
        if draft is None:
            return
        title, author = self._name(draft.title_ref), self._name(draft.author_ref)
        document_text.drop(self._db, known.entry)
        curate.rewrite(self._db, known.entry, draft)
        if title[0] or author[0]:
            self._unnamed.append((known.entry, draft.title_ref, draft.author_ref))

    def _replace(self, known: Known, name: Name, body: bytes) -> None:
        self._db.execute(
            "UPDATE resource SET rid = ?, full_url = ?, digest = ?, codec = ?, body = ? WHERE id = ?",
            (name.rid, name.full_url, name.digest, bodies.CODEC, bodies.pack(body), known.id),
        )
        self._db.execute("DELETE FROM identifier WHERE resource = ?", (known.id,))
        self._db.executemany(
            "INSERT INTO identifier (token, resource) VALUES (?, ?)",
            [(token, known.id) for token in name.tokens],
        )
