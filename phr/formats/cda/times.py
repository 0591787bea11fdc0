"""Moments: HL7 V3 ``TS`` and ``IVL_TS`` to FHIR, as precise as they came."""

import re

from phr.dates import check
from phr.errors import NotADate
from phr.formats.cda.tree import Node, attribute, kid
from phr.formats.fhir.items import Resource

_TS = re.compile(
    r"(?P<year>\d{4})(?:-?(?P<month>\d{2})(?:-?(?P<day>\d{2})"
    r"(?:[T ]?(?P<hour>\d{2})(?::?(?P<minute>\d{2})(?::?(?P<second>\d{2})(?P<fraction>\.\d{1,9})?)?)?)?)?)?"
    r"(?:(?P<sign>[+-])(?P<zone_hour>\d{2}):?(?P<zone_minute>\d{2})|(?P<utc>Z))?",
    re.ASCII,
)


def moment(text: str) -> str:
    """A TS (``YYYYMMDDhhmmss.ffff+ZZzz``, cut anywhere) as FHIR's dateTime; "" if it is none.

    Hours without minutes are left out, since FHIR cannot say them; a time without an offset stays without one.
    """
    found = _TS.fullmatch(text.strip())
    if found is None:
        return ""
    date = "-".join(filter(None, (found["year"], found["month"], found["day"])))
    if found["minute"]:
        date += f"T{found['hour']}:{found['minute']}:{found['second'] or '00'}{found['fraction'] or ''}"
        if found["sign"]:
            date += f"{found['sign']}{found['zone_hour']}:{found['zone_minute']}"
        elif found["utc"]:
            date += "Z"
    try:
        return check(date)
    except NotADate:
        # 000000 after a day stands for "no time" with some senders; 24:00 and the like keep their day.
        return _day(date)


def _day(date: str) -> str:
    try:
        return check(date[:10])
    except NotADate:
        return ""


def instant(text: str) -> str:
    """A dateTime that is a FHIR instant (to the second, with its offset), else ""."""
    return text if len(text) > 19 else ""


def day(node: Node | None) -> str:
    """A TS element as a FHIR date, without its time."""
    return moment(attribute(node, "value"))[:10]


def interval(node: Node | None) -> tuple[str, str]:
    """Start and end of a TS or IVL_TS element, either "" if not known; a TS is both."""
    if node is None:
        return "", ""
    single = moment(attribute(node, "value")) or moment(attribute(kid(node, "center"), "value"))
    if single:
        return single, single
    return moment(attribute(kid(node, "low"), "value")), moment(attribute(kid(node, "high"), "value"))


def period(start: str, end: str) -> Resource:
    """A FHIR Period; its end is left out when it comes before its start."""
    if start and end:
        try:
            check(f"{start}/{end}")
        except NotADate:
            end = ""
    return {name: value for name, value in (("start", start), ("end", end)) if value}


def timed(stem: str, node: Node | None) -> Resource:
    """``{stem}DateTime`` for a moment, ``{stem}Period`` for an interval, nothing for neither."""
    start, end = interval(node)
    if start and start == end:
        return {f"{stem}DateTime": start}
    return {f"{stem}Period": period(start, end)} if start or end else {}
