"""The program as people start it: a process of its own on a real X server (Xvfb), real keys and clicks by xdotool."""

import contextlib
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
MISSING = [tool for tool in ("Xvfb", "xdotool") if shutil.which(tool) is None]
"""What is not installed."""
_PATIENCE = 60.0
"""Seconds: machines that build software are slow."""


@contextlib.contextmanager
def display() -> Iterator[str]:
    """An X server of 1280 by 900 pixels; its name."""
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", "1280x900x24", "-nolisten", "tcp"],
        pass_fds=(write,),
        stderr=subprocess.DEVNULL,
    )
    try:
        os.close(write)
        with os.fdopen(read) as number:
            yield f":{number.readline().strip()}"
    finally:
        server.terminate()
        server.wait()


@contextlib.contextmanager
def program(
    vault: Path, home: Path, environment: Mapping[str, str], language: str = "fr"
) -> Iterator[subprocess.Popen[bytes]]:
    """The desktop program, asking for the passphrase of ``vault``, with settings of its own."""
    told = {
        **os.environ,
        **environment,
        "QT_QPA_PLATFORM": "xcb",
        **dict.fromkeys(("LANG", "LC_ALL"), {"fr": "fr_FR.UTF-8", "en": "en_GB.UTF-8"}[language]),
        "LANGUAGE": language,
        "HOME": str(home),
        **{f"XDG_{kind}_HOME": str(home / kind.lower()) for kind in ("CONFIG", "DATA", "CACHE")},
    }
    running = subprocess.Popen([sys.executable, "-m", "ui.desktop.app", str(vault)], cwd=ROOT, env=told)
    try:
        yield running
    finally:
        running.terminate()
        running.wait()


def until(condition: Callable[[], bool], what: str = "it") -> None:
    """Wait for something to be so on the other side; ``what`` names it where it never is."""
    end = time.monotonic() + _PATIENCE
    while not condition():
        if time.monotonic() > end:
            raise AssertionError(f"{what} did not come to pass")
        time.sleep(0.1)


Place = tuple[int, int, int, int]
"""Left, top, width and height on the screen, in pixels."""


class Hands:
    """Keys and clicks that go through the X server."""

    def __init__(self, name: str) -> None:
        self._environment = {**os.environ, "DISPLAY": name}

    def do(self, *command: str) -> str:
        """One command of xdotool; what it says."""
        done = subprocess.run(
            ["xdotool", *command], env=self._environment, capture_output=True, text=True, check=False
        )
        return done.stdout.strip()

    def window(self) -> str:
        """The program's window once it is there, with the keyboard."""
        until(lambda: bool(self.do("search", "--onlyvisible", "--name", "^Carnet$")))
        found = self.do("search", "--onlyvisible", "--name", "^Carnet$").splitlines()[0]
        self.do("windowfocus", "--sync", found)
        return found

    def key(self, *keys: str) -> None:
        """Keys, one after the other."""
        self.do("key", "--delay", "20", *keys)

    def click(self, place: Place) -> None:
        """The left button of the mouse, in the middle of a place on the screen."""
        x, y, width, height = place
        self.do("mousemove", "--sync", str(x + width // 2), str(y + height // 2), "click", "1")

    def type(self, text: str) -> None:
        """Letters."""
        self.do("type", "--delay", "25", text)
