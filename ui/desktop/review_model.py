"""What files would bring, as tables: the files, and the things of one of them with a box each."""

from collections import defaultdict
from typing import Any

from PySide6.QtCore import Qt

from storage.closed import KINDS
from storage.findings import Found, State
from ui.catalogue import language
from ui.desktop.dates import show_day
from ui.desktop.incoming import Reviewed
from ui.desktop.names import kind_name, value_text
from ui.desktop.tables import DISPLAY, Index, RowsModel
from ui.review_text import oddity_text, state_text

_CHECK = int(Qt.ItemDataRole.CheckStateRole)
_CHOICE = frozenset({State.NEW, State.CHANGED})
"""What can be left out; the rest is here already."""


class FilesModel(RowsModel[Reviewed]):
    """One row for each file, with what it would do."""

    def names(self) -> tuple[str, ...]:
        """File, whose it is, and counts."""
        return (
            self.tr("File"),
            self.tr("For"),
            self.tr("New"),
            self.tr("Changed"),
            self.tr("Already there"),
            self.tr("To look at"),
        )

    def cell(self, row: Reviewed, column: int) -> str:
        """A name or a count."""
        report = row.review.report
        return (
            row.incoming.name,
            ", ".join(one.name or self.tr("me") for one in row.review.persons),
            str(report.added),
            str(report.updated),
            str(report.unchanged),
            str(len(row.review.odd) + len(report.problems)) if row.review.odd or report.problems else "",
        )[column]


class FoundModel(RowsModel[Found]):
    """The things of one file; what is here already has no box."""

    def __init__(self) -> None:
        super().__init__()
        self._without: set[str] = set()
        self._odd: dict[str, list[str]] = {}
        self._veiled = False

    def veil(self, veiled: bool) -> None:
        """Show of results and letters only that they come, or all of them."""
        self._veiled = veiled
        if self.rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, len(self.names()) - 1))

    def names(self) -> tuple[str, ...]:
        """What becomes of it, and what it is."""
        return (
            self.tr("What would happen"),
            self.tr("Date"),
            self.tr("Kind"),
            self.tr("Title"),
            self.tr("Value"),
            self.tr("To look at"),
        )

    def show_file(self, reviewed: Reviewed | None) -> None:
        """Show the things of a file; the boxes write into its ``without``."""
        self._without = reviewed.without if reviewed else set()
        odd: dict[str, list[str]] = defaultdict(list)
        for one in reviewed.review.odd if reviewed else ():
            odd[one.key].append(oddity_text(one.what))
        self._odd = dict(odd)
        # What is only kept, such as who wrote something, says nothing to most people: it is counted elsewhere.
        # What there is to decide comes first, and of that what looks odd.
        found = [one for one in reviewed.review.found if one.kind] if reviewed else []
        self.show(sorted(found, key=lambda one: (one.state not in _CHOICE, one.key not in odd)))

    def cell(self, row: Found, column: int) -> str:
        """A cell."""
        if self._veiled and row.kind in KINDS and row.state in _CHOICE:
            closed = self.tr("Closed")
            return (state_text(row.state), show_day(row.date), kind_name(row.kind), closed, "", "")[column]
        return (
            state_text(row.state),
            show_day(row.date),
            kind_name(row.kind) if row.kind else "",
            row.title_en if language() == "en" and row.title_en else row.title,
            value_text(row.value),
            " ".join(self._odd.get(row.key, ())),
        )[column]

    def is_faded(self, row: Found) -> bool:
        """What is here already, and what is left out."""
        return row.state not in _CHOICE or row.key in self._without

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A box where there is a choice."""
        flags = super().flags(index)
        if index.column() == 0 and self.rows[index.row()].state in _CHOICE:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def data(self, index: Index, role: int = DISPLAY) -> Any:
        """A cell, or whether its thing is wanted."""
        if role == _CHECK and index.column() == 0 and self.rows[index.row()].state in _CHOICE:
            wanted = self.rows[index.row()].key not in self._without
            return Qt.CheckState.Checked if wanted else Qt.CheckState.Unchecked
        return super().data(index, role)

    def setData(self, index: Index, value: Any, role: int = DISPLAY) -> bool:
        """Want a thing, or leave it out."""
        if role != _CHECK:
            return False
        self.want([index.row()], Qt.CheckState(value) == Qt.CheckState.Checked)
        return True

    def wants(self, row: int) -> bool:
        """Whether the thing of a row is wanted."""
        return self.rows[row].key not in self._without

    def want(self, rows: list[int], wanted: bool) -> None:
        """Want the things of these rows, or leave them out."""
        keys = {self.rows[row].key for row in rows if self.rows[row].state in _CHOICE}
        if wanted:
            self._without -= keys
        else:
            self._without |= keys
        if rows:
            self.dataChanged.emit(self.index(min(rows), 0), self.index(max(rows), len(self.names()) - 1))
