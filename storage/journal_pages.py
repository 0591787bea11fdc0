"""The journal looked through: lines newest first, in pages, of what is asked for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from phr.dates import bounds
from storage import clock, journal

if TYPE_CHECKING:
    from collections.abc import Callable

    from storage.journal import Line
    from storage.vault import Vault


class Group(StrEnum):
    """Actions of the journal that one looks for together."""

    ACCESSES = "accesses"
    CODES = "codes"
    REPLIES = "replies"
    IMPORTS = "imports"
    ITEMS = "items"
    PEOPLE = "people"
    VAULT = "vault"


ACTIONS: dict[Group, frozenset[str]] = {
    Group.ACCESSES: frozenset(
        {
            "preview",
            "grant-made",
            "handed-over",
            "paper-again",
            "screen-begun",
            "screen-ended",
            "end-unknown",
            "receipt-made",
            "withdrawn",
            "expired",
            "used-up",
            "separated",
            # of a vault: its accesses end
            "copied",
            "restored",
            "rolled-back",
        }
    ),
    Group.CODES: frozenset(
        {
            "released",
            "release-repeated",
            "release-refused",
            "card-made",
            "card-reprinted",
            "card-returned",
        }
    ),
    Group.REPLIES: frozenset({"reply-received", "reply-opened", "reply-deleted", "reply-refused"}),
    Group.IMPORTS: frozenset(
        {
            "import",
            "put-aside",
            "discarded",
            "columns-told",
            "columns-forgotten",
            "texts-read",
            "text-recognised",
            "results-confirmed",
        }
    ),
    Group.ITEMS: frozenset(
        {
            "entry-added",
            "entry-edited",
            "entry-restored",
            "hidden",
            "shown",
            "item-closed",
            "item-opened",
            "labelled",
            "unlabelled",
            "deleted",
        }
    ),
    Group.PEOPLE: frozenset(
        {
            "person",
            "person-edited",
            "name-forgotten",
            "record-separated",
            "record-received",
            "practitioner-added",
        }
    ),
    Group.VAULT: frozenset(
        {
            "created",
            "unlock",
            "clock-confirmed",
            "passphrase-changed",
            "signing-key-new",
            "backup-made",
            "exported",
        }
    ),
}
"""The actions of each group; each action that this version writes is in one."""


@dataclass(frozen=True, slots=True)
class LineFilter:
    """Which lines; what is left empty does not limit, and the rest is combined.

    ``grant``, ``person`` and ``practitioner`` are ids: lines of the access, of accesses to the record or for the care
    professional, and lines that name the two themselves. ``entry`` is the id of an entry: lines that name it, and all
    lines of the accesses whose file holds it. ``date_from`` and ``date_to`` are partial dates, both included, on this
    computer's clock.
    """

    grant: str = ""
    person: str = ""
    practitioner: str = ""
    entry: str = ""
    groups: tuple[Group, ...] = ()
    date_from: str = ""
    date_to: str = ""


def page(
    vault: Vault,
    which: LineFilter,
    *,
    before: int | None = None,
    limit: int = 100,
    cancelled: Callable[[], bool] | None = None,
) -> list[Line]:
    """Up to ``limit`` lines, newest first, whose number is below ``before``.

    Raises ``NotADate``, :class:`DamagedVault` for a line that was not written by this program, :class:`Cancelled` soon
    after ``cancelled`` says so.
    """
    condition, values = _condition(which)
    if before is not None:
        condition += " AND seq < ?"
        values.append(before)
    with vault.read(cancelled) as db:
        rows = db.execute(
            f"{journal.SELECT} WHERE {condition} ORDER BY seq DESC LIMIT ?", (*values, limit)
        ).fetchall()
    return journal.read_lines(rows)


def _condition(which: LineFilter) -> tuple[str, list[str | int]]:
    # Details are found by their text, which has one form (storage.canonical), and not by SQLite's functions for JSON,
    # which would give up at a line that somebody broke.
    parts, values = ["1"], list[str | int]()
    if which.grant:
        parts.append("grant_id = ?")
        values.append(which.grant)
    for column, value in (("person", which.person), ("practitioner", which.practitioner)):
        if value:
            parts.append(f"({_of_grants(f'{column} = ?')} OR instr(detail, ?) > 0)")
            values += (value, f'"{column}":"{value}"')
    if which.entry:
        parts.append(f"({_of_grants('instr(entries, ?) > 0')} OR instr(detail, ?) > 0)")
        values += (f'"{which.entry}"', f':"{which.entry}"')
    if which.groups:
        actions = sorted(action for group in which.groups for action in ACTIONS[group])
        parts.append(f"action IN ({', '.join('?' * len(actions))})")
        values += actions
    if which.date_from:
        parts.append("at >= ?")
        values.append(_instant(bounds(which.date_from)[0], which.date_from))
    if which.date_to:
        parts.append("at <= ?")
        values.append(_instant(bounds(which.date_to)[1], which.date_to))
    return " AND ".join(parts), values


def _of_grants(condition: str) -> str:
    return f"grant_id IN (SELECT gid FROM access_grant WHERE {condition})"


def _instant(seconds: int, date: str) -> str:
    """The journal's form of a bound that :func:`phr.dates.bounds` gave for ``date``."""
    moment = datetime(1, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds)
    try:
        return clock.instant(moment if "T" in date else moment.replace(tzinfo=None).astimezone())
    except (ValueError, OverflowError, OSError):  # years that the clock on the wall does not have
        return moment.replace(tzinfo=None).isoformat() + "Z"
