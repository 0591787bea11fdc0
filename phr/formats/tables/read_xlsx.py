"""Tables of measurements in XLSX workbooks: every sheet that has one. What the rows become: as in CSV."""

from collections.abc import Iterator
from typing import BinaryIO

from phr.errors import FormatError
from phr.formats.fhir.items import Item
from phr.formats.tables.layouts import NONE_KNOWN, Layouts, Table, table_in
from phr.formats.tables.measurements import Measured, items, measured
from phr.formats.tables.workbook import beginnings, sheets


def is_table(stream: BinaryIO, layouts: Layouts = NONE_KNOWN) -> bool:
    """Whether a workbook can be read."""
    try:
        return bool(_read(stream, layouts))
    except FormatError:
        return False


def read_xlsx(stream: BinaryIO, layouts: Layouts = NONE_KNOWN) -> Iterator[Item]:
    """The measurements, sheet by sheet, as :func:`phr.formats.tables.read_csv.read_csv` gives them.

    Raises :class:`FormatError` if nothing can be read.
    """
    tables = _read(stream, layouts)
    if not tables:
        raise FormatError("no table of measurements")
    for table in tables:
        yield from items(table)


def columns_of(stream: BinaryIO) -> Table | None:
    """What is plainly a table of something measured, for somebody to say what its columns hold; else None."""
    try:
        return table_in(beginnings(stream))
    except FormatError:
        return None


def _read(stream: BinaryIO, layouts: Layouts) -> list[Measured]:
    return [table for sheet in sheets(stream) if (table := measured(sheet, layouts))]
