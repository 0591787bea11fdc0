"""When a resource that comes is one that is already here.

FHIR ids are only unique within the server that gave them, so what counts is, in this order:

1. the same content under the same name;
2. the same globally unique name: an absolute or ``urn:`` fullUrl, or an id that is a UUID;
3. where neither has such a name, a shared business identifier;
4. the same type and id from the same file, or, whatever the file, for the same person, codes and date.

Two that carry other values of one identifier system are never the same, nor are two people's. A resource without an
id is known by its content, within one file. Each resource that was here is matched once for each file, so what
stands twice in a file stays twice, and adds nothing when the file comes again.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from storage.rows import codes_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from phr.entry import Draft
    from phr.formats.fhir.items import Resource
    from storage.connection import Connection

_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\Z", re.IGNORECASE)
_URN_UUID = "urn:uuid:"


@dataclass(frozen=True, slots=True)
class Name:
    """What a resource that comes is known by. ``rid`` and ``full_url`` are as the table ``resource`` has them."""

    type: str
    rid: str
    full_url: str
    digest: bytes
    tokens: tuple[str, ...]
    person: str | None
    draft: Draft | None


@dataclass(frozen=True, slots=True)
class Known:
    """A resource that was here before the file came; ``same_as`` is the entry whose other source it is."""

    id: int
    entry: str | None
    person: str | None
    source: int | None
    type: str
    rid: str
    full_url: str
    digest: bytes
    edits: str
    same_as: str | None
    version: str


def is_uuid(text: str) -> bool:
    """Whether an id is a UUID, so that no other server gives it."""
    return _UUID.match(text) is not None


def stored_name(resource: Resource, full_url: str, digest: bytes) -> tuple[str, str]:
    """``rid`` and ``full_url`` of a resource, as the table has them."""
    rid = resource.get("id")
    if not isinstance(rid, str) or not rid:
        return "=" + digest[:12].hex(), full_url
    return rid, "" if full_url == _URN_UUID + rid else full_url


def original_url(rid: str, full_url: str) -> str:
    """The fullUrl of a stored resource, "" if it has none."""
    return full_url or (_URN_UUID + rid if is_uuid(rid) else "")


def tokens_of(resource: Resource) -> tuple[str, ...]:
    """The business identifiers of a resource that can be told from others, as ``system|value``."""
    identifiers = resource.get("identifier")
    if isinstance(identifiers, dict):
        identifiers = [identifiers]
    if not isinstance(identifiers, list):
        return ()
    tokens = []
    for identifier in identifiers:
        if isinstance(identifier, dict):
            system, value = identifier.get("system"), identifier.get("value")
            if isinstance(system, str) and isinstance(value, str) and system and value:
                tokens.append(f"{system}|{value}")
    return tuple(dict.fromkeys(tokens))


class Earlier:
    """The resources that were here when a file came from ``place`` with ``digest``.

    ``last`` is the highest of them, ``same_file`` the rows of the sources that are this file.
    """

    def __init__(self, db: Connection, place: str, digest: bytes) -> None:
        self._db = db
        self.last: int = db.execute("SELECT coalesce(max(id), 0) FROM resource").fetchone()[0]
        rows = db.execute("SELECT id FROM source WHERE place = ? OR digest = ?", (place, digest))
        self.same_file = {row[0] for row in rows}
        self._matched: set[int] = set()

    def find(self, names: Sequence[Name]) -> list[Known | None]:
        """For each name the resource that it is, or None."""
        found: list[Known | None] = [None] * len(names)
        if not self.last:
            return found
        candidates = self._candidates(names)
        ranked = []
        for place, (name, known_list) in enumerate(zip(names, candidates, strict=True)):
            for known in known_list:
                rank = self._rank(name, known)
                if rank is not None:
                    ranked.append((rank, place, known.id, known))
        for _, place, number, known in sorted(ranked, key=lambda row: row[:3]):
            if found[place] is None and number not in self._matched:
                found[place] = known
                self._matched.add(number)
        return found

    def _candidates(self, names: Sequence[Name]) -> list[list[Known]]:
        rids: dict[str, list[int]] = defaultdict(list)
        urls: dict[str, list[int]] = defaultdict(list)
        tokens: dict[str, list[int]] = defaultdict(list)
        for place, name in enumerate(names):
            rids[name.rid].append(place)
            if name.full_url:
                urls[name.full_url].append(place)
                if name.full_url.startswith(_URN_UUID):
                    rids[name.full_url[len(_URN_UUID) :]].append(place)
            elif is_uuid(name.rid):
                urls[_URN_UUID + name.rid].append(place)
            if not _global_names(name.rid, name.full_url):
                for token in name.tokens:
                    tokens[token].append(place)
        found: list[dict[int, Known]] = [{} for _ in names]
        for keys, query in (
            (rids, "SELECT r.rid, {} FROM resource r WHERE r.rid IN ({})"),
            (urls, "SELECT r.full_url, {} FROM resource r WHERE r.full_url <> '' AND r.full_url IN ({})"),
            (
                tokens,
                "SELECT i.token, {} FROM identifier i JOIN resource r ON r.id = i.resource WHERE i.token IN ({})",
            ),
        ):
            if not keys:
                continue
            statement = query.format(_COLUMNS, "SELECT value FROM json_each(?)")
            for key, *row in self._db.execute(statement, (json.dumps(list(keys)),)):
                known = Known(*row)
                for place in keys[key] if known.id <= self.last else ():
                    found[place][known.id] = known
        return [list(known.values()) for known in found]

    def _rank(self, name: Name, known: Known) -> int | None:
        """How surely ``name`` is ``known``, 0 most; None if it is not."""
        if known.type != name.type or (name.person and known.person and name.person != known.person):
            return None
        here = known.source in self.same_file
        nameless = name.rid.startswith("=") and not name.full_url
        if name.digest == known.digest and name.rid == known.rid and (here or not nameless):
            return 0
        ours, theirs = _global_names(name.rid, name.full_url), _global_names(known.rid, known.full_url)
        if ours & theirs:
            return 1
        if nameless or (ours and theirs) or self._told_apart(name, known):
            return None
        if not ours and not theirs and set(name.tokens) & self._tokens(known):
            return 2
        same_id = name.rid == known.rid and (here or self._same_event(name, known))
        return 3 if same_id else None

    def _told_apart(self, name: Name, known: Known) -> bool:
        """Whether both have an identifier of one system, and none in common there."""
        mine, theirs = _by_system(name.tokens), _by_system(self._tokens(known) if name.tokens else ())
        return any(not mine[system] & theirs[system] for system in mine.keys() & theirs.keys())

    def _tokens(self, known: Known) -> set[str]:
        return {
            row[0] for row in self._db.execute("SELECT token FROM identifier WHERE resource = ?", (known.id,))
        }

    def _same_event(self, name: Name, known: Known) -> bool:
        if known.entry is None or name.draft is None or not name.draft.date:
            return False
        row: Any = self._db.execute(
            "SELECT person, codes, date FROM entry WHERE id = ?", (known.entry,)
        ).fetchone()
        return bool(row == (name.person, codes_text(name.draft), name.draft.date))


_COLUMNS = (
    "r.id, r.entry, r.person, r.source, r.type, r.rid, r.full_url, r.digest, r.edits, r.same_as, r.version"
)


def _global_names(rid: str, full_url: str) -> set[str]:
    names = {_URN_UUID + rid.lower()} if is_uuid(rid) else set()
    if full_url.startswith("urn:"):
        names.add(full_url.lower())
    elif "://" in full_url:
        names.add(full_url)
    return names


def _by_system(tokens: Iterable[str]) -> dict[str, set[str]]:
    systems: dict[str, set[str]] = defaultdict(set)
    for token in tokens:
        system, _, value = token.rpartition("|")
        systems[system].add(value)
    return systems
