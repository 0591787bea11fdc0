"""Making, opening, locking; what is not a vault, or no longer a whole one; one holder at a time."""

import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from phr.errors import PhrError
from storage import connection, journal, verify
from storage.errors import (
    Cancelled,
    DamagedHeader,
    DamagedVault,
    DiskFull,
    EmptyPassphrase,
    NewerVault,
    NotAVault,
    ReadOnlyPlace,
    TruncatedVault,
    UnsafeParameters,
    VaultExists,
    VaultInUse,
    VaultLocked,
    WrongPassphrase,
)
from storage.keyslots import LEAST_COST, Cost
from storage.practitioners import add_practitioner, practitioners
from storage.vault import Vault, create, open_vault
from tests.storage.conftest import PASSPHRASE, in_another_thread


def test_what_was_written_is_there_again(vault: Vault, vault_folder: Path) -> None:
    added = add_practitioner(vault, "Dr Léa Martin", specialty="Cardiologie")
    vault.close()
    vault.close()
    with open_vault(vault_folder, PASSPHRASE) as again:
        assert practitioners(again) == [added]
        assert again.id == vault.id
        assert again.notices == ()


def test_each_opening_is_journalled(vault: Vault, vault_folder: Path) -> None:
    vault.close()
    open_vault(vault_folder, PASSPHRASE).close()
    with open_vault(vault_folder, PASSPHRASE) as again:
        assert [line.action for line in journal.lines(again)] == ["created", "unlock", "unlock"]


def test_a_wrong_passphrase_changes_nothing(vault: Vault, vault_folder: Path) -> None:
    vault.close()
    before = {path.name: path.read_bytes() for path in vault_folder.iterdir()}
    with pytest.raises(WrongPassphrase):
        open_vault(vault_folder, "wrong")
    assert {path.name: path.read_bytes() for path in vault_folder.iterdir()} == before
    open_vault(vault_folder, PASSPHRASE).close()


def test_nothing_is_readable_in_the_files(vault: Vault, vault_folder: Path) -> None:
    add_practitioner(vault, "Dr Zanzibarite")
    files = [path.read_bytes() for path in vault_folder.iterdir()]
    assert not any(b"anzibarite" in data or b"CREATE TABLE" in data or b"SQLite" in data for data in files)


def test_only_the_owner_may_read(vault: Vault, vault_folder: Path) -> None:
    assert vault_folder.stat().st_mode & 0o077 == 0
    assert (vault_folder / "keyslots.json").stat().st_mode & 0o077 == 0


def test_no_plaintext_temporary_files(vault: Vault) -> None:
    with vault.read() as db:
        assert db.execute("PRAGMA temp_store").fetchone() == (2,)


@pytest.mark.parametrize("place", ["missing", "file", "empty", "other"])
def test_not_a_vault(tmp_path: Path, place: str) -> None:
    (tmp_path / "file").write_bytes(b"not a folder")
    (tmp_path / "empty").mkdir()
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "notes.txt").write_text("mine")
    with pytest.raises(NotAVault):
        open_vault(tmp_path / place, PASSPHRASE)
    assert [path.name for path in (tmp_path / "other").iterdir()] == ["notes.txt"]


def test_a_vault_is_never_made_over_something_else(vault: Vault, vault_folder: Path, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "notes.txt").write_text("mine")
    for place in (vault_folder, tmp_path / "other", tmp_path / "other" / "notes.txt"):
        with pytest.raises(VaultExists):
            create(place, PASSPHRASE, cost=LEAST_COST)


def test_bad_wishes_leave_no_folder(tmp_path: Path) -> None:
    with pytest.raises(EmptyPassphrase):
        create(tmp_path / "new", "", cost=LEAST_COST)
    with pytest.raises(UnsafeParameters):
        create(tmp_path / "new", PASSPHRASE, cost=Cost(1024, 1, 1))
    assert not (tmp_path / "new").exists()


def test_a_creation_that_was_cut_short_can_be_repeated(tmp_path: Path) -> None:
    folder = tmp_path / "new"
    folder.mkdir()
    (folder / "lock").touch()
    (folder / "record-1.db").write_bytes(b"half")
    (folder / "record-1.db-wal").write_bytes(b"half")
    create(folder, PASSPHRASE, cost=LEAST_COST).close()
    open_vault(folder, PASSPHRASE).close()


