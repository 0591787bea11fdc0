"""Says, as long as it is open, that the record is the sample."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout

from ui.desktop.parts import Button, Heading, Words
from ui.desktop.theme import Space, colours
from ui.desktop.translated import Translated


class SampleBand(Translated):
    """A band across the window, above everything else, with the way out."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._name = Heading()
        self._words = Words()
        self.leave = Button()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(Space.SECTION, Space.HALF, Space.SECTION, Space.HALF)
        layout.setSpacing(Space.WIDE)
        layout.addWidget(self._name)
        layout.addWidget(self._words, 1)
        layout.addWidget(self.leave)
        self.leave.clicked.connect(self.left)
        self.retranslate()
        self.hide()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the colour that nothing else of this size has."""
        tokens = colours(self.palette())
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), QColor(tokens.warning))
            painter.fillRect(0, self.height() - Space.SMALL, self.width(), Space.SMALL, QColor(tokens.accent))

    def retranslate(self) -> None:
        """Say it in the language shown."""
        self._name.setText(self.tr("Sample record"))
        self._words.setText(
            self.tr("A made-up person, nothing of yours. What you do here goes away when you leave.")
        )
        self.leave.setText(self.tr("Leave the sample"))
