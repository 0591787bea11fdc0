"""What the patient writes: an item of their own, or a correction of one that is there."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from storage import entries, people
from storage.restoring import restore, version
from ui.desktop.message_bar import Level

if TYPE_CHECKING:
    from ui.desktop.record_page import RecordPage


class Writing(QObject):
    """The form at the side of the record, from its opening to the item kept."""

    def __init__(self, page: "RecordPage") -> None:
        super().__init__(page)
        self._page = page
        page.write.clicked.connect(self.begin)
        page.detail.edit_asked.connect(self._begin_edit)
        page.form.kept.connect(self._keep)

    def begin(self) -> None:
        """Ask for an item of the patient's own."""
        page = self._page
        page.form.begin_new(people.people(page.vault), page.person)
        page.show_panel(page.form)
        page.form.title.setFocus()

    def _begin_edit(self) -> None:
        self._page.form.begin_edit(self._page.chosen()[0])
        self._page.show_panel(self._page.form)

    def _keep(self) -> None:
        page, form = self._page, self._page.form
        if not form.title.text().strip():
            page.say(self.tr("An item needs a title."), Level.WARNING)
            form.title.setFocus()
        elif form.entry is None and not form.person.count() and not form.new_person.text().strip():
            page.say(self.tr("Say whose record this is."), Level.WARNING)
            form.new_person.setFocus()
        elif page.attempt(self._write):
            page.show_panel(page.detail)
            page.refresh()
            page.changed.emit()
            page.show_chosen()

    def _write(self) -> None:
        vault, form, done = self._page.vault, self._page.form, self._page.curation.done
        changes = form.changes()
        if form.entry is not None:
            if changes:
                before = version(vault, form.entry.id)
                entries.edit(vault, form.entry.id, changes)
                done(self.tr("Item corrected."), lambda: restore(vault, before))
            return
        person = form.person.currentData()
        if not person:
            new = people.add_person(vault, form.new_person.text().strip())
            form.person.addItem(new.name, new.id)  # should the entry be refused, the person is there already
            person = new.id
        title = changes.pop("title")
        made = entries.add_own(vault, person, form.chosen_kind(), title, **changes)
        done(self.tr("Item written."), lambda: entries.delete(vault, [made.id]))
