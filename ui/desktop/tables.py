"""Tables that the program's lists have in common: rows held in full, read-only, one look."""

from collections.abc import Mapping, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractTableModel,
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    QTimer,
)
from PySide6.QtGui import QBrush, QColor, QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QStyle,
    QStyleOptionViewItem,
    QTableView,
)

from ui.desktop.announcement import tell_checked
from ui.desktop.theme import Size, Space, colours, text_scale

Row = TypeVar("Row")
Index = QModelIndex | QPersistentModelIndex

DISPLAY = int(Qt.ItemDataRole.DisplayRole)
FOREGROUND = int(Qt.ItemDataRole.ForegroundRole)
READ = (DISPLAY, int(Qt.ItemDataRole.ToolTipRole), int(Qt.ItemDataRole.AccessibleTextRole))
"""Roles that all answer with the text: what is cut short on the screen is read in full elsewhere."""


_COMING = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
    Qt.FocusReason.OtherFocusReason,
)
"""How the keyboard comes to a table from elsewhere on the page; not by a click, which chooses a row itself."""

_STRETCHED = 110
"""Pixels that the column which takes the rest has at least, as long as the others can give way."""
_READ = 110
"""Pixels in which a date or a short word can be read."""


def faded() -> QBrush:
    """The colour of what matters less, in the scheme shown."""
    return QBrush(QColor(colours(QApplication.palette()).muted))


class RowsModel(QAbstractTableModel, Generic[Row]):
    """A table over a short sequence. A subclass says what the columns are called and what the cells hold."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[Row, ...] = ()

    def names(self) -> tuple[str, ...]:
        """The columns' names, in the language shown."""
        raise NotImplementedError

    def cell(self, row: Row, column: int) -> str:
        """The text of a cell."""
        raise NotImplementedError

    def is_faded(self, row: Row) -> bool:  # noqa: ARG002 (for subclasses)
        """Whether the row matters less than others."""
        return False

    def show(self, rows: Sequence[Row]) -> None:
        """Hold these rows."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own default)
        """How many rows there are."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own default)
        """As many as have names."""
        return 0 if parent.isValid() else len(self.names())

    def data(self, index: Index, role: int = DISPLAY) -> Any:
        """The text of a cell, or its colour."""
        if role in READ:
            return self.cell(self.rows[index.row()], index.column())
        if role == FOREGROUND and self.is_faded(self.rows[index.row()]):
            return faded()
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> Any:
        """The columns' names."""
        if orientation != Qt.Orientation.Horizontal or role not in READ:
            return None
        return self.names()[section]


