"""The files of a vault's folder: the lock, the one database that counts, and what a crash leaves beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from filelock import FileLock, Timeout

from storage import connection, durable, keyslots, schema
from storage.connection import translated
from storage.errors import DamagedVault, TruncatedVault, VaultExists, VaultInUse

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

LOCK = "lock"


def lock(folder: Path) -> FileLock:
    """Hold the vault in ``folder`` for this handle. Raises :class:`VaultInUse` at once if another one does."""
    held = FileLock(folder / LOCK, timeout=0, thread_local=False)
    with durable.writing():
        try:
            held.acquire()
        except Timeout:
            raise VaultInUse from None
    return held


def prepare(folder: Path) -> Path:
    """Make ``folder`` if it is absent; returns its resolved path.

    Raises :class:`VaultExists` if it holds anything but what an unfinished creation leaves.
    """
    with durable.writing():
        if folder.exists() and (
            not folder.is_dir() or not all(_is_leftover(path) for path in folder.iterdir())
        ):
            raise VaultExists
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        return folder.resolve()


def remove_leftovers(folder: Path, *, keep: str = "") -> None:
    """Remove all databases but ``keep``, and unfinished key slots."""
    kept = {keep, f"{keep}-wal", f"{keep}-shm", f"{keep}-journal", _copy_name(keep)} if keep else set()
    with durable.writing():
        for path in folder.glob("record-*.db*"):
            if path.name not in kept:
                path.unlink()
        (folder / f"{keyslots.NAME}.new").unlink(missing_ok=True)


def remove_database(path: Path) -> None:
    """Remove a database that is no longer, or not yet, the vault's."""
    with durable.writing():
        for name in (path.name, f"{path.name}-wal", f"{path.name}-shm", f"{path.name}-journal"):
            path.with_name(name).unlink(missing_ok=True)


def check_size(path: Path) -> None:
    """Raise :class:`TruncatedVault` if the end of a database is missing inside a page, or all of it.

    One whose write-ahead log is not empty may still grow from it.
    """
    try:
        size = path.stat().st_size
    except FileNotFoundError:
        raise TruncatedVault from None
    log = path.with_name(f"{path.name}-wal")
    if size < connection.PAGE_SIZE or (
        size % connection.PAGE_SIZE and not (log.exists() and log.stat().st_size)
    ):
        raise TruncatedVault


def migrate(path: Path, data_key: bytes, scripts: Sequence[str] = schema.SCRIPTS) -> None:
    """Bring a database to the present schema, with an encrypted copy beside it until the result is verified.

    Raises :class:`NewerVault`, :class:`DamagedVault`; the copy then stays.
    """
    copy = path.with_name(_copy_name(path.name))
    db = connection.connect(path, data_key)
    try:
        if schema.version(db) == 0:
            raise DamagedVault("it holds nothing")
        if not schema.is_current(db, scripts):
            copy.unlink(missing_ok=True)
            copy_database(path, data_key, copy)
            schema.migrate(db, scripts)
        if copy.exists():
            with translated():
                if db.execute("PRAGMA cipher_integrity_check").fetchone() is not None:
                    raise DamagedVault("after a migration")
            copy.unlink()
    finally:
        db.close()


def copy_database(
    source: Path, data_key: bytes, target: Path, cancelled: Callable[[], bool] | None = None
) -> None:
    """Write a database anew under the same key, to a file that does not exist; on the disk when this returns.

    Raises :class:`Cancelled` soon after ``cancelled`` says so.
    """
    db = connection.connect(source, data_key)
    try:
        with translated(), connection.interruptible(db, cancelled):
            db.execute("VACUUM INTO ?", (str(target),))
    finally:
        db.close()
    durable.sync_file(target)


def _copy_name(database: str) -> str:
    return f"{database}.before-migration"


def _is_leftover(path: Path) -> bool:
    return path.name == LOCK or path.match("record-*.db*") or path.name == f"{keyslots.NAME}.new"
