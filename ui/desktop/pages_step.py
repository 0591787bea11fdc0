"""Last step for paper and for a locked PDF: the pages are set, then handed over, and the history knows first."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QFileDialog, QProgressBar

from phr.errors import PhrError
from sharing.extract import Extract, extract
from sharing.handed_over import AsPdf, OnPaper, as_pdf, on_paper, paper_again
from ui.catalogue import language
from ui.desktop import tasks
from ui.desktop.files import write_private
from ui.desktop.parts import Button, Code, Heading, Hint, Panel, PrimaryButton, Words, column, row
from ui.desktop.theme import Space
from ui.desktop.translated import Translated
from ui.viewer.printing import print_document

if TYPE_CHECKING:
    from collections.abc import Callable

    from sharing.consultation import Consultation
    from sharing.preview import Preview
    from storage.practitioners import Practitioner
    from storage.vault import Vault
    from ui.selection_pdf import Paper


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be set on pages: a selection is made anew, so that it is the one of now."""

    vault: Vault
    select: Callable[[], Preview]
    practitioner: Practitioner
    purpose: str
    consultation: Consultation

    def set_pages(self, progress: tasks.Progress) -> tuple[Extract, Paper]:
        """Read what was chosen and set it, off the window's thread."""
        whole = extract(
            self.vault,
            self.select(),
            self.practitioner,
            self.purpose,
            consultation=self.consultation,
            say=progress.say,
        )
        from ui.selection_pdf import selection_pdf

        return whole, selection_pdf(whole, progress.say)


