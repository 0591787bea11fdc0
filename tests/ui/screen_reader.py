"""A screen reader's connection to the program: buses of its own, and what AT-SPI tells there."""

import contextlib
import json
import os
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.ui.real_display import MISSING as NO_DISPLAY
from tests.ui.real_display import Place, until

_PYTHON = "/usr/bin/python3"
_CLIENT = Path(__file__).with_name("at_spi_client.py")
_BINDINGS = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"


def missing() -> list[str]:
    """What is not installed."""
    absent = list(NO_DISPLAY)
    if shutil.which("dbus-daemon") is None:
        absent.append("dbus-daemon")
    if not Path("/usr/share/dbus-1/services/org.a11y.Bus.service").exists():
        absent.append("at-spi2-core")
    if not _has_bindings():
        absent.append("gir1.2-atspi-2.0")
    return absent


def _has_bindings() -> bool:
    with contextlib.suppress(OSError):
        return subprocess.run([_PYTHON, "-c", _BINDINGS], check=False, capture_output=True).returncode == 0
    return False


@dataclass(frozen=True, slots=True)
class Node:
    """Something on the screen as assistive technology knows it."""

    role: str
    name: str
    labels: tuple[str, ...]
    description: str
    states: frozenset[str]
    actions: tuple[str, ...]
    text: str
    value: float | None
    headers: tuple[str, ...]
    cells: tuple[tuple[str, ...], ...]
    length: int
    selected: tuple[int, ...]
    children: tuple["Node", ...]

    @classmethod
    def read(cls, told: Mapping[str, Any]) -> "Node":
        """From what the client wrote."""
        return cls(
            told["role"],
            told["name"] or "",
            tuple(told["labels"]),
            told["description"] or "",
            frozenset(told["states"]),
            tuple(told["actions"]),
            told["text"] or "",
            told["value"],
            tuple(told["headers"]),
            tuple(tuple(row) for row in told["cells"]),
            told["length"],
            tuple(told["selected"]),
            tuple(cls.read(child) for child in told["children"]),
        )

    def all(self) -> Iterator["Node"]:
        """Itself and everything within, from the top."""
        yield self
        for child in self.children:
            yield from child.all()

    def find(self, role: str, name: str = "") -> "Node":
        """The first of a role, of that name if one is given."""
        return next(one for one in self.all() if one.role == role and name in ("", one.name))

    def column(self, name: str) -> tuple[str, ...]:
        """The texts of a table's column."""
        place = self.headers.index(name)
        return tuple(row[place] for row in self.cells)

    def said(self) -> str:
        """All that it says about itself, what is within it left out."""
        cells = [text for row in self.cells for text in row]
        return "\n".join((self.name, self.description, self.text, *self.headers, *cells))


@dataclass(frozen=True, slots=True)
class Heard:
    """An event: of which kind, about what, and what it says."""

    type: str
    role: str
    name: str
    said: str
    on: bool


class ScreenReader:
    """Asks the client that listens on the accessibility bus."""

    def __init__(self, client: subprocess.Popen[str]) -> None:
        self._client = client
        self._heard: list[Heard] = []

    def _ask(self, command: str, *arguments: object) -> Any:
        assert self._client.stdin is not None
        assert self._client.stdout is not None
        self._client.stdin.write(json.dumps([command, *arguments]) + "\n")
        self._client.stdin.flush()
        told = json.loads(self._client.stdout.readline())
        if "failed" in told:
            raise AssertionError(told["failed"])
        return told["answer"]

    def wait(self) -> None:
        """Until the program is on the bus."""
        until(lambda: bool(self._ask("there")))

    def tree(self, *, hidden: bool = False, rows: int = 3) -> Node:
        """The program with everything that is showing, or all there is; of each table the first ``rows``."""
        return Node.read(self._ask("tree", hidden, rows))

    def shown(self, role: str, name: str) -> Node:
        """The tree once something of that role and name is in it."""
        found: list[Node] = []

        def is_there() -> bool:
            found[:] = [self.tree()]
            return any(one.role == role and one.name == name for one in found[0].all())

        until(is_there, f"{role} {name}")
        return found[0]

    def press(self, role: str, name: str) -> None:
        """The first action of what is called so, once it is there."""
        until(lambda: bool(self._ask("press", role, name)), f"{role} {name}")

    def focus(self, role: str, name: str) -> None:
        """The keyboard, to what is called so, once it is there."""
        until(lambda: bool(self._ask("focus", role, name)), f"{role} {name}")

    def place(self, role: str, name: str) -> Place:
        """Where on the screen what is called so stands, once it is there."""
        self.shown(role, name)
        x, y, width, height = self._ask("place", role, name)
        return x, y, width, height

    def announced(self, words: str) -> None:
        """Wait until something with ``words`` in it is announced."""
        until(
            lambda: any("announcement" in one.type and words in one.said for one in self.heard()),
            f"announcement of {words}",
        )

    def focused(self, role: str, name: str = "") -> None:
        """Wait until the keyboard is at something of a role, of that name if one is given."""
        until(
            lambda: (at := self.at()) is not None and at.role == role and name in ("", at.name),
            f"keyboard at {role} {name}",
        )

    def ticked(self, on: bool) -> None:
        """Wait until it is told that a box was ticked, or no longer is."""
        until(
            lambda: any(one.type.endswith("checked") and one.on is on for one in self.heard()),
            f"box ticked: {on}",
        )

    def at(self) -> Heard | None:
        """Where the keyboard is, as far as it was heard since the last :meth:`forget`."""
        return next((one for one in reversed(self.heard()) if one.type.endswith("focused") and one.on), None)

    def heard(self) -> list[Heard]:
        """Every event so far."""
        self._heard += [
            Heard(one["type"], one["role"], one["name"], one["said"], one["on"] == "1")
            for one in self._ask("events")
        ]
        return self._heard

    def forget(self) -> None:
        """Begin to listen anew."""
        self.heard()
        self._heard = []


@contextlib.contextmanager
def listening(display: str) -> Iterator[tuple[ScreenReader, dict[str, str]]]:
    """A screen reader on buses of its own, and the environment of the program that it is to read."""
    daemon = shutil.which("dbus-daemon")
    assert daemon is not None
    command = [daemon, "--session", "--nofork", "--nopidfile", "--print-address=1"]
    surroundings = {**os.environ, "DISPLAY": display}
    surroundings.pop("AT_SPI_BUS_ADDRESS", None)
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=surroundings
    ) as bus:
        assert bus.stdout is not None
        environment = {
            "DISPLAY": display,
            "DBUS_SESSION_BUS_ADDRESS": bus.stdout.readline().strip(),
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        }
        with subprocess.Popen(
            [_PYTHON, str(_CLIENT)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={**surroundings, **environment},
        ) as client:
            try:
                yield ScreenReader(client), environment
            finally:
                client.terminate()
                bus.terminate()
