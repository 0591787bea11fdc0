"""The entries of the record: the timeline, and what is behind each entry.

What changes entries is in ``curate.py``; its functions are part of this face.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from phr import dates
from phr.formats.fhir.items import decimal
from storage import bodies, search
from storage.closed import close_entries, open_entries
from storage.curate import add_labels, add_own, delete, edit, remove_labels, set_hidden
from storage.errors import NoSuchEntry, NoSuchPage
from storage.ids import LAST_IN_SECOND, SECOND_BITS
from storage.provenances import Provenance, provenances
from storage.rows import ENTRY_COLUMNS, entry_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from phr.entry import Entry, Kind
    from storage.connection import Connection
    from storage.vault import Vault

__all__ = [
    "Filter",
    "Kept",
    "Page",
    "Provenance",
    "Revision",
    "add_labels",
    "add_own",
    "close_entries",
    "count",
    "delete",
    "edit",
    "entry",
    "kept",
    "kept_bytes",
    "labels",
    "open_entries",
    "page",
    "provenances",
    "remove_labels",
    "resource",
    "resource_bytes",
    "revisions",
    "set_hidden",
]


@dataclass(frozen=True, slots=True)
class Filter:
    """Which entries; what is left empty does not limit, and the rest is combined.

    ``person`` is an id; ``search`` is as typed; ``date_from`` and ``date_to`` are partial dates, both included, and
    compare with the beginning of an entry's own date; ``author`` is the beginning of the author's name; ``hidden`` is
    None for all, or which; so is ``closed``. What is closed is never found by ``search``.
    """

    person: str = ""
    kinds: tuple[Kind, ...] = ()
    search: str = ""
    date_from: str = ""
    date_to: str = ""
    author: str = ""
    label: str = ""
    hidden: bool | None = None
    closed: bool | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """Entries newest first, and the cursor of what follows, "" at the end."""

    entries: list[Entry]
    next: str


@dataclass(frozen=True, slots=True)
class Revision:
    """What the resource of an entry was until ``at``; ``number`` counts from 1, oldest first."""

    number: int
    at: datetime
    resource: bytes


@dataclass(frozen=True, slots=True)
class Kept:
    """A resource without an entry of its own."""

    id: int
    type: str
    person: str
    source: str


def page(
    vault: Vault,
    which: Filter,
    *,
    after: str = "",
    limit: int = 50,
    cancelled: Callable[[], bool] | None = None,
) -> Page:
    """The entries that follow the cursor ``after``, newest first, undated last.

    Raises :class:`NoSuchPage` for a cursor that no page gave, ``NotADate`` for a filter's date, :class:`Cancelled`
    soon after ``cancelled`` says so.
    """
    with vault.read(cancelled) as db:
        tables, condition, values = _query(db, which)
        if after:
            condition += " AND e.pos < ?" if tables == _ENTRIES else " AND w.rowid < ?"
            values.append(_position(after))
        order = "e.pos" if tables == _ENTRIES else "w.rowid"
        rows = db.execute(
            f"SELECT {ENTRY_COLUMNS} FROM {tables} WHERE {condition} ORDER BY {order} DESC LIMIT ?",
            (*values, limit + 1),
        ).fetchall()
    more = len(rows) > limit
    return Page(
        [entry_of(row) for row in rows[:limit]], f"{rows[limit - 1][0]:x}" if more and limit > 0 else ""
    )


def count(vault: Vault, which: Filter, *, most: int = -1, cancelled: Callable[[], bool] | None = None) -> int:
    """How many entries there are of these; no more are counted than ``most``, unless it is negative.

    Raises :class:`Cancelled` soon after ``cancelled`` says so.
    """
    with vault.read(cancelled) as db:
        tables, condition, values = _query(db, which)
        number: int = db.execute(
            f"SELECT count(*) FROM (SELECT 1 FROM {tables} WHERE {condition} LIMIT ?)", (*values, most)
        ).fetchone()[0]
    return number


def labels(vault: Vault) -> list[str]:
    """Every label in use."""
    with vault.read() as db:
        return [row[0] for row in db.execute("SELECT DISTINCT label FROM label ORDER BY label")]


def entry(vault: Vault, entry_id: str) -> Entry:
    """One entry. Raises :class:`NoSuchEntry`."""
    with vault.read() as db:
        row = db.execute(f"SELECT {ENTRY_COLUMNS} FROM entry e WHERE e.id = ?", (entry_id,)).fetchone()
    if row is None:
        raise NoSuchEntry
    return entry_of(row)


def resource(vault: Vault, entry_id: str) -> dict[str, Any]:
    """The resource of an entry, decimals as ``Decimal``. Raises :class:`NoSuchEntry`."""
    parsed: dict[str, Any] = json.loads(resource_bytes(vault, entry_id), parse_float=decimal)
    return parsed


def resource_bytes(vault: Vault, entry_id: str) -> bytes:
    """The resource of an entry as JSON, to the digit. Raises :class:`NoSuchEntry`."""
    with vault.read() as db:
        row = db.execute("SELECT codec, body FROM resource WHERE entry = ?", (entry_id,)).fetchone()
    if row is None:
        raise NoSuchEntry
    return bodies.unpack(*row)


def read_from(vault: Vault, document_id: str) -> list[Entry]:
    """The other entries that were read from the very file that a document holds, such as the results of a report."""
    with vault.read() as db:
        rows = db.execute(
            f"SELECT {ENTRY_COLUMNS} FROM entry e WHERE e.id <> ?1 AND e.id IN ("
            " SELECT coalesce(r.entry, r.same_as) FROM attachment a JOIN source s ON s.digest = a.digest"
            " JOIN resource r ON r.source = s.id WHERE a.entry = ?1"
            " UNION SELECT entry FROM read_from WHERE document = ?1)",
            (document_id,),
        ).fetchall()
    return [entry_of(row) for row in rows]


def documents_of(vault: Vault, entry_id: str) -> list[Entry]:
    """The documents from whose files an entry was read: :func:`read_from` the other way."""
    with vault.read() as db:
        rows = db.execute(
            f"SELECT {ENTRY_COLUMNS} FROM entry e WHERE e.id <> ?1 AND e.id IN ("
            " SELECT a.entry FROM resource r JOIN source s ON s.id = r.source"
            " JOIN attachment a ON a.digest = s.digest WHERE r.entry = ?1 OR r.same_as = ?1"
            " UNION SELECT document FROM read_from WHERE entry = ?1)",
            (entry_id,),
        ).fetchall()
    return [entry_of(row) for row in rows]


def revisions(vault: Vault, entry_id: str) -> list[Revision]:
    """What an entry's resource was before each edit or update, oldest first. Raises :class:`NoSuchEntry`."""
    with vault.read() as db:
        row = db.execute("SELECT id FROM resource WHERE entry = ?", (entry_id,)).fetchone()
        if row is None:
            raise NoSuchEntry
        rows = db.execute(
            "SELECT number, at, codec, body FROM revision WHERE resource = ? ORDER BY number", row
        ).fetchall()
    return [
        Revision(number, datetime.fromisoformat(at), bodies.unpack(codec, body))
        for number, at, codec, body in rows
    ]