class PagesStep(Translated):
    """``given`` says that something was handed over, ``failed`` what went wrong, ``stopped`` that nothing was."""

    given = Signal()
    failed = Signal(object)
    stopped = Signal()
    said = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._vault: Vault | None = None
        self._set: tuple[Extract, Paper] | None = None
        self._paper: OnPaper | None = None
        self._pdf: AsPdf | None = None
        self._task: tasks.Task[object] | None = None
        self._heading = Heading()
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.cancel = Button()
        self._how = Words()
        self.print = PrimaryButton()
        self.save = Button()
        self._file = Words()
        self._words_heading = Heading()
        self.words = Code()
        self.open_folder = Button()
        self._secret = Panel()
        self._secret.setLayout(
            column(self._file, row(self.open_folder), self._words_heading, self.words, margin=Space.WIDE)
        )
        self._end = Hint()
        layout = column(self._heading, self.progress, row(self.cancel), self._how)
        layout.addLayout(row(self.print, self.save))
        layout.addWidget(self._secret)
        layout.addWidget(self._end)
        layout.addStretch(1)
        self.setLayout(layout)
        self.cancel.clicked.connect(self._stop)
        self.print.clicked.connect(self._ask_printer)
        self.save.clicked.connect(self._ask_place)
        self.open_folder.clicked.connect(self._open_folder)
        self.retranslate()

    # Setting the pages

    def set_paper(self, wanted: Wanted) -> None:
        """Set the pages; nothing is handed over yet."""
        self.clear()
        self._vault = wanted.vault

        def ready(found: tuple[Extract, Paper]) -> None:
            self._set = found
            self._ended()

        self._begin(wanted.set_pages, ready)

    def make_pdf(self, wanted: Wanted, folder: Path) -> None:
        """Set the pages and hand them over as a locked PDF in ``folder``."""
        self.clear()
        self._vault = wanted.vault
        spoken = language()

        def work(progress: tasks.Progress) -> AsPdf:
            whole, paper = wanted.set_pages(progress)
            return as_pdf(wanted.vault, whole, paper.file, folder, spoken)

        def made(pdf: AsPdf) -> None:
            self._pdf = pdf
            self._ended()
            self.given.emit()

        self._begin(work, made)

    def _begin(self, work: Callable[[tasks.Progress], object], done: Callable[..., None]) -> None:
        self.progress.setRange(0, 0)
        self._task = tasks.run(self, work, done, self._failed)
        self._task.moved.connect(self._move)
        self.retranslate()

    def _move(self, done: int, total: int) -> None:
        self.progress.setRange(0, max(total, 1))
        self.progress.setValue(done)

    def _ended(self) -> None:
        self._task = None
        self.retranslate()

    def _failed(self, error: PhrError | OSError) -> None:
        self._ended()
        self.stopped.emit()
        if not isinstance(error, tasks.Cancelled):
            self.failed.emit(error)

    def _stop(self) -> None:
        if self._task is not None:
            self._task.progress.cancel()

    # Handing over

    def _handed_over(self) -> OnPaper | None:
        """The pages, once the history says that they were handed over."""
        if self._vault is None or self._set is None:
            return None
        if self._paper is None:
            whole, paper = self._set
            self._paper = on_paper(self._vault, whole, paper.file)
        else:
            paper_again(self._vault, self._paper.gid)
        self.retranslate()
        self.given.emit()
        return self._paper

    def _ask_printer(self) -> None:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        if QPrintDialog(printer, self).exec():
            self.print_on(printer)

    def print_on(self, printer: QPrinter) -> None:
        """Print the pages. The queue's name for them says nothing of what they are."""
        printer.setDocName("Carnet")
        self._hand_over(
            lambda paper, progress: print_document(paper.data, printer, 0, progress),
            lambda: self.tr("The pages are on their way to the printer."),
        )

    def _ask_place(self) -> None:
        place, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save the pages"), self.tr("extract.pdf"), "PDF (*.pdf)"
        )
        if place:
            self.save_as(Path(place))

    def save_as(self, place: Path) -> None:
        """Write the pages, unprotected, to the file ``place``: the person asked for it."""
        self._hand_over(
            lambda paper, _: write_private(place, paper.data),
            lambda: self.tr(
                "The pages are in %1. That file is not protected: print it, then delete it."
            ).replace("%1", str(place)),
        )

    def _hand_over(self, write: Callable[[OnPaper, tasks.Progress], object], say: Callable[[], str]) -> None:
        try:
            paper = self._handed_over()
        except (PhrError, OSError) as error:
            self.failed.emit(error)
            return
        if paper is not None:
            tasks.run(
                self,
                lambda progress: write(paper, progress),
                lambda _: self.said.emit(say()),
                self.failed.emit,
            )

    def _open_folder(self) -> None:
        if self._pdf is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._pdf.file.parent)))

    # What every step has

    def is_given(self) -> bool:
        """Whether something was handed over: there is no step back then."""
        return self._paper is not None or self._pdf is not None

    def is_busy(self) -> bool:
        """Whether pages are being set."""
        return self._task is not None

    def missing(self) -> str:
        """Nothing: to go on is to leave."""
        return ""

    def clear(self) -> None:
        """Forget the pages and the words."""
        if self._task is not None:
            self._task.cancel()
        self._vault = self._set = self._paper = self._pdf = self._task = None
        self.words.setText("")
        self._file.clear()
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language shown, as far as it has come."""
        busy, pdf = self.is_busy(), self._pdf
        ready = self._set is not None and not busy
        for widget in (self.progress, self.cancel):
            widget.setVisible(busy)
        for widget in (self.print, self.save):
            widget.setVisible(ready)
        self._secret.setVisible(pdf is not None)
        self._how.setVisible(not busy)
        self._end.setVisible(not busy)
        self.progress.setAccessibleName(self.tr("Progress of the pages"))
        self.cancel.setText(self.tr("Cancel"))
        self.print.setText(self.tr("&Print…"))
        self.save.setText(self.tr("&Save as PDF…"))
        self.open_folder.setText(self.tr("Open the folder"))
        self._words_heading.setText(self.tr("The six words"))
        if busy:
            self._heading.setText(self.tr("Setting the pages…"))
        elif pdf is not None:
            self._heading.setText(self.tr("The locked PDF is ready"))
            self._how.setText(
                self.tr(
                    "Send the PDF, and the words another way: by telephone, on paper. They are typed as they stand, "
                    "without accents, with a space between."
                )
            )
            self._file.setText(str(pdf.file))
            self.words.setText(pdf.words)
        elif self._set is not None:
            self._heading.setText(self.tr("%n page(s) are ready", "", self._set[1].pages))
            self._how.setText(
                self.tr(
                    "Printed, the pages are protected by nothing but your hand. Saved, the file is not protected "
                    "either: delete it once it is printed."
                )
            )
        self._end.setText(
            self.tr("It is handed over for good: there is nothing to take back. The history says so.")
            if self.is_given()
            else self.tr(
                "Once printed or saved, they are handed over for good: there is nothing to take back."
            )
        )
