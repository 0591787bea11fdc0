"""The vault: a folder with ``keyslots.json`` and one encrypted database, and the handle to work with it.

One handle at a time, in one process, holds a vault. It has one connection that writes and one that reads, so that
lists scroll while an import runs; either may be used from any thread, by one thread at a time.
"""

from __future__ import annotations

import threading
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Self

from filelock import FileLock, Timeout

from storage import clock, connection, durable, journal, keyslots, passphrase_change, place, schema, state
from storage.connection import Connection, translated
from storage.errors import (
    DamagedVault,
    DateUnconfirmed,
    NotAVault,
    TruncatedVault,
    VaultExists,
    VaultInUse,
    WrongClock,
)
from storage.keyslots import DEFAULT_COST, Cost, KeySlots

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime
    from pathlib import Path
    from types import TracebackType

_LOCK = "lock"
_FIRST_DATABASE = "record-1.db"


def create(
    folder: Path,
    passphrase: str,
    *,
    cost: Cost = DEFAULT_COST,
    now: Callable[[], datetime] = clock.system_now,
) -> Vault:
    """Make a vault in ``folder``, which must be absent or empty, and open it.

    Raises :class:`VaultExists`, :class:`EmptyPassphrase`, :class:`UnsafeParameters`, and what writing raises.
    """
    folder = folder.absolute()
    with durable.writing():
        if folder.exists() and (not folder.is_dir() or not _is_unfinished(folder)):
            raise VaultExists
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    folder = folder.resolve()
    data_key = keyslots.new_data_key()
    slots = keyslots.make(data_key, passphrase, database=_FIRST_DATABASE, cost=cost)
    lock = _lock(folder)
    try:
        _remove_leftovers(folder, keep="")
        path = folder / _FIRST_DATABASE
        db = connection.connect(path, data_key, create=True)
        with translated():
            schema.migrate(db)
            db.execute("INSERT INTO meta(key, value) VALUES ('vault_id', ?)", (place.new_id(),))
            db.close()
        vault = Vault(folder, data_key, slots, lock, now)
        public_key = state.enroll(vault)
        with vault.write() as db:
            journal.append(db, "created", detail={"vault": vault.id, "key": public_key})
        keyslots.write(folder, slots)
    except BaseException:
        lock.release()
        raise
    return vault


def open_vault(folder: Path, passphrase: str, *, now: Callable[[], datetime] = clock.system_now) -> Vault:
    """Open the vault in ``folder``; ``now`` gives the computer's time.

    Raises :class:`NotAVault`, :class:`VaultInUse`, :class:`DamagedHeader`, :class:`UnsafeParameters`,
    :class:`WrongPassphrase`, :class:`TruncatedVault`, :class:`DamagedVault`, :class:`NewerVault`, and what writing
    raises.
    """
    folder = folder.resolve()
    if not (folder / keyslots.NAME).is_file():
        raise NotAVault
    lock = _lock(folder)
    try:
        slots = keyslots.read(folder)
        data_key = keyslots.unlock(slots, passphrase)
        _remove_leftovers(folder, keep=slots.database)
        _check_size(folder / slots.database)
        return _opened(folder, data_key, slots, lock, now)
    except BaseException:
        lock.release()
        raise


def _opened(
    folder: Path, data_key: bytes, slots: KeySlots, lock: FileLock, now: Callable[[], datetime]
) -> Vault:
    _migrate(folder / slots.database, data_key)
    vault = Vault(folder, data_key, slots, lock, now)
    try:
        vault.notices = (*place.settle(vault), *vault.clock_notices())
        with vault.write() as db:
            journal.append(db, "unlock")
        vault.scrub()
    except BaseException:
        vault.close()
        raise
    return vault


