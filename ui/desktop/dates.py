"""Dates in the language shown, as precise as they are and no more."""

import re
from datetime import datetime

from PySide6.QtCore import QDate, QDateTime, QLocale, Qt, QTime

from phr.dates import check
from phr.errors import NotADate
from ui.catalogue import translate


def show_date(date: str | None) -> str:
    """A partial date or a ``start/end`` period of the record, in words: ``mars 2024``, ``12/03/2024``."""
    if not date:
        return ""
    if "/" not in date:
        return _one(date)
    start, _, end = date.partition("/")
    if not end:
        return translate("Date", "since %1").replace("%1", _one(start))
    if not start:
        return translate("Date", "until %1").replace("%1", _one(end))
    return translate("Date", "%1 to %2").replace("%1", _one(start)).replace("%2", _one(end))


def _one(date: str) -> str:
    locale = QLocale()
    day = QDate.fromString(date[:10], Qt.DateFormat.ISODate)
    if len(date) == 4:
        return date
    if len(date) == 7:
        month = QDate(int(date[:4]), int(date[5:7]), 1)
        return locale.toString(month, "MMMM yyyy")
    shown = locale.toString(day, "d MMM yyyy")
    if len(date) > 10:
        # As the clock on the wall showed it there: the offset stays out.
        shown += " " + locale.toString(QTime.fromString(date[11:16], "HH:mm"), QLocale.FormatType.ShortFormat)
    return shown


def show_day(date: str | None) -> str:
    """The same without the time of day and without the end of a period: for a narrow column."""
    start, _, end = (date or "").partition("/")
    one = start or end
    return _one(one[:10]) if one else ""


def show_instant(moment: datetime | str) -> str:
    """An instant of the program's own, in the local time: ``12 mars 2026 à 10:15``."""
    if isinstance(moment, str):
        moment = datetime.fromisoformat(moment)
    local = QDateTime.fromSecsSinceEpoch(int(moment.timestamp()))
    locale = QLocale()
    return (
        translate("Date", "%1 at %2")
        .replace("%1", locale.toString(local.date(), "d MMM yyyy"))
        .replace("%2", locale.toString(local.time(), QLocale.FormatType.ShortFormat))
    )


def time_left(until: datetime, now: datetime) -> str:
    """How long from ``now`` to ``until``, in the largest unit that fits."""
    seconds = int((until - now).total_seconds())
    if seconds <= 0:
        return translate("Date", "ended")
    if seconds >= 2 * 86400:
        return translate("Date", "%n day(s) left", "", seconds // 86400)
    if seconds >= 2 * 3600:
        return translate("Date", "%n hour(s) left", "", seconds // 3600)
    return translate("Date", "%n minute(s) left", "", max(1, seconds // 60))


def as_typed(date: str) -> str:
    """A date of the record as a person would type it, ``12/03/2024``; what is no mere date stays as it is."""
    plain = re.fullmatch(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", date)
    return "/".join(part for part in reversed(plain.groups()) if part) if plain else date


def typed_date(text: str) -> str:
    """What a person typed as a date, as the record writes it; "" stays "".

    ``12/03/2024`` and ``03/2024`` are day and month first; ISO 8601 is read too.

    Raises:
        NotADate: it is neither.
    """
    text = text.strip()
    parts = re.split(r"[/. ]", text)
    if 2 <= len(parts) <= 3 and all(part.isdigit() for part in parts) and len(parts[-1]) == 4:
        text = "-".join(part.zfill(2) for part in reversed(parts))
    return check(text) if text else ""


def typed_so_far(text: str) -> str:
    """The same for a date that may not be typed to its end yet: "" while it is none."""
    try:
        return typed_date(text)
    except NotADate:
        return ""
