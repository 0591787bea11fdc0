"""What an import does with each thing of a file, noted while it does it, and what looks odd about it.

Odd is what a clerk would ask about, never a doctor: nothing here looks at what a value means.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from phr.dates import bounds, sort_key
from phr.entry import Kind, Value
from phr.errors import NotADate
from phr.formats.certificates.signature import STATE_URL, Signature
from storage.rows import ENTRY_COLUMNS, entry_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from phr.entry import Draft, Entry
    from phr.formats.fhir.items import Resource
    from storage.connection import Connection

LISTED = 20_000
"""How many things of a file are listed one by one, some 10 MB; the others are only counted."""

_PAGE = 500
# Of these the date is when something was done or found, so it is neither missing nor to come.
_DONE = frozenset({Kind.RESULT, Kind.MEASUREMENT, Kind.VACCINE, Kind.PROCEDURE})
_PAST = _DONE | {Kind.DOCUMENT, Kind.PROBLEM, Kind.ALLERGY}
_MEASURED = frozenset({Kind.RESULT, Kind.MEASUREMENT})


class State(StrEnum):
    """What becomes of one thing of a file."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    DUPLICATE = "duplicate"
    KEPT = "kept"


class Oddity(StrEnum):
    """What looks odd: a stable code."""

    FUTURE = "future"
    BEFORE_BIRTH = "before-birth"
    NO_DATE = "no-date"
    OTHER_NAME = "other-name"
    NO_NUMBER = "no-number"
    NO_UNIT = "no-unit"
    SIGNATURE_BROKEN = "signature-broken"


@dataclass(frozen=True, slots=True)
class Found:
    """One thing of a file. ``key`` names it for ``without``: the same for the same bytes.

    ``where`` is its place in the file, as problems have it. ``kind`` is None, and ``title`` a FHIR type or a file's
    name, for what is kept without an entry. ``person`` is the id of one of the review's persons. ``entry`` is the one
    that is here: "" for what is new.
    """

    key: str
    where: str
    kind: Kind | None
    title: str
    title_en: str
    date: str | None
    value: Value | None
    author: str
    person: str
    state: State
    entry: str


@dataclass(frozen=True, slots=True)
class Odd:
    """Something that looks odd: ``key`` is of a :class:`Found`, "" where it is the whole file."""

    what: Oddity
    key: str = ""


@dataclass(frozen=True, slots=True)
class _Note:
    key: str
    where: str
    state: State
    entry: str
    title: str
    title_en: str
    author: str
    person: str


class Notes:
    """What an import notes; beyond :data:`LISTED` things it only counts.

    ``counts`` is by kind (None: kept) and state.
    """

    def __init__(self) -> None:
        self.restart()

    def restart(self) -> None:
        """The import begins again, knowing more."""
        self.counts: Counter[tuple[Kind | None, State]] = Counter()
        self._notes: list[_Note] = []
        self._broken: set[str] = set()

    @property
    def unlisted(self) -> int:
        """How many things are counted only."""
        return sum(self.counts.values()) - len(self._notes)

    def look(self, key: str, resource: Resource) -> None:
        """See what only the resource tells: whether its signature is broken."""
        extensions = resource.get("extension")
        for one in extensions if isinstance(extensions, list) else ():
            if (
                isinstance(one, dict)
                and one.get("url") == STATE_URL
                and one.get("valueCode") == Signature.BROKEN
            ):
                self._broken.add(key)

    def add(
        self,
        key: str,
        where: str,
        state: State,
        *,
        kind: Kind | None = None,
        entry: str = "",
        draft: Draft | None = None,
        title: str = "",
        person: str = "",
    ) -> None:
        """Note what becomes of something: ``kind`` and ``entry``, or ``title`` and ``person`` of what has no entry.

        ``draft`` is what a duplicate itself says.
        """
        self.counts[kind, state] += 1
        if len(self._notes) >= LISTED:
            return
        words = (draft.title, draft.title_en, draft.author) if draft else (title, "", "")
        self._notes.append(_Note(key, where, state, entry, *words, person))

    def found(self, db: Connection) -> list[Found]:
        """What was noted, in the order of the file, as the entries stand within the import's transaction."""
        ordered = sorted(self._notes, key=lambda note: [int(part) for part in note.key.split("/")])
        return [
            _found(note, entry)
            for start in range(0, len(ordered), _PAGE)
            for note, entry in _with_entries(db, ordered[start : start + _PAGE])
        ]

    def odd(self, found: list[Found], born: dict[str, str], now: datetime) -> list[Odd]:
        """What looks odd about what is new or changed; ``born`` are birth dates by person."""
        odd = [
            Odd(what, one.key)
            for one in found
            if one.state in (State.NEW, State.CHANGED) and one.kind is not None
            for what in _oddities(one.kind, one.date, one.value, born.get(one.person, ""), now)
        ]
        return odd + [Odd(Oddity.SIGNATURE_BROKEN, one.key) for one in found if one.key in self._broken]


def _with_entries(db: Connection, notes: list[_Note]) -> Iterator[tuple[_Note, Entry | None]]:
    ids = json.dumps([note.entry for note in notes if note.entry])
    rows = db.execute(
        f"SELECT {ENTRY_COLUMNS} FROM entry e WHERE e.id IN (SELECT value FROM json_each(?))", (ids,)
    )
    entries = {row[1]: entry_of(row) for row in rows}
    for note in notes:
        yield note, entries.get(note.entry)


def _found(note: _Note, entry: Entry | None) -> Found:
    here = "" if note.state is State.NEW else note.entry
    if entry is None:
        return Found(
            note.key, note.where, None, note.title, "", None, None, note.author, note.person, note.state, here
        )
    return Found(
        note.key,
        note.where,
        entry.kind,
        note.title or entry.title,
        note.title_en or entry.title_en,
        entry.date,
        entry.value,
        note.author or entry.author,
        entry.person,
        note.state,
        here,
    )


def _oddities(
    kind: Kind, date: str | None, value: Value | None, born: str, now: datetime
) -> Iterator[Oddity]:
    if date is None:
        if kind in _DONE:
            yield Oddity.NO_DATE
    else:
        first, last = bounds(date)
        if kind in _PAST and first > sort_key(now.isoformat(timespec="seconds")):
            yield Oddity.FUTURE
        if kind is not Kind.CONTACT and last < _first_second(born):
            yield Oddity.BEFORE_BIRTH
    if kind in _MEASURED and value is not None:
        number = any(char.isdigit() for char in value.text)
        if value.unit and not number:
            yield Oddity.NO_NUMBER
        if (
            not value.unit
            and value.text.strip().replace(",", ".").lstrip("<>=≤≥~ +-").replace(".", "", 1).isdecimal()
        ):
            yield Oddity.NO_UNIT


def _first_second(born: str) -> int:
    try:
        return bounds(born)[0]
    except NotADate:
        return 0
