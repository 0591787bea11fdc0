"""Taking files into the vault: FHIR as resources, documents as entries, and what is not understood as it is.

A file is one transaction: it is taken in whole or, when it is cancelled or something fails, not at all. One odd
resource never stops the rest.
"""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Callable
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, BinaryIO

from phr.errors import FormatError
from phr.formats.fhir.drafts import to_draft
from phr.formats.fhir.read_json import read_json, read_ndjson
from phr.formats.fhir.write import dumps
from phr.formats.hprim import read_hprim
from phr.formats.sniff import Format, media_type, sniff
from storage import attachments, bodies, clock, documents, journal
from storage.digests import digest_of
from storage.errors import Cancelled, NotAFile
from storage.filing import Filing
from storage.identity import CensusChangedError, Register, Who
from storage.ids import Ids, Positions
from storage.reports import FileReport, Problem, Why
from storage.rows import entry_row, insert_entries
from storage.sameness import Earlier

if TYPE_CHECKING:
    from collections.abc import Iterator

    from phr.formats.fhir.items import Item
    from storage.connection import Connection
    from storage.vault import Vault

__all__ = ["FileReport", "Problem", "Who", "Why", "import_file", "import_stream"]

Progress = Callable[[int, int], None]

_HEAD = 1 << 16


def _read_xml(stream: BinaryIO) -> Iterator[Item]:
    # lxml and the table of elements are only loaded when there is XML.
    from phr.formats.fhir.read_xml import read_xml

    return read_xml(stream)


def _read_certificates(stream: BinaryIO) -> Iterator[Item]:
    from phr.formats.certificates.read_certificates import read_certificates

    return read_certificates(stream)


def _read_calendar(stream: BinaryIO) -> Iterator[Item]:
    from phr.formats.calendar.read_ics import read_ics

    return read_ics(stream)


def _read_picture(stream: BinaryIO) -> Iterator[Item]:
    from phr.formats.certificates.read_pictures import read_picture

    return read_picture(stream)


def _read_pages(stream: BinaryIO) -> Iterator[Item]:
    from phr.formats.certificates.read_pictures import read_pages

    return read_pages(stream)


def _read_cda(stream: BinaryIO) -> Iterator[Item]:
    from phr.formats.cda.read_cda import read_cda

    return read_cda(stream)


_READERS: dict[Format, Callable[[BinaryIO], Iterator[Item]]] = {
    Format.FHIR_JSON: read_json,
    Format.FHIR_NDJSON: read_ndjson,
    Format.FHIR_XML: _read_xml,
    Format.CDA: _read_cda,
    Format.DCC: _read_certificates,
    Format.HEALTH_CARD: _read_certificates,
    Format.TWO_D_DOC: _read_certificates,
    Format.CALENDAR: _read_calendar,
    Format.HPRIM: read_hprim,
}
# Documents whatever they show: what the codes in them attest comes beside.
_WITH_CODES: dict[Format, Callable[[BinaryIO], Iterator[Item]]] = {
    Format.PNG: _read_picture,
    Format.JPEG: _read_picture,
    Format.PDF: _read_pages,
}
# Their entries are parts of the file, which is kept without an entry of its own.
_KEPT_WHOLE = {Format.CALENDAR}
# Kept as they came, for want of a reader.
_NOT_DOCUMENTS = {Format.JSON, Format.XML, Format.UNKNOWN}
# Between two calls of ``progress``, in seconds.
_PAUSE = 0.1
_LOOK_EVERY = 64


