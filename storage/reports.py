"""What an import did, counted and explained."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum


class Why(StrEnum):
    """Why something of a file did not become an entry: a stable code, with an English sentence each."""

    EMPTY = "empty"
    NOT_AN_OBJECT = "not-an-object"
    BROKEN_FILE = "broken-file"
    UNKNOWN_FORMAT = "unknown-format"
    NOT_UNDERSTOOD = "not-understood"
    SOMEBODY_ELSE = "somebody-else"
    NOT_OPENED = "not-opened"
    NOT_UNPACKED = "not-unpacked"
    PACKAGING = "packaging"
    NOT_AS_DESCRIBED = "not-as-described"
    MISSING = "missing"
    COLUMNS = "columns"
    NOTHING = "nothing"

    @property
    def sentence(self) -> str:
        """What it means, in English."""
        return _SENTENCES[self]


_SENTENCES = {
    Why.EMPTY: "The file is empty.",
    Why.NOT_AN_OBJECT: "There is no resource here, only a value; nothing was kept.",
    Why.BROKEN_FILE: "The file is damaged here. It was kept as it is, and nothing else was taken from it.",
    Why.UNKNOWN_FORMAT: "The format is not known. The file was kept as it is.",
    Why.NOT_UNDERSTOOD: "This could not be understood. It was kept as it is.",
    Why.SOMEBODY_ELSE: "This belongs to another patient of the file. It was kept without becoming an item.",
    Why.NOT_OPENED: "This zip is damaged, or not safe to open. It was kept as it is.",
    Why.NOT_UNPACKED: "This part of the zip is damaged or locked. The zip was kept as it is.",
    Why.PACKAGING: "This only presents the other files of the zip. It was kept without becoming an item.",
    Why.NOT_AS_DESCRIBED: "This is not the file that its sender described. It was taken all the same.",
    Why.COLUMNS: "This is a table, but what its columns hold is not told. It was kept as a document.",
    Why.NOTHING: "There is nothing in this file. It was kept as it is.",
    Why.MISSING: "The sender names this file, but it is not in the zip.",
}


@dataclass(frozen=True, slots=True)
class Problem:
    """``where`` is a place in the file (``entry[12]``, ``line 7``) or "" for all of it; ``why`` is in English.

    ``detail`` is what the reader of the format said, if it said more.
    """

    where: str
    code: Why
    detail: str = ""

    @property
    def why(self) -> str:
        """The reason as a sentence."""
        return self.code.sentence


@dataclass(slots=True)
class FileReport:
    """What became of one file.

    ``resources`` = ``added`` + ``updated`` + ``unchanged`` + ``kept`` + ``refused`` + ``left_out``, always. ``kept``
    are safe in the vault without an entry of their own; ``kept_types`` counts those of them that were understood, by
    type: they are of a kind that nobody points at. ``duplicate`` counts those of the ``unchanged`` that another source
    had given. ``left_out`` is what the user did not accept. ``persons`` are the ids of those whom the file is about;
    ``parts`` are the reports of the files in a zip, which are counted and told in its own. ``digest`` is the SHA-256
    of the file, so that its original can be told from another file later.
    """

    file: str
    added: int = 0
    updated: int = 0
    unchanged: int = 0
    kept: int = 0
    refused: int = 0
    duplicate: int = 0
    left_out: int = 0
    problems: list[Problem] = field(default_factory=list)
    kept_types: Counter[str] = field(default_factory=Counter)
    persons: list[str] = field(default_factory=list)
    parts: list[FileReport] = field(default_factory=list)
    digest: bytes = b""

    def add(self, part: FileReport) -> None:
        """Count and tell what became of a file in this zip."""
        self.parts.append(part)
        self.added += part.added
        self.updated += part.updated
        self.unchanged += part.unchanged
        self.kept += part.kept
        self.refused += part.refused
        self.duplicate += part.duplicate
        self.left_out += part.left_out
        self.kept_types += part.kept_types
        self.problems += [
            Problem(f"{part.file} {one.where}".strip(), one.code, one.detail) for one in part.problems
        ]

    @property
    def resources(self) -> int:
        """How many resources the file holds: those of its Bundle, its NDJSON lines, or 1 for the file itself."""
        return self.added + self.updated + self.unchanged + self.kept + self.refused + self.left_out
