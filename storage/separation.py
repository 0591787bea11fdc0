"""A record moves out: from a vault of several people into one of its own, with keys of its own.

The new vault is written whole beside its place, closed, renamed, opened with its own passphrase and compared with what
is here, by count and SHA-256; only then the old one forgets, in one transaction that held it all along. Killed at any
moment, the record is whole in the old vault or in both, and doing it again goes on with a new vault that is the same.

Entries, files and names keep their ids. Accesses come along as ended, so that it is known who holds what: their
release shares do not. What backups, copies and files given before hold is not reached.
"""

from __future__ import annotations

import json
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from storage import backup, clock, durable, journal, keyslots, state
from storage import vault as vaults
from storage.belongings import MOVED, Belongings, belongings, columns, count, digest, rows
from storage.errors import DamagedVault, NoSuchPerson, OnlyPerson, VaultExists
from storage.people import everybody

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from storage.connection import Connection
    from storage.vault import Vault

_BATCH = 50
_RUNNING = "running"
SEPARATED = "separated"
"""The state of an access whose record has moved to a vault of its own."""


@dataclass(frozen=True, slots=True)
class Separated:
    """What was done: the new vault's ``folder`` and ``vault_id``, how many entries moved and running accesses ended.

    ``waiting`` counts the files put aside in the old vault, ``unassigned`` those kept there without an entry: whose
    they are, the vault does not know. ``cleaned`` is False while a reader keeps deleted pages of the old one from
    being overwritten, which is then tried again.
    """

    folder: Path
    vault_id: str
    entries: int
    grants_ended: int
    waiting: int
    unassigned: int
    cleaned: bool


def separate(
    vault: Vault,
    person_id: str,
    folder: Path,
    passphrase: str,
    *,
    progress: Callable[[int, int], None] = lambda _done, _total: None,
) -> Separated:
    """Move the record of a person (an id) into a new vault in ``folder``, absent or empty, under ``passphrase``.

    Nobody writes to ``vault`` meanwhile. ``progress`` hears rows done and in all; what it raises stops all, and
    nothing was changed. A ``folder`` that holds the very same record is what an interrupted separation left: it is
    kept, and the old vault forgets. Raises :class:`NoSuchPerson`, :class:`OnlyPerson`, :class:`VaultExists`,
    :class:`DamagedVault` when the new vault does not hold what was written, and what making and opening a vault
    raise.
    """
    folder = folder.absolute()
    with vault.write() as db:
        people = {one.id for one in everybody(db)}
        if person_id not in people:
            raise NoSuchPerson
        if len(people) == 1:
            raise OnlyPerson
        whose = belongings(db, person_id)
        steps = _Steps(progress, 3 * count(db, whose))
        there = (folder / keyslots.NAME).is_file()
        if not there:
            _move_in(vault, db, whose, steps, folder=folder, passphrase=passphrase)
        expected = digest(db, whose, steps.one)
        with vaults.open_vault(folder, passphrase, now=vault.clock) as new, new.read() as there_now:
            if digest(there_now, None, steps.one) != expected:
                raise VaultExists if there else DamagedVault("the new vault")
            new_id = new.id
        entries = expected[0]["entry"]
        gids, ended = _end(db, person_id, entries, new_id)
        _forget(db, whose)
        waiting, unassigned = _left(db)
    state.drop_shares(vault, gids)
    return Separated(folder, new_id, entries, ended, waiting, unassigned, vault.scrub())


class _Steps:
    """Counts rows, and says so from time to time."""

    def __init__(self, progress: Callable[[int, int], None], total: int) -> None:
        self._progress = progress
        self._total = total
        self._done = 0

    def one(self) -> None:
        if self._done % _BATCH == 0:
            self._progress(min(self._done, self._total), self._total)
        self._done += 1


