"""The record: what is in it, newest first, and one item in full."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QItemSelection, QLocale, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFileDialog, QStackedWidget, QWidget

from phr.entry import Entry
from storage import attachments, entries
from storage.entries import Filter
from storage.errors import NoSuchEntry
from storage.vault import Vault
from storage.years import years
from ui.desktop import tasks
from ui.desktop.announcement import announce
from ui.desktop.closed_pane import ClosedPane
from ui.desktop.confirm import Confirm
from ui.desktop.curation import Curation
from ui.desktop.detail_pane import DetailPane, shown
from ui.desktop.document_side import DocumentSide
from ui.desktop.empty_state import EmptyState
from ui.desktop.entry_form import EntryForm
from ui.desktop.files import write_private
from ui.desktop.filter_bar import FilterBar
from ui.desktop.found_words import FoundWords
from ui.desktop.page import Page
from ui.desktop.parts import Button, Hint, Panel, PrimaryButton, Title, column, row, split
from ui.desktop.record_model import AUTHOR, DATE, KIND, PRIVATE, TITLE, VALUE, YEAR, RecordModel, first_page
from ui.desktop.tables import Table
from ui.desktop.theme import Space, text_scale
from ui.desktop.topic_panel import TopicPanel
from ui.desktop.whereabouts import Spot
from ui.desktop.writing import Writing

_SIDE = 400
# More than so many entries are not counted.
_COUNTED = 10_000


@dataclass(frozen=True, slots=True)
class _Tally:
    """What is said of the rows once they stand there."""

    count: int
    topics: tuple[str, ...]
    years: tuple[int, ...]


class RecordPage(Page):
    """Search and filters above, the table at the left, one entry in full at the right.

    ``document_asked`` carries the ids of an entry and of a file of it.
    """

    document_asked = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self._reading: tasks.Task[entries.Page] | None = None
        self._counting: tasks.Task[_Tally] | None = None
        # Runs out once the rows are painted: they do not wait for their number.
        self._painted = QTimer(self)
        self._painted.setSingleShot(True)
        self._painted.timeout.connect(self._count)
        self._then: Callable[[], None] | None = None
        self._offered: tuple[tuple[str, ...], tuple[int, ...]] | None = None
        self._apart: Entry | None = None
        self.title = Title()
        self.count = Hint()
        self.count.setWordWrap(False)
        self.write = Button()
        self.import_files = PrimaryButton()
        self.filters = FilterBar()
        self.model = RecordModel()
        self.table = Table(
            self.model,
            stretch=TITLE,
            widths={YEAR: 64, DATE: 118, KIND: 118, VALUE: 130, AUTHOR: 170, PRIVATE: 36},
            several=True,
        )
        self._found_words = FoundWords(self.table)
        self.confirm = Confirm()
        self.detail = DetailPane()
        self.closed = ClosedPane()
        self.form = EntryForm()
        self.topics = TopicPanel()
        self._side = QStackedWidget()
        for pane in (self.detail, self.closed, self.form, self.topics):
            self._side.addWidget(pane)
        self.documents = DocumentSide(self, self._side, self.detail)
        self.curation = Curation(self)
        self.writing = Writing(self)
        side = Panel()
        side.setLayout(column(self._side, margin=Space.SMALL))
        side.setMinimumWidth(_SIDE)
        self._side_panel = side
        self._empty = EmptyState("record")
        self._split = split(Qt.Orientation.Horizontal, self.table, side)
        self._split.setStretchFactor(0, 3)
        self._split.setStretchFactor(1, 2)
        self._build()
        self._connect()
        self.forget()
        self.retranslate()

    def _build(self) -> None:
        head = row(self.title, self.count)
        head.addWidget(self.write)
        head.addWidget(self.import_files)
        layout = column(head, self.filters, self.confirm, margin=Space.SECTION)
        layout.addWidget(self._empty, 1)
        layout.addWidget(self._split, 1)
        self.setLayout(layout)

    def _connect(self) -> None:
        self.filters.changed.connect(self.refresh)
        self.filters.entered.connect(lambda: self._once_shown(self._go_to_first))
        self.table.selectionModel().selectionChanged.connect(self._selected)
        self.detail.save_asked.connect(self._save_copy)
        self.detail.open_asked.connect(self._ask_document)
        self.detail.entry_asked.connect(self.show_entry)
        self.documents.opened.connect(self._make_room)
        self.documents.closed.connect(
            lambda: self._split.setSizes([self.width(), int(_SIDE * text_scale(self))])
        )
        self.documents.closed.connect(self.show_chosen)
        self.documents.written.connect(self.refresh)
        self.documents.written.connect(self.changed)
        self.form.dropped.connect(self.show_chosen)
        self.topics.dropped.connect(self.show_chosen)

    # What is shown

    def open(self, vault: Vault, person: str) -> None:
        """Take the vault, and make up for what an earlier version left undone."""
        super().open(vault, person)
        self.documents.catch_up()

    def read(self) -> None:
        """Read the first rows of what is asked for; an older question is dropped."""
        self._drop_questions()
        vault, chosen = self.vault, self.filters.chosen(self.person)
        self._reading = self.run(
            lambda progress: first_page(vault, chosen, progress.cancelled),
            lambda first: self._show(vault, chosen, first),
        )

    def _drop_questions(self) -> None:
        for task in (self._reading, self._counting):
            if task is not None:
                task.cancel()
        self._reading = self._counting = None
        self._painted.stop()

    def _show(self, vault: Vault, chosen: Filter, first: entries.Page) -> None:
        self._reading = None
        self._apart = None
        self._mark(chosen.search)
        self.model.show(vault, chosen, first)
        if not first.next:
            self._total = len(first.entries)
            self._say_count()
        self._say_empty()
        if self._side.currentWidget() in {self.detail, self.closed}:
            self._show_side(False)
        then, self._then = self._then, None
        if then is not None:
            then()
        self._painted.start()

    def _count(self) -> None:
        vault, chosen = self.vault, self.filters.chosen(self.person)
        self._counting = self.run(
            lambda progress: _tally(vault, chosen, progress.cancelled), self._show_tally
        )

    def _mark(self, typed: str) -> None:
        """Have the words marked that were sought; Qt paints faster by itself where there are none."""
        self._found_words.seek(typed)
        painting = self._found_words if typed else self.table.itemDelegate()
        if self.table.itemDelegateForColumn(TITLE) is not painting:
            for place in (TITLE, AUTHOR):
                self.table.setItemDelegateForColumn(place, painting)

    def _show_tally(self, found: _Tally) -> None:
        self._counting = None
        self._total = found.count
        if self._offered != (found.topics, found.years):
            self._offered = found.topics, found.years
            self.filters.offer_topics(found.topics)
            self.filters.offer_years(found.years)
        self._say_count()
        if self.filters.search.hasFocus():  # what is found as one types is heard too
            announce(self, self.count.text() or self.tr("Nothing found"))

    def _once_shown(self, do: Callable[[], None]) -> None:
        """At once, or when the rows that are being read are there."""
        if self._reading is None:
            do()
        else:
            self._then = do

    def _go_to_first(self) -> None:
        if self.model.rowCount():
            self.table.selectRow(0)
            self.table.setFocus()

    def set_person(self, person: str) -> None:
        """Look at another person's record, all of it: what was searched for was the other one's."""
        if person != self.person:
            self.filters.forget()
        super().set_person(person)

    def spot(self) -> Spot:
        """The item shown, and the row at the top."""
        chosen, top = self.chosen(), self.table.rowAt(0)
        return Spot(chosen[0].id if len(chosen) == 1 else "", self.model.entry_at(top).id if top > 0 else "")

    def come_back(self, spot: Spot) -> None:
        """Show the item again, and its neighbours as they stood."""
        self._once_shown(lambda: self._find(spot))

    def _find(self, spot: Spot) -> None:
        if spot.chosen:
            with suppress(NoSuchEntry):  # deleted since
                self._show_entry(spot.chosen)
        if (row := self.model.row_of(spot.top)) >= 0:
            self.table.scrollTo(self.model.index(row, TITLE), QAbstractItemView.ScrollHint.PositionAtTop)

    def _say_count(self) -> None:
        if not self._total:
            self.count.clear()
        elif self._total > _COUNTED:
            self.count.setText(self.tr("more than %1 items").replace("%1", QLocale().toString(_COUNTED)))
        else:
            self.count.setText(self.tr("%n item(s)", "", self._total))

    def _say_empty(self) -> None:
        empty = self.is_open and self._reading is None and not self.model.rowCount()
        self._empty.setVisible(empty and self._side_panel.isHidden())
        self._split.setVisible(not empty or not self._side_panel.isHidden())
        if self.filters.chosen("") == Filter():
            self._empty.say(
                self.tr("Nothing here yet"),
                self.tr(
                    "Import the files that you received, or drop them anywhere in this window. You can also write a "
                    "first item yourself."
                ),
            )
        else:
            self._empty.say(self.tr("Nothing found"), self.tr("Try fewer letters, or fewer filters."))

    def forget(self) -> None:
        """Show nothing."""
        self._drop_questions()
        self._then = None
        self._apart = None
        self._total = 0
        self._offered = None
        self._mark("")
        self.model.clear()
        self.detail.clear()
        self.closed.show_one(None)
        self.form.clear()
        self.topics.clear()
        self.documents.clear()
        self.confirm.withdraw()
        self.filters.forget()
        self._show_side(False)
        self._say_count()
        self._say_empty()

    def chosen(self) -> tuple[Entry, ...]:
        """The entries selected in the table, or the one that is shown apart from it."""
        rows = self.table.chosen_rows()
        return tuple(self.model.entry_at(row) for row in rows) or ((self._apart,) if self._apart else ())

    def _selected(self, _on: QItemSelection, _off: QItemSelection) -> None:
        self.confirm.withdraw()
        self._apart = None
        self.show_chosen()

    def show_chosen(self) -> None:
        """Show the entry chosen in full at the side, or what can be done with several."""
        chosen = self.chosen()
        closed = len(chosen) == 1 and chosen[0].closed
        self._side.setCurrentWidget(self.closed if closed else self.detail)
        self._show_side(bool(chosen))
        self.closed.show_one(chosen[0] if closed else None)
        if closed:
            self.detail.clear()
        elif len(chosen) == 1:
            self.attempt(lambda: self.detail.show_one(shown(self.vault, chosen[0].id)))
        else:
            self.detail.show_many(chosen)

    def show_panel(self, panel: QWidget) -> None:
        """Turn the side to one of its panels."""
        self._side.setCurrentWidget(panel)
        self._show_side(True)

    def _show_side(self, visible: bool) -> None:
        if visible and self._side_panel.isHidden():
            self._split.setSizes([self.width(), int(_SIDE * text_scale(self))])
        self._side_panel.setVisible(visible)
        self._say_empty()
        self._fit_columns()

    def _fit_columns(self) -> None:
        # What stands in the detail too makes room for the title, the author first.
        scale = text_scale(self)
        self._side_panel.setMinimumWidth(int(_SIDE * scale))
        beside = not self._side_panel.isHidden()
        panes = (self.detail, self.closed, self.form, self.topics)
        narrow = self._side.currentWidget() not in panes  # a document's panel takes most of the width
        for unneeded, least in ((AUTHOR, 1400), (YEAR, 1300), (KIND, 1200), (VALUE, 800)):
            self.table.setColumnHidden(unneeded, beside and (narrow or self.width() < least * scale))

    def _make_room(self) -> None:
        self._split.setSizes([self.width(), 3 * self.width()])
        self._fit_columns()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many columns as fit."""
        super().resizeEvent(event)
        self._fit_columns()

    def show_entry(self, entry_id: str) -> None:
        """Show one entry in full, be its row in the table or not, once the rows are there."""
        self._once_shown(lambda: self._show_entry(entry_id))

    def _show_entry(self, entry_id: str) -> None:
        self.table.clearSelection()
        self.select(entry_id)
        if not self.table.chosen_rows():
            self._apart = entries.entry(self.vault, entry_id)
            self.show_chosen()

    def select(self, entry_id: str) -> None:
        """Choose one entry, if its row has been read."""
        place = self.model.row_of(entry_id)
        if place >= 0:
            self.table.selectRow(place)

    def read_again(self, ids: Sequence[str]) -> None:
        """Show entries that changed but stay where they are."""
        again = [entries.entry(self.vault, one) for one in ids]
        self.model.replace(again)
        if self._apart:
            self._apart = next((one for one in again if one.id == self._apart.id), self._apart)
        self.show_chosen()
        self.changed.emit()

    # Files of the entry shown

    def _ask_document(self, file: attachments.Attachment) -> None:
        self.document_asked.emit(self.chosen()[0].id, file.id)

    def _save_copy(self, file: attachments.Attachment) -> None:
        place, _ = QFileDialog.getSaveFileName(self, self.tr("Save a copy"), file.name)
        if not place:
            return
        vault = self.vault

        def save(_: tasks.Progress) -> None:
            write_private(Path(place), attachments.read(vault, file.id))

        self.run(
            save, lambda _: self.say(self.tr("Copy saved. It is not protected: whoever has it can read it."))
        )

    def retranslate(self) -> None:
        """Name the parts of the page."""
        self.title.setText(self.tr("My record"))
        self.write.setText(self.tr("Write an item…"))
        self.import_files.setText(self.tr("Import files…"))
        self.table.setAccessibleName(self.tr("Items of the record"))
        self.table.say_again()
        self._say_count()
        self._say_empty()


def _tally(vault: Vault, chosen: Filter, cancelled: Callable[[], bool]) -> _Tally:
    count = entries.count(vault, chosen, most=_COUNTED + 1, cancelled=cancelled)
    return _Tally(count, tuple(entries.labels(vault)), tuple(years(vault, chosen.person)))
