"""Last step of giving access: the files, the words, and how to hand them over."""

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices

from sharing.envelope import Mode
from sharing.grants import NewGrant
from ui.desktop.dates import show_instant
from ui.desktop.parts import Button, Code, Heading, Hint, Panel, PrimaryButton, Words, column, row
from ui.desktop.theme import Space
from ui.desktop.translated import Translated


class DeliverStep(Translated):
    """What was made. ``card_asked`` is emitted for a card; the words can be hidden and shown again."""

    card_asked = Signal()
    receipt_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._made: NewGrant | None = None
        self._heading = Heading()
        self._files_heading = Heading()
        self.files = Words()
        self._large = Words()
        self._words_heading = Heading()
        self.words = Code()
        self.show_words = Button()
        self.show_words.setCheckable(True)
        self._how = Words()
        self.open_folder = Button()
        self.card = PrimaryButton()
        self.receipt = Button()
        self._end = Hint()
        files = Panel()
        files.setLayout(
            column(self._files_heading, self.files, self._large, row(self.open_folder), margin=Space.WIDE)
        )
        self._secret = Panel()
        self._secret.setLayout(
            column(self._words_heading, self.words, row(self.show_words), margin=Space.WIDE)
        )
        layout = column(
            self._heading, files, self._secret, self._how, row(self.card, self.receipt), self._end
        )
        layout.addStretch(1)
        self.setLayout(layout)
        self.show_words.toggled.connect(lambda _: self.retranslate())
        self.open_folder.clicked.connect(self._open_folder)
        self.card.clicked.connect(self.card_asked)
        self.receipt.clicked.connect(self.receipt_asked)
        self.retranslate()

    def show_made(self, made: NewGrant) -> None:
        """Show an access just made."""
        self._made = made
        self.show_words.setChecked(True)
        self.retranslate()

    def clear(self) -> None:
        """Forget it."""
        self._made = None
        self.words.setText("")
        self.files.clear()

    def _open_folder(self) -> None:
        if self._made is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._made.html.parent)))

    def missing(self) -> str:
        """Nothing: it is done."""
        return ""

    def retranslate(self) -> None:
        """Say everything in the language shown."""
        self._heading.setText(self.tr("The access is ready"))
        self._files_heading.setText(self.tr("Protected file"))
        self.open_folder.setText(self.tr("Open the folder"))
        self.card.setText(self.tr("Make the card…"))
        self.receipt.setText(self.tr("Sharing receipt…"))
        self._large.setText(
            self.tr(
                "The file is heavy: some browsers will not open it. Hand over the .phr file, together with the page "
                "reader.html."
            )
        )
        made = self._made
        if made is None:
            return
        self.files.setText(f"{made.html}\n{made.envelope}")
        self._large.setVisible(made.large)
        shown = self.show_words.isChecked()
        self.show_words.setText(self.tr("Hide the words") if shown else self.tr("Show the words again"))
        self._secret.setVisible(made.words is not None)
        self.words.setText((made.words or "") if shown else "• • • • •")
        self.card.setVisible(made.mode is Mode.CARD)
        self._words_heading.setText(
            self.tr("The six words") if made.mode is Mode.NO_WAY_BACK else self.tr("The five words")
        )
        self._how.setText(self._instructions(made.mode))
        self._end.setText(self.tr("Access ends: %1").replace("%1", show_instant(made.expires_at)))

    def _instructions(self, mode: Mode) -> str:
        if mode is Mode.CARD:
            return self.tr(
                "Hand over one of the two files, for example on a key. It stays closed until you make the card and "
                "hand it over too."
            )
        if mode is Mode.CODE:
            return self.tr(
                "Send one of the two files, and the words another way: by telephone, on paper. When the care "
                "professional reads you a code, choose “Allow opening”."
            )
        return self.tr("Send one of the two files, and the words another way: by telephone, on paper.")
