"""The column at the left: whose record it is, the pages, and what can be done from everywhere."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSignalBlocker, QSize, Signal
from PySide6.QtWidgets import QComboBox

from storage.people import Person
from ui.desktop.discs import SIDE, colours_of, disc
from ui.desktop.navigation import PAGES, SIMPLE, page_name
from ui.desktop.parts import FieldName, Hint, NavButton, column
from ui.desktop.people_row import PeopleRow
from ui.desktop.theme import Size, Space, text_scale
from ui.desktop.translated import Translated


class Sidebar(Translated):
    """Holds names of people while a vault is open; :meth:`forget` clears them."""

    page_asked = Signal(str)
    person_chosen = Signal(str)
    import_asked = Signal()
    lock_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAutoFillBackground(True)
        self._fit()
        self._people: tuple[Person, ...] | None = None
        self.person = QComboBox()
        self.person.setMinimumHeight(Size.CONTROL)
        self.person.setIconSize(QSize(SIDE, SIDE))
        self._whose = FieldName()
        self._whose.setBuddy(self.person)
        self.family = PeopleRow()
        self.pages = {name: NavButton(name) for name in PAGES}
        for button in self.pages.values():
            button.setAutoExclusive(True)  # one of nine for assistive technology; in a group, a check box
        self._import = _command("import")
        self._lock = _command("lock")
        self._notice = Hint()
        side = column(self._whose, self.person, self.family, gap=Space.SMALL, margin=Space.HALF)
        side.addSpacing(Space.WIDE)
        for button in self.pages.values():
            side.addWidget(button)
        side.addSpacing(Space.ONE)
        side.addWidget(self._import)
        side.addStretch(1)
        side.addWidget(self._notice)
        side.addSpacing(Space.ONE)
        side.addWidget(self._lock)
        self.setLayout(side)
        for name, button in self.pages.items():
            button.clicked.connect(lambda _=False, name=name: self.page_asked.emit(name))
            # Assistive technology chooses without a click.
            button.toggled.connect(lambda on, name=name: self.page_asked.emit(name) if on else None)
        self.person.activated.connect(lambda: self.person_chosen.emit(self.whose()))
        self.family.chosen.connect(self.choose)
        self._import.clicked.connect(self.import_asked)
        self._lock.clicked.connect(self.lock_asked)
        self.retranslate()

    def changeEvent(self, event: QEvent) -> None:
        """Be wider for larger letters."""
        if event.type() == QEvent.Type.FontChange:
            self._fit()
        super().changeEvent(event)

    def _fit(self) -> None:
        self.setFixedWidth(int(Size.SIDEBAR * text_scale(self)))

    def spare_room(self, spare: bool) -> None:
        """Leave the standing notice out, or show it: the band of the sample record takes its room."""
        self._notice.setVisible(not spare)

    def whose(self) -> str:
        """The id of the person whose record is looked at, "" for everybody's."""
        return self.person.currentData() or ""

    def offer(self, people: Sequence[Person]) -> None:
        """Offer these people; who was chosen stays chosen."""
        self._people = tuple(people)
        self._fill()

    def ids(self) -> list[str]:
        """Of those who are offered."""
        return [one.id for one in self._people or ()]

    def show_person(self, person: str) -> None:
        """Name whose record is looked at (an id); the first one offered if it is nobody's."""
        self.person.setCurrentIndex(max(0, self.person.findData(person)))

    def choose(self, person: str) -> None:
        """Look at the record of this person (an id)."""
        self.show_person(person)
        self.person_chosen.emit(self.whose())

    def choose_nth(self, number: int) -> None:
        """Look at the record of the person who stands in this place of the list, the first being 0, if there is one."""
        if number < len(self.ids()):
            self.choose(self.ids()[number])

    def forget(self) -> None:
        """Name nobody."""
        self._people = None
        self.family.offer((), ())
        self.person.clear()

    def simplify(self, simple: bool) -> None:
        """Show the four pages that everybody needs, or all."""
        for name, button in self.pages.items():
            button.setVisible(not simple or name in SIMPLE)

    def mark(self, page: str) -> None:
        """Show which page one is on."""
        with QSignalBlocker(self.pages[page]):  # one is there already
            self.pages[page].setChecked(True)

    def take_keyboard(self) -> None:
        """Put the keyboard on the page one is on."""
        next(button for button in self.pages.values() if button.isChecked()).setFocus()

    def _fill(self) -> None:
        if self._people is None:
            return
        chosen = self.person.currentData()
        self.person.clear()
        if len(self._people) != 1:
            self.person.addItem(self.tr("Everybody") if self._people else self.tr("Nobody yet"), "")
        colours = colours_of(self._people)
        for one in self._people:
            self.person.addItem(disc(one.name, colours[one.id]), one.name or self.tr("Me"), one.id)
        self.person.setCurrentIndex(max(0, self.person.findData(chosen)))
        self.family.offer(self._people, [one.name or self.tr("Me") for one in self._people])

    def retranslate(self) -> None:
        """Say everything in the language shown."""
        self._whose.setText(self.tr("&Whose record"))
        for name, button in self.pages.items():
            button.setText(page_name(name))
        self._import.setText(self.tr("Import…"))
        self._lock.setText(self.tr("Lock now"))
        self._notice.setText(self.tr("Carnet replaces no medical advice. Emergency: 15 or 112."))
        self._fill()


def _command(sign: str) -> NavButton:
    """A button that looks like a page's and does something at once."""
    button = NavButton(sign)
    button.setCheckable(False)
    return button