def kept(vault: Vault, *, person: str = "", after: int = 0, limit: int = 50) -> list[Kept]:
    """The resources without an entry whose id is above ``after``, of one person (an id) or of everybody."""
    with vault.read() as db:
        rows = db.execute(
            "SELECT r.id, r.type, coalesce(r.person, ''), coalesce(s.name, '') FROM resource r"
            " LEFT JOIN source s ON s.id = r.source"
            " WHERE r.entry IS NULL AND r.same_as IS NULL AND r.id > ?1 AND (?2 = '' OR r.person = ?2)"
            " ORDER BY r.id LIMIT ?3",
            (after, person, limit),
        ).fetchall()
    return [Kept(*row) for row in rows]


def kept_bytes(vault: Vault, resource_id: int) -> bytes:
    """A resource by the number that :func:`kept` gives, as JSON. Raises :class:`NoSuchEntry`."""
    with vault.read() as db:
        row = db.execute("SELECT codec, body FROM resource WHERE id = ?", (resource_id,)).fetchone()
    if row is None:
        raise NoSuchEntry
    return bodies.unpack(*row)


_ENTRIES = "entry e"
# CROSS JOIN: the index of words leads, so that the newest are found first and the rest is never read.
_FOUND = "entry_words w CROSS JOIN entry e ON e.pos = w.rowid"


def _query(db: Connection, which: Filter) -> tuple[str, str, list[str | int]]:
    """Tables, condition and values of a filter. A "+" keeps SQLite from an index that would need sorting."""
    clauses: list[str] = []
    values: list[str | int] = []

    def where(clause: str, *bound: str | int) -> None:
        clauses.append(clause)
        values.extend(bound)

    words = search.query(db, which.search)
    if words:
        where("entry_words MATCH ?", words)
    pos = "w.rowid" if words else "e.pos"
    if which.date_from:
        where(f"{pos} >= ?", dates.bounds(which.date_from)[0] << SECOND_BITS)
    if which.date_to:
        # The undated are at second 0, before every date.
        where(
            f"{pos} BETWEEN ? AND ?",
            1 << SECOND_BITS,
            (dates.bounds(which.date_to)[1] << SECOND_BITS) + LAST_IN_SECOND,
        )
    one_kind = len(which.kinds) == 1
    if one_kind:
        where("e.kind = ?", which.kinds[0].value)
    elif which.kinds:
        where(f"+e.kind IN ({', '.join('?' * len(which.kinds))})", *(kind.value for kind in which.kinds))
    if which.person:
        where("+e.person = ?" if one_kind else "e.person = ?", which.person)
    if which.author:
        where("substr(e.author, 1, ?) = ? COLLATE NOCASE", len(which.author), which.author)
    if which.label:
        where("e.id IN (SELECT entry FROM label WHERE label = ?)", which.label)
    if which.hidden is not None:
        where("e.hidden = ?", int(which.hidden))
    closed = False if words else which.closed
    if closed is not None:
        where(f"e.id {'' if closed else 'NOT '}IN (SELECT entry FROM closed_entry)")
    return _FOUND if words else _ENTRIES, " AND ".join(clauses) or "1", values


def _position(cursor: str) -> int:
    try:
        position = int(cursor, 16)
    except ValueError:
        raise NoSuchPage from None
    if not 0 <= position < 1 << 63:
        raise NoSuchPage
    return position