class Table(QTableView):
    """Whole rows, tall enough to touch, no lines; one column takes the room that is left."""

    def __init__(
        self, model: QAbstractItemModel, *, stretch: int, widths: Mapping[int, int], several: bool = False
    ) -> None:
        super().__init__()
        self.setModel(model)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        mode = QAbstractItemView.SelectionMode
        self.setSelectionMode(mode.ExtendedSelection if several else mode.SingleSelection)
        self.verticalHeader().hide()
        self._widths = dict(widths)
        self._stretch = stretch
        self._told = stretch
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(stretch, QHeaderView.ResizeMode.Stretch)
        self._size()

    def _size(self) -> None:
        """Give each column its width. Where that leaves the stretching one too little, the others give way: first
        the wide ones, then all, as far as their names are still read.
        """
        scale, header = text_scale(self), self.horizontalHeader()
        self.verticalHeader().setDefaultSectionSize(int(Size.ROW * scale))
        header.setMinimumHeight(int(Size.HEADER * scale))
        widths = {
            section: max(self._named_width(section), int(width * scale))
            for section, width in self._widths.items()
            if not header.isSectionHidden(section)
        }
        stretched = 0
        if not header.isSectionHidden(self._stretch):
            stretched = max(int(_STRETCHED * scale), self._named_width(self._stretch))
        for most in (int(_READ * scale), 0):
            least = {
                section: max(self._named_width(section), min(width, most))
                for section, width in widths.items()
            }
            missing = stretched + sum(widths.values()) - self.viewport().width()
            spare = sum(widths.values()) - sum(least.values())
            part = min(1.0, max(0, missing) / spare) if spare else 0.0
            widths = {
                section: int(width - part * (width - least[section])) for section, width in widths.items()
            }
        for section, width in widths.items():
            header.resizeSection(section, width)

    def _named_width(self, section: int) -> int:
        """What the column's name needs."""
        name = self.model().headerData(section, Qt.Orientation.Horizontal) or ""
        return self.horizontalHeader().fontMetrics().horizontalAdvance(name) + 2 * Space.HALF

    def initViewItemOption(self, option: QStyleOptionViewItem) -> None:
        """No frame around the cell that the keyboard is on, as long as its row is chosen and so seen anyway."""
        super().initViewItemOption(option)
        if self.selectionModel().isSelected(self.currentIndex()):
            option.state &= ~QStyle.StateFlag.State_KeyboardFocusChange

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The first arrow key chooses the row that the keyboard is on, also where that is the only one."""
        here = self.currentIndex()
        arrow = event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down)
        if arrow and here.isValid() and not self.selectionModel().hasSelection():
            self.selectRow(here.row())
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The row that the keyboard comes to is heard by what it is called, and in sight: of itself Qt says only
        which table it is.
        """
        super().focusInEvent(event)
        if event.reason() in _COMING:
            QTimer.singleShot(0, self, self._tell_row)  # after Qt has spoken

    def _tell_row(self) -> None:
        here = self.currentIndex().siblingAtColumn(self._told)
        if here.isValid() and not self.isColumnHidden(self._told):
            self.selectionModel().setCurrentIndex(here, QItemSelectionModel.SelectionFlag.NoUpdate)
            self.currentChanged(here, here)

    def setColumnHidden(self, column: int, hide: bool) -> None:
        """Hide a column or show it; the others share what there is."""
        if hide != self.isColumnHidden(column):
            super().setColumnHidden(column, hide)
            self._size()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share out the new width."""
        super().resizeEvent(event)
        self._size()

    def changeEvent(self, event: QEvent) -> None:
        """Give larger letters more room."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_widths"):
            self._size()

    def chosen_rows(self) -> list[int]:
        """The rows selected, from the top."""
        return sorted(index.row() for index in self.selectionModel().selectedRows())

    def fit(self, *, least: int = 0) -> None:
        """Be no taller than the rows there are, and no shorter than ``least`` of them where the page scrolls."""
        rows = max(1, self.model().rowCount())
        head = 0 if self.horizontalHeader().isHidden() else self.horizontalHeader().minimumHeight()
        row = self.verticalHeader().defaultSectionSize()
        around = head + 2 * self.frameWidth()
        self.setMinimumHeight(around + min(rows, least) * row if least else 0)
        self.setMaximumHeight(around + rows * row)

    def say_again(self) -> None:
        """Show headers and cells in the language shown now."""
        model = self.model()
        model.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, model.columnCount() - 1)
        self._size()
        self.viewport().update()


class CheckTable(Table):
    """A table with boxes to tick: :mod:`ui.desktop.theme` gives them the outline of what is pressed."""

    def __init__(
        self, model: QAbstractItemModel, *, stretch: int, widths: Mapping[int, int], several: bool = False
    ) -> None:
        super().__init__(model, stretch=stretch, widths=widths, several=several)
        self._told = 0  # the cell with the box, which Space ticks

    def dataChanged(self, first: Index, last: Index, roles: Sequence[int] = ()) -> None:
        """Have it said that the box on the row where the keyboard is was ticked, or no longer is."""
        super().dataChanged(first, last, roles)
        here = self.currentIndex()
        if here.isValid() and self.hasFocus() and first.row() <= here.row() <= last.row():
            tell_checked(self, here.siblingAtColumn(0))
