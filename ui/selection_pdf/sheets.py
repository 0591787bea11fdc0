"""A4 pages set line by line: what stands where is decided first, so that every page can say of how many it is.

Lengths are millimetres from the upper left corner of the page, sizes of type are points. A :class:`Sheets` is filled
from top to bottom; rows stay whole where they fit on a page, and a table's head comes again on each.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QPdfWriter, QTextLayout

WIDTH: Final = 210.0
HEIGHT: Final = 297.0
LEFT: Final = 17.0
RIGHT: Final = 193.0
TOP: Final = 22.0
BOTTOM: Final = 279.0

_INK: Final = QColor("black")
_GREY: Final = QColor("#555555")
_RULE: Final = QColor("#b4b4b4")
_PALE: Final = QColor("#dedede")
_TINT: Final = QColor("#f1f1f1")
_SPACING: Final = 1.28
"""Height of a line, in sizes of its type."""
_ASCENT: Final = 0.76
"""How far down a line its letters stand."""
_SLACK: Final = 0.6
"""Room for faces of different size to stand on one line."""
_POINT: Final = 25.4 / 72


class Style(Enum):
    """The faces of the document: size in points, weight, whether it steps back."""

    NAME = (19.0, True, False)
    HEAD = (12.0, True, False)
    TEXT = (9.5, False, False)
    STRONG = (9.5, True, False)
    SMALL = (8.0, False, True)
    COLUMN = (7.5, True, True)

    @property
    def height(self) -> float:
        """Height of a line in millimetres."""
        return float(self.value[0]) * _SPACING * _POINT

    @property
    def grey(self) -> bool:
        """Whether it steps back."""
        return bool(self.value[2])

    def font(self) -> QFont:
        """The face itself, of a family whose glyphs are embedded."""
        size, bold, _ = self.value
        font = QFont("DejaVu Sans")
        font.setStyleHint(QFont.StyleHint.SansSerif)
        font.setPointSizeF(size)
        font.setBold(bold)
        # What is copied from the file is letters, never a ligature.
        font.setFeature(QFont.Tag("liga"), 0)
        return font


@dataclass(frozen=True, slots=True)
class Part:
    """A text in one style; it may have lines of its own."""

    text: str
    style: Style = Style.TEXT


Cell = Sequence[Part]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: where it begins and how wide it is, and its name."""

    x: float
    width: float
    name: str = ""


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    style: Style


@dataclass(slots=True)
class Sheet:
    """One page: what is drawn on it, in order."""

    drawn: list[Callable[[QPainter, _Scale], None]] = field(default_factory=list)


class _Scale:
    """Millimetres to dots of the writer."""

    def __init__(self, resolution: int) -> None:
        self._dots = resolution / 25.4

    def __call__(self, millimetres: float) -> float:
        return millimetres * self._dots


