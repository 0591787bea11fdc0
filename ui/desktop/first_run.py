"""Making a vault, in a minute: a passphrase, then a place. The first document comes after, on :mod:`first_document`."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths, Signal
from PySide6.QtWidgets import QCheckBox, QFileDialog, QStackedWidget, QWidget

from sharing.wordlist import draw, fold
from ui.catalogue import language
from ui.desktop.parts import Button, Field, FieldName, Hint, PrimaryButton, Title, Words, column, row
from ui.desktop.secret_field import SecretField
from ui.desktop.strength import advice_and_effort
from ui.desktop.synchronised import synchroniser
from ui.desktop.theme import Space
from ui.desktop.translated import Translated

WORDS = 6
"""Of a passphrase that is proposed: 66 bits."""


def default_vault() -> Path:
    """Where a first vault is proposed."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(documents) / "Carnet"


class FirstRun(Translated):
    """Two steps. ``wanted``: the vault is to be made; ``differ``: the two passphrases are not the same."""

    wanted = Signal()
    differ = Signal()
    open_asked = Signal()
    sample_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._title = Title()
        self._step = Hint()
        self.steps = QStackedWidget()
        self.passphrase = SecretField()
        self.again = SecretField()
        self.see = QCheckBox()
        self.propose = Button()
        self.next = PrimaryButton()
        self.have = Button()
        self.sample = Button()
        self.folder = Field()
        self.choose = Button()
        self.make = PrimaryButton()
        self.back = Button()
        self._intro = Words()
        self._proposed = Hint()
        self._strength = Words()
        self._recover = Words()
        self._where = Words()
        self._synchronised = Words()
        self._names = {field: FieldName() for field in (self.passphrase, self.again, self.folder)}
        for field, name in self._names.items():
            name.setBuddy(field)
        self.steps.addWidget(self._first())
        self.steps.addWidget(self._second())
        self.setLayout(column(self._step, self._title, self.steps, gap=Space.WIDE))
        for field in (self.passphrase, self.again):
            field.returnPressed.connect(self.go_on)
            self.see.toggled.connect(field.reveal)
        self.folder.returnPressed.connect(self.wanted)
        self.passphrase.textChanged.connect(self._judge)
        self.propose.clicked.connect(self._propose)
        self.next.clicked.connect(self.go_on)
        self.back.clicked.connect(lambda: self._turn(0))
        self.have.clicked.connect(self.open_asked)
        self.sample.clicked.connect(self.sample_asked)
        self.folder.textChanged.connect(self._look)
        self.choose.clicked.connect(self._choose)
        self.make.clicked.connect(self.wanted)
        self.retranslate()

    def _first(self) -> QWidget:
        step = QWidget()
        layout = column(
            self._intro,
            self._names[self.passphrase],
            self.passphrase,
            self._strength,
            self._names[self.again],
            self.again,
            row(self.see, self.propose),
            self._proposed,
            self._recover,
            row(self.next, self.have, self.sample),
            gap=Space.ONE,
        )
        layout.addStretch(1)
        step.setLayout(layout)
        return step

    def _second(self) -> QWidget:
        step = QWidget()
        place = row(gap=Space.HALF)
        place.insertWidget(0, self.folder, 1)
        place.insertWidget(1, self.choose)
        place.takeAt(2)
        layout = column(
            self._where,
            self._names[self.folder],
            place,
            self._synchronised,
            row(self.make, self.back),
            gap=Space.ONE,
        )
        layout.addStretch(1)
        step.setLayout(layout)
        return step

    def begin(self, folder: Path) -> None:
        """Begin anew; ``folder`` is proposed."""
        self.empty()
        self.folder.setText(str(folder))
        self._turn(0)

    def place(self) -> Path:
        """The folder as it is written in its field."""
        return Path(self.folder.text().strip()).expanduser()

    def empty(self) -> None:
        """No passphrase stays in a field."""
        self.passphrase.clear()
        self.again.clear()
        self._proposed.clear()
        self._proposed.hide()
        self.see.setChecked(False)

    def go_on(self) -> None:
        """To the second step, if the passphrase was written twice."""
        if not self.passphrase.text():
            self.passphrase.setFocus()
        elif self.passphrase.text() != self.again.text():
            self.differ.emit()
            self.again.setFocus()
        else:
            self._turn(1)

    def _turn(self, step: int) -> None:
        self.steps.setCurrentIndex(step)
        self.retranslate()
        (self.folder if step else self.passphrase).setFocus()

    def _propose(self) -> None:
        """Words without accents, so that any keyboard writes them alike."""
        words = fold(draw(WORDS, language()))
        self.passphrase.setText(words)
        self.again.clear()
        self.see.setChecked(True)
        self._proposed.show()
        self.retranslate()
        self.again.setFocus()

    def _judge(self) -> None:
        text = self.passphrase.text()
        self._strength.setText(advice_and_effort(text))

    def _choose(self) -> None:
        folder = QFileDialog.getExistingDirectory(
            self, self.tr("Folder of the vault"), str(self.place().parent)
        )
        if folder:
            self.folder.setText(str(_within(Path(folder))))

    def _look(self) -> None:
        found = synchroniser(self.place())
        self._synchronised.setVisible(bool(found))
        self._synchronised.setText(
            self.tr(
                "This folder seems to be copied elsewhere by %1. Nobody reads the vault there without the "
                "passphrase, but old versions stay there: what you delete here is not deleted from them. A vault "
                "that two computers change at once may break. A folder that is not synchronised is safer."
            ).replace("%1", found)
        )

    def retranslate(self) -> None:
        """Say everything in the language shown."""
        second = self.steps.currentIndex() == 1
        self._step.setText(self.tr("Step %1 of 3").replace("%1", "2" if second else "1"))
        self._title.setText(self.tr("Where the vault stands") if second else self.tr("Make a vault"))
        self._intro.setText(
            self.tr(
                "Your record stays on this computer, encrypted. Nothing is sent anywhere. One passphrase opens it."
            )
        )
        self._names[self.passphrase].setText(self.tr("&Passphrase"))
        self._names[self.again].setText(self.tr("The same &again"))
        self._names[self.folder].setText(self.tr("&Folder of the vault"))
        self.see.setText(self.tr("&Show what I type"))
        self.propose.setText(self.tr("Propose six words"))
        self._proposed.setText(
            self.tr("Drawn by chance. Write them on paper now, then type them again in the second field.")
        )
        self._recover.setText(
            self.tr(
                "Nobody, not even we, can find this passphrase again. Write it on paper and keep the paper in a safe "
                "place. Whoever unlocks the vault sees everything in it."
            )
        )
        self.next.setText(self.tr("Continue"))
        self.have.setText(self.tr("Open a vault I have"))
        self.sample.setText(self.tr("Look around a sample record"))
        self._where.setText(
            self.tr(
                "The folder below suits most people. A USB stick works too: lock the vault before you take it out, "
                "and keep a backup elsewhere."
            )
        )
        self.choose.setText(self.tr("Choose…"))
        self.make.setText(self.tr("Make the vault"))
        self.back.setText(self.tr("Back"))
        self._judge()
        self._look()


def _within(folder: Path) -> Path:
    """A folder of its own in one that holds something already, such as a stick."""
    try:
        return folder / "Carnet" if any(folder.iterdir()) else folder
    except OSError:
        return folder
