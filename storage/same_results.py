"""When a result that comes from another source is one that is here already: one result, two provenances.

Two Observations are one result when they are about one person, share a code (system and code), were made at one time
(the same instant; the same day where one of the two says no more), and say the same value in the same unit. Decimals
are compared as numbers, other values and units as they are written, or units by their UCUM code. Two results of one
file are two results, whatever they say.
"""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any

from phr.dates import sort_key
from phr.entry import Kind
from phr.formats.fhir.items import decimal
from storage import bodies
from storage.ids import LAST_IN_SECOND, SECOND_BITS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from phr.entry import Draft
    from storage.connection import Connection

_TYPE = "Observation"
_KINDS = (Kind.RESULT, Kind.MEASUREMENT)
_DAY = len("2024-01-31")
_DAY_SECONDS = 86400
# A day begins up to 14 hours before, and ends up to 12 hours after, the same day in UTC.
_OFFSETS = 14 * 3600
_UCUM = "http://unitsofmeasure.org"


@dataclass(frozen=True, slots=True)
class Result:
    """What makes a result the same as another. ``value`` is a Decimal where the text is a number."""

    codes: frozenset[str]
    date: str
    value: Decimal | str
    unit: str


def result_of(kind: str, draft: Draft | None) -> Result | None:
    """What a resource says as a result, None if it is none that could be told from others."""
    if kind != _TYPE or draft is None or draft.kind not in _KINDS or not draft.date or draft.value is None:
        return None
    if draft.status == "entered-in-error" or "/" in draft.date or len(draft.date) < _DAY:
        return None
    codes = frozenset(f"{one.system}|{one.code}" for one in draft.codes if one.system and one.code)
    return Result(codes, draft.date, _number(draft.value.text), draft.value.unit) if codes else None


def same_result(one: Result, other: Result) -> bool:
    """Whether two results are one, units as they are written."""
    return one.unit == other.unit and _alike(one, other)


def same_value(one: Result, other: Result) -> bool:
    """Whether two results share a code and a value, whatever their dates and units."""
    return bool(one.value == other.value and one.codes & other.codes)


def _alike(one: Result, other: Result) -> bool:
    return same_value(one, other) and _same_time(one.date, other.date)


def _same_time(one: str, other: str) -> bool:
    if len(one) == _DAY or len(other) == _DAY:
        return one[:_DAY] == other[:_DAY]
    return sort_key(one) == sort_key(other)


def _number(text: str) -> Decimal | str:
    try:
        number = Decimal(text)
    except InvalidOperation:
        return text
    return number if number.is_finite() else text


@dataclass(frozen=True, slots=True)
class Arriving:
    """A result that comes, and whose it is; ``body`` is its resource as JSON."""

    person: str
    result: Result
    body: bytes


@dataclass(frozen=True, slots=True)
class _Here:
    """A result of the vault."""

    entry: str
    person: str
    result: Result
    codec: int
    body: bytes


class OtherSources:
    """The results that were here, from other sources, when a file came.

    ``last`` is the highest resource then, ``same_file`` the rows of the sources that are this file. Each result that
    was here is matched once for each file.
    """

    def __init__(self, db: Connection, last: int, same_file: Collection[int]) -> None:
        self._db = db
        self._last = last
        self._same_file = same_file
        self._matched: set[str] = set()

    def find(self, arriving: Sequence[Arriving | None]) -> list[str | None]:
        """For each result the entry that it is, or None."""
        found: list[str | None] = [None] * len(arriving)
        if not self._last:
            return found
        here = self._around([one for one in arriving if one is not None])
        for place, one in enumerate(arriving):
            if one is not None and here:
                found[place] = self._match(one, here)
        return found

    def _match(self, one: Arriving, here: dict[tuple[str, str], list[_Here]]) -> str | None:
        for code in sorted(one.result.codes):
            for other in here.get((one.person, code), ()):
                if (
                    other.entry not in self._matched
                    and _alike(one.result, other.result)
                    and (one.result.unit == other.result.unit or _same_ucum(one, other))
                ):
                    self._matched.add(other.entry)
                    return other.entry
        return None

    def _around(self, arriving: Iterable[Arriving]) -> dict[tuple[str, str], list[_Here]]:
        """The results that were here around the dates of those that come, by person and code, in order of time."""
        found: dict[tuple[str, str], list[_Here]] = defaultdict(list)
        spans = _spans(one.result.date for one in arriving)
        rows = self._db.execute(
            "SELECT e.id, e.person, e.kind, e.date, e.codes, e.value, e.status, r.source, r.codec, r.body"
            " FROM json_each(?) span CROSS JOIN entry e"
            " ON e.pos BETWEEN span.value ->> 0 AND span.value ->> 1 AND e.kind IN ('result', 'measurement')"
            " JOIN resource r ON r.entry = e.id AND r.type = ? AND r.id <= ?",
            (json.dumps(spans), _TYPE, self._last),
        )
        for entry, person, _, date, codes, value, status, source, codec, body in rows:
            if source in self._same_file or not (date and codes and value) or status == "entered-in-error":
                continue
            pairs = frozenset(f"{system}|{code}" for system, code, _ in json.loads(codes) if system and code)
            text, unit, *_ = json.loads(value)
            one = _Here(entry, person, Result(pairs, date, _number(text), unit), codec, body)
            for pair in pairs:
                found[person, pair].append(one)
        return found


def _spans(dates: Iterable[str]) -> list[tuple[int, int]]:
    """The ranges of places in the timeline where the same dates may be, none of them twice."""
    wanted = []
    for date in set(dates):
        first = sort_key(date)
        if len(date) == _DAY:
            wanted.append((first - _OFFSETS, first + _DAY_SECONDS + _OFFSETS))
        else:
            day = sort_key(date[:_DAY])
            wanted += [(first, first), (day, day)]
    spans: list[tuple[int, int]] = []
    for first, last in sorted(wanted):
        if spans and first <= spans[-1][1] + 1:
            spans[-1] = spans[-1][0], max(last, spans[-1][1])
        else:
            spans.append((first, last))
    return [(max(first, 0) << SECOND_BITS, (last << SECOND_BITS) + LAST_IN_SECOND) for first, last in spans]


def _same_ucum(one: Arriving, other: _Here) -> bool:
    mine, theirs = _ucum(one.body), _ucum(bodies.unpack(other.codec, other.body))
    return bool(mine) and mine == theirs


def _ucum(body: bytes) -> str:
    quantity: Any = json.loads(body, parse_float=decimal).get("valueQuantity")
    if not isinstance(quantity, dict) or quantity.get("system") != _UCUM:
        return ""
    code = quantity.get("code")
    return code if isinstance(code, str) else ""
