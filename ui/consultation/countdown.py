"""The time that is left, by two clocks: one that nobody can set, and one that goes on while the computer sleeps."""

import time

from PySide6.QtCore import QObject, QTimer, Signal

_TICK = 500  # milliseconds


class Countdown(QObject):
    """Counts ``seconds`` down. ``moved`` carries the whole seconds left, ``over`` comes once, at the end."""

    moved = Signal(int)
    over = Signal()

    def __init__(self, seconds: int, parent: QObject) -> None:
        super().__init__(parent)
        self._steady = time.monotonic() + seconds
        self._wall = time.time() + seconds
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK)
        self._timer.timeout.connect(self._look)

    def start(self) -> None:
        """Begin to tell."""
        self._timer.start()
        self._look()

    def _look(self) -> None:
        left = min(self._steady - time.monotonic(), self._wall - time.time())
        self.moved.emit(max(0, int(left + 0.999)))
        if left <= 0:
            self._timer.stop()
            self.over.emit()
