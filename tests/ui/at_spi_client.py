"""Reads and works Carnet as a screen reader does, through libatspi, which Orca reads with too.

The system's Python runs it, which has the bindings. Standard input holds one JSON list a line, a command and what it
takes; one line of JSON answers each. ``events`` gives what was heard since it was last asked.
"""

import json
import sys
from collections.abc import Callable, Iterator
from typing import Any

import gi  # type: ignore[import-not-found]  # the system's Python has it, the project's has not

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # type: ignore[import-not-found]  # noqa: E402 (its version comes first)

HEARD = (
    "object:announcement",
    "object:state-changed:focused",
    "object:state-changed:checked",
    "object:selection-changed",
    "object:text-changed",
    "window:activate",
)
_TIMEOUT = 20_000
"""Milliseconds: a slow machine may be busy laying out a page."""


class Client:
    """One listener, its program found by name."""

    def __init__(self) -> None:
        self._events: list[dict[str, str]] = []
        self._listener = Atspi.EventListener.new(self._hear)
        for kind in HEARD:
            self._listener.register(kind)

    def _hear(self, event: Any) -> None:
        try:
            role, name = event.source.get_role_name(), event.source.get_name()
        except GLib.Error:  # gone since
            role = name = ""
        said = event.any_data if isinstance(event.any_data, str) else ""
        self._events.append(
            {"type": event.type, "role": role, "name": name, "said": said, "on": str(event.detail1)}
        )

    def events(self) -> list[dict[str, str]]:
        """What was heard since the last time."""
        heard, self._events = self._events, []
        return heard

    def program(self) -> Any:
        """Carnet on the desktop, or None while it is not there."""
        desktop = Atspi.get_desktop(0)
        for place in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(place)
            if child is not None and child.get_name() == "Carnet":
                return child
        return None

    def tree(self, hidden: bool, rows: int) -> dict[str, Any] | None:
        """Everything that is showing, or with ``hidden`` all there is; of each table the first ``rows``."""
        program = self.program()
        return None if program is None else read(program, hidden=hidden, rows=rows)

    def press(self, role: str, name: str) -> bool:
        """The first action of what is called so."""
        found = self._find(role, name)
        return found is not None and bool(Atspi.Action.do_action(found, 0))

    def focus(self, role: str, name: str) -> bool:
        """The keyboard, to what is called so."""
        found = self._find(role, name)
        return found is not None and bool(Atspi.Component.grab_focus(found))

    def place(self, role: str, name: str) -> list[int] | None:
        """Where on the screen what is called so stands, in pixels: left, top, width, height."""
        found = self._find(role, name)
        if found is None:
            return None
        box = Atspi.Component.get_extents(found, Atspi.CoordType.SCREEN)
        return [box.x, box.y, box.width, box.height]

    def _find(self, role: str, name: str) -> Any:
        program = self.program()
        if program is None:
            return None
        return next(
            (one for one in showing(program) if one.get_role_name() == role and one.get_name() == name), None
        )


def children(node: Any) -> Iterator[Any]:
    """What is right inside; of a table nothing, since it may have a million cells."""
    if "Table" not in node.get_interfaces():
        for place in range(node.get_child_count()):
            child = node.get_child_at_index(place)
            if child is not None:
                yield child


def is_showing(node: Any) -> bool:
    """Whether it can be seen; the application itself has no state."""
    return bool(
        node.get_role() == Atspi.Role.APPLICATION or node.get_state_set().contains(Atspi.StateType.SHOWING)
    )


def showing(node: Any) -> Iterator[Any]:
    """All that can be seen, from the top."""
    if is_showing(node):
        yield node
        for child in children(node):
            yield from showing(child)


def read(node: Any, *, hidden: bool, rows: int) -> dict[str, Any]:
    """What a screen reader asks about a node and all within it."""
    has = set(node.get_interfaces())
    table = node if "Table" in has else None
    return {
        "role": node.get_role_name(),
        "name": node.get_name(),
        "labels": labels(node),
        "description": node.get_description(),
        "states": sorted(state.value_nick for state in node.get_state_set().get_states()),
        "actions": actions(node) if "Action" in has else [],
        "text": Atspi.Text.get_text(node, 0, -1) if "Text" in has else "",
        "value": Atspi.Value.get_current_value(node) if "Value" in has else None,
        "headers": headers(table) if table else [],
        "cells": cells(table, rows) if table else [],
        "length": Atspi.Table.get_n_rows(table) if table else 0,
        "selected": sorted(Atspi.Table.get_selected_rows(table)) if table else [],
        "children": [
            read(child, hidden=hidden, rows=rows) for child in children(node) if hidden or is_showing(child)
        ],
    }


def labels(node: Any) -> list[str]:
    """The names of what names it."""
    return [
        one.get_target(place).get_name()
        for one in node.get_relation_set()
        if one.get_relation_type() == Atspi.RelationType.LABELLED_BY
        for place in range(one.get_n_targets())
    ]


def actions(node: Any) -> list[str]:
    """What can be done with it, the usual thing first."""
    return [Atspi.Action.get_action_name(node, number) for number in range(Atspi.Action.get_n_actions(node))]


def headers(table: Any) -> list[str]:
    """The names of the columns."""
    columns = range(Atspi.Table.get_n_columns(table))
    found = [Atspi.Table.get_column_header(table, column) for column in columns]
    return [one.get_name() if one else "" for one in found]


def cells(table: Any, rows: int) -> list[list[str]]:
    """The texts of the first rows."""
    columns = range(Atspi.Table.get_n_columns(table))
    found = [
        [Atspi.Table.get_accessible_at(table, row, column) for column in columns]
        for row in range(min(rows, Atspi.Table.get_n_rows(table)))
    ]
    return [[cell.get_name() if cell else "" for cell in row] for row in found]


def main() -> None:
    """Answer until standard input ends."""
    Atspi.init()
    Atspi.set_timeout(_TIMEOUT, _TIMEOUT)
    client, loop = Client(), GLib.MainLoop()
    commands: dict[str, Callable[..., Any]] = {
        "events": client.events,
        "tree": client.tree,
        "press": client.press,
        "focus": client.focus,
        "place": client.place,
        "there": lambda: client.program() is not None,
    }

    def asked(source: Any, _condition: Any) -> bool:
        line = source.readline()
        if not line:
            loop.quit()
            return False
        command, *arguments = json.loads(line)
        try:
            answer = {"answer": commands[command](*arguments)}
        except GLib.Error as error:
            answer = {"failed": error.message}
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()
        return True

    GLib.io_add_watch(sys.stdin, GLib.PRIORITY_DEFAULT_IDLE, GLib.IO_IN | GLib.IO_HUP, asked)
    loop.run()


if __name__ == "__main__":
    main()
