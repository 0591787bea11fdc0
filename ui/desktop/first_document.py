"""The third step of the first run: the vault is open, and a first document may come in."""

from PySide6.QtCore import Signal

from ui.desktop.page import Page
from ui.desktop.parts import Button, Hint, Panel, PrimaryButton, Title, Words, column, row
from ui.desktop.theme import Space


class FirstDocumentPage(Page):
    """Says what can be done with an empty record. ``left``: look at it as it is."""

    files_asked = Signal()
    sample_asked = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._step = Hint()
        self._title = Title()
        self._words = Words()
        self.choose = PrimaryButton()
        self.sample = Button()
        self.later = Button()
        self._about_sample = Hint()
        target = Panel()
        target.setLayout(column(self._words, row(self.choose, self.later), margin=Space.PAGE, gap=Space.WIDE))
        layout = column(
            self._step,
            self._title,
            target,
            self._about_sample,
            row(self.sample),
            margin=Space.SECTION,
            gap=Space.WIDE,
        )
        layout.addStretch(1)
        self.setLayout(layout)
        self.choose.clicked.connect(self.files_asked)
        self.sample.clicked.connect(self.sample_asked)
        self.later.clicked.connect(self.left)
        self.retranslate()

    def refresh(self) -> None:
        """Nothing of the record is shown here."""

    def forget(self) -> None:
        """Nothing of the record is shown here."""

    def retranslate(self) -> None:
        """Say everything in the language shown."""
        self._step.setText(self.tr("Step %1 of 3").replace("%1", "3"))
        self._title.setText(self.tr("A first document"))
        self._words.setText(
            self.tr(
                "Drop a file anywhere in this window: a letter, a laboratory report, a photograph of a paper, or "
                "everything that a hospital or a platform gave you. You see what it holds before anything is saved."
            )
        )
        self.choose.setText(self.tr("Choose files…"))
        self.later.setText(self.tr("Begin with an empty record"))
        self._about_sample.setText(
            self.tr(
                "Or look around first: a made-up person's record, in a vault of its own. Yours is locked meanwhile, "
                "and the sample goes away whole when you leave it."
            )
        )
        self.sample.setText(self.tr("Look around a sample record"))
