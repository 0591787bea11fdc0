"""The window on a million entries, painted offscreen: first rows, scrolling, search as one types, pages, memory."""

from __future__ import annotations

import time
from functools import partial
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from measures.child import Samples, run
from measures.record import PASSPHRASE
from measures.report import Goal, Section, number

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QApplication

    from ui.desktop.window import Window

ENTRIES = 1_000_000
_ROUNDS = 5
_FRAMES = 400
_TYPED = ("hemoglobine glyquee", "dr martin", "vaccin", "ordonnance")


def section(vaults: dict[int, str]) -> Section:
    """Runs on the vault of :data:`ENTRIES` entries."""
    samples, peak = run(walk, vaults[ENTRIES])
    today, back, turned, typed, hurried = (
        median(samples[name]) * 1e3 for name in ("today", "back", "turned", "typed", "hurried")
    )
    frame, letter = (_p95(samples[name]) * 1e3 for name in ("frames", "typed"))
    away = max(samples["away"]) * 1e3
    rows = [
        ("opened to Today painted, ms", number(today)),
        ("opened, where one was in the record, to its first rows painted, ms", number(back)),
        ("from Today to the record's first rows painted, ms", number(turned)),
        (f"scrolling frame, p95 of {_FRAMES}, ms", number(frame)),
        ("letter typed to rows painted, median, ms", number(typed)),
        ("letter typed to rows painted, p95, ms", number(letter)),
        ("the same, typed while the last answer is still being counted, median, ms", number(hurried)),
        ("Trends, first show, ms", number(samples["trends"][0] * 1e3)),
        ("longest turn of the event loop on all pages, ms of processor time", number(away)),
        ("peak memory, MiB", number(peak)),
    ]
    return Section(
        f"The window at {ENTRIES:,} entries",
        (
            "The desktop's own window, painted offscreen. First rows: from the open vault, its passphrase checked, to"
            " what is shown, painted. Scrolling: three rows and their paint, pages read on the way included. Search:"
            " from each letter in the field to the painted rows. Pages: each until its last answer is painted."
        ),
        ("", "measured"),
        tuple(rows),
        (
            Goal("window: Today after unlocking", today, 150, "ms"),
            Goal(f"window: first rows of {ENTRIES:,}", max(back, turned), 150, "ms"),
            Goal("window: scrolling frame, p95", frame, 16, "ms"),
            Goal("window: letter to painted rows", typed, 50, "ms"),
            Goal("window: longest turn of the event loop", away, 100, "ms"),
            Goal("window: peak memory", peak, 400, "MiB"),
        ),
    )


def _p95(samples: list[float]) -> float:
    return sorted(samples)[int(len(samples) * 0.95)]


def walk(folder: str) -> Samples:
    """Open the window on a vault and use it."""
    from PySide6.QtWidgets import QApplication

    from ui.desktop.app import window_for
    from ui.desktop.settings import Settings

    application = QApplication([])
    window = window_for(application, Settings())
    window.resize(1280, 800)
    window.show()
    samples: Samples = {
        name: [] for name in ("today", "turned", "back", "frames", "typed", "hurried", "away")
    }
    for _ in range(_ROUNDS):
        _unlock(application, window, folder, samples)
    _opening(window, folder)()
    window.show_page(window.record)
    _settle(application)
    _scroll(application, window, samples)
    _type(application, window, samples)
    _turn(application, window, samples)
    window.close()
    return samples


def _unlock(application: QApplication, window: Window, folder: str, samples: Samples) -> None:
    """To Today and on to the record; then to the record at once, where one was."""
    rows, latest = window.record.model, window.today.latest
    samples["today"].append(_timed(application, _opening(window, folder), lambda: latest.rowCount() > 0))
    turn = partial(window.show_page, window.record)
    samples["turned"].append(_timed(application, turn, lambda: rows.rowCount() > 0))
    window.lock()
    samples["back"].append(_timed(application, _opening(window, folder), lambda: rows.rowCount() > 0))
    _settle(application)
    window.show_page(window.today)
    window.lock()


def _opening(window: Window, folder: str) -> Callable[[], None]:
    from storage.vault import open_vault

    return partial(window.open_vault, open_vault(Path(folder), PASSPHRASE))


def _scroll(application: QApplication, window: Window, samples: Samples) -> None:
    bar = window.record.table.verticalScrollBar()
    for _ in range(_FRAMES):
        start = time.perf_counter()
        bar.setValue(bar.value() + 3 * 42)
        application.processEvents()
        samples["frames"].append(time.perf_counter() - start)


def _type(application: QApplication, window: Window, samples: Samples) -> None:
    """Letter by letter: with a pause after each, then each as soon as the rows before are painted."""
    search, answers = window.record.filters.search, list[int]()
    window.record.model.modelReset.connect(lambda: answers.append(1))
    for typed in _TYPED:
        for name, pause in (("typed", True), ("hurried", False)):
            search.clear()
            _settle(application)
            for letter in typed:
                answers.clear()
                insert = partial(search.insert, letter)
                samples[name].append(_timed(application, insert, lambda: bool(answers)))
                if pause:
                    _settle(application)
    search.clear()
    _settle(application)


def _turn(application: QApplication, window: Window, samples: Samples) -> None:
    """Through all pages; an item is looked at while Trends reads."""
    from PySide6.QtCore import QThreadPool

    pool = QThreadPool.globalInstance()
    others = {"holders": window.holders, "replies": window.replies, "grant": window.grant}
    for name, page in (window.places | others).items():
        start = time.perf_counter()
        _away(application, partial(window.show_page, page), samples)
        while pool.activeThreadCount():
            _away(application, lambda: None, samples)
        _away(application, lambda: None, samples)
        samples[name] = [time.perf_counter() - start]
    window.trends.refresh()
    for act in (
        partial(window.show_page, window.trends),
        partial(window.show_page, window.record),
        partial(window.record.table.selectRow, 5),
    ):
        _away(application, act, samples)
    _settle(application)


def _away(application: QApplication, act: Callable[[], None], samples: Samples) -> None:
    """The processor time of the window's thread until it is back in its event loop."""
    start = time.thread_time()
    act()
    application.processEvents()
    samples["away"].append(time.thread_time() - start)
    time.sleep(0.001)


def _timed(application: QApplication, act: Callable[[], None], done: Callable[[], bool]) -> float:
    """Seconds from ``act`` until ``done`` and painted."""
    from PySide6.QtCore import QEventLoop

    start = time.perf_counter()
    act()
    while not done():
        application.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    application.processEvents()
    return time.perf_counter() - start


def _settle(application: QApplication) -> None:
    from ui.desktop.pictures import settle

    settle()
    application.processEvents()
