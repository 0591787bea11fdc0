"""Peak memory from Linux' /proc: unlike getrusage's, it does not begin with the parent's."""

import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

_PEAK = re.compile(r"^VmHWM:\s+(\d+) kB$", re.MULTILINE)
_PARENT = re.compile(r"^PPid:\s+(\d+)$", re.MULTILINE)


def peak_mib(process: int | str = "self") -> float:
    """The most memory that a running process has held at once, in MiB (proc(5), VmHWM)."""
    found = _PEAK.search(Path(f"/proc/{process}/status").read_text())
    return int(found[1]) / 1024 if found else 0.0


def renderer_peak_mib(driver: int) -> float:
    """The same of the browser process that holds the page, below the process of its driver."""
    return max(peak_mib(process) for process in _descendants(driver) if _renders(process))


def _renders(process: int) -> bool:
    return b"--type=renderer" in Path(f"/proc/{process}/cmdline").read_bytes()


def _descendants(ancestor: int) -> Iterator[int]:
    parents = {}
    for folder in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):  # it ended meanwhile
            found = _PARENT.search((folder / "status").read_text())
            parents[int(folder.name)] = int(found[1]) if found else 0
    yield from (process for process in parents if ancestor in _ancestors(process, parents))


def _ancestors(process: int, parents: dict[int, int]) -> Iterator[int]:
    while process := parents.get(process, 0):
        yield process
