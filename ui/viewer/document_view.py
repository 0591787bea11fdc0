"""One document: turned over, enlarged, turned round, searched and printed, from memory only."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QPixmap, QShortcut
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QLabel, QWidget

from ui.desktop import tasks
from ui.desktop.parts import Button, Field, Hint, SignButton, Words, column, row, scrolled
from ui.desktop.theme import Space
from ui.desktop.translated import Translated
from ui.viewer.drawing import Drawn, Mark, draw, find
from ui.viewer.printing import print_document

_LEAST, _MOST, _STEP = 0.5, 4.0, 1.25
_FULL = 1100
"""Pixels across a page that is not enlarged, where there is room."""
_PLACES = 500
"""Places found at most."""


class DocumentView(Translated):
    """Shows one document. ``printed`` tells how many sheets went to the printer.

    ``look_only``: it is somebody else who looks, so nothing is offered that could be kept: no printing, no copying.
    """

    printed = Signal(int)

    def __init__(self, *, look_only: bool = False) -> None:
        super().__init__()
        self._look_only = look_only
        self._data = b""
        self._name = ""
        self._page = self._turned = 0
        self._zoom = 1.0
        self._drawn = Drawn(0)
        self._marks: list[Mark] = []
        self._mark = -1
        self._asked = ""
        self._drawing: tasks.Task[Drawn] | None = None
        self._finding: tasks.Task[list[Mark]] | None = None
        self.picture = QLabel()
        self.picture.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.words = Words()
        if not look_only:
            self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.previous = SignButton("‹")
        self.next = SignButton("›")
        self.where = Hint()
        self.smaller = SignButton("−")
        self.larger = SignButton("+")
        self.turn = SignButton("↻")
        self.print = Button()
        self.search = Field()
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumWidth(300)
        self.found = Hint()
        self._build()
        self._connect()
        self.retranslate()
        self._offer()

    def _build(self) -> None:
        for short in (self.where, self.found):
            short.setWordWrap(False)
        tools = row(self.previous, self.where, self.next, self.smaller, self.larger, self.turn)
        tools.addWidget(self.print)
        self._searching = QWidget()
        self._searching.setLayout(row(self.search, self.found))
        content = QWidget()
        inside = column(self.words, self.picture)
        inside.addStretch(1)
        content.setLayout(inside)
        self.area = scrolled(content)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        layout = column(tools, self._searching, gap=Space.HALF)
        layout.addWidget(self.area, 1)
        self.setLayout(layout)

    def _connect(self) -> None:
        self.previous.clicked.connect(lambda: self._go(self._page - 1))
        self.next.clicked.connect(lambda: self._go(self._page + 1))
        self.smaller.clicked.connect(lambda: self._enlarge(1 / _STEP))
        self.larger.clicked.connect(lambda: self._enlarge(_STEP))
        self.turn.clicked.connect(self._turn_round)
        self.search.returnPressed.connect(self.find_next)
        keys = [
            (QKeySequence(QKeySequence.StandardKey.ZoomIn), self.larger.click),
            (QKeySequence(QKeySequence.StandardKey.ZoomOut), self.smaller.click),
            (QKeySequence("Ctrl+PgUp"), self.previous.click),
            (QKeySequence("Ctrl+PgDown"), self.next.click),
            (QKeySequence("R"), self.turn.click),
        ]
        if not self._look_only:
            self.print.clicked.connect(self._ask_printer)
            keys.append((QKeySequence(QKeySequence.StandardKey.Print), self.print.click))
        for key, do in keys:
            shortcut = QShortcut(key, self.area)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(do)

    # What is shown

    def show_document(self, name: str, data: bytes) -> None:
        """Show a document from its first page."""
        self.clear()
        self._name, self._data = name, data
        self.area.setAccessibleName(name)
        self._draw()

    def clear(self) -> None:
        """Forget it."""
        for task in (self._drawing, self._finding):
            if task is not None:
                task.cancel()
        self._drawing = self._finding = None
        self._data, self._name, self._asked = b"", "", ""
        self._page = self._turned = 0
        self._zoom = 1.0
        self._drawn = Drawn(0)
        self._marks, self._mark = [], -1
        self.picture.clear()
        self.words.clear()
        self.search.clear()
        self.found.clear()
        self.area.setAccessibleName("")
        self._offer()

    def _go(self, page: int) -> None:
        self._page = max(0, page)
        self.area.verticalScrollBar().setValue(0)
        self._draw()

    def _enlarge(self, factor: float) -> None:
        self._zoom = min(_MOST, max(_LEAST, self._zoom * factor))
        self._draw()

    def _turn_round(self) -> None:
        self._turned = (self._turned + 1) % 4
        self._draw()

    def _draw(self) -> None:
        if self._drawing is not None:
            self._drawing.cancel()
        room = max(300, self.area.viewport().width() - Space.SECTION)
        width = int(min(room, _FULL) * self._zoom * self.devicePixelRatioF())
        data, page, turned, marks = self._data, self._page, self._turned, tuple(self._marks)
        self._drawing = tasks.run(
            self, lambda _: draw(data, page, width, turned, marks), self._show, _refused
        )

    def _show(self, drawn: Drawn) -> None:
        self._drawing = None
        self._drawn = drawn
        self.picture.clear()
        if drawn.image is not None:
            drawn.image.setDevicePixelRatio(self.devicePixelRatioF())
            self.picture.setPixmap(QPixmap.fromImage(drawn.image))
        self._offer()
        if self._mark >= 0:
            self._scroll_to(self._marks[self._mark])

    def _offer(self) -> None:
        """Offer what this document can have done to it."""
        drawn = self._drawn
        for widget in (self.previous, self.next, self.where):
            widget.setVisible(drawn.pages > 1)
        self._searching.setVisible(drawn.searched)
        for button in (self.smaller, self.larger, self.turn):
            button.setVisible(drawn.image is not None)
        self.print.setVisible(drawn.image is not None and not self._look_only)
        self.previous.setEnabled(self._page > 0)
        self.next.setEnabled(self._page + 1 < drawn.pages)
        self._say()

    def _say(self) -> None:
        drawn = self._drawn
        self.where.setText(
            self.tr("Page %1 of %2").replace("%1", str(self._page + 1)).replace("%2", str(drawn.pages))
        )
        self.words.setText(drawn.text)
        if drawn.pages and drawn.image is None and not drawn.text:
            self.words.setText(
                self.tr("This document cannot be shown here.")
                if self._look_only
                else self.tr("This document cannot be shown here. A copy can be saved and opened elsewhere.")
            )
        self.words.setVisible(bool(self.words.text()))

    # Searching

    def find_next(self) -> None:
        """Find what is typed, from the first page on; once more, the next place."""
        text = self.search.text().strip()
        if text and text == self._asked:
            if self._marks:
                self._show_mark((self._mark + 1) % len(self._marks))
            return
        self._asked = text
        if self._finding is not None:
            self._finding.cancel()
        data = self._data
        self._finding = tasks.run(self, lambda _: find(data, text, _PLACES), self._show_found, _refused)

    def _show_found(self, marks: list[Mark]) -> None:
        self._finding = None
        self._marks = marks
        if marks:
            self._show_mark(0)
        else:
            self._mark = -1
            self.found.setText(self.tr("Not found") if self._asked else "")
            self._draw()

    def _show_mark(self, number: int) -> None:
        self._mark = number
        self.found.setText(f"{number + 1} / {len(self._marks)}")
        self._page = self._marks[number].page
        self._draw()

    def _scroll_to(self, mark: Mark) -> None:
        # The mark stands some way below the top; how far up the page it is, its points say well enough for A4.
        if self.picture.pixmap().isNull():
            return
        height = self.picture.pixmap().height() / self.devicePixelRatioF()
        self.area.verticalScrollBar().setValue(int(height * max(0.0, 1 - mark.top / 842) - 80))

    # Printing

    def _ask_printer(self) -> None:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        if QPrintDialog(printer, self).exec():
            self.print_on(printer)

    def print_on(self, printer: QPrinter) -> None:
        """Print all pages. The queue's name for it says nothing of what it is."""
        printer.setDocName("Carnet")
        data, turned = self._data, self._turned
        tasks.run(
            self,
            lambda progress: print_document(data, printer, turned, progress),
            self.printed.emit,
            _refused,
        )

    def retranslate(self) -> None:
        """Name what can be pressed."""
        for button, text in (
            (self.previous, self.tr("Previous page")),
            (self.next, self.tr("Next page")),
            (self.smaller, self.tr("Smaller")),
            (self.larger, self.tr("Larger")),
            (self.turn, self.tr("Turn")),
        ):
            button.name(text)
        self.print.setText(self.tr("Print…"))
        self.search.setPlaceholderText(self.tr("Search in this document"))
        self.search.setAccessibleName(self.tr("Search in this document"))
        self._say()


def _refused(error: Exception) -> None:
    """Drawing refuses nothing by an error of the world."""
    raise error
