"""Work off the window's thread.

:func:`run` starts ``work`` in Qt's thread pool. What it returns goes to ``done``, a PhrError or OSError to ``failed``,
both in the window's thread and only while ``owner`` still lives: the callbacks die with their widget. Any other
exception is ours: it is raised again in the window's thread, where the application's hook shows it.
"""

import contextlib
from collections.abc import Callable
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal, SignalInstance
from shiboken6 import isValid

from phr.errors import PhrError

T = TypeVar("T")


class Cancelled(PhrError):
    """The person stopped the work."""


class Progress:
    """What the work says while it runs, and how it learns that it was cancelled."""

    def __init__(self, moved: Callable[[int, int], None]) -> None:
        self._moved = moved
        self._cancelled = False

    def say(self, done: int, total: int) -> None:
        """``done`` of ``total`` units are behind us; ``total`` 0 when nobody knows.

        Raises:
            Cancelled: the person asked to stop.
        """
        if self._cancelled:
            raise Cancelled
        self._moved(done, total)

    def cancelled(self) -> bool:
        """Whether to stop."""
        return self._cancelled

    def cancel(self) -> None:
        """Ask the work to stop at its next step."""
        self._cancelled = True


class _Signals(QObject):
    moved = Signal(int, int)
    ended = Signal(object, object)


class Task(QObject, Generic[T]):
    """One piece of work, a child of the widget that asked for it."""

    moved = Signal(int, int)
    finished = Signal()

    def __init__(
        self,
        owner: QObject,
        work: Callable[[Progress], T],
        done: Callable[[T], None],
        failed: Callable[[PhrError | OSError], None],
    ) -> None:
        super().__init__(owner)
        self._done = done
        self._failed = failed
        self._silent = False
        self._signals = _Signals()
        self.progress = Progress(self._signals.moved.emit)
        self._signals.moved.connect(self.moved, Qt.ConnectionType.QueuedConnection)
        self._signals.ended.connect(self._end, Qt.ConnectionType.QueuedConnection)
        QThreadPool.globalInstance().start(_Run(work, self.progress, self._signals.ended))

    def cancel(self) -> None:
        """Ask the work to stop; neither callback is called afterwards."""
        self._silent = True
        self.progress.cancel()

    def _end(self, value: Any, error: BaseException | None) -> None:
        silent = self._silent or not isValid(self.parent())
        self.setParent(None)
        self.deleteLater()
        self.finished.emit()
        if silent:
            return
        if error is None:
            self._done(value)
        elif isinstance(error, PhrError | OSError):
            self._failed(error)
        else:
            raise error


class _Run(QRunnable):
    def __init__(self, work: Callable[[Progress], Any], progress: Progress, ended: SignalInstance) -> None:
        super().__init__()
        self._work = work
        self._progress = progress
        self._ended = ended

    def run(self) -> None:
        value: Any = None
        error: BaseException | None = None
        try:
            value = self._work(self._progress)
        except Exception as caught:  # noqa: BLE001 (handed to the window's thread, which raises it again)
            error = caught
        with contextlib.suppress(RuntimeError):  # the application has gone
            self._ended.emit(value, error)


def run(
    owner: QObject,
    work: Callable[[Progress], T],
    done: Callable[[T], None],
    failed: Callable[[PhrError | OSError], None],
) -> Task[T]:
    """Start ``work`` for ``owner`` and return at once."""
    return Task(owner, work, done, failed)


def stop(owner: QObject) -> None:
    """Cancel all work asked for by ``owner`` and the widgets inside it, and wait until it has ended."""
    for task in owner.findChildren(Task):
        task.cancel()
    QThreadPool.globalInstance().waitForDone()
