"""Files put aside to be checked later: in the vault, encrypted, and not part of the record until they are taken.

They are in every backup, and in no access and no export: what waits is nobody's yet.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from phr.formats.sniff import media_type
from storage import attachments, clock, journal
from storage.acceptance import Acceptance
from storage.errors import NotWaiting
from storage.importing import take
from storage.intake import FileReport, opened
from storage.readers import format_of
from storage.review import Review, review_stream

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator
    from datetime import datetime
    from pathlib import Path
    from typing import BinaryIO

    from storage.connection import Connection
    from storage.identity import Register, Who
    from storage.intake import Progress
    from storage.vault import Vault


@dataclass(frozen=True, slots=True)
class Waiting:
    """A file that waits: ``size`` in bytes, ``why`` as it was given, a code."""

    id: str
    name: str
    size: int
    put_at: datetime
    why: str


def put_aside(vault: Vault, path: Path, *, why: str = "") -> Waiting:
    """Put a file aside; the same bytes under the same name wait once.

    Raises :class:`NotAFile`, and what writing raises.
    """
    with opened(path) as (stream, name, place):
        return put_stream_aside(vault, stream, name, place=place, why=why)


def put_stream_aside(vault: Vault, stream: BinaryIO, name: str, *, place: str = "", why: str = "") -> Waiting:
    """The same for an open, seekable stream, which has a ``name`` and comes from a ``place``."""
    sha256 = hashlib.sha256()
    for chunk in _chunks(stream):
        sha256.update(chunk)
    digest, kind = sha256.digest(), media_type(format_of(stream))
    with vault.write() as db:
        row = db.execute(
            "SELECT w.attachment FROM waiting w JOIN attachment a ON a.id = w.attachment"
            " WHERE a.digest = ? AND a.name = ?",
            (digest, name),
        ).fetchone()
        if row is None:
            id_ = attachments.add(db, _chunks(stream), kind, name, digest=digest)
            db.execute(
                "INSERT INTO waiting (attachment, place, why, put_at) VALUES (?, ?, ?, ?)",
                (id_, place, why, clock.instant(db.clock())),
            )
            journal.append(db, "put-aside", detail={"file": id_})
        else:
            id_ = row[0]
        return _waiting(db, id_)


def waiting(vault: Vault) -> list[Waiting]:
    """The files that wait, those put aside first first."""
    with vault.read() as db:
        rows = db.execute(
            "SELECT w.attachment FROM waiting w JOIN attachment a ON a.id = w.attachment ORDER BY w.put_at, a.rowid"
        ).fetchall()
        return [_waiting(db, row[0]) for row in rows]


def review_waiting(
    vault: Vault,
    waiting_id: str,
    *,
    who: Who | None = None,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Review:
    """What :func:`take_waiting` would do. Raises :class:`NotWaiting`, and what an import raises."""
    name, place = _named(vault, waiting_id)
    stream = attachments.open_file(vault, waiting_id)
    return review_stream(vault, stream, name, place=place, who=who, progress=progress, cancelled=cancelled)


def take_waiting(
    vault: Vault,
    waiting_id: str,
    *,
    who: Who | None = None,
    without: Collection[str] = (),
    closed: bool = False,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> FileReport:
    """Take a file in that waits, as from where it came; it then waits no longer, in the same transaction.

    Raises :class:`NotWaiting`, and what an import raises; the file then still waits.
    """
    name, place = _named(vault, waiting_id)

    def end(db: Connection, _report: FileReport, _register: Register | None) -> None:
        db.execute("DELETE FROM attachment WHERE id = ?", (waiting_id,))

    report = take(
        vault,
        attachments.open_file(vault, waiting_id),
        name,
        place=place,
        who=who,
        acceptance=Acceptance(without, closed=closed),
        progress=progress,
        cancelled=cancelled,
        last=end,
    )
    vault.scrub()
    return report


def discard_waiting(vault: Vault, waiting_id: str) -> bool:
    """Delete a file that waits, for good.

    True when nothing of it is left in the vault; False while another reader keeps the database from being cleaned,
    which is then tried again. Raises :class:`NotWaiting`.
    """
    with vault.write() as db:
        _waiting(db, waiting_id)
        db.execute("DELETE FROM attachment WHERE id = ?", (waiting_id,))
        journal.append(db, "discarded", detail={"file": waiting_id})
    return vault.scrub()


def _waiting(db: Connection, waiting_id: str) -> Waiting:
    row = db.execute(
        "SELECT a.id, a.name, a.size, w.put_at, w.why FROM waiting w JOIN attachment a ON a.id = w.attachment"
        " WHERE a.id = ?",
        (waiting_id,),
    ).fetchone()
    if row is None:
        raise NotWaiting
    id_, name, size, put_at, why = row
    return Waiting(id_, name, size, clock.moment(put_at), why)


def _named(vault: Vault, waiting_id: str) -> tuple[str, str]:
    """Name and place of a file that waits."""
    with vault.read() as db:
        name = _waiting(db, waiting_id).name
        place = db.execute("SELECT place FROM waiting WHERE attachment = ?", (waiting_id,)).fetchone()[0]
    return name, place


def _chunks(stream: BinaryIO) -> Iterator[bytes]:
    stream.seek(0)
    while chunk := stream.read(attachments.CHUNK):
        yield chunk
