"""What stands at the right of the table for an item that is closed: that it is, and the way to open it."""

from PySide6.QtCore import Signal

from phr.entry import Entry
from ui.desktop.names import title_of
from ui.desktop.parts import Button, Heading, Words, column, row
from ui.desktop.theme import Space
from ui.desktop.translated import Translated


class ClosedPane(Translated):
    """Kind and date of one closed item."""

    open_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._entry: Entry | None = None
        self.title = Heading()
        self.title.setWordWrap(True)
        self._words = Words()
        self.open = Button()
        layout = column(self.title, self._words, row(self.open), margin=Space.WIDE)
        layout.addStretch(1)
        self.setLayout(layout)
        self.open.clicked.connect(self.open_asked)
        self.retranslate()

    def show_one(self, entry: Entry | None) -> None:
        """Show a closed item, or nothing."""
        self._entry = entry
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language shown."""
        self.title.setText(title_of(self._entry) if self._entry else "")
        self._words.setText(
            self.tr(
                "This item is closed: you chose not to see it for now. Only its kind and its date are shown, and "
                "searching words does not find it. It is not kept private."
            )
        )
        self.open.setText(self.tr("Open it"))