def test_one_handle_at_a_time(vault: Vault, vault_folder: Path) -> None:
    with pytest.raises(VaultInUse):
        open_vault(vault_folder, PASSPHRASE)


def test_one_process_at_a_time(vault: Vault, vault_folder: Path) -> None:
    script = (
        "import sys, pathlib\n"
        "from storage.errors import VaultInUse\n"
        "from storage.vault import open_vault\n"
        "try:\n    open_vault(pathlib.Path(sys.argv[1]), sys.argv[2])\n"
        "except VaultInUse:\n    sys.exit(7)\n"
    )
    command = [sys.executable, "-c", script, str(vault_folder), PASSPHRASE]
    assert subprocess.run(command, check=False, timeout=60).returncode == 7
    add_practitioner(vault, "Dr Still Here")
    vault.close()
    assert subprocess.run(command, check=False, timeout=60).returncode == 0


def test_a_transaction_is_all_or_nothing(vault: Vault) -> None:
    def half() -> None:
        with vault.write() as db:
            db.execute("INSERT INTO practitioner(id, name) VALUES ('1', 'Half')")
            journal.append(db, "practitioner-added")
            raise LookupError

    with pytest.raises(LookupError):
        half()
    assert practitioners(vault) == []
    assert len(journal.lines(vault)) == 1
    add_practitioner(vault, "Whole")


def test_transactions_do_not_nest(vault: Vault) -> None:
    with vault.write(), pytest.raises(RuntimeError), vault.write():
        pass
    with vault.read(), pytest.raises(RuntimeError), vault.write():
        pass
    with vault.write(), vault.read():
        pass


def test_a_reader_sees_one_moment(vault: Vault) -> None:
    with vault.read() as db:
        assert db.execute("SELECT count(*) FROM practitioner").fetchone() == (0,)
        in_another_thread(lambda: add_practitioner(vault, "Later"))
        assert practitioners(vault) == []  # nested: the same view
    assert len(practitioners(vault)) == 1


def test_no_reader_waits_for_another(vault: Vault) -> None:
    with vault.read() as db:
        db.execute("SELECT count(*) FROM practitioner").fetchone()
        in_another_thread(lambda: practitioners(vault))


def test_locking_waits_for_those_who_read(vault: Vault) -> None:
    reading, go_on = threading.Event(), threading.Event()
    found: list[int] = []

    def read() -> None:
        with vault.read() as db:
            reading.set()
            go_on.wait(10)
            found.append(db.execute("SELECT count(*) FROM practitioner").fetchone()[0])

    threads = [threading.Thread(target=read)]
    threads[0].start()
    assert reading.wait(10)
    threads.append(threading.Thread(target=vault.close))
    threads[1].start()
    go_on.set()
    for thread in threads:
        thread.join(10)
    assert found == [0]
    with pytest.raises(VaultLocked):
        practitioners(vault)


def test_a_question_wanted_no_more_is_given_up(vault: Vault) -> None:
    endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"
    with pytest.raises(Cancelled), vault.read(lambda: True) as db:
        db.execute(endless)
    assert practitioners(vault) == []  # what is asked next is answered


def test_the_reading_connection_does_not_write(vault: Vault) -> None:
    with pytest.raises(ReadOnlyPlace), vault.read() as db:
        db.execute("DELETE FROM practitioner")


