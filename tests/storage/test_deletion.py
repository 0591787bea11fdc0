"""Deleted means gone from every page of the database and of its log; each of the three measures is needed."""

from collections.abc import Callable
from pathlib import Path

import pytest

from phr.entry import Draft, Kind
from storage.connection import Connection
from storage.rows import entry_row, insert_entries
from storage.vault import Vault
from storage.wiping import own_copy
from tests.storage.conftest import in_another_thread
from tests.storage.pages import decrypted

CANARY = "zanzibarite"


def _add(db: Connection) -> None:
    db.execute("INSERT INTO person(id, name) VALUES ('p', 'Somebody')")
    notes = [f"{CANARY} " * 30 if number == 20 else f"common {number}" for number in range(40)]
    drafts = [Draft(Kind.NOTE, f"Title {number}", "", note=note) for number, note in enumerate(notes)]
    insert_entries(
        db, [entry_row(number, f"e{number}", "p", draft, hidden=False) for number, draft in enumerate(drafts)]
    )


def _delete(db: Connection) -> None:
    db.execute("DELETE FROM entry WHERE id = 'e20'")


def _found(vault: Vault, key: bytes = b"") -> bool:
    clear = decrypted(vault.database, key or vault.data_key)
    assert b"Title 3" in clear  # the decryption above works
    return CANARY.encode() in clear


def test_deleted_text_is_in_no_page(vault: Vault) -> None:
    with vault.write() as db:
        _add(db)
    assert _found(vault)
    vault.scrub()
    assert _found(vault)
    with vault.write() as db:
        _delete(db)
    assert vault.scrub()
    assert not _found(vault)
    assert not vault.deletion_pending


def _without_secure_delete(vault: Vault) -> None:
    with vault.write() as db:
        pass
    db.execute("PRAGMA secure_delete=OFF")


def _without_index_secure_delete(vault: Vault) -> None:
    with vault.write() as db:
        db.execute("INSERT INTO entry_words(entry_words, rank) VALUES ('secure-delete', 0)")


def _without_checkpoint(vault: Vault) -> None:
    """Leave the log as it is."""


@pytest.mark.parametrize(
    ("without", "scrubbed"),
    [(_without_secure_delete, True), (_without_index_secure_delete, True), (_without_checkpoint, False)],
)
def test_each_measure_is_needed(vault: Vault, without: Callable[[Vault], None], scrubbed: bool) -> None:
    without(vault)
    with vault.write() as db:
        _add(db)
    with vault.write() as db:
        _delete(db)
    if scrubbed:
        assert vault.scrub()
    assert _found(vault)


def _delete_and_scrub(vault: Vault) -> None:
    with vault.write() as db:
        _delete(db)
    assert not vault.scrub()


def test_a_reader_keeps_a_deletion_pending(vault: Vault) -> None:
    with vault.write() as db:
        _add(db)
    with vault.read() as reader:
        reader.execute("SELECT count(*) FROM entry").fetchone()
        in_another_thread(lambda: _delete_and_scrub(vault))
        assert vault.deletion_pending
        assert _found(vault)
    with vault.write():
        pass  # any later transaction tries again
    assert not vault.deletion_pending
    assert not _found(vault)


def test_closing_leaves_no_log(vault: Vault, vault_folder: Path) -> None:
    with vault.write() as db:
        _add(db)
    with vault.write() as db:
        _delete(db)
    key = own_copy(vault.data_key)
    vault.close()
    assert {path.name for path in vault_folder.iterdir()} == {"keyslots.json", "lock", "record-1.db"}
    assert not _found(vault, key)
