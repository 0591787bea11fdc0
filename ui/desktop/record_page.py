"""The record: what is in it, newest first, and what the patient does with it."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QItemSelection, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFileDialog, QSplitter, QStackedWidget

from phr.entry import Entry, Kind
from storage import attachments, entries, people
from storage.entries import Filter
from storage.errors import NoSuchEntry
from storage.restoring import restore, version
from storage.vault import Vault
from ui.desktop import tasks
from ui.desktop.closed_pane import ClosedPane
from ui.desktop.confirm import Confirm
from ui.desktop.detail_pane import DetailPane, shown
from ui.desktop.document_side import DocumentSide
from ui.desktop.entry_form import EntryForm
from ui.desktop.files import write_private
from ui.desktop.filter_bar import FilterBar
from ui.desktop.message_bar import Level
from ui.desktop.page import Page
from ui.desktop.parts import Button, Hint, Panel, PrimaryButton, Title, Words, column, row
from ui.desktop.record_model import AUTHOR, DATE, KIND, PRIVATE, TITLE, VALUE, RecordModel, first_page
from ui.desktop.tables import Table
from ui.desktop.theme import Space, text_scale
from ui.desktop.topic_panel import TopicPanel
from ui.desktop.warnings import caution
from ui.desktop.whereabouts import Spot

_SIDE = 380
# More than so many entries are not counted: the rows would wait for it.
_COUNTED = 10_000
_CAUTION = (Kind.TREATMENT, Kind.ALLERGY)


@dataclass(frozen=True, slots=True)
class _Found:
    first: entries.Page
    count: int
    topics: tuple[str, ...]


def _read(vault: Vault, chosen: Filter) -> _Found:
    count = entries.count(vault, chosen, most=_COUNTED + 1)
    return _Found(first_page(vault, chosen), count, tuple(entries.labels(vault)))


class RecordPage(Page):
    """Search and filters above, the table at the left, one entry in full at the right.

    ``document_asked`` carries the ids of an entry and of a file of it; ``undoable`` what takes back what was just done.
    """

    document_asked = Signal(str, str)
    undoable = Signal(object)
    undo_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._reading: tasks.Task[_Found] | None = None
        self._then: Callable[[], None] | None = None
        self._apart: Entry | None = None
        self.title = Title()
        self.count = Hint()
        self.write = Button()
        self.import_files = PrimaryButton()
        self.filters = FilterBar()
        self.model = RecordModel()
        self.table = Table(
            self.model,
            stretch=TITLE,
            widths={DATE: 118, KIND: 118, VALUE: 115, AUTHOR: 170, PRIVATE: 36},
            several=True,
        )
        self.confirm = Confirm()
        self.detail = DetailPane()
        self.closed = ClosedPane()
        self.form = EntryForm()
        self.topics = TopicPanel()
        self._side = QStackedWidget()
        for pane in (self.detail, self.closed, self.form, self.topics):
            self._side.addWidget(pane)
        self.documents = DocumentSide(self, self._side, self.detail)
        side = Panel()
        side.setLayout(column(self._side, margin=Space.SMALL))
        side.setMinimumWidth(_SIDE)
        self._side_panel = side
        self._empty = Words()
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.setChildrenCollapsible(False)
        self._split.setHandleWidth(Space.ONE)
        self._split.addWidget(self.table)
        self._split.addWidget(side)
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
        self.write.clicked.connect(self.begin_entry)
        self.detail.hide_asked.connect(self.set_hidden)
        self.detail.topics_asked.connect(self._begin_topics)
        self.detail.close_asked.connect(self._close_chosen)
        self.closed.open_asked.connect(self._ask_open)
        self.detail.edit_asked.connect(self._begin_edit)
        self.detail.delete_asked.connect(self.ask_delete)
        self.detail.save_asked.connect(self._save_copy)
        self.detail.open_asked.connect(self._ask_document)
        self.detail.entry_asked.connect(self.show_entry)
        self.documents.opened.connect(self._make_room)
        self.documents.closed.connect(
            lambda: self._split.setSizes([self.width(), int(_SIDE * text_scale(self))])
        )
        self.documents.closed.connect(self._show_detail)
        self.documents.written.connect(self.refresh)
        self.documents.written.connect(self.changed)
        self.form.kept.connect(self._keep_entry)
        self.form.dropped.connect(self._show_detail)
        self.topics.kept.connect(self._keep_topics)
        self.topics.dropped.connect(self._show_detail)

    # What is shown

    def open(self, vault: Vault, person: str) -> None:
        """Take the vault, and make up for what an earlier version left undone."""
        super().open(vault, person)
        self.documents.catch_up()

    def refresh(self) -> None:
        """Read the first page of what is asked for; an older question is dropped."""
        if not self.is_open:
            return
        if self._reading is not None:
            self._reading.cancel()
        vault, chosen = self.vault, self.filters.chosen(self.person)
        self._reading = self.run(
            lambda _: _read(vault, chosen),
            lambda found: self._show(vault, chosen, found),
        )

    def _show(self, vault: Vault, chosen: Filter, found: _Found) -> None:
        self._reading = None
        self._apart = None
        self.model.show(vault, chosen, found.first)
        self.filters.offer_topics(found.topics)
        self._total = found.count
        self._say_count()
        if self._side.currentWidget() in {self.detail, self.closed}:
            self._show_side(False)
        then, self._then = self._then, None
        if then is not None:
            then()

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
                self.show_entry(spot.chosen)
        if (row := self.model.row_of(spot.top)) >= 0:
            self.table.scrollTo(self.model.index(row, TITLE), QAbstractItemView.ScrollHint.PositionAtTop)

    def _say_count(self) -> None:
        said = self.tr("%n item(s)", "", self._total)
        if self._total > _COUNTED:
            said = self.tr("more than %n item(s)", "", _COUNTED)
        self.count.setText(said if self.is_open else "")
        empty = self.is_open and self._total == 0
        self._empty.setVisible(empty)
        self._split.setVisible(not empty or not self._side_panel.isHidden())
        if self.filters.chosen("") == Filter():
            self._empty.setText(
                self.tr("Nothing here yet. Import the files you received, or write a first item yourself.")
            )
        else:
            self._empty.setText(self.tr("Nothing found. Try fewer letters, or fewer filters."))

    def forget(self) -> None:
        """Show nothing."""
        self._reading = None
        self._then = None
        self._apart = None
        self._total = 0
        self.model.clear()
        self.detail.clear()
        self.closed.show_one(None)
        self.form.clear()
        self.topics.clear()
        self.documents.clear()
        self.confirm.withdraw()
        self.filters.blockSignals(True)  # nothing to read any more
        self.filters.clear()
        self.filters.blockSignals(False)
        self._show_side(False)
        self._say_count()

    def chosen(self) -> tuple[Entry, ...]:
        """The entries selected in the table, or the one that is shown apart from it."""
        rows = self.table.chosen_rows()
        return tuple(self.model.entry_at(row) for row in rows) or ((self._apart,) if self._apart else ())

    def _selected(self, _on: QItemSelection, _off: QItemSelection) -> None:
        self.confirm.withdraw()
        self._apart = None
        self._show_detail()

    def _show_detail(self) -> None:
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

    def _show_side(self, visible: bool) -> None:
        if visible and self._side_panel.isHidden():
            self._split.setSizes([self.width(), int(_SIDE * text_scale(self))])
        self._side_panel.setVisible(visible)
        if visible:
            self._split.setVisible(True)
        self._fit_columns()

    def _fit_columns(self) -> None:
        # What stands in the detail too makes room for the title, the author first.
        scale = text_scale(self)
        self._side_panel.setMinimumWidth(int(_SIDE * scale))
        beside = not self._side_panel.isHidden()
        panes = (self.detail, self.closed, self.form, self.topics)
        narrow = self._side.currentWidget() not in panes  # a document's panel takes most of the width
        for unneeded, least in ((AUTHOR, 1400), (KIND, 960), (VALUE, 800)):
            self.table.setColumnHidden(unneeded, beside and (narrow or self.width() < least * scale))

    def _make_room(self) -> None:
        self._split.setSizes([self.width(), 3 * self.width()])
        self._fit_columns()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many columns as fit."""
        super().resizeEvent(event)
        self._fit_columns()

    def show_entry(self, entry_id: str) -> None:
        """Show one entry in full, be its row in the table or not."""
        self.table.clearSelection()
        self.select(entry_id)
        if not self.table.chosen_rows():
            self._apart = entries.entry(self.vault, entry_id)
            self._show_detail()

    def select(self, entry_id: str) -> None:
        """Choose one entry, if its row has been read."""
        place = self.model.row_of(entry_id)
        if place >= 0:
            self.table.selectRow(place)

    # What the patient does

    def toggle_hidden(self) -> None:
        """Keep the chosen entries private, or show them if all are private already."""
        chosen = self.chosen()
        if chosen:
            self.set_hidden(any(not entry.hidden for entry in chosen))

    def set_hidden(self, hidden: bool) -> None:
        """Keep the chosen entries private, or show them again."""
        touched = tuple(entry for entry in self.chosen() if entry.hidden is not hidden)
        if not touched:
            return
        ids = [entry.id for entry in touched]
        if not self.attempt(lambda: entries.set_hidden(self.vault, ids, hidden)):
            return
        self._read_again(ids)
        if not hidden:
            text = self.tr("%n item(s) can be shared again.", "", len(ids))
        else:
            text = self.tr("%n item(s) kept private: no access will contain them.", "", len(ids))
        if hidden and any(entry.kind in _CAUTION for entry in touched):
            text += " " + caution()
        self._done(text, lambda: entries.set_hidden(self.vault, ids, not hidden), ids)

    def _done(self, text: str, back: Callable[[], object], ids: Sequence[str] = ()) -> None:
        """Say what was done to the entries ``ids``, or to which ones there are, and how it is taken back."""
        self.undoable.emit(lambda: self._take_back(back, ids))
        self.say(text, action=self.tr("Undo"), do=self.undo_asked.emit)

    def _take_back(self, back: Callable[[], object], ids: Sequence[str]) -> None:
        if not self.attempt(back):
            return
        if ids:
            self._read_again(ids)
        else:
            self.refresh()
            self.changed.emit()
        self.say(self.tr("Undone."))

    def _read_again(self, ids: Sequence[str]) -> None:
        again = [entries.entry(self.vault, one) for one in ids]
        self.model.replace(again)
        if self._apart:
            self._apart = next((one for one in again if one.id == self._apart.id), self._apart)
        self._show_detail()
        self.changed.emit()

    def _close_chosen(self) -> None:
        ids = [entry.id for entry in self.chosen()]
        if self.attempt(lambda: entries.close_entries(self.vault, ids)):
            self._read_again(ids)
            self.say(self.tr("%n item(s) closed. Open them when you choose.", "", len(ids)))

    def _ask_open(self) -> None:
        ids = [entry.id for entry in self.chosen()]
        self.confirm.ask(
            self.tr("Open this item now? You will see all of it."),
            self.tr("Leave it closed"),
            self.tr("Open now"),
            lambda: self._open(ids),
        )

    def _open(self, ids: list[str]) -> None:
        if self.attempt(lambda: entries.open_entries(self.vault, ids)):
            self._read_again(ids)

    def _begin_topics(self) -> None:
        self.topics.begin(self.chosen())
        self._side.setCurrentWidget(self.topics)

    def _keep_topics(self) -> None:
        added, removed = self.topics.changes()
        before = {entry.id: frozenset(entry.labels) for entry in self.chosen()}

        def keep() -> None:
            for one in before:
                if added:
                    entries.add_labels(self.vault, one, added)
                if removed:
                    entries.remove_labels(self.vault, one, removed)

        if self.attempt(keep):
            self._read_again(tuple(before))
            text = self.tr("Sensitive topics of %n item(s) changed.", "", len(before))
            self._done(text, lambda: self._give_labels(before), tuple(before))

    def _give_labels(self, wanted: Mapping[str, frozenset[str]]) -> None:
        for one, labels in wanted.items():
            now = frozenset(entries.entry(self.vault, one).labels)
            entries.add_labels(self.vault, one, labels - now)
            entries.remove_labels(self.vault, one, now - labels)

    def begin_entry(self) -> None:
        """Ask for an item of the patient's own."""
        self.form.begin_new(people.people(self.vault), self.person)
        self._side.setCurrentWidget(self.form)
        self._show_side(True)
        self.form.title.setFocus()

    def _begin_edit(self) -> None:
        self.form.begin_edit(self.chosen()[0])
        self._side.setCurrentWidget(self.form)

    def _keep_entry(self) -> None:
        if not self.form.title.text().strip():
            self.say(self.tr("An item needs a title."), Level.WARNING)
            self.form.title.setFocus()
            return
        if (
            self.form.entry is None
            and not self.form.person.count()
            and not self.form.new_person.text().strip()
        ):
            self.say(self.tr("Say whose record this is."), Level.WARNING)
            self.form.new_person.setFocus()
            return
        if self.attempt(self._write_entry):
            self._side.setCurrentWidget(self.detail)
            self.refresh()
            self.changed.emit()
            self._show_detail()

    def _write_entry(self) -> None:
        changes = self.form.changes()
        if self.form.entry is not None:
            if changes:
                before = version(self.vault, self.form.entry.id)
                entries.edit(self.vault, self.form.entry.id, changes)
                self._done(self.tr("Item corrected."), lambda: restore(self.vault, before))
            return
        person = self.form.person.currentData()
        if not person:
            new = people.add_person(self.vault, self.form.new_person.text().strip())
            self.form.person.addItem(
                new.name, new.id
            )  # should the entry be refused, the person is there already
            person = new.id
        title = changes.pop("title")
        made = entries.add_own(self.vault, person, self.form.chosen_kind(), title, **changes)
        self._done(self.tr("Item written."), lambda: entries.delete(self.vault, [made.id]))

    def ask_delete(self) -> None:
        """Ask before the chosen entries are deleted for good."""
        ids = [entry.id for entry in self.chosen()]
        if not ids:
            return
        self.confirm.ask(
            self.tr(
                "Delete %n item(s) from this vault, with all earlier versions? This cannot be undone. Backups, copies "
                "of the vault and files already handed over may still hold them.",
                "",
                len(ids),
            ),
            self.tr("Keep"),
            self.tr("Delete for good"),
            lambda: self._delete(ids),
        )

    def _delete(self, ids: list[str]) -> None:
        vault = self.vault
        self.run(lambda _: entries.delete(vault, ids), lambda gone: self._deleted(len(ids), gone))

    def _deleted(self, count: int, gone: bool) -> None:
        if gone:
            self.say(self.tr("%n item(s) deleted from this vault.", "", count))
        else:
            self.say(
                self.tr(
                    "%n item(s) deleted; wiping the traces will end when the vault is next opened.", "", count
                ),
                Level.WARNING,
            )
        self.refresh()
        self.changed.emit()

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
