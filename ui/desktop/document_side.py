"""What a document says, at the side of the record: results to confirm, text recognised in a picture."""

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QStackedWidget

from phr.errors import PhrError
from storage import document_text, proposals, recognition
from storage.errors import Cancelled
from storage.proposals import Offer
from ui.desktop import tasks
from ui.desktop.dates import typed_date
from ui.desktop.detail_pane import DetailPane
from ui.desktop.page import Page
from ui.desktop.proposal_panel import ProposalPanel
from ui.desktop.recognised_panel import RecognisedPanel

_LATER = 2000  # milliseconds


class DocumentSide(QObject):
    """Two panels of the record's side. ``opened`` and ``closed`` tell the page; ``written``, that it has more."""

    opened = Signal()
    closed = Signal()
    written = Signal()

    def __init__(self, page: Page, side: QStackedWidget, detail: DetailPane) -> None:
        super().__init__(page)
        self._page = page
        self._side = side
        self._entry = ""
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_LATER)
        self._later.timeout.connect(self._catch_up)
        self._task: tasks.Task[str] | None = None
        self.proposals = ProposalPanel()
        self.recognised = RecognisedPanel()
        for panel in (self.proposals, self.recognised):
            side.addWidget(panel)
            panel.dropped.connect(self.closed)
        detail.proposals_asked.connect(self.offer)
        detail.text_asked.connect(self.show_text)
        self.proposals.kept.connect(self._accept)
        self.recognised.asked.connect(self._recognise)
        self.recognised.stopped.connect(self._stop)

    def clear(self) -> None:
        """Forget everything."""
        self._later.stop()
        self._entry = ""
        self.proposals.clear()
        self.recognised.clear()

    def catch_up(self) -> None:
        """Read, in the background, the files of documents that came before files were read for search.

        A little later: whoever unlocks waits for what they want to see.
        """
        self._later.start()

    def _catch_up(self) -> None:
        vault = self._page.vault
        self._page.run(
            lambda progress: document_text.catch_up(vault, cancelled=progress.cancelled), lambda _: None
        )

    def offer(self, entry_id: str) -> None:
        """Read which results a document prints."""
        vault, self._entry = self._page.vault, entry_id
        self._page.run(lambda _: proposals.proposals(vault, entry_id), self._offered)

    def _offered(self, offer: Offer) -> None:
        self.proposals.begin(offer)
        self._side.setCurrentWidget(self.proposals)
        self.opened.emit()

    def _accept(self, numbers: list[int], date: str) -> None:
        made: list[str] = []
        vault, entry_id = self._page.vault, self._entry

        def accept() -> None:
            made.extend(proposals.accept(vault, entry_id, numbers, date=typed_date(date)))

        if self._page.attempt(accept):
            self._page.say(
                self.tr("%n result(s) added to the record, linked to the document.", "", len(made))
            )
            self.closed.emit()
            self.written.emit()

    def show_text(self, entry_id: str) -> None:
        """Show what was recognised in an entry's pictures, or offer to."""
        vault, self._entry = self._page.vault, entry_id
        text = document_text.recognised(vault, entry_id)
        self.recognised.begin(text, done=not recognition.can_recognise(vault, entry_id))
        self._side.setCurrentWidget(self.recognised)
        self.opened.emit()

    def _recognise(self) -> None:
        vault, entry_id = self._page.vault, self._entry
        self.recognised.wait()
        self._task = tasks.run(
            self,
            lambda progress: recognition.recognise(vault, entry_id, cancelled=progress.cancelled),
            lambda text: self.recognised.begin(text, done=True),
            self._failed,
        )

    def _failed(self, error: PhrError | OSError) -> None:
        self.recognised.begin("", done=False)
        if not isinstance(error, Cancelled):
            self._page.say_error(error)

    def _stop(self) -> None:
        if self._task is not None:
            self._task.progress.cancel()
