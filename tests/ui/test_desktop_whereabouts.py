"""Back to where one was: after unlocking, in another run, and with each person; never by anything of the record."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent, QSettings
from PySide6.QtWidgets import QApplication

from phr.entry import Kind
from storage import entries, people
from storage.vault import Vault, open_vault
from tests.ui.conftest import PASSPHRASE
from ui.desktop.app import window_for
from ui.desktop.pictures import settle
from ui.desktop.settings import Settings
from ui.desktop.window import Window

Wait = Callable[[Callable[[], bool]], None]


def unlock(window: Window) -> None:
    """The passphrase typed again."""
    window.unlock.passphrase.setText(PASSPHRASE)
    window.unlock.go.click()
    settle()


@pytest.fixture
def family(filled: Window) -> Window:
    """Odile's record, and Jules's with a letter in it."""
    assert filled.vault is not None
    jules = people.add_person(filled.vault, "Jules Mercier")
    entries.add_own(filled.vault, jules.id, Kind.NOTE, "Carnet de vaccination")
    filled.people.changed.emit()
    settle()
    return filled


@pytest.fixture
def later(qapp: QApplication, window: Window, settings: Settings) -> Iterator[Callable[[], Window]]:
    """A window of a later run: nothing is left but the settings."""
    made: list[Window] = []

    def run() -> Window:
        window.close()
        made.append(window_for(qapp, settings))
        made[-1].show()
        return made[-1]

    yield run
    for one in made:
        one.close()
        one.set_language("en")  # else its French stays below the English of every window after it
        one.deleteLater()
    settle()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_unlocking_leads_back_to_the_item(filled: Window) -> None:
    page = filled.record
    page.table.selectRow(15)
    page.table.scrollToBottom()
    chosen, top = page.chosen(), page.table.rowAt(0)
    assert top > 0
    filled.lock()
    unlock(filled)
    assert filled.pages.currentWidget() is page
    assert page.chosen() == chosen
    assert page.table.rowAt(0) == top
    assert page.detail.title.text() == chosen[0].title


def test_an_item_apart_from_the_rows_is_shown_again_but_the_words_are_not_kept(filled: Window) -> None:
    filled.record.filters.search.setText("lithium")
    filled.record.refresh()
    settle()
    filled.record.table.selectRow(0)
    filled.lock()
    unlock(filled)
    assert filled.record.filters.search.text() == ""
    assert filled.record.detail.title.text() == "Lithium"


def test_an_item_deleted_meanwhile_is_not_missed(filled: Window, vault: Vault) -> None:
    filled.record.table.selectRow(3)
    (gone,) = filled.record.chosen()
    filled.lock()
    again = open_vault(vault.folder, PASSPHRASE)
    entries.delete(again, [gone.id])
    filled.open_vault(again)
    settle()
    assert filled.pages.currentWidget() is filled.record
    assert not filled.record.chosen()
    assert filled.bar.text() == ""


def test_each_person_has_a_page(family: Window) -> None:
    odile, jules = (family.sidebar.person.findText(name) for name in ("Odile Mercier", "Jules Mercier"))
    family.sidebar.choose(family.sidebar.person.itemData(odile))
    family.show_page(family.trends)
    family.sidebar.choose(family.sidebar.person.itemData(jules))
    assert family.pages.currentWidget() is family.trends  # never anywhere with Jules: one stays
    family.show_page(family.documents)
    family.sidebar.choose(family.sidebar.person.itemData(odile))
    assert family.pages.currentWidget() is family.trends
    family.sidebar.choose(family.sidebar.person.itemData(jules))
    assert family.pages.currentWidget() is family.documents
    family.lock()
    unlock(family)
    assert family.sidebar.person.currentText() == "Jules Mercier"
    assert family.pages.currentWidget() is family.documents


def test_what_was_searched_for_is_not_searched_in_another_record(family: Window) -> None:
    family.sidebar.choose(family.sidebar.ids()[0])
    family.record.filters.search.setText("lithium")
    settle()
    family.sidebar.choose(family.sidebar.ids()[1])
    settle()
    assert family.record.filters.search.text() == ""
    assert family.record.model.rowCount() > 0
    assert not family.record.filters._wait.isActive()  # nor sought later


def test_what_is_being_done_is_not_left_for_another_person(family: Window) -> None:
    family.show_page(family.trends)
    family.sidebar.choose(family.sidebar.ids()[0])
    family.commands.new_grant.trigger()
    family.sidebar.choose("")
    assert family.pages.currentWidget() is family.grant


def test_a_later_run_knows_person_and_page_only(
    family: Window, later: Callable[[], Window], settings: Settings
) -> None:
    jules = next(one for one in people.people(family.record.vault) if one.name == "Jules Mercier")
    family.sidebar.choose(jules.id)
    family.show_page(family.record)
    settle()
    family.record.table.selectRow(0)
    (note,) = family.record.chosen()
    vault = family.record.vault
    folder, secrets = vault.folder, (vault.id, jules.id, jules.name, note.id, note.title)
    again = later()
    kept = str([(key, QSettings.value(settings._store, key)) for key in settings._store.allKeys()])
    assert not [secret for secret in secrets if secret in kept]
    again.open_vault(open_vault(folder, PASSPHRASE))
    settle()
    assert again.sidebar.person.currentText() == "Jules Mercier"
    assert again.pages.currentWidget() is again.record
    assert not again.record.chosen()


def test_another_vault_begins_anew(filled: Window, vault: Vault, settings: Settings) -> None:
    filled.show_page(filled.history)
    filled.show_sample()
    settle()
    assert filled.pages.currentWidget() is filled.today
    filled.show_page(filled.trends)
    kept = settings.places
    filled.lock()
    assert settings.places == kept  # of the sample nothing is kept
    filled.open_vault(open_vault(vault.folder, PASSPHRASE))
    settle()
    assert filled.pages.currentWidget() is filled.history


@pytest.mark.parametrize("damaged", ["", "x", ["a b", "c", "d today"], 7, b"\x00"])
def test_damaged_settings_are_no_obstacle(
    window: Window, vault: Vault, settings: Settings, damaged: object
) -> None:
    settings._store.setValue("places", damaged)
    window.open_vault(vault)
    assert window.pages.currentWidget() is window.today