def import_file(
    vault: Vault,
    path: Path,
    *,
    who: Who | None = None,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> FileReport:
    """Take one file in. ``progress`` gets bytes read and bytes in all, some ten times a second.

    Raises :class:`NotAFile`, :class:`Cancelled`, what asks who is who (:class:`PersonNeeded`,
    :class:`AnotherPerson`, :class:`SeveralPatients`, :class:`AmbiguousPerson`), and what writing raises; nothing of
    the file is then in the vault.
    """
    try:
        stream = path.open("rb")
    except OSError as error:
        raise NotAFile from error
    with stream:
        if not stream.seekable():
            raise NotAFile
        return import_stream(
            vault,
            stream,
            _text(path.name),
            place=_text(str(path.absolute())),
            who=who,
            progress=progress,
            cancelled=cancelled,
        )


def _text(name: str) -> str:
    """A name of the file system that can be kept, even if its bytes are not UTF-8."""
    return name.encode("utf-8", "replace").decode("utf-8")


def import_stream(
    vault: Vault,
    stream: BinaryIO,
    name: str,
    *,
    place: str = "",
    who: Who | None = None,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> FileReport:
    """The same for an open, seekable stream, which has a ``name`` and comes from a ``place``."""
    try:
        return _Task(
            vault=vault,
            stream=stream,
            name=name,
            place=place,
            who=who or Who(),
            progress=progress,
            cancelled=cancelled,
        ).run()
    except OSError as error:
        raise NotAFile from error


def _format(head: bytes) -> Format:
    """As :func:`sniff`, but JSON of which each line is an object is taken line by line, resources or not."""
    form = sniff(head)
    first, newline, rest = head.partition(b"\n")
    if form is Format.JSON and newline and rest.lstrip().startswith(b"{"):
        with suppress(ValueError, RecursionError):
            json.loads(first)
            return Format.FHIR_NDJSON
    return form


@dataclass(kw_only=True)
class _Task:
    """The import of one file."""

    vault: Vault
    stream: BinaryIO
    name: str
    place: str
    who: Who
    progress: Progress | None
    cancelled: Callable[[], bool] | None

    def __post_init__(self) -> None:
        self._told = 0.0
        self._from_codes: list[Item] = []
        self._size = self.stream.seek(0, 2)
        self.stream.seek(0)
        self._format = _format(self.stream.read(_HEAD))
        sha256 = hashlib.sha256()
        for chunk in self._chunks():
            sha256.update(chunk)
        self._digest = sha256.digest()

    def run(self) -> FileReport:
        if not self._size:
            report = FileReport(self.name, refused=1, problems=[Problem("", Why.EMPTY)])
            with self.vault.write() as db:
                self._journal(db, report)
            return report
        if self._format in _READERS:
            try:
                return self._resources()
            except FormatError as error:
                return self._original(Problem(error.where, Why.BROKEN_FILE, error.why))
        if self._format in _NOT_DOCUMENTS:
            return self._original(Problem("", Why.UNKNOWN_FORMAT))
        if self._format in _WITH_CODES:
            self.stream.seek(0)
            self._from_codes = list(_WITH_CODES[self._format](self.stream))
            if self._from_codes:
                return self._resources()
        return self._document()

    def _resources(self) -> FileReport:
        try:
            return self._file(take_census=False)
        except CensusChangedError:
            return self._file(take_census=True)

    def _file(self, *, take_census: bool) -> FileReport:
        report = FileReport(self.name)
        with self._transaction() as db:
            register = Register(db, self._scope(), self.who)
            if take_census:
                for item in self._items():
                    if item.resource is not None:
                        register.meet(item.resource, item.full_url)
                register.complete = True
            earlier = Earlier(db, self.place, self._digest)
            filing = Filing(db, self._source(db), earlier, register, report)
            for item in self._items():
                filing.take(item)
            filing.finish()
            if self._format in _WITH_CODES:
                persons = register.persons
                self._put_document(db, persons[0] if persons else register.person_of_document(), report)
            elif self._format in _KEPT_WHOLE:
                self._keep(db, report)
            self._journal(db, report)
        return report

    def _items(self) -> Iterator[Item]:
        self.stream.seek(0)
        reader = _READERS.get(self._format)
        for number, item in enumerate(reader(self.stream) if reader else self._from_codes):
            if number % _LOOK_EVERY == 0:
                self._look()
            yield item
        self._look()

    def _look(self) -> None:
        """Tell how far it is, and hear whether to stop."""
        if self.cancelled and self.cancelled():
            raise Cancelled
        now = time.monotonic()
        if self.progress and now - self._told >= _PAUSE:
            self._told = now
            self.progress(self.stream.tell(), self._size)

    def _document(self) -> FileReport:
        report = FileReport(self.name)
        with self._transaction() as db:
            register = Register(db, self._scope(), self.who)
            register.complete = True
            person = register.person_of_document()
            report.persons = [person]
            self._put_document(db, person, report)
            self._journal(db, report)
        return report

    def _put_document(self, db: Connection, person: str, report: FileReport) -> None:
        """The file as an entry, unless this person has it."""
        here = db.execute(
            "SELECT 1 FROM attachment a JOIN entry e ON e.id = a.entry WHERE a.digest = ? AND e.person = ?",
            (self._digest, person),
        ).fetchone()
        if here:
            report.unchanged += 1
        else:
            self._add_document(db, person)
            report.added += 1

    def _add_document(self, db: Connection, person: str) -> None:
        ids = Ids()
        entry, attachment = ids.new(), ids.new()
        source = self._source(db)
        title = PurePath(self.name).stem or self.name
        file = attachments.Attachment(attachment, self.name, media_type(self._format), self._size)
        resource = documents.document(entry, title, file)
        resource["subject"] = {"reference": f"Patient/{person}"}
        draft = to_draft(resource)
        if draft is None:
            raise AssertionError("a document is an entry")
        pos = Positions(db).take(draft.date)
        insert_entries(db, [entry_row(pos, entry, person, draft, hidden=False)])
        db.execute(
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
        )
        attachments.add(
            db,
            self._chunks(),
            file.media_type,
            self.name,
            digest=self._digest,
            entry=entry,
            source=source,
            id_=attachment,
        )

    def _original(self, problem: Problem) -> FileReport:
        report = FileReport(self.name, problems=[problem])
        with self._transaction() as db:
            self._keep(db, report)
            self._journal(db, report)
        return report

    def _keep(self, db: Connection, report: FileReport) -> None:
        """The file without an entry."""
        attachments.keep(
            db,
            self._chunks(),
            media_type(self._format),
            self.name,
            digest=self._digest,
            source=self._source(db),
        )
        report.kept += 1

    def _chunks(self) -> Iterator[bytes]:
        self.stream.seek(0)
        while chunk := self.stream.read(attachments.CHUNK):
            self._look()
            yield chunk

    @contextmanager
    def _transaction(self) -> Iterator[Connection]:
        with self.vault.write() as db:
            before = db.execute("PRAGMA cache_size").fetchone()[0]
            db.execute("PRAGMA cache_size=-64000")
            try:
                yield db
            finally:
                db.execute(f"PRAGMA cache_size={before}")

    def _scope(self) -> str:
        """Where a relative reference means one and the same: the file, or the folder of a bulk export's files."""
        bulk = self._format is Format.FHIR_NDJSON or self.name.endswith(".ndjson")
        return str(PurePath(self.place).parent) if bulk else self.place

    def _source(self, db: Connection) -> int:
        """The row of this file; taken in again from the same place, it is the same."""
        at = clock.instant(db.clock())
        row = db.execute(
            "SELECT id FROM source WHERE digest = ? AND place = ?", (self._digest, self.place)
        ).fetchone()
        if row:
            db.execute("UPDATE source SET imported_at = ? WHERE id = ?", (at, row[0]))
            return int(row[0])
        cursor = db.execute(
            "INSERT INTO source (name, place, digest, format, importer, imported_at) VALUES (?, ?, ?, ?, ?, ?)",
            (self.name, self.place, self._digest, self._format.value, f"phr {version('phr')}", at),
        )
        assert cursor.lastrowid is not None  # noqa: S101 - told to mypy: a row was inserted
        return cursor.lastrowid

    def _journal(self, db: Connection, report: FileReport) -> None:
        journal.append(
            db,
            "import",
            detail={
                "added": report.added,
                "updated": report.updated,
                "unchanged": report.unchanged,
                "kept": report.kept,
                "refused": report.refused,
            },
        )
