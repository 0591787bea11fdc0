"""A hand that works the real window with clicks and keys, and counts what it does.

How long people take is estimated by the Keystroke-Level Model: S. K. Card, T. P. Moran and A. Newell, "The
keystroke-level model for user performance time with interactive systems", Communications of the ACM 23(7), 1980,
pages 396 to 410 (doi 10.1145/358886.358895); the click is D. Kieras's ("Using the Keystroke-Level Model to Estimate
Execution Times", 2001). Mental preparation stands before each command, not before what a command is about: words that
are typed, a row that is chosen (their rule 0).
"""

from __future__ import annotations

import sys
import time
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))  # the program's own folder

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLineEdit,
    QMenu,
    QScrollArea,
    QWidget,
)

from ui.desktop.pictures import settle

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QAction

    from ui.desktop.tables import Table
    from ui.desktop.window import Window

KEY = 0.28
"""K: one key, by an average typist who is no secretary (40 words a minute)."""
CODE_KEY = 0.75
"""K for a code that is read off."""
POINT = 1.10
"""P: the pointer to something on the screen."""
BUTTON = 0.10
"""B: a mouse button pressed or let go; a click is two."""
HOME = 0.40
"""H: the hand from the keyboard to the mouse, or back."""
MENTAL = 1.35
"""M: making up one's mind."""

_PATIENCE = 20.0
_MOST_TABS = 80


class Way(StrEnum):
    """Shortcuts where there are any and Tab elsewhere, or the mouse for all that is not typed."""

    KEYS = "keys"
    MOUSE = "mouse"


@dataclass(slots=True)
class Count:
    """What one job took. ``person`` is the model's estimate, ``program`` was measured, both in seconds."""

    steps: list[str] = field(default_factory=list)
    acts: int = 0
    clicks: int = 0
    keys: int = 0
    person: float = 0.0
    program: float = 0.0


