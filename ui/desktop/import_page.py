"""Bringing files into the record: whose they are, what they would bring, and what became of each."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QProgressBar, QVBoxLayout

from phr.errors import PhrError
from phr.formats.tables.layouts import Layout
from phr.formats.tables.layouts import Table as FirstRows
from storage.errors import Cancelled, PersonNeeded, WhoIsWho
from storage.intake import FileReport, Who
from storage.layouts import remember, unknown_table
from storage.review import Review
from ui.desktop import tasks
from ui.desktop.columns_panel import ColumnsPanel
from ui.desktop.incoming import Incoming, Reviewed
from ui.desktop.outcome_panel import OutcomePanel
from ui.desktop.page import Page
from ui.desktop.parts import Button, Title, Words, column, row
from ui.desktop.review_panel import ReviewPanel
from ui.desktop.theme import Space
from ui.desktop.who_is_who import WhoIsWhoPanel


@dataclass(slots=True)
class _Wanted:
    """A file that is to be taken in: whose it is, and the keys of what is not wanted of it."""

    incoming: Incoming
    who: Who
    without: Collection[str] = ()


class ImportPage(Page):
    """Each file is looked at first, one after the other; then all are shown, and what is wanted of them is taken in.

    A file is taken in whole, but for what was left out, or not at all; a cancelled one leaves nothing behind.
    """

    left = Signal()
    ended = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._queue: list[Incoming] = []
        self._file: Incoming | None = None
        self._taking: list[_Wanted] = []
        self._task: tasks.Task[Review] | tasks.Task[FileReport] | None = None
        self._reviewed: list[Reviewed] = []
        self.reports: list[FileReport] = []
        self._title = Title()
        self._now = Words()
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.cancel = Button()
        self.unchecked = Button()
        self.question = WhoIsWhoPanel()
        self.columns = ColumnsPanel()
        self.review = ReviewPanel()
        self.outcome = OutcomePanel()
        self._stretch = QVBoxLayout()
        self._stretch.addStretch(1)
        layout = column(
            self._title,
            self._now,
            self.progress,
            row(self.cancel, self.unchecked),
            self.question,
            self.columns,
            margin=Space.SECTION,
        )
        layout.addWidget(self.review, 100)
        layout.addWidget(self.outcome, 100)
        layout.addLayout(self._stretch, 1)
        self.setLayout(layout)
        self.cancel.clicked.connect(self._cancel)
        self.unchecked.clicked.connect(self._take_unchecked)
        self.question.answered.connect(self._answered)
        self.question.later.connect(self._put_aside)
        self.columns.told.connect(self._remember)
        self.columns.kept.connect(lambda: self._look(Who()))
        self.review.accepted.connect(self._accept)
        self.review.later.connect(self._all_later)
        self.review.dropped.connect(self._drop)
        self.outcome.done.clicked.connect(self.left)
        self.outcome.said.connect(self.said)
        self.forget()
        self.retranslate()

    def ask_files(self) -> list[Path]:
        """Files that the person chooses, perhaps none."""
        files, _ = QFileDialog.getOpenFileNames(self, self.tr("Files to import"))
        return [Path(file) for file in files]

    def begin(self, files: Sequence[Path]) -> None:
        """Look at ``files``; those dropped while others are being looked at wait for their turn."""
        self._begin([Incoming.from_disk(file) for file in files])

    def begin_waiting(self, incoming: Sequence[Incoming]) -> None:
        """Look at files that were put aside, or that are no files."""
        self._begin(list(incoming))

    def _begin(self, incoming: list[Incoming]) -> None:
        self._queue.extend(incoming)
        if self._file is None and not self._taking:
            if not self._reviewed:
                self.reports = []
            self._next()

    # Looking at them

    def _next(self) -> None:
        self._show_only()
        if self._queue:
            self._file = self._queue.pop(0)
            self._ask_columns()
            return
        self._file = None
        if self._reviewed:
            self._show_only(self.review)
            self.review.ask(self._reviewed)
        else:
            self._show_outcome()

    def _ask_columns(self) -> None:
        file = self._file
        if file is None or file.path is None:
            self._look(Who())
            return
        vault, path = self.vault, file.path
        self._show_busy()
        tasks.run(self, lambda _: unknown_table(vault, path), self._columns_found, self._failed)

    def _columns_found(self, table: FirstRows | None) -> None:
        if table is None or self._file is None:
            self._look(Who())
            return
        self._show_only(self.columns)
        self.columns.ask(table, self._file.name)

    def _remember(self, layout: Layout) -> None:
        vault = self.vault
        tasks.run(self, lambda _: remember(vault, layout), lambda _: self._look(Who()), self._failed)

    def _look(self, who: Who) -> None:
        vault, file = self.vault, self._file
        if file is None:
            return
        self.columns.clear()
        self._show_busy()

        def found(review: Review) -> None:
            self._task = None
            self._reviewed.append(Reviewed(file, who, review, set()))
            self._next()

        self._task = tasks.run(self, lambda progress: file.review(vault, who, progress), found, self._failed)
        self._task.moved.connect(self._move)

    def _answered(self, who: Who) -> None:
        if self._taking:
            self._taking[0].who = who
            self._take_next()
        else:
            self._look(who)

    def _failed(self, error: PhrError | OSError) -> None:
        self._task = None
        if isinstance(error, PersonNeeded) and self.person:
            self._answered(Who(person=self.person))  # it names nobody, and this person's record is looked at
            return
        file = self._taking[0].incoming if self._taking else self._file
        if isinstance(error, WhoIsWho) and file is not None:
            self._show_only(self.question)
            self.question.ask(error, file.name)
            return
        if not isinstance(error, Cancelled | tasks.Cancelled):
            self.say_error(error)
        self._go_on()

    def _go_on(self) -> None:
        """Leave the file that is at hand, and go on with the others."""
        if self._taking:
            self._taking.pop(0)
            self._take_next()
        else:
            self._next()

    def _put_aside(self) -> None:
        file = self._taking[0].incoming if self._taking else self._file
        vault = self.vault
        if file is not None and self.attempt(lambda: file.put_aside(vault)):
            self.changed.emit()
            self.say(self.tr("The file waits in the vault, to be checked later."))
        self._go_on()

    def _take_unchecked(self) -> None:
        """Take the file at hand and those that follow without showing first what they would bring."""
        if self._taking or self._file is None:
            return
        if self._task is not None:
            self._task.cancel()
            self._task = None
        rest = [self._file, *self._queue]
        self._queue, self._file = [], None
        self._taking = [_Wanted(one.incoming, one.who, one.without) for one in self._reviewed]
        self._taking += [_Wanted(one, Who()) for one in rest]
        self._reviewed = []
        self._take_next()

    # Taking them in

    def _accept(self) -> None:
        self._taking = [_Wanted(one.incoming, one.who, one.without) for one in self._reviewed]
        self._reviewed = []
        self.review.clear()
        self._take_next()

    def _all_later(self) -> None:
        vault, kept = self.vault, [one.incoming for one in self._reviewed]
        self._reviewed = []
        self.review.clear()
        self._show_busy()

        def put_aside(_: tasks.Progress) -> None:
            for one in kept:
                one.put_aside(vault)

        def done(_: None) -> None:
            self.changed.emit()
            self.left.emit()
            self.say(self.tr("%n file(s) wait in the vault, to be checked later.", "", len(kept)))
            self._show_only()

        tasks.run(self, put_aside, done, self._failed)

    def _drop(self) -> None:
        self._reviewed = []
        self.review.clear()
        self._show_only()
        self.left.emit()

    def _take_next(self) -> None:
        self._show_only()
        if not self._taking:
            self._next()  # files that were dropped meanwhile
            return
        vault, one, closed = self.vault, self._taking[0], self.review.closed.isChecked()
        self._show_busy()

        def taken(report: FileReport) -> None:
            self._task = None
            self.reports.append(report)
            self.outcome.add(one.incoming, report)
            self._taking.pop(0)
            self.changed.emit()
            self._take_next()

        self._task = tasks.run(
            self,
            lambda progress: one.incoming.take(vault, one.who, one.without, progress, closed=closed),
            taken,
            self._failed,
        )
        self._task.moved.connect(self._move)

    def _cancel(self) -> None:
        self._queue = []
        del self._taking[1:]
        if self._task is not None:
            # Not the task itself: if it was done already, its report must still be seen.
            self._task.progress.cancel()

    # What is shown

    def _move(self, done: int, total: int) -> None:
        self.progress.setRange(0, 1000)
        self.progress.setValue(done * 1000 // total if total else 0)

    def _show_busy(self) -> None:
        self._show_only()
        self.progress.setRange(0, 0)
        for widget in (self._now, self.progress, self.cancel):
            widget.show()
        self.unchecked.setVisible(not self._taking)
        self.retranslate()

    def _show_only(self, panel: object = None) -> None:
        for widget in (self._now, self.progress, self.cancel, self.unchecked):
            widget.hide()
        for one in (self.question, self.columns, self.review, self.outcome):
            one.setVisible(one is panel)

    def _show_outcome(self) -> None:
        self._show_only(self.outcome)
        self.outcome.tell()
        self.ended.emit()

    def forget(self) -> None:
        """Show nothing."""
        self._queue, self._taking, self._reviewed = [], [], []
        self._file = None
        self._task = None
        self.reports = []
        self.question.clear()
        self.columns.clear()
        self.review.clear()
        self.outcome.clear()
        self._now.clear()
        self._show_only()

    def retranslate(self) -> None:
        """Say everything in the language shown."""
        self._title.setText(self.tr("Import files"))
        file = self._taking[0].incoming if self._taking else self._file
        text = self.tr("Putting %1 in the record…") if self._taking else self.tr("Reading %1…")
        self._now.setText(text.replace("%1", file.name) if file else "")
        self.progress.setAccessibleName(self.tr("Progress of the import"))
        self.cancel.setText(self.tr("Stop"))
        self.unchecked.setText(self.tr("Take in without checking"))
