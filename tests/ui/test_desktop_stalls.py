"""The window answers: in a walk through all pages, its thread is never away from the event loop for long."""

import os
import time
from pathlib import Path

import pytest
from PySide6.QtCore import QThreadPool, QTimer
from pytestqt.qtbot import QtBot

from tests.ui.tour import tour
from ui.desktop.window import Window

_LONGEST = 0.1


class Watchdog:
    """Counts the processor time of the window's thread between two returns to its event loop, in seconds.

    Not the time by the clock: what else the machine does is not the window's doing.
    """

    def __init__(self) -> None:
        self.stalls: list[tuple[str, float]] = []
        self.where = ""
        self._last = time.thread_time()
        self._timer = QTimer()
        self._timer.timeout.connect(self._beat)
        self._timer.start(0)

    def _beat(self) -> None:
        now = time.thread_time()
        if now - self._last > _LONGEST:
            self.stalls.append((self.where, round(now - self._last, 3)))
        self._last = now

    def stop(self) -> None:
        """Count no longer."""
        self._timer.stop()


@pytest.mark.skipif(
    "PYTEST_XDIST_WORKER" in os.environ,
    reason="beside another worker, processor time is no measure: `make test` runs this alone",
)
def test_no_page_keeps_the_event_loop_waiting(lived_in: Window, tmp_path: Path, qtbot: QtBot) -> None:
    def wait() -> None:
        for _ in range(3):  # what has ended may have begun something else
            qtbot.waitUntil(lambda: QThreadPool.globalInstance().activeThreadCount() == 0, timeout=20_000)
            qtbot.wait(1)

    watchdog = Watchdog()
    for number, page in enumerate(tour(lived_in, tmp_path, wait), 1):
        watchdog.where = f"after {type(page).__name__}, {number}"
    watchdog.stop()
    assert not watchdog.stalls
