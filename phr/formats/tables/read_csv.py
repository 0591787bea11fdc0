"""Tables of measurements as CSV; the separator and the encoding are found out.

What the rows become: :mod:`phr.formats.tables.measurements`.
"""

import codecs
import csv
import io
from collections.abc import Iterator
from typing import BinaryIO

from phr.errors import FormatError
from phr.formats.fhir.items import Item
from phr.formats.tables.grids import Grid, grid
from phr.formats.tables.layouts import NONE_KNOWN, Layouts, Table, table_in
from phr.formats.tables.measurements import Measured, items, measured

_MOST = 32 << 20
_SEPARATORS = ";\t,|"


def is_table(stream: BinaryIO, layouts: Layouts = NONE_KNOWN) -> bool:
    """Whether a text file can be read; only its first lines are looked at if they have no headings."""
    try:
        _read(stream, layouts)
    except FormatError:
        return False
    return True


def read_csv(stream: BinaryIO, layouts: Layouts = NONE_KNOWN) -> Iterator[Item]:
    """The measurements, row by row; ``layouts`` are those columns that somebody explained before.

    A row without a readable date is an item with a problem. Raises :class:`FormatError` if nothing can be read.
    """
    return items(_read(stream, layouts))


def columns_of(stream: BinaryIO) -> Table | None:
    """What is plainly a table of something measured, for somebody to say what its columns hold; else None."""
    try:
        return table_in(_grids(stream))
    except FormatError:
        return None


def _read(stream: BinaryIO, layouts: Layouts) -> Measured:
    for one in _grids(stream):
        try:
            if found := measured(one, layouts):
                return found
        except csv.Error:
            continue
    raise FormatError("no table of measurements")


def _grids(stream: BinaryIO) -> Iterator[Grid]:
    """The file by each separator that can be meant."""
    stream.seek(0)
    data = stream.read(_MOST + 1)
    if len(data) > _MOST:
        raise FormatError(f"more than {_MOST} bytes")
    text = _decoded(data)
    for separator in _SEPARATORS:
        lines = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
        try:
            yield grid(lines, range(1, len(data) + 2), separator=separator)
        except csv.Error:
            continue


def _decoded(data: bytes) -> str:
    encoding = "utf-16" if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) else "utf-8-sig"
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")
