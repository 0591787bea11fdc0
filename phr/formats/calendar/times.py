"""The times of an event as FHIR writes them: instants with their offset, or whole days.

RFC 5545, 3.3.5: a time is in UTC, in a zone, or floating, which means the local time of whoever looks at it. Zones are
those of the IANA, those that Windows names, or those that the calendar defines.
"""

from datetime import UTC, date, datetime, timedelta, tzinfo
from typing import Any
from zoneinfo import ZoneInfo

from icalendar import Event, Timezone

from phr.formats.calendar.components import Calendar


class Clock:
    """The zones of a calendar, each made ready once."""

    def __init__(self, calendar: Calendar) -> None:
        self._calendar = calendar
        self._zones: dict[str, tzinfo | None] = {}

    def instant(self, moment: datetime, zone_name: str = "") -> datetime:
        """The moment with an offset; ``zone_name`` is the zone that stands beside it."""
        if moment.tzinfo is None:
            zone = self._zone(zone_name) or self._zone(self._calendar.shown_in)
            moment = moment.replace(tzinfo=zone) if zone else moment.astimezone()
        return moment

    def _zone(self, name: str) -> tzinfo | None:
        if name and name not in self._zones:
            self._zones[name] = _defined(self._calendar.zones.get(name, "")) or _known(name)
        return self._zones.get(name)


def span(event: Event, clock: Clock) -> dict[str, Any]:
    """When an event is: ``start`` and ``end``, or for whole days ``requestedPeriod``.

    Raises :class:`ValueError` if it has no beginning that can be read.
    """
    start: Any = event.get("DTSTART")
    if start is None or not isinstance(getattr(start, "dt", None), date):
        raise ValueError("an event without a beginning")
    begins, ends = start.dt, _end(event)
    if not isinstance(begins, datetime):
        # The day after the last one is what stands there (RFC 5545, 3.6.1).
        after = begins + ends if isinstance(ends, timedelta) else ends
        last = after - timedelta(days=1) if type(after) is date and after > begins else begins
        return {"requestedPeriod": [{"start": begins.isoformat(), "end": last.isoformat()}]}
    begins = clock.instant(begins, _zone_of(start))
    if isinstance(ends, timedelta):
        # A nominal day is a day by the clock on the wall; hours and minutes are exact (RFC 5545, 3.3.6).
        later = begins + timedelta(days=ends.days)
        ends = (later.astimezone(UTC) + timedelta(seconds=ends.seconds)).astimezone(begins.tzinfo)
    elif isinstance(ends, datetime):
        ends = clock.instant(ends, _zone_of(event["DTEND"]))
    else:
        ends = begins
    return {"start": begins.isoformat(), "end": max(begins, ends).isoformat()}


def written(moment: date, clock: Clock, zone_name: str = "") -> str:
    """A day, or an instant with its offset."""
    return (
        clock.instant(moment, zone_name).isoformat() if isinstance(moment, datetime) else moment.isoformat()
    )


def _end(event: Event) -> Any:
    for name in ("DTEND", "DURATION"):
        value: Any = event.get(name)
        if value is not None and not isinstance(value, list) and hasattr(value, "dt"):
            return value.dt
    return None


def _zone_of(value: Any) -> str:
    return str(value.params.get("TZID", ""))


def _defined(text: str) -> tzinfo | None:
    """The zone that a VTIMEZONE defines."""
    if not text:
        return None
    try:
        zone = Timezone.from_ical(text)
        return zone.to_tz(lookup_tzid=False) if isinstance(zone, Timezone) else None
    except Exception:  # noqa: BLE001 - whatever the library meets in a zone that is wrong, the zone is not usable
        return None


def _known(name: str) -> tzinfo | None:
    try:
        return ZoneInfo(name)
    except (ValueError, OSError, LookupError):
        return None
