"""Replies to accesses: the keys they are made with, those that wait closed, those ever seen, and filing one.

What a reply's file is, and whether it is to be believed, is the sharing room's.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from importlib.metadata import version
from typing import TYPE_CHECKING

from phr.formats.fhir.drafts import to_draft
from phr.formats.fhir.write import dumps
from phr.formats.sniff import Format, media_type, sniff
from storage import attachments, bodies, clock, documents
from storage.digests import digest_of
from storage.errors import NoSuchReply
from storage.ids import Ids, Positions
from storage.rows import entry_row, insert_entries

if TYPE_CHECKING:
    from collections.abc import Sequence

    from phr.formats.fhir.items import Resource
    from storage.connection import Connection
    from storage.vault import Vault


@dataclass(frozen=True, slots=True)
class ReplyKey:
    """What replies to one access are sealed for, an age X25519 ``identity``, and proved with, ``mac_key``."""

    identity: str = field(repr=False)
    mac_key: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Waiting:
    """A reply that nobody opened yet. ``made_at`` is what its sender claims, ``size`` its file's bytes."""

    id: str
    gid: str
    name: str
    made_at: str
    received_at: str
    size: int


@dataclass(frozen=True, slots=True)
class Enclosed:
    """A file in a reply."""

    name: str
    data: bytes = field(repr=False)


_WAITING = "SELECT id, grant_id, name, made_at, received_at, size FROM reply"


def put_key(db: Connection, gid: str, key: ReplyKey) -> None:
    """Keep the key of an access, in the caller's transaction."""
    db.execute(
        "INSERT INTO reply_key (grant_id, identity, mac_key) VALUES (?, ?, ?)",
        (gid, key.identity, key.mac_key),
    )


def key(vault: Vault, gid: str) -> ReplyKey | None:
    """The key of an access; None for one without, or that is not of this vault."""
    with vault.read() as db:
        row = db.execute("SELECT identity, mac_key FROM reply_key WHERE grant_id = ?", (gid,)).fetchone()
    return ReplyKey(*row) if row else None


def seen(vault: Vault, reply_id: str) -> bytes | None:
    """The SHA-256 of the reply's file that was taken in under this id, or None."""
    with vault.read() as db:
        row = db.execute("SELECT digest FROM reply_seen WHERE id = ?", (reply_id,)).fetchone()
    return row[0] if row else None


def put(db: Connection, reply: Waiting, sealed: bytes) -> None:
    """Keep a reply closed, and that it was seen, in the caller's transaction."""
    db.execute(
        "INSERT INTO reply (id, grant_id, name, made_at, received_at, size, sealed) VALUES (?, ?, ?, ?, ?, ?, ?)",
        (reply.id, reply.gid, reply.name, reply.made_at, reply.received_at, reply.size, sealed),
    )
    digest = hashlib.sha256(sealed).digest()
    db.execute("INSERT INTO reply_seen (id, digest) VALUES (?, ?)", (reply.id, digest))


def waiting(vault: Vault) -> list[Waiting]:
    """The replies that wait, newest first."""
    with vault.read() as db:
        rows = db.execute(f"{_WAITING} ORDER BY received_at DESC, rowid DESC").fetchall()
    return [Waiting(*row) for row in rows]


def one_waiting(vault: Vault, reply_id: str) -> Waiting:
    """A reply that waits. Raises :class:`NoSuchReply`."""
    with vault.read() as db:
        row = db.execute(f"{_WAITING} WHERE id = ?", (reply_id,)).fetchone()
    if row is None:
        raise NoSuchReply
    return Waiting(*row)


def sealed(vault: Vault, reply_id: str) -> bytes:
    """The file of a reply that waits. Raises :class:`NoSuchReply`."""
    with vault.read() as db:
        row = db.execute("SELECT sealed FROM reply WHERE id = ?", (reply_id,)).fetchone()
    if row is None:
        raise NoSuchReply
    return bytes(row[0])


def drop(db: Connection, reply_id: str) -> None:
    """Take away a reply that waits, in the caller's transaction. Raises :class:`NoSuchReply`."""
    if db.execute("DELETE FROM reply WHERE id = ?", (reply_id,)).rowcount == 0:
        raise NoSuchReply


class Filing:
    """Makes entries of what a reply holds, in the caller's transaction.

    ``provenance`` says where they come from, in the words that the interface shows; ``origin`` is a URI for it.
    """

    def __init__(self, db: Connection, person: str, *, provenance: str, origin: str, digest: bytes) -> None:
        self._db = db
        self._person = person
        self._origin = origin
        self._ids = Ids()
        self._source = db.execute(
            "INSERT INTO source (name, place, digest, format, importer, imported_at) VALUES (?, ?, ?, ?, ?, ?)",
            (
                provenance,
                origin,
                digest,
                Format.REPLY.value,
                f"phr {version('phr')}",
                clock.instant(db.clock()),
            ),
        ).lastrowid

    def file(self, enclosed: Enclosed, title: str, about: Resource) -> str:
        """A file as a document: the id of its entry. ``about`` is what its DocumentReference says besides."""
        entry, attachment = self._ids.new(), self._ids.new()
        kind = media_type(sniff(enclosed.data[: 1 << 16]))
        kept = attachments.Attachment(attachment, enclosed.name, kind, len(enclosed.data))
        self._put(entry, documents.document(entry, title, kept) | about)
        digest = hashlib.sha256(enclosed.data).digest()
        attachments.add(
            self._db,
            enclosed.data,
            kind,
            enclosed.name,
            digest=digest,
            entry=entry,
            source=self._source,
            id_=attachment,
        )
        return entry

    def note(self, resource: Resource, enclosed: Sequence[str]) -> str:
        """A message, with the documents (ids) that came with it: the id of its entry."""
        entry = self._ids.new()
        links = [{"contentReference": {"reference": f"DocumentReference/{one}"}} for one in enclosed]
        self._put(entry, resource | {"id": entry} | ({"payload": links} if links else {}))
        return entry

    def _put(self, entry: str, resource: Resource) -> None:
        resource["meta"] = {"source": self._origin}
        resource["subject"] = {"reference": f"Patient/{self._person}"}
        draft = to_draft(resource)
        if draft is None:
            raise AssertionError("a reply is made of entries")
        row = entry_row(Positions(self._db).take(draft.date), entry, self._person, draft, hidden=False)
        insert_entries(self._db, [row])
        self._db.execute(
            "INSERT INTO resource (entry, person, source, type, rid, digest, codec, body)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (
                entry,
                self._person,
                self._source,
                resource["resourceType"],
                entry,
                digest_of(resource),
                bodies.CODEC,
                bodies.pack(dumps(resource)),
            ),
        )