def _move_in(
    vault: Vault, db: Connection, whose: Belongings, steps: _Steps, *, folder: Path, passphrase: str
) -> None:
    """Write the new vault beside its place, and put it there."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise VaultExists
    with durable.writing():
        folder.parent.mkdir(parents=True, exist_ok=True)
    with (
        backup.in_full(folder) as (part, _),
        vaults.create(part, passphrase, cost=vault.slots.slots[0].cost, now=vault.clock) as new,
    ):
        with new.write() as target:
            for table in MOVED:
                marks = ", ".join("?" * len(columns(target, table)))
                target.executemany(
                    f"INSERT INTO {table} VALUES ({marks})", _told(rows(db, table, whose), steps)
                )
            # In one go: row by row, the index is written out each time.
            _rebuild_index(target)
            target.execute(
                "UPDATE access_grant SET state = ?, ended_at = ? WHERE state = ?",
                (SEPARATED, clock.instant(journal.time(db)), _RUNNING),
            )
            moved = target.execute("SELECT count(*) FROM entry").fetchone()[0]
            journal.append(
                target, "record-received", detail={"person": whose.person, "from": vault.id, "entries": moved}
            )
        new.scrub()
        durable.sync_file(new.database)


def _told(found: Iterator[tuple[Any, ...]], steps: _Steps) -> Iterator[tuple[Any, ...]]:
    for row in found:
        steps.one()
        yield row


def _end(db: Connection, person: str, entries: int, new_id: str) -> tuple[list[str], int]:
    """Journal what happens: the ids of the person's accesses, and how many of them were running."""
    found = db.execute(
        "SELECT gid, state, released FROM access_grant WHERE person = ? ORDER BY rowid", (person,)
    ).fetchall()
    running = [(gid, released) for gid, as_state, released in found if as_state == _RUNNING]
    for gid, released in running:
        journal.append(db, SEPARATED, grant=gid, detail={"released": released})
    journal.append(
        db,
        "record-separated",
        detail={"person": person, "vault": new_id, "entries": entries, "ended": len(running)},
    )
    return [row[0] for row in found], len(running)


def _forget(db: Connection, whose: Belongings) -> None:
    """Take everything of a person out of the old vault, in the caller's transaction."""
    bound = whose.bound()
    gone = json.dumps([number for number in whose.resources if number not in whose.shared])
    db.execute(f"DELETE FROM consultation WHERE {MOVED['consultation'][1]}", bound)
    db.execute("DELETE FROM access_grant WHERE person = :person", bound)
    db.execute(f"DELETE FROM attachment WHERE {MOVED['attachment'][1]}", bound)
    with _index_rebuilt(db):
        db.execute("DELETE FROM entry WHERE person = :person", bound)
    db.execute("DELETE FROM resource WHERE id IN (SELECT value FROM json_each(?))", (gone,))
    # What others need stays, without the name of the file that was this person's.
    db.execute(
        "UPDATE resource SET source = NULL WHERE source IN (SELECT value FROM json_each(?))",
        (json.dumps(sorted(whose.files)),),
    )
    db.execute("DELETE FROM person_alias WHERE person = :person", bound)
    db.execute("DELETE FROM person WHERE id = :person", bound)
    # Files that nothing here comes from any more, and those that never gave anything: a name tells what was in it.
    db.execute(
        "DELETE FROM source WHERE NOT EXISTS (SELECT 1 FROM resource r WHERE r.source = source.id)"
        " AND NOT EXISTS (SELECT 1 FROM attachment a WHERE a.source = source.id)"
    )


@contextmanager
def _index_rebuilt(db: Connection) -> Iterator[None]:
    """Have the index of words written anew at the end: taking each deleted word out of it takes far longer."""
    trigger = db.execute("SELECT sql FROM sqlite_schema WHERE name = 'entry_words_delete'").fetchone()[0]
    db.execute("DROP TRIGGER entry_words_delete")
    yield
    db.execute(trigger)
    _rebuild_index(db)


def _rebuild_index(db: Connection) -> None:
    db.execute("INSERT INTO entry_words (entry_words) VALUES ('rebuild')")


def _left(db: Connection) -> tuple[int, int]:
    """How many files wait, and how many are kept without an entry."""
    waiting = db.execute("SELECT count(*) FROM waiting").fetchone()[0]
    loose = db.execute("SELECT count(*) FROM attachment WHERE entry IS NULL").fetchone()[0]
    return waiting, loose - waiting
