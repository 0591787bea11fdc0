"""The ten commonest jobs in the real window: no more steps than docs/usability.md says, at any size of letters."""

import re
from functools import partial
from pathlib import Path

import pytest

from storage.keyslots import LEAST_COST
from storage.vault import create
from ui.desktop.window import Window

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(autouse=True)
def _measures(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(ROOT / "packaging")


def written() -> dict[str, int]:
    """The steps aimed at, as the document's table of counts has them."""
    table = (ROOT / "docs" / "usability.md").read_text(encoding="utf-8").partition("## Counted")[2]
    return {job: int(aim) for job, aim in re.findall(r"^\| ([^|]+) \| (\d+) \|", table, re.MULTILINE)}


@pytest.mark.parametrize(("size", "simple"), [(100, False), (130, True)])
@pytest.mark.parametrize("way", ["keys", "mouse"])
def test_the_jobs_take_no_more_steps_than_aimed_at(
    window: Window, tmp_path: Path, way: str, size: int, simple: bool
) -> None:
    from measures import hand, jobs

    window.set_text_size(size)
    window.set_simple(simple)
    make = partial(create, passphrase=jobs.PASSPHRASE, cost=LEAST_COST)
    counts = jobs.walk(window, tmp_path, hand.Way(way), make)
    assert written() == jobs.AIMS
    assert counts.keys() == written().keys()
    for job, aim in written().items():
        assert len(counts[job].steps) <= aim, (job, counts[job].steps)
        assert counts[job].acts >= len(counts[job].steps)
