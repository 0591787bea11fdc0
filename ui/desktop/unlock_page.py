"""The first page: open a vault, or make one."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QProgressBar,
    QWidget,
)

from phr.errors import PhrError
from storage.vault import Vault, create, open_vault
from ui.desktop import tasks
from ui.desktop.message_bar import Level
from ui.desktop.page import Page
from ui.desktop.parts import (
    Button,
    Field,
    FieldName,
    Hint,
    Panel,
    PrimaryButton,
    Title,
    Words,
    column,
    row,
    scrolled,
)
from ui.desktop.strength import advice
from ui.desktop.theme import Size, Space


def default_vault() -> Path:
    """Where a first vault is proposed."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(documents) / "Carnet"


class UnlockPage(Page):
    """Open or create. ``unlocked`` carries the open vault."""

    unlocked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.folder = Field()
        self.passphrase = Field()
        self.again = Field()
        self.see = QCheckBox()
        self.choose = Button()
        self.go = PrimaryButton()
        self.other = Button()
        self.lost = Button()
        self._creating = False
        self._title = Title()
        self._intro = Words()
        self._strength = Hint()
        self._recover = Words()
        self._names = [FieldName() for _ in range(3)]
        self._busy = QProgressBar()
        self._busy.setRange(0, 0)
        self._busy.setTextVisible(False)
        self._busy.hide()
        self._build()
        for field in (self.passphrase, self.again):
            field.setEchoMode(QLineEdit.EchoMode.Password)
            field.returnPressed.connect(self.start)
        self.see.toggled.connect(self._show_passphrase)
        self.choose.clicked.connect(self._choose)
        self.go.clicked.connect(self.start)
        self.other.clicked.connect(lambda: self.ask(self.place(), creating=not self._creating))
        self.lost.clicked.connect(self._say_lost)
        self.passphrase.textChanged.connect(self._judge)
        self.retranslate()

    def _build(self) -> None:
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        place = row(gap=Space.HALF)
        place.insertWidget(0, self.folder, 1)
        place.insertWidget(1, self.choose)
        place.takeAt(2)
        for name, field in zip(self._names, (self.folder, self.passphrase, self.again), strict=True):
            name.setBuddy(field)
            field.setMinimumHeight(Size.CONTROL)
        form.addRow(self._names[0], place)
        form.addRow(self._names[1], self.passphrase)
        form.addRow(self._names[2], self.again)
        self.form = form
        panel = Panel()
        panel.setLayout(
            column(
                self._title,
                self._intro,
                form,
                self.see,
                self._strength,
                self._recover,
                self._busy,
                row(self.go, self.other, self.lost),
                margin=Space.PAGE,
                gap=Space.WIDE,
            )
        )
        panel.setFixedWidth(680)
        middle = QWidget()
        layout = QHBoxLayout(middle)
        layout.addStretch(1)
        layout.addWidget(panel, 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addStretch(1)
        self.setLayout(column(scrolled(middle)))

    def ask(self, folder: Path, *, creating: bool) -> None:
        """Ask for the passphrase of the vault in ``folder``, or for a new vault there."""
        self._creating = creating
        self.folder.setText(str(folder))
        self._empty()
        self.retranslate()
        self.passphrase.setFocus()

    def place(self) -> Path:
        """The folder as it is written in its field."""
        return Path(self.folder.text().strip()).expanduser()

    @property
    def creating(self) -> bool:
        """Whether a new vault is being made."""
        return self._creating

    def refresh(self) -> None:
        """Nothing of a vault is shown here."""

    def forget(self) -> None:
        """No passphrase stays in a field."""
        self._empty()

    def _empty(self) -> None:
        self.passphrase.clear()
        self.again.clear()
        self.see.setChecked(False)

    def _show_passphrase(self, visible: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if visible else QLineEdit.EchoMode.Password
        self.passphrase.setEchoMode(mode)
        self.again.setEchoMode(mode)

    def _choose(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self.tr("Folder of the vault"), str(self.place()))
        if folder:
            self.folder.setText(folder)

    def _judge(self) -> None:
        self._strength.setVisible(self._creating)
        self._strength.setText(advice(self.passphrase.text()))

    def _say_lost(self) -> None:
        self.say(
            self.tr(
                "Nobody, not even we, can find your passphrase again. Have you a recovery sheet, or close ones who "
                "keep a part of it? If not, this vault stays closed. Your care professionals and laboratories often "
                "have copies of their own."
            ),
            Level.WARNING,
        )

    def start(self) -> None:
        """Open or create, off the window's thread: the key takes a second on purpose."""
        folder, secret = self.place(), self.passphrase.text()
        if self._creating and secret != self.again.text():
            self.say(self.tr("The two passphrases differ. Please write them again."), Level.WARNING)
            self.again.setFocus()
            return
        self._set_busy(True)
        make = create if self._creating else open_vault
        tasks.run(self, lambda _: make(folder, secret), self._opened, self._failed)

    def _opened(self, vault: Vault) -> None:
        self._set_busy(False)
        self._empty()
        self.unlocked.emit(vault)

    def _failed(self, error: PhrError | OSError) -> None:
        self._set_busy(False)
        self.say_error(error)
        self.passphrase.selectAll()
        self.passphrase.setFocus()

    def _set_busy(self, busy: bool) -> None:
        self._busy.setVisible(busy)
        for widget in (self.folder, self.choose, self.passphrase, self.again, self.go, self.other):
            widget.setEnabled(not busy)

    def retranslate(self) -> None:
        """Say everything for opening, or for creating."""
        new = self._creating
        self._title.setText(self.tr("Make a vault") if new else self.tr("Open your vault"))
        self._intro.setText(
            self.tr("Your record stays on this computer, encrypted. Nothing is sent anywhere.")
            if new
            else self.tr(
                "Carnet keeps, protects and hands over your health documents. It does not interpret them."
            )
        )
        self._names[0].setText(self.tr("&Folder of the vault"))
        self._names[1].setText(self.tr("&Passphrase"))
        self._names[2].setText(self.tr("The same &again"))
        self.choose.setText(self.tr("Choose…"))
        self.see.setText(self.tr("&Show what I type"))
        self.go.setText(self.tr("Make the vault") if new else self.tr("Open"))
        self.other.setText(self.tr("Open a vault I have") if new else self.tr("Make a new vault"))
        self.lost.setText(self.tr("Passphrase lost?"))
        self.lost.setVisible(not new)
        self.form.setRowVisible(self.again, new)
        self._recover.setVisible(new)
        self._recover.setText(
            self.tr(
                "Nobody, not even we, can find this passphrase again. Write it on paper and keep the paper in a safe "
                "place. Whoever unlocks the vault sees everything in it."
            )
        )
        self._busy.setAccessibleName(self.tr("Working"))
        self._judge()
