"""How a grant ends: withdrawn, expired or used up. The database says so first, then its secret is dropped.

Killed in between, the next opening of the vault drops it. The key that names the grant stays, to tell a late caller
that it has ended.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from sharing.envelope import Mode
from sharing.errors import GrantEnded, NothingToTakeBack, WrongMode
from storage import clock, grants, journal, state
from storage.errors import DateUnconfirmed, WrongClock

if TYPE_CHECKING:
    from datetime import datetime

    from storage.connection import Connection
    from storage.grants import GrantRow
    from storage.vault import Vault

RUNNING = "running"
END_UNKNOWN = "end-unknown"
"""What was on the screen is over, and nobody saw when."""
LAST_CODE_STAYS = timedelta(minutes=15)
"""How long after the last release its code may be read again, unless "received" comes earlier."""


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """What withdrawing can still do: ``released`` if a code or a card had been given before, ``at`` when a code last
    was, ``card_back`` when the patient said that the card is back or destroyed; None where that never was."""

    gid: str
    mode: Mode
    released: bool
    at: datetime | None = None
    card_back: datetime | None = None


def revoke(vault: Vault, gid: str) -> Withdrawal:
    """Withdraw a grant. Raises ``NoSuchGrant``, :class:`GrantEnded`, :class:`NothingToTakeBack`.

    Raises :class:`WrongMode` for what is on the screen: it ends there.
    """
    row = grants.grant(vault, gid)
    if row.mode in (Mode.PAPER, Mode.PDF):
        raise NothingToTakeBack
    if row.state != RUNNING:
        raise GrantEnded(gid, row.state)
    if row.mode == Mode.SCREEN:
        raise WrongMode(gid, row.mode)
    end(vault, row, "withdrawn")
    return withdrawal(vault, row)


def withdrawal(vault: Vault, row: GrantRow) -> Withdrawal:
    """What withdrawing this grant can still do, or could."""
    return Withdrawal(
        row.gid,
        Mode(row.mode),
        row.released > 0,
        _last_release(vault, row.gid) if row.released else None,
        clock.moment(row.card_back) if row.card_back else None,
    )


def can_be_withdrawn(row: GrantRow) -> bool:
    """Whether the grant runs and there is something to keep back: what has no way back, or is seen now, has nothing."""
    return row.state == RUNNING and row.mode in (Mode.CARD, Mode.CODE)


def end_due(vault: Vault) -> list[str]:
    """End the grants whose time has passed, and those used up a quarter of an hour ago: their ids.

    Ends none while the date is in doubt.
    """
    try:
        now = vault.now()
    except (DateUnconfirmed, WrongClock):
        return []
    ended = []
    for row in running(vault):
        why = _due(vault, row, now)
        if why:
            end(vault, row, why)
            ended.append(row.gid)
    return ended


def running(vault: Vault) -> list[GrantRow]:
    """The grants that have not ended, newest first."""
    return [row for row in grants.grants(vault) if row.state == RUNNING]


def received(vault: Vault, gid: str) -> None:
    """The last code has arrived: nothing more is to be released. Does nothing while releases are left."""
    row = grants.grant(vault, gid)
    if row.state == RUNNING and is_used_up(row):
        end(vault, row, "used-up")


def is_used_up(row: GrantRow) -> bool:
    """Whether the last code was given. A card can be printed again as long as its grant runs."""
    return row.mode == Mode.CODE and row.released >= row.releases


def end(vault: Vault, row: GrantRow, why: str) -> None:
    """End a running grant: ``withdrawn``, ``expired``, ``used-up`` or ``end-unknown``."""
    with vault.write() as db:
        if not write_end(vault, db, row.gid, why):
            return
    state.drop_shares(vault, [row.gid])


def write_end(vault: Vault, db: Connection, gid: str, why: str) -> bool:
    """The same in the caller's transaction, who drops the share afterwards. False if it has ended already."""
    row = grants.grant(vault, gid)
    if row.state != RUNNING:
        return False
    journal.append(db, why, grant=gid, detail={"released": row.released})
    # Nobody saw when the view ended; its own time limit is the latest moment.
    at = row.until if why == END_UNKNOWN else clock.instant(journal.latest(db))
    grants.update(db, gid, state=why, ended_at=at)
    return True


def _due(vault: Vault, row: GrantRow, now: datetime) -> str:
    if now >= clock.moment(row.until):
        return END_UNKNOWN if row.mode == Mode.SCREEN else "expired"
    last = _last_release(vault, row.gid) if is_used_up(row) else None
    return "used-up" if last and now >= last + LAST_CODE_STAYS else ""


def _last_release(vault: Vault, gid: str) -> datetime | None:
    """When a code was last given for a grant, or None."""
    after, last = 0, None
    while page := journal.lines(vault, grant=gid, after=after):
        last = next((line.at for line in reversed(page) if line.action == "released"), last)
        after = page[-1].seq
    return clock.moment(last) if last else None
