"""A grant from making it to its end, through real files and the practitioner's side."""

import json
import shutil
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from sharing import grants
from sharing.endings import LAST_CODE_STAYS
from sharing.envelope import Mode
from sharing.errors import (
    BadChallenge,
    BadTerms,
    EntryOfAnother,
    GrantEnded,
    GrantNotBegun,
    NothingToShare,
    PackageNotWritten,
    TooManyTries,
    WrongMode,
)
from sharing.opening import Opening
from sharing.scope import Scope
from storage import backup, entries, journal, people, state
from storage import grants as rows
from storage.errors import DiskFull
from storage.vault import Vault, open_vault
from tests.sharing.conftest import PASSPHRASE, Clock, Practice
from tests.storage.pages import decrypted


def opening(file: Path, words: str | None) -> Opening:
    started = Opening.from_file(file)
    if words:
        started.unwrap(words)
    return started


def actions(vault: Vault, gid: str = "") -> list[str]:
    return [line.action for line in journal.lines(vault, grant=gid)]


@pytest.mark.parametrize("suffix", [".html", ".phr"])
def test_a_code_opens_what_was_granted(practice: Practice, suffix: str) -> None:
    made = practice.grant()
    reading = opening(made.html.with_suffix(suffix), made.words)
    asking = grants.who_asks(practice.vault, reading.challenge)
    assert (asking.practitioner, asking.repeat) == (practice.doctor, False)
    answer = grants.release(practice.vault, reading.challenge)
    for code in (answer.code, answer.words_fr, answer.words_en):
        bundle = json.loads(reading.open(code))
        assert bundle["entry"][1]["resource"]["id"] == practice.entry.id
    assert actions(practice.vault, made.gid) == ["grant-made", "released"]
    assert grants.words(practice.vault, made.gid) == made.words


def test_the_journal_head_inside_is_one_of_the_vault(practice: Practice) -> None:
    made = practice.grant(Mode.NO_WAY_BACK)
    bundle: dict[str, Any] = json.loads(opening(made.html, made.words).open())
    head = next(e for e in bundle["meta"]["extension"] if e["url"] == "urn:phr:journal-head")["extension"]
    seq, digest = head[0]["valueInteger"], head[1]["valueString"]
    assert next(line.hash for line in journal.lines(practice.vault) if line.seq == seq) == digest


def test_a_card_is_its_own_code_and_can_be_printed_again(practice: Practice) -> None:
    made = practice.grant(Mode.CARD)
    assert made.words is None
    card = grants.make_card(practice.vault, made.gid)
    assert json.loads(opening(made.envelope, None).open(card.code))["resourceType"] == "Bundle"
    practice.clock.advance(days=2)
    assert grants.make_card(practice.vault, made.gid) == card
    assert actions(practice.vault, made.gid) == ["grant-made", "card-made", "card-reprinted"]
    assert rows.grant(practice.vault, made.gid).released == 1
    with pytest.raises(WrongMode):
        grants.make_card(practice.vault, practice.grant().gid)


def test_no_way_back_keeps_nothing_and_counts_as_released(practice: Practice) -> None:
    made = practice.grant(Mode.NO_WAY_BACK)
    assert made.words is not None
    assert len(made.words.split()) == 6
    assert state.get_share(practice.vault, made.gid) is None
    assert grants.words(practice.vault, made.gid) is None
    assert grants.revoke(practice.vault, made.gid).released


def test_the_same_challenge_gets_the_same_answer_and_is_counted_once(practice: Practice) -> None:
    made = practice.grant(releases=2)
    first = opening(made.html, made.words)
    answer = grants.release(practice.vault, first.challenge)
    assert grants.who_asks(practice.vault, first.challenge).repeat
    again = grants.release(practice.vault, first.challenge)
    assert (again.code, again.repeat, again.left) == (answer.code, True, 1)
    other = grants.release(practice.vault, opening(made.html, made.words).challenge)
    assert (other.repeat, other.left) == (False, 0)
    assert actions(practice.vault, made.gid) == ["grant-made", "released", "release-repeated", "released"]


def test_after_the_last_release_only_its_code_is_repeated_for_a_quarter_of_an_hour(
    practice: Practice,
) -> None:
    made = practice.grant()
    reading = opening(made.html, made.words)
    code = grants.release(practice.vault, reading.challenge).code
    with pytest.raises(GrantEnded):
        grants.release(practice.vault, opening(made.html, made.words).challenge)
    practice.clock.now += LAST_CODE_STAYS - timedelta(seconds=1)
    assert grants.release(practice.vault, reading.challenge).code == code
    practice.clock.advance(seconds=1)
    with pytest.raises(GrantEnded) as refused:
        grants.release(practice.vault, reading.challenge)
    assert (refused.value.gid, refused.value.state) == (made.gid, "used-up")
    assert state.get_share(practice.vault, made.gid) is None


