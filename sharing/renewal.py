"""Giving an access anew with what changed since, or with less in it. The new grant has its own id, shares and words.

The scope is evaluated again now, so that the patient first sees the difference: :func:`difference` between what the
former grant holds and a selection made for the new one. The former grant is withdrawn in the same transaction.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from math import inf
from typing import TYPE_CHECKING

from phr import dates
from sharing.endings import RUNNING
from sharing.envelope import Mode
from sharing.errors import NothingToShare, WrongMode
from sharing.grants import new_grant
from sharing.holders import still_there
from sharing.preview import select
from sharing.scope import Scope
from storage import clock, entries, grants

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from phr.entry import Entry, Kind
    from sharing.consultation import Consultation
    from sharing.grants import NewGrant
    from sharing.preview import Preview
    from sharing.wordlist import Language
    from storage.vault import Vault


@dataclass(frozen=True, slots=True)
class Difference:
    """From a former grant to a selection: ``added`` would newly leave, ``changed`` leaves again and was corrected or
    updated since, ``gone`` no longer leaves, ``deleted`` is how many are gone from the record; ``private`` leaves
    although it is kept private, because the patient had named it."""

    added: tuple[Entry, ...]
    changed: tuple[Entry, ...]
    gone: tuple[Entry, ...]
    deleted: int
    private: tuple[Entry, ...]


def difference(vault: Vault, gid: str, shown: Preview) -> Difference:
    """What changed from what the grant ``gid`` holds to this selection. Raises ``NoSuchGrant``."""
    row = grants.grant(vault, gid)
    held = set(json.loads(row.entries))
    now = {entry.id for entry in shown.entries}
    made = clock.moment(row.made_at)
    gone = [still_there(vault, entry_id) for entry_id in json.loads(row.entries) if entry_id not in now]
    return Difference(
        tuple(entry for entry in shown.entries if entry.id not in held),
        tuple(
            entry
            for entry in shown.entries
            if entry.id in held and any(one.at >= made for one in entries.revisions(vault, entry.id))
        ),
        tuple(entry for entry in gone if entry),
        gone.count(None),
        tuple(entry for entry in shown.entries if entry.hidden),
    )


def scope_again(vault: Vault, gid: str) -> Scope:
    """The scope of a grant, without the entries deleted since.

    Raises ``NoSuchGrant``, :class:`NothingToShare` when only named entries were shared and none is left, and
    :class:`WrongMode` for what is on the screen: it ends there, and not because another takes its place.
    """
    row = grants.grant(vault, gid)
    if row.mode == Mode.SCREEN and row.state == RUNNING:
        raise WrongMode(gid, row.mode)
    scope = Scope.model_validate_json(row.scope)
    left = scope.model_copy(
        update={
            "entries": tuple(one for one in scope.entries if still_there(vault, one)),
            "without": tuple(one for one in scope.without if still_there(vault, one)),
        }
    )
    if scope.named_only and not left.entries:
        raise NothingToShare  # no name and no kind would mean everything
    return left


def narrowed(vault: Vault, gid: str, by: Scope) -> Scope:
    """The scope of a grant made narrower: its kinds among those of ``by``, the shorter period, what either leaves out.

    What ``by`` does not say (no kind, no date, no identifier) changes nothing; entries that it names stay. What is new
    in the record since comes in, unless :func:`within` keeps it out. Raises ``NoSuchGrant``, ``NoSuchEntry``,
    :class:`NothingToShare`.
    """
    scope = scope_again(vault, gid)
    kinds = () if by.named_only or scope.named_only else _kinds(scope, by)
    named = [entries.entry(vault, one) for one in dict.fromkeys((*scope.entries, *by.entries))]
    kept = tuple(
        entry.id for entry in named if entry.id in by.entries or by.admits(replace(entry, hidden=False))
    )
    if not kinds and not kept and (scope.kinds or scope.entries):
        raise NothingToShare  # no name and no kind would mean everything
    by_date = by.date_from or by.date_to
    left = {
        "kinds": kinds,
        "entries": kept,
        "any_date": tuple(kind for kind in scope.any_date if not by_date or kind in by.any_date),
        "date_from": max(scope.date_from, by.date_from, key=lambda one: dates.bounds(one)[0] if one else -1),
        "date_to": min(scope.date_to, by.date_to, key=lambda one: dates.bounds(one)[1] if one else inf),
        "without": tuple(dict.fromkeys((*scope.without, *by.without))),
        "without_labels": tuple(dict.fromkeys((*scope.without_labels, *by.without_labels))),
        "with_labels": _labels(scope, by),
        "identifiers": tuple(
            one for one in scope.identifiers if one in (by.identifiers or scope.identifiers)
        ),
    }
    return scope.model_copy(update=left)


def within(vault: Vault, gid: str, scope: Scope) -> Scope:
    """``scope`` less all that the grant ``gid`` does not hold, so that nothing new leaves. Raises as ``select``."""
    held = set(json.loads(grants.grant(vault, gid).entries))
    new = [entry.id for entry in select(vault, scope).entries if entry.id not in held]
    return scope.model_copy(update={"without": (*scope.without, *new)}) if new else scope


def renew(
    vault: Vault,
    gid: str,
    *,
    scope: Scope,
    not_before: datetime | None,
    until: datetime,
    releases: int,
    mode: Mode,
    folder: Path,
    language: Language,
    purpose: str | None = None,
    keep: bool = False,
    consultation: Consultation | None = None,
) -> NewGrant:
    """Give the access ``gid`` anew to the same care professional. ``purpose`` None: the same.

    The former one is withdrawn if it still runs, unless ``keep``.
    Raises ``NoSuchGrant``, and as :func:`sharing.grants.new_grant`.
    """
    former = grants.grant(vault, gid)
    return new_grant(
        vault,
        practitioner=former.practitioner,
        purpose=former.purpose if purpose is None else purpose,
        scope=scope,
        not_before=not_before,
        until=until,
        releases=releases,
        mode=mode,
        folder=folder,
        language=language,
        former=gid,
        keep_former=keep,
        consultation=consultation,
    )


def _kinds(scope: Scope, by: Scope) -> tuple[Kind, ...]:
    if not by.kinds:
        return scope.kinds
    return tuple(kind for kind in by.kinds if not scope.kinds or kind in scope.kinds)


def _labels(scope: Scope, by: Scope) -> tuple[str, ...] | None:
    if scope.with_labels is None or by.with_labels is None:
        return by.with_labels if scope.with_labels is None else scope.with_labels
    return tuple(one for one in scope.with_labels if one in by.with_labels)
