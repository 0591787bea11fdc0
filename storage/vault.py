"""The vault: a folder with ``keyslots.json`` and one encrypted database, and the handle to work with it.

One handle at a time, in one process, holds a vault. It has one connection that writes, for one thread at a time, and
one that reads for each thread that does, so that lists scroll while an import runs.
"""

from __future__ import annotations

import threading
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Self

from phr.errors import PhrError
from storage import clock, connection, journal, keyslots, passphrase_change, place, schema, state
from storage import folder as files
from storage.connection import translated
from storage.errors import DamagedVault, DateUnconfirmed, NotAVault, VaultBusy, VaultLocked, WrongClock
from storage.keyslots import DEFAULT_COST, Cost, KeySlots
from storage.reading import Readers
from storage.wiping import own_copy, wipe

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime
    from pathlib import Path
    from types import TracebackType

    from filelock import FileLock

    from storage.connection import Connection

_FIRST_DATABASE = "record-1.db"
_BUSY = 500  # milliseconds to wait for a reader to finish before a deletion is called pending
_HURRIED = 0.05
"""Seconds that a thread in a hurry waits for its turn to write: less than an eye sees a window stand still."""


def create(
    folder: Path,
    passphrase: str,
    *,
    cost: Cost = DEFAULT_COST,
    now: Callable[[], datetime] = clock.system_now,
) -> Vault:
    """Make a vault in ``folder``, which must be absent or empty, and open it; ``now`` gives the computer's time.

    Raises :class:`VaultExists`, :class:`EmptyPassphrase`, :class:`UnsafeParameters`, and what writing raises.
    """
    data_key = keyslots.new_data_key()
    slots = keyslots.make(data_key, passphrase, database=_FIRST_DATABASE, cost=cost)
    folder = files.prepare(folder)
    lock = files.lock(folder)
    try:
        files.remove_leftovers(folder)
        _new_database(folder / _FIRST_DATABASE, data_key)
        vault = Vault(folder, data_key, slots, lock, now)
        wipe(data_key)
    except BaseException:
        lock.release()
        raise
    try:
        public_key = state.enroll(vault)
        with vault.write() as db:
            journal.append(db, "created", detail={"vault": vault.id, "key": public_key})
        keyslots.write(folder, slots)  # last: before it, there is no vault
    except BaseException:
        vault.close()
        raise
    return vault


def open_vault(folder: Path, passphrase: str, *, now: Callable[[], datetime] = clock.system_now) -> Vault:
    """Open the vault in ``folder``; ``now`` gives the computer's time.

    Raises :class:`NotAVault`, :class:`VaultInUse`, :class:`DamagedHeader`, :class:`UnsafeParameters`,
    :class:`WrongPassphrase`, :class:`TruncatedVault`, :class:`DamagedVault`, :class:`NewerVault`, and what writing
    raises.
    """
    return _open(folder, passphrase, now, place.settle)


def open_restored(folder: Path, passphrase: str) -> Vault:
    """Open what a backup was copied to: as :func:`open_vault`, but always as a vault of its own."""
    return _open(folder, passphrase, clock.system_now, place.settle_restored)


