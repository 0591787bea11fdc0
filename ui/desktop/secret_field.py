"""A field for a passphrase, whose letters nobody hears.

Qt hides the letters of a password field from those who read it, but tells each one to everybody who listens to changes
on the accessibility bus of the session (AT-SPI ``TextChanged``). Here they hear of dots.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleTextInsertEvent,
    QAccessibleTextRemoveEvent,
    QContextMenuEvent,
    QKeyEvent,
)
from PySide6.QtWidgets import QLineEdit

from ui.desktop.parts import Field

_DOT = "●"
_LEAVING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Escape)
_TYPED = (QEvent.Type.InputMethod, QEvent.Type.MouseButtonRelease, QEvent.Type.Drop)


class SecretField(Field):
    """Its letters are shown as dots until :meth:`reveal`."""

    def __init__(self) -> None:
        super().__init__()
        self.reveal(False)

    def reveal(self, visible: bool) -> None:
        """Show the letters, to assistive technology too, or dots."""
        self.setEchoMode(QLineEdit.EchoMode.Normal if visible else QLineEdit.EchoMode.Password)

    @contextmanager
    def _unheard(self) -> Iterator[None]:
        """Changes of the text become changes of dots for who listens."""
        if self.echoMode() == QLineEdit.EchoMode.Normal or not QAccessible.isActive():
            yield
            return
        before = len(self.text())
        QAccessible.setActive(False)
        try:
            yield
        finally:
            QAccessible.setActive(True)
            self._tell(len(self.text()) - before)

    def _tell(self, more: int) -> None:
        if more > 0:
            place = max(0, self.cursorPosition() - more)
            QAccessible.updateAccessibility(QAccessibleTextInsertEvent(self, place, more * _DOT))
        elif more < 0:
            QAccessible.updateAccessibility(
                QAccessibleTextRemoveEvent(self, self.cursorPosition(), -more * _DOT)
            )

    def event(self, event: QEvent) -> bool:
        """Letters come by keys, input methods, and the mouse that pastes or drops them."""
        if event.type() in _TYPED or _writes(event):
            with self._unheard():
                return super().event(event)
        return super().event(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Qt's menu; what it pastes is not heard either."""
        menu = self.createStandardContextMenu()
        for action in menu.actions():
            if action.objectName() == "edit-paste":
                action.triggered.disconnect()
                action.triggered.connect(self.paste)
        menu.exec(event.globalPos())
        menu.deleteLater()

    def paste(self) -> None:
        """Put in what is on the clipboard."""
        with self._unheard():
            super().paste()

    def setText(self, text: str | None) -> None:
        """Hold ``text``."""
        with self._unheard():
            super().setText(text)

    def clear(self) -> None:
        """Hold nothing."""
        with self._unheard():
            super().clear()


def _writes(event: QEvent) -> bool:
    """Whether an event is a key that may change the text, and leads nowhere else."""
    return (
        isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() not in _LEAVING
    )
