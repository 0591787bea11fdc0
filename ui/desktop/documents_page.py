"""The documents of a record: the list at the left, the document itself at the right."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QItemSelection, Qt, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QFileDialog, QWidget

from phr.entry import Entry, Kind
from storage import attachments, entries
from storage.attachments import Attachment
from storage.entries import Filter
from storage.errors import NoSuchEntry
from storage.vault import Vault
from ui.desktop import tasks
from ui.desktop.empty_state import EmptyState
from ui.desktop.files import write_private
from ui.desktop.filter_bar import TYPING
from ui.desktop.held_by import Holder, holders, holders_text
from ui.desktop.names import title_of
from ui.desktop.page import Page
from ui.desktop.parts import Button, Field, Heading, Hint, Title, column, name_choice, row, split
from ui.desktop.record_model import AUTHOR, DATE, KIND, PRIVATE, TITLE, VALUE, YEAR, RecordModel, first_page
from ui.desktop.tables import Table
from ui.desktop.theme import Size, Space
from ui.desktop.whereabouts import Spot
from ui.viewer.document_view import DocumentView

_LIST = 400


@dataclass(frozen=True, slots=True)
class _Opened:
    """A document's entry and its files."""

    entry: Entry
    files: tuple[Attachment, ...]


class DocumentsPage(Page):
    """``entry_asked`` carries the id of the item whose document is shown."""

    entry_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._reading: tasks.Task[entries.Page] | None = None
        self._opened: _Opened | None = None
        self._title = Title()
        self.search = Field()
        self.search.setClearButtonEnabled(True)
        self.model = RecordModel()
        self.table = Table(self.model, stretch=TITLE, widths={DATE: 118, PRIVATE: 36})
        for unused in (YEAR, KIND, VALUE, AUTHOR):
            self.table.setColumnHidden(unused, True)
        self.name = Heading()
        self.name.setTextFormat(Qt.TextFormat.PlainText)
        self.name.setWordWrap(True)
        self.holders = Hint()
        self._no_file = Hint()
        self.file = QComboBox()
        self.file.setMinimumHeight(Size.CONTROL)
        self.see_item = Button()
        self.save = Button()
        self.viewer = DocumentView()
        self._empty = EmptyState("documents")
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(TYPING)
        self._build()
        self._connect()
        self.forget()
        self.retranslate()

    def _build(self) -> None:
        left = QWidget()
        left.setMinimumWidth(_LIST)
        left.setLayout(column(self.search, self.table, gap=Space.HALF))
        self._right = QWidget()
        right = column(
            self.name, self._no_file, self.holders, row(self.see_item, self.save), self.file, gap=Space.HALF
        )
        right.addWidget(self.viewer, 1)
        self._right.setLayout(right)
        self._split = split(Qt.Orientation.Horizontal, left, self._right)
        self._split.setSizes([_LIST, 1000])
        layout = column(self._title, margin=Space.SECTION)
        layout.addWidget(self._empty, 1)
        layout.addWidget(self._split, 1)
        self.setLayout(layout)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._wait.start)
        self._wait.timeout.connect(self.refresh)
        self.table.selectionModel().selectionChanged.connect(self._selected)
        self.file.currentIndexChanged.connect(self._open_file)
        self.see_item.clicked.connect(self._ask_entry)
        self.save.clicked.connect(self._ask_place)
        self.viewer.printed.connect(self._say_printed)

    # The list

    def read(self) -> None:
        """Read the first documents; an older question is dropped."""
        if self._reading is not None:
            self._reading.cancel()
        vault = self.vault
        words = self.search.text().strip()
        chosen = Filter(person=self.person, kinds=(Kind.DOCUMENT,), search=words, closed=False)
        self._reading = self.run(
            lambda progress: first_page(vault, chosen, progress.cancelled),
            lambda first: self._show(vault, chosen, first),
        )

    def _show(self, vault: Vault, chosen: Filter, first: entries.Page) -> None:
        self._reading = None
        shown = self._opened.entry.id if self._opened else ""
        self._ask_holders()
        self.table.selectionModel().blockSignals(True)  # the document that is open stays open
        self.model.show(vault, chosen, first)
        if shown and (place := self.model.row_of(shown)) >= 0:
            self.table.selectRow(place)
        self.table.selectionModel().blockSignals(False)
        nothing = not first.entries and not chosen.search and not shown
        self._empty.setVisible(nothing)
        self._split.setVisible(not nothing)

    def _selected(self, _on: QItemSelection, _off: QItemSelection) -> None:
        rows = self.table.chosen_rows()
        if rows:
            self._open(self.model.entry_at(rows[0]).id)

    def spot(self) -> Spot:
        """The document shown."""
        return Spot(self._opened.entry.id if self._opened else "")

    def come_back(self, spot: Spot) -> None:
        """Show the document again."""
        if spot.chosen:
            self.show_document(spot.chosen)

    # The document

    def show_document(self, entry_id: str, attachment_id: str = "") -> None:
        """Show a file of an entry, of whatever kind the entry is: the one named, or its first."""
        self.table.clearSelection()
        self._open(entry_id, attachment_id)
        if (place := self.model.row_of(entry_id)) >= 0:
            self.table.selectionModel().blockSignals(True)  # it is open already
            self.table.selectRow(place)
            self.table.selectionModel().blockSignals(False)

    def _open(self, entry_id: str, attachment_id: str = "") -> None:
        if self._opened and self._opened.entry.id == entry_id and not attachment_id:
            return
        vault = self.vault

        def read(_: tasks.Progress) -> _Opened:
            return _Opened(entries.entry(vault, entry_id), tuple(attachments.of_entry(vault, entry_id)))

        self.run(read, lambda opened: self._show_opened(opened, attachment_id))

    def _show_opened(self, opened: _Opened, attachment_id: str) -> None:
        self._opened = opened
        self.file.blockSignals(True)  # one file is opened below, not each as it comes
        self.file.clear()
        for one in opened.files:
            self.file.addItem(one.name, one)
        chosen = [number for number, one in enumerate(opened.files) if one.id == attachment_id]
        self.file.setCurrentIndex(chosen[0] if chosen else 0)
        self.file.blockSignals(False)
        self._empty.hide()
        self._split.show()
        self._right.show()
        self._say_opened()
        self._ask_holders()
        self._open_file()

    def _ask_holders(self) -> None:
        if self._opened:
            vault, shown = self.vault, self._opened.entry.id
            self.run(lambda _: _holders(vault, shown), self._say_holders)

    def _say_holders(self, found: Sequence[Holder] | None) -> None:
        if found is None:
            self._close_document()
            return
        self.holders.setText("\n".join((self.tr("Who has this document?"), holders_text(found))))

    def _open_file(self) -> None:
        file = self.file.currentData()
        if file is None:
            self.viewer.clear()
            return
        vault = self.vault
        self.run(
            lambda _: attachments.read(vault, file.id),
            lambda data: self.viewer.show_document(file.name, data),
        )

    def _say_opened(self) -> None:
        opened = self._opened
        self._right.setVisible(opened is not None)
        if opened is None:
            return
        self.name.setText(title_of(opened.entry))
        self.file.setVisible(len(opened.files) > 1)
        self.save.setVisible(bool(opened.files))
        self._no_file.setVisible(not opened.files)

    def _ask_entry(self) -> None:
        if self._opened:
            self.entry_asked.emit(self._opened.entry.id)

    def _ask_place(self) -> None:
        file = self.file.currentData()
        place, _ = QFileDialog.getSaveFileName(self, self.tr("Save a copy"), file.name)
        if place:
            self.save_to(Path(place))

    def save_to(self, place: Path) -> None:
        """Write the file that is shown to ``place``, readable by its owner alone."""
        vault, file = self.vault, self.file.currentData()
        self.run(
            lambda _: write_private(place, attachments.read(vault, file.id)),
            lambda _: self.say(self.tr("Copy saved. It is not protected: whoever has it can read it.")),
        )

    def _say_printed(self, pages: int) -> None:
        if pages:
            self.say(
                self.tr(
                    "%n page(s) sent to the printer. Printer and computer may keep a trace of them.",
                    "",
                    pages,
                )
            )

    def forget(self) -> None:
        """Show nothing."""
        self._reading = None
        self.search.blockSignals(True)  # nothing to read any more
        self.search.clear()
        self.search.blockSignals(False)
        self.model.clear()
        self._close_document()
        self._empty.hide()

    def _close_document(self) -> None:
        self._opened = None
        self.file.blockSignals(True)
        self.file.clear()
        self.file.blockSignals(False)
        self.name.clear()
        self.holders.clear()
        self.viewer.clear()
        self._right.hide()

    def retranslate(self) -> None:
        """Name the parts of the page."""
        self._title.setText(self.tr("Documents"))
        self.search.setPlaceholderText(self.tr("Search the documents"))
        self.search.setAccessibleName(self.tr("Search the documents"))
        self.table.setAccessibleName(self.tr("Documents"))
        name_choice(self.file, self.tr("File"))
        self.see_item.setText(self.tr("See the item"))
        self.save.setText(self.tr("Save a copy…"))
        self._no_file.setText(self.tr("There is no file with this document."))
        self._empty.say(
            self.tr("No document yet"),
            self.tr("Letters, reports and pictures that you import appear here, and can be read here."),
        )
        self.table.say_again()
        self._say_opened()
        self._ask_holders()


def _holders(vault: Vault, entry_id: str) -> Sequence[Holder] | None:
    """None for a document that has been deleted."""
    try:
        entries.entry(vault, entry_id)
        return holders(vault, entry_id)
    except NoSuchEntry:
        return None
