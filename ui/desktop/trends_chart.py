"""Values over time, drawn: one row for each analyte and unit, all over one time axis.

Imported when the page is first shown: pyqtgraph brings numpy, which takes a second. What is drawn is what was sent:
values, and the range that each laboratory gave with its value. No colour tells good from bad.
"""

from collections.abc import Sequence
from itertools import groupby, pairwise

import pyqtgraph as pg
from PySide6.QtCore import QDateTime, QEvent, QLocale, QPointF, QRectF, Qt, QTimeZone, Signal
from PySide6.QtGui import QBrush, QColor, QImage, QPen
from PySide6.QtWidgets import QGraphicsRectItem

from storage.series import Point, numbers
from ui.desktop.theme import Colours, Size, colours
from ui.desktop.trends_model import Row

_ROW = 180
_YEAR = 366 * 86400
_DAY = 86400
_SYMBOL, _DOT = 9, 4
_MANY = 60
"""Values of one row from which on a dot marks each, so that the line between them is still seen."""
BAND = 0.13
"""How much of the accent's colour the band of a range has."""
# Ranges are drawn to the middle between two values, and this many seconds beyond the first and the last.
_BEYOND = 20 * _DAY


class _TimeAxis(pg.DateAxisItem):  # type: ignore[misc] # pyqtgraph has no types
    """Dates in the language shown; pyqtgraph's own are in the language of the C library."""

    def tickStrings(self, values: Sequence[float], _scale: float, spacing: float) -> list[str]:
        form = "HH:mm"
        if spacing >= 300 * _DAY:
            form = "yyyy"
        elif spacing >= 25 * _DAY:
            form = "MMM yyyy"
        elif spacing >= _DAY:
            form = "d MMM yyyy"
        locale = QLocale()
        return [
            locale.toString(
                QDateTime.fromSecsSinceEpoch(int(value), QTimeZone(QTimeZone.Initialization.UTC)), form
            )
            for value in values
        ]


