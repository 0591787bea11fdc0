"""The computer's clock turned, and the second in which an access begins and ends."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from sharing import grants
from sharing.envelope import Mode
from sharing.errors import GrantEnded, GrantNotBegun
from storage import grants as rows
from storage import journal, state
from storage.errors import DateUnconfirmed, WrongClock
from storage.vault import open_vault
from tests.sharing.attacks.test_challenges import actions, challenge
from tests.sharing.conftest import PASSPHRASE, Practice

SECOND = timedelta(seconds=1)
DAY = timedelta(days=1)
TURNED: dict[str, Callable[[datetime], datetime]] = {
    "a day back": lambda now: now - DAY,
    "to 1970": lambda _: datetime(1970, 1, 1, tzinfo=UTC),
    "ten years ahead": lambda now: now.replace(year=now.year + 10),
}


@pytest.mark.parametrize("how", TURNED)
def test_a_clock_that_was_turned_releases_and_deletes_nothing(practice: Practice, how: str) -> None:
    running, card = practice.grant(), practice.grant(Mode.CARD)
    used = practice.grant()
    grants.release(practice.vault, challenge(used))  # its share stays a quarter of an hour
    asked = challenge(running)
    kept = state.shares(practice.vault)
    assert kept == {running.gid, card.gid, used.gid}
    begun = practice.clock.now
    practice.clock.now = TURNED[how](begun)
    refusal, notice = (DateUnconfirmed, "date-unconfirmed") if "ahead" in how else (WrongClock, "wrong-clock")

    vault = practice.vault
    for _ in range(2):
        lines = len(journal.lines(vault))
        with pytest.raises(refusal):
            grants.release(vault, asked)
        with pytest.raises(refusal):
            grants.make_card(vault, card.gid)
        with pytest.raises(refusal):
            grants.check_terms(vault, None, practice.clock.now + DAY, 1)
        assert grants.end_due(vault) == []
        assert len(journal.lines(vault)) == lines
        assert state.shares(vault) == kept
        assert {rows.grant(vault, gid).state for gid in kept} == {"running"}
        vault.close()
        vault = open_vault(vault.folder, PASSPHRASE, now=practice.clock)
        assert vault.notices == (notice,)
    with vault:
        assert {line.at for line in journal.lines(vault)} == {"2026-03-02T09:00:00Z"}, "no time is taken over"
        vault.confirm_date()
        if "ahead" in how:
            assert set(grants.end_due(vault)) == kept
            assert state.shares(vault) == set()
            with pytest.raises(GrantEnded):
                grants.release(vault, asked)
        else:
            assert grants.end_due(vault) == []
            assert not grants.release(vault, asked).repeat
        assert "clock-confirmed" in actions(vault)


@pytest.mark.parametrize(("seconds", "opens"), [(-1, True), (0, False), (1, False)])
@pytest.mark.parametrize("mode", [Mode.CODE, Mode.CARD])
def test_the_second_of_the_end(practice: Practice, mode: Mode, seconds: int, opens: bool) -> None:
    made = practice.grant(mode)
    practice.clock.now = made.expires_at + seconds * SECOND

    def give() -> object:
        if mode is Mode.CARD:
            return grants.make_card(practice.vault, made.gid)
        return grants.release(practice.vault, challenge(made))

    if opens:
        give()
        return
    with pytest.raises(GrantEnded) as refused:
        give()
    assert refused.value.state == "expired"
    assert state.shares(practice.vault) == set()


@pytest.mark.parametrize(("seconds", "opens"), [(-1, False), (0, True), (1, True)])
def test_the_second_of_the_beginning(practice: Practice, seconds: int, opens: bool) -> None:
    begins = practice.clock.now + DAY
    made = practice.grant(not_before=begins)
    practice.clock.now = begins + seconds * SECOND
    asked = challenge(made)
    if opens:
        grants.release(practice.vault, asked)
        return
    with pytest.raises(GrantNotBegun):
        grants.release(practice.vault, asked)
    assert rows.grant(practice.vault, made.gid).released == 0
