"""The people whose record this vault keeps: who they are, what else they are called, and a vault of their own."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QLocale, QSize, Qt, Signal
from PySide6.QtWidgets import QWidget

from phr.errors import PhrError
from storage.known_people import forget_name
from storage.people import Person, entry_counts, people
from storage.separation import Separated, separate
from storage.vault import Vault
from ui.desktop import tasks
from ui.desktop.dates import show_day
from ui.desktop.discs import SIDE, colours_of, disc
from ui.desktop.known_names_panel import KnownNamesPanel
from ui.desktop.message_bar import Level
from ui.desktop.page import Page
from ui.desktop.parts import Button, Hint, PrimaryButton, Title, column, row, scrolled
from ui.desktop.person_form import PersonForm
from ui.desktop.separation_panel import SeparationPanel
from ui.desktop.tables import Index, RowsModel, Table
from ui.desktop.theme import Space


@dataclass(frozen=True, slots=True)
class Known:
    """A person, their sign's colour, and how many items they have."""

    person: Person
    colour: str
    entries: int


def known(vault: Vault) -> list[Known]:
    """Everybody."""
    found = people(vault)
    given, counts = colours_of(found), entry_counts(vault)
    return [Known(one, given[one.id], counts.get(one.id, 0)) for one in found]


class PeopleModel(RowsModel[Known]):
    """Sign and name, birth date, number of items."""

    def names(self) -> tuple[str, ...]:
        """The columns' names."""
        return self.tr("Name"), self.tr("Birth date"), self.tr("Items")

    def cell(self, row: Known, column: int) -> str:
        """The text of a cell."""
        return (
            row.person.name or self.tr("Me"),
            show_day(row.person.birth_date),
            QLocale().toString(row.entries),
        )[column]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The sign before the name."""
        if role == Qt.ItemDataRole.DecorationRole and index.column() == 0:
            one = self.rows[index.row()]
            return disc(one.person.name, one.colour)
        return super().data(index, role)


class PeoplePage(Page):
    """The list, and below it what can be done for the one who is selected. ``record_asked`` names whose to look at."""

    record_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._task: tasks.Task[Separated] | None = None
        self._title = Title()
        self._hint = Hint()
        self.model = PeopleModel()
        self.table = Table(self.model, stretch=0, widths={1: 200, 2: 140})
        self.table.setIconSize(QSize(SIDE, SIDE))
        self.look = PrimaryButton()
        self.add = Button()
        self.correct = Button()
        self.separate = Button()
        self.form = PersonForm()
        self.names = KnownNamesPanel()
        self.moving = SeparationPanel()
        content = QWidget()
        layout = column(
            self._title,
            self._hint,
            self.table,
            row(self.look, self.correct, self.separate, self.add),
            self.form,
            self.moving,
            self.names,
            margin=Space.SECTION,
        )
        layout.addStretch(1)
        content.setLayout(layout)
        self.setLayout(column(scrolled(content)))
        self.table.selectionModel().selectionChanged.connect(self._choose)
        self.table.doubleClicked.connect(self._look)
        self.look.clicked.connect(self._look)
        self.add.clicked.connect(lambda: self._begin(None))
        self.correct.clicked.connect(lambda: self._begin(self.chosen()))
        self.separate.clicked.connect(self._ask_separation)
        self.form.wanted.connect(self._keep)
        self.names.forgetting.connect(self._forget_name)
        self.moving.wanted.connect(self.start)
        self.moving.differ.connect(self._say_differ)
        self.moving.stopped.connect(self._stop)
        self.forget()
        self.retranslate()

    def chosen(self) -> Person | None:
        """The person selected."""
        rows = self.table.chosen_rows()
        return self.model.rows[rows[0]].person if rows else None

    def read(self) -> None:
        """Read who there is."""
        vault = self.vault
        self.run(lambda _: known(vault), self._show)

    def _show(self, found: Sequence[Known]) -> None:
        before = self.chosen()
        wanted = before.id if before else self.person
        self.model.show(found)
        self.table.fit()
        place = next((place for place, one in enumerate(found) if one.person.id == wanted), 0)
        if found:
            self.table.selectRow(place)
        self._choose()

    def _choose(self) -> None:
        one = self.chosen()
        idle = self._task is None  # nobody else writes while a record moves
        self.look.setEnabled(one is not None)
        self.add.setEnabled(idle)
        self.correct.setEnabled(one is not None and idle)
        self.separate.setEnabled(len(self.model.rows) > 1 and one is not None and idle)
        self.names.show_names(self._vault, one.id if one else "")

    def _look(self) -> None:
        if (one := self.chosen()) is not None:
            self.record_asked.emit(one.id)

    def _begin(self, person: Person | None) -> None:
        self.moving.empty()
        self.form.begin(person)

    def _keep(self) -> None:
        if self.attempt(lambda: self.form.keep(self.vault)):
            self.form.close_form()
            self.refresh()
            self.changed.emit()

    def _forget_name(self, name: str) -> None:
        person, vault = self.chosen(), self.vault
        if person is not None and self.attempt(lambda: forget_name(vault, person.id, name)):
            self.names.show_names(vault, person.id)
            self.changed.emit()

    # A vault of one's own

    def _ask_separation(self) -> None:
        person = self.chosen()
        if person is None:
            return
        self.form.close_form()
        folder = self.vault.folder
        number = next(number for number in range(2, 1000) if not _beside(folder, number).exists())
        self.moving.begin(person, _beside(folder, number))

    def start(self) -> None:
        """Move the record, off the window's thread."""
        vault, person = self.vault, self.moving.person
        if person is None or self._task is not None:
            return
        folder, secret = self.moving.place(), self.moving.passphrase.text()
        self.moving.set_busy(True)
        self._task = tasks.run(
            self,
            lambda progress: separate(vault, person.id, folder, secret, progress=progress.say),
            self._separated,
            self._failed,
        )
        self._task.moved.connect(self.moving.show_progress)
        self._choose()

    def _separated(self, done: Separated) -> None:
        self._task = None
        self.moving.empty()
        parts = [
            self.tr("The record is in its own vault now: %n item(s), checked one by one.", "", done.entries),
            self.tr("Folder: %1").replace("%1", f"{done.folder}."),
        ]
        if done.grants_ended:
            parts.append(
                self.tr("%n access(es) ended: give them again from that vault.", "", done.grants_ended)
            )
        if left := done.waiting + done.unassigned:
            parts.append(self.tr("%n file(s) that may be anybody's stay here.", "", left))
        parts.append(self.tr("Backups and copies made before still hold it: delete them, and make new ones."))
        self.say(" ".join(parts), Level.INFO)
        self.refresh()
        self.changed.emit()

    def _failed(self, error: PhrError | OSError) -> None:
        self._task = None
        self.moving.set_busy(False)
        self._choose()
        if isinstance(error, tasks.Cancelled):
            self.say(self.tr("Stopped. The record is still here, whole."))
        else:
            self.say_error(error)

    def _stop(self) -> None:
        if self._task is not None:
            self._task.progress.cancel()  # it may be too late: what comes of it is said when it has ended
        else:
            self.moving.empty()

    def _say_differ(self) -> None:
        self.say(self.tr("The two passphrases differ. Please write them again."), Level.WARNING)

    def forget(self) -> None:
        """Name nobody."""
        self._task = None
        self.form.close_form()
        self.moving.empty()
        self.model.show(())
        self._choose()

    def retranslate(self) -> None:
        """Name the parts of the page."""
        self._title.setText(self.tr("People"))
        self._hint.setText(
            self.tr(
                "Whoever opens this vault sees everybody's record. A record that others must not see needs a vault of "
                "its own."
            )
        )
        self.look.setText(self.tr("Look at this record"))
        self.add.setText(self.tr("Add a person…"))
        self.correct.setText(self.tr("Correct…"))
        self.separate.setText(self.tr("Separate this record…"))
        self.table.setAccessibleName(self.tr("People whose record this vault keeps"))
        self.table.say_again()


def _beside(folder: Path, number: int) -> Path:
    """A folder beside a vault's, without anybody's name in it."""
    return folder.with_name(f"{folder.name} {number}")
