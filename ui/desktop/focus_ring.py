"""Where the keyboard is: a ring in the accent colour (WCAG 2.2, 2.4.7 and 1.4.11).

Fusion's own is drawn in the colour of the selection, which is pale on purpose, and so can hardly be seen.
"""

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QRegion
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QCheckBox,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QStyle,
    QStyleOptionButton,
    QTabBar,
    QWidget,
)
from shiboken6 import isValid

from ui.desktop.parts import NavButton, PrimaryButton
from ui.desktop.theme import Size, colours

_WIDE = 2
_ROUND = Size.RADIUS / 4
_WRITTEN_IN = (QLineEdit, QAbstractSpinBox, QPlainTextEdit)


class FocusRing(QObject):
    """Follows the keyboard as long as there is ``window``; where the mouse went, only fields have the ring."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._ring: _Ring | None = None
        application = QApplication.instance()
        assert isinstance(application, QApplication)  # noqa: S101 - told to mypy: there is a window
        application.focusChanged.connect(self._move)

    def _move(self, _before: QWidget | None, now: QWidget | None) -> None:
        ring, self._ring = self._ring, None
        if ring is not None:
            ring.leave()
        by_mouse = QApplication.mouseButtons() != Qt.MouseButton.NoButton
        if (
            now is None or not now.focusPolicy() & Qt.FocusPolicy.TabFocus
        ):  # a page that has it for its fields
            return
        if isinstance(now, NavButton) or (by_mouse and not isinstance(now, _WRITTEN_IN)):
            return
        self._ring = _Ring(now)
        self._ring.destroyed.connect(self._forget)

    def _forget(self) -> None:
        self._ring = None


class _Ring(QWidget):
    """Lies on the widget that has the keyboard, at its border, and lets everything through."""

    def __init__(self, around: QWidget) -> None:
        super().__init__(around)
        self._around = around
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        around.installEventFilter(self)
        self._fit()
        self.show()

    def leave(self) -> None:
        """Go away. A widget that is being deleted, with a dialog for example, takes its ring along."""
        self.destroyed.disconnect()
        if not isValid(self._around):
            return
        self._around.removeEventFilter(self)
        self.hide()
        self.deleteLater()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Stay as large as the widget."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self._fit()
        return False

    def _fit(self) -> None:
        around = self._around
        self.setGeometry(around.rect())
        if isinstance(around, QAbstractItemView):
            # Nothing above what scrolls: it would be painted anew at each step.
            self.setMask(QRegion(around.rect()) - QRegion(around.viewport().geometry()))
        self.raise_()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The ring; on a primary button in the colour of its letters."""
        # Not its own: a control's is changed for its outline.
        tokens = colours(QApplication.palette())
        inverse = isinstance(self._around, PrimaryButton)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(tokens.on_accent if inverse else tokens.accent), _WIDE))
            place = self._place().toRectF().adjusted(1, 1, -1, -1)
            if inverse:
                place.adjust(_WIDE, _WIDE, -_WIDE, -_WIDE)
            painter.drawRoundedRect(place, _ROUND, _ROUND)

    def _place(self) -> QRect:
        around = self._around
        if isinstance(around, QTabBar):
            return around.tabRect(around.currentIndex())
        if isinstance(around, QCheckBox | QRadioButton):  # around its words, beside the box
            option = QStyleOptionButton()
            around.initStyleOption(option)
            part = QStyle.SubElement.SE_CheckBoxFocusRect
            if isinstance(around, QRadioButton):
                part = QStyle.SubElement.SE_RadioButtonFocusRect
            return around.style().subElementRect(part, option, around).adjusted(-4, -2, 4, 2) & self.rect()
        return self.rect()
