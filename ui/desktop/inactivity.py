"""Notices that nobody has touched keyboard or mouse for a while."""

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

_TOUCHES = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
    }
)


class InactivityTimer(QObject):
    """Emits :attr:`idle` once after the time of :meth:`wait` without a touch, while it is started."""

    idle = Signal()

    def __init__(self, application: QApplication, parent: QObject) -> None:
        super().__init__(parent)
        self._application = application
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.idle)

    def wait(self, minutes: int) -> None:
        """From now on let ``minutes`` pass without a touch."""
        self._timer.setInterval(minutes * 60 * 1000)

    def start(self) -> None:
        """Count from now."""
        self._application.installEventFilter(self)
        self._timer.start()

    def stop(self) -> None:
        """Count no longer."""
        self._application.removeEventFilter(self)
        self._timer.stop()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Begin again at each touch; the event goes on to whom it is for."""
        if event.type() in _TOUCHES:
            self._timer.start()
        return False
