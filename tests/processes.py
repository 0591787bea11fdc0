"""The process that runs PDFium for this one, as Linux tells of it."""

import os
import resource
import signal
import time
from pathlib import Path

import pytest

needs_proc = pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="processes are told by Linux")


def pdfium_of(parent: int) -> list[int]:
    """The numbers of the processes that run PDFium for ``parent``: one or none."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            state = (folder / "stat").read_text().rpartition(")")[2].split()
            command = (folder / "cmdline").read_bytes()
        except OSError:  # it has gone
            continue
        if int(state[1]) == parent and state[0] != "Z" and b"phr.formats.pdfium.worker" in command:
            found.append(int(folder.name))
    return found


def kill_pdfium() -> None:
    """As if it had crashed."""
    for number in pdfium_of(os.getpid()):
        os.kill(number, signal.SIGKILL)


def processor() -> float:
    """Seconds of this process, of PDFium for it, and of those that it started and that have ended."""
    ended = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = time.process_time() + ended.ru_utime + ended.ru_stime
    for number in pdfium_of(os.getpid()):
        state = Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()
        seconds += (int(state[11]) + int(state[12])) / os.sysconf("SC_CLK_TCK")
    return seconds
