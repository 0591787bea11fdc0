"""Older states put back, of the whole or of a part: nothing is released afterwards, and the opening says so.

Each starts from a real vault with a running access that was withdrawn, or whose only code was given, in between.
"""

import itertools
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from phr.errors import PhrError
from sharing import grants
from sharing.envelope import Mode
from sharing.errors import BadChallenge, GrantEnded
from sharing.opening import Opening
from storage import backup, journal, state
from storage import grants as rows
from storage.errors import WrongPassphrase
from storage.vault import Vault, open_vault
from tests.sharing.conftest import PASSPHRASE, Practice
from tests.storage.pages import PAGE

NEW_PASSPHRASE = "quatre chevaux gris"


@dataclass
class Attack:
    """A locked vault, what it was before the access ended, and a fresh challenge of the file that was given."""

    practice: Practice
    gid: str
    challenge: str
    before: Path

    @property
    def folder(self) -> Path:
        return self.practice.vault.folder

    @property
    def database(self) -> Path:
        return self.practice.vault.database

    @property
    def old_database(self) -> Path:
        return self.before / "vault" / self.database.name

    def open(self, folder: Path | None = None, passphrase: str = PASSPHRASE) -> Vault:
        return open_vault(folder or self.folder, passphrase, now=self.practice.clock)


def keep(practice: Practice, place: Path) -> Path:
    """A copy of all files as they are now."""
    practice.vault.scrub()
    shutil.copytree(practice.vault.folder, place / "vault")
    shutil.copytree(state.path().parent, place / "state")
    return place


def challenge(made: grants.NewGrant) -> str:
    reading = Opening.from_file(made.envelope)
    reading.unwrap(made.words or "")
    return reading.challenge


def refused(vault: Vault, code: str) -> None:
    with pytest.raises((GrantEnded, BadChallenge)):
        grants.release(vault, code)


@pytest.fixture(params=["withdrawn", "released"])
def attack(request: pytest.FixtureRequest, practice: Practice, tmp_path: Path) -> Attack:
    """``withdrawn``: the share is gone. ``released``: it is still there, to repeat the one code that was given."""
    made = practice.grant()
    first, second = challenge(made), challenge(made)
    before = keep(practice, tmp_path / "before")
    if request.param == "withdrawn":
        grants.revoke(practice.vault, made.gid)
    else:
        grants.release(practice.vault, first)
    practice.vault.close()
    return Attack(practice, made.gid, second, before)


def old_database(attack: Attack) -> None:
    shutil.copy(attack.old_database, attack.database)


def old_folder(attack: Attack) -> None:
    shutil.rmtree(attack.folder)
    shutil.copytree(attack.before / "vault", attack.folder)


def old_vault_in_the_same_folder(attack: Attack) -> None:
    shutil.copytree(attack.before / "vault", attack.folder, dirs_exist_ok=True)


@pytest.mark.parametrize("put_back", [old_database, old_folder, old_vault_in_the_same_folder])
def test_an_old_vault_beside_the_present_state_file(
    attack: Attack, put_back: Callable[[Attack], None]
) -> None:
    put_back(attack)
    with attack.open() as vault:
        assert set(vault.notices) & {"rolled-back", "copied"}
        refused(vault, attack.challenge)
        assert rows.grant(vault, attack.gid).state in {"rolled-back", "copied"}
        assert state.shares(vault) == set()


def test_an_old_state_file_beside_the_present_vault(attack: Attack) -> None:
    shutil.copytree(attack.before / "state", state.path().parent, dirs_exist_ok=True)
    with attack.open() as vault:
        ended = rows.grant(vault, attack.gid).state == "withdrawn"
        assert vault.notices == (
            ("shares-dropped",) if ended else ()
        )  # its share is the same before and after
        refused(vault, attack.challenge)


def test_a_state_file_from_before_an_access(practice: Practice, tmp_path: Path) -> None:
    before = keep(practice, tmp_path / "before")
    made = practice.grant(releases=3)
    code = challenge(made)
    practice.vault.close()
    shutil.copytree(before / "state", state.path().parent, dirs_exist_ok=True)
    with open_vault(practice.vault.folder, PASSPHRASE, now=practice.clock) as vault:
        assert vault.notices == ("rolled-back",)
        refused(vault, code)
        assert rows.grant(vault, made.gid).state == "rolled-back"


def test_everything_put_back_is_shown_by_a_head_held_elsewhere(attack: Attack) -> None:
    """Vault and state file both: nothing on this computer can know, and only a head that left it tells."""
    from storage.heads import check_head, head_text

    with attack.open() as vault:
        head = journal.head(vault)
        held = head_text(vault.id, head.seq, head.hash)
    old_vault_in_the_same_folder(attack)
    shutil.copytree(attack.before / "state", state.path().parent, dirs_exist_ok=True)
    with attack.open() as vault:
        assert vault.notices == ()
        found = check_head(vault, held)
        assert (found.holds, found.ended) == (False, 1)
        refused(vault, attack.challenge)


