"""Results and measurements over time: what was measured at the left, its values drawn and in a table at the right."""

import csv
import io
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QIODevice,
    QItemSelection,
    QItemSelectionModel,
    QSortFilterProxyModel,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QFileDialog, QProgressBar, QVBoxLayout, QWidget

from storage import series
from storage.series import Analyte
from ui.desktop.empty_state import EmptyState
from ui.desktop.files import write_private
from ui.desktop.page import Page
from ui.desktop.parts import (
    Button,
    Field,
    FieldName,
    Hint,
    SignButton,
    Title,
    Words,
    column,
    row,
    scrolled,
    split,
)
from ui.desktop.tables import Table
from ui.desktop.theme import Size, Space
from ui.desktop.trends_model import AnalyteModel, Measured, Row, ValueModel, key, measured, rows_of

if TYPE_CHECKING:
    from ui.desktop import tasks
    from ui.desktop.trends_chart import Chart

_LIST = 300
_PATIENCE = 700  # milliseconds until reading is spoken of
# Values newest first, the rows of the chart, and how many values are in none of them.
_Drawn = tuple[list[Measured], list[Row], int]


class TrendsPage(Page):
    """``entry_asked`` carries the id of an entry to be shown in the record."""

    entry_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._reading: tasks.Task[list[Analyte]] | None = None
        self._drawing: tasks.Task[_Drawn] | None = None
        self._chart: Chart | None = None
        self._title = Title()
        self._hint = Hint()
        self.search = Field()
        self.search.setClearButtonEnabled(True)
        self.analytes = AnalyteModel()
        self._found = QSortFilterProxyModel(self)
        self._found.setSourceModel(self.analytes)
        self._found.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.list = Table(self._found, stretch=0, widths={1: 80}, several=True)
        self.period = QComboBox()
        self.period.setMinimumHeight(Size.CONTROL)
        self.period.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        for years in (0, 1, 2, 5, 10):
            self.period.addItem("", years)
        self._period_name = FieldName()
        self._period_name.setBuddy(self.period)
        self.nearer = SignButton("+")
        self.farther = SignButton("−")
        self.save = Button()
        self.values = ValueModel()
        self.table = Table(self.values, stretch=1, widths={0: 168, 2: 160, 3: 112, 4: 60})
        self._place = QWidget()
        self._place.setLayout(column())
        self._not_drawn = Hint()
        self._empty = EmptyState("trends")
        self._reading_words = Words()
        self._progress = QProgressBar()
        self._progress.setRange(0, 0)
        self._progress.setTextVisible(False)
        self._wait = QWidget()
        waiting = column(self._reading_words, self._progress, gap=Space.HALF)
        waiting.addStretch(1)
        self._wait.setLayout(waiting)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_PATIENCE)
        for part in (self._reading_words, self._progress):
            self._patience.timeout.connect(part.show)
        self._build()
        self._connect()
        self.forget()
        self.retranslate()

    def _build(self) -> None:
        left = QWidget()
        left.setMinimumWidth(_LIST)
        left.setLayout(column(self.search, self.list, gap=Space.HALF))
        head = row(self._period_name, self.period, self.nearer, self.farther)
        head.addWidget(self.save)
        drawn = split(Qt.Orientation.Vertical, scrolled(self._place), self.table)
        drawn.setSizes([600, 300])
        self._right = QWidget()
        right = column(head, self._not_drawn, gap=Space.HALF)
        right.addWidget(drawn, 1)
        self._right.setLayout(right)
        self._split = split(Qt.Orientation.Horizontal, left, self._right)
        self._split.setSizes([_LIST, 1000])
        layout = column(self._title, self._hint, margin=Space.SECTION)
        layout.addWidget(self._wait, 1)
        layout.addWidget(self._empty, 1)
        layout.addWidget(self._split, 1)
        self.setLayout(layout)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._found.setFilterFixedString)
        self.list.selectionModel().selectionChanged.connect(self._selected)
        self.period.currentIndexChanged.connect(self._show_period)
        self.nearer.clicked.connect(lambda: self._zoom(0.5))
        self.farther.clicked.connect(lambda: self._zoom(2))
        for keys, factor in ((QKeySequence.StandardKey.ZoomIn, 0.5), (QKeySequence.StandardKey.ZoomOut, 2)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.activated.connect(lambda factor=factor: self._zoom(factor))
        self.save.clicked.connect(self._ask_place)
        self.table.doubleClicked.connect(
            lambda index: self.entry_asked.emit(self.values.rows[index.row()].point.entry)
        )

    # What is shown

    def read(self) -> None:
        """Read what was measured."""
        self._stop_reading()
        vault, person = self.vault, self.person
        self._reading = self.run(
            lambda progress: series.analytes(vault, person, lambda: progress.say(0, 0)), self._show
        )
        self._patience.start()
        self._say_empty()

    def hideEvent(self, event: QHideEvent) -> None:
        """Read no further for nobody."""
        super().hideEvent(event)
        if self._reading is not None and not event.spontaneous():
            self._stop_reading()
            self.refresh()

    def _stop_reading(self) -> None:
        if self._reading is not None:
            self._reading.cancel()
        self._reading = None
        self._patience.stop()
        self._reading_words.hide()
        self._progress.hide()

    def _show(self, found: list[Analyte]) -> None:
        self._stop_reading()
        before = {key(one) for one in self.chosen()}
        self.analytes.show(found)
        again = [number for number, one in enumerate(found) if key(one) in before]
        if found and not again:
            again = [max(range(len(found)), key=lambda number: found[number].count)]
        selection = self.list.selectionModel()
        rows = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        for number in again:
            selection.select(self._found.mapFromSource(self.analytes.index(number, 0)), rows)
        self._say_empty()

    def chosen(self) -> tuple[Analyte, ...]:
        """What is selected in the list."""
        places = (
            self._found.mapToSource(self._found.index(place, 0)).row() for place in self.list.chosen_rows()
        )
        return tuple(self.analytes.rows[place] for place in places)

    def _selected(self, _on: QItemSelection, _off: QItemSelection) -> None:
        if not self.is_open:
            return
        vault, chosen = self.vault, self.chosen()

        def read(_: "tasks.Progress") -> _Drawn:
            import_module(
                "ui.desktop.trends_chart"
            )  # takes a second, which the window's thread does not have
            values = measured(vault, chosen)
            return values[::-1], *rows_of(values)

        if self._drawing is not None:
            self._drawing.cancel()  # an older choice is not drawn over this one
        self._drawing = self.run(read, self._draw)

    def _draw(self, drawn: _Drawn) -> None:
        values, rows, left = drawn
        self.values.show(values)
        self.table.setColumnHidden(1, len(self.chosen()) == 1)  # its name stands above the drawing
        self._not_drawn.setVisible(left > 0)
        self._left = left
        self._say_left()
        self.chart().draw(rows)
        self._show_period()

    def chart(self) -> "Chart":
        """The chart, made when it is first needed."""
        if self._chart is None:
            from ui.desktop.trends_chart import Chart

            self._chart = Chart()
            self._chart.chosen.connect(self._show_point)
            layout = self._place.layout()
            assert isinstance(layout, QVBoxLayout)  # noqa: S101 - told to mypy: column() made it
            layout.addWidget(self._chart)
            self.setTabOrder(self.save, self._chart)
            self._name_chart()
        return self._chart

    def _show_point(self, entry: str) -> None:
        for number, one in enumerate(self.values.rows):
            if one.point.entry == entry:
                self.table.selectRow(number)

    def _show_period(self) -> None:
        if self._chart is not None:
            self._chart.show_last(self.period.currentData())

    def _zoom(self, factor: float) -> None:
        if self._chart is not None:
            self._chart.zoom(factor)

    # Taken out of the program, because the patient asks

    def _ask_place(self) -> None:
        kinds = "PNG (*.png);;CSV (*.csv)"
        place, _ = QFileDialog.getSaveFileName(self, self.tr("Save a copy"), "carnet.png", kinds)
        if place:
            self.save_to(Path(place))

    def save_to(self, place: Path) -> None:
        """Write the chart as it is shown, as a PNG; or the values, where the name ends in ``.csv``."""
        data = self._table() if place.suffix.lower() == ".csv" else self._picture()
        if self.attempt(lambda: write_private(place, data)):
            self.say(self.tr("Copy saved. It is not protected: whoever has it can read it."))

    def _picture(self) -> bytes:
        data = QByteArray()
        buffer = QBuffer(data)
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        self.chart().picture().save(buffer, "PNG")  # type: ignore[call-overload] # the stub wants bytes, PySide a str
        return bytes(data.data())

    def _table(self) -> bytes:
        text = io.StringIO()
        table = csv.writer(text)
        table.writerow(self.values.written_names())
        table.writerows(self.values.written())
        return text.getvalue().encode("utf-8-sig")  # with its mark, spreadsheets read the accents

    def forget(self) -> None:
        """Show nothing."""
        self._stop_reading()
        self._drawing = None
        self._left = 0
        self.search.clear()
        self.analytes.show(())
        self.values.show(())
        if self._chart is not None:
            self._chart.draw(())
        self._not_drawn.hide()
        self._say_empty()

    def _say_empty(self) -> None:
        empty = not self.analytes.rows
        self._wait.setVisible(empty and self._reading is not None)
        self._empty.setVisible(empty and self._reading is None)
        self._split.setVisible(not empty)

    def _say_left(self) -> None:
        self._not_drawn.setText(
            self.tr(
                "%n value(s) stand in the table only: they are no numbers, or would make more than six drawings.",
                "",
                self._left,
            )
        )

    def _name_chart(self) -> None:
        if self._chart is not None:
            self._chart.setAccessibleName(self.tr("Values over time; the table below holds the same"))

    def retranslate(self) -> None:
        """Name the parts of the page."""
        self._title.setText(self.tr("Trends"))
        self._hint.setText(
            self.tr(
                "Values as they were sent, each with the range of its own laboratory. Carnet does not interpret them."
            )
        )
        self._empty.say(
            self.tr("Nothing was measured yet"),
            self.tr("Results and measurements that you import or write appear here, drawn over time."),
        )
        reading = self.tr("Reading all values. This takes some seconds in a large record.")
        self._reading_words.setText(reading)
        self._progress.setAccessibleName(reading)
        self.search.setPlaceholderText(self.tr("Find a measurement"))
        self.search.setAccessibleName(self.tr("Find a measurement"))
        self._period_name.setText(self.tr("&Period"))
        self.period.setItemText(0, self.tr("All"))
        for place in range(1, self.period.count()):
            self.period.setItemText(place, self.tr("%n year(s)", "", self.period.itemData(place)))
        self.nearer.name(self.tr("Closer"))
        self.farther.name(self.tr("Wider"))
        self.save.setText(self.tr("Save a copy…"))
        self.list.setAccessibleName(self.tr("What was measured"))
        self.table.setAccessibleName(self.tr("Values"))
        self._name_chart()
        self._say_left()
        self.list.say_again()
        self.table.say_again()
