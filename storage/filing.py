"""Putting the resources of one file into the vault, in one transaction.

Resources are gathered to batches, so that what is here already is looked up at once, and so that entries go in sorted
by their place: FTS5 writes its index out each time that a rowid does not grow.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import msgspec

from phr.errors import NotEditable
from phr.formats.fhir.drafts import to_draft
from phr.formats.fhir.edit import edit as edited
from phr.formats.fhir.items import decimal
from phr.formats.fhir.write import dumps
from storage import attachments, bodies, curate, document_text, documents, separating
from storage.arrival import Arrival, as_result
from storage.digests import digest_of
from storage.export_marks import ExportMarks
from storage.findings import State
from storage.ids import Ids, Positions
from storage.referred_names import ReferredNames
from storage.reports import FileReport, Problem, Why
from storage.rows import EntryRow, entry_row, insert_entries
from storage.same_results import OtherSources, result_of, same_result
from storage.sameness import Earlier, Known, Name, original_url, stored_name, tokens_of
from storage.versions import stored, version_of

if TYPE_CHECKING:
    from phr.entry import Draft
    from phr.formats.fhir.items import Item, Resource
    from storage.acceptance import Acceptance
    from storage.connection import Connection
    from storage.identity import Register

_BATCH = 2000
_BATCH_BYTES = 8 << 20
_INSERT_RESOURCE = """
    INSERT INTO resource (id, entry, person, source, type, rid, full_url, digest, codec, body, same_as, version)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""


