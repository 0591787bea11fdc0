"""Settings: how the window looks, when it locks, and the keeping of the vault: backups, exports, its state."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFileDialog, QWidget

from phr.errors import PhrError
from storage import backup as backups
from storage import export, verify
from storage.errors import Cancelled
from storage.journal import Fault
from ui.desktop import tasks
from ui.desktop.confirm import Confirm
from ui.desktop.files import write_private_stream
from ui.desktop.form import Form
from ui.desktop.message_bar import Level
from ui.desktop.page import Page
from ui.desktop.parts import Button, FieldName, Heading, Hint, Title, Words, column, row, scrolled
from ui.desktop.settings import LOCK_AFTER, TEXT_SIZES, Settings
from ui.desktop.theme import SCHEMES, Size, Space
from ui.desktop.work_bar import WorkBar

T = TypeVar("T")


class SettingsPage(Page):
    """What it changes of the window goes out by its signals at once; nothing has to be confirmed or restarted."""

    language_chosen = Signal(str)
    scheme_chosen = Signal(str)
    text_size_chosen = Signal(int)
    simple_chosen = Signal(bool)
    lock_after_chosen = Signal(int)
    passphrase_asked = Signal()

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._title = Title()
        self._window_heading, self._vault_heading = Heading(), Heading()
        self.language = _choice(("fr", "en"))
        self.scheme = _choice(SCHEMES)
        self.text_size = _choice(TEXT_SIZES)
        self.lock_after = _choice(LOCK_AFTER)
        self.simple = QCheckBox()
        self._simple_words = Hint()
        self._names = [FieldName() for _ in range(4)]
        self._place = Words()
        self.back_up, self.check, self.export, self.passphrase = Button(), Button(), Button(), Button()
        self._backup_words, self._export_words = Hint(), Hint()
        self.confirm = Confirm()
        self.work = WorkBar()
        form = Form()
        for name, box in zip(self._names, self._choices(), strict=True):
            form.add(name, box)
        content = QWidget()
        layout = column(self._window_heading, form, self.simple, self._simple_words)
        layout.addSpacing(Space.SECTION)
        for thing in (self._vault_heading, self._place, self._backup_words, self._export_words, self.confirm):
            layout.addWidget(thing)
        layout.addLayout(row(self.back_up, self.check))
        layout.addLayout(row(self.export, self.passphrase))
        layout.addWidget(self.work)
        layout.addStretch(1)
        content.setLayout(layout)
        outer = column(self._title, margin=Space.SECTION)
        outer.addWidget(scrolled(content), 1)
        self.setLayout(outer)
        self._remember(settings)
        self._connect()
        self.retranslate()

    def _choices(self) -> tuple[QComboBox, ...]:
        return self.language, self.scheme, self.text_size, self.lock_after

    def _remember(self, settings: Settings) -> None:
        for box, value in zip(
            self._choices(),
            (settings.language, settings.scheme, settings.text_size, settings.lock_after),
            strict=True,
        ):
            box.setCurrentIndex(max(0, box.findData(value)))
        self.simple.setChecked(settings.simple)

    def _connect(self) -> None:
        for box, signal in zip(
            self._choices(),
            (self.language_chosen, self.scheme_chosen, self.text_size_chosen, self.lock_after_chosen),
            strict=True,
        ):
            box.activated.connect(lambda _=0, box=box, signal=signal: signal.emit(box.currentData()))
        self.simple.toggled.connect(self.simple_chosen)
        self.back_up.clicked.connect(self.ask_backup)
        self.check.clicked.connect(self.check_vault)
        self.export.clicked.connect(self._ask_export)
        self.passphrase.clicked.connect(self.passphrase_asked)

    def show_language(self, code: str) -> None:
        """Show which language was chosen elsewhere."""
        self.language.setCurrentIndex(self.language.findData(code))

    def show_scheme(self, scheme: str) -> None:
        """Show which colours were chosen elsewhere."""
        self.scheme.setCurrentIndex(self.scheme.findData(scheme))

    # The vault

    def ask_backup(self) -> None:
        """Ask where the backup is to be, and make it."""
        folder = self.ask_folder(self.tr("Folder for the backup, best on another disk"))
        if folder:
            self.back_up_to(Path(folder))

    def back_up_to(self, folder: Path) -> None:
        """Make a backup in ``folder``."""
        vault = self.vault
        self._work(
            lambda progress: backups.backup(vault, folder, cancelled=progress.cancelled),
            self._say_backup,
            self.tr("Making the backup…"),
        )

    def _work(self, work: Callable[[tasks.Progress], T], done: Callable[[T], None], words: str) -> None:
        """Do one thing with the whole vault, and no other meanwhile."""
        task = tasks.run(self, work, done, self._say_failed)
        task.finished.connect(lambda: self._enable(True))
        self.work.watch(task, words)
        self._enable(False)

    def _enable(self, enabled: bool) -> None:
        for button in (self.back_up, self.check, self.export, self.passphrase):
            button.setEnabled(enabled)

    def _say_failed(self, error: PhrError | OSError) -> None:
        if isinstance(error, Cancelled | tasks.Cancelled):
            self.say(self.tr("Stopped. Nothing was changed, and nothing was left half done."))
        else:
            self.say_error(error)

    def _say_backup(self, place: Path) -> None:
        self.changed.emit()
        self.say(
            self.tr("The backup is in %1. It opens with the passphrase of today.").replace("%1", str(place))
        )

    def check_vault(self) -> None:
        """Verify the whole vault."""
        vault = self.vault
        self._work(
            lambda progress: verify.verify(vault, cancelled=progress.cancelled),
            self._say_checked,
            self.tr("Checking the vault…"),
        )

    def _say_checked(self, faults: list[Fault]) -> None:
        if faults:
            said = self.tr("%n thing(s) are not as they were written. Restore a backup.", "", len(faults))
            self.say(said, Level.ERROR)
        else:
            self.say(self.tr("Checked: everything in the vault is as it was written."))

    def _ask_export(self) -> None:
        self.confirm.ask(
            self.tr(
                "The export holds the whole record of everybody in this vault, what you keep private too, without any "
                "protection: whoever has the file can read it."
            ),
            self.tr("Go back"),
            self.tr("Export all the same"),
            self._ask_export_place,
        )

    def _ask_export_place(self) -> None:
        place, _ = QFileDialog.getSaveFileName(
            self, self.tr("Export the record"), "carnet.json", "FHIR (*.json)"
        )
        if place:
            self.export_to(Path(place))

    def export_to(self, place: Path) -> None:
        """Write everything as FHIR, unprotected."""
        vault = self.vault

        def work(progress: tasks.Progress) -> None:
            write_private_stream(place, export.export_fhir(vault), lambda: progress.say(0, 0))

        self._work(work, lambda _: self._say_exported(place), self.tr("Exporting the record…"))

    def _say_exported(self, place: Path) -> None:
        self.changed.emit()
        self.say(self.tr("The record is in %1, unprotected.").replace("%1", str(place)), Level.WARNING)

    def read(self) -> None:
        """Show which vault is open."""
        self._place.setText(self.tr("This vault is in %1.").replace("%1", str(self.vault.folder)))

    def forget(self) -> None:
        """Show no vault."""
        self._place.clear()
        self.confirm.withdraw()

    def retranslate(self) -> None:
        """Say everything in the language shown."""
        self._title.setText(self.tr("Settings"))
        self._window_heading.setText(self.tr("The window"))
        self._vault_heading.setText(self.tr("The vault"))
        for name, text in zip(
            self._names,
            (self.tr("&Language"), self.tr("&Colours"), self.tr("&Text size"), self.tr("&Lock after")),
            strict=True,
        ):
            name.setText(text)
        self.language.setItemText(0, "Français")
        self.language.setItemText(1, "English")
        for place, text in enumerate((self.tr("Those of the system"), self.tr("Light"), self.tr("Dark"))):
            self.scheme.setItemText(place, text)
        for place, text in enumerate((self.tr("Normal"), self.tr("Large"), self.tr("Very large"))):
            self.text_size.setItemText(place, text)
        for place, minutes in enumerate(LOCK_AFTER):
            self.lock_after.setItemText(place, self.tr("%n minute(s) without a touch", "", minutes))
        self.simple.setText(self.tr("Simple window: four pages"))
        self._simple_words.setText(self.tr("The other pages stay within reach in the View menu."))
        self.back_up.setText(self.tr("Make a backup…"))
        self.check.setText(self.tr("Check the vault"))
        self.export.setText(self.tr("Export the record…"))
        self.passphrase.setText(self.tr("Change the passphrase…"))
        self._backup_words.setText(
            self.tr(
                "A backup is encrypted as the vault is. It gives no access: after it is restored, accesses are to be "
                "renewed. Keep one on another disk, in another place."
            )
        )
        self._export_words.setText(
            self.tr("An export is for another program that reads FHIR. It is not protected.")
        )
        self.refresh()


def _choice(values: tuple[object, ...]) -> QComboBox:
    box = QComboBox()
    box.setMinimumHeight(Size.CONTROL)
    box.setFixedWidth(380)
    for value in values:
        box.addItem("", value)
    return box
