"""Bringing files into the record: progress, whose they are, and what became of each."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QProgressBar

from phr.errors import PhrError
from phr.formats.tables.layouts import Layout
from phr.formats.tables.layouts import Table as FirstRows
from storage.errors import Cancelled, WhoIsWho
from storage.intake import FileReport, Who, import_file
from storage.layouts import remember, unknown_table
from ui.desktop import tasks
from ui.desktop.columns_panel import ColumnsPanel
from ui.desktop.import_report import ProblemModel, ReportModel
from ui.desktop.page import Page
from ui.desktop.parts import Button, Heading, Hint, PrimaryButton, Title, Words, column, row
from ui.desktop.tables import Table
from ui.desktop.theme import Space
from ui.desktop.who_is_who import WhoIsWhoPanel


class ImportPage(Page):
    """One file after the other. Each is taken in whole or not at all; a cancelled one leaves nothing behind."""

    left = Signal()
    ended = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._waiting: list[Path] = []
        self._file: Path | None = None
        self._task: tasks.Task[FileReport] | None = None
        self.reports: list[FileReport] = []
        self._title = Title()
        self._now = Words()
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.cancel = Button()
        self.question = WhoIsWhoPanel()
        self.columns = ColumnsPanel()
        self._sum = Words()
        self._reports = ReportModel()
        self.table = Table(self._reports, stretch=0, widths=dict.fromkeys(range(1, 6), 120))
        self._problems_heading = Heading()
        self._problems = ProblemModel()
        self.problems = Table(self._problems, stretch=2, widths={0: 220, 1: 220})
        self._original = Hint()
        self.done = PrimaryButton()
        layout = column(
            self._title,
            self._now,
            self.progress,
            row(self.cancel),
            self.question,
            self.columns,
            self._sum,
            margin=Space.SECTION,
        )
        layout.addWidget(self.table, 2)
        layout.addWidget(self._problems_heading)
        layout.addWidget(self.problems, 4)
        layout.addWidget(self._original)
        layout.addLayout(row(self.done))
        layout.addStretch(1)
        self.setLayout(layout)
        self.cancel.clicked.connect(self._cancel)
        self.question.answered.connect(self._import)
        self.question.later.connect(self._next)
        self.columns.told.connect(self._remember)
        self.columns.kept.connect(self._import_for_person)
        self.done.clicked.connect(self.left)
        self.forget()
        self.retranslate()

    def ask_files(self) -> list[Path]:
        """Files that the person chooses, perhaps none."""
        files, _ = QFileDialog.getOpenFileNames(self, self.tr("Files to import"))
        return [Path(file) for file in files]

    def begin(self, files: list[Path]) -> None:
        """Import ``files``; those dropped while others are being imported wait for their turn."""
        if self._file is not None:
            self._waiting.extend(files)
            return
        self.reports = []
        self._waiting = list(files)
        self._next()

    def _next(self) -> None:
        self.question.hide()
        if not self._waiting:
            self._file = None
            self._show_report()
            return
        self._file = file = self._waiting.pop(0)
        vault = self.vault
        self._show_busy(True)
        self.progress.setRange(0, 0)
        self.retranslate()
        tasks.run(self, lambda _: unknown_table(vault, file), self._ask_columns, self._failed)

    def _ask_columns(self, table: FirstRows | None) -> None:
        if table is None or self._file is None:
            self._import_for_person()
            return
        self._show_busy(False)
        self.columns.ask(table, self._file.name)
        self.columns.show()

    def _remember(self, layout: Layout) -> None:
        vault = self.vault
        tasks.run(self, lambda _: remember(vault, layout), lambda _: self._import_for_person(), self._failed)

    def _import_for_person(self) -> None:
        self._import(Who(person=self.person))

    def _import(self, who: Who) -> None:
        vault, file = self.vault, self._file
        if file is None:
            return
        self.question.hide()
        self.columns.hide()
        self._show_busy(True)
        self.progress.setRange(0, 0)

        def work(progress: tasks.Progress) -> FileReport:
            return import_file(vault, file, who=who, progress=progress.say, cancelled=progress.cancelled)

        self._task = tasks.run(self, work, self._imported, self._failed)
        self._task.moved.connect(self._move)
        self.retranslate()

    def _move(self, done: int, total: int) -> None:
        self.progress.setRange(0, 1000)
        self.progress.setValue(done * 1000 // total if total else 0)

    def _imported(self, report: FileReport) -> None:
        self._task = None
        self.reports.append(report)
        self.changed.emit()
        self._next()

    def _failed(self, error: PhrError | OSError) -> None:
        self._task = None
        self._show_busy(False)
        if isinstance(error, WhoIsWho) and self._file is not None:
            self.question.ask(error, self._file.name)
            self.question.show()
            return
        if not isinstance(error, Cancelled | tasks.Cancelled):
            self.say_error(error)
        self._next()

    def _cancel(self) -> None:
        self._waiting = []
        if self._task is not None:
            # Not the task itself: if it was done already, its report must still be seen.
            self._task.progress.cancel()

    def _show_busy(self, busy: bool) -> None:
        for widget in (self._now, self.progress, self.cancel):
            widget.setVisible(busy)
        if busy:
            self._show_results(False)

    def _show_results(self, visible: bool) -> None:
        for widget in (self._sum, self.table, self._original, self.done):
            widget.setVisible(visible)
        problems = visible and self._problems.rowCount() > 0
        self._problems_heading.setVisible(problems)
        self.problems.setVisible(problems)

    def _show_report(self) -> None:
        self._reports.show(self.reports)
        self._problems.show([(one.file, problem) for one in self.reports for problem in one.problems])
        self.table.fit()
        self.problems.fit()
        self._show_busy(False)
        self._show_results(True)
        self.retranslate()
        self.done.setFocus()
        self.ended.emit()

    def refresh(self) -> None:
        """The report stays as it was."""

    def forget(self) -> None:
        """Show nothing."""
        self._waiting = []
        self._file = None
        self._task = None
        self.reports = []
        self._reports.show(())
        self._problems.show(())
        self.question.clear()
        self.question.hide()
        self.columns.clear()
        self.columns.hide()
        self._now.clear()
        self._show_busy(False)
        self._show_results(False)

    def retranslate(self) -> None:
        """Say everything in the language shown."""
        self._title.setText(self.tr("Import files"))
        name = self._file.name if self._file else ""
        self._now.setText(self.tr("Reading %1…").replace("%1", name) if name else "")
        self.progress.setAccessibleName(self.tr("Progress of the import"))
        self.cancel.setText(self.tr("Stop"))
        added = sum(one.added for one in self.reports)
        kept = sum(one.kept for one in self.reports)
        self._sum.setText(
            self.tr("%n new item(s) in the record.", "", added)
            + (
                " " + self.tr("%n more kept as they came, without an item of their own.", "", kept)
                if kept
                else ""
            )
        )
        self._problems_heading.setText(self.tr("What could not be filed"))
        self._original.setText(self.tr("The files you imported are still where they were, unprotected."))
        self.done.setText(self.tr("See the record"))
        self.table.setAccessibleName(self.tr("Imported files"))
        self.problems.setAccessibleName(self.tr("What could not be filed"))
        self.table.say_again()
        self.problems.say_again()
