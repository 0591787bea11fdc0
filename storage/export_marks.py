"""What our own export says beside its resources about each other, taken back when it comes in.

Entries have names there (``entry``); a result may be another source of one (``same_as``), and an entry read from the
file of a document (``read_from``). Anybody can write such marks: they join nothing that does not say the same.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from storage.same_results import Result, result_of, same_value

if TYPE_CHECKING:
    from storage.connection import Connection
    from storage.sameness import Name


@dataclass(frozen=True, slots=True)
class _Exported:
    entry: str
    person: str | None
    result: Result | None


class ExportMarks:
    """The marks of one file; :meth:`finish` writes what was read from its documents."""

    def __init__(self, db: Connection) -> None:
        self._db = db
        self._exported: dict[str, _Exported] = {}
        self._read_from: list[tuple[str, str]] = []

    def note(self, name: Name, marks: dict[str, Any], entry: str) -> None:
        """What is said about a resource that became, or is a source of, an entry."""
        if own := marks.get("entry"):
            self._exported[own] = _Exported(entry, name.person, result_of(name.type, name.draft))
        self._read_from += [(entry, one) for one in marks.get("read_from", ())]

    def same_as(self, name: Name, marks: dict[str, Any]) -> str | None:
        """The entry that a result is said to be another source of; believed if person and value are the same."""
        target = self._exported.get(marks.get("same_as", ""))
        if target is None or target.result is None or target.person != name.person:
            return None
        result = result_of(name.type, name.draft)
        return target.entry if result and same_value(result, target.result) else None

    def finish(self) -> None:
        """Link entries to the documents that they were read from."""
        links = [
            (self._exported[one].entry, entry) for entry, one in self._read_from if one in self._exported
        ]
        self._db.executemany("INSERT OR IGNORE INTO read_from (document, entry) VALUES (?, ?)", links)
