"""What the patient does with the items chosen in the record: each can be taken back, or is asked about first."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from phr.entry import Kind
from storage import entries
from ui.desktop.message_bar import Level
from ui.desktop.warnings import caution

if TYPE_CHECKING:
    from ui.desktop.record_page import RecordPage

_CAUTION = (Kind.TREATMENT, Kind.ALLERGY)


class Curation(QObject):
    """Keeps private, closes, labels and deletes. ``undoable`` carries what takes back what was just done."""

    undoable = Signal(object)
    undo_asked = Signal()

    def __init__(self, page: "RecordPage") -> None:
        super().__init__(page)
        self._page = page
        page.detail.hide_asked.connect(self.set_hidden)
        page.detail.close_asked.connect(self._close)
        page.closed.open_asked.connect(self._ask_open)
        page.detail.topics_asked.connect(self._begin_topics)
        page.topics.kept.connect(self._keep_topics)
        page.detail.delete_asked.connect(self.ask_delete)

    def toggle_hidden(self) -> None:
        """Keep the chosen entries private, or show them if all are private already."""
        chosen = self._page.chosen()
        if chosen:
            self.set_hidden(any(not entry.hidden for entry in chosen))

    def set_hidden(self, hidden: bool) -> None:
        """Keep the chosen entries private, or show them again."""
        page = self._page
        touched = tuple(entry for entry in page.chosen() if entry.hidden is not hidden)
        if not touched:
            return
        ids = [entry.id for entry in touched]
        if not page.attempt(lambda: entries.set_hidden(page.vault, ids, hidden)):
            return
        page.read_again(ids)
        if not hidden:
            text = self.tr("%n item(s) can be shared again.", "", len(ids))
        else:
            text = self.tr("%n item(s) kept private: no access will contain them.", "", len(ids))
        if hidden and any(entry.kind in _CAUTION for entry in touched):
            text += " " + caution()
        self.done(text, lambda: entries.set_hidden(page.vault, ids, not hidden), ids)

    def done(self, text: str, back: Callable[[], object], ids: Sequence[str] = ()) -> None:
        """Say what was done to the entries ``ids``, or to which ones there are, and how it is taken back."""
        self.undoable.emit(lambda: self._take_back(back, ids))
        self._page.say(text, action=self.tr("Undo"), do=self.undo_asked.emit)

    def _take_back(self, back: Callable[[], object], ids: Sequence[str]) -> None:
        page = self._page
        if not page.attempt(back):
            return
        if ids:
            page.read_again(ids)
        else:
            page.refresh()
            page.changed.emit()
        page.say(self.tr("Undone."))

    def _close(self) -> None:
        page = self._page
        ids = [entry.id for entry in page.chosen()]
        if page.attempt(lambda: entries.close_entries(page.vault, ids)):
            page.read_again(ids)
            page.say(self.tr("%n item(s) closed. Open them when you choose.", "", len(ids)))

    def _ask_open(self) -> None:
        ids = [entry.id for entry in self._page.chosen()]
        self._page.confirm.ask(
            self.tr("Open this item now? You will see all of it."),
            self.tr("Leave it closed"),
            self.tr("Open now"),
            lambda: self._open(ids),
        )

    def _open(self, ids: list[str]) -> None:
        page = self._page
        if page.attempt(lambda: entries.open_entries(page.vault, ids)):
            page.read_again(ids)

    def _begin_topics(self) -> None:
        self._page.topics.begin(self._page.chosen())
        self._page.show_panel(self._page.topics)

    def _keep_topics(self) -> None:
        page = self._page
        added, removed = page.topics.changes()
        before = {entry.id: frozenset(entry.labels) for entry in page.chosen()}

        def keep() -> None:
            for one in before:
                if added:
                    entries.add_labels(page.vault, one, added)
                if removed:
                    entries.remove_labels(page.vault, one, removed)

        if page.attempt(keep):
            page.read_again(tuple(before))
            text = self.tr("Sensitive topics of %n item(s) changed.", "", len(before))
            self.done(text, lambda: self._give_labels(before), tuple(before))

    def _give_labels(self, wanted: Mapping[str, frozenset[str]]) -> None:
        vault = self._page.vault
        for one, labels in wanted.items():
            now = frozenset(entries.entry(vault, one).labels)
            entries.add_labels(vault, one, labels - now)
            entries.remove_labels(vault, one, now - labels)

    def ask_delete(self) -> None:
        """Ask before the chosen entries are deleted for good."""
        ids = [entry.id for entry in self._page.chosen()]
        if not ids:
            return
        self._page.confirm.ask(
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
        vault = self._page.vault
        self._page.run(lambda _: entries.delete(vault, ids), lambda gone: self._deleted(len(ids), gone))

    def _deleted(self, count: int, gone: bool) -> None:
        page = self._page
        if gone:
            page.say(self.tr("%n item(s) deleted from this vault.", "", count))
        else:
            page.say(
                self.tr(
                    "%n item(s) deleted; wiping the traces will end when the vault is next opened.", "", count
                ),
                Level.WARNING,
            )
        page.refresh()
        page.changed.emit()
