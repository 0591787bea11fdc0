"""On my screen: an excerpt shown on the patient's own computer, beside the practitioner. No file is made.

:func:`begin` is journalled and committed before anything is shown. What shows it is a process that is given the bundle
and nothing else, while the vault is locked, so :func:`finish` comes when the vault is next unlocked, with the time at
which that process ended. When nobody knows that time any more (the computer or the program stopped), the end of the
grant's own time limit ends it, as ``end-unknown`` (:mod:`sharing.endings`).
"""

from __future__ import annotations

import hashlib
import json
import secrets
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING

from sharing.consultation import keep as keep_consultation
from sharing.endings import END_UNKNOWN, RUNNING
from sharing.envelope import Mode
from sharing.errors import BadTerms, NothingToShare
from sharing.package import Terms, build
from sharing.preview import select
from storage import clock, grants, journal, practitioners
from storage.grants import GrantRow

if TYPE_CHECKING:
    from datetime import datetime

    from sharing.consultation import Consultation
    from sharing.scope import Scope
    from storage.vault import Vault

LONGEST = 240
"""Minutes that a consultation may last, at most."""

CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Showing:
    """A grant that begins now: the ``bundle`` to show for ``seconds``, and the vault that knows of it."""

    gid: str
    vault: str
    seconds: int
    entries: int
    bundle: bytes = field(repr=False)


def begin(
    vault: Vault,
    *,
    practitioner: str,
    purpose: str,
    scope: Scope,
    minutes: int,
    consultation: Consultation | None = None,
) -> Showing:
    """Begin to show ``practitioner`` (id or name) what ``scope`` selects, for ``minutes``; journalled.

    ``consultation`` is what the patient puts at the top.

    Raises :class:`NothingToShare`, :class:`BadTerms` (``minutes``), what :func:`sharing.preview.select` raises,
    ``NoSuchPractitioner``, ``SeveralPractitioners``, and ``DateUnconfirmed`` and ``WrongClock`` while the date is in
    doubt.
    """
    if not 1 <= minutes <= LONGEST:
        raise BadTerms("minutes")
    made = vault.now()
    to = practitioners.practitioner(vault, practitioner)
    shown = select(vault, scope)
    if not shown.entries:
        raise NothingToShare
    gid, until = secrets.token_bytes(16), made + timedelta(minutes=minutes)
    bundle = build(vault, shown, Terms(gid, Mode.SCREEN, to, purpose, None, until, consultation=consultation))
    row = GrantRow(
        gid=gid.hex(),
        practitioner=to.id,
        person=shown.person.id,
        purpose=purpose,
        scope=scope.model_dump_json(),
        entries=json.dumps([entry.id for entry in shown.entries]),
        mode=Mode.SCREEN.value,
        until=clock.instant(until),
        releases=1,
        released=1,
        made_at=clock.instant(made),
        challenge_key=secrets.token_bytes(32),  # nobody has it: no code can name this grant
        digest=hashlib.sha256(bundle).digest(),
    )
    detail: dict[str, int | str | None] = {
        "entries": len(shown.entries),
        "minutes": minutes,
        "digest": row.digest.hex(),
    }
    with vault.write() as db:
        grants.insert(db, row)
        if consultation:
            keep_consultation(db, row.gid, consultation)
        journal.append(db, "screen-begun", grant=row.gid, detail=detail)
    return Showing(row.gid, vault.id, minutes * 60, len(shown.entries), bundle)


def finish(vault: Vault, gid: str, ended_at: datetime) -> None:
    """What was shown has been off the screen since ``ended_at``; journalled, once. Raises ``NoSuchGrant``."""
    with vault.write() as db:
        if grants.grant(vault, gid).state not in (RUNNING, END_UNKNOWN):
            return
        ended = clock.instant(ended_at)
        journal.append(db, "screen-ended", grant=gid, detail={"ended": ended})
        grants.update(db, gid, state=CLOSED, ended_at=ended)
