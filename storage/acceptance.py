"""What the user accepts of a file, thing by thing, and who is told what becomes of each.

A thing is named by its key: its number in the file, from 1, or 0 for the file itself; within a zip after the number of
its file: ``12``, ``3/0``. Reading is deterministic, so the same bytes give the same keys.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from storage.closed import KINDS, close
from storage.findings import State

if TYPE_CHECKING:
    from collections.abc import Collection

    from phr.entry import Kind
    from storage.connection import Connection
    from storage.findings import Notes


class Acceptance:
    """Everything but what is named ``without``; ``notes``, if any, hear what becomes of it.

    ``closed``: results and documents that are new, or say something new, stay closed.
    """

    def __init__(
        self, without: Collection[str] = (), notes: Notes | None = None, *, closed: bool = False
    ) -> None:
        self.notes = notes
        self._closed = closed
        self._to_close: set[str] = set()
        self._without = frozenset(without)
        self._folder = ""
        self._number = 0

    def restart(self) -> None:
        """Nothing has come of the file yet."""
        self._to_close.clear()
        if self.notes:
            self.notes.restart()
        self.begin()

    def came(self, state: State, kind: Kind, entry: str, *, was_closed: bool = False) -> None:
        """An entry is here, new to this vault perhaps: hear whether it is to be closed in the end.

        ``was_closed``: it was in the vault that it was exported from.
        """
        said_now = self._closed and kind in KINDS and state in {State.NEW, State.CHANGED}
        if said_now or (was_closed and state is State.NEW):
            self._to_close.add(entry)

    def close(self, db: Connection) -> None:
        """Close what is to stay closed, in the caller's transaction."""
        close(db, sorted(self._to_close))

    def begin(self, part: int = 0) -> None:
        """Count from the beginning of the file, or of a part of the zip."""
        self._folder = f"{part}/" if part else ""
        self._number = 0

    @property
    def file(self) -> str:
        """The key of the file itself."""
        return f"{self._folder}0"

    def next(self) -> str:
        """The key of the next thing."""
        self._number += 1
        return f"{self._folder}{self._number}"

    def leaves_out(self, key: str) -> bool:
        """Whether the user does not want it."""
        return key in self._without
