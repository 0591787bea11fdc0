"""What became of imported files, and of the originals that still lie unprotected where they were."""

from pathlib import Path

from PySide6.QtCore import Signal

from phr.errors import PhrError
from storage.intake import FileReport
from storage.originals import discard_original
from ui.desktop.confirm import Confirm
from ui.desktop.import_report import ProblemModel, ReportModel
from ui.desktop.incoming import Incoming
from ui.desktop.message_bar import Level
from ui.desktop.parts import Button, Heading, Hint, PrimaryButton, Words, column, row
from ui.desktop.tables import Table
from ui.desktop.translated import Translated
from ui.sentences import sentence


class OutcomePanel(Translated):
    """Counts for each file, what could not be filed, and the offer to delete the originals.

    ``said`` is what :class:`ui.desktop.page.Page` has of this name.
    """

    said = Signal(str, str, str, object)

    def __init__(self) -> None:
        super().__init__()
        self._taken: list[tuple[Incoming, FileReport]] = []
        self._sum = Words()
        self._reports = ReportModel()
        self.table = Table(self._reports, stretch=0, widths=dict.fromkeys(range(1, 6), 120))
        self._problems_heading = Heading()
        self._problems = ProblemModel()
        self.problems = Table(self._problems, stretch=2, widths={0: 220, 1: 220})
        self._original = Hint()
        self.discard = Button()
        self.confirm = Confirm()
        self.done = PrimaryButton()
        layout = column(self._sum)
        layout.addWidget(self.table, 2)
        layout.addWidget(self._problems_heading)
        layout.addWidget(self.problems, 4)
        layout.addWidget(self._original)
        layout.addWidget(self.confirm)
        layout.addLayout(row(self.done, self.discard))
        layout.addStretch(1)
        layout.setContentsMargins(0, 0, 0, 0)
        self.setLayout(layout)
        self.discard.clicked.connect(self._ask_discard)
        self.clear()
        self.retranslate()

    def add(self, incoming: Incoming, report: FileReport) -> None:
        """Hold what became of one file."""
        self._taken.append((incoming, report))

    def tell(self) -> None:
        """Tell about all files held."""
        reports = [report for _, report in self._taken]
        self._reports.show([one for report in reports for one in (report, *report.parts)])
        self._problems.show([(one.file, problem) for one in reports for problem in one.problems])
        self.table.fit()
        self.problems.fit()
        for widget in (self._problems_heading, self.problems):
            widget.setVisible(self._problems.rowCount() > 0)
        self.retranslate()
        self.done.setFocus()

    def clear(self) -> None:
        """Hold nothing."""
        self._taken = []
        self._reports.show(())
        self._problems.show(())
        self.confirm.withdraw()

    def _originals(self) -> list[tuple[Path, bytes]]:
        """The files that lie where they were, as far as they were taken in."""
        return [
            (one.path, report.digest)
            for one, report in self._taken
            if one.path is not None and report.digest and one.path.exists()
        ]

    def _ask_discard(self) -> None:
        self.confirm.ask(
            self.tr(
                "Delete %n original file(s)? This is an ordinary deletion, without the recycle bin: the disk, backups "
                "and synchronised folders may keep a trace. The vault keeps what it took in.",
                "",
                len(self._originals()),
            ),
            self.tr("Keep"),
            self.tr("Delete the originals"),
            self.discard_originals,
        )

    def discard_originals(self) -> None:
        """Delete the originals that are still the files that were taken in."""
        failed: list[str] = []
        originals = self._originals()
        for path, digest in originals:
            try:
                discard_original(path, digest)
            except PhrError as error:
                failed.append(f"{path.name}: {sentence(error)}")
        if failed:
            self.said.emit(" ".join(failed), Level.WARNING.value, "", None)
        else:
            self.said.emit(
                self.tr("%n original file(s) deleted.", "", len(originals)), Level.INFO.value, "", None
            )
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language shown."""
        reports = [report for _, report in self._taken]
        added, kept = sum(one.added for one in reports), sum(one.kept for one in reports)
        said = self.tr("%n new item(s) in the record.", "", added)
        if kept:
            said += " " + self.tr("%n more kept as they came, without an item of their own.", "", kept)
        left = sum(one.left_out for one in reports)
        if left:
            said += " " + self.tr("%n left out, as you chose.", "", left)
        self._sum.setText(said)
        self._problems_heading.setText(self.tr("What could not be filed"))
        originals = self._originals()
        for widget in (self._original, self.discard):
            widget.setVisible(bool(originals))
        self._original.setText(self.tr("The files you imported are still where they were, unprotected."))
        self.discard.setText(self.tr("Delete the originals…"))
        self.done.setText(self.tr("See the record"))
        self.table.setAccessibleName(self.tr("Imported files"))
        self.problems.setAccessibleName(self.tr("What could not be filed"))
        self.table.say_again()
        self.problems.say_again()