def test_received_ends_a_grant_only_after_its_last_release(practice: Practice) -> None:
    made = practice.grant(releases=2)
    for left in (1, 0):
        grants.release(practice.vault, opening(made.html, made.words).challenge)
        grants.received(practice.vault, made.gid)
        assert (state.get_share(practice.vault, made.gid) is None) == (left == 0)
    assert rows.grant(practice.vault, made.gid).state == "used-up"


def test_dates_decide_by_the_vaults_time(practice: Practice) -> None:
    begins = practice.clock.now + timedelta(days=1)
    made = practice.grant(not_before=begins, until=begins + timedelta(days=1))
    reading = opening(made.html, made.words)
    with pytest.raises(GrantNotBegun) as early:
        grants.release(practice.vault, reading.challenge)
    assert early.value.begins == begins
    practice.clock.now = begins
    grants.release(practice.vault, reading.challenge)
    practice.clock.advance(days=1)
    with pytest.raises(GrantEnded):
        grants.release(practice.vault, reading.challenge)
    assert rows.grant(practice.vault, made.gid).state == "expired"
    assert actions(practice.vault, made.gid)[-2:] == ["expired", "release-refused"]


@pytest.mark.parametrize("terms", [{"releases": 0}, {"until": "past"}, {"not_before": "after"}])
def test_contradictory_terms_make_no_grant(practice: Practice, terms: dict[str, Any]) -> None:
    if "until" in terms:
        terms = {"until": practice.clock.now}
    if "not_before" in terms:
        terms = {"not_before": practice.clock.now + timedelta(days=8)}
    with pytest.raises(BadTerms):
        practice.grant(**terms)
    assert rows.grants(practice.vault) == []


def test_a_folder_that_cannot_be_written_leaves_no_half_made_grant(
    practice: Practice, tmp_path: Path
) -> None:
    blocked = tmp_path / "file"
    blocked.write_bytes(b"")
    with pytest.raises(PackageNotWritten):
        practice.grant(folder=blocked / "folder")
    assert rows.grants(practice.vault) == []
    assert state.shares(practice.vault) == set()


