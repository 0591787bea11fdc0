"""``make usability``: does the ten commonest jobs in the real window; the numbers go into ``docs/usability.md``."""

import os
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

from bench import say
from measures.hand import Count, Way
from measures.jobs import AIMS, PASSPHRASE, walk
from measures.report import Section, with_section
from PySide6.QtWidgets import QApplication

from storage.vault import create
from ui.desktop.app import window_for
from ui.desktop.settings import Settings

DOCUMENT = Path(__file__).resolve().parent.parent / "docs" / "usability.md"


def main() -> None:
    """Walk in both ways, with nothing of the user's own touched, and replace the section."""
    with tempfile.TemporaryDirectory() as scratch:
        for kind in ("STATE", "CONFIG"):
            os.environ[f"XDG_{kind}_HOME"] = str(Path(scratch) / kind.lower())
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        found = section(walks(Path(scratch)))
    DOCUMENT.write_text(with_section(DOCUMENT.read_text(), found))
    for row in found.rows:
        say("  ".join(row))
    say(f"Written: {DOCUMENT}")


def walks(scratch: Path) -> dict[Way, dict[str, Count]]:
    """All jobs in each way, in French, at 1280x800."""
    window = window_for(QApplication([]), Settings())
    window.set_language("fr")
    window.show()
    counts = {}
    for way in Way:
        folder = scratch / way
        folder.mkdir()
        counts[way] = walk(window, folder, way, lambda place: create(place, PASSPHRASE))
    window.close()
    return counts


def section(counts: Mapping[Way, Mapping[str, Count]]) -> Section:
    """The table."""

    def both(job: str, part: Callable[[Count], str]) -> str:
        return " / ".join(part(counts[way][job]) for way in Way)

    rows = [
        (
            job,
            str(aim),
            both(job, lambda count: str(len(count.steps))),
            both(job, lambda count: str(count.acts)),
            both(job, lambda count: str(count.keys)),
            both(job, lambda count: str(count.clicks)),
            both(job, lambda count: f"{count.person:.1f}"),
            both(job, lambda count: f"{count.program:.2f}"),
        )
        for job, aim in AIMS.items()
    ]
    return Section(
        "Counted",
        (
            "Each cell: with the keyboard / with the mouse. Person: seconds by the model. Program: seconds measured,"
            " from each act until what it asked for is painted."
        ),
        ("job", "steps aimed at", "steps", "acts", "keys", "clicks", "person", "program"),
        rows,
    )


if __name__ == "__main__":
    main()
