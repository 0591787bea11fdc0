"""The window on a million entries, painted offscreen: first rows, scrolling, search as one types, pages, memory."""

from __future__ import annotations

import time
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from measures.child import Samples, run
from measures.record import PASSPHRASE
from measures.report import Goal, Section, number

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QApplication

ENTRIES = 1_000_000
_FRAMES = 400
_TYPED = "hemoglobine glyquee"


def section(vaults: dict[int, str]) -> Section:
    """Runs on the vault of :data:`ENTRIES` entries."""
    samples, peak = run(walk, vaults[ENTRIES])
    first, typed = (median(samples[name]) * 1e3 for name in ("first rows", "typed"))
    frame = sorted(samples["frames"])[int(len(samples["frames"]) * 0.95)] * 1e3
    rows = [
        ("opened to first rows painted, ms", number(first)),
        (f"scrolling frame, p95 of {_FRAMES}, ms", number(frame)),
        ("letter typed to rows painted, median, ms", number(typed)),
        ("Today, first show, ms", number(samples["today"][0] * 1e3)),
        ("Trends, first show, ms", number(samples["trends"][0] * 1e3)),
        ("peak memory, MiB", number(peak)),
    ]
    return Section(
        f"The window at {ENTRIES:,} entries",
        (
            "The desktop's own window, painted offscreen. First rows: from the open vault to the painted table."
            " Scrolling: one wheel step and its paint, pages read on the way included. Search: from a letter to the"
            " painted rows, without the 120 ms that the field waits for a next letter. Pages: from asking to the last"
            " answer painted."
        ),
        ("", "measured"),
        tuple(rows),
        (
            Goal(f"window: first rows of {ENTRIES:,}", first, 150, "ms"),
            Goal("window: scrolling frame, p95", frame, 16, "ms"),
            Goal("window: letter to painted rows", typed, 50, "ms"),
            Goal("window: peak memory", peak, 400, "MiB"),
        ),
    )


def walk(folder: str) -> Samples:
    """Open the window on a vault and use it."""
    from PySide6.QtWidgets import QApplication

    from storage.vault import open_vault
    from ui.desktop.app import window_for
    from ui.desktop.settings import Settings

    application = QApplication([])
    window = window_for(application, Settings())
    window.resize(1280, 800)
    window.show()
    record = window.record
    samples: Samples = {}
    vault = open_vault(Path(folder), PASSPHRASE)

    def shown() -> bool:
        return record.model.rowCount() > 0

    samples["first rows"] = [_timed(application, lambda: _open(window, vault), shown)]
    _settle(application)
    samples["frames"] = []
    bar = record.table.verticalScrollBar()
    for _ in range(_FRAMES):
        start = time.perf_counter()
        bar.setValue(bar.value() + 3 * 42)
        application.processEvents()
        samples["frames"].append(time.perf_counter() - start)
    samples["typed"] = []
    answers: list[int] = []
    record.model.modelReset.connect(lambda: answers.append(record.model.rowCount()))
    for end in range(1, len(_TYPED) + 1):
        record.filters.search.setText(_TYPED[:end])
        answers.clear()
        samples["typed"].append(_timed(application, record.refresh, lambda: bool(answers)))
        _settle(application)
    for name in ("today", "trends"):
        start = time.perf_counter()
        window.show_page(window.places[name])
        window.places[name].refresh()
        _settle(application)
        samples[name] = [time.perf_counter() - start]
    window.close()
    return samples


def _open(window: object, vault: object) -> None:
    window.open_vault(vault)  # type: ignore[attr-defined]  # Qt is not imported at the top
    window.show_page(window.record)  # type: ignore[attr-defined]  # the same


def _timed(application: QApplication, act: Callable[[], None], done: Callable[[], bool]) -> float:
    """Seconds from ``act`` until ``done`` and painted."""
    start = time.perf_counter()
    act()
    while not done():
        application.processEvents()
    application.processEvents()
    return time.perf_counter() - start


def _settle(application: QApplication) -> None:
    from ui.desktop.pictures import settle

    settle()
    application.processEvents()
