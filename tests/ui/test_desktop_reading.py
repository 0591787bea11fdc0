"""A page reads while it is looked at, and only then."""

from datetime import timedelta

from phr.entry import Kind
from storage import entries
from storage.vault import Vault, open_vault
from tests.ui.conftest import PASSPHRASE
from ui.desktop.pictures import settle
from ui.desktop.window import Window


def write(window: Window) -> None:
    """Something that pages would show, and the word of another page that there is more."""
    assert window.vault is not None
    day = (window.vault.now() + timedelta(days=1)).date().isoformat()
    entries.add_own(window.vault, window.sidebar.ids()[0], Kind.APPOINTMENT, "Dentiste", date=day)
    window.settings.changed.emit()
    settle()


def test_unlocking_reads_the_page_shown_only(filled: Window, vault: Vault) -> None:
    filled.show_page(filled.today)
    filled.lock()
    filled.open_vault(open_vault(vault.folder, PASSPHRASE))
    settle()
    assert filled.today.latest.rows
    assert not filled.record.model.rowCount()
    filled.show_page(filled.record)
    settle()
    assert filled.record.model.rowCount() == 22


def test_what_changed_is_read_when_the_page_is_looked_at(filled: Window) -> None:
    filled.show_page(filled.today)
    settle()
    write(filled)
    assert [one.title for one in filled.today.to_come.rows] == ["Dentiste"]
    assert filled.record.model.rowCount() == 22
    filled.show_page(filled.record)
    settle()
    assert filled.record.model.rowCount() == 23


def test_what_did_not_change_is_not_read_again(filled: Window) -> None:
    filled.record.table.selectRow(3)
    chosen = filled.record.chosen()
    filled.show_page(filled.documents)
    settle()
    filled.show_page(filled.record)
    settle()
    assert filled.record.chosen() == chosen


def test_an_item_asked_for_is_shown_with_the_rows_that_come(filled: Window) -> None:
    filled.show_page(filled.today)
    settle()
    write(filled)
    filled.today.appointments.clicked.emit(filled.today.to_come.index(0, 0))
    settle()
    assert filled.pages.currentWidget() is filled.record
    assert [one.title for one in filled.record.chosen()] == ["Dentiste"]
    assert filled.record.detail.title.text() == "Dentiste"
