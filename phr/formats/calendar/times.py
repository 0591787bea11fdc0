"""The times of an event as FHIR writes them: instants with their offset, or whole days.

RFC 5545, 3.3.5: a time is in UTC, in a zone, or floating, which means the local time of whoever looks at it. Zones are
those of the IANA, those that Windows names, or those that the calendar defines.
"""

from datetime import UTC, date, datetime, timedelta, tzinfo
from typing import Any
from zoneinfo import ZoneInfo

from icalendar import Event, Timezone, vBroken
from icalendar.timezone import tzp

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
    """When an event is: ``start`` and ``end``, or for whole days ``requestedPeriod``; nothing if it does not say."""
    start: Any = next(iter(values(event, "DTSTART")), None)
    begins = getattr(start, "dt", None)
    if not isinstance(begins, date):
        return {}
    ends, end_zone = _end(event)
    if not isinstance(begins, datetime):
        # The day after the last one is what stands there (RFC 5545, 3.6.1).
        after = begins + ends if isinstance(ends, timedelta) else ends
        last = after - timedelta(days=1) if type(after) is date and after > begins else begins
        return {"requestedPeriod": [{"start": begins.isoformat(), "end": last.isoformat()}]}
    begins = clock.instant(begins, zone_of(start))
    if isinstance(ends, timedelta):
        # A nominal day is a day by the clock on the wall; hours and minutes are exact (RFC 5545, 3.3.6).
        later = begins + timedelta(days=ends.days)
        ends = (later.astimezone(UTC) + timedelta(seconds=ends.seconds)).astimezone(begins.tzinfo)
    elif isinstance(ends, datetime):
        ends = clock.instant(ends, end_zone)
    else:
        ends = begins
    return {"start": begins.isoformat(), "end": max(begins, ends).isoformat()}


def written(moment: date, clock: Clock, zone_name: str = "") -> str:
    """A day, or an instant with its offset."""
    return (
        clock.instant(moment, zone_name).isoformat() if isinstance(moment, datetime) else moment.isoformat()
    )


def values(event: Event, name: str) -> list[Any]:
    """The values of a property that could be read; RFC 5545 allows most of them once, files hold them more often."""
    value: Any = event.get(name)
    every = value if isinstance(value, list) else [] if value is None else [value]
    return [one for one in every if not isinstance(one, vBroken)]


def zone_of(value: Any) -> str:
    """The name of the zone that stands beside a time, "" if none does."""
    return str(value.params.get("TZID", ""))


def _end(event: Event) -> tuple[Any, str]:
    """When it ends or how long it takes, None if nothing says so; and its zone."""
    for value in values(event, "DTEND") + values(event, "DURATION"):
        if hasattr(value, "dt"):
            return value.dt, zone_of(value)
    return None, ""


def _defined(text: str) -> tzinfo | None:
    """The zone that a VTIMEZONE defines."""
    if not text:
        return None
    try:
        zone = Timezone.from_ical(text)
        return zone.to_tz(lookup_tzid=False) if isinstance(zone, Timezone) else None
    except Exception:  # noqa: BLE001 - whatever the library meets in a zone that is wrong, the zone is not usable
        return None
    finally:
        # The library remembers a zone by its name for whatever file comes next: this makes it forget.
        tzp.use_zoneinfo()


def _known(name: str) -> tzinfo | None:
    try:
        return ZoneInfo(name)
    except (ValueError, OSError, LookupError):
        return None
