"""A file as it came: as the content of an entry, or kept without one."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import PurePath
from typing import TYPE_CHECKING, BinaryIO

from phr.formats.about import SERIES, About
from phr.formats.fhir.drafts import to_draft
from phr.formats.fhir.items import decimal
from phr.formats.fhir.write import dumps
from phr.formats.sniff import Format, media_type
from storage import attachments, bodies, clock, document_text, documents
from storage.digests import digest_of
from storage.findings import State
from storage.ids import Ids, Positions
from storage.readers import PICTURES
from storage.rows import entry_row, insert_entries

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from storage.connection import Connection
    from storage.reports import FileReport


@dataclass(frozen=True, slots=True, kw_only=True)
class Whole:
    """A file: ``place`` is where it comes from, ``digest`` its SHA-256; ``look`` is called between its chunks."""

    stream: BinaryIO
    name: str
    place: str
    form: Format
    size: int
    digest: bytes
    look: Callable[[], None]
    about: About

    def put(self, db: Connection, person: str, report: FileReport) -> tuple[State, str]:
        """The file as an entry, unless this person has it: what became of it, and the entry."""
        here = db.execute(
            "SELECT e.id FROM attachment a JOIN entry e ON e.id = a.entry WHERE a.digest = ? AND e.person = ?",
            (self.digest, person),
        ).fetchone()
        if here:
            report.unchanged += 1
            return State.SAME, str(here[0])
        if series := self._join_series(db, person):
            report.updated += 1
            return State.CHANGED, series
        report.added += 1
        return State.NEW, self._add(db, person)

    def _join_series(self, db: Connection, person: str) -> str:
        """Put the file beside the others of its series: their entry, "" if there are none."""
        row = db.execute(
            "SELECT r.id, r.entry, r.codec, r.body FROM identifier i JOIN resource r ON r.id = i.resource"
            " WHERE i.token = ? AND r.person = ? AND r.entry IS NOT NULL AND r.type = 'DocumentReference'",
            (f"{SERIES}|{self.about.series}", person),
        ).fetchone()
        if row is None:
            return ""
        number, entry, codec, body = row
        resource = json.loads(bodies.unpack(codec, body), parse_float=decimal)
        file = self._attach(db, entry)
        resource["content"] += documents.document(entry, "", file)["content"]
        db.execute(
            "UPDATE resource SET digest = ?, codec = ?, body = ? WHERE id = ?",
            (digest_of(resource), bodies.CODEC, bodies.pack(dumps(resource)), number),
        )
        return str(entry)

    def _attach(self, db: Connection, entry: str, id_: str = "") -> attachments.Attachment:
        kind = media_type(self.form)
        id_ = attachments.add(
            db,
            self.chunks(),
            kind,
            self.name,
            digest=self.digest,
            entry=entry,
            source=self.source_row(db),
            id_=id_,
        )
        return attachments.Attachment(id_, self.name, kind, self.size)

    def _add(self, db: Connection, person: str) -> str:
        ids = Ids()
        entry, attachment = ids.new(), ids.new()
        source = self.source_row(db)
        title = PurePath(self.name).stem or self.name
        file = attachments.Attachment(attachment, self.name, media_type(self.form), self.size)
        resource = documents.document(entry, title, file)
        self.about.tell(resource)
        resource["subject"] = {"reference": f"Patient/{person}"}
        picture = PICTURES[self.form](self.stream) if self.form in PICTURES else b""
        shown = attachments.Attachment(ids.new(), f"{title}.png", media_type(Format.PNG), len(picture))
        if picture:
            resource["content"] += documents.document(entry, "", shown)["content"]
        draft = to_draft(resource)
        if draft is None:
            raise AssertionError("a document is an entry")
        pos = Positions(db).take(draft.date)
        insert_entries(db, [entry_row(pos, entry, person, draft, hidden=False)])
        number = db.execute(
            "INSERT INTO resource (entry, person, source, type, rid, digest, codec, body)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (
                entry,
                person,
                source,
                resource["resourceType"],
                entry,
                digest_of(resource),
                bodies.CODEC,
                bodies.pack(dumps(resource)),
            ),
        ).lastrowid
        if self.about.series:
            db.execute(
                "INSERT INTO identifier (token, resource) VALUES (?, ?)",
                (f"{SERIES}|{self.about.series}", number),
            )
        self._attach(db, entry, attachment)
        if picture:
            attachments.add(
                db,
                picture,
                shown.media_type,
                shown.name,
                digest=hashlib.sha256(picture).digest(),
                entry=entry,
                source=source,
                id_=shown.id,
            )
        document_text.index(db, entry)
        return entry

    def keep(self, db: Connection, report: FileReport) -> None:
        """The file without an entry."""
        attachments.keep(
            db,
            self.chunks(),
            media_type(self.form),
            self.name,
            digest=self.digest,
            source=self.source_row(db),
        )
        report.kept += 1

    def chunks(self) -> Iterator[bytes]:
        """Its bytes, from the first."""
        self.stream.seek(0)
        while chunk := self.stream.read(attachments.CHUNK):
            self.look()
            yield chunk

    def source_row(self, db: Connection) -> int:
        """The row of this file; taken in again from the same place, it is the same."""
        row = db.execute(
            "SELECT id FROM source WHERE digest = ? AND place = ?", (self.digest, self.place)
        ).fetchone()
        if row:
            # Its time stays: what it gave is not new because the same bytes came again.
            return int(row[0])
        at = clock.instant(db.clock())
        cursor = db.execute(
            "INSERT INTO source (name, place, digest, format, importer, imported_at) VALUES (?, ?, ?, ?, ?, ?)",
            (self.name, self.place, self.digest, self.form.value, f"phr {version('phr')}", at),
        )
        assert cursor.lastrowid is not None  # noqa: S101 - told to mypy: a row was inserted
        return cursor.lastrowid
