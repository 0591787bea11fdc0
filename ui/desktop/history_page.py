"""The history: every line of the journal as a sentence, newest first."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from phr.errors import PhrError
from sharing import history as evidence
from storage.heads import Continuation, check_head
from storage.journal import Line
from storage.journal_pages import LineFilter, page
from ui.desktop import tasks
from ui.desktop.empty_state import EmptyState
from ui.desktop.files import write_private
from ui.desktop.history_filters import HistoryFilters
from ui.desktop.history_model import PAGE, First, HistoryModel, Names, first_page, readable_csv
from ui.desktop.message_bar import Level
from ui.desktop.page import Page
from ui.desktop.parts import Button, Head, Hint, Panel, Title, Words, column, row
from ui.desktop.tables import Table
from ui.desktop.theme import Space
from ui.desktop.verification_panel import VerificationPanel, Verified, verified
from ui.history_pdf import history_pdf
from ui.notices import continuation


class HistoryPage(Page):
    """Whether the lines still follow from each other, what of them is looked at, and the lines, read as one scrolls."""

    def __init__(self) -> None:
        super().__init__()
        self._which = LineFilter()
        self._reading: tasks.Task[First] | tasks.Task[list[Line]] | None = None
        self._checking: tasks.Task[Verified] | None = None
        self._title = Title()
        self._hint = Hint()
        self.save_list = Button()
        self.save = Button()
        self.verification = VerificationPanel()
        self.filters = HistoryFilters()
        self.only = Words()
        self.show_all = Button()
        self._only = Panel("info")
        told = row()
        told.insertWidget(0, self.only, 100)
        told.addWidget(self.show_all)
        told.setContentsMargins(Space.ONE, Space.SMALL, Space.SMALL, Space.SMALL)
        self._only.setLayout(told)
        self.model = HistoryModel()
        self.table = Table(self.model, stretch=1, widths={0: 240})
        self.show_everything = Button()
        self._empty = EmptyState("history", self.show_everything)
        layout = column(
            Head(self._title, self.save_list, self.save),
            self._hint,
            self.verification,
            self.filters,
            self._only,
            margin=Space.SECTION,
        )
        layout.addWidget(self.table, 1)
        layout.addWidget(self._empty, 1)
        self.setLayout(layout)
        self._connect()
        self.forget()
        self.retranslate()

    def _connect(self) -> None:
        self.filters.changed.connect(self.refresh)
        self.model.more_asked.connect(self._read_more)
        for button in (self.show_all, self.show_everything):
            button.clicked.connect(self._show_everything)
        self.verification.check_asked.connect(self._verify)
        self.verification.stop_asked.connect(self._stop_checking)
        self.verification.mark_asked.connect(self.check_head)
        self.save.clicked.connect(self._ask_place)
        self.save_list.clicked.connect(self._ask_place_of_list)

    # What is shown

    def set_person(self, person: str) -> None:
        """Show another person's accesses."""
        self.filters.clear()
        super().set_person(person)

    def show_entry(self, entry: str) -> None:
        """Show only what concerns one item (an id)."""
        self.filters.clear()
        self.filters.entry = entry
        self.refresh()

    def _show_everything(self) -> None:
        self.filters.clear()
        self.refresh()

    def read(self) -> None:
        """Read the newest lines of what is asked for; an older question is dropped."""
        self._drop_question()
        vault, which, person = self.vault, self.filters.chosen(self.person), self.person
        self._reading = self.run(
            lambda progress: first_page(vault, which, person, progress.cancelled), self._show
        )

    def _show(self, found: First) -> None:
        self._reading = None
        self._which = found.which
        self.filters.offer(found.names)
        self.model.show_lines(found.lines, found.names)
        self._say_what_is_shown()

    def _read_more(self) -> None:
        if self._reading is not None:  # other lines are on their way
            return
        vault, which, last = self.vault, self._which, self.model.rows[-1].seq

        def more(progress: tasks.Progress) -> list[Line]:
            return page(vault, which, before=last, limit=PAGE, cancelled=progress.cancelled)

        self._reading = self.run(more, self._add)

    def _add(self, lines: list[Line]) -> None:
        self._reading = None
        self.model.add(lines)

    def _drop_question(self) -> None:
        if self._reading is not None:
            self._reading.cancel()
            self._reading = None

    def _say_what_is_shown(self) -> None:
        title = self.model.names_known.title or self.tr("an item that was deleted")
        self.only.setText(self.tr("Only: %1").replace("%1", title))
        self._only.setVisible(bool(self._which.entry))
        self.save_list.setVisible(self._which != LineFilter())
        empty = self.is_open and self._reading is None and not self.model.rows
        self._empty.setVisible(empty)
        self.table.setVisible(not empty)
        if self._which == LineFilter(entry=self._which.entry):
            self._empty.say(
                self.tr("Nothing to tell of this item"),
                self.tr(
                    "It came in and was left as it is: not corrected, not kept private, in no access. What you do with "
                    "it, and to whom you give it, will be here."
                ),
            )
        else:
            self._empty.say(
                self.tr("Nothing found"), self.tr("Nothing like this happened. Look at more: fewer filters.")
            )

    # Whether it holds together

    def _verify(self) -> None:
        vault = self.vault
        self.verification.show_progress(0, 0)
        self._checking = tasks.run(
            self, lambda progress: verified(vault, progress), self._show_verified, self._say_not_checked
        )
        self._checking.moved.connect(self._show_progress)

    def _show_progress(self, done: int, total: int) -> None:
        if self._checking is not None:  # not stopped meanwhile
            self.verification.show_progress(done, total)

    def _show_verified(self, found: Verified) -> None:
        self._checking = None
        self.verification.show_found(found)
        self.model.doubt(found.broken)

    def _stop_checking(self) -> None:
        if self._checking is not None:
            self._checking.cancel()
            self._checking = None
        self.verification.show_stopped()

    def _say_not_checked(self, error: PhrError | OSError) -> None:
        self._stop_checking()
        self.say_error(error)

    def check_head(self, mark: str) -> None:
        """Check the history against the mark that was typed from a receipt or a package."""
        vault = self.vault
        self.run(lambda _: check_head(vault, mark), self._say_continued)

    def _say_continued(self, found: Continuation) -> None:
        self.say(continuation(found), Level.INFO if found.holds else Level.ERROR)
        if not found.holds:
            self.refresh()
            self.changed.emit()

    # Taken out of the program, because the patient asks

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

    def _ask_place_of_list(self) -> None:
        place, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save this list"), self.tr("history-list.csv"), "CSV (*.csv)"
        )
        if place:
            self.write_list(Path(place))

    def write_list(self, place: Path) -> None:
        """Write the lines that are asked for as CSV, to be read."""
        vault, which, names = self.vault, self._which, self.model.names_known
        done = self.tr(
            "The list is in %1. It is for reading: only the whole history, saved, can be checked by others."
        )
        self.run(
            lambda _: write_private(place, readable_csv(vault, which, names)),
            lambda _: self.say(done.replace("%1", str(place))),
        )

    def forget(self) -> None:
        """Show nothing."""
        self._drop_question()
        self._stop_checking()
        self._which = LineFilter()
        self.verification.forget()
        self.model.doubt(None)
        self.model.show_lines((), Names())
        self.filters.clear()
        self.filters.offer(Names())
        self._say_what_is_shown()

    def retranslate(self) -> None:
        """Name the parts of the page."""
        self._title.setText(self.tr("History"))
        self._hint.setText(
            self.tr(
                "What this program did and knows. It cannot see what others do with a file that is open to them."
            )
        )
        self.save_list.setText(self.tr("Save this list…"))
        self.save.setText(self.tr("Save the history…"))
        for button in (self.show_all, self.show_everything):
            button.setText(self.tr("Show everything"))
        self.table.setAccessibleName(self.tr("Lines of the history"))
        self.table.say_again()
        self._say_what_is_shown()
