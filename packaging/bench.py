"""``make bench``: measures everything and writes ``docs/benchmarks.md``. Takes some fifteen minutes and 3 GB."""

import os
import sys
import tempfile
import time
from pathlib import Path

from measures import (
    documents,
    intake,
    minute,
    opening,
    reading,
    record,
    report,
    sealing,
    searching,
    starting,
    window,
)
from measures.child import run

DOCUMENT = Path(__file__).resolve().parent.parent / "docs" / "benchmarks.md"


def say(text: str) -> None:
    """One line to the person who waits."""
    print(text, file=sys.stderr, flush=True)  # noqa: T201 - this script talks to a person


def main() -> None:
    """Measure in a folder that is removed, with nothing of the user's own touched."""
    start = time.monotonic()
    with tempfile.TemporaryDirectory() as scratch:
        for kind in ("STATE", "CONFIG", "DATA", "CACHE"):
            os.environ[f"XDG_{kind}_HOME"] = str(Path(scratch) / kind.lower())
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        sections = measured(Path(scratch))
    DOCUMENT.write_text(report.markdown(sections, (time.monotonic() - start) / 60))
    for section in sections:
        for goal in section.goals:
            say("  ".join(goal.row()))
    say(f"Written: {DOCUMENT}")


def measured(scratch: Path) -> list[report.Section]:
    """Every subject, in the order of the document."""
    sections = []
    for subject in (starting, intake, documents, sealing, reading, minute):
        say(f"Measuring: {subject.__name__}")
        sections.append(subject.section())
    vaults = {}
    for size in searching.SIZES:
        say(f"Filling a vault with {size:,} entries")
        vaults[size] = str(scratch / f"vault-{size}")
        run(record.fill, vaults[size], size)
    for subject in (opening, searching, window):
        say(f"Measuring: {subject.__name__}")
        sections.append(subject.section(vaults))
    return sections


if __name__ == "__main__":
    main()
