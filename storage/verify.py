"""Whether a vault is as it was written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from storage import journal
from storage.connection import interruptible, translated
from storage.errors import DamagedVault
from storage.journal import Fault

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from storage.connection import Connection
    from storage.vault import Vault

_MOST_FAULTS = 100


def verify(vault: Vault, *, cancelled: Callable[[], bool] | None = None) -> list[Fault]:
    """What is wrong with the vault, at most a hundred faults of each kind; nobody writes meanwhile.

    Kinds: ``page`` (not what was written, or missing), ``structure`` (tables and indexes contradict each other),
    ``reference`` (a row names one that is not there), ``journal`` (the first line that does not follow).
    Raises :class:`Cancelled` soon after ``cancelled`` says so, or once all pages have been read.
    """
    vault.scrub()
    with vault.write() as db, interruptible(db, cancelled):
        return check(db)


def check(db: Connection) -> list[Fault]:
    """The same, on a connection to a database that nobody writes to and whose write-ahead log is empty."""
    with translated():
        pages = [Fault("page", str(row[0])) for row in db.execute("PRAGMA cipher_integrity_check")]
    if pages:
        return pages[:_MOST_FAULTS]
    try:
        with translated():
            return [*_structure(db), *_references(db), *journal.check(db)]
    except DamagedVault:
        return [Fault("structure", "database")]


def _structure(db: Connection) -> Iterator[Fault]:
    for (finding,) in db.execute(f"PRAGMA integrity_check({_MOST_FAULTS})"):
        if finding != "ok":
            yield Fault("structure", str(finding))


def _references(db: Connection) -> list[Fault]:
    rows = db.execute("PRAGMA foreign_key_check").fetchmany(_MOST_FAULTS)
    return [Fault("reference", f"{table} row {row_id}, to {parent}") for table, row_id, parent, _ in rows]
