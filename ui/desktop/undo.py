"""What was done last and can be taken back: one pile for the whole window, empty once the vault is locked."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from storage.errors import VaultBusy

_MOST = 50


class UndoStack(QObject):
    """Holds how to take back each of the last things done; the last goes first."""

    changed = Signal(bool)
    """Whether there is anything to take back."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._pile: list[Callable[[], None]] = []

    def push(self, back: Callable[[], None]) -> None:
        """Something was done, which ``back`` takes back."""
        self._pile.append(back)
        del self._pile[:-_MOST]
        self.changed.emit(True)

    def undo(self) -> None:
        """Take the last thing back, if there is one. Raises :class:`VaultBusy`, and then holds it still."""
        if self._pile:
            back = self._pile.pop()
            try:
                back()
            except VaultBusy:  # later, then
                self._pile.append(back)
                raise
            finally:
                self.changed.emit(bool(self._pile))

    def clear(self) -> None:
        """Hold nothing: what it held named entries of a vault that is locked now."""
        self._pile.clear()
        self.changed.emit(False)
