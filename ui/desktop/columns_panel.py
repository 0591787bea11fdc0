"""What the columns of a table hold, asked beside its first rows when its headings do not tell.

Whoever shows it calls :meth:`ColumnsPanel.ask` and waits for one of its two signals.
"""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QWidget

from phr.formats.measures import measures
from phr.formats.tables.columns import DATE, MEASURE, NOTE, TIME, UNIT, VALUE, Column
from phr.formats.tables.layouts import Layout, Table
from ui.catalogue import language
from ui.desktop.parts import (
    Button,
    Field,
    FieldName,
    Heading,
    Hint,
    PrimaryButton,
    Words,
    column,
    row,
    scrolled,
)
from ui.desktop.theme import Size, Space
from ui.desktop.translated import Translated

_OTHER = "other"
_ORDERS: tuple[bool | None, ...] = (None, True, False)
_MOST_COLUMNS = 40
_LONGEST_CELL = 24
_TALLEST = 360


class ColumnsPanel(Translated):
    """One line for each column: its heading, its first cells, and a choice of what it holds."""

    told = Signal(object)
    """The :class:`phr.formats.tables.layouts.Layout`, to be remembered before the file is imported."""
    kept = Signal()
    """The file is to be kept as a document."""

    def __init__(self) -> None:
        super().__init__()
        self._table: Table | None = None
        self._file = ""
        self._heading = Heading()
        self._words = Words()
        self._lines: list[_Line] = []
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(Space.ONE)
        self._grid.setColumnStretch(4, 1)
        self._rows = QWidget()
        self._rows.setLayout(self._grid)
        self._area = scrolled(self._rows)
        self._area.setMaximumHeight(_TALLEST)
        self._order_name = FieldName("")
        self.order = _Choice()
        self._order_name.setBuddy(self.order)
        self._lacking = Hint()
        self.go = PrimaryButton()
        self.keep = Button()
        self.setLayout(
            column(
                self._heading,
                self._words,
                self._area,
                row(self._order_name, self.order),
                self._lacking,
                row(self.go, self.keep),
                gap=Space.WIDE,
            )
        )
        self.order.currentIndexChanged.connect(self._weigh)
        self.go.clicked.connect(self._answer)
        self.keep.clicked.connect(self.kept)
        self.retranslate()

    def ask(self, table: Table, file: str) -> None:
        """Ask what the columns of ``file`` hold, what is guessed of them chosen already."""
        self.clear()
        self._table, self._file = table, file
        for place, guess in enumerate(table.columns[:_MOST_COLUMNS]):
            cells = [cells[place] for cells in table.rows if place < len(cells) and cells[place].strip()]
            line = _Line(guess, cells[:3])
            line.put(self._grid, place)
            line.role.currentIndexChanged.connect(self._weigh)
            line.what.textChanged.connect(self._weigh)
            self._lines.append(line)
        self.order.offer(_ORDERS[not table.order_known :])
        if not table.order_known:
            self.order.setCurrentIndex(-1)
        self._order_name.setVisible(not table.order_known)
        self.order.setVisible(not table.order_known)
        self.retranslate()

    def lines(self) -> tuple["_Line", ...]:
        """The line of each column."""
        return tuple(self._lines)

    def layout_told(self) -> Layout | None:
        """What was chosen, None while a date, something measured or the order of days is missing."""
        if self._table is None or self.order.currentIndex() < 0:
            return None
        rest = self._table.columns[_MOST_COLUMNS:]
        columns = (*(line.column() for line in self._lines), *(Column("", "", one.heading) for one in rest))
        found = Layout(columns, self.order.currentData())
        return found if found.usable else None

    def clear(self) -> None:
        """Ask nothing."""
        for line in self._lines:
            line.drop(self._grid)
        self._lines = []
        self._table = None
        self._file = ""

    def _weigh(self) -> None:
        for line in self._lines:
            line.show_fields()
        usable = self.layout_told() is not None
        self.go.setEnabled(usable)
        self._lacking.setVisible(not usable)

    def _answer(self) -> None:
        found = self.layout_told()
        if found is not None:
            self.told.emit(found)

    def retranslate(self) -> None:
        """Say the question and the choices in the language shown."""
        self._heading.setText(
            self.tr("What do the columns hold?") + (f" · {self._file}" if self._file else "")
        )
        self._words.setText(
            self.tr(
                "Carnet does not recognise the headings of this table. Your answer is remembered for files with the "
                "same headings. Columns that are not read stay in the file, which is kept whole."
            )
        )
        self._order_name.setText(self.tr("Dates are written"))
        self.order.say(
            {
                None: self.tr("as they show"),
                True: self.tr("day, month, year"),
                False: self.tr("month, day, year"),
            }
        )
        self._lacking.setText(
            self.tr("Choose the date, at least one value, and how the dates are written if that is asked.")
        )
        self.go.setText(self.tr("Read it so and remember"))
        self.keep.setText(self.tr("Keep it as a document"))
        names = {
            "": self.tr("not read"),
            DATE: self.tr("date"),
            TIME: self.tr("time"),
            NOTE: self.tr("remark"),
            UNIT: self.tr("unit"),
            MEASURE: self.tr("what was measured"),
            VALUE: self.tr("value of what the row names"),
            **{key: one.french if language() == "fr" else one.english for key, one in measures().items()},
            _OTHER: self.tr("another measure…"),
        }
        for line in self._lines:
            line.say(names, self.tr("Column %1 holds"), self.tr("Measure"), self.tr("Unit"))
        self._weigh()


