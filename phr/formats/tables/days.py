"""Days and times of a table as FHIR writes them; whether day or month comes first is the whole table's."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

_CELL = re.compile(
    r"(?:(?P<iso>\d{4})[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})|(?P<one>\d{1,2})[-/.](?P<two>\d{1,2})[-/.](?P<year>\d{4}))"
    r"(?:[T ,à]+(?P<time>\S.*))?",
    re.DOTALL,
)
_TIME = re.compile(
    r"(?P<h>\d{1,2})(?:[:h](?P<min>\d{2})?)(?::(?P<s>\d{2})(?:\.\d+)?)?\s*(?P<half>[AaPp])?\.?(?:[Mm]\.?)?"
    r"\s*(?P<zone>Z|[+-]\d{2}:?\d{2})?"
)


@dataclass(frozen=True, slots=True)
class Days:
    """How a table writes its days."""

    day_first: bool

    def moment(self, day: str, time: str = "") -> str:
        """A FHIR date; "" for what is none. A time without a zone is that of this computer's zone."""
        found = _CELL.fullmatch(day.strip())
        if found is None:
            return ""
        month, date = (found["two"], found["one"]) if self.day_first else (found["one"], found["two"])
        year, month, date = (
            (found["iso"], found["m"], found["d"]) if found["iso"] else (found["year"], month, date)
        )
        try:
            whole = datetime(int(year), int(month), int(date))  # noqa: DTZ001 - a day has no zone
        except ValueError:
            return ""
        clock = (found["time"] or time).strip()
        return _at(whole, clock) if clock else f"{whole:%Y-%m-%d}"


def order_of(cells: Iterable[str]) -> bool | None:
    """Whether the day comes first: None where no cell tells. Raises ValueError where they contradict each other."""
    first = second = False
    for cell in cells:
        found = _CELL.fullmatch(cell.strip())
        if found and found["one"]:
            first = first or int(found["one"]) > 12
            second = second or int(found["two"]) > 12
    if first and second:
        raise ValueError("days and months in both orders")
    return first if first or second else None


def is_time(cell: str) -> bool:
    """Whether it is a time of day."""
    return _TIME.fullmatch(cell.strip()) is not None


def _at(day: datetime, text: str) -> str:
    found = _TIME.fullmatch(text)
    if found is None:
        return ""
    hour = int(found["h"])
    if found["half"]:
        hour = hour % 12 + (12 if found["half"] in "Pp" else 0)
    try:
        moment = day.replace(hour=hour, minute=int(found["min"] or 0), second=int(found["s"] or 0))
        if found["zone"]:
            return datetime.fromisoformat(f"{moment:%Y-%m-%dT%H:%M:%S}{found['zone']}").isoformat()
        return moment.astimezone().isoformat()
    except (ValueError, OverflowError, OSError):
        return ""