def test_a_database_that_fails_leaves_neither_file_nor_share(
    practice: Practice, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise DiskFull

    with monkeypatch.context() as patch:
        patch.setattr("storage.grants.insert", fail)
        with pytest.raises(DiskFull):
            practice.grant()
    assert list(practice.folder.iterdir()) == []
    assert state.shares(practice.vault) == set()


def test_nothing_and_entries_of_another_person_are_refused(practice: Practice) -> None:
    other = people.add_person(practice.vault, "Paul Martin")
    with pytest.raises(NothingToShare):
        practice.grant(scope=Scope(person=other.id))
    with pytest.raises(EntryOfAnother):
        practice.grant(scope=Scope(person=other.id, entries=(practice.entry.id,)))


def test_file_names_say_nothing(practice: Practice) -> None:
    made = practice.grant()
    assert sorted(practice.folder.iterdir()) == [made.html, made.envelope]
    assert made.html.name[:8] == "dossier-"
    assert len(made.html.stem) == 12


def test_ten_failures_slow_down_but_never_lock_out(practice: Practice) -> None:
    made = practice.grant()
    challenge = opening(made.html, made.words).challenge
    for _ in range(10):
        with pytest.raises(BadChallenge):
            grants.release(practice.vault, "0000-0000-0000-0000")
    with pytest.raises(TooManyTries) as slowed:
        grants.release(practice.vault, challenge)
    practice.clock.advance(seconds=slowed.value.seconds)
    with pytest.raises(BadChallenge):
        grants.release(practice.vault, "not a challenge")
    with pytest.raises(TooManyTries):
        grants.release(practice.vault, challenge)
    practice.clock.advance(seconds=10)
    grants.release(practice.vault, challenge)
    with pytest.raises(BadChallenge):
        grants.release(practice.vault, "0000-0000-0000-0000")
    assert grants.release(practice.vault, challenge).repeat


def test_the_pace_begins_with_the_tenth_failure_and_lasts_ten_seconds_exactly(practice: Practice) -> None:
    made = practice.grant(releases=3)

    def ask() -> str:
        return grants.release(practice.vault, opening(made.html, made.words).challenge).code

    def fail() -> None:
        with pytest.raises(BadChallenge):
            grants.who_asks(practice.vault, "0000-0000-0000-0000")

    for _ in range(9):
        fail()
    ask()  # which forgets the nine
    for _ in range(10):
        fail()
    for passed, left in ((0, 10), (9, 1)):
        practice.clock.advance(seconds=passed)
        with pytest.raises(TooManyTries) as slowed:
            ask()
        assert slowed.value.seconds == left
    practice.clock.advance(seconds=1)
    ask()


def test_withdrawing_before_and_after_a_release(practice: Practice) -> None:
    untouched, released = practice.grant(), practice.grant()
    grants.release(practice.vault, opening(released.html, released.words).challenge)
    assert not grants.revoke(practice.vault, untouched.gid).released
    assert grants.revoke(practice.vault, released.gid).released
    with pytest.raises(GrantEnded):
        grants.revoke(practice.vault, released.gid)
    for made in (untouched, released):
        with pytest.raises(GrantEnded) as refused:
            grants.release(practice.vault, opening(made.html, made.words).challenge)
        assert (refused.value.gid, refused.value.state) == (made.gid, "withdrawn")
    assert grants.running(practice.vault) == []


def test_a_release_that_cannot_be_journalled_gives_no_answer(
    practice: Practice, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Cut the power between journal and answer: the journal must come first."""
    made = practice.grant()
    challenge = opening(made.html, made.words).challenge

    class PowerCutError(Exception):
        pass

    def cut(*_: object) -> bytes:
        raise PowerCutError

    with monkeypatch.context() as patch:
        patch.setattr("sharing.codes.answer", cut)
        with pytest.raises(PowerCutError):
            grants.release(practice.vault, challenge)
    assert actions(practice.vault, made.gid)[-1] == "released"
    assert grants.release(practice.vault, challenge).repeat


@pytest.mark.parametrize("how", ["withdrawn", "expired", "used-up"])
def test_after_its_end_nothing_that_is_kept_opens_the_file(
    practice: Practice, tmp_path: Path, how: str
) -> None:
    """Neither the vault's pages, nor the state file, nor a backup from before: the release share is in none."""
    made = practice.grant()
    kept = state.get_share(practice.vault, made.gid)
    assert kept is not None
    secret = json.loads(kept)
    backup.backup(practice.vault, tmp_path / "backup")
    copy = tmp_path / "older"
    shutil.copytree(practice.vault.folder, copy)
    if how == "withdrawn":
        grants.revoke(practice.vault, made.gid)
    elif how == "expired":
        practice.clock.advance(days=8)
        assert grants.end_due(practice.vault) == [made.gid]
    else:
        grants.release(practice.vault, opening(made.html, made.words).challenge)
        grants.received(practice.vault, made.gid)
    key = practice.vault.data_key
    databases = [file for folder in (practice.vault.folder, copy) for file in folder.glob("record-*.db")]
    assert databases
    databases += list((tmp_path / "backup").rglob("record-*.db"))
    pages = b"".join(decrypted(file, key) for file in databases)
    assert made.gid.encode() in pages
    folders = [practice.vault.folder, copy, tmp_path / "backup", state.path().parent]
    everything = pages + b"".join(
        file.read_bytes() for one in folders for file in one.rglob("*") if file.is_file()
    )
    for value in (secret["release"], secret["mask_key"]):
        assert value.encode() not in everything
        assert bytes.fromhex(value) not in everything
    assert secret["words"].encode() not in everything
    assert state.get_share(practice.vault, made.gid) is None


def test_a_copied_and_a_restored_vault_release_nothing(
    practice: Practice, clock: Clock, tmp_path: Path
) -> None:
    made = practice.grant()
    challenge = opening(made.html, made.words).challenge
    practice.vault.scrub()
    copy = tmp_path / "copy"
    shutil.copytree(practice.vault.folder, copy)
    (copy / "lock").unlink(missing_ok=True)
    saved = backup.backup(practice.vault, tmp_path / "backup")
    backup.restore(saved, tmp_path / "restored", PASSPHRASE)
    for folder in (copy, tmp_path / "restored"):
        with open_vault(folder, PASSPHRASE, now=clock) as other:
            with pytest.raises(GrantEnded) as refused:
                grants.release(other, challenge)
            assert refused.value.state == "copied"
    assert not grants.release(practice.vault, challenge).repeat


def test_an_old_state_file_put_back_after_withdrawing_releases_nothing(
    practice: Practice, clock: Clock
) -> None:
    made = practice.grant()
    challenge = opening(made.html, made.words).challenge
    old = state.path().read_bytes()
    grants.revoke(practice.vault, made.gid)
    practice.vault.close()
    state.path().write_bytes(old)
    with open_vault(practice.vault.folder, PASSPHRASE, now=clock) as again:
        assert state.shares(again) == set()
        with pytest.raises(GrantEnded):
            grants.release(again, challenge)


def test_an_entry_deleted_since_does_not_stop_a_release(practice: Practice) -> None:
    made = practice.grant()
    entries.delete(practice.vault, [practice.entry.id])
    grants.release(practice.vault, opening(made.html, made.words).challenge)
