"""Answering a challenge: who asks, and the code that opens the file.

The release is in the journal and committed before its answer exists. The same challenge gets the same answer, which is
a repeat and not counted. There is no lock-out: after ten failures in a row, one try per ten seconds.
"""

from __future__ import annotations

import hashlib
import itertools
import json
import math
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING

from sharing import codes, endings
from sharing.envelope import Mode
from sharing.errors import BadChallenge, BadCode, GrantEnded, GrantNotBegun, TooManyTries, WrongMode
from sharing.secret import GrantSecret
from storage import clock, grants, journal, practitioners

if TYPE_CHECKING:
    from storage.grants import GrantRow
    from storage.practitioners import Practitioner
    from storage.vault import Vault

FREE_TRIES = 10
WAIT = timedelta(seconds=10)

_RELEASES = frozenset({"released", "release-repeated"})
_REFUSED = "release-refused"
# Lines of the journal that are looked at for failures.
_RECENT = 200


@dataclass(frozen=True, slots=True)
class Asking:
    """A challenge that may be answered: of which grant, whose file it is; ``repeat`` if it was answered before."""

    grant: GrantRow
    practitioner: Practitioner
    repeat: bool


@dataclass(frozen=True, slots=True)
class Release:
    """An answer: the code in characters and as words. ``left`` is how many more releases there are."""

    gid: str
    practitioner: Practitioner
    code: str = field(repr=False)
    words_fr: str = field(repr=False)
    words_en: str = field(repr=False)
    repeat: bool
    left: int


def who_asks(vault: Vault, challenge: str) -> Asking:
    """Who would get the answer, without giving it.

    Raises :class:`BadChallenge`, :class:`TooManyTries`, :class:`GrantEnded`, :class:`GrantNotBegun`; the refusal is
    in the journal. Raises ``DateUnconfirmed`` and ``WrongClock`` while the date is in doubt.
    """
    asking, _ = _asking(vault, challenge)
    return asking


def release(vault: Vault, challenge: str) -> Release:
    """Answer a challenge, as characters or words. Raises as :func:`who_asks`."""
    asking, code = _asking(vault, challenge)
    gid = asking.grant.gid
    secret = open_secret(vault, asking.grant, Mode.CODE)
    with vault.write() as db:
        row = grants.grant(vault, gid)  # as it is now: another thread may have answered, or withdrawn it
        repeat, released = _digest(code) in _answered(row), row.released
        if row.state != endings.RUNNING or (endings.is_used_up(row) and not repeat):
            raise GrantEnded(gid, row.state)
        if repeat:
            journal.append(db, "release-repeated", grant=gid)
        else:
            released += 1
            answered = json.dumps([*_answered(row), _digest(code)])
            journal.append(db, "released", grant=gid, detail={"number": released, "of": row.releases})
            grants.update(db, gid, released=released, answered=answered)
    answer = codes.answer(secret.mask_key, bytes.fromhex(gid), codes.nonce_of(code), secret.release)
    return Release(
        gid,
        asking.practitioner,
        codes.to_text(answer),
        codes.to_words(answer, "fr"),
        codes.to_words(answer, "en"),
        repeat,
        row.releases - released,
    )


def open_secret(vault: Vault, row: GrantRow, mode: Mode) -> GrantSecret:
    """The secret of a grant that may be released now in this way; else the refusal, journalled.

    Raises :class:`GrantEnded`, :class:`WrongMode`, :class:`GrantNotBegun`.
    """
    if row.state != endings.RUNNING:
        raise _refusal(vault, row, GrantEnded(row.gid, row.state))
    if row.mode != mode:
        raise _refusal(vault, row, WrongMode(row.gid, row.mode))
    if row.not_before and vault.now() < clock.moment(row.not_before):
        raise _refusal(vault, row, GrantNotBegun(row.gid, clock.moment(row.not_before)))
    secret = GrantSecret.of(vault, row.gid)
    if secret is None:  # the state file was lost: to this vault that is as if it were a copy
        raise _refusal(vault, row, GrantEnded(row.gid, "copied"))
    return secret


def _asking(vault: Vault, challenge: str) -> tuple[Asking, bytes]:
    vault.now()
    endings.end_due(vault)
    _check_pace(vault)
    row, code = _grant_of(vault, challenge)
    open_secret(vault, row, Mode.CODE)
    repeat = _digest(code) in _answered(row)
    if endings.is_used_up(row) and not repeat:
        raise _refusal(vault, row, GrantEnded(row.gid, "used-up"))
    return Asking(row, practitioners.practitioner(vault, row.practitioner), repeat), code


def _grant_of(vault: Vault, challenge: str) -> tuple[GrantRow, bytes]:
    """The grant, ended or not, that a challenge was made for; of misheard words, the reading that its tag proves."""
    try:
        readings = codes.readings(challenge, codes.CHALLENGE_SIZE)
    except BadCode:
        readings = []
    for code, row in itertools.product(readings, grants.grants(vault)):
        if codes.is_challenge_of(row.challenge_key, bytes.fromhex(row.gid), code):
            return row, code
    with vault.write() as db:
        journal.append(db, _REFUSED, detail={"why": "unknown"})
    raise BadChallenge


def _check_pace(vault: Vault) -> None:
    """One try per ten seconds after ten that failed since the last release."""
    with vault.read() as db:
        last = journal.end(db)[0]
    failed: list[str] = []
    recent = journal.lines(vault, after=max(0, last - _RECENT), limit=_RECENT)
    for line in recent:
        if line.action in _RELEASES:
            failed.clear()
        elif line.action == _REFUSED and not line.grant:
            failed.append(line.at)
    if len(failed) >= FREE_TRIES:
        wait = clock.moment(failed[-1]) + WAIT - vault.now()
        if wait > timedelta(0):
            raise TooManyTries(math.ceil(wait.total_seconds()))


def _refusal(
    vault: Vault, row: GrantRow, error: GrantEnded | GrantNotBegun | WrongMode
) -> GrantEnded | GrantNotBegun | WrongMode:
    """Write in the journal why a grant is not released; gives the error back, to be raised."""
    why = {GrantEnded: "ended", GrantNotBegun: "not-begun", WrongMode: "mode"}[type(error)]
    with vault.write() as db:
        journal.append(db, _REFUSED, grant=row.gid, detail={"why": why})
    return error


def _answered(row: GrantRow) -> list[str]:
    answered: list[str] = json.loads(row.answered or "[]")
    return answered


def _digest(code: bytes) -> str:
    return hashlib.sha256(code).hexdigest()
