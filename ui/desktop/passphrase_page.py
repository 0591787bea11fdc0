"""Another passphrase for the open vault."""

from PySide6.QtCore import Signal

from phr.errors import PhrError
from storage.errors import Cancelled
from ui.desktop import tasks
from ui.desktop.form import StackedForm
from ui.desktop.message_bar import Level
from ui.desktop.page import Page
from ui.desktop.parts import Button, FieldName, Hint, PrimaryButton, Title, Words, column, row
from ui.desktop.secret_field import SecretField
from ui.desktop.strength import advice
from ui.desktop.theme import Size, Space
from ui.desktop.work_bar import WorkBar


class PassphrasePage(Page):
    """The new passphrase, twice. ``left`` is emitted when there is nothing more to do here."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._title = Title()
        self._words = Words()
        self.new = SecretField()
        self.again = SecretField()
        self._strength = Hint()
        self.go = PrimaryButton()
        self.back = Button()
        self._names = [FieldName(), FieldName()]
        self.work = WorkBar()
        form = StackedForm()
        for name, field in zip(self._names, (self.new, self.again), strict=True):
            field.setMinimumHeight(Size.CONTROL)
            field.setMaximumWidth(520)
            form.add(name, field)
        layout = column(
            self._title,
            self._words,
            form,
            self._strength,
            row(self.go, self.back),
            self.work,
            margin=Space.SECTION,
            gap=Space.WIDE,
        )
        layout.addStretch(1)
        self.setLayout(layout)
        self.new.textChanged.connect(lambda: self._strength.setText(advice(self.new.text())))
        self.go.clicked.connect(self._change)
        self.back.clicked.connect(self._leave)
        self.retranslate()

    def _change(self) -> None:
        if self.new.text() != self.again.text():
            self.say(self.tr("The two passphrases differ. Please write them again."), Level.WARNING)
            return
        vault, secret = self.vault, self.new.text()
        task = tasks.run(
            self,
            lambda progress: vault.change_passphrase(secret, cancelled=progress.cancelled),
            lambda _: self._changed(),
            self._failed,
        )
        task.finished.connect(lambda: self._enable(True))
        self.work.watch(task, self.tr("Encrypting the record anew…"))
        self._enable(False)

    def _enable(self, enabled: bool) -> None:
        for widget in (self.new, self.again, self.go, self.back):
            widget.setEnabled(enabled)

    def _failed(self, error: PhrError | OSError) -> None:
        if isinstance(error, Cancelled):
            self.say(self.tr("Stopped. The passphrase is what it was."))
        else:
            self.say_error(error)

    def _changed(self) -> None:
        self._leave()
        self.say(self.tr("Passphrase changed. Copies and backups made before still open with the old one."))
        self.changed.emit()

    def _leave(self) -> None:
        self.forget()
        self.left.emit()

    def forget(self) -> None:
        """No passphrase stays in a field."""
        self.new.clear()
        self.again.clear()

    def retranslate(self) -> None:
        """Name the fields."""
        self._title.setText(self.tr("Change the passphrase"))
        self._words.setText(
            self.tr(
                "The record is encrypted anew with another key. Nobody, not even we, can find the passphrase again: "
                "write it on paper and keep the paper in a safe place."
            )
        )
        self._names[0].setText(self.tr("&New passphrase"))
        self._names[1].setText(self.tr("The same &again"))
        self.go.setText(self.tr("Change the passphrase"))
        self.back.setText(self.tr("Cancel"))
        self._strength.setText(advice(self.new.text()))
