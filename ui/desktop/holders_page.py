"""Who has what: what two care professionals hold, and every item that ever left, the deleted ones too."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QTabWidget

from phr.entry import Entry
from sharing.envelope import WORD_COUNT
from sharing.holders import Comparison, Given, compare, everything_given, still_there
from storage import practitioners
from storage.grants import GrantRow
from ui.desktop.dates import show_day, show_instant
from ui.desktop.empty_state import EmptyState
from ui.desktop.names import kind_name, state_name, title_of
from ui.desktop.page import Page
from ui.desktop.parts import Button, FieldName, Heading, Hint, Title, column, row
from ui.desktop.tables import RowsModel, Table
from ui.desktop.theme import Size, Space


@dataclass(frozen=True, slots=True)
class Held:
    """An item in a comparison; ``entry`` is None once it is deleted."""

    entry: Entry | None


class HeldModel(RowsModel[Held]):
    """Items that one or both hold."""

    def names(self) -> tuple[str, ...]:
        """The columns' names."""
        return (self.tr("Title"), self.tr("Kind"), self.tr("Date"))

    def cell(self, row: Held, column: int) -> str:
        """The text of a cell."""
        return _cells(row.entry, self.tr("a deleted item"))[column]


class GivenModel(RowsModel[tuple[Given, GrantRow]]):
    """Every item with each access whose file holds it."""

    def __init__(self) -> None:
        super().__init__()
        self.people: Mapping[str, str] = {}

    def names(self) -> tuple[str, ...]:
        """The columns' names."""
        return (
            self.tr("Title"),
            self.tr("Kind"),
            self.tr("Date"),
            self.tr("Care professional"),
            self.tr("Given on"),
            self.tr("State"),
        )

    def cell(self, row: tuple[Given, GrantRow], column: int) -> str:
        """The text of a cell."""
        given, grant = row
        state = state_name(grant.state)
        if grant.mode in WORD_COUNT and not grant.released:
            state = self.tr("%1, no code or card given").replace("%1", state)
        return (
            *_cells(given.entry, self.tr("a deleted item")),
            self.people.get(grant.practitioner, ""),
            show_instant(grant.made_at),
            state,
        )[column]


class HoldersPage(Page):
    """Two care professionals side by side in three lists; below, everything that ever left."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._title = Title()
        self.back = Button()
        self.first = QComboBox()
        self.second = QComboBox()
        self._names = [FieldName(), FieldName()]
        self.models = [HeldModel() for _ in range(3)]
        self.tables = [Table(model, stretch=0, widths={1: 150, 2: 130}) for model in self.models]
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        for table in self.tables:
            self.tabs.addTab(table, "")
        self._heading = Heading()
        self._hint = Hint()
        self._empty = EmptyState("access")
        self.given = GivenModel()
        self.all = Table(self.given, stretch=0, widths={1: 100, 2: 105, 3: 135, 4: 185, 5: 250})
        choice = row(gap=Space.ONE)
        for place, (label, field) in enumerate(zip(self._names, (self.first, self.second), strict=True)):
            label.setBuddy(field)
            field.setMinimumHeight(Size.CONTROL)
            field.setMinimumWidth(220)
            choice.insertWidget(2 * place, label)
            choice.insertWidget(2 * place + 1, field)
        head = row(self._title)
        head.addWidget(self.back)
        layout = column(head, choice, margin=Space.SECTION)
        layout.addWidget(self.tabs, 2)
        layout.addWidget(self._heading)
        layout.addWidget(self._hint)
        layout.addWidget(self.all, 3)
        layout.addWidget(self._empty, 1)
        self.setLayout(layout)
        self.back.clicked.connect(self.left)
        for box in (self.first, self.second):
            box.activated.connect(self._compare)
        self.retranslate()

    def read(self) -> None:
        """Read who was given what."""
        vault, person = self.vault, self.person
        self.run(lambda _: everything_given(vault, person), self._show)

    def _show(self, found: Sequence[Given]) -> None:
        self.given.people = {one.id: one.name for one in practitioners.practitioners(self.vault)}
        holders = dict.fromkeys(row.practitioner for one in found for row in one.grants)
        chosen = self.first.currentData(), self.second.currentData()
        for place, box in enumerate((self.first, self.second)):
            box.clear()
            for holder in holders:
                box.addItem(self.given.people[holder], holder)
            before = box.findData(chosen[place]) if chosen[0] != chosen[1] else -1
            box.setCurrentIndex(before if before >= 0 else min(place, box.count() - 1))
        self.given.show([(one, row) for one in found for row in one.grants])
        self._empty.setVisible(not found)
        for widget in (self.all, self.tabs, self._heading, self._hint, *self._names, self.first, self.second):
            widget.setVisible(bool(found))
        self._compare()

    def _compare(self) -> None:
        vault, first, second = self.vault, self.first.currentData(), self.second.currentData()
        if first is None or second is None:
            return
        known: dict[str, Entry | None] = {one.id: one.entry for one, _ in self.given.rows}

        def compared() -> tuple[Comparison, dict[str, Entry | None]]:
            found = compare(vault, first, second)
            ids = {*found.only_first, *found.both, *found.only_second} - known.keys()
            return found, known | {one: still_there(vault, one) for one in ids}

        self.run(lambda _: compared(), lambda found: self._show_comparison(*found))

    def _show_comparison(self, found: Comparison, known: Mapping[str, Entry | None]) -> None:
        for model, ids in zip(self.models, (found.only_first, found.both, found.only_second), strict=True):
            model.show([Held(known[one]) for one in ids])
        self._name_tabs()

    def forget(self) -> None:
        """Show nothing."""
        self.given.people = {}
        for model in self.models:
            model.show(())
        self.given.show(())
        self.first.clear()
        self.second.clear()
        self._name_tabs()

    def _name_tabs(self) -> None:
        names = (
            self.tr("Only %1").replace("%1", self.first.currentText() or "…"),
            self.tr("Both"),
            self.tr("Only %1").replace("%1", self.second.currentText() or "…"),
        )
        for place, (name, table) in enumerate(zip(names, self.tables, strict=True)):
            self.tabs.setTabText(place, f"{name} ({len(self.models[place].rows)})".replace("&", "&&"))
            table.setAccessibleName(name)

    def retranslate(self) -> None:
        """Name the parts of the page."""
        self._title.setText(self.tr("Who has what"))
        self.back.setText(self.tr("Back to the accesses"))
        self._names[0].setText(self.tr("&Compare"))
        self._names[1].setText(self.tr("&with"))
        self.tabs.setAccessibleName(self.tr("What two care professionals hold"))
        self._heading.setText(self.tr("Everything that ever left"))
        self._hint.setText(
            self.tr(
                "By file, paper or screen, ended accesses and deleted items too. Carnet does not see what was read."
            )
        )
        self._empty.say(
            self.tr("Nothing has been shared yet"),
            self.tr(
                "Once you have given an access, you see here who holds what, and what two of them both hold."
            ),
        )
        self.all.setAccessibleName(self.tr("Everything that ever left"))
        for table in (*self.tables, self.all):
            table.say_again()
        self._name_tabs()


def _cells(entry: Entry | None, deleted: str) -> tuple[str, str, str]:
    if entry is None:
        return deleted, "", ""
    return title_of(entry), kind_name(entry.kind), show_day(entry.date)
