"""From the start of the process to the first painted window, against a bare Qt window."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from measures.child import Samples, Side, run
from measures.report import Goal, Section, number

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QMainWindow

_ROUNDS = 7


def section() -> Section:
    """Runs both by turns; the time begins before the process does."""
    ours, bare = Side(), Side()
    for _ in range(_ROUNDS):
        ours.add(*run(desktop, time.monotonic()))
        bare.add(*run(bare_window, time.monotonic()))
    times = [side.median("seconds") * 1e3 for side in (ours, bare)]
    return Section(
        "Start to first window",
        (
            "From before the process is started to the end of the first paint, on Qt's `offscreen` platform. Ours: the"
            " desktop's window, asking for a vault. Bare: an empty `QMainWindow`."
        ),
        ("", "ours", "bare PySide6", "ratio"),
        (
            ("to first window, ms", number(times[0]), number(times[1]), f"{times[0] / times[1]:.2f}"),
            ("peak memory, MiB", number(ours.peak), number(bare.peak), f"{ours.peak / bare.peak:.2f}"),
        ),
        (Goal("start to first window", times[0] / 1e3, 1.5, "s"),),
    )


def desktop(started: float) -> Samples:
    """The product's window. ``started`` is of the machine's monotonic clock, which all processes share."""
    from PySide6.QtWidgets import QApplication

    from ui.desktop.app import window_for
    from ui.desktop.settings import Settings

    application = QApplication([])
    return _seconds_to_paint(application, window_for(application, Settings()), started)


def bare_window(started: float) -> Samples:
    """Qt alone."""
    from PySide6.QtWidgets import QApplication, QMainWindow

    return _seconds_to_paint(QApplication([]), QMainWindow(), started)


def _seconds_to_paint(application: QApplication, window: QMainWindow, started: float) -> Samples:
    from PySide6.QtCore import QEvent, QObject

    class FirstPaint(QObject):
        seen = False

        def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's own name
            self.seen = self.seen or event.type() == QEvent.Type.Paint
            return False

    watch = FirstPaint()
    window.installEventFilter(watch)
    window.show()
    while not watch.seen:
        application.processEvents()
    return {"seconds": [time.monotonic() - started]}
