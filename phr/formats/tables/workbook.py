"""The sheets of an XLSX workbook as rows of text, each cell as the sheet shows it.

Rules: ECMA-376-1, part 18 (SpreadsheetML), and its strict form in other namespaces. What is unpacked is counted, and
what a sheet says of its own size is not looked at.
"""

import posixpath
from collections.abc import Iterator, Mapping
from typing import BinaryIO

from phr.errors import FormatError
from phr.formats.archives import zipped
from phr.formats.tables.grids import BEGINNING, Grid, grid
from phr.formats.tables.markup import Handler, Limits, read
from phr.formats.tables.number_formats import Shows, shows
from phr.formats.tables.sheet import Sheet, Strings

_BOOK = "xl/workbook.xml"
_RELATIONS = "xl/_rels/workbook.xml.rels"
_MOST_SHEETS = 100
_FEWER_ELEMENTS = 150_000


def beginnings(stream: BinaryIO) -> Iterator[Grid]:
    """The first rows of each sheet, at a lower price. Raises :class:`FormatError` as :func:`sheets`."""
    return sheets(stream, Limits(elements=_FEWER_ELEMENTS), BEGINNING)


def sheets(stream: BinaryIO, limits: Limits | None = None, most_rows: int = 1 << 30) -> Iterator[Grid]:
    """The sheets in their order. Raises :class:`FormatError` for what is damaged or larger than is safe."""
    size = stream.seek(0, 2)
    members = {one.name: one for one in zipped.members(stream, zipped.Budget.of(size))}
    limits = limits or Limits()

    def take(name: str, handler: Handler) -> None:
        if name not in members:
            raise FormatError(f"no {name} in the workbook")
        limits.take(members[name].size)
        with members[name].open() as content:
            read(content, handler)

    book, relations = _Book(limits), _Relations(limits)
    take(_BOOK, book)
    take(_RELATIONS, relations)
    strings, styles = Strings(limits), _Styles(limits)
    for kind, handler in (("/sharedStrings", strings), ("/styles", styles)):
        path = relations.path(kind)
        if path in members:
            take(path, handler)
    for name, id_ in book.sheets:
        kind, path = relations.targets.get(id_, ("", ""))
        if kind.endswith("/worksheet") and path in members:
            sheet = Sheet(limits, strings.found, styles.shown, from_1904=book.from_1904, most_rows=most_rows)
            take(path, sheet)
            sheet.fill_merged()
            yield grid(sheet.rows, sheet.numbers, name)


class _Book(Handler):
    """``xl/workbook.xml``: the sheets by name and relation, and which year days are counted from."""

    def __init__(self, limits: Limits) -> None:
        super().__init__(limits)
        self.sheets: list[tuple[str, str]] = []
        self.from_1904 = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """``workbookPr`` and ``sheet``."""
        if name == "workbookPr":
            self.from_1904 = attributes.get("date1904") in ("1", "true")
        elif name == "sheet" and len(self.sheets) < _MOST_SHEETS:
            id_ = next((value for key, value in attributes.items() if key.endswith(":id")), "")
            self.sheets.append((attributes.get("name", "")[:100], id_))


class _Relations(Handler):
    """The members that the workbook refers to: their type and name by id (ECMA-376-2, 9.3)."""

    def __init__(self, limits: Limits) -> None:
        super().__init__(limits)
        self.targets: dict[str, tuple[str, str]] = {}

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """A ``Relationship``; its target is relative to the workbook."""
        if name == "Relationship":
            path = posixpath.normpath(posixpath.join("/xl", attributes.get("Target", ""))).lstrip("/")
            self.targets[attributes.get("Id", "")] = (attributes.get("Type", ""), path)

    def path(self, kind: str) -> str:
        """The member of a kind, "" if there is none."""
        return next((path for type_, path in self.targets.values() if type_.endswith(kind)), "")


class _Styles(Handler):
    """What each style of cells makes of a number."""

    def __init__(self, limits: Limits) -> None:
        super().__init__(limits)
        self.shown: list[Shows] = []
        self._codes: dict[str, str] = {}
        self._known: dict[str, Shows] = {}
        self._within = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """``numFmt`` gives formats their codes, ``cellXfs`` holds the styles."""
        if name == "numFmt":
            self._codes[attributes.get("numFmtId", "")] = attributes.get("formatCode", "")
        elif name == "cellXfs":
            self._within = True
        elif name == "xf" and self._within:
            id_ = attributes.get("numFmtId", "0")
            if id_ not in self._known:
                self._known[id_] = shows(int(id_) if id_.isdecimal() else 0, self._codes.get(id_, ""))
            self.shown.append(self._known[id_])

    def end(self, name: str) -> None:
        """The end of ``cellXfs``."""
        self._within = self._within and name != "cellXfs"