class Sheets:
    """The pages of a document while it is set. ``step`` is called for each row, and may raise to stop."""

    def __init__(self, writer: QPdfWriter, step: Callable[[], None]) -> None:
        self._writer = writer
        self._step = step
        self._scale = _Scale(writer.resolution())
        self._metrics: dict[Style, QFontMetricsF] = {
            style: QFontMetricsF(style.font(), writer) for style in Style
        }
        self.all: list[Sheet] = []
        self.y = 0.0
        self.turn()

    def turn(self) -> None:
        """Begin a new page."""
        self.all.append(Sheet())
        self.y = TOP

    def room(self) -> float:
        """Height that is left on this page."""
        return BOTTOM - self.y

    def need(self, height: float) -> None:
        """Begin a new page if less than ``height`` is left on this one."""
        if self.room() < height:
            self.turn()

    def space(self, height: float) -> None:
        """Leave some room, but none at the top of a page."""
        if self.y > TOP:
            self.y += height

    # Texts

    def text(self, part: Part, x: float = LEFT, width: float = RIGHT - LEFT) -> None:
        """Set a text at the place reached."""
        self.row([[part]], [Column(x, width)], gap=0)

    def row(
        self,
        cells: Sequence[Cell],
        columns: Sequence[Column],
        *,
        gap: float = 1.2,
        head: Callable[[], None] | None = None,
    ) -> None:
        """Set cells side by side, whole on one page if they fit on any; ``head`` is set first on a page begun."""
        self._step()
        broken = [
            [line for part in cell for line in self._broken(part, column.width)]
            for cell, column in zip(cells, columns, strict=True)
        ]
        height = max((_height(lines) for lines in broken), default=0.0) + _SLACK
        if self.room() < height <= BOTTOM - TOP - 20:
            self._next(head)
        while any(broken):
            used = 0.0
            first = max(lines[0].style.height for lines in broken if lines)
            for lines, column in zip(broken, columns, strict=True):
                # Side by side, faces of different size stand on one line.
                y = self.y + (first - lines[0].style.height) * _ASCENT if lines else self.y
                while lines and y + lines[0].style.height <= BOTTOM:
                    line = lines.pop(0)
                    self._line(line, column.x, y)
                    y += line.style.height
                used = max(used, y - self.y)
            self.y += used
            if any(broken):
                self._next(head)
        self.y += gap

    def _next(self, head: Callable[[], None] | None) -> None:
        self.turn()
        if head:
            head()

    def height(self, part: Part, width: float) -> float:
        """The height of a text, wrapped."""
        return _height(self._broken(part, width))

    def _line(self, line: _Line, x: float, y: float) -> None:
        baseline = y + line.style.height * _ASCENT
        self.put(lambda painter, dots: _write(painter, line, QPointF(dots(x), dots(baseline))))

    def _broken(self, part: Part, width: float) -> list[_Line]:
        dots = self._scale(width)
        metrics = self._metrics[part.style]
        lines = []
        for paragraph in part.text.expandtabs().splitlines():
            if metrics.horizontalAdvance(paragraph) <= dots:
                lines.append(_Line(paragraph, part.style))
            else:
                lines += [_Line(text, part.style) for text in self._wrapped(paragraph, part.style, dots)]
        return lines

    def _wrapped(self, paragraph: str, style: Style, dots: float) -> list[str]:
        layout = QTextLayout(paragraph, style.font(), self._writer)
        option = layout.textOption()
        option.setWrapMode(option.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        found = []
        while (line := layout.createLine()).isValid():
            line.setLineWidth(dots)
            # Qt counts in UTF-16 units.
            units = paragraph.encode("utf-16-le")
            start = line.textStart() * 2
            text = units[start : start + line.textLength() * 2].decode("utf-16-le", "replace")
            found.append(text.rstrip())
        layout.endLayout()
        return found

    # Shapes

    def rule(self, weight: float = 0.2, *, pale: bool = False) -> None:
        """A line across the page at the place reached."""
        y = self.y
        area = (LEFT, y, RIGHT - LEFT, weight)
        self.put(lambda painter, dots: painter.fillRect(_rect(dots, area), _PALE if pale else _RULE))

    def tint(self, height: float) -> None:
        """A pale surface from the place reached, for what follows to stand on."""
        area = (LEFT, self.y, RIGHT - LEFT, height)
        self.put(lambda painter, dots: painter.fillRect(_rect(dots, area), _TINT))

    def picture(self, image: Callable[[], QImage], size: tuple[int, int]) -> None:
        """A picture as large as fits in what is left of the page; ``image`` is read when it is drawn."""
        across, up = RIGHT - LEFT, self.room()
        scale = min(across / size[0], up / size[1])
        area = (LEFT + (across - size[0] * scale) / 2, self.y, size[0] * scale, size[1] * scale)
        self.put(lambda painter, dots: painter.drawImage(_rect(dots, area), image()))
        self.y = BOTTOM

    def put(self, draw: Callable[[QPainter, _Scale], None]) -> None:
        """Have something drawn on this page."""
        self.all[-1].drawn.append(draw)

    # The end

    def margins(self, page: int, parts: Sequence[tuple[Part, float, bool]]) -> None:
        """Set lines outside the room for text on ``page`` (from 0): each with its ``y``, and whether it ends at the
        right margin."""
        for part, y, right in parts:
            line = _Line(part.text, part.style)
            wide = self._metrics[part.style].horizontalAdvance(part.text)

            def draw(
                painter: QPainter, dots: _Scale, *, line: _Line = line, y: float = y, x: float = wide * right
            ) -> None:
                _write(painter, line, QPointF(dots(RIGHT if x else LEFT) - x, dots(y)))

            self.all[page].drawn.append(draw)

    def draw(self, painter: QPainter) -> None:
        """Draw every page."""
        for number, sheet in enumerate(self.all):
            self._step()
            if number:
                self._writer.newPage()
            for draw in sheet.drawn:
                draw(painter, self._scale)


def _height(lines: Sequence[_Line]) -> float:
    return sum(line.style.height for line in lines)


def _write(painter: QPainter, line: _Line, place: QPointF) -> None:
    painter.setFont(line.style.font())
    painter.setPen(_GREY if line.style.grey else _INK)
    painter.drawText(place, line.text)


def _rect(dots: _Scale, area: tuple[float, float, float, float]) -> QRectF:
    x, y, width, height = area
    return QRectF(dots(x), dots(y), dots(width), dots(height))
