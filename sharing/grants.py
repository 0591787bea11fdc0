"""Giving access and taking it back.

Making a grant: the secret goes to the state file, the package to its folder, then the database learns of it. Killed
before that, there is a file that nobody can open and a secret that the next opening of the vault drops. What answers,
prints and ends a grant is in ``releases.py``, ``card.py`` and ``endings.py``; it is part of this face.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sharing import delivery, wordlist
from sharing.card import Card, card_returned, is_out, make_card
from sharing.consultation import keep as keep_consultation
from sharing.endings import (
    Withdrawal,
    can_be_withdrawn,
    end_due,
    received,
    revoke,
    running,
    withdrawal,
    write_end,
)
from sharing.envelope import WORD_COUNT, Envelope, Mode
from sharing.errors import BadTerms, NothingToShare
from sharing.package import Terms, build
from sharing.page import constant, page
from sharing.preview import Preview, select
from sharing.releases import Asking, Release, release, who_asks
from sharing.reply_file import draw_keys
from sharing.secret import GrantSecret
from sharing.shares import Shares, challenge_key, mask_key
from storage import clock, grants, journal, practitioners, replies, state
from storage.grants import GrantRow

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from sharing.consultation import Consultation
    from sharing.scope import Scope
    from sharing.wordlist import Language
    from storage.replies import ReplyKey
    from storage.vault import Vault

__all__ = [
    "LARGE", "Asking", "Card", "NewGrant", "Release", "Withdrawal", "can_be_withdrawn", "card_returned", "check_terms",
    "end_due", "is_out", "make_card", "new_grant", "received", "release", "revoke", "running", "who_asks", "withdrawal",
    "words",
]  # fmt: skip

LARGE = 50_000_000
"""Bytes above which a reading page is too heavy for some browsers: the ``.phr`` and ``reader.html`` do better."""


@dataclass(frozen=True, slots=True)
class NewGrant:
    """A grant just made. ``words`` is None for a card; ``large`` if the page has over :data:`LARGE` bytes."""

    gid: str
    mode: Mode
    html: Path
    envelope: Path
    expires_at: datetime
    entries: int
    large: bool
    words: str | None = field(repr=False)


def new_grant(
    vault: Vault,
    *,
    practitioner: str,
    purpose: str,
    scope: Scope,
    not_before: datetime | None,
    until: datetime,
    releases: int,
    mode: Mode,
    folder: Path,
    language: Language,
    former: str = "",
    keep_former: bool = False,
    consultation: Consultation | None = None,
) -> NewGrant:
    """Give ``practitioner`` (id or name) access to what ``scope`` selects, as two files in ``folder``.

    ``releases`` is how many codes may be given (mode ``code``); the words are in ``language``. Times are aware.
    ``former`` is the grant that this one takes the place of (:mod:`sharing.renewal`): it is withdrawn in the same
    transaction if it still runs, unless ``keep_former``. ``consultation`` is what the patient puts at the top.

    Raises :class:`NothingToShare`, :class:`BadTerms`, :class:`PackageNotWritten`, what :func:`preview.select` raises,
    ``NoSuchPractitioner``, ``SeveralPractitioners``, and ``DateUnconfirmed`` and ``WrongClock`` while the date is in
    doubt. No grant is made then.
    """
    check_terms(vault, not_before, until, releases)
    to = practitioners.practitioner(vault, practitioner)
    shown = select(vault, scope)
    if not shown.entries:
        raise NothingToShare
    shares = Shares.draw()
    gid = shares.gid.hex()
    spoken = wordlist.draw(WORD_COUNT[mode], language)
    reply_key, reply_address = draw_keys()
    payload = build(
        vault, shown, Terms(shares.gid, mode, to, purpose, not_before, until, reply_address, consultation)
    )
    envelope = Envelope.seal(mode, shares, spoken, payload)
    html = page(envelope)
    if mode is not Mode.NO_WAY_BACK:
        mask = mask_key(shares.gid, shares.practitioner) if mode is Mode.CODE else b""
        GrantSecret(shares.release, mask, spoken).keep(vault, gid)
    written: list[Path] = []
    try:
        written += delivery.write(folder.absolute(), html, envelope)
        row = GrantRow(
            gid=gid,
            practitioner=to.id,
            person=shown.person.id,
            purpose=purpose,
            scope=scope.model_dump_json(),
            entries=json.dumps([entry.id for entry in shown.entries]),
            mode=mode.value,
            not_before=clock.instant(not_before) if not_before else "",
            until=clock.instant(until),
            releases=releases if mode is Mode.CODE else 1,
            released=1 if mode is Mode.NO_WAY_BACK else 0,
            made_at=clock.instant(vault.now()),
            challenge_key=challenge_key(shares.gid, shares.practitioner),
            digest=hashlib.sha256(envelope).digest(),
            former=former,
        )
        ended = _record(
            vault, row, shown, html, reply_key, keep_former=keep_former, consultation=consultation
        )
    except BaseException:
        delivery.remove(written)
        state.drop_shares(vault, [gid])
        raise
    if ended:
        state.drop_shares(vault, [former])
    return NewGrant(
        gid=gid,
        mode=mode,
        html=written[0],
        envelope=written[1],
        expires_at=clock.moment(row.until),
        entries=len(shown.entries),
        large=len(html) > LARGE,
        words=spoken or None,
    )


def words(vault: Vault, gid: str) -> str | None:
    """The words of a grant, to be read again as long as it can be released; else None. Raises ``NoSuchGrant``."""
    grants.grant(vault, gid)
    secret = GrantSecret.of(vault, gid)
    return secret.words or None if secret else None


def check_terms(vault: Vault, not_before: datetime | None, until: datetime, releases: int) -> None:
    """Raises :class:`BadTerms`, ``DateUnconfirmed``, ``WrongClock``: what a grant could not be made with."""
    if until <= vault.now():
        raise BadTerms("ended")
    if not_before is not None and until <= not_before:
        raise BadTerms("order")
    if releases < 1:
        raise BadTerms("releases")


def _record(
    vault: Vault,
    row: GrantRow,
    shown: Preview,
    html: bytes,
    reply_key: ReplyKey,
    *,
    keep_former: bool,
    consultation: Consultation | None,
) -> bool:
    """Write the grant down; whether the former one has ended with it."""
    detail: dict[str, int | str | None] = {
        "mode": row.mode,
        "entries": len(shown.entries),
        "releases": row.releases,
        "released": row.released,
        "digest": row.digest.hex(),
        "page": hashlib.sha256(html).hexdigest(),
        "reader": hashlib.sha256(constant()).hexdigest(),
    }
    if row.former:
        detail["former"] = row.former
    with vault.write() as db:
        grants.insert(db, row)
        replies.put_key(db, row.gid, reply_key)
        if consultation:
            keep_consultation(db, row.gid, consultation)
        journal.append(db, "grant-made", grant=row.gid, detail=detail)
        return bool(row.former) and not keep_former and write_end(vault, db, row.former, "withdrawn")
