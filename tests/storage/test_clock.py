"""The time that counts: only forward, not far ahead unconfirmed, and an override is journalled."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from storage import journal
from storage.errors import DateUnconfirmed, WrongClock
from storage.keyslots import LEAST_COST
from storage.practitioners import add_practitioner
from storage.vault import Vault, create, open_vault
from tests.storage.conftest import PASSPHRASE, Clock

BEGAN = datetime(2026, 3, 1, 8, 30, tzinfo=UTC)


@pytest.fixture
def timed(vault_folder: Path, clock: Clock) -> Iterator[Vault]:
    """A vault that lives by ``clock``."""
    with create(vault_folder, PASSPHRASE, cost=LEAST_COST, now=clock) as made:
        yield made


def _times(vault: Vault) -> list[str]:
    return [line.at for line in journal.lines(vault)]


def test_the_journal_is_in_utc_to_the_second(timed: Vault, clock: Clock) -> None:
    clock.time = datetime.fromisoformat("2026-03-01T10:45:30.999+01:00")
    add_practitioner(timed, "Dr")
    assert _times(timed)[-1] == "2026-03-01T09:45:30Z"


@pytest.mark.parametrize("step", [timedelta(0), timedelta(hours=1), timedelta(days=30)])
def test_forward_is_believed(timed: Vault, clock: Clock, step: timedelta) -> None:
    clock.time += step
    assert timed.now() == BEGAN + step


@pytest.mark.parametrize("step", [timedelta(seconds=1), timedelta(minutes=5)])
def test_a_small_step_back_stands_still(timed: Vault, clock: Clock, step: timedelta) -> None:
    clock.time -= step
    assert timed.now() == BEGAN


def test_a_step_back_is_refused(timed: Vault, clock: Clock) -> None:
    clock.time -= timedelta(minutes=5, seconds=1)
    with pytest.raises(WrongClock):
        timed.now()
    add_practitioner(timed, "Dr")  # the record can be worked with, at the latest time
    assert _times(timed)[-1] == "2026-03-01T08:30:00Z"


def test_a_step_back_shows_at_opening(timed: Vault, vault_folder: Path, clock: Clock) -> None:
    timed.close()
    clock.time -= timedelta(days=1)
    with open_vault(vault_folder, PASSPHRASE, now=clock) as again:
        assert again.notices == ("wrong-clock",)
        again.confirm_date()
        assert not again.notices
        assert again.now() == clock.time


def test_a_long_absence_asks_for_the_date(timed: Vault, vault_folder: Path, clock: Clock) -> None:
    timed.close()
    clock.time += timedelta(days=30, seconds=1)
    with open_vault(vault_folder, PASSPHRASE, now=clock) as again:
        assert again.notices == ("date-unconfirmed",)
        with pytest.raises(DateUnconfirmed):
            again.now()
        assert set(_times(again)) == {"2026-03-01T08:30:00Z"}
    with open_vault(vault_folder, PASSPHRASE, now=clock) as again:
        assert again.notices == ("date-unconfirmed",)
        again.confirm_date()
        assert not again.notices
        assert again.now() == clock.time
        line = journal.lines(again)[-1]
        assert (line.action, line.at) == ("clock-confirmed", "2026-03-31T08:30:01Z")


def test_a_clock_that_was_ahead_is_set_right_by_an_override(timed: Vault, clock: Clock) -> None:
    clock.time += timedelta(days=20)
    add_practitioner(timed, "Dr")
    clock.time = BEGAN + timedelta(hours=1)
    with pytest.raises(WrongClock):
        timed.now()
    timed.confirm_date()
    assert timed.now() == clock.time
    assert _times(timed)[-1] == "2026-03-01T09:30:00Z"
    assert journal.verify(timed) == []
