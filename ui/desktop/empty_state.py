"""What a page shows while there is nothing to show: what belongs here, and how it comes here."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.desktop.icons import draw_icon
from ui.desktop.parts import Button, Heading, Words
from ui.desktop.theme import Space, colours, text_scale

_DISC = 72
_SIGN = 2.0
"""The sign of the page is so many times as large as in the column."""
_NARROW = 460


class EmptyState(QWidget):
    """The sign of the page, one line in bold, one that teaches, and buttons that lead on; a third of the way down."""

    def __init__(self, sign: str, *buttons: Button) -> None:
        super().__init__()
        self._heading = Heading()
        self._words = Words()
        self._words.setMaximumWidth(_NARROW)
        for label in (self._heading, self._words):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        middle = QVBoxLayout(self)
        middle.setSpacing(Space.ONE)
        middle.addStretch(1)
        middle.addWidget(_Sign(sign), 0, Qt.AlignmentFlag.AlignHCenter)
        middle.addWidget(self._heading)
        words = QHBoxLayout()
        words.addStretch(1)
        words.addWidget(self._words, 100)
        words.addStretch(1)
        middle.addLayout(words)
        actions = QHBoxLayout()
        actions.setSpacing(Space.HALF)
        actions.addStretch(1)
        for button in buttons:
            actions.addWidget(button)
        actions.addStretch(1)
        middle.addLayout(actions)
        middle.addStretch(2)

    def changeEvent(self, event: QEvent) -> None:
        """Longer lines for larger letters."""
        if event.type() == QEvent.Type.FontChange:
            self._words.setMaximumWidth(int(_NARROW * text_scale(self)))
        super().changeEvent(event)

    def say(self, heading: str, words: str) -> None:
        """What is not there yet, and how it comes."""
        self._heading.setText(heading)
        self._words.setText(words)

    def text(self) -> str:
        """What it says."""
        return f"{self._heading.text()} {self._words.text()}"


class _Sign(QWidget):
    """A page's sign, large, on a disc."""

    def __init__(self, sign: str) -> None:
        super().__init__()
        self._sign = sign
        self.setFixedSize(QSize(_DISC, _DISC))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint disc and sign."""
        tokens = colours(self.palette())
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.selection))
            painter.drawEllipse(self.rect())
            painter.scale(_SIGN, _SIGN)
            place = (_DISC / _SIGN - 20) / 2
            draw_icon(painter, self._sign, place, place, QColor(tokens.on_selection))
