"""Files kept in the vault: those that came as documents, and originals that could not be understood.

In chunks, so that one transaction and one file hold the truth whatever the size.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

from storage.errors import NoSuchAttachment
from storage.ids import Ids

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import BinaryIO

    from typing_extensions import Buffer

    from storage.connection import Connection
    from storage.vault import Vault

CHUNK = 256 * 1024


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file of the vault. ``size`` is in bytes, ``media_type`` as RFC 6838 has it."""

    id: str
    name: str
    media_type: str
    size: int


def add(
    db: Connection,
    data: bytes | Iterable[bytes],
    media_type: str,
    name: str,
    *,
    digest: bytes,
    entry: str | None = None,
    source: int | None = None,
    id_: str = "",
) -> str:
    """Put a file in, in the caller's transaction: its id. ``digest`` is the SHA-256 of all of it.

    An ``id_`` that is given is taken, unless another file has it.
    """
    id_ = id_ if id_ and not has(db, id_) else Ids().new()
    pieces = [data] if isinstance(data, bytes) else data
    db.execute(
        "INSERT INTO attachment (id, entry, source, name, media_type, size, digest) VALUES (?, ?, ?, ?, ?, 0, ?)",
        (id_, entry, source, name, media_type, digest),
    )
    size = number = 0
    for piece in pieces:
        for start in range(0, len(piece), CHUNK):
            chunk = piece[start : start + CHUNK]
            db.execute(
                "INSERT INTO attachment_chunk (attachment, number, data) VALUES (?, ?, ?)",
                (id_, number, chunk),
            )
            size, number = size + len(chunk), number + 1
    db.execute("UPDATE attachment SET size = ? WHERE id = ?", (size, id_))
    return id_


def has(db: Connection, id_: str) -> bool:
    """Whether there is a file of this id."""
    return db.execute("SELECT 1 FROM attachment WHERE id = ?", (id_,)).fetchone() is not None


def keep(
    db: Connection, data: bytes | Iterable[bytes], media_type: str, name: str, *, digest: bytes, source: int
) -> None:
    """Put in an original without an entry, unless it is here under the same name, in the caller's transaction."""
    here = db.execute(
        "SELECT 1 FROM attachment WHERE digest = ? AND name = ? AND entry IS NULL"
        " AND id NOT IN (SELECT attachment FROM waiting)",
        (digest, name),
    ).fetchone()
    if not here:
        add(db, data, media_type, name, digest=digest, source=source)


def read(vault: Vault, attachment_id: str) -> bytes:
    """All of a file. Raises :class:`NoSuchAttachment`."""
    with vault.read() as db:
        return contents(db, attachment_id)


def contents(db: Connection, attachment_id: str) -> bytes:
    """The same, within a transaction."""
    if not has(db, attachment_id):
        raise NoSuchAttachment
    rows = db.execute(
        "SELECT data FROM attachment_chunk WHERE attachment = ? ORDER BY number", (attachment_id,)
    )
    return b"".join(row[0] for row in rows)


def open_file(vault: Vault, attachment_id: str) -> BinaryIO:
    """A file to read from, of any size; a chunk of it is in memory. Raises :class:`NoSuchAttachment`."""
    with vault.read() as db:
        row = db.execute("SELECT size FROM attachment WHERE id = ?", (attachment_id,)).fetchone()
    if row is None:
        raise NoSuchAttachment
    return io.BufferedReader(_Chunks(vault, attachment_id, row[0]), CHUNK)


class _Chunks(io.RawIOBase):
    """A file of the vault, seekable. All its chunks but the last have the size :data:`CHUNK`."""

    def __init__(self, vault: Vault, id_: str, size: int) -> None:
        self._vault = vault
        self._id = id_
        self._size = size
        self._at = 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        start = {io.SEEK_SET: 0, io.SEEK_CUR: self._at, io.SEEK_END: self._size}[whence]
        self._at = max(0, start + offset)
        return self._at

    def tell(self) -> int:
        return self._at

    def readinto(self, buffer: Buffer) -> int:
        view = memoryview(buffer)
        number, within = divmod(self._at, CHUNK)
        with self._vault.read() as db:
            row = db.execute(
                "SELECT data FROM attachment_chunk WHERE attachment = ? AND number = ?", (self._id, number)
            ).fetchone()
        data = row[0][within : within + len(view)] if row else b""
        view[: len(data)] = data
        self._at += len(data)
        return len(data)


def of_entry(vault: Vault, entry_id: str) -> list[Attachment]:
    """The files of an entry."""
    with vault.read() as db:
        rows = db.execute(
            "SELECT id, name, media_type, size FROM attachment WHERE entry = ? ORDER BY rowid", (entry_id,)
        ).fetchall()
    return [Attachment(*row) for row in rows]


def originals(vault: Vault) -> list[Attachment]:
    """The files kept only as they came, without an entry."""
    with vault.read() as db:
        rows = db.execute(
            "SELECT id, name, media_type, size FROM attachment WHERE entry IS NULL"
            " AND id NOT IN (SELECT attachment FROM waiting) ORDER BY rowid"
        ).fetchall()
    return [Attachment(*row) for row in rows]
