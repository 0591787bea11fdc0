"""Partial dates as FHIR writes them, and the moments that a person types.

A date is a year, a month, a day or an instant (FHIR R4, `date` and `dateTime`), or a period ``start/end`` of
which one side may be empty. It stays as precise as it came. Where a moment is needed (sorting, filtering), a
time without an offset is taken as UTC, and so is the day of a date.
"""

import re
from calendar import monthrange
from datetime import date, datetime, timedelta
from functools import lru_cache

from phr.errors import NotADate

_DATE = re.compile(
    r"(?P<year>[0-9]{4})"
    r"(?:-(?P<month>[0-9]{2})"
    r"(?:-(?P<day>[0-9]{2})"
    r"(?P<time>[Tt](?P<hour>[0-9]{2}):(?P<minute>[0-9]{2})(?::(?P<second>[0-9]{2})(?P<fraction>\.[0-9]+)?)?"
    r"(?P<zone>[Zz]|[+-][0-9]{2}:[0-9]{2})?)?)?)?"
)
_DURATION = re.compile(
    r"P(?=.)(?:(?P<weeks>[0-9]{1,6})W|"
    r"(?:(?P<years>[0-9]{1,6})Y)?(?:(?P<months>[0-9]{1,6})M)?(?:(?P<days>[0-9]{1,7})D)?"
    r"(?:T(?=.)(?:(?P<hours>[0-9]{1,9})H)?(?:(?P<minutes>[0-9]{1,9})M)?(?:(?P<seconds>[0-9]{1,12})S)?)?)"
)
_DAY = 86400
_LAST = date.max.toordinal() * _DAY - 1
_MAX_OFFSET = 14 * 3600


@lru_cache(maxsize=4096)  # an import meets the same dates over and over
def check(text: str) -> str:
    """The normal form of a partial date or of a period; :class:`NotADate` if it is neither.

    Capital ``T`` and ``Z``; seconds that are missing are zero, as FHIR prescribes. Nothing else changes:
    offset, fraction and precision stay. The second 60 is a leap second. A period whose two sides are the same
    is that date.
    """
    text = text.strip()
    if "/" not in text:
        return _normal(text)
    start, _, end = text.partition("/")
    if not start and not end:
        raise NotADate("an empty period")
    start, end = start and _normal(start), end and _normal(end)
    if start == end:
        return start
    if start and end and _span(start)[0] > _span(end)[1]:
        raise NotADate("a period that ends before it starts")
    return f"{start}/{end}"


def sort_key(text: str | None) -> int:
    """Seconds from 0001-01-01T00:00:00Z to the first instant that the date may mean; 0 without a date.

    A period that has no start counts from its end.
    """
    if not text:
        return 0
    start, _, end = text.partition("/")
    return _span(start or end)[0]


def bounds(text: str) -> tuple[int, int]:
    """First and last second that the date may mean, counted as in :func:`sort_key`.

    The open side of a period is without end: 0, or the last second of the year 9999.
    """
    if "/" not in text:
        return _span(text)
    start, _, end = text.partition("/")
    if not start and not end:
        raise NotADate("an empty period")
    return (_span(start)[0] if start else 0), (_span(end)[1] if end else _LAST)


def when(text: str, now: datetime) -> datetime:
    """The moment that a person means by a date, a date-time with its offset, or a duration from ``now``.

    A date is the last second of that day on this computer's clock. A duration is ISO 8601 in whole numbers
    (``P7D``, ``PT2H``, ``P1M``); months and years follow the calendar and stop at the month's last day.
    ``now`` is aware, and so is the answer. Raises :class:`NotADate`.
    """
    text = text.strip()
    try:
        if text.startswith("P"):
            return _after(text, now)
        found = _match(text)
        if found["time"]:
            if not found["zone"] or not found["second"] or found["fraction"]:
                raise NotADate("a date-time needs its seconds, without fraction, and its offset")
            return datetime.fromisoformat(_normal(text))
        if not found["day"]:
            raise NotADate("a day is needed, not a month or a year")
        return datetime.fromisoformat(f"{text}T23:59:59").astimezone()
    except (ValueError, OverflowError, OSError) as error:
        raise NotADate("a moment that the calendar does not have") from error


def _match(text: str) -> re.Match[str]:
    found = _DATE.fullmatch(text)
    if found is None:
        raise NotADate("not a date as FHIR or ISO 8601 writes it")
    return found


def _normal(text: str) -> str:
    found = _match(text)
    _span_of(found)
    if not found["time"]:
        return text
    seconds = found["second"] or "00"
    clock = f"{found['hour']}:{found['minute']}:{seconds}{found['fraction'] or ''}"
    return f"{text[:10]}T{clock}{(found['zone'] or '').upper()}"


def _span(text: str) -> tuple[int, int]:
    return _span_of(_match(text))


def _span_of(found: re.Match[str]) -> tuple[int, int]:
    """First and last second of one date; counted by hand, because offsets leave the years that datetime
    has."""
    year, month, day = int(found["year"]), int(found["month"] or 1), int(found["day"] or 1)
    try:
        first = (date(year, month, day).toordinal() - 1) * _DAY
    except ValueError as error:
        raise NotADate("a day that the calendar does not have") from error
    if found["time"]:
        moment = min(max(first + _clock(found), 0), _LAST)
        return moment, moment
    if found["day"]:
        return first, first + _DAY - 1
    days = monthrange(year, month)[1] if found["month"] else date(year, 12, 31).timetuple().tm_yday
    return first, first + days * _DAY - 1


def _clock(found: re.Match[str]) -> int:
    """Seconds from midnight UTC."""
    hour, minute, second = int(found["hour"]), int(found["minute"]), int(found["second"] or 0)
    if hour > 23 or minute > 59 or second > 60:
        raise NotADate("a time that the clock does not have")
    zone = found["zone"]
    if not zone or zone in "Zz":
        return hour * 3600 + minute * 60 + second
    offset = int(zone[1:3]) * 3600 + int(zone[4:]) * 60
    if int(zone[4:]) > 59 or offset > _MAX_OFFSET:
        raise NotADate("an offset that no clock has")
    return hour * 3600 + minute * 60 + second - (offset if zone[0] == "+" else -offset)


def _after(text: str, now: datetime) -> datetime:
    found = _DURATION.fullmatch(text)
    if found is None:
        raise NotADate("not a duration as ISO 8601 writes it")
    part = {name: int(digits or 0) for name, digits in found.groupdict().items()}
    years, month = divmod(now.month - 1 + part["months"], 12)
    year, month = now.year + part["years"] + years, month + 1
    last = monthrange(year, month)[1] if year <= 9999 else 31
    return now.replace(year=year, month=month, day=min(now.day, last)) + timedelta(
        weeks=part["weeks"],
        days=part["days"],
        hours=part["hours"],
        minutes=part["minutes"],
        seconds=part["seconds"],
    )