class Vault:
    """An open vault. Made by :func:`create` and :func:`open_vault`.

    ``id`` names it outside; ``notices`` are codes of what opening it found (``copied``, ``rolled-back``,
    ``shares-dropped``, ``date-unconfirmed``, ``wrong-clock``). ``data_key`` is for this package only.
    """

    def __init__(
        self, folder: Path, data_key: bytes, slots: KeySlots, lock: FileLock, now: Callable[[], datetime]
    ) -> None:
        self.folder = folder
        self.data_key = data_key
        self.slots = slots
        self.notices: tuple[str, ...] = ()
        self.deletion_pending = False
        self._lock = lock
        self._clock = now
        self._write_lock = threading.RLock()
        self._read_lock = threading.RLock()
        self._readers = 0
        self._closed = False
        self._connect()
        with self.read() as db:
            row = db.execute("SELECT value FROM meta WHERE key = 'vault_id'").fetchone()
        self.id: str = row[0]

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def database(self) -> Path:
        """The database's file."""
        return self.folder / self.slots.database

    def close(self) -> None:
        """Lock the vault. Calling it again does nothing."""
        with self._write_lock, self._read_lock:
            if self._closed:
                return
            self._closed = True
            try:
                self._disconnect()
            finally:
                self._lock.release()

    @contextmanager
    def write(self, *, note_head: bool = True) -> Iterator[Connection]:
        """One transaction: committed at the end of the block, rolled back by any exception.

        Not to be nested. What the database complains of is raised as ours (:mod:`storage.errors`). ``note_head`` is for
        :mod:`storage.place`, which must see the old head until it has dealt with it.
        """
        with self._write_lock, translated():
            if self._writer.in_transaction:
                raise RuntimeError("a transaction within a transaction")
            self._writer.journalled = False
            self._writer.execute("BEGIN IMMEDIATE")
            try:
                yield self._writer
                self._writer.execute("COMMIT")
            except BaseException:
                if self._writer.in_transaction:
                    self._writer.execute("ROLLBACK")
                raise
            if self._writer.journalled and note_head:
                state.set_head(self, *journal.end(self))
            if self.deletion_pending:
                self.scrub()

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """One consistent view of what is committed. A thread may nest it, and use it within :meth:`write`."""
        with self._read_lock, translated():
            if self._readers == 0:
                self._reader.execute("BEGIN")
            self._readers += 1
            try:
                yield self._reader
            finally:
                self._readers -= 1
                if self._readers == 0 and self._reader.in_transaction:
                    self._reader.execute("ROLLBACK")

    def scrub(self) -> bool:
        """Move the write-ahead log into the database and empty it, so that nothing deleted is left in either.

        Returns False, and ``deletion_pending`` is True, while a reader holds an older view; it is tried again after
        each transaction, when the vault is closed and when it is opened.
        """
        with self._write_lock, translated():
            busy = self._writer.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
            self.deletion_pending = bool(busy)
        return not busy

    def now(self) -> datetime:
        """The time to decide with. Raises :class:`WrongClock`, :class:`DateUnconfirmed`."""
        with self.read() as db:
            return clock.trusted(self._clock(), journal.latest(db))

    def confirm_date(self) -> None:
        """Believe the computer's clock from now on: the user looked at it."""
        with self.write() as db:
            journal.confirm_time(db)
        self.notices = tuple(code for code in self.notices if code not in {"date-unconfirmed", "wrong-clock"})

    def clock_notices(self) -> tuple[str, ...]:
        """``date-unconfirmed`` or ``wrong-clock`` while :meth:`now` refuses."""
        try:
            self.now()
        except DateUnconfirmed:
            return ("date-unconfirmed",)
        except WrongClock:
            return ("wrong-clock",)
        return ()

    def change_passphrase(self, new: str) -> None:
        """Give the vault another passphrase and another data key; earlier copies keep opening with the old one.

        Raises :class:`EmptyPassphrase`, and what writing raises; the vault is then as it was.
        """
        with self._write_lock, self._read_lock:
            self.scrub()
            slots, data_key = passphrase_change.rewrite(self, new)
            self._disconnect()
            old = self.database
            passphrase_change.switch(self.folder, slots)
            self.slots, self.data_key = slots, data_key
            self._connect()
            state.keep_wrapping(self)
            passphrase_change.remove_database(old)
            with self.write() as db:
                journal.append(db, "passphrase-changed")

    def _connect(self) -> None:
        self._writer = connection.connect(self.database, self.data_key)
        self._writer.clock = self._clock
        with translated():
            self._writer.execute("PRAGMA journal_mode=WAL")
            self._writer.execute("PRAGMA busy_timeout=500")
        self._reader = connection.connect(self.database, self.data_key, query_only=True)

    def _disconnect(self) -> None:
        self._reader.close()
        with suppress(DamagedVault):
            self.scrub()
        self._writer.close()


def _lock(folder: Path) -> FileLock:
    lock = FileLock(folder / _LOCK, timeout=0, thread_local=False)
    with durable.writing():
        try:
            lock.acquire()
        except Timeout:
            raise VaultInUse from None
    return lock


def _is_unfinished(folder: Path) -> bool:
    """Whether ``folder`` holds nothing but what a creation that was cut short leaves."""
    return all(entry.name == _LOCK or entry.match("record-*.db*") for entry in folder.iterdir())


def _remove_leftovers(folder: Path, *, keep: str) -> None:
    """Remove databases that ``keyslots.json`` does not name, and its own unfinished successor."""
    with durable.writing():
        for path in folder.glob("record-*.db*"):
            if not keep or path.name not in {keep, f"{keep}-wal", f"{keep}-shm", _copy_name(keep)}:
                path.unlink()
        (folder / f"{keyslots.NAME}.new").unlink(missing_ok=True)


def _check_size(path: Path) -> None:
    """Refuse a database whose end is missing. One with a log that is not yet moved into it may grow from that."""
    try:
        size = path.stat().st_size
    except FileNotFoundError:
        raise TruncatedVault from None
    log = path.with_name(path.name + "-wal")
    if (log.exists() and log.stat().st_size > 0) and size >= connection.PAGE_SIZE:
        return
    if size < connection.PAGE_SIZE or size % connection.PAGE_SIZE:
        raise TruncatedVault


def _copy_name(database: str) -> str:
    return f"{database}.before-migration"


def _migrate(path: Path, data_key: bytes) -> None:
    """Bring the database to the present schema, with an encrypted copy beside it until the result is verified."""
    copy = path.with_name(_copy_name(path.name))
    db = connection.connect(path, data_key)
    try:
        if schema.version(db) == 0:
            raise TruncatedVault
        if not schema.is_current(db):
            with translated():
                copy.unlink(missing_ok=True)
                db.execute("VACUUM INTO ?", (str(copy),))
            durable.sync_file(copy)
            schema.migrate(db)
        if copy.exists():
            with translated():
                if db.execute("PRAGMA cipher_integrity_check").fetchone() is not None:
                    raise DamagedVault("after a migration")
            copy.unlink()
    finally:
        db.close()