def test_an_old_backup_restored_in_its_place(practice: Practice, tmp_path: Path) -> None:
    made = practice.grant()
    code = challenge(made)
    saved = backup.backup(practice.vault, tmp_path / "backup")
    grants.revoke(practice.vault, made.gid)
    folder = practice.vault.folder
    practice.vault.close()
    shutil.rmtree(folder)
    backup.restore(saved, folder, PASSPHRASE)
    with open_vault(folder, PASSPHRASE, now=practice.clock) as vault:
        assert "restored" in {line.action for line in journal.lines(vault)}
        assert rows.grant(vault, made.gid).state == "copied"
        refused(vault, code)


def test_an_old_backup_copied_over_it_by_hand(practice: Practice, tmp_path: Path) -> None:
    made = practice.grant()
    code = challenge(made)
    saved = backup.backup(practice.vault, tmp_path / "backup")
    grants.revoke(practice.vault, made.gid)
    practice.vault.close()
    for name in ("keyslots.json", practice.vault.database.name):
        (found,) = saved.rglob(name)
        shutil.copy(found, practice.vault.folder)
    with open_vault(practice.vault.folder, PASSPHRASE, now=practice.clock) as vault:
        assert vault.notices == ("rolled-back",)
        refused(vault, code)


@pytest.mark.parametrize("with_log", [False, True], ids=["log deleted", "log of before"])
def test_the_write_ahead_log_taken_away(practice: Practice, tmp_path: Path, with_log: bool) -> None:
    """As the computer stops: all of the withdrawal is in the log, none of it in the database yet."""
    made = practice.grant()
    code = challenge(made)
    practice.vault.scrub()
    folder, database = practice.vault.folder, practice.vault.database
    log = database.with_name(f"{database.name}-wal")
    with practice.vault.write() as db:
        journal.append(db, "preview")
    before = (database.read_bytes(), log.read_bytes())
    grants.revoke(practice.vault, made.gid)
    assert log.stat().st_size > len(before[1])
    assert database.read_bytes() == before[0]
    practice.vault.close()
    database.write_bytes(before[0])
    if with_log:
        log.write_bytes(before[1])
    with open_vault(folder, PASSPHRASE, now=practice.clock) as vault:
        assert vault.notices == ("rolled-back",)
        refused(vault, code)


def changed_pages(old: bytes, new: bytes) -> list[int]:
    ends = range(0, min(len(old), len(new)), PAGE)
    return [at for at in ends if old[at : at + PAGE] != new[at : at + PAGE]]


def test_old_pages_between_new_ones(attack: Attack) -> None:
    """Each page is authentic, so SQLCipher takes it. What the tables say of each other does not."""
    old, new = attack.old_database.read_bytes(), attack.database.read_bytes()
    pages = changed_pages(old, new)
    kept_state = state.path().read_bytes()
    said = 0
    mixtures = [some for size in range(1, len(pages)) for some in itertools.combinations(pages, size)]
    assert len(mixtures) > 5, "the access, the journal and its index"
    for mixture in mixtures:
        spliced = bytearray(new)
        for at in mixture:
            spliced[at : at + PAGE] = old[at : at + PAGE]
        state.path().write_bytes(kept_state)
        attack.database.write_bytes(spliced)
        with attack.open() as vault:
            refused(vault, attack.challenge)
            # What the page of the access still tells rightly needs no notice.
            row = rows.grant(vault, attack.gid)
            as_it_was = row.state in {"withdrawn", "used-up"} or row.released == 1
            assert as_it_was or vault.notices == ("rolled-back",)
            said += "rolled-back" in vault.notices
    assert said > 3


def test_old_key_slots_beside_a_new_database(practice: Practice, tmp_path: Path) -> None:
    """They name a database that is gone. The present one must survive it, and open with its own key slots."""
    before = keep(practice, tmp_path / "before")
    practice.vault.change_passphrase(NEW_PASSPHRASE)
    practice.vault.close()
    folder = practice.vault.folder
    slots = (folder / "keyslots.json").read_bytes()
    shutil.copy(before / "vault" / "keyslots.json", folder)
    with pytest.raises(WrongPassphrase):
        open_vault(folder, NEW_PASSPHRASE, now=practice.clock)
    with pytest.raises(PhrError):
        open_vault(folder, PASSPHRASE, now=practice.clock)
    (folder / "keyslots.json").write_bytes(slots)
    with open_vault(folder, NEW_PASSPHRASE, now=practice.clock) as vault:
        assert vault.notices == ()


def test_old_key_slots_and_database_beside_the_new_database(practice: Practice, tmp_path: Path) -> None:
    before = keep(practice, tmp_path / "before")
    made = practice.grant(Mode.CARD)
    practice.vault.change_passphrase(NEW_PASSPHRASE)
    practice.vault.close()
    folder, present = practice.vault.folder, practice.vault.database
    slots = (folder / "keyslots.json").read_bytes()
    shutil.copytree(before / "vault", folder, dirs_exist_ok=True)
    with open_vault(folder, PASSPHRASE, now=practice.clock) as vault:
        assert vault.notices == ("rolled-back",)
        assert state.shares(vault) == set()
    assert present.exists(), "the only whole one"
    (folder / "keyslots.json").write_bytes(slots)
    with open_vault(folder, NEW_PASSPHRASE, now=practice.clock) as vault:
        assert vault.notices == ("rolled-back",)
        assert rows.grant(vault, made.gid).state == "rolled-back"
