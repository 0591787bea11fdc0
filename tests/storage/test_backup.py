"""A backup is whole, encrypted and verified; what is restored is a vault of its own that releases nothing."""

import hashlib
import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from storage import backup, grants, journal, state, verify
from storage.errors import (
    Cancelled,
    DamagedBackup,
    DamagedVault,
    NewerVault,
    NotABackup,
    VaultExists,
    VaultInUse,
    WrongPassphrase,
)
from storage.practitioners import add_practitioner, practitioners
from storage.vault import Vault, open_vault
from tests.storage.conftest import PASSPHRASE, SHARE, add_grant

GID = "a" * 32


@pytest.fixture
def made(vault: Vault, tmp_path: Path) -> Path:
    """A backup of a vault with a running access."""
    add_grant(vault)
    add_practitioner(vault, "Dr Zanzibarite")
    return backup.backup(vault, tmp_path / "backups")


def test_what_was_saved_is_restored(made: Path, vault: Vault, tmp_path: Path) -> None:
    backup.restore(made, tmp_path / "restored", PASSPHRASE)
    with open_vault(tmp_path / "restored", PASSPHRASE) as restored:
        assert practitioners(restored) == practitioners(vault)
        assert verify.verify(restored) == []
        assert restored.notices == ()


def test_it_is_a_vault_of_its_own_that_releases_nothing(made: Path, vault: Vault, tmp_path: Path) -> None:
    backup.restore(made, tmp_path / "restored", PASSPHRASE)
    with open_vault(tmp_path / "restored", PASSPHRASE) as restored:
        assert restored.id != vault.id
        assert state.get_share(restored, GID) is None
        assert grants.grant(restored, GID).state == "copied"
        assert journal.head(restored).public_key != journal.head(vault).public_key
        actions = [line.action for line in journal.lines(restored)]
        assert actions[-4:] == ["restored", "signing-key-new", "unlock", "unlock"]
    assert state.get_share(vault, GID) == SHARE
    assert grants.grant(vault, GID).state == "running"


def test_restored_where_the_lost_vault_was_it_still_releases_nothing(
    made: Path, vault: Vault, vault_folder: Path
) -> None:
    vault.close()
    shutil.rmtree(vault_folder)
    backup.restore(made, vault_folder, PASSPHRASE)
    with open_vault(vault_folder, PASSPHRASE) as restored:
        assert restored.id != vault.id
        assert state.get_share(restored, GID) is None
        assert grants.grant(restored, GID).state == "copied"


def test_a_backup_is_encrypted_and_holds_two_files_and_their_hashes(made: Path) -> None:
    assert {path.name for path in made.iterdir()} == {"keyslots.json", "record-1.db", "manifest.json"}
    for file in json.loads((made / "manifest.json").read_bytes())["files"]:
        data = (made / file["name"]).read_bytes()
        assert (len(data), hashlib.sha256(data).hexdigest()) == (file["size"], file["sha256"])
    assert not any(
        b"anzibarite" in path.read_bytes() or SHARE in path.read_bytes() for path in made.iterdir()
    )


def test_it_is_journalled(made: Path, vault: Vault) -> None:
    line = journal.lines(vault)[-1]
    assert line.action == "backup-made"
    assert line.detail == {"digest": hashlib.sha256((made / "record-1.db").read_bytes()).hexdigest()}


def test_the_latest_of_several_is_restored(made: Path, vault: Vault, tmp_path: Path) -> None:
    add_practitioner(vault, "Dr Later")
    again = backup.backup(vault, tmp_path / "backups")
    assert again != made
    backup.restore(tmp_path / "backups", tmp_path / "restored", PASSPHRASE)
    with open_vault(tmp_path / "restored", PASSPHRASE) as restored:
        assert "Dr Later" in {found.name for found in practitioners(restored)}


@pytest.mark.parametrize("moments", [0, 1])
def test_a_stopped_backup_leaves_nothing(vault: Vault, tmp_path: Path, moments: int) -> None:
    asked = iter([False] * moments)
    with pytest.raises(Cancelled):
        backup.backup(vault, tmp_path / "stopped", cancelled=lambda: next(asked, True))
    assert not list((tmp_path / "stopped").iterdir())
    assert "backup-made" not in [line.action for line in journal.lines(vault)]
    assert backup.backup(vault, tmp_path / "stopped").is_dir()


def test_a_damaged_vault_makes_no_backup(vault: Vault, vault_folder: Path, tmp_path: Path) -> None:
    add_practitioner(vault, "Dr")
    vault.scrub()
    database = vault_folder / "record-1.db"
    data = bytearray(database.read_bytes())
    data[-2000] ^= 1
    database.write_bytes(data)
    with pytest.raises(DamagedVault):
        backup.backup(vault, tmp_path / "backups")
    assert list((tmp_path / "backups").iterdir()) == []


def _flip(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)


def _truncate(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-1])


def _swap(path: Path) -> None:
    path.write_bytes(b"something else")


@pytest.mark.parametrize("name", ["keyslots.json", "record-1.db", "manifest.json"])
@pytest.mark.parametrize("damage", [_flip, _truncate, _swap])
def test_a_damaged_backup_leaves_nothing(
    made: Path, tmp_path: Path, name: str, damage: Callable[[Path], None]
) -> None:
    damage(made / name)
    with pytest.raises(DamagedBackup):
        backup.restore(made, tmp_path / "restored", PASSPHRASE)
    assert not (tmp_path / "restored").exists()
    assert not list(tmp_path.glob(".*"))


@pytest.mark.parametrize("name", ["../../etc/passwd", "/etc/passwd", "record-1.db/../../x"])
def test_a_manifest_names_no_other_file(made: Path, tmp_path: Path, name: str) -> None:
    manifest = json.loads((made / "manifest.json").read_bytes())
    manifest["files"][0]["name"] = name
    (made / "manifest.json").write_text(json.dumps(manifest))
    with pytest.raises(DamagedBackup):
        backup.restore(made, tmp_path / "restored", PASSPHRASE)


def test_a_newer_backup(made: Path, tmp_path: Path) -> None:
    (made / "manifest.json").write_text('{"format":"phr-backup/v2"}')
    with pytest.raises(NewerVault):
        backup.restore(made, tmp_path / "restored", PASSPHRASE)


def test_a_wrong_passphrase_leaves_nothing(made: Path, tmp_path: Path) -> None:
    with pytest.raises(WrongPassphrase):
        backup.restore(made, tmp_path / "restored", "wrong")
    assert not (tmp_path / "restored").exists()
    assert not list(tmp_path.glob(".*"))


def test_nothing_is_restored_over_something(made: Path, vault_folder: Path) -> None:
    with pytest.raises(VaultExists):
        backup.restore(made, vault_folder, PASSPHRASE)
    with pytest.raises(VaultInUse):
        open_vault(vault_folder, PASSPHRASE)


def test_an_empty_folder_will_do(made: Path, tmp_path: Path) -> None:
    (tmp_path / "restored").mkdir()
    backup.restore(made, tmp_path / "restored", PASSPHRASE)
    open_vault(tmp_path / "restored", PASSPHRASE).close()


def test_not_a_backup(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    for place in (tmp_path / "missing", tmp_path / "empty"):
        with pytest.raises(NotABackup):
            backup.restore(place, tmp_path / "restored", PASSPHRASE)
