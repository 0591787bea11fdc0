"""What stands in the memory of a running process, read as its owner may on Linux (proc(5), ``/proc/pid/mem``)."""

import sys
from pathlib import Path

import pytest

needs_proc = pytest.mark.skipif(sys.platform != "linux", reason="memory is read through /proc")


def copies(pid: int, *needles: bytes) -> dict[bytes, int]:
    """How often each of these stands in what the process can write to: heap, stacks, private mappings."""
    found = dict.fromkeys(needles, 0)
    for line in Path(f"/proc/{pid}/maps").read_text().splitlines():
        place, rights, *_ = line.split()
        if not rights.startswith("rw"):
            continue
        begin, end = (int(part, 16) for part in place.split("-"))
        data = _read(pid, begin, end)
        for needle in needles:
            found[needle] += data.count(needle)
    return found


def _read(pid: int, begin: int, end: int) -> bytes:
    with Path(f"/proc/{pid}/mem").open("rb", buffering=0) as memory:
        try:
            memory.seek(begin)
            return memory.read(end - begin)
        except (OSError, OverflowError, ValueError):  # device memory, and what went away meanwhile
            return b""
