"""Release shares outside the vault: kept, wrapped, moved with the passphrase; copies release nothing."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from storage import grants, journal, state
from storage.errors import NewerVault, StateLost
from storage.keyslots import LEAST_COST
from storage.practitioners import add_practitioner
from storage.vault import Vault, create, open_vault
from tests.storage.conftest import PASSPHRASE, SHARE, add_grant

GID = "a" * 32


@pytest.fixture
def granted(vault: Vault, vault_folder: Path) -> Path:
    """The folder of a locked vault with a running access."""
    add_grant(vault)
    vault.close()
    return vault_folder


def _actions(vault: Vault) -> Iterator[str]:
    return (line.action for line in journal.lines(vault))


def _edit(change: dict[str, object], vault_id: str) -> None:
    members = json.loads(state.path().read_bytes())
    members["vaults"][vault_id].update(change)
    state.path().write_text(json.dumps(members))


def test_a_share_is_kept_and_forgotten(vault: Vault) -> None:
    state.put_share(vault, GID, SHARE)
    assert state.get_share(vault, GID) == SHARE
    state.drop_shares(vault, [GID, "never there"])
    assert state.get_share(vault, GID) is None


def test_the_share_survives_while_its_grant_runs(granted: Path) -> None:
    with open_vault(granted, PASSPHRASE) as vault:
        assert state.get_share(vault, GID) == SHARE
        assert vault.notices == ()


def test_shares_are_not_in_clear_and_not_in_the_vault(granted: Path) -> None:
    for path in (state.path(), *granted.iterdir()):
        data = path.read_bytes()
        assert SHARE not in data
        assert SHARE.hex().encode() not in data


def test_only_the_owner_may_read(vault: Vault) -> None:
    assert state.path().stat().st_mode & 0o777 == 0o600
    assert state.path().parent.stat().st_mode & 0o777 == 0o700


def test_wrapping_the_same_share_again_gives_other_bytes(vault: Vault) -> None:
    def wrapped() -> object:
        (secrets,) = json.loads(state.path().read_bytes())["vaults"][vault.id]["secrets"].values()
        return secrets["shares"][GID]

    state.put_share(vault, GID, SHARE)
    first = wrapped()
    state.put_share(vault, GID, SHARE)
    assert wrapped() != first


def test_a_share_does_not_serve_another_grant(vault: Vault) -> None:
    state.put_share(vault, GID, SHARE)
    state.path().write_bytes(state.path().read_bytes().replace(GID.encode(), b"b" * 32))
    with pytest.raises(StateLost):
        state.get_share(vault, "b" * 32)


def test_a_share_whose_grant_was_never_written_is_dropped(vault: Vault, vault_folder: Path) -> None:
    state.put_share(vault, GID, SHARE)
    vault.close()
    with open_vault(vault_folder, PASSPHRASE) as again:
        assert again.notices == ("shares-dropped",)
        assert state.get_share(again, GID) is None


def test_a_share_whose_grant_ended_is_dropped(vault: Vault, vault_folder: Path) -> None:
    """As after a crash between the end of the grant and the state file."""
    add_grant(vault)
    with vault.write() as db:
        grants.update(db, GID, state="withdrawn")
    vault.close()
    with open_vault(vault_folder, PASSPHRASE) as again:
        assert again.notices == ("shares-dropped",)
        assert state.shares(again) == set()


def test_vaults_share_the_file_and_nothing_else(vault: Vault, tmp_path: Path) -> None:
    state.put_share(vault, GID, SHARE)
    with create(tmp_path / "other", PASSPHRASE, cost=LEAST_COST) as other:
        assert state.get_share(other, GID) is None
        state.put_share(other, GID, b"another one")
        state.drop_shares(other, [GID])
    assert state.get_share(vault, GID) == SHARE


def test_a_moved_vault_stays_what_it_is(granted: Path) -> None:
    moved = granted.rename(granted.with_name("moved"))
    for _ in range(2):
        with open_vault(moved, PASSPHRASE) as vault:
            assert vault.notices == ()
            assert state.get_share(vault, GID) == SHARE


def test_a_copy_releases_nothing_and_the_original_all(granted: Path) -> None:
    copy = granted.with_name("copy")
    shutil.copytree(granted, copy)
    with open_vault(copy, PASSPHRASE) as copied:
        assert copied.notices == ("copied",)
        assert state.get_share(copied, GID) is None
        assert grants.grant(copied, GID).state == "copied"
        assert list(_actions(copied))[-3:] == ["copied", "signing-key-new", "unlock"]
        assert journal.verify(copied) == []
        copied_id, copied_head = copied.id, journal.head(copied)
    with open_vault(copy, PASSPHRASE) as copied:
        assert copied.notices == ()
        assert copied.id == copied_id
    with open_vault(granted, PASSPHRASE) as original:
        assert original.notices == ()
        assert original.id != copied_id
        assert state.get_share(original, GID) == SHARE
        assert grants.grant(original, GID).state == "running"
        assert journal.head(original).public_key != copied_head.public_key


def test_a_vault_from_another_computer_releases_nothing(
    granted: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(granted.with_name("other state")))
    with open_vault(granted, PASSPHRASE) as vault:
        assert vault.notices == ("copied",)
        assert grants.grant(vault, GID).state == "copied"


def test_a_vault_put_back_to_an_older_state_releases_nothing(granted: Path, tmp_path: Path) -> None:
    shutil.copytree(granted, tmp_path / "older")
    with open_vault(granted, PASSPHRASE) as vault:
        state.put_share(vault, "b" * 32, SHARE)
        before = journal.head(vault)
    shutil.copytree(tmp_path / "older", granted, dirs_exist_ok=True)
    with open_vault(granted, PASSPHRASE) as vault:
        assert vault.notices == ("rolled-back",)
        assert state.shares(vault) == set()
        assert grants.grant(vault, GID).state == "rolled-back"
        assert list(_actions(vault))[-3:] == ["rolled-back", "signing-key-new", "unlock"]
        assert journal.head(vault).public_key != before.public_key
        assert journal.verify(vault) == []
    with open_vault(granted, PASSPHRASE) as vault:
        assert vault.notices == ()


def test_a_journal_that_went_another_way_releases_nothing(granted: Path, vault: Vault) -> None:
    _edit({"hash": "0" * 64}, vault.id)
    with open_vault(granted, PASSPHRASE) as again:
        assert again.notices == ("rolled-back",)
        assert state.shares(again) == set()


def test_a_late_head_is_no_reason_for_alarm(granted: Path, vault: Vault) -> None:
    """As after a crash between a commit and the state file."""
    known = state.record(vault.id)
    open_vault(granted, PASSPHRASE).close()
    assert known is not None
    _edit({"seq": known.seq, "hash": known.hash}, vault.id)
    with open_vault(granted, PASSPHRASE) as again:
        assert again.notices == ()
        assert state.get_share(again, GID) == SHARE


@pytest.mark.parametrize(
    "damage", [b"", b"{", b"[]", b"[" * 100_000, b'{"format":"phr-state/v1","vaults":7}']
)
def test_a_damaged_state_file_is_as_none(granted: Path, damage: bytes) -> None:
    state.path().write_bytes(damage)
    with open_vault(granted, PASSPHRASE) as vault:
        assert vault.notices == ("copied",)
        assert state.get_share(vault, GID) is None


@pytest.mark.parametrize("what", ["signing_key", "shares"])
def test_a_changed_secret_ends_what_runs(granted: Path, what: str) -> None:
    members = json.loads(state.path().read_bytes())
    ((_, record),) = members["vaults"].items()
    ((_, secrets),) = record["secrets"].items()
    if what == "shares":
        secrets["shares"][GID] = secrets["shares"][GID][:-2] + "é?"
    else:
        secrets["signing_key"] = f"{int(secrets['signing_key'], 16) ^ 1:0{len(secrets['signing_key'])}x}"
    state.path().write_text(json.dumps(members))
    with open_vault(granted, PASSPHRASE) as vault:
        assert vault.notices == ("rolled-back",)
        assert state.get_share(vault, GID) is None
        assert journal.verify(vault) == []
    with open_vault(granted, PASSPHRASE) as vault:
        assert vault.notices == ()


def test_a_newer_state_file_is_left_alone(granted: Path) -> None:
    newer = b'{"format":"phr-state/v2"}'
    state.path().write_bytes(newer)
    with pytest.raises(NewerVault):
        open_vault(granted, PASSPHRASE)
    assert state.path().read_bytes() == newer


def test_a_state_file_that_went_away_stops_no_work(vault: Vault) -> None:
    state.put_share(vault, GID, SHARE)
    state.path().unlink()
    add_practitioner(vault, "Dr")
    assert state.get_share(vault, GID) is None
    state.drop_shares(vault, [GID])
    with pytest.raises(StateLost):
        state.put_share(vault, GID, SHARE)
    with pytest.raises(StateLost):
        journal.head(vault)


def test_the_state_file_is_json_to_be_left_out_of_backups(vault: Vault) -> None:
    assert set(json.loads(state.path().read_bytes())) == {"format", "vaults"}
    assert (state.path().parent / ".nobackup").exists()
