"""What a blank says: dates that line up around it, and reports that list more than is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from phr import dates
from phr.inference.clues import Finding, Sure, Why
from phr.inference.words import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from phr.inference.clues import Clue

_DAY = 86_400
_LONGEST_STAY = 92 * _DAY
_AROUND = 14 * _DAY
# Fewer single days than this are no stay; a period is one by itself.
_FEWEST = 3
_STAY = (
    "hospitalis", "hospitaliz", "inpatient", "discharge", "sejour", "sortie", "admission", "rehabilitation",
    "convalescence", "readaptation",
)  # fmt: skip


def blanked_out(shared: Sequence[Clue], chosen: Sequence[Clue]) -> list[Finding]:
    """All that is held back falls in one stay, nothing shared does, and what is shared around it speaks of a stay.

    The words for a stay are those of French and English discharge letters and sick notes.
    """
    spans = [dates.bounds(clue.date) for clue in chosen if clue.date and _is_exact(clue.date)]
    if not spans or len(spans) < len(chosen):
        return []
    first, last = min(start for start, _ in spans), max(end for _, end in spans)
    one_stay = any(end - start >= 2 * _DAY for start, end in spans) or len(spans) >= _FEWEST
    if not one_stay or last - first > _LONGEST_STAY:
        return []
    around = []
    for clue in shared:
        if not clue.date or not _is_exact(clue.date):
            continue
        start, end = dates.bounds(clue.date)
        if first < start and end < last:
            return []
        near = first - _AROUND <= end and start <= last + _AROUND
        if near and any(word.startswith(_STAY) for word in words(f"{clue.title}\n{clue.text}")):
            around.append(clue.id)
    if not around:
        return []
    label = min(frozenset.intersection(*(clue.labels for clue in chosen)), default="")
    return [Finding(label, Why.DATES, Sure.POSSIBLE, tuple(around), tuple(clue.id for clue in chosen))]


def left_out_of_reports(shared: Sequence[Clue], chosen: Sequence[Clue]) -> list[Finding]:
    """Reports of which only a part is shared: likely seen when their document comes along, else possibly."""
    held = {clue.id: clue for clue in chosen}
    found = []
    for clue in shared:
        absent = tuple(dict.fromkeys(one for one in clue.lists if one in held))
        if absent and (clue.files or len(set(clue.lists)) > len(absent)):
            label = min((label for one in absent for label in held[one].labels), default="")
            sure = Sure.LIKELY if clue.files else Sure.POSSIBLE
            found.append(Finding(label, Why.ABSENT, sure, (clue.id,), absent))
    return found


def _is_exact(date: str) -> bool:
    """Whether a date is known to the day, on both sides of a period."""
    return all(len(side) >= len("2024-03-12") for side in date.split("/"))
