"""The journal: what was done with the record, in lines that cannot be changed without it being seen.

The hash of a line is SHA-256 over the hash of the line before (32 zero bytes before the first) followed by the JSON
array ``[seq, at, action, grant, detail]`` in ASCII, members of ``detail`` sorted by name, without white space. So a
line changed, taken out or put in makes all later hashes wrong. The head (the last line) is signed with Ed25519 over
``phr-journal-head/v1``, a line feed, and the JSON object of ``vault``, ``seq`` and ``hash`` in the same form; only a
head held elsewhere shows that the whole vault was exchanged for an older one.

Lines hold random ids, counts, hashes, times and fixed words. The interface joins them with what still exists.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from storage import clock, state
from storage.canonical import canonical
from storage.errors import DamagedVault

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from datetime import datetime

    from storage.connection import Connection
    from storage.vault import Vault

Detail = dict[str, int | str | None]

_FIRST = bytes(32)
_SIGNED = b"phr-journal-head/v1\n"
# Ids, hashes, words of the program and instants; a sentence, a name or a file's name does not pass.
_WORD = re.compile(r"(?:[0-9a-z]+(?:[-_:][0-9a-z]+)*)?\Z")
_INSTANT = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2}(?:T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2}))?)?)?\Z")
_LONGEST = 128
_NO_END = 2**63 - 1
_TOLD = 1000  # lines between two words on how far a check is
SELECT = "SELECT seq, at, action, grant_id, detail, hash FROM journal"
"""What :func:`read_lines` reads."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line. ``at`` is an instant in UTC, ``grant`` the access it is about or "", ``hash`` hexadecimal."""

    seq: int
    at: str
    action: str
    grant: str
    detail: Detail
    hash: str


@dataclass(frozen=True, slots=True)
class Head:
    """The last line, signed: ``hash`` in hexadecimal, Ed25519 ``signature`` and ``public_key`` in base64."""

    seq: int
    hash: str
    signature: str
    public_key: str


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that is not as it was written: ``kind`` is a word of the program, ``where`` names the place."""

    kind: str
    where: str


def append(
    db: Connection, action: str, *, grant: str = "", detail: Mapping[str, int | str | None] | None = None
) -> None:
    """Write one line in the caller's transaction.

    Raises ``ValueError`` for a text that is not an id, a hash, an instant or a word of the program.
    """
    values = dict(detail or {})
    for text in (action, grant, *values, *values.values()):
        _check(text)
    last = db.execute("SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 1").fetchone()
    seq, before = (last[0] + 1, last[1]) if last else (1, _FIRST)
    _write(db, Line(seq, clock.instant(time(db)), action, grant, values, ""), before)


def confirm_time(db: Connection) -> None:
    """Write ``clock-confirmed`` with the computer's own time, which later lines then start from."""
    seq, before = end(db)
    line = Line(seq + 1, clock.instant(db.clock()), "clock-confirmed", "", {}, "")
    _write(db, line, bytes.fromhex(before))


def time(db: Connection) -> datetime:
    """The time that a line written now has: never before the last one, which stands while the clock is not believed."""
    last = db.execute("SELECT at FROM journal ORDER BY seq DESC LIMIT 1").fetchone()
    return clock.journalled(db.clock(), clock.moment(last[0])) if last else db.clock()


def latest(db: Connection) -> datetime:
    """The time of the last line. Raises :class:`DamagedVault` if there is none."""
    return clock.moment(str(_last(db, "at")[0]))


def lines(
    vault: Vault, grant: str = "", after: int = 0, limit: int = 200, *, before: int | None = None
) -> list[Line]:
    """Up to ``limit`` lines whose number is above ``after`` (and below ``before``), oldest first; of one access if
    ``grant`` is given.

    Raises :class:`DamagedVault` for a line that was not written by this program.
    """
    with vault.read() as db:
        rows = db.execute(
            f"{SELECT} WHERE seq > ?1 AND seq < ?4 AND (?2 = '' OR grant_id = ?2) ORDER BY seq LIMIT ?3",
            (after, grant, limit, _NO_END if before is None else before),
        ).fetchall()
    return read_lines(rows)


