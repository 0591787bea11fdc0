"""``python -m ui.consultation``: reads the bundle from standard input and shows it on the whole screen.

Exit code 0 when the consultation is over, 1 when what came is not to be shown.
"""

import os
import sys
import threading

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from phr.errors import PhrError
from ui.consultation import excerpt, pipe
from ui.consultation.view import View
from ui.desktop.focus_ring import FocusRing
from ui.desktop.theme import Theme
from ui.desktop.translation import Language

LARGER = 120
"""Letters are this many percent of the window's: two people sit further away."""


class _Watch(QObject):
    """Notices that the program at the other end of the pipe has gone."""

    gone = Signal()

    def start(self, descriptor: int) -> None:
        """Wait beside the window; nothing is written any more, so what comes is the end."""
        threading.Thread(target=self._wait, args=(descriptor,), daemon=True).start()

    def _wait(self, descriptor: int) -> None:
        while os.read(descriptor, 1):
            pass
        self.gone.emit()


def main() -> int:
    """Show what stands in the pipe."""
    application = QApplication(["phr-consultation"])
    application.setApplicationName("Carnet")
    application.setDesktopFileName("phr")
    descriptor = sys.stdin.fileno()
    try:
        with open(descriptor, "rb", closefd=False) as stream:
            order = pipe.read(stream)
        shown = excerpt.parse(order.bundle)
    except PhrError:
        return 1
    seconds = order.seconds
    Language(application).speak(order.language)
    theme = Theme(application)
    theme.choose(order.scheme)
    theme.enlarge(LARGER)
    del order
    view = View(shown, seconds)
    FocusRing(view)
    del shown
    watch = _Watch(view)
    view.finished.connect(application.quit)
    watch.gone.connect(view.finish)
    watch.start(descriptor)
    view.showFullScreen()
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())
