"""The first page, and the settings, in the real window."""

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from phr.entry import Kind
from storage import entries, news
from storage.backup import restore
from storage.vault import Vault, open_vault
from tests.ui.conftest import PASSPHRASE, bring_in
from ui.desktop.pictures import settle
from ui.desktop.settings import Settings
from ui.desktop.theme import Size
from ui.desktop.window import Window


def test_unlocking_shows_what_is_to_come_and_what_is_new(filled: Window) -> None:
    assert filled.vault is not None
    now = filled.vault.now()
    person = filled.sidebar.whose()
    for days, title in ((40, "Cardiologue"), (2, "Dentiste"), (-3, "Passé")):
        day = (now + timedelta(days=days)).date().isoformat()
        entries.add_own(filled.vault, person, Kind.APPOINTMENT, title, date=day)
    filled.show_page(filled.today)
    filled.today.refresh()
    settle()
    assert [one.title for one in filled.today.to_come.rows] == ["Dentiste", "Cardiologue"]
    assert [one.title for one in filled.today.latest.rows][:3] == ["Passé", "Dentiste", "Cardiologue"]
    assert filled.today.appointments.isVisible()


def test_an_item_of_today_is_shown_in_full(filled: Window) -> None:
    filled.show_page(filled.today)
    settle()
    newest = filled.today.latest.rows[0]
    filled.today.new.clicked.emit(filled.today.latest.index(0, 0))
    settle()
    assert filled.pages.currentWidget() is filled.record
    assert [one.id for one in filled.record.chosen()] == [newest.id]


def test_what_waits_leads_to_where_it_waits(window: Window, vault: Vault, bundle_file: Path) -> None:
    window.open_vault(vault)
    settle()
    assert window.pages.currentWidget() is window.today
    assert not window.today.check.isVisible()
    window.taking.take_files([bundle_file])
    settle()
    window.imports.review.wait.click()
    settle()
    window.show_page(window.today)
    settle()
    window.today.check.click()
    settle()
    assert window.pages.currentWidget() is window.inbox


def test_the_time_before_is_told(window: Window, vault: Vault, bundle_file: Path) -> None:
    window.open_vault(vault)
    bring_in(window, bundle_file)
    assert news.since_last_opening(vault)[0] is None
    window.lock()
    for _ in range(2):
        window.lock()
        window.open_vault(open_vault(vault.folder, PASSPHRASE))
        settle()
    found = window.today._today
    assert found is not None
    assert found.opened_before is not None
    assert "Ouverture précédente" in window.today._history.words.text()


def test_a_backup_made_in_the_window_opens_again(filled: Window, tmp_path: Path) -> None:
    assert filled.vault is not None
    filled.show_page(filled.settings)
    filled.settings.back_up_to(tmp_path / "sauvegardes")
    settle()
    restore(tmp_path / "sauvegardes", tmp_path / "restored", PASSPHRASE)
    with open_vault(tmp_path / "restored", PASSPHRASE) as again:
        assert entries.count(again, entries.Filter()) == 22
    filled.show_page(filled.today)
    settle()
    found = filled.today._today
    assert found is not None
    assert found.backup is not None


def test_an_export_is_asked_about_and_is_its_owners_alone(filled: Window, tmp_path: Path) -> None:
    filled.show_page(filled.settings)
    filled.settings.export.click()
    assert "sans aucune protection" in filled.settings.confirm.text()
    filled.settings.export_to(tmp_path / "carnet.json")
    settle()
    assert b"Trouble bipolaire" in (tmp_path / "carnet.json").read_bytes()
    assert (tmp_path / "carnet.json").stat().st_mode & 0o077 == 0
    assert [file.name for file in tmp_path.glob("carnet*")] == ["carnet.json"]


def test_the_vault_is_verified(filled: Window) -> None:
    filled.show_page(filled.settings)
    filled.settings.check_vault()
    settle()
    assert "Vérifié" in filled.bar.text()


def test_what_takes_its_time_can_be_stopped(filled: Window, tmp_path: Path) -> None:
    page = filled.settings
    filled.show_page(page)
    page.back_up.setFocus()
    page.back_up_to(tmp_path / "sauvegardes")
    assert page.work.isVisible()
    assert not page.check.isEnabled()
    QTest.keyClick(page.work.stop, Qt.Key.Key_Space)
    settle()
    assert not page.work.isVisible()
    assert page.check.isEnabled()
    # It may have been too late: then the backup is there, and that is said.
    made = list((tmp_path / "sauvegardes").iterdir())
    assert ("Arrêté" in filled.bar.text()) != bool(made)


def test_the_look_changes_at_once_and_is_remembered(filled: Window, settings: Settings) -> None:
    page = filled.settings
    filled.show_page(page)
    width = filled.sidebar.width()
    page.text_size.setCurrentIndex(2)
    page.text_size.activated.emit(2)
    settle()
    assert filled.font().pointSizeF() == pytest.approx(Size.BASE * 1.3)
    assert filled.sidebar.width() > width
    page.simple.setChecked(True)
    shown = [name for name, button in filled.sidebar.pages.items() if button.isVisible()]
    assert shown == ["today", "record", "documents", "access"]
    filled.commands.pages["history"].trigger()
    assert filled.pages.currentWidget() is filled.history
    page.lock_after.setCurrentIndex(0)
    page.lock_after.activated.emit(0)
    assert filled.idle._timer.interval() == 2 * 60 * 1000
    assert (settings.text_size, settings.simple, settings.lock_after) == (130, True, 2)
    page.language.setCurrentIndex(1)
    page.language.activated.emit(1)
    settle()
    assert page.simple.text() == "Simple window: four pages"
    filled.set_text_size(100)


def test_locking_leaves_nothing_of_today(filled: Window) -> None:
    filled.show_page(filled.today)
    settle()
    filled.lock()
    assert not filled.today.latest.rows
    assert filled.today._today is None
    assert not filled.settings._place.text()
