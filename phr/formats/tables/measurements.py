"""Rows of a table as measurements: each number of a known column is an Observation, as it is written.

Place of the headings (within the first rows) and order of day and month are found out; a decimal comma becomes the
point that FHIR writes. Where the columns are not known, or nothing tells whether days or months come first, nothing is
read.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, islice
from typing import Any

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
from phr.formats.tables.grids import HEADINGS_WITHIN, Grid
from phr.formats.tables.layouts import Layout, Layouts, shape

_DECIMAL_COMMA = re.compile(r"[-+]?\d+,\d+")
_BOTH = re.compile(r"(\d{2,3})\s*/\s*(\d{2,3})")
_PRESSURE = "blood-pressure"
_SIDES = ("systolic", "diastolic")
_COMPARED = re.compile(r"([<>]=?)\s*(\S+)")
_PERCENT = re.compile(r"(\S+?)\s*%")
_MMHG = "mmHg"


@dataclass(frozen=True, slots=True)
class Measured:
    """A table whose columns are known, its rows with their numbers."""

    columns: Sequence[Column]
    rows: list[tuple[int, list[str]]]
    days: Days
    name: str
    separator: str


def measured(grid: Grid, layouts: Layouts) -> Measured | None:
    """The table in a grid; None where its columns are not known.

    Raises :class:`FormatError` if its dates could be two days each.
    """
    found = _headings(grid, layouts)
    if found is None:
        return None
    place, layout = found
    numbered = zip(grid.numbers, chain(grid.head, grid.rest), strict=False)
    rows = list(islice(numbered, place + 1, None))
    return Measured(layout.columns, rows, _days(layout, rows), grid.name, grid.separator)


def items(table: Measured) -> Iterator[Item]:
    """The measurements, row by row. A row without a readable date is an item with a problem."""
    for number, row in table.rows:
        if any(cell.strip() for cell in row):
            yield from _items(table, row, f"{table.name} line {number}".strip())


def _headings(grid: Grid, layouts: Layouts) -> tuple[int, Layout] | None:
    """The row of headings; of several in a row that would do the last, for the upper ones sum up."""
    found = None
    for place, row in enumerate(grid.head[:HEADINGS_WITHIN]):
        told = columns(row) if len(row) > 1 else []
        if known := layouts.get(shape(row)) if told else None:
            return place, known
        if usable(told):
            found = place, Layout(tuple(told))
        elif found:
            break
    return found


def _days(layout: Layout, rows: Sequence[tuple[int, Sequence[str]]]) -> Days:
    place = [column.key for column in layout.columns].index(DATE)
    cells = [row[place] for _, row in rows if len(row) > place and row[place].strip()]
    if layout.day_first is not None:
        return Days(layout.day_first)
    try:
        first = order_of(cells)
    except ValueError as error:
        raise FormatError(str(error)) from None
    if first is None:
        first = is_french([column.heading for column in layout.columns])
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


def _measure(column: Column) -> Measure | None:
    """What a column measures, None if it is another's unit, note or name."""
    if column.key == VALUE:
        return _named(column.name) if column.name else None
    return measures().get(column.key)


def _named(name: str) -> Measure:
    return measures().get(key_of(name)) or Measure(name, name, "", "activity")


def _items(table: Measured, row: list[str], where: str) -> Iterator[Item]:
    cells = {
        column.key: cell.strip() for column, cell in zip(table.columns, row, strict=False) if not column.name
    }
    when = table.days.moment(cells.get(DATE, ""), cells.get(TIME, ""))
    if not when:
        yield Item(where, table.separator.join(row).encode(), None, problem="no date that can be read")
        return
    note = cells.get(NOTE, "")
    made = _Row(when, [{"text": note}] if note else [], row, where)
    if MEASURE in cells and VALUE in cells:
        name = cells[MEASURE]
        if name and cells[VALUE]:
            yield made.item(_named(name), "", **_value(cells[VALUE], cells.get(UNIT, "")))
        return
    found = [
        (replace(column, unit=column.unit or cells.get(UNIT, "")), cell.strip())
        for column, cell in zip(table.columns, row, strict=False)
        if cell.strip() and _measure(column)
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
        if measure := _measure(column):
            yield made.item(measure, column.heading, **value)


def _sides(*sides: tuple[str, str]) -> list[Resource]:
    return [
        {"code": code_of(measures()[key], ""), **_value(cell, unit or _MMHG)}
        for key, (cell, unit) in zip(_SIDES, sides, strict=True)
    ]


def _value(cell: str, unit: str) -> Resource:
    text = cell.strip().replace("\N{NO-BREAK SPACE}", "")
    percent = _PERCENT.fullmatch(text) if unit in ("", "%") else None
    if percent:
        text, unit = percent[1], "%"
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
