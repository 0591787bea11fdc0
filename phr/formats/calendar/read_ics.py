"""Events of iCalendar files as appointments: private until the patient shows them, since a name alone may tell it all.

An event that comes again is one appointment, with its rule in words; days that were moved or left out are named there.
"""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Any, BinaryIO

from icalendar import Event, vRecur

from phr.formats.calendar.components import MOST, Component, components
from phr.formats.calendar.rules import in_words, text_of
from phr.formats.calendar.specialities import topics_of
from phr.formats.calendar.times import Clock, span, values, written, zone_of
from phr.formats.derived import derived, present
from phr.formats.fhir.items import Item, Resource

_UID = "urn:ietf:rfc:5545:uid"
_RULE_URL = "urn:phr:recurrence"
_STATUS = {"CANCELLED": "cancelled", "TENTATIVE": "pending"}
_ANSWERS = {"ACCEPTED": "accepted", "DECLINED": "declined", "TENTATIVE": "tentative"}


def read_ics(stream: BinaryIO) -> Iterator[Item]:
    """One Appointment for each event. What is no event, or one that cannot be read, is an item with a problem.

    Raises ``FormatError`` when the file is too large or broken as a whole.
    """
    data = stream.read(MOST + 1)
    found = list(components(data))
    if not found:
        yield Item("", data, None, problem="a calendar without events")
    clocks: dict[int, Clock] = {}
    events: list[tuple[Component, Event, Clock]] = []
    for component in found:
        event, problem = _event(component)
        if event is None:
            yield Item(component.where, component.text.encode(), None, problem=problem)
        else:
            clock = clocks.setdefault(id(component.calendar), Clock(component.calendar))
            events.append((component, event, clock))
    moved: dict[str, list[str]] = {}
    masters = {_text(event, "UID") for _, event, _ in events if "RECURRENCE-ID" not in event}
    seen: Counter[str] = Counter()
    kept = []
    for component, event, clock in events:
        uid = _text(event, "UID")
        if uid and uid in masters and "RECURRENCE-ID" in event:
            moved.setdefault(uid, []).append(_moved(event, clock))
        else:
            kept.append((component, event, clock))
    for component, event, clock in kept:
        uid = _text(event, "UID")
        seen[uid] += 1
        resource = _appointment(event, clock, moved.get(uid, []))
        if resource is None:
            problem = "an event without a beginning that can be read"
            yield Item(component.where, component.text.encode(), None, problem=problem)
            continue
        key = (_UID, uid, str(seen[uid])) if uid else ()
        words = " ".join(filter(None, (_text(event, "SUMMARY"), _text(event, "DESCRIPTION"), *_names(event))))
        yield derived(resource, *key, where=component.where, hidden=True, labels=topics_of(words))


def _event(component: Component) -> tuple[Event | None, str]:
    if component.name != "VEVENT":
        return None, f"a {component.name[:20]}, which is no appointment"
    try:
        event = Event.from_ical(component.text)
    except Exception:  # noqa: BLE001 - whatever the library meets, only this event is lost to it
        return None, "an event that is not iCalendar"
    return (event, "") if isinstance(event, Event) else (None, "not one event")


def _appointment(event: Event, clock: Clock, moved: list[str]) -> Resource | None:
    """None if the event does not say when it is, or says it out of all bounds."""
    rules = [rule for rule in values(event, "RRULE") if isinstance(rule, vRecur)]
    try:
        when = span(event, clock)
        again = [
            *(in_words(rule, lambda moment: written(moment, clock)) for rule in rules),
            *_dates(event, "RDATE", "Aussi / also", clock),
            *_dates(event, "EXDATE", "Sauf / except", clock),
        ]
    except (ValueError, OverflowError):
        return None
    if not when:
        return None
    place = _text(event, "LOCATION")
    comment = [
        _text(event, "DESCRIPTION"),
        f"Lieu / place: {place}" if place else "",
        *again,
        *moved,
    ]
    uid = _text(event, "UID")
    resource: Resource = {
        "resourceType": "Appointment",
        "status": _STATUS.get(_text(event, "STATUS").upper(), "booked"),
        **when,
    }
    return resource | present(
        identifier=[{"system": _UID, "value": uid}] if uid else [],
        extension=[{"url": _RULE_URL, "valueString": f"RRULE:{text_of(rule)}"} for rule in rules],
        description=_text(event, "SUMMARY"),
        comment="\n".join(filter(None, comment)),
        participant=_participants(event, place),
    )


def _participants(event: Event, place: str) -> list[Resource]:
    found = [
        {"actor": {"display": _name(value)}, "status": "accepted"} for value in values(event, "ORGANIZER")
    ]
    for value in values(event, "ATTENDEE"):
        answer = str(value.params.get("PARTSTAT", "")).upper() if hasattr(value, "params") else ""
        found.append({"actor": {"display": _name(value)}, "status": _ANSWERS.get(answer, "needs-action")})
    people = [one for one in found if one["actor"]["display"]]  # type: ignore[index]  # built just above
    if place:
        people.append({"actor": {"type": "Location", "display": place}, "status": "accepted"})
    return people


def _names(event: Event) -> list[str]:
    return [_name(value) for name in ("ORGANIZER", "ATTENDEE") for value in values(event, name)]


def _name(value: Any) -> str:
    """A calendar user by the name, else by the address."""
    params = getattr(value, "params", {})
    return _line(str(params.get("CN", ""))) or _line(str(value)).removeprefix("mailto:").removeprefix(
        "MAILTO:"
    )


def _moved(event: Event, clock: Clock) -> str:
    """One time of an event that comes again, which was changed."""
    try:
        (instead,) = values(event, "RECURRENCE-ID")
        before = written(instead.dt, clock, zone_of(instead))
        when = span(event, clock)
    except (ValueError, OverflowError):
        return ""
    if _text(event, "STATUS").upper() == "CANCELLED":
        return f"Annulé / cancelled: {before}"
    after = when.get("start") or next((day["start"] for day in when.get("requestedPeriod", [])), "?")
    summary = _text(event, "SUMMARY")
    return f"Modifié / changed: {before} → {after} {summary}".strip()


def _dates(event: Event, name: str, words: str, clock: Clock) -> list[str]:
    """Single days of an event that comes again, or the beginnings of periods."""
    found = []
    for value in values(event, name):
        for one in getattr(value, "dts", ()):
            moment = one.dt[0] if isinstance(one.dt, tuple) else one.dt
            if isinstance(moment, date):
                found.append(written(moment, clock, zone_of(value)))
    return [f"{words}: {', '.join(found)}"] if found else []


def _text(event: Event, name: str) -> str:
    """A text; of several, which RFC 5545 does not allow, the first."""
    text = str(next(iter(values(event, name)), ""))
    return text.strip() if name == "DESCRIPTION" else _line(text)


def _line(text: str) -> str:
    return " ".join(text.split())