def read_lines(rows: Iterable[tuple[int, str, str, str, str, bytes]]) -> list[Line]:
    """Rows of :data:`SELECT` as lines. Raises :class:`DamagedVault` for one that this program did not write."""
    try:
        return [_line(row) for row in rows]
    except (ValueError, RecursionError):
        raise DamagedVault("a line of the journal") from None


def verify(vault: Vault, *, progress: Callable[[int, int], None] | None = None) -> list[Fault]:
    """The first line that does not follow from those before it, if any: ``journal`` at ``line 12``.

    ``progress`` is told how many lines of how many were checked, now and then; what it raises ends the check.
    """
    with vault.read() as db:
        return list(check(db, progress))


def check(db: Connection, progress: Callable[[int, int], None] | None = None) -> Iterator[Fault]:
    """The same, on a connection."""
    last = int(db.execute("SELECT coalesce(max(seq), 0) FROM journal").fetchone()[0]) if progress else 0
    before, expected = _FIRST, 1
    for row in db.execute(f"{SELECT} ORDER BY seq"):
        try:
            line = _line(row)
            whole = line.seq == expected and line_hash(before, line) == row[-1]
        except (ValueError, RecursionError):
            whole = False
        if not whole:
            yield Fault("journal", f"line {expected}")
            return
        before, expected = row[-1], expected + 1
        if progress and expected % _TOLD == 0:
            progress(expected, last)
    if expected == 1:
        yield Fault("journal", "line 1")


def line_hash(before: bytes, line: Line) -> bytes:
    """The hash that ``line`` should have, given the hash of the one before it."""
    return hashlib.sha256(
        before + canonical([line.seq, line.at, line.action, line.grant, line.detail])
    ).digest()


def head(vault: Vault) -> Head:
    """The last line, signed with the vault's signing key. Show it to somebody who keeps it."""
    with vault.read() as db:
        seq, digest = end(db)
    key = state.signing_key(vault)
    return Head(
        seq,
        digest,
        base64.b64encode(key.sign(signed_bytes(vault.id, seq, digest))).decode("ascii"),
        base64.b64encode(key.public_key().public_bytes_raw()).decode("ascii"),
    )


def end(db: Connection) -> tuple[int, str]:
    """Number and hash, in hexadecimal, of the last line. Raises :class:`DamagedVault` if there is none."""
    seq, digest = _last(db, "seq, hash")
    return seq, digest.hex()


def signed_bytes(vault_id: str, seq: int, digest: str) -> bytes:
    """What the signature of a head covers."""
    return _SIGNED + canonical({"vault": vault_id, "seq": seq, "hash": digest})


def _last(db: Connection, columns: str) -> tuple[Any, ...]:
    row: tuple[Any, ...] | None = db.execute(
        f"SELECT {columns} FROM journal ORDER BY seq DESC LIMIT 1"
    ).fetchone()
    if row is None:
        raise DamagedVault("the journal is empty")
    return row


def _line(row: tuple[int, str, str, str, str, bytes]) -> Line:
    seq, at, action, grant, detail, digest = row
    return Line(seq, at, action, grant, json.loads(detail), digest.hex())


def _write(db: Connection, line: Line, before: bytes) -> None:
    digest = line_hash(before, line)
    db.execute(
        "INSERT INTO journal(seq, at, action, grant_id, detail, hash) VALUES (?, ?, ?, ?, ?, ?)",
        (line.seq, line.at, line.action, line.grant, canonical(line.detail).decode("ascii"), digest),
    )
    db.journalled = True


def _check(value: object) -> None:
    if value is None or isinstance(value, int):
        return
    if isinstance(value, str) and len(value) <= _LONGEST and (_WORD.match(value) or _INSTANT.match(value)):
        return
    raise ValueError("a journal line holds ids, counts, hashes, times and fixed words only")
