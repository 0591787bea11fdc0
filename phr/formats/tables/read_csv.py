"""Tables of measurements as CSV: each number of a recognised column is an Observation, as it is written.

Separator, place of the headings (within the first lines) and order of day and month are found out; a decimal comma
becomes the point that FHIR writes. Where the columns are not recognised, or nothing tells whether days or months come
first, nothing is read.
"""

import codecs
import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any, BinaryIO

from phr.errors import FormatError
from phr.formats.derived import derived
from phr.formats.fhir.items import Item, Resource
from phr.formats.measures import Measure, code_of, measures, observation, value_of
from phr.formats.tables.columns import (
    DATE,
    MEASURE,
    NOTE,
    TIME,
    UNIT,
    VALUE,
    Column,
    columns,
    is_french,
    key_of,
    usable,
)
from phr.formats.tables.days import Days, order_of

_MOST = 32 << 20
_SEPARATORS = ";\t,|"
_HEADINGS_WITHIN = 10
_DECIMAL_COMMA = re.compile(r"[-+]?\d+,\d+")
_BOTH = re.compile(r"(\d{2,3})\s*/\s*(\d{2,3})")
_PRESSURE = "blood-pressure"
_SIDES = ("systolic", "diastolic")
_COMPARED = re.compile(r"([<>]=?)\s*(\S+)")
_MMHG = "mmHg"


def is_table(stream: BinaryIO) -> bool:
    """Whether a text file can be read; only its first lines are looked at if they have no headings."""
    try:
        _read(stream)
    except FormatError:
        return False
    return True


def read_csv(stream: BinaryIO) -> Iterator[Item]:
    """The measurements, row by row.

    A row without a readable date is an item with a problem. Raises :class:`FormatError` if nothing can be read.
    """
    table = _read(stream)
    for number, row in enumerate(table.rows, table.first):
        if any(cell.strip() for cell in row):
            yield from _items(table, row, f"line {number}")


@dataclass(frozen=True, slots=True)
class _Table:
    columns: list[Column]
    rows: list[list[str]]
    first: int
    separator: str
    days: Days

    @property
    def keys(self) -> list[str]:
        return [column.key for column in self.columns]


def _read(stream: BinaryIO) -> _Table:
    stream.seek(0)
    data = stream.read(_MOST + 1)
    if len(data) > _MOST:
        raise FormatError(f"more than {_MOST} bytes")
    text = _decoded(data)
    for separator in _SEPARATORS:
        lines = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
        try:
            for number, row in enumerate(islice(lines, _HEADINGS_WITHIN), 1):
                found = columns(row) if len(row) > 1 else []
                if usable(found):
                    rows = list(lines)
                    return _Table(found, rows, number + 1, separator, _days(found, row, rows))
        except csv.Error:
            continue
    raise FormatError("no table of measurements")


def _decoded(data: bytes) -> str:
    encoding = "utf-16" if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) else "utf-8-sig"
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _days(found: Sequence[Column], headings: Sequence[str], rows: Sequence[Sequence[str]]) -> Days:
    place = [column.key for column in found].index(DATE)
    cells = [row[place] for row in rows if len(row) > place and row[place].strip()]
    try:
        first = order_of(cells)
    except ValueError as error:
        raise FormatError(str(error)) from None
    if first is None:
        first = is_french(headings)
        # Each of these would be another day the other way round.
        if not first and any(not Days(True).moment(cell) == Days(False).moment(cell) for cell in cells):
            raise FormatError("day and month cannot be told apart")
    return Days(first)


@dataclass(frozen=True, slots=True)
class _Row:
    """A row that has a date, and what makes it known again: its own cells."""

    when: str
    note: list[Resource]
    cells: list[str]
    where: str

    def item(self, measure: Measure, heading: str, **value: object) -> Item:
        """A measurement of this row, from the column with this heading."""
        made = observation(
            code_of(measure, _unit(value)), measure.category, effectiveDateTime=self.when, **value
        )
        if self.note:
            made["note"] = self.note
        return derived(made, heading, *self.cells, where=f"{self.where} {heading}".strip())


def _unit(value: Mapping[str, Any]) -> str:
    return str(value.get("valueQuantity", {}).get("unit", ""))


def _items(table: _Table, row: list[str], where: str) -> Iterator[Item]:
    cells = dict(zip(table.keys, (cell.strip() for cell in row), strict=False))
    when = table.days.moment(cells.get(DATE, ""), cells.get(TIME, ""))
    if not when:
        yield Item(where, table.separator.join(row).encode(), None, problem="no date that can be read")
        return
    note = cells.get(NOTE, "")
    made = _Row(when, [{"text": note}] if note else [], row, where)
    if MEASURE in cells and VALUE in cells:
        name = cells[MEASURE]
        measure = measures().get(key_of(name)) or Measure(name, name, "", "activity")
        if name and cells[VALUE]:
            yield made.item(measure, "", **_value(cells[VALUE], cells.get(UNIT, "")))
        return
    found = [
        (replace(column, unit=column.unit or cells.get(UNIT, "")), cell.strip())
        for column, cell in zip(table.columns, row, strict=False)
        if column.key in measures() and cell.strip()
    ]
    sides = {column.key: (cell, column.unit) for column, cell in found if column.key in _SIDES}
    if len(sides) == len(_SIDES):
        yield made.item(measures()[_PRESSURE], "", component=_sides(*(sides[key] for key in _SIDES)))
        found = [one for one in found if one[0].key not in _SIDES]
    for column, cell in found:
        both = _BOTH.fullmatch(cell) if column.key == _PRESSURE else None
        value = (
            {"component": _sides(*((side, column.unit) for side in both.groups()))}
            if both
            else _value(cell, column.unit)
        )
        yield made.item(measures()[column.key], column.heading, **value)


def _sides(*sides: tuple[str, str]) -> list[Resource]:
    return [
        {"code": code_of(measures()[key], ""), **_value(cell, unit or _MMHG)}
        for key, (cell, unit) in zip(_SIDES, sides, strict=True)
    ]


def _value(cell: str, unit: str) -> Resource:
    text = cell.strip().replace("\N{NO-BREAK SPACE}", "")
    compared = _COMPARED.fullmatch(text)
    number = compared[2] if compared else text
    # Three digits behind the comma may as well be thousands: such a number stays text.
    if _DECIMAL_COMMA.fullmatch(number) and len(number.partition(",")[2]) != 3:
        number = number.replace(",", ".")
    value = value_of(number, unit)
    if not compared:
        return value
    if "valueQuantity" in value:
        return {"valueQuantity": {**value["valueQuantity"], "comparator": compared[1]}}
    return {"valueString": f"{text} {unit}".strip()}