class _Choice(QComboBox):
    """A choice among values that have names in the language shown."""

    def __init__(self) -> None:
        super().__init__()
        self.setMinimumHeight(Size.CONTROL)

    def offer(self, values: tuple[object, ...]) -> None:
        """Offer these, the first of them chosen."""
        self.clear()
        for value in values:
            self.addItem("", value)

    def say(self, names: dict[object, str]) -> None:
        """Name the values."""
        for place in range(self.count()):
            self.setItemText(place, names[self.itemData(place)])


class _Line:
    """The widgets of one column."""

    def __init__(self, guess: Column, cells: list[str]) -> None:
        self._heading = guess.heading
        self._name = FieldName(guess.heading[:_LONGEST_CELL] or "–")
        self._cells = QLabel(" · ".join(cell.strip()[:_LONGEST_CELL] for cell in cells))
        self.role = _Choice()
        self._roles = ("", DATE, TIME, NOTE, UNIT, MEASURE, VALUE, *measures(), _OTHER)
        self.role.offer(self._roles)
        self.role.setCurrentIndex(self._roles.index(guess.key))
        self._name.setBuddy(self.role)
        self.what = Field()
        self.unit = Field()
        self.unit.setText(guess.unit)
        for field, width in ((self.what, 180), (self.unit, 90)):
            field.setMaximumWidth(width)

    def put(self, grid: QGridLayout, place: int) -> None:
        """Show them in a row."""
        for number, widget in enumerate(self._widgets()):
            grid.addWidget(widget, place, number)

    def drop(self, grid: QGridLayout) -> None:
        """Show them no longer."""
        for widget in self._widgets():
            grid.removeWidget(widget)
            widget.deleteLater()

    def column(self) -> Column:
        """What was chosen."""
        role, unit = self.role.currentData(), self.unit.text().strip()
        if role == _OTHER:
            name = self.what.text().strip()
            return Column(VALUE if name else "", unit, self._heading, name)
        return Column(role, unit if role in measures() else "", self._heading)

    def show_fields(self) -> None:
        """Only where there is something to say."""
        role = self.role.currentData()
        self.what.setVisible(role == _OTHER)
        self.unit.setVisible(role == _OTHER or role in measures())

    def say(self, names: dict[str, str], holds: str, measure: str, unit: str) -> None:
        """Name everything in the language shown."""
        self.role.say({role: names[role] for role in self._roles})
        self.role.setAccessibleName(holds.replace("%1", self._heading))
        for field, text in ((self.what, measure), (self.unit, unit)):
            field.setPlaceholderText(text)
            field.setAccessibleName(f"{text} · {self._heading}")

    def _widgets(self) -> tuple[QWidget, ...]:
        return self._name, self._cells, self.role, self.what, self.unit
