"""A piece of work that takes its time: what it is, that it goes on, and a button to stop it."""

from typing import TypeVar

from PySide6.QtWidgets import QApplication, QProgressBar, QWidget
from shiboken6 import isValid

from ui.desktop.parts import Button, Words, column, row
from ui.desktop.tasks import Progress, Task
from ui.desktop.theme import Space
from ui.desktop.translated import Translated

T = TypeVar("T")


class WorkBar(Translated):
    """Shown while one task runs, with the keyboard on its button.

    The button asks the task to stop. It may be too late for that: what comes of it the task says when it ends.
    """

    def __init__(self) -> None:
        super().__init__()
        self._progress: Progress | None = None
        self._before: QWidget | None = None
        self._words = Words()
        self._bar = QProgressBar()
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self.stop = Button()
        self.setLayout(column(self._words, self._bar, row(self.stop), gap=Space.HALF))
        self.stop.clicked.connect(self._stop)
        self.retranslate()
        self.hide()

    def watch(self, task: Task[T], words: str) -> None:
        """Show ``words`` until ``task`` has ended; the keyboard then goes back to where it was."""
        self._progress = task.progress
        self._before = QApplication.focusWidget()
        self._words.setText(words)
        self._bar.setAccessibleName(words)
        self.show()
        self.stop.setFocus()
        task.finished.connect(self._end)

    def _stop(self) -> None:
        if self._progress is not None:
            self._progress.cancel()

    def _end(self) -> None:
        self._progress = None
        if self.stop.hasFocus() and self._before is not None and isValid(self._before):
            self._before.setFocus()
        self._before = None
        self.hide()

    def retranslate(self) -> None:
        """Name the button."""
        self.stop.setText(self.tr("Stop"))