class Chart(pg.GraphicsLayoutWidget):  # type: ignore[misc] # pyqtgraph has no types
    """The rows. ``chosen`` tells the entry of a value that was clicked."""

    chosen = Signal(str)
    # None while pyqtgraph builds itself, which changes the palette.
    _rows: tuple[Row, ...] | None = None

    def __init__(self) -> None:
        super().__init__()
        self._rows = ()
        self._plots: list[pg.PlotItem] = []
        for surface in (self, self.viewport()):  # the keyboard has the buttons above and the table below
            surface.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAntialiasing(True)
        self._dress()

    def draw(self, rows: Sequence[Row]) -> None:
        """Draw these rows, over all the time that they cover."""
        self._rows = rows = tuple(rows)
        self.clear()
        self._plots = []
        tokens = colours(self.palette())
        for number, row in enumerate(rows):
            plot = self._plot(row, tokens, last=number == len(rows) - 1)
            if self._plots:
                plot.setXLink(self._plots[0])
            self.addItem(plot, number, 0)
            self._plots.append(plot)
        self.setMinimumHeight(_ROW * max(1, len(rows)))
        self.show_last(0)

    def show_last(self, years: int) -> None:
        """Show the last ``years``, or everything for 0."""
        seconds = [point.second for row in self._rows or () for point in row.points]
        if not self._plots or not seconds:
            return
        first, last = min(seconds), max(seconds)
        if years:
            first = max(first, last - years * _YEAR)
        margin = max((last - first) * 0.04, _BEYOND)
        self._plots[0].setXRange(first - margin, last + margin, padding=0)

    def zoom(self, factor: float) -> None:
        """Show ``factor`` times the time shown, around its middle."""
        if self._plots:
            self._plots[0].getViewBox().scaleBy(x=factor)

    def picture(self) -> QImage:
        """The chart as it is shown."""
        shown: QImage = self.grab().toImage()
        return shown

    def _plot(self, row: Row, tokens: Colours, *, last: bool) -> pg.PlotItem:
        axes = {"bottom": _TimeAxis(orientation="bottom", utcOffset=0)}
        plot = pg.PlotItem(axisItems=axes)
        plot.setMenuEnabled(False)
        plot.hideButtons()
        plot.setMouseEnabled(x=True, y=False)
        plot.disableAutoRange()  # until all is there: it would measure at each step
        plot.setAutoVisible(y=True)
        plot.showGrid(x=False, y=True, alpha=0.15)
        name = f"{row.name} ({row.unit})" if row.unit else row.name
        plot.setTitle(name, color=tokens.text, size=f"{Size.BASE}pt", justify="left")
        for side in ("left", "bottom"):
            axis = plot.getAxis(side)
            axis.setPen(QColor(tokens.line))
            axis.setTextPen(QColor(tokens.muted))
        plot.getAxis("left").setWidth(64)
        plot.getAxis("bottom").setStyle(showValues=last)
        self._draw_ranges(plot, row.points, tokens)
        self._draw_values(plot, row.points, tokens)
        plot.enableAutoRange(y=True)
        return plot

    def _draw_ranges(self, plot: pg.PlotItem, points: Sequence[Point], tokens: Colours) -> None:
        """The range that was sent with each value, from half way to the one before to half way to the next."""
        reach = [first.second + (second.second - first.second) / 2 for first, second in pairwise(points)]
        starts = [points[0].second - _BEYOND, *reach]
        ends = [*reach, points[-1].second + _BEYOND]
        spans = zip(starts, ends, ((point.value.low, point.value.high) for point in points), strict=True)
        for (low, high), group in groupby(spans, key=lambda span: span[2]):
            held = list(group)
            self._draw_range(plot, held[0][0], held[-1][1], (low, high), tokens)

    def _draw_range(
        self, plot: pg.PlotItem, start: float, end: float, span: tuple[str, str], tokens: Colours
    ) -> None:
        bounds = [float(found[0]) for found in map(numbers, span) if len(found) == 1]
        if len(bounds) == 2:
            band = QGraphicsRectItem(QRectF(QPointF(start, bounds[0]), QPointF(end, bounds[1])))
            fill = QColor(tokens.accent)
            fill.setAlphaF(BAND)
            band.setBrush(QBrush(fill))
            band.setPen(QPen(Qt.PenStyle.NoPen))
            band.setZValue(-10)
            plot.addItem(band)
        pen = pg.mkPen(QColor(tokens.accent), width=1, style=Qt.PenStyle.DashLine)
        for bound in bounds:
            plot.plot([start, end], [bound, bound], pen=pen)

    def _draw_values(self, plot: pg.PlotItem, points: Sequence[Point], tokens: Colours) -> None:
        ink = QColor(tokens.accent_text)
        for number in range(2):
            drawn = [point for point in points if len(point.numbers) > number]
            if not drawn:
                continue
            curve = plot.plot(
                [point.second for point in drawn],
                [float(point.numbers[number]) for point in drawn],
                pen=pg.mkPen(ink, width=1.5),
                symbol="o",
                symbolSize=_SYMBOL if len(drawn) < _MANY else _DOT,
                symbolBrush=QColor(tokens.panel) if number else ink,
                symbolPen=pg.mkPen(ink, width=1.5),
                data=[point.entry for point in drawn],
                dynamicRangeLimit=None,  # else drawn anew whenever the range changes
            )
            curve.sigPointsClicked.connect(lambda _curve, spots: self.chosen.emit(spots[0].data()))

    def _dress(self) -> None:
        self.setBackground(QColor(colours(self.palette()).panel))

    def changeEvent(self, event: QEvent) -> None:
        """Draw again in other colours, or with the dates in another language."""
        super().changeEvent(event)
        changes = (QEvent.Type.PaletteChange, QEvent.Type.LanguageChange)
        if self._rows is not None and event.type() in changes:
            self._dress()
            self.draw(self._rows)
