"""Search as one types, against a bare FTS5 query of the same index through the same kind of connection."""

import time
from pathlib import Path
from statistics import quantiles

from measures.child import Samples, Side, compare
from measures.record import PASSPHRASE
from measures.report import Goal, Section
from measures.words import TYPED, beginnings

SIZES = (10_000, 100_000, 1_000_000)
_TOP = 50
_TURNS = 3
_ROUNDS = 3


def section(vaults: dict[int, str]) -> Section:
    """Runs on the vaults of :data:`SIZES`."""
    rows, goals = [], []
    for size in SIZES:
        ours, bare = compare(with_pages, with_fts5, vaults[size], rounds=_ROUNDS)
        points = [_points(side) for side in (ours, bare)]
        for name, mine, theirs in zip(("p50", "p95", "slowest"), *points, strict=True):
            rows.append(
                (f"{size:,} entries, {name}", f"{mine:.1f} ms", f"{theirs:.1f} ms", f"{mine / theirs:.2f}")
            )
        rows.append(
            (
                f"{size:,} entries, peak memory",
                f"{ours.peak:.0f} MiB",
                f"{bare.peak:.0f} MiB",
                f"{ours.peak / bare.peak:.2f}",
            )
        )
        if size == SIZES[-1]:
            slowest = max(ours.samples, key=ours.median)
            worst = f"Slowest at {size:,}: “{slowest}”, {ours.median(slowest) * 1e3:.0f} ms."
            goals.append(Goal(f"search as one types, p95 at {size:,} entries", points[0][1], 30, "ms"))
    typed = ", ".join(f"“{text}”" for text in TYPED)
    return Section(
        "Search as one types",
        (
            f"Every beginning, from the first letter on, of: {typed} ({len(beginnings())} searches, the newest {_TOP}"
            " each). Ours: `entries.page`, whole entries with labels and source. Bare: `MATCH … ORDER BY rowid DESC"
            " LIMIT 50` on the same FTS5 index, its titles read; the same SQLCipher settings. Each search counts with"
            f" the median of its {_TURNS * _ROUNDS} runs, without a pause between keys. {worst}"
        ),
        ("", "ours", "bare FTS5", "ratio"),
        rows,
        goals,
    )


def _points(side: Side) -> tuple[float, float, float]:
    """Median, 95th percentile and slowest of the searches' medians, in milliseconds."""
    times = [side.median(typed) * 1e3 for typed in side.samples]
    cuts = quantiles(times, n=100, method="inclusive")
    return cuts[49], cuts[94], max(times)


def with_pages(folder: str) -> Samples:
    """The product's way."""
    from storage.entries import Filter, page
    from storage.vault import open_vault

    samples: Samples = {typed: [] for typed in beginnings()}
    with open_vault(Path(folder), PASSPHRASE) as vault:
        for _ in range(_TURNS):
            for typed in beginnings():
                start = time.perf_counter()
                page(vault, Filter(search=typed), limit=_TOP)
                samples[typed].append(time.perf_counter() - start)
    return samples


def with_fts5(folder: str) -> Samples:
    """The library alone: every word that is typed begins a word of the row."""
    from storage import keyslots
    from storage.connection import connect

    slots = keyslots.read(Path(folder))
    db = connect(Path(folder) / slots.database, keyslots.unlock(slots, PASSPHRASE), query_only=True)
    samples: Samples = {typed: [] for typed in beginnings()}
    for _ in range(_TURNS):
        for typed in beginnings():
            expression = " ".join(f'"{word}"*' for word in typed.split())
            start = time.perf_counter()
            db.execute(
                "SELECT title FROM entry_words WHERE entry_words MATCH ? ORDER BY rowid DESC LIMIT ?",
                (expression, _TOP),
            ).fetchall()
            samples[typed].append(time.perf_counter() - start)
    db.close()
    return samples
