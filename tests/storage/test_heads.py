"""Heads that somebody else holds, against the vault's own journal."""

import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from storage import grants, journal, state
from storage.errors import HeadOfAnotherVault, NotAHead
from storage.heads import check_head, head_text
from storage.keyslots import LEAST_COST
from storage.vault import Vault, create, open_vault
from tests.storage.conftest import PASSPHRASE, SHARE, add_grant

GID = "a" * 32


def text_of(vault: Vault) -> str:
    """The head as a receipt of now would have it."""
    head = journal.head(vault)
    return head_text(vault.id, head.seq, head.hash)


def write(vault: Vault, action: str = "preview") -> None:
    with vault.write() as db:
        journal.append(db, action)


@pytest.fixture
def granted(vault: Vault) -> Vault:
    """A vault with a running access."""
    add_grant(vault)
    return vault


def test_a_history_that_goes_on_holds_its_earlier_heads(granted: Vault) -> None:
    held = text_of(granted)
    write(granted)
    found = check_head(granted, held)
    assert (found.holds, found.ended) == (True, 0)
    assert state.get_share(granted, GID) == SHARE


@pytest.mark.parametrize("spelt", [str.upper, lambda text: text.replace("-", " "), lambda text: f" {text}\n"])
def test_it_may_be_typed_as_one_reads_it(vault: Vault, spelt: object) -> None:
    assert callable(spelt)
    assert check_head(vault, spelt(text_of(vault))).holds
    assert check_head(vault, text_of(vault).replace("0", "O").replace("1", "l")).holds


def test_an_older_vault_ends_its_accesses_and_says_so(granted: Vault, tmp_path: Path) -> None:
    """Folder and state file both put back: nothing on this computer shows it."""
    folder, known = granted.folder, state.path().parent
    granted.close()
    shutil.copytree(folder, tmp_path / "older")
    shutil.copytree(known, tmp_path / "older-state")
    with open_vault(folder, PASSPHRASE) as vault:
        write(vault)
        held = text_of(vault)
    for place, older in ((folder, "older"), (known, "older-state")):
        shutil.copytree(tmp_path / older, place, dirs_exist_ok=True)
    with open_vault(folder, PASSPHRASE) as vault:
        assert vault.notices == ()
        assert grants.grant(vault, GID).state == "running"
        key = journal.head(vault).public_key
        found = check_head(vault, held)
        assert (found.holds, found.ended) == (False, 1)
        assert grants.grant(vault, GID).state == "rolled-back"
        assert state.shares(vault) == set()
        assert [line.action for line in journal.lines(vault)[-2:]] == ["rolled-back", "signing-key-new"]
        assert journal.head(vault).public_key != key
        assert journal.verify(vault) == []


def test_a_history_that_went_another_way_is_found_at_its_line(granted: Vault, tmp_path: Path) -> None:
    held_seq = journal.head(granted).seq + 1
    write(granted, "exported")
    other = head_text(granted.id, held_seq, "0" * 64)
    found = check_head(granted, other)
    assert (found.seq, found.holds, found.ended) == (held_seq, False, 1)


def test_a_line_rewritten_before_the_head_is_found(granted: Vault) -> None:
    held = text_of(granted)
    with granted.write() as db:
        db.execute("DROP TRIGGER journal_no_update")
        db.execute("UPDATE journal SET at = '2020-01-01T00:00:00Z' WHERE seq = 1")
    assert not check_head(granted, held).holds


def test_a_head_of_another_vault_changes_nothing(granted: Vault, tmp_path: Path) -> None:
    with create(tmp_path / "other", PASSPHRASE, cost=LEAST_COST) as other:
        held = text_of(other)
    with pytest.raises(HeadOfAnotherVault):
        check_head(granted, held)
    assert state.get_share(granted, GID) == SHARE


def test_a_copy_knows_the_heads_of_what_it_was_copied_from(granted: Vault, tmp_path: Path) -> None:
    held, folder = text_of(granted), granted.folder
    granted.close()
    shutil.copytree(folder, tmp_path / "copy")
    with open_vault(tmp_path / "copy", PASSPHRASE) as copy:
        assert check_head(copy, held).holds
        assert check_head(copy, text_of(copy)).holds


@given(st.data())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=200, deadline=None)
def test_one_wrong_character_is_told_as_a_typing_mistake(granted: Vault, data: st.DataObject) -> None:
    """But for one in 65,536: which ends accesses, and gives away nothing."""
    text = head_text("a1b2c3d4" * 4, 128, "3f9a11c0" * 8)
    place = data.draw(st.sampled_from([place for place, mark in enumerate(text) if mark != "-"]))
    mark = data.draw(st.sampled_from("0123456789abcdef").filter(lambda mark: mark != text[place]))
    with pytest.raises(NotAHead):
        check_head(granted, text[:place] + mark + text[place + 1 :])


@pytest.mark.parametrize(
    "text", ["", "bonjour", "a1b2c3d4-12", "-" * 1000, "é" * 60, "a1b2c3d4-0-" + "0" * 36]
)
def test_what_is_no_head_is_refused(vault: Vault, text: str) -> None:
    with pytest.raises(NotAHead):
        check_head(vault, text)
