"""Allowing one opening: the doctor's code in, the opening code out."""

from PySide6.QtCore import Signal

from sharing import grants as sharing
from sharing.grants import Asking, Release
from ui.catalogue import language
from ui.desktop.clipboard import SecretClipboard
from ui.desktop.confirm import Confirm
from ui.desktop.page import Page
from ui.desktop.parts import (
    Button,
    Code,
    Field,
    FieldName,
    Heading,
    Hint,
    Panel,
    PrimaryButton,
    Title,
    Words,
    column,
    row,
)
from ui.desktop.theme import Space


class ReleasePage(Page):
    """Three moments, one below the other: the code that is read out, who asks, the code to read back."""

    left = Signal()

    def __init__(self, clipboard: SecretClipboard) -> None:
        super().__init__()
        self._clipboard = clipboard
        self._answer: Release | None = None
        self._title = Title()
        self._words = Words()
        self._name = FieldName()
        self.challenge = Field()
        self.challenge.setMaximumWidth(640)
        self._name.setBuddy(self.challenge)
        self.go = PrimaryButton()
        self.back = Button()
        self.confirm = Confirm()
        self._answer_heading = Heading()
        self.code = Code()
        self._spoken_heading = Hint()
        self.spoken = Words()
        self._count = Hint()
        self.copy = Button()
        self._copied = Hint()
        self.received = PrimaryButton()
        self._received_hint = Hint()
        self._panel = Panel()
        self._panel.setLayout(
            column(
                self._answer_heading,
                self.code,
                row(self.copy),
                self._copied,
                self._spoken_heading,
                self.spoken,
                self._count,
                row(self.received),
                self._received_hint,
                margin=Space.SECTION,
            )
        )
        layout = column(
            self._title,
            self._words,
            self._name,
            self.challenge,
            row(self.go, self.back),
            self.confirm,
            self._panel,
            margin=Space.SECTION,
        )
        layout.addStretch(1)
        self.setLayout(layout)
        self.challenge.returnPressed.connect(self.ask)
        self.challenge.textEdited.connect(self._begin_again)
        self.go.clicked.connect(self.ask)
        self.back.clicked.connect(self._leave)
        self.copy.clicked.connect(self._copy)
        self.received.clicked.connect(self._received)
        self.forget()
        self.retranslate()

    def begin(self) -> None:
        """Ask for the doctor's code."""
        self.forget()

    def ask(self) -> None:
        """Find whose file the code belongs to, and ask whether the patient knows who is calling."""
        vault, challenge = self.vault, self.challenge.text().strip()
        if challenge:
            self._begin_again()
            self.run(lambda _: sharing.who_asks(vault, challenge), self._ask_who)

    def _ask_who(self, asking: Asking) -> None:
        self.confirm.ask(
            self.tr(
                "Whoever reads you this code has the file of %1 and the five words. Do you know who is asking? The "
                "opening code opens the whole file, for good, to whoever has it."
            ).replace("%1", asking.practitioner.name),
            self.tr("No, go back"),
            self.tr("Yes, allow opening"),
            self._release,
        )

    def _release(self) -> None:
        vault, challenge = self.vault, self.challenge.text().strip()
        self.run(lambda _: sharing.release(vault, challenge), self._show)

    def _show(self, answer: Release) -> None:
        self._answer = answer
        self._panel.show()
        self.go.hide()  # what comes next is in the panel
        self.retranslate()
        self.copy.setFocus()
        self.changed.emit()

    def _copy(self) -> None:
        if self._answer is not None:
            self._clipboard.copy(self._answer.code)
            self._copied.setText(self.tr("Copied. The clipboard is cleared in 30 seconds."))
            self._copied.show()

    def _received(self) -> None:
        answer, vault = self._answer, self.vault
        if answer is not None and self.attempt(lambda: sharing.received(vault, answer.gid)):
            self._clipboard.clear()
            self.changed.emit()
            self._leave()

    def _leave(self) -> None:
        self.forget()
        self.left.emit()

    def _begin_again(self) -> None:
        self._answer = None
        self.code.setText("")
        self.copy.setAccessibleDescription("")
        self.spoken.clear()
        self._copied.hide()
        self._panel.hide()
        self.go.show()
        self.confirm.withdraw()

    def forget(self) -> None:
        """No code stays."""
        self._begin_again()
        self.challenge.clear()

    def retranslate(self) -> None:
        """Name the parts of the page."""
        self._title.setText(self.tr("Allow opening"))
        self._words.setText(
            self.tr(
                "The care professional opens the file, types the five words and reads you a code: 16 characters, or 8 "
                "words."
            )
        )
        self._name.setText(self.tr("&Doctor's code"))
        self.challenge.setPlaceholderText("XXXX-XXXX-XXXX-XXXX")
        self.go.setText(self.tr("Continue"))
        self.back.setText(self.tr("Go back"))
        self._answer_heading.setText(self.tr("Opening code: read it out, or send it"))
        self.copy.setText(self.tr("Copy"))
        self._spoken_heading.setText(self.tr("The same in words"))
        self.received.setText(self.tr("The code has arrived"))
        answer = self._answer
        if answer is None:
            return
        self.code.setText(answer.code)
        self.copy.setAccessibleDescription(answer.code)  # the keyboard is there: it is heard
        self.spoken.setText(answer.words_en if language() == "en" else answer.words_fr)
        if answer.repeat:
            self._count.setText(self.tr("This is the same answer as before: it does not count again."))
        else:
            self._count.setText(self.tr("Openings left after this one: %1").replace("%1", str(answer.left)))
        self._received_hint.setVisible(answer.left == 0)
        self._received_hint.setText(
            self.tr(
                "It was the last opening: press this once the code has arrived. After 15 minutes it is done by itself."
            )
        )
