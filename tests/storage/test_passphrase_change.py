"""Another passphrase is another data key; a crash at any moment leaves the one vault or the other."""

import os
import shutil
import sys
from pathlib import Path

import pytest

from phr.entry import Kind
from storage import entries, grants, journal, people, state, verify
from storage.entries import Filter
from storage.errors import Cancelled, DamagedVault, EmptyPassphrase, WrongPassphrase
from storage.practitioners import add_practitioner, practitioners
from storage.vault import Vault, open_vault
from storage.wiping import own_copy
from tests.storage.conftest import PASSPHRASE, SHARE, add_grant
from tests.storage.pages import decrypted

GID = "a" * 32
NEW = "quatre chevaux gris"


def test_only_the_new_one_opens(vault: Vault, vault_folder: Path) -> None:
    added = add_practitioner(vault, "Dr")
    vault.change_passphrase(NEW)
    assert practitioners(vault) == [added]
    add_practitioner(vault, "After")
    vault.close()
    with pytest.raises(WrongPassphrase):
        open_vault(vault_folder, PASSPHRASE)
    with open_vault(vault_folder, NEW) as again:
        assert len(practitioners(again)) == 2
        assert again.notices == ()
        assert verify.verify(again) == []
        assert "passphrase-changed" in {line.action for line in journal.lines(again)}


def test_the_database_is_written_anew_under_another_key(vault: Vault, vault_folder: Path) -> None:
    add_practitioner(vault, "Dr Zanzibarite")
    old_key = own_copy(vault.data_key)
    vault.change_passphrase(NEW)
    new_key = own_copy(vault.data_key)
    vault.close()
    assert {path.name for path in vault_folder.iterdir()} == {"keyslots.json", "lock", "record-2.db"}
    assert b"Zanzibarite" not in decrypted(vault.database, old_key)
    assert b"Zanzibarite" in decrypted(vault.database, new_key)


def test_shares_and_signing_key_come_along_under_the_new_key_only(vault: Vault, vault_folder: Path) -> None:
    add_grant(vault)
    head = journal.head(vault)
    old_key = own_copy(vault.data_key)
    vault.change_passphrase(NEW)
    assert state.get_share(vault, GID) == SHARE
    assert journal.head(vault).public_key == head.public_key
    assert state.key_id(old_key).encode() not in state.path().read_bytes()
    vault.close()
    with open_vault(vault_folder, NEW) as again:
        assert state.get_share(again, GID) == SHARE


def test_search_and_triggers_come_along(vault: Vault) -> None:
    person = people.add_person(vault, "Somebody").id
    entry = entries.add_own(vault, person, Kind.NOTE, "Migraine")
    vault.change_passphrase(NEW)
    assert entries.page(vault, Filter(search="migr")).entries == [entry]
    entries.delete(vault, [entry.id])
    assert entries.count(vault, Filter(search="migr")) == 0


def test_an_empty_one_changes_nothing(vault: Vault, vault_folder: Path) -> None:
    with pytest.raises(EmptyPassphrase):
        vault.change_passphrase("")
    add_practitioner(vault, "Dr")
    assert sorted(path.suffix for path in vault_folder.glob("record-*.db")) == [".db"]


def test_stopped_in_time_it_changes_nothing(vault: Vault, vault_folder: Path) -> None:
    add_practitioner(vault, "Dr Zanzibarite")
    before = sorted(path.name for path in vault_folder.iterdir())
    with pytest.raises(Cancelled):
        vault.change_passphrase("une tout autre phrase", cancelled=lambda: True)
    assert sorted(path.name for path in vault_folder.iterdir()) == before
    assert [one.name for one in practitioners(vault)] == ["Dr Zanzibarite"]
    vault.close()
    open_vault(vault_folder, PASSPHRASE).close()


def test_a_failure_before_the_switch_changes_nothing(vault: Vault, vault_folder: Path) -> None:
    (vault_folder / "record-2.db").write_bytes(b"in the way")
    with pytest.raises((DamagedVault, OSError)):
        vault.change_passphrase(NEW)
    add_practitioner(vault, "Dr")
    vault.close()
    open_vault(vault_folder, PASSPHRASE).close()


def test_an_earlier_copy_still_opens_with_the_old_one(
    vault: Vault, vault_folder: Path, tmp_path: Path
) -> None:
    vault.close()
    shutil.copytree(vault_folder, tmp_path / "copy")
    with open_vault(vault_folder, PASSPHRASE) as again:
        again.change_passphrase(NEW)
    with open_vault(tmp_path / "copy", PASSPHRASE) as copy:
        assert copy.notices == ("copied",)


def _crash(folder: Path, passphrase: str, new: str, *, step: int) -> bool:
    """Change the passphrase in a child that dies before it renames or removes a file for the ``step``th time.

    True if it died.
    """
    child = os.fork()
    if child == 0:
        try:
            vault = open_vault(folder, passphrase)
            steps = iter(range(step))

            def die_at_step(event: str, arguments: tuple[object, ...]) -> None:
                changes = event == "os.rename" or (event == "os.remove" and "record-" in str(arguments[0]))
                if changes and next(steps, None) is None:
                    os._exit(1)

            sys.addaudithook(die_at_step)
            vault.change_passphrase(new)
            os._exit(0)
        finally:
            os._exit(2)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    assert code in {0, 1}
    return code == 1


def test_a_crash_at_any_step_leaves_the_old_or_the_new_vault(vault: Vault, vault_folder: Path) -> None:
    add_grant(vault)
    vault.close()
    passphrases = [PASSPHRASE, NEW]
    outcomes = []
    step = 0
    while _crash(vault_folder, passphrases[0], passphrases[1], step=step):
        step += 1
        try:
            again = open_vault(vault_folder, passphrases[0])
            outcomes.append("old")
        except WrongPassphrase:
            passphrases.reverse()
            again = open_vault(vault_folder, passphrases[0])
            outcomes.append("new")
        with again:
            assert again.notices == ()
            assert state.get_share(again, GID) == SHARE
            assert grants.grant(again, GID).state == "running"
            assert journal.verify(again) == []
            assert len(list(vault_folder.glob("record-*.db"))) == 1
            assert len(state.record(again.id).secrets) == 1  # type: ignore[union-attr] # it has a record
    assert outcomes.count("old") == 2
    assert outcomes.count("new") > 3
