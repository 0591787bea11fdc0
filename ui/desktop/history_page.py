"""The history: every line of the journal as a sentence, newest first."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QComboBox, QFileDialog, QWidget

from sharing import history as evidence
from storage import grants, journal, practitioners
from storage.heads import Continuation, check_head
from storage.journal import Fault, Line
from storage.people import people
from storage.vault import Vault
from ui.desktop import tasks
from ui.desktop.dates import show_instant
from ui.desktop.files import write_private
from ui.desktop.journal_text import journal_sentence
from ui.desktop.message_bar import Level
from ui.desktop.page import Page
from ui.desktop.parts import Button, Field, FieldName, Head, Hint, Title, column, row
from ui.desktop.tables import RowsModel, Table
from ui.desktop.theme import Size, Space
from ui.history_pdf import history_pdf
from ui.notices import continuation

_CHUNK = 2000
_EVERYBODY = ""
_MARK_WIDTH = 520  # what shows a mark in full


@dataclass(frozen=True, slots=True)
class History:
    """The lines, newest first, and the names that they are joined with.

    ``whose`` is the name of the person whose accesses are ``offered``, "" where everybody's are.
    """

    lines: tuple[Line, ...]
    of_grant: dict[str, str]
    practitioners: dict[str, str]
    made_at: dict[str, str]
    offered: tuple[str, ...] = ()
    whose: str = ""


def history(vault: Vault, grant: str | None, person: str) -> History:
    """Read all lines, those of one access, or (None) those about ``person``, if the vault keeps several people."""
    everybody = people(vault)
    one = next((one for one in everybody if one.id == person), None) if len(everybody) > 1 else None
    rows = grants.grants(vault)
    offered = tuple(row.gid for row in rows if one is None or row.person == one.id)
    lines = _lines(vault, grant or "")
    if grant is None and one is not None:
        lines = [line for line in lines if line.grant in offered or line.detail.get("person") == one.id]
    names = {known.id: known.name for known in practitioners.practitioners(vault)}
    return History(
        tuple(reversed(lines)),
        {row.gid: names.get(row.practitioner, "") for row in rows},
        names,
        {row.gid: row.made_at for row in rows},
        offered,
        one.name if one else "",
    )


def _lines(vault: Vault, grant: str) -> list[Line]:
    lines: list[Line] = []
    while more := journal.lines(vault, grant, after=lines[-1].seq if lines else 0, limit=_CHUNK):
        lines.extend(more)
    return lines


class HistoryModel(RowsModel[Line]):
    """When, and what."""

    def __init__(self) -> None:
        super().__init__()
        self._history = History((), {}, {}, {})

    def show_history(self, found: History) -> None:
        """Hold these lines."""
        self._history = found
        self.show(found.lines)

    def names(self) -> tuple[str, ...]:
        """The columns' names."""
        return self.tr("When"), self.tr("What")

    def cell(self, row: Line, column: int) -> str:
        """The time, or the sentence."""
        if column == 0:
            return show_instant(row.at)
        return journal_sentence(row, self._history.of_grant.get(row.grant, ""), self._history.practitioners)


