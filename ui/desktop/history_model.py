"""The lines of the history as a table, page after page, and what their sentences are joined with."""

import csv
import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from PySide6.QtCore import QModelIndex, Signal

from storage import entries, grants, practitioners
from storage.errors import NoSuchEntry
from storage.journal import Line
from storage.journal_pages import LineFilter, page
from storage.people import people
from storage.vault import Vault
from ui.catalogue import translate
from ui.desktop.dates import show_instant
from ui.desktop.journal_text import journal_sentence
from ui.desktop.names import title_of
from ui.desktop.tables import Index, RowsModel

PAGE = 100
"""Lines per page."""


@dataclass(frozen=True, slots=True)
class Access:
    """An access that lines can be about: its id, whose (an id), and when it was made."""

    gid: str
    practitioner: str
    made_at: str


@dataclass(frozen=True, slots=True)
class Names:
    """What the lines are joined with. ``accesses`` are those of the person ``whose`` (a name), or everybody's if "";
    ``practitioners`` are names by id; ``title`` is that of the one item looked at, "" if there is none or it is
    deleted."""

    of_grant: dict[str, str] = field(default_factory=dict)
    practitioners: dict[str, str] = field(default_factory=dict)
    accesses: tuple[Access, ...] = ()
    whose: str = ""
    title: str = ""

    def sentence(self, line: Line) -> str:
        """What a line says, in the language shown."""
        return journal_sentence(line, self.of_grant.get(line.grant, ""), self.practitioners)


@dataclass(frozen=True, slots=True)
class First:
    """The newest lines of a filter, which is the one asked for without what limits nothing in this vault."""

    which: LineFilter
    lines: list[Line]
    names: Names


def first_page(vault: Vault, which: LineFilter, person: str, cancelled: Callable[[], bool]) -> First:
    """The newest lines, and the names. ``person`` is whose accesses are offered, if the vault keeps several people.

    Raises :class:`storage.errors.Cancelled` soon after ``cancelled`` says so.
    """
    everybody = people(vault)
    one = next((one for one in everybody if one.id == person), None) if len(everybody) > 1 else None
    if one is None:
        which = replace(which, person="")
    known = {each.id: each.name for each in practitioners.practitioners(vault)}
    rows = grants.grants(vault)
    names = Names(
        {row.gid: known.get(row.practitioner, "") for row in rows},
        known,
        tuple(
            Access(row.gid, row.practitioner, row.made_at)
            for row in rows
            if one is None or row.person == one.id
        ),
        one.name if one else "",
        _title(vault, which.entry),
    )
    return First(which, page(vault, which, limit=PAGE, cancelled=cancelled), names)


def _title(vault: Vault, entry: str) -> str:
    try:
        return title_of(entries.entry(vault, entry)) if entry else ""
    except NoSuchEntry:
        return ""


def every_line(vault: Vault, which: LineFilter) -> Iterator[Line]:
    """All lines of a filter, newest first, read in pages."""
    before = None
    while lines := page(vault, which, before=before, limit=10 * PAGE):
        yield from lines
        before = lines[-1].seq


def readable_csv(vault: Vault, which: LineFilter, names: Names) -> bytes:
    """The lines of a filter as they are read, newest first: number, instant in UTC, sentence in the language shown.

    It is no evidence: the hashes of a part prove nothing (:mod:`sharing.history` writes the whole).
    """
    text = io.StringIO()
    rows = csv.writer(text)
    rows.writerow(
        (
            translate("HistoryList", "Line"),
            translate("HistoryModel", "When"),
            translate("HistoryModel", "What"),
        )
    )
    rows.writerows((line.seq, line.at, names.sentence(line)) for line in every_line(vault, which))
    return text.getvalue().encode("utf-8-sig")  # with its mark, spreadsheets read the accents


class HistoryModel(RowsModel[Line]):
    """When, and what. ``more_asked`` asks for the lines that come after those held; :meth:`add` gives them."""

    more_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.names_known = Names()
        self._more = False
        self._broken: int | None = None

    def show_lines(self, lines: Sequence[Line], names: Names) -> None:
        """Hold these, the first page of what there is."""
        self.names_known = names
        self._more = len(lines) == PAGE
        self.show(lines)

    def add(self, lines: Sequence[Line]) -> None:
        """Hold these too, the next page."""
        self._more = len(lines) == PAGE
        if lines:
            self.beginInsertRows(QModelIndex(), len(self.rows), len(self.rows) + len(lines) - 1)
            self.rows += tuple(lines)
            self.endInsertRows()

    def doubt(self, broken: int | None) -> None:
        """Lines from this number on say nothing sure; None: all do."""
        self._broken = broken
        if self.rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, 1))

    def canFetchMore(self, parent: Index) -> bool:
        """Whether there are older lines, which are not being read already."""
        return not parent.isValid() and self._more

    def fetchMore(self, parent: Index) -> None:  # noqa: ARG002 (Qt gives it)
        """Ask for the next page: a rare kind of line may take longer to find than a frame of scrolling."""
        self._more = False
        self.more_asked.emit()

    def names(self) -> tuple[str, ...]:
        """The columns' names."""
        return self.tr("When"), self.tr("What")

    def cell(self, row: Line, column: int) -> str:
        """The time, or the sentence."""
        return show_instant(row.at) if column == 0 else self.names_known.sentence(row)

    def is_faded(self, row: Line) -> bool:
        """What says nothing sure."""
        return self._broken is not None and row.seq >= self._broken
