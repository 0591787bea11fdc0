"""The few widgets that look or read differently from Qt's own. :mod:`ui.desktop.theme` dresses them by class name."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QBoxLayout,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from ui.desktop.icons import draw_icon
from ui.desktop.theme import Size, Space, colours, text_scale


class Title(QLabel):
    """The one title of a page."""


class Heading(QLabel):
    """Begins a part of a page."""


class FieldName(QLabel):
    """Names the field that is its buddy."""

    def sizeHint(self) -> QSize:
        """Qt measures the text in one piece, but draws it in three around an underlined letter, without kerning."""
        return super().sizeHint() + QSize(Space.SMALL, 0)


class Words(QLabel):
    """Running text: wraps, can be selected and copied."""

    def __init__(self, text: str = "") -> None:
        super().__init__(text)
        # A layout asks for the same height some hundred times while a page is shown.
        self._heights: dict[int, int] = {}
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self._measure = 0
        self._fit()

    def heightForWidth(self, width: int) -> int:
        """For no more than the widest line: Qt would count on all the room there is."""
        width = min(width, self.maximumWidth())
        if width not in self._heights:
            self._heights[width] = super().heightForWidth(width)
        return self._heights[width]

    def setText(self, text: str) -> None:
        """Show ``text``."""
        self._heights.clear()
        super().setText(text)

    def clear(self) -> None:
        """Show nothing."""
        self._heights.clear()
        super().clear()

    def _fit(self) -> None:
        self._measure = int(Size.MEASURE * text_scale(self))
        self.setMaximumWidth(self._measure)

    def changeEvent(self, event: QEvent) -> None:
        """Measure again for other letters."""
        self._heights.clear()
        if event.type() == QEvent.Type.FontChange and self.maximumWidth() == self._measure:
            self._fit()
        super().changeEvent(event)


class Hint(Words):
    """Running text of lesser weight."""


class Code(QLabel):
    """Something to be read aloud or typed elsewhere: large, of even width, can be selected by mouse and keyboard."""

    def __init__(self) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )

    def setText(self, text: str) -> None:
        """Show ``text``, and read it to assistive technology too."""
        super().setText(text)
        self.setAccessibleName(text)


class Button(QPushButton):
    """A button tall enough for an unsteady hand."""

    def __init__(self, text: str = "") -> None:
        super().__init__(text)
        self.setMinimumHeight(Size.CONTROL)

    def sizeHint(self) -> QSize:
        """Qt's, with room left and right of the text."""
        return super().sizeHint() + QSize(2 * Space.ONE, 0)


class SignButton(Button):
    """A button with one sign, about as wide as it is tall; its name is for assistive technology and the pointer."""

    def sizeHint(self) -> QSize:
        """Room for the sign."""
        return QSize(Size.CONTROL + Space.HALF, Size.CONTROL)

    def name(self, text: str) -> None:
        """Say what the button does."""
        self.setAccessibleName(text)
        self.setToolTip(text)


class PrimaryButton(Button):
    """What the page is for."""


class Field(QLineEdit):
    """One line to type in, as tall as a button, its text not against the border."""

    def __init__(self) -> None:
        super().__init__()
        self.setMinimumHeight(Size.CONTROL)
        self.setTextMargins(Space.SMALL, 0, Space.SMALL, 0)


class Head(QWidget):
    """The top of a page: its title, and buttons at the right, or below where the row is too narrow for both."""

    def __init__(self, title: QWidget, *buttons: QWidget) -> None:
        super().__init__()
        self._parts = row(title), row(*buttons)
        self._sides = row(gap=Space.ONE)
        for place, part in zip((0, 2), self._parts, strict=True):
            self._sides.insertLayout(place, part)
        self.setLayout(self._sides)

    def minimumSizeHint(self) -> QSize:
        """That of the narrow arrangement, so that a narrow page is not forced to be wide."""
        return QSize(0, self._sides.minimumSize().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand in one row or in two."""
        wide = sum(part.sizeHint().width() for part in self._parts) + 2 * Space.ONE <= event.size().width()
        self._sides.setDirection(
            QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        )
        super().resizeEvent(event)


class Panel(QFrame):
    """A surface with round corners that holds what belongs together."""

    def __init__(self, tone: str = "panel") -> None:
        super().__init__()
        self._tone = tone

    def set_tone(self, tone: str) -> None:
        """Take the colour of a role of :class:`ui.desktop.theme.Colours`."""
        self._tone = tone
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the surface and its border."""
        tokens = colours(self.palette())
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QColor(tokens.line))
            painter.setBrush(QColor(getattr(tokens, self._tone)))
            painter.drawRoundedRect(
                self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5), Size.RADIUS, Size.RADIUS
            )


_BESIDE_SIGN = 48
"""Where a page's name begins, in pixels."""


