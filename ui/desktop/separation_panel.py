"""A record gets a vault of its own: what that means, a place, and a passphrase that the person chooses."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFileDialog, QProgressBar

from storage.people import Person
from ui.desktop.parts import Button, Field, FieldName, Heading, Hint, Panel, PrimaryButton, Words, column, row
from ui.desktop.secret_field import SecretField
from ui.desktop.strength import advice_and_effort
from ui.desktop.synchronised import synchroniser
from ui.desktop.theme import Space
from ui.desktop.translated import Translated

_WIDTH = 520


class SeparationPanel(Translated):
    """``wanted``: the fields are filled in; ``differ``: the two passphrases are not the same; ``stopped``: not now."""

    wanted = Signal()
    differ = Signal()
    stopped = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.person: Person | None = None
        self._heading = Heading()
        self._leaves = Words()
        self._stays = Words()
        self.folder = Field()
        self.choose = Button()
        self._warning = Hint()
        self.passphrase = SecretField()
        self.again = SecretField()
        self.see = QCheckBox()
        self._strength = Hint()
        self.go = PrimaryButton()
        self.drop = Button()
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self._names = [FieldName() for _ in range(3)]
        for name, field in zip(self._names, (self.folder, self.passphrase, self.again), strict=True):
            name.setBuddy(field)
            field.setFixedWidth(_WIDTH)
        panel = Panel()
        panel.setLayout(
            column(
                self._heading,
                self._leaves,
                self._stays,
                self._names[0],
                row(self.folder, self.choose),
                self._warning,
                self._names[1],
                row(self.passphrase, self.see),
                self._strength,
                self._names[2],
                row(self.again),
                self.bar,
                row(self.go, self.drop),
                margin=Space.WIDE,
                gap=Space.HALF,
            )
        )
        for field in (self.passphrase, self.again):
            self.see.toggled.connect(field.reveal)
        self.passphrase.textChanged.connect(self._judge)
        self.folder.textChanged.connect(self._look)
        self.choose.clicked.connect(self._choose)
        self.go.clicked.connect(self._ask)
        self.again.returnPressed.connect(self._ask)
        self.drop.clicked.connect(self.stopped)
        self.set_busy(False)
        self.setLayout(column(panel))
        self.retranslate()
        self.hide()

    def begin(self, person: Person, folder: Path) -> None:
        """Ask for ``person``; ``folder`` is proposed."""
        self.empty()
        self.person = person
        self.folder.setText(str(folder))
        self.retranslate()
        self.show()
        self.passphrase.setFocus()

    def empty(self) -> None:
        """Hold nothing, and go."""
        self.person = None
        for field in (self.folder, self.passphrase, self.again):
            field.clear()
        self.see.setChecked(False)
        self._heading.clear()
        self.set_busy(False)
        self.hide()

    def set_busy(self, busy: bool) -> None:
        """Show that the record moves; the one thing to do then is to stop."""
        self.bar.setVisible(busy)
        self.bar.setRange(0, 0)
        for widget in (self.folder, self.choose, self.passphrase, self.again, self.see, self.go):
            widget.setEnabled(not busy)

    def show_progress(self, done: int, total: int) -> None:
        """So much of it is done."""
        self.bar.setRange(0, total)
        self.bar.setValue(done)

    def place(self) -> Path:
        """The folder as it is written in its field."""
        return Path(self.folder.text().strip()).expanduser()

    def _ask(self) -> None:
        if not self.folder.text().strip():
            self.folder.setFocus()
        elif not self.passphrase.text():
            self.passphrase.setFocus()
        elif self.passphrase.text() != self.again.text():
            self.differ.emit()
            self.again.setFocus()
        else:
            self.wanted.emit()

    def _choose(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self.tr("Folder of the new vault"))
        if folder:
            self.folder.setText(folder)

    def _look(self) -> None:
        provider = synchroniser(self.place()) if self.folder.text().strip() else ""
        self._warning.setText(
            self.tr("%1 copies this folder to its computers, encrypted as it is.").replace("%1", provider)
        )
        self._warning.setVisible(bool(provider))

    def _judge(self) -> None:
        typed = self.passphrase.text()
        self._strength.setText(advice_and_effort(typed))

    def retranslate(self) -> None:
        """Say everything."""
        name = self.person.name if self.person else ""
        self._heading.setText(self.tr("A vault of its own for the record of %1").replace("%1", name))
        self._leaves.setText(
            self.tr(
                "The whole record leaves this vault for a new one, with other keys and a passphrase that this person "
                "chooses and types. Its running accesses end: give them again from the new vault."
            )
        )
        self._stays.setText(
            self.tr(
                "What was made before cannot be taken back: backups and copies still hold this record and open with "
                "the passphrase of this vault; files, codes and cards already given stay readable."
            )
        )
        self._names[0].setText(self.tr("&Folder of the new vault"))
        self._names[1].setText(self.tr("New &passphrase"))
        self._names[2].setText(self.tr("The same &again"))
        self.choose.setText(self.tr("Choose…"))
        self.see.setText(self.tr("&Show what I type"))
        self.go.setText(self.tr("Separate this record"))
        self.drop.setText(self.tr("Cancel"))
        self.bar.setAccessibleName(self.tr("The record moves"))
        self._judge()
        self._look()