def test_any_thread_may_write(vault: Vault) -> None:
    threads = [
        threading.Thread(target=lambda: [add_practitioner(vault, "Dr") for _ in range(10)]) for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    while any(thread.is_alive() for thread in threads):
        practitioners(vault)
    assert len(practitioners(vault)) == 40
    assert verify.verify(vault) == []


def test_a_full_disk_is_named_and_undone(vault: Vault) -> None:
    with vault.write() as db:
        pages = db.execute("PRAGMA page_count").fetchone()[0]
        db.execute(f"PRAGMA max_page_count={pages}")  # SQLite then answers as on a full disk
    with pytest.raises(DiskFull), vault.write() as db:
        db.execute("INSERT INTO practitioner(id, name) VALUES ('1', ?)", ("x" * 100_000,))
    assert practitioners(vault) == []


@pytest.fixture
def closed(vault: Vault, vault_folder: Path) -> Path:
    """The folder of a locked vault with a few pages of content."""
    with vault.write() as db:
        for number in range(200):
            db.execute(
                "INSERT INTO practitioner(id, name, contact) VALUES (?, 'Dr', ?)", (str(number), "x" * 500)
            )
    vault.close()
    return vault_folder


def test_truncated_databases(closed: Path) -> None:
    database = closed / "record-1.db"
    whole = database.read_bytes()
    lengths = [0, 1, 15, 4095, 4096, 4097, 8192, len(whole) // 2, len(whole) - 4096, len(whole) - 1]
    for length in lengths:
        database.write_bytes(whole[:length])
        with pytest.raises(TruncatedVault):
            open_vault(closed, PASSPHRASE)
    database.unlink()
    with pytest.raises(TruncatedVault):
        open_vault(closed, PASSPHRASE)
    database.write_bytes(whole)
    open_vault(closed, PASSPHRASE).close()


def _is_found_damaged(folder: Path) -> bool:
    try:
        vault = open_vault(folder, PASSPHRASE)
    except DamagedVault as error:
        return not isinstance(error, TruncatedVault)
    with vault:
        return bool(verify.verify(vault))


def test_a_damaged_page_is_found(closed: Path) -> None:
    """In each page in turn: refused at opening, or found by verifying, and never a raw error of the database."""
    database = closed / "record-1.db"
    whole = database.read_bytes()
    pages = len(whole) // connection.PAGE_SIZE
    kept = closed.parent / "kept"
    shutil.copytree(closed.parent / "state", kept)
    for page in range(0, pages, 4):
        damaged = bytearray(whole)
        damaged[page * connection.PAGE_SIZE + 100] ^= 1
        database.write_bytes(damaged)
        assert _is_found_damaged(closed), page
        shutil.rmtree(closed.parent / "state")
        shutil.copytree(kept, closed.parent / "state")


def _no_bytes(path: Path) -> None:
    path.write_bytes(b"")


def _noise(path: Path) -> None:
    path.write_bytes(os.urandom(500))


def _flip(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)


@pytest.mark.parametrize("damage", [_no_bytes, _noise, _flip])
def test_a_damaged_header(closed: Path, damage: Callable[[Path], None]) -> None:
    damage(closed / "keyslots.json")
    with pytest.raises(DamagedHeader):
        open_vault(closed, PASSPHRASE)


def test_a_database_of_another_vault(closed: Path, tmp_path: Path) -> None:
    create(tmp_path / "other", PASSPHRASE, cost=LEAST_COST).close()
    shutil.copyfile(tmp_path / "other" / "record-1.db", closed / "record-1.db")
    with pytest.raises(DamagedVault):
        open_vault(closed, PASSPHRASE)


def test_a_newer_vault_is_left_alone(vault: Vault, vault_folder: Path) -> None:
    with vault.write() as db:
        db.execute("PRAGMA user_version=999")
    vault.close()
    before = (vault_folder / "record-1.db").read_bytes()
    with pytest.raises(NewerVault):
        open_vault(vault_folder, PASSPHRASE)
    assert (vault_folder / "record-1.db").read_bytes() == before


def test_a_failed_opening_holds_nothing(closed: Path) -> None:
    with pytest.raises(PhrError):
        open_vault(closed, "wrong")
    open_vault(closed, PASSPHRASE).close()


def test_a_process_that_was_killed_leaves_a_whole_vault(closed: Path) -> None:
    script = (
        "import os, sys, pathlib\n"
        "from storage.vault import open_vault\n"
        "vault = open_vault(pathlib.Path(sys.argv[1]), sys.argv[2])\n"
        "with vault.write() as db:\n    db.execute(\"INSERT INTO practitioner(id, name) VALUES ('kept', 'Kept')\")\n"
        "with vault.write() as db:\n    db.execute(\"INSERT INTO practitioner(id, name) VALUES ('lost', 'Lost')\")\n"
        "    os._exit(0)\n"
    )
    subprocess.run([sys.executable, "-c", script, str(closed), PASSPHRASE], check=True, timeout=60)
    with open_vault(closed, PASSPHRASE) as vault:
        names = {found.name for found in practitioners(vault)}
        assert "Kept" in names
        assert "Lost" not in names
        assert verify.verify(vault) == []
