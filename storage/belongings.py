"""What of a vault belongs to one person, table by table.

Most rows name their person, or an entry of theirs. What names nobody (the practitioners, organisations and medications
of a file) belongs to those whose resources lead to it, and to the person of its file if that file is about one only.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import msgspec

from phr.formats.fhir.references import Form, split
from storage import bodies

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from storage.connection import Connection

_ENTRIES = "IN (SELECT id FROM entry WHERE person = :person)"
_RESOURCES = "IN (SELECT value FROM json_each(:resources))"
_ATTACHMENTS = "IN (SELECT value FROM json_each(:attachments))"
_GRANTS = "IN (SELECT gid FROM access_grant WHERE person = :person)"

MOVED: dict[str, tuple[str, str]] = {
    "person": ("rowid", "id = :person"),
    "person_alias": ("alias", "person = :person"),
    "known_name": ("name, birth_date", "person = :person"),
    "source": ("id", "id IN (SELECT value FROM json_each(:sources))"),
    "entry": ("pos", "person = :person"),
    "resource": ("id", f"id {_RESOURCES}"),
    "identifier": ("token, resource", f"resource {_RESOURCES}"),
    "label": ("entry, label", f"entry {_ENTRIES}"),
    "revision": ("rowid", f"resource {_RESOURCES}"),
    "attachment": ("rowid", f"id {_ATTACHMENTS}"),
    "attachment_chunk": ("rowid", f"attachment {_ATTACHMENTS}"),
    "document_text": ("rowid", f"entry {_ENTRIES}"),
    "closed_entry": ("entry", f"entry {_ENTRIES}"),
    "read_from": ("document, entry", f"document {_ENTRIES} AND entry {_ENTRIES}"),
    "practitioner": ("rowid", "id IN (SELECT practitioner FROM access_grant WHERE person = :person)"),
    "access_grant": ("rowid", "person = :person"),
    "consultation": ("grant_id", f"grant_id {_GRANTS}"),
    "reply_key": ("grant_id", f"grant_id {_GRANTS}"),
    "reply": ("rowid", f"grant_id {_GRANTS}"),
    "reply_seen": ("id", "1"),
}
"""By table, parents first: the order of its rows, and which are a person's. Their keys stay what they are."""

STAYING = frozenset({"meta", "journal", "waiting", "table_layout", "entry_words", "entry_term"})
"""The vault's own: its id, its history, what waits and is nobody's yet, the columns it was told, and its index."""

_NOBODYS = "person IS NULL AND entry IS NULL AND same_as IS NULL"
# A release or an end does not make another record of it.
_LEFT_OUT = {"access_grant": frozenset({"state", "ended_at", "released", "answered", "card_back"})}
_REFERENCE = re.compile(rb'"reference":("(?:[^"\\]|\\.)*")')


@dataclass(frozen=True, slots=True)
class Belongings:
    """Ids of what is ``person``'s. ``shared`` are those of ``resources`` that other people's lead to as well;
    ``files`` are the sources that are about this person only."""

    person: str
    resources: tuple[int, ...]
    shared: frozenset[int]
    attachments: tuple[str, ...]
    sources: tuple[int, ...]
    files: frozenset[int]

    def bound(self) -> dict[str, str]:
        """The values of the conditions of :data:`MOVED`."""
        return {
            "person": self.person,
            "resources": json.dumps(self.resources),
            "attachments": json.dumps(self.attachments),
            "sources": json.dumps(self.sources),
        }


def rows(db: Connection, table: str, whose: Belongings | None) -> Iterator[tuple[Any, ...]]:
    """The rows of a table of :data:`MOVED` that are a person's, or all of them, in their order."""
    order, condition = MOVED[table]
    if whose is None:
        yield from db.execute(f"SELECT * FROM {table} ORDER BY {order}")
    else:
        yield from db.execute(f"SELECT * FROM {table} WHERE {condition} ORDER BY {order}", whose.bound())


def columns(db: Connection, table: str) -> list[str]:
    """The names of a table's columns."""
    return [row[1] for row in db.execute(f"PRAGMA table_info({table})")]


def count(db: Connection, whose: Belongings) -> int:
    """How many rows are a person's."""
    return sum(
        int(db.execute(f"SELECT count(*) FROM {table} WHERE {condition}", whose.bound()).fetchone()[0])
        for table, (_, condition) in MOVED.items()
    )


def digest(
    db: Connection, whose: Belongings | None, looked: Callable[[], None]
) -> tuple[dict[str, int], bytes]:
    """How many rows of each table :func:`rows` gives, and the SHA-256 of what they say; ``looked`` hears of each."""
    sha256 = hashlib.sha256()
    encode = msgspec.msgpack.Encoder().encode
    counts = {}
    for table in MOVED:
        number = 0
        said = [name not in _LEFT_OUT.get(table, ()) for name in columns(db, table)]
        for row in rows(db, table, whose):
            sha256.update(encode([value for value, wanted in zip(row, said, strict=True) if wanted]))
            number += 1
            looked()
        counts[table] = number
    return counts, sha256.digest()


