"""The import of one file, from what it is to its line in the journal: one transaction, or none.

For this package; ``intake.py``, ``review.py`` and ``inbox.py`` are its faces.
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import TYPE_CHECKING, BinaryIO

from phr.entry import Kind
from phr.errors import FormatError
from phr.formats.about import About
from phr.formats.sniff import Format
from storage import attachments, journal, layouts
from storage.errors import Cancelled, NotAFile
from storage.filing import Filing
from storage.findings import State
from storage.identity import CensusChangedError, Register, Who
from storage.readers import (
    ABOUT,
    KEPT_WHOLE,
    NOT_DOCUMENTS,
    READERS,
    WITH_CODES,
    columns_of,
    format_of,
    is_bundle,
    reader_of,
)
from storage.reports import FileReport, Problem, Why
from storage.sameness import Earlier
from storage.unpacking import Part, parts
from storage.whole import Whole

if TYPE_CHECKING:
    from collections.abc import Iterator

    from phr.formats.fhir.items import Item
    from storage.acceptance import Acceptance
    from storage.connection import Connection
    from storage.vault import Vault

Progress = Callable[[int, int], None]
# What is done at the end of an import's transaction; the register is None for a file that was not read.
Last = Callable[["Connection", FileReport, "Register | None"], None]

# Between two calls of ``progress``, in seconds.
_PAUSE = 0.1
_LOOK_EVERY = 64


def take(
    vault: Vault,
    stream: BinaryIO,
    name: str,
    *,
    place: str,
    who: Who | None,
    acceptance: Acceptance,
    progress: Progress | None,
    cancelled: Callable[[], bool] | None,
    last: Last | None = None,
) -> FileReport:
    """Take in an open, seekable stream, which has a ``name`` and comes from a ``place``.

    ``last`` is called at the end of the transaction, before its line in the journal.
    """
    try:
        return _Task(
            vault=vault,
            stream=stream,
            name=name,
            place=place,
            who=who or Who(),
            acceptance=acceptance,
            progress=progress,
            cancelled=cancelled,
            last=last,
        ).run()
    except OSError as error:
        raise NotAFile from error


@dataclass(frozen=True, slots=True)
class _Within:
    """The zip that a file is in: its transaction, and all the patients that its files name."""

    db: Connection
    register: Register


@dataclass(kw_only=True)
class _Task:
    """The import of one file, be it ``within`` a zip."""

    vault: Vault
    stream: BinaryIO
    name: str
    place: str
    who: Who
    acceptance: Acceptance
    progress: Progress | None
    cancelled: Callable[[], bool] | None
    last: Last | None = None
    within: _Within | None = None
    about: About = field(default_factory=About)

    def __post_init__(self) -> None:
        self._told = 0.0
        self._from_codes: list[Item] = []
        self._size = self.stream.seek(0, 2)
        self._layouts = layouts.known(self.vault)
        self._format = format_of(self.stream, self._layouts)
        if self._format in ABOUT:
            self.about = ABOUT[self._format](self.stream)
        sha256 = hashlib.sha256()
        self.stream.seek(0)
        while chunk := self.stream.read(attachments.CHUNK):
            self._look()
            sha256.update(chunk)
        if not self.place:
            # What comes from nowhere is known again by its bytes alone: two of them are two files.
            self.place = f"{sha256.hexdigest()}/{self.name}"
        self._whole = Whole(
            stream=self.stream,
            name=self.name,
            place=self.place,
            form=self._format,
            size=self._size,
            digest=sha256.digest(),
            look=self._look,
            about=self.about,
        )

    def run(self) -> FileReport:
        if not self._size:
            report = self._report(refused=1, problems=[Problem("", Why.EMPTY)])
            with self._transaction() as db:
                self._journal(db, report)
            return report
        if self._format in NOT_DOCUMENTS:
            return self.original(Problem("", Why.UNKNOWN_FORMAT))
        if self._format in READERS or self._format is Format.ZIP:
            try:
                return self._resources() if self._format in READERS else self._zip()
            except FormatError as error:
                code = Why.NOT_OPENED if self._format is Format.ZIP else Why.BROKEN_FILE
                return self.original(Problem(error.where, code, error.why))
        self._read_codes()
        return self._resources() if self._from_codes else self._document()

    def meet(self, register: Register) -> None:
        """Take note of everybody whom the file names. Raises :class:`FormatError` for one that is broken."""
        self._read_codes()
        if self._format in READERS or self._from_codes:
            register.enter(self._scope())
            for item in self._items():
                if item.resource is not None:
                    register.meet(item.resource, item.full_url)

    def original(self, problem: Problem) -> FileReport:
        """Keep the file without reading it."""
        report = self._report(problems=[problem])
        with self._transaction() as db:
            self._keep(db, report)
            self._journal(db, report)
        return report

    def _resources(self) -> FileReport:
        try:
            return self._file(take_census=False)
        except CensusChangedError:
            return self._file(take_census=True)

    def _file(self, *, take_census: bool) -> FileReport:
        report = self._report()
        with self._transaction() as db:
            register = self._register(db)
            if take_census:
                self.meet(register)
                register.complete = True
            earlier = Earlier(db, self.place, self._whole.digest)
            source = self._whole.source_row(db)
            filing = Filing(db, source, earlier, register=register, report=report, acceptance=self.acceptance)
            for item in self._items():
                filing.take(item)
            filing.finish()
            if self._format in WITH_CODES:
                self._put(db, register, report)
            elif not report.resources:
                self._keep_bare(db, report)
            elif self._format in KEPT_WHOLE:
                self._keep(db, report)
            self._journal(db, report, register)
        return report

    def _zip(self) -> FileReport:
        """Twice through: for whom its files name and which of them are broken, then to take them."""
        report = self._report()
        with self._transaction() as db:
            register = self._register(db)
            within = _Within(db, register)
            problems = [self._met(part, within) for part in parts(self.stream)]
            register.complete = True
            for number, (part, problem) in enumerate(zip(parts(self.stream), problems, strict=True), 1):
                self.acceptance.begin(number)
                report.add(self._part(part, problem, within))
            self.acceptance.begin()
            if any(problem and problem.code is Why.NOT_UNPACKED for problem in problems):
                self._keep(db, report)
            elif not report.resources:
                self._keep_bare(db, report)
            report.persons = register.persons
            self._journal(db, report, register)
        return report

    def _met(self, part: Part, within: _Within) -> Problem | None:
        """What keeps a part of a zip from being read, None if nothing does."""
        if part.stream is None or part.aside:
            return part.problem
        try:
            task = self._inner(part, part.stream, within)
        except FormatError as error:
            return Problem("", Why.NOT_UNPACKED, error.why)
        try:
            task.meet(within.register)
        except FormatError as error:
            return Problem(error.where, Why.BROKEN_FILE, error.why)
        return None

    def _part(self, part: Part, problem: Problem | None, within: _Within) -> FileReport:
        if part.stream is None or (problem and problem.code is Why.NOT_UNPACKED):
            return FileReport(part.name, refused=1, problems=[problem] if problem else [])
        task = self._inner(part, part.stream, within)
        report = task.original(problem) if problem else task.run()
        report.file = part.name
        if part.problem and part.problem != problem:
            report.problems.append(part.problem)
        return report

    def _inner(self, part: Part, stream: BinaryIO, within: _Within) -> _Task:
        outer = self.progress
        return _Task(
            vault=self.vault,
            stream=stream,
            name=part.name.rpartition("/")[2] or part.name,
            place=f"{self.place}/{part.name}",
            who=self.who,
            acceptance=self.acceptance,
            progress=(lambda *_: outer(self.stream.tell(), self._size)) if outer else None,
            cancelled=self.cancelled,
            within=within,
            about=part.about or About(),
        )

    def _read_codes(self) -> None:
        if self._format in WITH_CODES:
            self.stream.seek(0)
            self._from_codes = list(WITH_CODES[self._format](self.stream))

    def _items(self) -> Iterator[Item]:
        self.stream.seek(0)
        reader = reader_of(self._format, self._layouts)
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
        report = self._report()
        with self._transaction() as db:
            register = self._register(db)
            register.complete = True
            self._put(db, register, report)
            if columns_of(self._format, self.stream):
                report.problems.append(Problem("", Why.COLUMNS))
            report.persons = register.persons
            self._journal(db, report, register)
        return report

    def _report(self, *, refused: int = 0, problems: list[Problem] | None = None) -> FileReport:
        return FileReport(self.name, refused=refused, problems=problems or [], digest=self._whole.digest)

    def _keep(self, db: Connection, report: FileReport) -> None:
        """The file as it is, unless it, or something in it, was left out."""
        key = self.acceptance.file
        if report.left_out or self.acceptance.leaves_out(key):
            report.left_out += 1
            return
        self._whole.keep(db, report)
        if self.acceptance.notes:
            self.acceptance.notes.add(key, "", State.KEPT, title=self.name)

    def _keep_bare(self, db: Connection, report: FileReport) -> None:
        """A file that could be read and in which there is nothing: that is told, and the file is kept."""
        report.problems.append(Problem("", Why.NOTHING))
        self._keep(db, report)

    def _put(self, db: Connection, register: Register, report: FileReport) -> None:
        """The file as an entry of whom its codes name, or the file's only patient."""
        key = self.acceptance.file
        if self.acceptance.leaves_out(key):
            report.left_out += 1
            return
        named = (
            register.person_of(item.resource, item.full_url, needed=False)
            for item in self._from_codes
            if item.resource is not None
        )
        person = next(filter(None, named), None) or register.person_of_document()
        if person:
            state, entry = self._whole.put(db, person, report)
            self.acceptance.came(state, Kind.DOCUMENT, entry)
            if self.acceptance.notes:
                self.acceptance.notes.add(key, "", state, kind=Kind.DOCUMENT, entry=entry)
        else:
            report.problems.append(Problem("", Why.SOMEBODY_ELSE))
            self._keep(db, report)

    @contextmanager
    def _transaction(self) -> Iterator[Connection]:
        if self.within:
            yield self.within.db
            return
        self.acceptance.restart()
        with self.vault.write() as db:
            before = db.execute("PRAGMA cache_size").fetchone()[0]
            db.execute("PRAGMA cache_size=-64000")
            try:
                yield db
            finally:
                db.execute(f"PRAGMA cache_size={before}")

    def _register(self, db: Connection) -> Register:
        if self.within is None:
            return Register(db, self._scope(), self.who)
        self.within.register.enter(self._scope())
        return self.within.register

    def _scope(self) -> str:
        """Where a relative reference means one and the same: the file, or the folder of an export's many files."""
        bulk = self._format is Format.FHIR_NDJSON or self.name.endswith(".ndjson")
        if self.within and self._format is Format.FHIR_JSON:
            bulk = not is_bundle(self.stream)
        return str(PurePath(self.place).parent) if bulk else self.place

    def _journal(self, db: Connection, report: FileReport, register: Register | None = None) -> None:
        """One line for each file that was chosen."""
        if self.within:
            return
        self.acceptance.close(db)
        if self.last:
            self.last(db, report, register)
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
