"""What the program has to say stands in a bar above the page, never in a box that stops one's work."""

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout

from ui.desktop.announcement import announce
from ui.desktop.parts import Button, Panel, Words
from ui.desktop.theme import Space


class Level(StrEnum):
    """How much it matters; also the role of colour it stands on."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


class MessageBar(Panel):
    """One sentence, perhaps with one thing to do about it, until it is closed or replaced."""

    def __init__(self) -> None:
        super().__init__("info")
        self._words = Words()
        self._words.setMaximumWidth(16777215)
        self._words.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._act = Button()
        self._close = Button()
        self._action: Callable[[], None] | None = None
        layout = QHBoxLayout(self)
        layout.setContentsMargins(Space.WIDE, Space.HALF, Space.HALF, Space.HALF)
        layout.addWidget(self._words, 1)
        layout.addWidget(self._act)
        layout.addWidget(self._close)
        self._act.clicked.connect(self._do)
        self._close.clicked.connect(self.clear)
        self._retranslate()
        self.hide()

    def text(self) -> str:
        """What it says now, or ""."""
        return self._words.text() if not self.isHidden() else ""

    def say(
        self,
        text: str,
        level: Level = Level.INFO,
        *,
        action: str = "",
        do: Callable[[], None] | None = None,
    ) -> None:
        """Say ``text``; with ``action`` as a button that does ``do`` (undo, confirm) and closes the bar."""
        self.set_tone(level.value)
        self._words.setText(text)
        self._words.setAccessibleName(text)
        self._action = do
        self._act.setText(action)
        self._act.setVisible(do is not None)
        self.show()
        announce(self, f"{text} {action}".strip(), urgent=level is not Level.INFO)

    def clear(self) -> None:
        """Nothing to say."""
        self._action = None
        self._words.clear()
        self.hide()

    def _do(self) -> None:
        action = self._action
        self.clear()
        if action is not None:
            action()

    def _retranslate(self) -> None:
        self._close.setText(self.tr("Close"))
        self._close.setShortcut(QKeySequence(Qt.Key.Key_Escape))  # a new text takes it away

    def changeEvent(self, event: QEvent) -> None:
        """Say itself again in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
