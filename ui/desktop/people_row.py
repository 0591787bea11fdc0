"""The people of a family side by side, one touch each."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QToolButton, QWidget

from storage.people import Person
from ui.desktop.discs import SIDE, colours_of, disc
from ui.desktop.parts import row
from ui.desktop.theme import Space

MOST = 5
"""As many as fit in the column; the list above holds everybody."""
_BUTTON = SIDE + 2 * Space.SMALL


class PeopleRow(QWidget):
    """The signs of the first people, where there are several. ``chosen`` carries an id."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.buttons: list[QToolButton] = []
        self._offered: tuple[Sequence[Person], Sequence[str]] = (), ()
        self._row = row(gap=Space.SMALL)
        self.setLayout(self._row)
        self.hide()

    def offer(self, people: Sequence[Person], names: Sequence[str]) -> None:
        """Offer these, called ``names``."""
        if self._offered == (people, names):
            return  # the keyboard stays where it is
        self._offered = people, names
        for button in self.buttons:
            self._row.removeWidget(button)
            button.hide()  # at once: until it is deleted it would be painted over what comes now
            button.deleteLater()
        shown = people[:MOST] if len(people) > 1 else ()
        colours = colours_of(people)
        self.buttons = [_button(one, name, colours[one.id]) for one, name in zip(shown, names, strict=False)]
        for place, (button, one) in enumerate(zip(self.buttons, shown, strict=True)):
            button.setToolTip(f"{button.accessibleName()} (Alt+{place + 1})")
            button.clicked.connect(lambda _=False, person=one.id: self.chosen.emit(person))
            self._row.insertWidget(place, button)
        self.setVisible(bool(shown))


def _button(person: Person, name: str, colour: str) -> QToolButton:
    button = QToolButton()
    button.setAutoRaise(True)
    button.setIcon(disc(person.name, colour))
    button.setIconSize(QSize(SIDE, SIDE))
    button.setFixedSize(_BUTTON, _BUTTON)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    button.setAccessibleName(name)
    return button
