"""What the number in a cell of a workbook stands for: itself, a day, a time, a share of a hundred.

Rules: ECMA-376-1, 18.8.30 (number formats, those with fixed ids), 18.17.4 (serial dates: days since the end of 1899 or
the beginning of 1904; the first counts a 29 February 1900 that never was).
"""

import re
from datetime import datetime, timedelta
from decimal import Context, Decimal, InvalidOperation
from enum import Enum

# Excel holds 15 digits of a number; what a file has beyond them is the trace of its binary form.
_EXCEL = Context(prec=15)
_DATES = {*range(14, 18), *range(27, 32), 36, *range(50, 55), 57, 58}
_TIMES = {18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47, 55, 56}
_MOMENTS = {22}
_PERCENT = {9, 10}
# What a format shows as it stands: quoted, escaped, colours and conditions in brackets (but elapsed time), fillers.
_LITERAL = re.compile(r'"[^"]*"|\\.|[_*].|\[(?![hms]+\])[^\]]*\]', re.IGNORECASE)
_LAST_DAY = 2_958_466  # 31 December 9999
_FALSE_LEAP_DAY = 60
_LONGEST = 400


class Shows(Enum):
    """What a number format makes of a number."""

    NUMBER = "number"
    PERCENT = "percent"
    DATE = "date"
    TIME = "time"
    MOMENT = "moment"


def shows(number: int, code: str = "") -> Shows:
    """By the format's id, or by its code where it has one of its own."""
    if code:
        return _of_code(code)
    for ids, answer in (
        (_DATES, Shows.DATE),
        (_TIMES, Shows.TIME),
        (_MOMENTS, Shows.MOMENT),
        (_PERCENT, Shows.PERCENT),
    ):
        if number in ids:
            return answer
    return Shows.NUMBER


def _of_code(code: str) -> Shows:
    # Numbers above zero are shown by the first part.
    letters = _LITERAL.sub("", code[:_LONGEST]).partition(";")[0].lower()
    if "general" in letters or "standard" in letters:
        return Shows.NUMBER
    day = "y" in letters or "d" in letters or ("m" in letters and "h" not in letters and "s" not in letters)
    time = "h" in letters or "s" in letters
    if day:
        return Shows.MOMENT if time else Shows.DATE
    if time:
        return Shows.TIME
    return Shows.PERCENT if "%" in letters else Shows.NUMBER


def text_of(value: str, what: Shows, *, from_1904: bool) -> str:
    """A number as it is shown: ISO 8601 for days and times, else its digits; as it stands if it is no number."""
    try:
        number = Decimal(value)
    except InvalidOperation:
        return value
    if not number.is_finite():
        return value
    if what is Shows.NUMBER:
        return _digits(number, value)
    if what is Shows.PERCENT:
        return f"{_digits(number * 100)} %"
    return _moment(number, what, from_1904=from_1904) or _digits(number, value)


def _digits(number: Decimal, written: str = "") -> str:
    if len(number.as_tuple().digits) <= _EXCEL.prec and written:
        return written
    rounded = _EXCEL.plus(number)
    # Beyond what people write out: as computers do.
    return f"{rounded.normalize():f}" if -15 < rounded.adjusted() < 20 else str(rounded.normalize())


def _moment(serial: Decimal, what: Shows, *, from_1904: bool) -> str:
    """ "" for what is no day."""
    if not 0 <= serial < _LAST_DAY:
        return ""
    days, fraction = divmod(serial, 1)
    seconds = int((fraction * 86_400).to_integral_value())
    year, month, day = (1904, 1, 1) if from_1904 else (1899, 12, 31 if days < _FALSE_LEAP_DAY else 30)
    base = datetime(year, month, day)  # noqa: DTZ001 - a day has no zone
    if what is Shows.TIME:
        return f"{base.replace(hour=0) + timedelta(seconds=seconds):%H:%M:%S}"
    if not from_1904 and days == _FALSE_LEAP_DAY:
        return ""
    try:
        moment = base + timedelta(days=int(days), seconds=seconds if what is Shows.MOMENT else 0)
    except OverflowError:
        return ""
    return f"{moment:%Y-%m-%d}" if what is Shows.DATE else f"{moment:%Y-%m-%d %H:%M:%S}"
