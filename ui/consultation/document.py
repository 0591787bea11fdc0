"""A document of the extract on the whole page: to be looked at, never printed, copied or saved."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.catalogue import translate
from ui.consultation.excerpt import File
from ui.desktop.parts import Button, Heading, column, row
from ui.desktop.theme import Space
from ui.viewer.document_view import DocumentView


class DocumentPage(QWidget):
    """Names the document that its ``viewer`` shows. ``left`` asks to go back to the items."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._name = Heading()
        self._name.setTextFormat(Qt.TextFormat.PlainText)
        self.back = Button(translate("Consultation", "&Back to the items"))
        self.viewer = DocumentView(look_only=True)
        layout = column(row(self.back, self._name, gap=Space.ONE))
        layout.addWidget(self.viewer, 1)
        self.setLayout(layout)
        self.back.clicked.connect(self.left)

    def show_file(self, file: File) -> None:
        """Show a document from its first page."""
        name = file.name or translate("Consultation", "document")
        self._name.setText(name)
        self.viewer.show_document(name, file.data())

    def clear(self) -> None:
        """Forget it."""
        self._name.clear()
        self.viewer.clear()