class Hand:
    """Works ``window`` in one way. :attr:`count` is that of the job being done."""

    def __init__(self, window: Window, way: Way) -> None:
        self.window = window
        self.way = way
        self.count = Count()
        self._at = Way.KEYS
        self._since = 0.0

    def begin(self) -> Count:
        """Count anew."""
        self.count = Count()
        self._at = self.way
        return self.count

    def step(self, name: str) -> None:
        """What follows answers one more question."""
        self.count.steps.append(name)

    # Acts

    def call(self, action: QAction, until: Callable[[], bool] = lambda: True) -> None:
        """A command: by its shortcut, or by the menu it stands in."""
        self.act(command=True)
        if self.way is Way.KEYS:
            self._shortcut(action, until)
            return
        bar = self.window.menuBar()
        menus = (one.menu() for one in bar.actions())
        menu = next(one for one in menus if isinstance(one, QMenu) and action in one.actions())
        self.click(bar, bar.actionGeometry(menu.menuAction()).center())
        self.click(menu, menu.actionGeometry(action).center(), until)

    def press(self, button: QAbstractButton, until: Callable[[], bool] = lambda: True) -> None:
        """A command: a button, by its shortcut, by Tab and the space bar, or by a click."""
        self.act(command=True)
        if self.way is Way.MOUSE:
            self.click(button, None, until)
        elif button.shortcut().isEmpty():
            self._tab_to(button)
            self._key(Qt.Key.Key_Space, until)
        else:
            self._home(Way.KEYS)
            self.keys(1 + _modifiers(button.shortcut().toString()))
            self._send(lambda: QTest.keySequence(_focus(self.window), button.shortcut()), until)

    def choose(self, table: Table, row: int, until: Callable[[], bool] = lambda: True) -> None:
        """A row that is in sight: by arrows, or by a click."""
        self.act(command=False)
        if self.way is Way.MOUSE:
            place = table.visualRect(table.model().index(row, 1)).center()
            self.click(table.viewport(), place, until)
            return
        self._tab_to(table)
        for _ in range(row + 1):
            self._key(Qt.Key.Key_Down)
        self.wait(until)

    def write(
        self,
        line: QLineEdit,
        text: str,
        *,
        enter: bool = False,
        code: bool = False,
        until: Callable[[], bool] = lambda: True,
    ) -> None:
        """Type into a field; ``enter`` ends it. A field that has the keyboard already is not gone to."""
        self.act(command=False)
        if not line.hasFocus():
            if self.way is Way.MOUSE:
                self.click(line)
            else:
                self._tab_to(line)
        self._home(Way.KEYS)
        self.keys(len(text) + sum(one.isupper() for one in text), CODE_KEY if code else KEY)
        self._send(lambda: QTest.keyClicks(line, text), lambda: True if enter else until())
        if enter:
            self._key(Qt.Key.Key_Return, until)

    def call_nth_person(self, number: int, until: Callable[[], bool]) -> None:
        """The record of the person in this place of the list, 0 being the first."""
        self.act(command=True)
        if self.way is Way.KEYS:
            self._shortcut(self.window.commands.people[number], until)
        else:
            self.click(self.window.sidebar.family.buttons[number], None, until)

    def turn_to(self, name: str, until: Callable[[], bool] = lambda: True) -> None:
        """A page, by its shortcut or in the column."""
        self.act(command=True)
        if self.way is Way.KEYS:
            self._shortcut(self.window.commands.pages[name], until)
        else:
            self.click(self.window.sidebar.pages[name], None, until)

    # What an act consists of

    def act(self, *, command: bool) -> None:
        """Count one act; a ``command`` takes making up one's mind."""
        self.count.acts += 1
        if command:
            self.count.person += MENTAL

    def _home(self, device: Way) -> None:
        if self._at is not device:
            self.count.person += HOME
            self._at = device

    def keys(self, number: int, each: float = KEY) -> None:
        """Count so many keys."""
        self.count.keys += number
        self.count.person += number * each

    def _shortcut(self, action: QAction, until: Callable[[], bool]) -> None:
        keys = action.shortcut()
        self._home(Way.KEYS)
        self.keys(1 + _modifiers(keys.toString()))
        self._send(lambda: QTest.keySequence(_focus(self.window), keys), until)

    def _key(self, key: Qt.Key, until: Callable[[], bool] = lambda: True) -> None:
        self._home(Way.KEYS)
        self.keys(1)
        self._send(lambda: QTest.keyClick(_focus(self.window), key), until)

    def _tab_to(self, widget: QWidget) -> None:
        for _ in range(_MOST_TABS):
            if widget.hasFocus():
                return
            self._key(Qt.Key.Key_Tab)
        raise AssertionError(f"Tab does not lead to {widget}")

    def click(
        self,
        widget: QWidget,
        place: QPoint | None = None,
        until: Callable[[], bool] = lambda: True,
        *,
        control: bool = False,
    ) -> None:
        """Click on a widget that is in sight, or can be scrolled to."""
        self._bring_in_sight(widget)
        place = place or widget.rect().center()
        if not widget.isEnabled() or not widget.visibleRegion().contains(place):
            raise AssertionError(f"{widget} cannot be clicked")
        self._home(Way.MOUSE)
        self.count.clicks += 1
        self.count.person += POINT + 2 * BUTTON
        modifier = Qt.KeyboardModifier.ControlModifier if control else Qt.KeyboardModifier.NoModifier
        self._send(lambda: QTest.mouseClick(widget, Qt.MouseButton.LeftButton, modifier, place), until)

    def _bring_in_sight(self, widget: QWidget) -> None:
        """What has to be scrolled to counts as one more act, and the wheel as a key."""
        if widget.visibleRegion().contains(widget.rect().center()):
            return
        area = widget.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        if isinstance(area, QScrollArea):
            self.act(command=False)
            self.count.person += POINT + KEY
            area.ensureWidgetVisible(widget)
            settle()

    def _send(self, send: Callable[[], None], until: Callable[[], bool] = lambda: True) -> None:
        if QApplication.activeWindow() is None:
            self.window.activateWindow()  # after a dialog: without a display nobody does
            QTest.qWaitForWindowActive(self.window)
        self.sent()
        send()
        self.wait(until)

    def sent(self) -> None:
        """Something was asked for just now: from here the program works."""
        self._since = time.perf_counter()

    def wait(self, until: Callable[[], bool]) -> None:
        """Let the program work until what was asked for is there. Raises ``AssertionError`` if it never is."""
        end = time.perf_counter() + _PATIENCE
        settle()
        while not until():
            if time.perf_counter() > end:
                raise AssertionError(f"nothing came of it: {self.count.steps}")
            QTest.qWait(1)
            settle()
        self.answered()

    def answered(self) -> None:
        """What the last act asked for is on the screen."""
        if self._since:
            self.count.program += time.perf_counter() - self._since
        self._since = 0.0


def _focus(window: Window) -> QWidget:
    return QApplication.focusWidget() or window


def _modifiers(keys: str) -> int:
    return sum(keys.count(name) for name in ("Ctrl+", "Alt+", "Shift+"))