class Vault:
    """An open vault. Made by :func:`create` and :func:`open_vault`.

    ``id`` names it outside; ``notices`` are codes of what opening it found (``copied``, ``rolled-back``,
    ``shares-dropped``, ``date-unconfirmed``, ``wrong-clock``); ``deletion_pending`` tells that something deleted
    may still be in the write-ahead log. ``data_key``, ``slots`` and ``clock`` are for this package only.
    """

    def __init__(
        self, folder: Path, data_key: bytes, slots: KeySlots, lock: FileLock, now: Callable[[], datetime]
    ) -> None:
        self.folder = folder
        self.data_key = own_copy(data_key)  # overwritten when the vault is closed
        self.slots = slots
        self.clock = now
        self.notices: tuple[str, ...] = ()
        self.deletion_pending = False
        self._lock = lock
        self._write_lock = threading.RLock()
        self._hurried = 0  # the thread that does not wait to write, if any
        self._readers = Readers(self._connect_reader)
        self._closed = False
        self._connect()
        try:
            self.id = self._read_id()
        except BaseException:
            self._disconnect()
            raise

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
        with self._write_lock, self._readers.alone():
            if self._closed:
                return
            try:
                self._disconnect()
            finally:
                self._closed = True
                wipe(self.data_key)
                self._lock.release()

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """One transaction: committed at the end of the block, rolled back by any exception.

        Not to be nested, nor within :meth:`read`. What the database complains of is raised as ours
        (:mod:`storage.errors`); :class:`VaultLocked` once the vault is closed, :class:`VaultBusy` in a thread that
        hurries.
        """
        if self._readers.is_viewing():
            raise RuntimeError("a transaction within a reading view: two threads could wait for each other")
        with self._turn_to_write(), translated():
            self._check_open()
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
            if self._writer.journalled:
                # The transaction stands whatever happens here: a head that is late is not a wrong one.
                with suppress(PhrError):
                    state.set_head(self, *journal.end(self._writer))
            if self.deletion_pending:
                self.scrub()

    def hurry(self) -> None:
        """From now on this thread, and no other, does not wait until another's transaction is over.

        For the thread of a window, which would stand still: an import writes for as long as it lasts.
        """
        self._hurried = threading.get_ident()

    @contextmanager
    def _turn_to_write(self) -> Iterator[None]:
        patience = _HURRIED if threading.get_ident() == self._hurried else -1
        if not self._write_lock.acquire(timeout=patience):
            raise VaultBusy
        try:
            yield
        finally:
            self._write_lock.release()

    @contextmanager
    def read(self, cancelled: Callable[[], bool] | None = None) -> Iterator[Connection]:
        """One consistent view of what is committed. A thread may nest it, and use it within :meth:`write`.

        Raises :class:`Cancelled` out of a long query, soon after ``cancelled`` says so; :class:`VaultLocked` once the
        vault is closed.
        """
        with translated(), self._readers.view(cancelled) as db:
            yield db

    def scrub(self) -> bool:
        """Move the write-ahead log into the database and empty it, so that nothing deleted is left in either.

        Returns False, and ``deletion_pending`` is True, while a reader holds an older view; it is tried again after
        each transaction, when the vault is closed and when it is opened.
        """
        with self._write_lock, translated():
            self._check_open()
            busy = self._writer.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
            self.deletion_pending = bool(busy)
        return not busy

    def now(self) -> datetime:
        """The time to decide with. Raises :class:`WrongClock`, :class:`DateUnconfirmed`."""
        with self.read() as db:
            return clock.trusted(self.clock(), journal.latest(db))

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

    def change_passphrase(self, new: str, *, cancelled: Callable[[], bool] | None = None) -> None:
        """Give the vault another passphrase and another data key; earlier copies keep opening with the old one.

        Raises :class:`EmptyPassphrase`, :class:`Cancelled` when ``cancelled`` says so in time, and what writing
        raises; the vault is then as it was, but for a failure at the last moment, which also closes the handle: which
        passphrase holds shows at the next opening.
        """
        with self._write_lock:
            self._check_open()
            if self._readers.is_viewing() or self._writer.in_transaction:
                raise RuntimeError("a change of passphrase within a transaction")
            # Others read on meanwhile, but for the moment of the switch.
            slots, data_key = passphrase_change.rewrite(self, new, cancelled)
            with self._readers.alone():
                self._switch(slots, data_key)

    def _switch(self, slots: KeySlots, data_key: bytes) -> None:
        old = self.database
        try:
            keyslots.write(self.folder, slots)
            self._disconnect()
            wipe(self.data_key)
            self.slots, self.data_key = slots, data_key
            self._connect()
            state.keep_wrapping(self)
            state.set_head(self, *journal.end(self._writer))
            files.remove_database(old)
        except BaseException:
            self.close()
            raise

    def _check_open(self) -> None:
        if self._closed:
            raise VaultLocked

    def _read_id(self) -> str:
        with self.read() as db:
            row = db.execute("SELECT value FROM meta WHERE key = 'vault_id'").fetchone()
        if row is None:
            raise DamagedVault("it has no id")
        return str(row[0])

    def _connect(self) -> None:
        self._writer = connection.connect(self.database, self.data_key)
        try:
            self._writer.clock = self.clock
            with translated():
                self._writer.execute("PRAGMA journal_mode=WAL")
                self._writer.execute(f"PRAGMA busy_timeout={_BUSY}")
        except BaseException:
            self._writer.close()
            raise

    def _connect_reader(self) -> Connection:
        self._check_open()
        return connection.connect(self.database, self.data_key, query_only=True)

    def _disconnect(self) -> None:
        self._readers.close()
        with suppress(PhrError):  # the next opening tries again
            self.scrub()
        self._writer.close()


def _open(
    folder: Path, passphrase: str, now: Callable[[], datetime], settle: Callable[[Vault], tuple[str, ...]]
) -> Vault:
    folder = folder.resolve()
    if not (folder / keyslots.NAME).is_file():
        raise NotAVault
    lock = files.lock(folder)
    try:
        slots = keyslots.read(folder)
        data_key = keyslots.unlock(slots, passphrase)
        files.check_size(folder / slots.database)
        files.migrate(folder / slots.database, data_key)
        vault = Vault(folder, data_key, slots, lock, now)
        wipe(data_key)
    except BaseException:
        lock.release()
        raise
    try:
        found = settle(vault)
        vault.notices = (*found, *vault.clock_notices())
        if (
            "rolled-back" not in found
        ):  # else a newer database may be the vault's own, with older key slots beside it
            files.remove_leftovers(folder, keep=slots.database)
        with vault.write() as db:
            journal.append(db, "unlock")
        vault.scrub()
    except BaseException:
        vault.close()
        raise
    return vault


def _new_database(path: Path, data_key: bytes) -> None:
    db = connection.connect(path, data_key, create=True)
    try:
        schema.migrate(db)
        with translated():
            db.execute("INSERT INTO meta(key, value) VALUES ('vault_id', ?)", (place.new_id(),))
    finally:
        db.close()
