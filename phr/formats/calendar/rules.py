"""How often an event comes again, in words (RFC 5545, 3.3.10). What has no simple words is given as it stands."""

from collections.abc import Callable
from datetime import date

from icalendar import vRecur

_EVERY = {
    "DAILY": ("tous les jours", "tous les {} jours", "every day", "every {} days"),
    "WEEKLY": ("chaque semaine", "toutes les {} semaines", "every week", "every {} weeks"),
    "MONTHLY": ("chaque mois", "tous les {} mois", "every month", "every {} months"),
    "YEARLY": ("chaque année", "tous les {} ans", "every year", "every {} years"),
}
_DAYS = {
    "MO": ("lundi", "Monday"),
    "TU": ("mardi", "Tuesday"),
    "WE": ("mercredi", "Wednesday"),
    "TH": ("jeudi", "Thursday"),
    "FR": ("vendredi", "Friday"),
    "SA": ("samedi", "Saturday"),
    "SU": ("dimanche", "Sunday"),
}
# A week's first day changes nothing for whom reads.
_SIMPLE = {"FREQ", "INTERVAL", "COUNT", "UNTIL", "BYDAY", "WKST"}


def in_words(rule: vRecur, written: Callable[[date], str]) -> str:
    """A rule in French and English; ``written`` writes a day or an instant."""
    frequency = _first(rule, "FREQ")
    days = [str(day) for day in rule.get("BYDAY", [])]
    if frequency not in _EVERY or not set(rule) <= _SIMPLE or not set(days) <= set(_DAYS):
        text = text_of(rule)
        return f"Se répète : {text} / Repeats: {text}"
    return f"Se répète {_sentence(rule, 0, days, written)} / Repeats {_sentence(rule, 1, days, written)}"


def text_of(rule: vRecur) -> str:
    """The rule as iCalendar writes it."""
    written: bytes = rule.to_ical()  # type: ignore[no-untyped-call]  # icalendar leaves this one without types
    return written.decode()


def _sentence(rule: vRecur, language: int, days: list[str], written: Callable[[date], str]) -> str:
    every, every_few = _EVERY[_first(rule, "FREQ")][2 * language : 2 * language + 2]
    interval, count, until = (_first(rule, part) for part in ("INTERVAL", "COUNT", "UNTIL"))
    text = every if interval in ("", "1") else every_few.format(interval)
    if days:
        text += f" ({', '.join(_DAYS[day][language] for day in days)})"
    if count:
        text += f", {count} {('fois', 'times')[language]}"
    if until:
        text += f", {('jusqu’au', 'until')[language]} {written(rule['UNTIL'][0])}"
    return text


def _first(rule: vRecur, part: str) -> str:
    values = rule.get(part) or [""]
    return str(values[0])
