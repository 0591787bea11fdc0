"""A question that must be answered before something that cannot be undone: inside the page, never a box."""

from collections.abc import Callable

from ui.desktop.parts import Button, Panel, Words, column, row
from ui.desktop.theme import Space


class Confirm(Panel):
    """One honest sentence and two buttons. The safe answer comes first and has the focus."""

    def __init__(self) -> None:
        super().__init__("warning")
        self._words = Words()
        self._back = Button()
        self._go = Button()
        self._then: Callable[[], None] | None = None
        self.setLayout(column(self._words, row(self._back, self._go), margin=Space.WIDE))
        self._back.clicked.connect(self.withdraw)
        self._go.clicked.connect(self._do)
        self.hide()

    def ask(self, question: str, back: str, go: str, then: Callable[[], None]) -> None:
        """Ask ``question``; ``go`` does ``then``, ``back`` does nothing."""
        self._words.setText(question)
        self._back.setText(back)
        self._go.setText(go)
        for button in (self._back, self._go):  # with the keyboard on a button, the question is heard too
            button.setAccessibleDescription(question)
        self._then = then
        self.show()
        self._back.setFocus()

    def text(self) -> str:
        """The question being asked, or ""."""
        return self._words.text() if not self.isHidden() else ""

    def withdraw(self) -> None:
        """Ask no longer."""
        self._then = None
        self._words.clear()
        for button in (self._back, self._go):
            button.setAccessibleDescription("")
        self.hide()

    def _do(self) -> None:
        then = self._then
        self.withdraw()
        if then is not None:
            then()