def belongings(db: Connection, person: str) -> Belongings:
    """What is ``person``'s (an id)."""
    own = {
        row[0]
        for row in db.execute(
            "SELECT r.id FROM resource r LEFT JOIN entry e ON e.id = coalesce(r.entry, r.same_as)"
            " WHERE coalesce(e.person, r.person) = ?",
            (person,),
        )
    }
    files = _files_of_one(db, person)
    mine, others = _reached(db, own)
    nobodys = {
        number
        for number, source in db.execute(f"SELECT id, source FROM resource WHERE {_NOBODYS}")
        if source in files
    }
    resources = own | mine | (nobodys - others)
    attachments = [
        row[0]
        for row in db.execute(
            "SELECT id FROM attachment WHERE entry IN (SELECT id FROM entry WHERE person = ?1)"
            " OR (entry IS NULL AND source IN (SELECT value FROM json_each(?2))"
            "     AND id NOT IN (SELECT attachment FROM waiting))",
            (person, json.dumps(sorted(files))),
        )
    ]
    sources = db.execute(
        "SELECT source FROM resource WHERE source IS NOT NULL AND id IN (SELECT value FROM json_each(?1))"
        " UNION SELECT source FROM attachment WHERE source IS NOT NULL"
        " AND id IN (SELECT value FROM json_each(?2)) ORDER BY 1",
        (json.dumps(sorted(resources)), json.dumps(attachments)),
    ).fetchall()
    return Belongings(
        person,
        tuple(sorted(resources)),
        frozenset(resources & others),
        tuple(attachments),
        tuple(row[0] for row in sources),
        frozenset(files),
    )


def _files_of_one(db: Connection, person: str) -> set[int]:
    """The sources that hold something of ``person`` and of nobody else."""
    rows = db.execute(
        "SELECT source FROM (SELECT r.source, coalesce(e.person, r.person) AS person FROM resource r"
        "  LEFT JOIN entry e ON e.id = coalesce(r.entry, r.same_as)"
        " UNION SELECT a.source, e.person FROM attachment a JOIN entry e ON e.id = a.entry)"
        " WHERE source IS NOT NULL AND person IS NOT NULL"
        " GROUP BY source HAVING count(DISTINCT person) = 1 AND min(person) = ?",
        (person,),
    )
    return {row[0] for row in rows}


def _reached(db: Connection, own: set[int]) -> tuple[set[int], set[int]]:
    """The resources of nobody that those of a person (``own``) lead to or are spoken of by, and those of others."""
    names = _Names(db)
    mine: set[int] = set()
    others: set[int] = set()
    leads: dict[int, set[int]] = defaultdict(set)
    if not names:
        return mine, others
    for number, source, codec, body in db.execute("SELECT id, source, codec, body FROM resource ORDER BY id"):
        to = set(_references(bodies.unpack(codec, body)))
        found = {one for reference in to if (one := names.find(reference, source)) is not None}
        if number in names.all:
            leads[number] = found
            for subject in _subjects(db, to, source):
                (mine if subject in own else others).add(number)
        else:
            (mine if number in own else others).update(found)
    return _closed(mine, leads), _closed(others, leads)


def _closed(reached: set[int], leads: dict[int, set[int]]) -> set[int]:
    waiting = list(reached)
    while waiting:
        more = leads[waiting.pop()] - reached
        reached |= more
        waiting += more
    return reached


def _references(body: bytes) -> Iterator[str]:
    for found in _REFERENCE.finditer(body):
        yield json.loads(found[1])


def _subjects(db: Connection, references: Iterable[str], source: int | None) -> Iterator[int]:
    """The somebody's resources of the same file that are referred to."""
    for reference in references:
        parts = split(reference)
        if parts.form is Form.RELATIVE:
            named, values = "rid = ?2 AND type = ?3", (parts.id, parts.type)
        elif parts.form is Form.URN:
            named, values = "rid = ?2 OR (full_url = ?3 AND full_url <> '')", (_uuid(parts.url), parts.url)
        elif parts.form is Form.ABSOLUTE:
            named, values = "?2 = '' AND full_url = ?3 AND full_url <> ''", ("", parts.url)
        else:
            continue
        # The "+" keeps SQLite from going through all of a file for each reference.
        rows = db.execute(
            f"SELECT id FROM resource WHERE ({named}) AND +source IS ?1 AND NOT ({_NOBODYS})",
            (source, *values),
        )
        yield from (row[0] for row in rows)


def _uuid(url: str) -> str:
    return url.removeprefix("urn:uuid:")


class _Names:
    """What the resources of nobody are referred to by."""

    def __init__(self, db: Connection) -> None:
        self.all: set[int] = set()
        self._by_name: dict[str, list[tuple[int, int | None]]] = defaultdict(list)
        for number, kind, rid, url, source in db.execute(
            f"SELECT id, type, rid, full_url, source FROM resource WHERE {_NOBODYS} ORDER BY id"
        ):
            self.all.add(number)
            for name in {f"{kind}/{rid}", f"urn:uuid:{rid}", url} - {""}:
                self._by_name[name].append((number, source))
        for token, number, source in db.execute(
            "SELECT i.token, r.id, r.source FROM identifier i JOIN resource r ON r.id = i.resource"
            f" WHERE {_NOBODYS} ORDER BY r.id"
        ):
            self._by_name[f"?{token}"].append((number, source))

    def __bool__(self) -> bool:
        return bool(self.all)

    def find(self, reference: str, source: int | None) -> int | None:
        """The resource meant: of the same file first, then the latest."""
        parts = split(reference)
        name = f"?{parts.token}" if parts.form is Form.CONDITIONAL else parts.url
        found = self._by_name.get(name) or self._by_name.get(f"{parts.type}/{parts.id}") or []
        same = [number for number, place in found if place == source]
        several = same or [number for number, _ in found]
        return several[-1] if several else None
