"""A document on the whole page: turned and enlarged here, drawn off the window's thread, never saved."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QLabel, QWidget

from ui.catalogue import translate
from ui.consultation.excerpt import File
from ui.desktop import tasks
from ui.desktop.parts import Button, Heading, Words, column, row, scrolled
from ui.desktop.theme import Space
from ui.viewer.drawing import Drawn, draw

_LEAST, _MOST, _STEP = 0.5, 4.0, 1.25


class DocumentView(QWidget):
    """Shows one document. ``left`` asks to go back to the items."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._file: File | None = None
        self._data = b""
        self._page = 0
        self._zoom = 1.0
        self._task: tasks.Task[Drawn] | None = None
        self._name = Heading()
        self._name.setTextFormat(Qt.TextFormat.PlainText)
        self.picture = QLabel()
        self.picture.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.words = Words()
        self.back = Button(translate("Consultation", "&Back to the items"))
        self.previous = Button(translate("Consultation", "&Previous page"))
        self.next = Button(translate("Consultation", "&Next page"))
        self.where = Words()
        self.smaller = Button(translate("Consultation", "S&maller"))
        self.larger = Button(translate("Consultation", "La&rger"))
        content = QWidget()
        inside = column(self.words, self.picture)
        inside.addStretch(1)
        content.setLayout(inside)
        self._area = scrolled(content)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self._area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        tools = row(self.back, self.previous, self.where, self.next, self.smaller, self.larger, gap=Space.ONE)
        layout = column(tools, self._name)
        layout.addWidget(self._area, 1)
        self.setLayout(layout)
        self.back.clicked.connect(self.left)
        self.previous.clicked.connect(lambda: self._turn(self._page - 1))
        self.next.clicked.connect(lambda: self._turn(self._page + 1))
        self.smaller.clicked.connect(lambda: self._enlarge(1 / _STEP))
        self.larger.clicked.connect(lambda: self._enlarge(_STEP))

    def show_file(self, file: File) -> None:
        """Show a document from its first page."""
        self._file = file
        self._data = file.data()
        self._zoom = 1.0
        self._name.setText(file.name or translate("Consultation", "document"))
        self._area.setAccessibleName(self._name.text())
        self._turn(0)

    def clear(self) -> None:
        """Forget it."""
        if self._task is not None:
            self._task.cancel()
            self._task = None
        self._file = None
        self._data = b""
        self.picture.clear()
        self.words.clear()
        self._name.clear()

    def _turn(self, page: int) -> None:
        self._page = max(0, page)
        self._draw()

    def _enlarge(self, factor: float) -> None:
        self._zoom = min(_MOST, max(_LEAST, self._zoom * factor))
        self._draw()

    def _draw(self) -> None:
        if self._task is not None:
            self._task.cancel()
        room = max(300, self._area.viewport().width() - Space.SECTION)
        width = int(min(room, 1100) * self._zoom * self.devicePixelRatioF())
        data, page = self._data, self._page
        self._task = tasks.run(self, lambda _: draw(data, page, width), self._drawn, _refused)

    def _drawn(self, drawn: Drawn) -> None:
        self._task = None
        self.picture.clear()
        self.words.setText(drawn.text)
        if drawn.image is not None:
            drawn.image.setDevicePixelRatio(self.devicePixelRatioF())
            self.picture.setPixmap(QPixmap.fromImage(drawn.image))
        elif not drawn.text:
            self.words.setText(translate("Consultation", "This document cannot be shown here."))
        self.words.setVisible(bool(self.words.text()))
        several = drawn.pages > 1
        for widget in (self.previous, self.next, self.where):
            widget.setVisible(several)
        for button in (self.smaller, self.larger):
            button.setVisible(drawn.image is not None)
        self.previous.setEnabled(self._page > 0)
        self.next.setEnabled(self._page + 1 < drawn.pages)
        self.where.setText(
            translate("Consultation", "Page %1 of %2")
            .replace("%1", str(self._page + 1))
            .replace("%2", str(drawn.pages))
        )
        self._area.verticalScrollBar().setValue(0)


def _refused(error: Exception) -> None:
    """Drawing refuses nothing by an error of the world."""
    raise error
