"""What could be guessed from the items that are shared, each with its two answers."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from sharing.guard import Guess
from ui.desktop.names import title_of
from ui.desktop.parts import Button, Heading, Hint, Panel, Words, column, scrolled
from ui.desktop.theme import Space
from ui.desktop.translated import Translated
from ui.guesses import guess_name, guess_sentence

# One guess can be read whole, three never push the lists away.
_LEAST_HEIGHT = 136
_MOST_HEIGHT = 230


class _Answered(NamedTuple):
    """What a person has answered: the sign of a topic in these items, about those held back."""

    label: str
    sign: str
    entries: frozenset[str]
    held_back: frozenset[str]


class GuessList(Translated):
    """One surface for each guess. ``held_back`` carries the entries to hold back too; an accepted guess goes away,
    and comes back when there is more to guess from, or about, than what was accepted.
    """

    held_back = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._guesses: Sequence[Guess] = ()
        self._accepted: set[_Answered] = set()
        self.panels: list[_GuessPanel] = []
        self._heading = Heading()
        self._content = QWidget()
        self._list = QVBoxLayout(self._content)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(Space.HALF)
        area = scrolled(self._content)
        area.setMinimumHeight(_LEAST_HEIGHT)
        area.setMaximumHeight(_MOST_HEIGHT)
        self._area = area
        self.setLayout(column(self._heading, area, gap=Space.HALF))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.retranslate()

    def show_guesses(self, guesses: Sequence[Guess]) -> None:
        """Show what may be guessed now, without what has been accepted."""
        self._guesses = guesses
        self._fill()

    def clear(self) -> None:
        """Forget everything, what was accepted too."""
        self._accepted = set()
        self.show_guesses(())

    def _fill(self) -> None:
        for panel in self.panels:
            self._list.removeWidget(panel)
            panel.hide()
            panel.deleteLater()
        self.panels = []
        for guess in self._guesses:
            if not self._is_accepted(guess):
                panel = _GuessPanel(guess, self._hold_back(guess), self._accept(guess))
                self._list.addWidget(panel)
                self.panels.append(panel)
        self.setVisible(bool(self.panels))
        self.retranslate()

    def _hold_back(self, guess: Guess) -> Callable[[], None]:
        return lambda: self.held_back.emit(guess.entries)

    def _accept(self, guess: Guess) -> Callable[[], None]:
        def accept() -> None:
            self._accepted.add(_answered(guess))
            self._fill()

        return accept

    def _is_accepted(self, guess: Guess) -> bool:
        now = _answered(guess)
        return any(
            (now.label, now.sign) == (one.label, one.sign)
            and now.entries <= one.entries
            and now.held_back <= one.held_back
            for one in self._accepted
        )

    def retranslate(self) -> None:
        """Say everything in the language shown."""
        self._heading.setText(self.tr("What could be guessed (%1)").replace("%1", str(len(self.panels))))
        self._area.setAccessibleName(self.tr("What could be guessed"))
        for panel in self.panels:
            panel.retranslate()


class _GuessPanel(Panel):
    """One guess."""

    def __init__(self, guess: Guess, hold_back: Callable[[], None], accept: Callable[[], None]) -> None:
        super().__init__()
        self._guess = guess
        self._name = Hint()
        self.sentence = Words()
        self.keep = Button()
        self.share = Button()
        self.keep.clicked.connect(hold_back)
        self.share.clicked.connect(accept)
        answers = column(self.keep, self.share, gap=Space.HALF)
        answers.addStretch(1)
        told = column(self._name, self.sentence, gap=Space.SMALL)
        told.addStretch(1)
        layout = QHBoxLayout()
        layout.setContentsMargins(Space.ONE, Space.ONE, Space.ONE, Space.ONE)
        layout.setSpacing(Space.WIDE)
        layout.addLayout(told, 1)
        layout.addLayout(answers)
        self.setLayout(layout)

    def retranslate(self) -> None:
        """Say it in the language shown; to assistive technology, each button says which items it is about."""
        n = len(self._guess.entries)
        about = ", ".join(title_of(entry) for entry in self._guess.entries)
        self._name.setText(guess_name(self._guess))
        self.sentence.setText(guess_sentence(self._guess))
        self.setAccessibleName(guess_name(self._guess))
        self.keep.setText(self.tr("Keep it to myself too", "", n))
        self.share.setText(self.tr("Share all the same"))
        for button in (self.keep, self.share):
            button.setAccessibleName(f"{button.text()}: {about}")


def _answered(guess: Guess) -> _Answered:
    return _Answered(
        guess.label,
        f"{guess.why.value} {guess.sign_en}",
        frozenset(entry.id for entry in guess.entries),
        frozenset(entry.id for entry in guess.held_back),
    )