class Filing:
    """Takes the items of a file one by one; :meth:`finish` writes what is still held."""

    def __init__(
        self,
        db: Connection,
        source: int,
        earlier: Earlier,
        *,
        register: Register,
        report: FileReport,
        acceptance: Acceptance,
    ) -> None:
        self._db = db
        self._source = source
        self._earlier = earlier
        self._others = OtherSources(db, earlier.last, earlier.same_file)
        self._register = register
        self._report = report
        self._acceptance = acceptance
        self._ids = Ids()
        self._positions = Positions(db)
        self._next: int = db.execute("SELECT 1 + coalesce(max(id), 0) FROM resource").fetchone()[0]
        self._batch: list[Arrival] = []
        self._bytes = 0
        self._names = ReferredNames(db, source)
        self._marks = ExportMarks(db)

    def take(self, item: Item) -> None:
        """File one item. Raises what :meth:`Register.person_of` raises."""
        resource = item.resource
        key = self._acceptance.next()
        if self._acceptance.leaves_out(key):
            if resource is not None:
                # Who is who does not depend on what is accepted.
                self._register.meet(resource, item.full_url)
            self._report.left_out += 1
            return
        if resource is None:
            self._keep_odd(item, key)
            return
        files, original = documents.take_out(resource)
        if original:
            for file in files:
                self._keep_original(file)
            self._report.kept += 1
            self._note_kept(key, item.where, files[0].name if files else "")
            return
        if self._acceptance.notes:
            self._acceptance.notes.look(key, resource)
        draft = to_draft(resource)
        person = self._register.person_of(resource, item.full_url, needed=draft is not None)
        digest = digest_of(resource)
        rid, full_url = stored_name(resource, item.full_url, digest)
        tokens = tokens_of(resource)
        kind = resource["resourceType"]
        self._names.learn(resource, original_url(rid, full_url), tokens)
        if draft is not None and person is None:
            self._report.problems.append(Problem(item.where, Why.SOMEBODY_ELSE))
            draft = None
        elif draft is None:
            self._report.kept_types[kind] += 1
        # White space between the tokens is all that is not kept.
        body = dumps(resource) if files else msgspec.json.format(item.raw, indent=-1)
        name = Name(kind, rid, full_url, digest, tokens, person, draft)
        version = stored(item.marks.get("version"))
        holder = resource if kind in document_text.HOLDERS else None
        self._batch.append(Arrival(key, item.where, name, body, item.marks, files, version, holder))
        self._bytes += len(item.raw)
        if len(self._batch) >= _BATCH or self._bytes >= _BATCH_BYTES:
            self._flush()

    def finish(self) -> None:
        """Write what is held, and the names that stood in other resources."""
        self._flush()
        self._names.finish()
        self._marks.finish()
        self._report.persons = self._register.persons

    def _keep_odd(self, item: Item, key: str) -> None:
        if item.where.startswith("entry") and not item.raw.startswith(b"{"):
            self._report.refused += 1
            self._report.problems.append(Problem(item.where, Why.NOT_AN_OBJECT))
            return
        self._report.kept += 1
        self._report.problems.append(Problem(item.where, Why.NOT_UNDERSTOOD, item.problem))
        name = f"{self._report.file} {item.where}".strip()
        self._keep_original(documents.File(self._ids.new(), item.raw, "application/octet-stream", name))
        self._note_kept(key, item.where, name)

    def _keep_original(self, file: documents.File) -> None:
        """An original that is here under the same name is not put in again."""
        attachments.keep(
            self._db, file.data, file.media_type, file.name, digest=file.digest, source=self._source
        )

    def _flush(self) -> None:
        batch, self._batch, self._bytes = self._batch, [], 0
        new = []
        for arrival, known in zip(batch, self._earlier.find([one.name for one in batch]), strict=True):
            if known is None:
                new.append(arrival)
            else:
                self._again(arrival, known)
        self._insert(new)

    def _insert(self, arrivals: list[Arrival]) -> None:
        entries, resources, tokens = [], [], []
        labelled, files, texts = [], [], []
        others = self._others.find([as_result(arrival) for arrival in arrivals])
        for arrival, other in zip(arrivals, others, strict=True):
            name = arrival.name
            entry = None
            same_as = other or self._marks.same_as(name, arrival.marks)
            if same_as is not None:
                self._report.unchanged += 1
                self._report.duplicate += 1
                self._note(arrival, State.DUPLICATE, same_as)
            elif name.draft is not None and name.person is not None:
                entry = self._ids.new()
                row = self._row(entry, name.person, name.draft, arrival.marks)
                if arrival.holder is not None:
                    # With the row, so that the index of words is written once.
                    read = document_text.arriving(arrival.holder, arrival.files)
                    texts.append((entry, read))
                    row = (*row[:-1], " ".join(filter(None, (row[-1], *(words for _, words in read)))))
                entries.append(row)
                labelled.append((entry, arrival.marks.get("labels", ())))
                files.append((entry, arrival.files))
                self._report.added += 1
                self._note(arrival, State.NEW, entry)
            else:
                self._report.kept += 1
                self._note(arrival, State.KEPT, None)
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
                    same_as,
                    arrival.version,
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
        document_text.put(self._db, texts)

    def _row(self, entry: str, person: str, draft: Draft, marks: dict[str, Any]) -> EntryRow:
        self._names.give(entry, draft)
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

    def _again(self, arrival: Arrival, known: Known) -> None:
        """A resource that was here before."""
        changed = arrival.name.digest != known.digest
        if changed and self._is_older(arrival, known):
            self._unchanged(arrival, known)
            return
        if known.same_as is not None:
            self._again_from_another(arrival, known, known.same_as, changed=changed)
            return
        if changed:
            if known.entry is not None:
                self._leave_others(arrival, known, known.entry)
            curate.revise(self._db, known.id)
            self._replace(known, arrival)
        elif arrival.version != known.version and arrival.version:
            self._db.execute("UPDATE resource SET version = ? WHERE id = ?", (arrival.version, known.id))
        if known.entry is not None:
            if not changed:
                self._unchanged(arrival, known)
                return
            self._report.updated += 1
            self._note(arrival, State.CHANGED, known.entry)
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
            self._note(arrival, State.NEW, entry)
        else:
            self._report.kept += 1
            self._note(arrival, State.KEPT, None)

    def _unchanged(self, arrival: Arrival, known: Known) -> None:
        entry = known.entry or known.same_as
        if entry is None:
            self._report.kept += 1
            self._note(arrival, State.KEPT, None)
            return
        self._report.unchanged += 1
        self._report.duplicate += known.entry is None
        self._note(arrival, State.SAME if known.entry else State.DUPLICATE, entry)

    def _is_older(self, arrival: Arrival, known: Known) -> bool:
        """Whether what is here is certainly newer than what comes: it is then left as it is."""
        coming = version_of(arrival.version, json.loads(arrival.body))
        return coming.is_older_than(version_of(known.version, self._here(known)))

    def _here(self, known: Known) -> Resource:
        """A resource as it is here."""
        row = self._db.execute("SELECT codec, body FROM resource WHERE id = ?", (known.id,)).fetchone()
        here: Resource = json.loads(bodies.unpack(*row), parse_float=decimal)
        return here

    def _again_from_another(self, arrival: Arrival, known: Known, entry: str, *, changed: bool) -> None:
        """The other source of a result: with another result than before, it becomes an entry of its own."""
        if not changed:
            self._unchanged(arrival, known)
            return
        same = self._says_the_same(arrival, known)
        curate.revise(self._db, known.id)
        self._replace(known, arrival)
        draft = arrival.name.draft
        if same or draft is None:
            self._report.updated += 1
            self._note(arrival, State.CHANGED, entry)
            return
        own = separating.give_entry(self._db, self._ids, self._positions, known.id, draft=draft, former=entry)
        self._names.later(own, draft)
        self._report.added += 1
        self._note(arrival, State.NEW, own)

    def _leave_others(self, arrival: Arrival, known: Known, entry: str) -> None:
        """Where the other sources of an entry did not say what it will say now, they become an entry."""
        if not self._says_the_same(arrival, known):
            other = separating.leave_others(self._db, self._ids, self._positions, entry)
            if other is not None:
                self._names.later(*other)

    def _says_the_same(self, arrival: Arrival, known: Known) -> bool:
        """Whether a resource that changed is still the same result."""
        before = self._here(known)
        old = result_of(known.type, to_draft(before))
        new = result_of(arrival.name.type, arrival.name.draft)
        return old is not None and new is not None and same_result(old, new)

    def _note(self, arrival: Arrival, state: State, entry: str | None) -> None:
        """What became of a resource; and what our own export says of it."""
        name, marks = arrival.name, arrival.marks
        if entry is not None and marks:
            self._marks.note(name, marks, entry)
        if entry is not None and name.draft is not None:
            self._acceptance.came(state, name.draft.kind, entry, was_closed=marks.get("closed") is True)
        if not (notes := self._acceptance.notes):
            return
        if entry is None or name.draft is None:
            notes.add(arrival.key, arrival.where, state, title=name.type, person=name.person or "")
        else:
            said = name.draft if state is State.DUPLICATE else None
            notes.add(arrival.key, arrival.where, state, kind=name.draft.kind, entry=entry, draft=said)

    def _note_kept(self, key: str, where: str, name: str) -> None:
        if self._acceptance.notes:
            self._acceptance.notes.add(key, where, State.KEPT, title=name)

    def _update(self, arrival: Arrival, known: Known) -> None:
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
            arrival.body = dumps(resource)
            self._replace(known, arrival)
            draft = to_draft(resource)
        if draft is None:
            return
        document_text.drop(self._db, known.entry)
        curate.rewrite(self._db, known.entry, draft)
        self._names.later(known.entry, draft)

    def _replace(self, known: Known, arrival: Arrival) -> None:
        name = arrival.name
        self._db.execute(
            "UPDATE resource SET rid = ?, full_url = ?, digest = ?, codec = ?, body = ?, version = ? WHERE id = ?",
            (
                name.rid,
                name.full_url,
                name.digest,
                bodies.CODEC,
                bodies.pack(arrival.body),
                arrival.version,
                known.id,
            ),
        )
        self._db.execute("DELETE FROM identifier WHERE resource = ?", (known.id,))
        self._db.executemany(
            "INSERT INTO identifier (token, resource) VALUES (?, ?)",
            [(token, known.id) for token in name.tokens],
        )
