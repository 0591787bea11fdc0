"""The lines of an iCalendar file as components, each alone, so that one that is odd stops none of the others.

RFC 5545, 3.1 and 3.6. Empty lines and bare line feeds, which are common, are taken as well.
"""

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from phr.errors import FormatError

# Decades of a busy calendar.
MOST = 16 << 20
# A picture in an event, at most.
_LONGEST_LINE = 1 << 20
_DEEPEST = 8
_CALENDAR = "VCALENDAR"
_FOLD = re.compile(rb"[\r\n]+[ \t]")
_BREAK = re.compile(r"[\r\n]+")


@dataclass(slots=True)
class Calendar:
    """What the events of one calendar share: its time zones as text by their names, and the zone it is shown in."""

    zones: dict[str, str] = field(default_factory=dict)
    shown_in: str = ""


@dataclass(frozen=True, slots=True)
class Component:
    """One component of a calendar with all that is within it. ``where`` is the line that it begins on, unfolded."""

    name: str
    text: str
    where: str
    calendar: Calendar


def components(data: bytes) -> Iterator[Component]:
    """What stands in the calendars of a file, but time zones, or alone without one.

    Raises :class:`FormatError`, perhaps after some, when a component does not end, or the file or a line is too large.
    """
    if len(data) > MOST:
        raise FormatError(f"a calendar of more than {MOST} bytes")
    calendar = Calendar()
    # A zone may come after the events that need it, so a calendar is read to its end first.
    waiting: list[Component] = []
    for name, lines, start in _blocks(data):
        if name == _CALENDAR:
            yield from waiting
            waiting, calendar = [], Calendar()
        elif name == "VTIMEZONE":
            calendar.zones.setdefault(_value(lines, "TZID"), "\r\n".join(lines))
        elif name:
            waiting.append(Component(name, "\r\n".join(lines), f"line {start}", calendar))
        else:
            calendar.shown_in = _value(lines, "X-WR-TIMEZONE") or calendar.shown_in
    yield from waiting


def _blocks(data: bytes) -> Iterator[tuple[str, list[str], int]]:
    """Name, lines and first line of each component that is in a calendar or alone.

    A calendar's own properties have no name, and its beginning has no lines.
    """
    stack: list[str] = []
    lines: list[str] = []
    start = 0
    for number, line in enumerate(_lines(data), 1):
        name, _, value = (part.strip().upper() for part in line.partition(":"))
        if not stack:
            lines, start = [], number
        if name == "BEGIN" and (stack or value != _CALENDAR):
            stack.append(value)
            if len(stack) > _DEEPEST:
                raise FormatError("components nested too deep", f"line {number}")
        lines.append(line)
        if not stack:
            yield (_CALENDAR, [], number) if name == "BEGIN" else ("", lines, number)
        elif name == "END":
            if stack.pop() != value:
                raise FormatError("a component that does not end", f"line {start}")
            if not stack:
                yield value, lines, start
    if stack:
        raise FormatError("a component that does not end", f"line {start}")


def _lines(data: bytes) -> Iterator[str]:
    # Before decoding: a fold may stand within a character.
    data = _FOLD.sub(b"", data.removeprefix(codecs.BOM_UTF8))
    try:
        text = data.decode()
    except UnicodeDecodeError:
        text = data.decode("cp1252", "replace")
    for line in _BREAK.split(text):
        if len(line) > _LONGEST_LINE:
            raise FormatError("a line that is too long")
        if line.strip():
            yield line


def _value(lines: list[str], name: str) -> str:
    """The value of the first line of a name, "" if there is none."""
    found = (line.partition(":")[2].strip() for line in lines if line[: len(name)].upper() == name)
    return next(found, "")
