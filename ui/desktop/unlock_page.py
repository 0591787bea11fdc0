"""The first page: open a vault, or make one."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QHBoxLayout,
    QProgressBar,
    QWidget,
)

from phr.errors import PhrError
from storage.vault import Vault, create, open_vault
from ui.desktop import tasks
from ui.desktop.first_run import FirstRun, default_vault
from ui.desktop.form import StackedForm
from ui.desktop.message_bar import Level
from ui.desktop.page import Page
from ui.desktop.parts import (
    Button,
    Field,
    FieldName,
    Panel,
    PrimaryButton,
    Title,
    Words,
    column,
    row,
    scrolled,
)
from ui.desktop.secret_field import SecretField
from ui.desktop.theme import Space


class UnlockPage(Page):
    """Open or create. ``unlocked`` carries the open vault, ``made`` says that it is new."""

    unlocked = Signal(object)
    made = Signal()
    sample_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.folder = Field()
        self.passphrase = SecretField()
        self.see = QCheckBox()
        self.choose = Button()
        self.go = PrimaryButton()
        self.other = Button()
        self.lost = Button()
        self.sample = Button()
        self.first = FirstRun()
        self._title = Title()
        self._intro = Words()
        self._names = [FieldName() for _ in range(2)]
        self._busy = QProgressBar()
        self._busy.setRange(0, 0)
        self._busy.setTextVisible(False)
        self._busy.hide()
        self._build()
        self.passphrase.returnPressed.connect(self.start)
        self.see.toggled.connect(self.passphrase.reveal)
        self.choose.clicked.connect(self._choose)
        self.go.clicked.connect(self.start)
        self.other.clicked.connect(lambda: self.ask(default_vault(), creating=True))
        self.lost.clicked.connect(self._say_lost)
        self.sample.clicked.connect(self.sample_asked)
        self.first.open_asked.connect(lambda: self.ask(self.first.place(), creating=False))
        self.first.sample_asked.connect(self.sample_asked)
        self.first.wanted.connect(self.start)
        self.first.differ.connect(self._say_differ)
        self.retranslate()

    def _build(self) -> None:
        form = StackedForm()
        place = row(gap=Space.HALF)
        place.insertWidget(0, self.folder, 1)
        place.insertWidget(1, self.choose)
        place.takeAt(2)
        form.add(self._names[0], place, self.folder)
        form.add(self._names[1], self.passphrase)
        self._opening = QWidget()
        self._opening.setLayout(
            column(
                self._title,
                self._intro,
                form,
                self.see,
                row(self.go, self.lost),
                row(self.other, self.sample),
                gap=Space.WIDE,
            )
        )
        panel = Panel()
        panel.setLayout(column(self._opening, self.first, self._busy, margin=Space.PAGE, gap=Space.WIDE))
        panel.setMinimumWidth(680)
        middle = QWidget()
        layout = QHBoxLayout(middle)
        layout.addStretch(1)
        layout.addWidget(panel, 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addStretch(1)
        self.setLayout(column(scrolled(middle)))

    def ask(self, folder: Path, *, creating: bool) -> None:
        """Ask for the passphrase of the vault in ``folder``, or for a new vault there."""
        self._opening.setVisible(not creating)
        self.first.setVisible(creating)
        self._empty()
        if creating:
            self.first.begin(folder)
        else:
            self.folder.setText(str(folder))
            self.passphrase.setFocus()

    def place(self) -> Path:
        """The folder as it is written in its field."""
        if self.creating:
            return self.first.place()
        return Path(self.folder.text().strip()).expanduser()

    @property
    def creating(self) -> bool:
        """Whether a new vault is being made."""
        return not self.first.isHidden()

    def forget(self) -> None:
        """No passphrase stays in a field."""
        self._empty()

    def _empty(self) -> None:
        self.passphrase.clear()
        self.see.setChecked(False)
        self.first.empty()

    def _choose(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self.tr("Folder of the vault"), str(self.place()))
        if folder:
            self.folder.setText(folder)

    def _say_lost(self) -> None:
        self.say(
            self.tr(
                "Nobody, not even we, can find your passphrase again. Look where you may have written it down, and "
                "for a backup whose passphrase you know: it opens with the one it was made with. If you find "
                "neither, this vault stays closed. Your care professionals and laboratories often have copies of "
                "their own."
            ),
            Level.WARNING,
        )

    def _say_differ(self) -> None:
        self.say(self.tr("The two passphrases differ. Please write them again."), Level.WARNING)

    def start(self) -> None:
        """Open or create, off the window's thread: the key takes a second on purpose."""
        folder, creating = self.place(), self.creating
        secret = self.first.passphrase.text() if creating else self.passphrase.text()
        self.set_busy(True)
        make = create if creating else open_vault
        tasks.run(
            self, lambda _: make(folder, secret), lambda vault: self._opened(vault, creating), self._failed
        )

    def _opened(self, vault: Vault, creating: bool) -> None:
        self.set_busy(False)
        self._empty()
        self.unlocked.emit(vault)
        if creating:
            self.made.emit()

    def _failed(self, error: PhrError | OSError) -> None:
        self.set_busy(False)
        self.say_error(error)
        if not self.creating:
            self.passphrase.selectAll()
            self.passphrase.setFocus()

    def set_busy(self, busy: bool) -> None:
        """Show that something is being opened or made, and take no other order meanwhile."""
        self._busy.setVisible(busy)
        self._opening.setEnabled(not busy)
        self.first.setEnabled(not busy)

    def retranslate(self) -> None:
        """Say everything for opening."""
        self._title.setText(self.tr("Open your vault"))
        self._intro.setText(
            self.tr(
                "Carnet keeps, protects and hands over your health documents. It does not interpret them."
            )
        )
        self._names[0].setText(self.tr("&Folder of the vault"))
        self._names[1].setText(self.tr("&Passphrase"))
        self.choose.setText(self.tr("Choose…"))
        self.see.setText(self.tr("&Show what I type"))
        self.go.setText(self.tr("Open"))
        self.other.setText(self.tr("Make a new vault"))
        self.lost.setText(self.tr("Passphrase lost?"))
        self.sample.setText(self.tr("Look around a sample record"))
        self._busy.setAccessibleName(self.tr("Working"))
