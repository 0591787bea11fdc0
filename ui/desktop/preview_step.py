"""Fourth step of giving access: exactly what will be shared, item by item."""

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QTabWidget, QWidget

from phr.entry import Entry
from sharing.guard import Guess
from sharing.preview import Preview
from storage.entries import Filter, page
from storage.vault import Vault
from ui.desktop.consultation_panel import ConsultationPanel
from ui.desktop.entry_list import EntryList
from ui.desktop.filter_bar import TYPING
from ui.desktop.guess_list import GuessList
from ui.desktop.parts import Button, Field, Heading, Hint, Words, column, row
from ui.desktop.theme import Space
from ui.desktop.translated import Translated
from ui.desktop.warnings import caution

_FOUND = 100


class PreviewStep(Translated):
    """What could be guessed, and three lists: what they will see, what was left out one by one, everything else to
    add from.

    ``changed`` says that single items were put in or taken out: the selection has to be made again.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.named: dict[str, Entry] = {}
        self.without: dict[str, Entry] = {}
        self._vault: Vault | None = None
        self._preview: Preview | None = None
        self._held_back = False
        self.shared = EntryList()
        self.left_out = EntryList()
        self.found = EntryList()
        self.search = Field()
        self.take_out = Button()
        self.put_back = Button()
        self.add = Button()
        self._heading = Heading()
        self._statement = Words()
        self._terms = Words()
        self._caution = Words()
        self.guesses = GuessList()
        self._add_hint = Hint()
        self.consultation = ConsultationPanel()
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        for widgets in (
            (self.shared, row(self.take_out)),
            (self.left_out, row(self.put_back)),
            (self.search, self.found, self._add_hint, row(self.add)),
            (self.consultation,),
        ):
            tab = QWidget()
            inside = column(*widgets, gap=Space.HALF)
            inside.setContentsMargins(0, Space.HALF, 0, 0)
            tab.setLayout(inside)
            self.tabs.addTab(tab, "")
        layout = column(
            self._heading, self._terms, self._statement, self._caution, self.guesses, gap=Space.HALF
        )
        layout.addWidget(self.tabs, 1)
        self.setLayout(layout)
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(TYPING)
        self._wait.timeout.connect(self._search)
        self.search.textChanged.connect(self._wait.start)
        self.take_out.clicked.connect(self._take_out)
        self.put_back.clicked.connect(self._put_back)
        self.add.clicked.connect(self._add)
        self.guesses.held_back.connect(self._hold_back)
        self.retranslate()

    def begin(self, vault: Vault) -> None:
        """Nothing in or out by name yet."""
        self.clear()
        self._vault = vault

    def show_preview(self, preview: Preview, held_back: bool, guesses: Sequence[Guess]) -> None:
        """Show a selection; ``held_back`` says that treatments or allergies of the person are not in it."""
        self.guesses.show_guesses(guesses)
        self._preview = preview
        self._held_back = held_back
        self.shared.held.show(preview.entries)
        self.left_out.held.show(tuple(self.without.values()))
        self._search()
        self.retranslate()

    def say_terms(self, terms: str) -> None:
        """Tell in which way and until when, which may have been proposed without being looked at."""
        self._terms.setText(terms)

    def clear(self) -> None:
        """Forget everything."""
        self.named = {}
        self.without = {}
        self._vault = None
        self._preview = None
        self.search.clear()
        self.guesses.clear()
        self.consultation.clear()
        for held in (self.shared, self.left_out, self.found):
            held.held.show(())
        self.tabs.setCurrentIndex(0)

    def missing(self) -> str:
        """What is still to be done, as a sentence, or ""."""
        if self._preview is None or not self._preview.entries:
            return self.tr("Nothing would be shared. Choose more, or add single items.")
        return ""

    def _search(self) -> None:
        if self._vault is None or self._preview is None:
            return
        chosen = Filter(person=self._preview.person.id, search=self.search.text().strip())
        shared = {entry.id for entry in self._preview.entries}
        found = page(self._vault, chosen, limit=_FOUND).entries
        self.found.held.show([entry for entry in found if entry.id not in shared])

    def _take_out(self) -> None:
        for entry in self.shared.chosen():
            if self.named.pop(entry.id, None) is None:
                self.without[entry.id] = entry
        self.changed.emit()

    def _hold_back(self, entries: Sequence[Entry]) -> None:
        """Out for certain: an entry that was named stays named, so that putting it back shares it again."""
        self.without |= {entry.id: entry for entry in entries}
        self.changed.emit()

    def _put_back(self) -> None:
        for entry in self.left_out.chosen():
            del self.without[entry.id]
        self.changed.emit()

    def _add(self) -> None:
        for entry in self.found.chosen():
            if self.without.pop(entry.id, None) is None:
                self.named[entry.id] = entry
        self.changed.emit()

    def retranslate(self) -> None:
        """Say everything in the language shown."""
        count = len(self._preview.entries) if self._preview else 0
        self._heading.setText(self.tr("What they will see: %n item(s)", "", count))
        statement = self.tr(
            "The file holds exactly these items. It always says: “Excerpt chosen by the patient. Other items may "
            "exist.”"
        )
        withheld = len(self._preview.withheld) if self._preview else 0
        if withheld:
            statement += " " + self.tr(
                "%n document(s) stay out, because they also tell what you keep private; you can add them one by one.",
                "",
                withheld,
            )
        closed = sum(entry.closed for entry in self._preview.entries) if self._preview else 0
        if closed:
            statement += " " + self.tr(
                "%n item(s) that you left closed leave with it: the care professional reads them.", "", closed
            )
        self._statement.setText(statement)
        self._caution.setVisible(self._held_back)
        self._caution.setText(self.tr("Treatments or allergies stay out.") + " " + caution())
        for place, text in enumerate(
            (
                self.tr("They will see (%1)").replace("%1", str(count)),
                self.tr("Left out one by one (%1)").replace("%1", str(len(self.without))),
                self.tr("Add single items"),
                self.tr("My consultation"),
            )
        ):
            self.tabs.setTabText(place, text)
        self.tabs.setAccessibleName(self.tr("What is shared"))
        self.shared.setAccessibleName(self.tr("What they will see"))
        self.left_out.setAccessibleName(self.tr("Left out one by one"))
        self.found.setAccessibleName(self.tr("Items that are not shared"))
        self.search.setAccessibleName(self.tr("Search the record"))
        self.search.setPlaceholderText(self.tr("Search the record"))
        self.take_out.setText(self.tr("Leave the chosen items out"))
        self.put_back.setText(self.tr("Put the chosen items back"))
        self.add.setText(self.tr("Add the chosen items"))
        self._add_hint.setText(self.tr("What you keep private can be added here too, one by one."))
