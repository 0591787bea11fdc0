"""How a grant ends: withdrawn, expired or used up. The database says so first, then its secret is dropped.

Killed in between, the next opening of the vault drops it. The key that names the grant stays, to tell a late caller
that it has ended.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from sharing.envelope import Mode
from sharing.errors import GrantEnded
from storage import clock, grants, journal, state
from storage.errors import DateUnconfirmed, WrongClock

if TYPE_CHECKING:
    from datetime import datetime

    from storage.grants import GrantRow
    from storage.vault import Vault

RUNNING = "running"
LAST_CODE_STAYS = timedelta(minutes=15)
"""How long after the last release its code may be read again, unless "received" comes earlier."""


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """What withdrawing could still do: ``released`` if a code or a card had been given before."""

    gid: str
    mode: Mode
    released: bool


def revoke(vault: Vault, gid: str) -> Withdrawal:
    """Withdraw a grant. Raises ``NoSuchGrant``, :class:`GrantEnded`."""
    row = grants.grant(vault, gid)
    if row.state != RUNNING:
        raise GrantEnded(gid, row.state)
    end(vault, row, "withdrawn")
    return Withdrawal(gid, Mode(row.mode), row.released > 0)


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
    """End a running grant: ``withdrawn``, ``expired`` or ``used-up``."""
    with vault.write() as db:
        if grants.grant(vault, row.gid).state != RUNNING:
            return
        journal.append(db, why, grant=row.gid, detail={"released": row.released})
        grants.update(db, row.gid, state=why, ended_at=clock.instant(journal.latest(db)))
    state.drop_shares(vault, [row.gid])


def _due(vault: Vault, row: GrantRow, now: datetime) -> str:
    if now >= clock.moment(row.until):
        return "expired"
    if is_used_up(row) and now >= _last_release(vault, row.gid) + LAST_CODE_STAYS:
        return "used-up"
    return ""


def _last_release(vault: Vault, gid: str) -> datetime:
    after, last = 0, None
    while page := journal.lines(vault, grant=gid, after=after):
        last = next((line.at for line in reversed(page) if line.action == "released"), last)
        after = page[-1].seq
    if last is None:
        raise AssertionError("a release is journalled with its count")
    return clock.moment(last)
