"""A SQLCipher connection as the vault uses it, and its errors as ours.

The data key is given raw (``x'…'``), so SQLCipher derives nothing but the HMAC key of each page. All other settings
are SQLCipher 4's own; the page size is said at each opening because it is not stored in clear.
"""

from __future__ import annotations

from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from sqlcipher3 import dbapi2

from storage.errors import (
    Cancelled,
    DamagedVault,
    DiskFailed,
    DiskFull,
    ReadOnlyPlace,
    TruncatedVault,
    VaultInUse,
)
from storage.wiping import overwriting_what_is_freed, wipe

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    # sqlcipher3 ships no types; its connection is the standard library's, call for call.
    from sqlite3 import Connection as _Connection
else:
    from sqlcipher3.dbapi2 import Connection as _Connection

PAGE_SIZE = 4096
KEY_SIZE = 32
_LONG = 8192

_CORRUPT = 11
# Steps of SQLite's virtual machine between two looks at whether to stop: less than a millisecond.
_STEPS = 1_000

# By SQLite's primary result code (https://sqlite.org/rescode.html).
_CAUSES = {
    5: VaultInUse,  # SQLITE_BUSY
    8: ReadOnlyPlace,  # SQLITE_READONLY
    9: Cancelled,  # SQLITE_INTERRUPT
    10: DiskFailed,  # SQLITE_IOERR
    _CORRUPT: DamagedVault,
    13: DiskFull,  # SQLITE_FULL
    14: ReadOnlyPlace,  # SQLITE_CANTOPEN
    26: DamagedVault,  # SQLITE_NOTADB
}


def _system_now() -> datetime:
    return datetime.now(UTC)


class Connection(_Connection):
    """A connection that knows the time to write in the journal, and whether it wrote there."""

    clock: Callable[[], datetime] = staticmethod(_system_now)
    journalled: bool = False

    def close(self) -> None:
        """Close it; what it held in memory, the key among it, is overwritten as far as the C library lets one."""
        with overwriting_what_is_freed():
            super().close()


@contextmanager
def translated() -> Iterator[None]:
    """Turn the database's complaints about the world into our errors; the program's own mistakes pass."""
    try:
        yield
    except dbapi2.Error as error:
        cause = _CAUSES.get(getattr(error, "sqlite_errorcode", 0) & 0xFF)
        if cause is None:
            raise
        raise cause from error


@contextmanager
def interruptible(db: Connection, cancelled: Callable[[], bool] | None) -> Iterator[None]:
    """SQLite gives up a long statement, with ``SQLITE_INTERRUPT``, soon after ``cancelled`` says so.

    Raises :class:`Cancelled` at the end when it says so only then.
    """
    db.set_progress_handler(cancelled, _STEPS)
    try:
        yield
    finally:
        db.set_progress_handler(None, 0)
    if cancelled is not None and cancelled():
        raise Cancelled


def connect(path: Path, key: bytes, *, create: bool = False, query_only: bool = False) -> Connection:
    """Open ``path`` with the 32-byte ``key``, in autocommit. Usable from any thread, one at a time.

    Raises :class:`DamagedVault` when the first page does not open with the key, :class:`TruncatedVault` when
    pages are missing at the end, and what :func:`translated` says.
    """
    mode = "rwc" if create else "rw"
    with translated():
        db = dbapi2.connect(
            f"{path.absolute().as_uri()}?mode={mode}",
            uri=True,
            isolation_level=None,
            check_same_thread=False,
            factory=Connection,
        )
        try:
            _configure(db, key, query_only=query_only)
        except BaseException:
            db.close()
            raise
    assert isinstance(db, Connection)  # noqa: S101 - tells mypy what the factory makes
    return db


def _configure(db: Connection, key: bytes, *, query_only: bool) -> None:
    if len(key) != KEY_SIZE:
        raise ValueError("a data key has 32 bytes")
    db.execute("PRAGMA cipher_log_level=NONE")
    with spoken("key", key) as pragma:
        db.execute(pragma)
    db.execute(f"PRAGMA cipher_page_size={PAGE_SIZE}")
    db.execute("PRAGMA temp_store=MEMORY")  # no plaintext temporary file
    _check_beginning(db)
    db.execute("PRAGMA secure_delete=ON")
    db.execute("PRAGMA foreign_keys=ON")
    db.execute("PRAGMA recursive_triggers=OFF")
    db.execute("PRAGMA trusted_schema=OFF")
    db.execute("PRAGMA synchronous=FULL")  # a release told to somebody must survive a power cut
    if query_only:
        db.execute("PRAGMA query_only=ON")


@contextmanager
def spoken(pragma: str, key: bytes) -> Iterator[str]:
    """The statement that gives SQLCipher a raw key, overwritten afterwards.

    It is long, so that SQLite's copy of it is no small block, which the C library would keep as it is.
    """
    letters = key.hex()
    statement = f"PRAGMA {pragma}=\"x'{letters}'\"".ljust(_LONG)
    try:
        yield statement
    finally:
        wipe(letters)
        wipe(statement)


def _check_beginning(db: Connection) -> None:
    try:
        db.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except dbapi2.DatabaseError as error:
        # SQLite misses pages that its header counts, and each page that is there is whole: the end was cut off.
        if error.sqlite_errorcode == _CORRUPT and not db.execute("PRAGMA cipher_integrity_check").fetchall():
            raise TruncatedVault from error
        raise
