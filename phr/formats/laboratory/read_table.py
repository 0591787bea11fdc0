"""The results that the pages of a document print, as proposals: each with its page, its line and what stands there."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from phr.dates import check as checked_date
from phr.errors import NotADate
from phr.formats.laboratory.rows import looks_like_one, read_row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from phr.formats.laboratory.rows import Row

_MOST = 500
_DAY = r"(\d{2})[/.](\d{2})[/.](\d{4})(?!\d)"
_SAMPLED = re.compile(rf"pr[ée]l[eèé]v(?:ement|[ée]e?s?)\b[^\d]{{0,60}}{_DAY}", re.IGNORECASE)
_LABORATORY = re.compile(
    r"\b(?:laboratoires?|biologie m[ée]dicale|h[ôo]pital|hospitalier|CHU|LBM)\b", re.IGNORECASE
)
_HEAD = 12
_LONGEST_NAME = 100


@dataclass(frozen=True, slots=True)
class Proposal:
    """A result that a page prints. ``page`` and ``line`` count from 1; ``printed`` is the whole line."""

    page: int
    line: int
    printed: str
    row: Row


@dataclass(frozen=True, slots=True)
class Table:
    """What was read of a document.

    ``left_out`` counts lines that look like results and were not understood to their end. ``sampled`` is the one day
    on which the document says that samples were taken, as FHIR writes it, ``laboratory`` its letterhead; "" if the
    document does not tell.
    """

    proposals: tuple[Proposal, ...]
    left_out: int
    sampled: str
    laboratory: str


def read_table(pages: Sequence[Sequence[str]]) -> Table:
    """The results in the lines of these pages (columns parted by tabs), 500 at most."""
    proposals: list[Proposal] = []
    left_out = 0
    for number, page in enumerate(pages, 1):
        for place, line in enumerate(page, 1):
            row = read_row(line) if len(proposals) < _MOST else None
            if row is not None:
                proposals.append(Proposal(number, place, " ".join(line.split()), row))
            elif looks_like_one(line):
                left_out += 1
    return Table(tuple(proposals), left_out, _sampled(pages), _laboratory(pages))


def _sampled(pages: Sequence[Sequence[str]]) -> str:
    """The day after a word for sampling; "" if there are several."""
    found = {match.groups() for page in pages for line in page for match in _SAMPLED.finditer(line)}
    if len(found) != 1:
        return ""
    day, month, year = found.pop()
    try:
        return checked_date(f"{year}-{month}-{day}")
    except NotADate:
        return ""


def _laboratory(pages: Sequence[Sequence[str]]) -> str:
    head = pages[0][:_HEAD] if pages else ()
    names = (part.strip() for line in head for part in line.split("\t") if _LABORATORY.search(part))
    return next((name for name in names if len(name) <= _LONGEST_NAME), "")