class NavButton(QAbstractButton):
    """One page in the column, with a drawn sign and its name."""

    def __init__(self, icon: str) -> None:
        super().__init__()
        self._icon = icon
        self.setCheckable(True)
        self.setMinimumHeight(Size.CONTROL + Space.SMALL)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        """Room for the sign and the whole name."""
        text = self.fontMetrics().horizontalAdvance(self._name())
        return QSize(text + _BESIDE_SIGN + Space.HALF, Size.CONTROL + Space.SMALL)

    def _name(self) -> str:
        return self.text().replace("&", "")

    def event(self, event: QEvent) -> bool:
        """Take the new size when the name is translated."""
        if event.type() == QEvent.Type.LanguageChange:
            self.updateGeometry()
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the sign, the name, and a surface behind the page one is on."""
        tokens = colours(self.palette())
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            area = self.rect().toRectF().adjusted(1, 1, -1, -1)
            ring = QPen(QColor(tokens.accent), 2)
            painter.setPen(ring if self.hasFocus() else QPen(Qt.PenStyle.NoPen))
            fill = QColor(tokens.selection if self.isChecked() else tokens.header)
            if not self.isChecked() and not self.underMouse():
                fill = QColor(Qt.GlobalColor.transparent)
            painter.setBrush(fill)
            painter.drawRoundedRect(area, Size.RADIUS, Size.RADIUS)
            ink = QColor(tokens.on_selection if self.isChecked() else tokens.text)
            draw_icon(painter, self._icon, Space.ONE, (self.height() - 20) / 2, ink)
            painter.setPen(ink)
            painter.drawText(
                self.rect().adjusted(_BESIDE_SIGN, 0, -Space.HALF, 0),
                int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft),
                self._name(),
            )


def name_choice(box: QComboBox, name: str) -> None:
    """Name a list to choose from, in its place on the page, that has no label to be seen.

    On Linux Qt tells assistive technology the chosen value as its name; what is chosen only a label can tell.
    """
    box.setAccessibleName(name)
    page = box.parentWidget()
    if page is None:
        return
    label = next((one for one in page.findChildren(_Unseen) if one.buddy() is box), None)
    if label is None:
        label = _Unseen(page)
        label.setBuddy(box)
        label.hide()
    label.setText(name)


class _Unseen(QLabel):
    """A label for assistive technology alone."""


def column(*things: QWidget | QLayout, margin: int = 0, gap: int = Space.ONE) -> QVBoxLayout:
    """A layout from top to bottom."""
    layout = QVBoxLayout()
    layout.setContentsMargins(margin, margin, margin, margin)
    layout.setSpacing(gap)
    _fill(layout, things)
    return layout


def row(*things: QWidget | QLayout, end: bool = False, gap: int = Space.HALF) -> QHBoxLayout:
    """A layout from left to right, its rest left empty: at its right, or at its left when ``end``."""
    layout = QHBoxLayout()
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(gap)
    if end:
        layout.addStretch(1)
    _fill(layout, things)
    if not end:
        layout.addStretch(1)
    return layout


def shared_row(*things: QWidget) -> QHBoxLayout:
    """A layout from left to right whose things share its whole width."""
    layout = QHBoxLayout()
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(Space.HALF)
    for thing in things:
        layout.addWidget(thing)
    return layout


def ruler() -> QFrame:
    """A line that parts what is above it from what is below."""
    line = QFrame()
    line.setFrameStyle(QFrame.Shape.HLine | QFrame.Shadow.Sunken)
    return line


def _fill(layout: QHBoxLayout | QVBoxLayout, things: Sequence[QWidget | QLayout]) -> None:
    for thing in things:
        if isinstance(thing, QLayout):
            layout.addLayout(thing)
        else:
            layout.addWidget(thing)


def split(direction: Qt.Orientation, *things: QWidget) -> QSplitter:
    """Things whose shares of the room can be moved; assistive technology reads them as they stand."""
    parts = QSplitter(direction)
    parts.setChildrenCollapsible(False)
    parts.setHandleWidth(Space.ONE)
    for thing in things:
        parts.addWidget(thing)
    for thing in reversed(things):  # Qt reads what lies below first, and puts each below those before it
        thing.lower()
    return parts


def tab_in_order(*layouts: QLayout) -> None:
    """Let Tab go through the widgets of ``layouts`` as they stand in them: what is made later would come last."""
    held = (one for layout in layouts for one in _held(layout))
    stops = [one for one in held if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
    for before, after in pairwise(stops):
        QWidget.setTabOrder(before, after)


def _held(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        widget = item.widget() if item else None
        inside = widget.layout() if widget else item.layout() if item else None
        if inside is not None:
            yield from _held(inside)
        elif widget is not None:
            yield widget


def scrolled(content: QWidget) -> QScrollArea:
    """``content`` in an area that scrolls up and down, without a frame of its own."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(content)
    area.viewport().setAutoFillBackground(False)  # what is behind shows through: a page, or a panel
    content.setAutoFillBackground(False)
    return area
