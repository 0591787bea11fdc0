"""``docs/benchmarks.md``: goals first, then each subject's table, and the machine that gave the numbers."""

import os
import platform
import re
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

_LIBRARIES = ("sqlcipher3", "pyrage", "PySide6-Essentials", "lxml", "msgspec", "selenium")


@dataclass(frozen=True, slots=True)
class Goal:
    """What was aimed at. ``above`` says that more is better."""

    what: str
    measured: float
    limit: float
    unit: str = ""
    above: bool = False

    @property
    def met(self) -> bool:
        """Whether the measured value is on the right side."""
        return self.measured >= self.limit if self.above else self.measured <= self.limit

    def row(self) -> tuple[str, str, str, str]:
        """As a row of the table of goals."""
        sign = "≥" if self.above else "≤"
        unit = f" {self.unit}" if self.unit else ""
        return (
            self.what,
            f"{sign} {number(self.limit)}{unit}",
            f"{number(self.measured)}{unit}",
            "met" if self.met else "**missed**",
        )


@dataclass(frozen=True, slots=True)
class Section:
    """One subject: how it was measured, the table, the goals."""

    title: str
    text: str
    header: Sequence[str]
    rows: Sequence[Sequence[str]]
    goals: Sequence[Goal] = ()


def number(value: float) -> str:
    """Three significant digits, thousands apart."""
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"


def machine() -> str:
    """The facts that the numbers depend on."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    facts = [
        f"{datetime.now(UTC):%Y-%m-%d}",
        f"{_cpu()}, {os.cpu_count()} cores, {memory:.0f} GiB",
        platform.freedesktop_os_release().get("PRETTY_NAME", platform.system()),
        f"Linux {platform.release()}",
        f"Python {platform.python_version()}",
        *(f"{name} {version(name)}" for name in _LIBRARIES),
        _chromium(),
        f"load average {os.getloadavg()[2]:.1f} over the last quarter of an hour (the measures alone make about 1)",
    ]
    return ", ".join(facts)


def _cpu() -> str:
    found = re.search(r"^model name\s*:\s*(.+)$", Path("/proc/cpuinfo").read_text(), re.MULTILINE)
    return found[1].strip() if found else platform.machine()


def _chromium() -> str:
    path = shutil.which("chromium")
    if path is None:
        return "no Chromium"
    told = subprocess.run(
        [path, "--version"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, check=True
    )
    return " ".join(told.stdout.split()[:2])


def markdown(sections: Sequence[Section], minutes: float) -> str:
    """The whole document."""
    goals = [goal for section in sections for goal in section.goals]
    parts = [
        "# Benchmarks",
        f"Written by `make bench` ({minutes:.0f} minutes). {machine()}.",
        (
            "Each measure stands beside the bare library that does the same work, in the same run and on the same"
            " data; the two take turns in processes of their own. Times are medians. Ratios hold from one machine to"
            " another better than times. Peak memory is that of the whole process, Python itself (some 15 MiB)"
            " included."
        ),
        "## Goals",
        _table(("goal", "limit", "measured", ""), [goal.row() for goal in goals]),
    ]
    parts += [_written(section) for section in sections]
    return "\n\n".join(parts) + "\n"


def with_section(document: str, section: Section) -> str:
    """The document with this section in place of the one of that title, or at its end; when and where is said in it."""
    other = [
        part for part in re.split(r"^(?=## )", document, flags=re.MULTILINE) if _title(part) != section.title
    ]
    parts = [*(part.strip() for part in other), f"{_written(section)}\n\nMeasured alone: {machine()}."]
    return "\n\n".join(parts) + "\n"


def _written(section: Section) -> str:
    return "\n\n".join((f"## {section.title}", section.text, _table(section.header, section.rows)))


def _title(part: str) -> str:
    return part.partition("\n")[0].removeprefix("## ")


def _table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [header, ["---"] + ["---:"] * (len(header) - 1), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
