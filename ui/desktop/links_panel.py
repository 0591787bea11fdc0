"""Where an item comes from, as far as one can go there: the document it was read from, or what was read from it."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from phr.entry import Entry
from storage.provenances import Provenance
from ui.desktop.dates import show_day, show_instant
from ui.desktop.names import title_of
from ui.desktop.parts import Button, Hint, Words, column
from ui.desktop.theme import Space
from ui.desktop.translated import Translated

_MOST = 6


@dataclass(frozen=True, slots=True)
class Links:
    """What an entry is linked to: its sources, the documents it was read from, and what was read from it."""

    sources: tuple[Provenance, ...]
    documents: tuple[Entry, ...]
    items: tuple[Entry, ...]


class LinksPanel(Translated):
    """``entry_asked`` carries the id of an entry that a button leads to."""

    entry_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._links = Links((), (), ())
        self._sources = Words()
        self._documents_name, self._items_name = Hint(), Hint()
        self._documents, self._items = column(gap=Space.SMALL), column(gap=Space.SMALL)
        self.to_documents: list[Button] = []
        self.to_items: list[Button] = []
        layout = column(self._sources, self._documents_name, self._documents, gap=Space.HALF)
        layout.addWidget(self._items_name)
        layout.addLayout(self._items)
        self.setLayout(layout)
        self.retranslate()

    def show_links(self, links: Links) -> None:
        """Show what an entry is linked to."""
        self._links = links
        for old in (*self.to_documents, *self.to_items):
            old.hide()  # at once: until it is deleted it would be painted over what comes now
            old.deleteLater()
        self.to_documents = self._fill(self._documents, links.documents)
        self.to_items = self._fill(self._items, links.items)
        self.retranslate()

    def _fill(self, place: QVBoxLayout, held: Sequence[Entry]) -> list[Button]:
        made = []
        for entry in held[:_MOST]:
            button = Button(self._called(entry))
            button.clicked.connect(lambda _=False, id_=entry.id: self.entry_asked.emit(id_))
            place.addWidget(button)
            made.append(button)
        return made

    @staticmethod
    def _called(entry: Entry) -> str:
        text = " · ".join(filter(None, (title_of(entry), show_day(entry.date))))
        return text if len(text) <= 44 else f"{text[:43]}…"

    def _named(self, text: str, held: Sequence[Entry]) -> str:
        more = len(held) - _MOST
        return f"{text} {self.tr('(%n more)', '', more)}" if more > 0 else text

    def retranslate(self) -> None:
        """Say everything in the language shown."""
        links = self._links
        several = len(links.sources) > 1
        self._sources.setVisible(several)
        if several:
            lines = [self._source(one) for one in links.sources]
            self._sources.setText("\n".join([self.tr("The same from %n source(s):", "", len(lines)), *lines]))
        self._documents_name.setVisible(bool(links.documents))
        self._documents_name.setText(self._named(self.tr("Read from the document"), links.documents))
        self._items_name.setVisible(bool(links.items))
        self._items_name.setText(self._named(self.tr("Read from this document"), links.items))

    def _source(self, one: Provenance) -> str:
        at = show_instant(one.imported_at) if one.imported_at else ""
        return " · ".join(filter(None, (one.file or self.tr("Written by you"), one.author, at)))