class HistoryPage(Page):
    """The lines, of one access or of all, and whether they still follow from each other."""

    def __init__(self) -> None:
        super().__init__()
        self._title = Title()
        self._hint = Hint()
        self.model = HistoryModel()
        self.grant = QComboBox()
        self.grant.setMinimumHeight(Size.CONTROL)
        self.grant.setMinimumWidth(240)
        self._grant_name = FieldName()
        self._grant_name.setBuddy(self.grant)
        self.check = Button()
        self.save = Button()
        self.table = Table(self.model, stretch=1, widths={0: 240})
        which = QWidget()
        which.setLayout(row(self._grant_name, self.grant))
        choice = Head(which, self.check, self.save)
        self.mark = Field()
        self.mark.setMaximumWidth(_MARK_WIDTH)
        self._mark_hint = Hint()
        self._mark_name = FieldName()
        self._mark_name.setBuddy(self.mark)
        self.check_mark = Button()
        held = row(self._mark_name, self.mark, self.check_mark)
        held.setStretchFactor(self.mark, 100)
        layout = column(self._title, self._hint, choice, held, self._mark_hint, margin=Space.SECTION)
        layout.addWidget(self.table, 1)
        self.setLayout(layout)
        self.grant.currentIndexChanged.connect(self.refresh)
        self.check.clicked.connect(self._verify)
        self.save.clicked.connect(self._ask_place)
        self.check_mark.clicked.connect(self.check_head)
        self.mark.returnPressed.connect(self.check_head)
        self.forget()
        self.retranslate()

    def set_person(self, person: str) -> None:
        """Show another person's accesses."""
        self.grant.blockSignals(True)  # read once, below
        self.grant.setCurrentIndex(0)
        self.grant.blockSignals(False)
        super().set_person(person)

    def read(self) -> None:
        """Read the lines."""
        vault, grant, person = self.vault, self.grant.currentData(), self.person
        self.run(lambda _: history(vault, grant, person), self._show)

    def _show(self, found: History) -> None:
        self.model.show_history(found)
        self._whose = found.whose
        chosen = self.grant.currentData()
        self.grant.blockSignals(True)  # the choice stays; only what is offered changes
        self.grant.clear()
        self.grant.addItem("", None)
        for gid in found.offered:
            self.grant.addItem(f"{found.of_grant[gid]} · {show_instant(found.made_at[gid])}", gid)
        if found.whose:
            self.grant.addItem("", _EVERYBODY)
        self.grant.setCurrentIndex(max(0, self.grant.findData(chosen)) if chosen is not None else 0)
        self._name_choices()
        self.grant.blockSignals(False)

    def _name_choices(self) -> None:
        if self._whose:
            self.grant.setItemText(0, self.tr("Accesses of %1").replace("%1", self._whose))
            self.grant.setItemText(self.grant.findData(_EVERYBODY), self.tr("Everybody: the whole history"))
        else:
            self.grant.setItemText(0, self.tr("All accesses"))

    def _verify(self) -> None:
        vault = self.vault
        self.run(lambda _: journal.verify(vault), self._say_verified)

    def _say_verified(self, faults: list[Fault]) -> None:
        if faults:
            self.say(
                self.tr("The history was changed from outside: its lines no longer follow from each other."),
                Level.ERROR,
            )
        else:
            self.say(
                self.tr(
                    "Checked: every line follows from the one before. That the whole vault was not set back shows only "
                    "against what a care professional or you hold elsewhere."
                )
            )

    def check_head(self) -> None:
        """Check the history against the mark that was typed from a receipt or a package."""
        vault, mark = self.vault, self.mark.text()
        if mark.strip():
            self.run(lambda _: check_head(vault, mark), self._say_continued)

    def _say_continued(self, found: Continuation) -> None:
        self.say(continuation(found), Level.INFO if found.holds else Level.ERROR)
        if not found.holds:
            self.refresh()
            self.changed.emit()

    def _ask_place(self) -> None:
        kinds = "PDF (*.pdf);;CSV (*.csv);;FHIR (*.json)"
        place, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save the history"), self.tr("history.pdf"), kinds
        )
        if place:
            self.save_history(Path(place))

    def save_history(self, place: Path) -> None:
        """Write the whole history with its signed head, in the form that the file's ending names, or as a PDF."""
        vault = self.vault

        def save(_: tasks.Progress) -> None:
            whole = evidence.history(vault)
            forms = {".csv": evidence.to_csv, ".json": evidence.to_fhir}
            form = forms.get(place.suffix.lower())
            write_private(place, form(whole) if form else history_pdf(vault, whole))

        self.run(save, lambda _: self.say(self.tr("The history is in %1.").replace("%1", str(place))))

    def forget(self) -> None:
        """Show nothing."""
        self.mark.clear()
        self._whose = ""
        self.model.show_history(History((), {}, {}, {}))
        self.grant.blockSignals(True)  # nothing to read any more
        self.grant.clear()
        self.grant.addItem("", None)
        self.grant.blockSignals(False)

    def retranslate(self) -> None:
        """Name the parts of the page."""
        self._title.setText(self.tr("History"))
        self._hint.setText(
            self.tr(
                "What this program did and knows. It cannot see what others do with a file that is open to them."
            )
        )
        self._grant_name.setText(self.tr("&Access"))
        self._name_choices()
        self.check.setText(self.tr("Check the history"))
        self.save.setText(self.tr("Save the history…"))
        self._mark_name.setText(self.tr("&Mark on a receipt"))
        self.check_mark.setText(self.tr("Check with a receipt"))
        self._mark_hint.setText(
            self.tr(
                "If the history does not continue from this mark, the vault is an older one: all accesses end."
            )
        )
        self.table.setAccessibleName(self.tr("Lines of the history"))
        self.table.say_again()
