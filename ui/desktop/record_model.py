"""The timeline as a table: pages of 200 entries, read as one scrolls."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from phr.entry import Entry
from storage.entries import Filter, Page, page
from storage.vault import Vault
from ui.catalogue import translate
from ui.desktop.dates import show_day
from ui.desktop.icons import icon
from ui.desktop.names import kind_name, title_of, value_of
from ui.desktop.tables import DISPLAY, FOREGROUND, READ, Index, faded
from ui.desktop.theme import colours

PAGE = 100
"""Entries per page: one takes 3 ms to read, within a frame of scrolling."""

_DECORATION = int(Qt.ItemDataRole.DecorationRole)
_FONT = int(Qt.ItemDataRole.FontRole)
_ANSWERED = frozenset((*READ, _DECORATION, _FONT, FOREGROUND))
YEAR, DATE, KIND, TITLE, VALUE, AUTHOR, PRIVATE = range(7)


def first_page(vault: Vault, chosen: Filter, cancelled: Callable[[], bool]) -> Page:
    """The newest entries of a filter. Raises :class:`storage.errors.Cancelled` soon after ``cancelled`` says so."""
    return page(vault, chosen, limit=PAGE, cancelled=cancelled)


class RecordModel(QAbstractTableModel):
    """Entries of one filter, newest first. It holds what has been scrolled past, and the cursor of what comes next."""

    def __init__(self) -> None:
        super().__init__()
        self._vault: Vault | None = None
        self._filter = Filter()
        self._entries: list[Entry] = []
        self._next = ""

    def show(self, vault: Vault, chosen: Filter, first: Page) -> None:
        """Hold the entries of ``chosen``, of which ``first`` has been read already."""
        self.beginResetModel()
        self._vault = vault
        self._filter = chosen
        self._entries = list(first.entries)
        self._next = first.next
        self.endResetModel()

    def clear(self) -> None:
        """Hold nothing."""
        self.beginResetModel()
        self._vault = None
        self._entries = []
        self._next = ""
        self.endResetModel()

    def entry_at(self, row: int) -> Entry:
        """The entry of a row."""
        return self._entries[row]

    def row_of(self, entry_id: str) -> int:
        """The row of an entry that has been read, or -1."""
        return next((row for row, entry in enumerate(self._entries) if entry.id == entry_id), -1)

    def replace(self, entries: Sequence[Entry]) -> None:
        """Show entries that changed but stay where they are."""
        changed = {entry.id: entry for entry in entries}
        for row, entry in enumerate(self._entries):
            if entry.id in changed:
                self._entries[row] = changed[entry.id]
                self.dataChanged.emit(self.index(row, 0), self.index(row, PRIVATE))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own default)
        """How many entries have been read so far."""
        return 0 if parent.isValid() else len(self._entries)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own default)
        """Seven."""
        return 0 if parent.isValid() else 7

    def canFetchMore(self, parent: Index) -> bool:
        """Whether there are older entries."""
        return not parent.isValid() and bool(self._next)

    def fetchMore(self, parent: Index) -> None:  # noqa: ARG002 (Qt gives it)
        """Read the next page."""
        if self._vault is None or not self._next:
            return
        more = page(self._vault, self._filter, after=self._next, limit=PAGE)
        begin = len(self._entries)
        if more.entries:
            self.beginInsertRows(QModelIndex(), begin, begin + len(more.entries) - 1)
            self._entries.extend(more.entries)
            self.endInsertRows()
        self._next = more.next

    def data(self, index: Index, role: int = DISPLAY) -> Any:
        """What a cell shows. The role is tested first, as an int: one paint asks hundreds of times."""
        if role not in _ANSWERED:
            return None
        row, column = index.row(), index.column()
        if role not in READ:
            return self._look(self._entries[row], column, role)
        if column == PRIVATE and role == DISPLAY:
            return None
        return self._new_year(row) if column == YEAR else self._text(self._entries[row], column)

    @staticmethod
    def _look(entry: Entry, column: int, role: int) -> Any:
        if role == _DECORATION and column == PRIVATE and entry.hidden:
            return icon("lock", colours(QApplication.palette()).muted)
        if role == FOREGROUND and (entry.hidden or column not in (YEAR, TITLE, VALUE)):
            return faded()
        if role == _FONT and column == YEAR:
            bold = QFont()
            bold.setBold(True)
            return bold
        return None

    def _new_year(self, row: int) -> str:
        """The year with which an entry's date begins, if the one above has another."""
        year = _year(self._entries[row])
        return year if row == 0 or _year(self._entries[row - 1]) != year else ""

    @staticmethod
    def _text(entry: Entry, column: int) -> str:
        match column:
            case 1:
                return show_day(entry.date)
            case 2:
                return kind_name(entry.kind)
            case 3:
                return title_of(entry)
            case 4:
                return value_of(entry)
            case 5:
                return entry.author
        return translate("RecordModel", "kept private") if entry.hidden else ""

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> Any:
        """The names of the columns."""
        if orientation != Qt.Orientation.Horizontal or role not in READ:
            return None
        if section == PRIVATE and role == DISPLAY:
            return ""  # the drawn lock says it; the name is for those who cannot see it
        return (
            self.tr("Year"),
            self.tr("Date"),
            self.tr("Kind"),
            self.tr("Title"),
            self.tr("Value"),
            self.tr("Author"),
            self.tr("Visibility"),
        )[section]


def _year(entry: Entry) -> str:
    start, _, end = (entry.date or "").partition("/")
    return (start or end)[:4]
