"""The consultation card: the release share itself, on paper. Printing it is the release.

Whether it is still out is known by the patient's word alone: taken back or destroyed.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sharing import codes, endings
from sharing.envelope import Mode
from sharing.errors import NoCardOut
from sharing.releases import open_secret
from storage import clock, grants, journal

if TYPE_CHECKING:
    from datetime import datetime

    from storage.grants import GrantRow
    from storage.vault import Vault


@dataclass(frozen=True, slots=True)
class Card:
    """What stands on a card: the code, and when the access was meant to end. No name: the card may be lost."""

    gid: str
    until: datetime
    code: str = field(repr=False)


def make_card(vault: Vault, gid: str) -> Card:
    """The card of a grant. Asked again, the same card: a reprint, not counted.

    Raises ``NoSuchGrant``, :class:`WrongMode`, :class:`GrantEnded`, :class:`GrantNotBegun`; ``DateUnconfirmed`` and
    ``WrongClock`` while the date is in doubt.
    """
    vault.now()
    endings.end_due(vault)
    row = grants.grant(vault, gid)
    secret = open_secret(vault, row, Mode.CARD)
    with vault.write() as db:
        journal.append(db, "card-reprinted" if row.released else "card-made", grant=gid)
        grants.update(db, gid, released=1, card_back="")
    return Card(gid, clock.moment(row.until), codes.to_text(secret.release))


def is_out(row: GrantRow) -> bool:
    """Whether a card was made that the patient has not said to have taken back."""
    return row.mode == Mode.CARD and row.released > 0 and not row.card_back


def card_returned(vault: Vault, gid: str) -> None:
    """The patient took the card back or destroyed it; ended or not, the grant keeps that. Journalled.

    Raises ``NoSuchGrant``, :class:`NoCardOut`.
    """
    with vault.write() as db:
        if not is_out(grants.grant(vault, gid)):
            raise NoCardOut
        journal.append(db, "card-returned", grant=gid)
        grants.update(db, gid, card_back=clock.instant(journal.latest(db)))
