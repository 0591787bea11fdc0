"""The short ways to what is done most: they lead there, and leave nothing out that has to be asked or seen."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from phr.entry import Kind
from sharing import grants as sharing
from sharing.envelope import Mode
from sharing.scope import Scope
from storage import entries, grants, people, practitioners
from storage.entries import Filter
from storage.intake import Who, import_file
from tests.zips import put
from ui.desktop.people_row import MOST
from ui.desktop.pictures import settle
from ui.desktop.window import Window

Wait = Callable[[Callable[[], bool]], None]


def given(window: Window, folder: Path, name: str, mode: Mode = Mode.CODE, person: str = "") -> str:
    """An access, made."""
    vault = window.record.vault
    made = sharing.new_grant(
        vault,
        practitioner=practitioners.add_practitioner(vault, name).id,
        purpose="",
        scope=Scope(person=person or window.sidebar.ids()[0]),
        not_before=None,
        until=vault.now() + timedelta(days=7),
        releases=1,
        mode=mode,
        folder=folder / name,
        language="fr",
    )
    window.access.changed.emit()
    settle()
    return made.gid


def key(window: Window, key: Qt.Key, modifier: Qt.KeyboardModifier) -> None:
    """A key, wherever the keyboard is."""
    window.activateWindow()
    QTest.qWaitForWindowActive(window)
    QTest.keyClick(QApplication.focusWidget() or window, key, modifier)
    settle()


def test_enter_in_the_search_field_shows_the_first_item_even_before_the_search_ran(
    filled: Window, wait_for: Wait
) -> None:
    page = filled.record
    filled.commands.search.trigger()
    QTest.keyClicks(page.filters.search, "lithium")
    QTest.keyClick(page.filters.search, Qt.Key.Key_Return)
    wait_for(lambda: page.detail.title.text() == "Lithium")
    assert page.table.hasFocus()
    QTest.keyClicks(page.filters.search, " nulle part")
    QTest.keyClick(page.filters.search, Qt.Key.Key_Return)
    wait_for(lambda: page.model.rowCount() == 0)
    assert not page.chosen()


def test_an_access_withdrawn_from_today_is_asked_about_by_name(filled: Window, tmp_path: Path) -> None:
    kept = given(filled, tmp_path, "Dr Aubin")
    withdrawn = given(filled, tmp_path, "Dr Roux", Mode.CARD)
    given(filled, tmp_path, "Dr Sans Retour", Mode.NO_WAY_BACK)
    filled.show_page(filled.today)
    settle()
    buttons = {one.accessibleName(): one for one in filled.today.running.buttons}
    assert sorted(buttons) == ["Retirer l’accès de Dr Aubin…", "Retirer l’accès de Dr Roux…"]
    buttons["Retirer l’accès de Dr Roux…"].click()
    settle()
    assert filled.pages.currentWidget() is filled.access
    assert filled.access.confirm.text().startswith("Accès de Dr Roux.")
    states = {row.gid: row.state for row in grants.grants(filled.record.vault)}
    assert states[withdrawn] == states[kept] == "running"  # the question has not been answered
    filled.access.confirm._go.click()
    settle()
    states = {row.gid: row.state for row in grants.grants(filled.record.vault)}
    assert (states[withdrawn], states[kept]) == ("withdrawn", "running")
    filled.show_page(filled.today)
    settle()
    assert len(filled.today.running.buttons) == 1


def test_today_shows_the_accesses_of_the_person_looked_at(filled: Window, tmp_path: Path) -> None:
    odile = filled.sidebar.ids()[0]
    jules = people.add_person(filled.record.vault, "Jules Mercier")
    entries.add_own(filled.record.vault, jules.id, Kind.NOTE, "Lunettes")
    given(filled, tmp_path, "Dr Aubin", person=odile)
    given(filled, tmp_path, "Dr Roux", person=jules.id)
    filled.show_page(filled.today)
    for person, count in ((odile, 1), (jules.id, 1), ("", 2)):
        filled.sidebar.choose(person)
        filled.show_page(filled.today)
        settle()
        assert len(filled.today.running.buttons) == count
    filled.lock()
    assert filled.today.running.buttons == []


def test_the_only_running_access_is_chosen_already(filled: Window, tmp_path: Path) -> None:
    gid = given(filled, tmp_path, "Dr Aubin")
    filled.show_page(filled.access)
    settle()
    chosen = filled.access.chosen()
    assert chosen is not None
    assert chosen.gid == gid
    assert filled.access.withdraw.isVisible()
    assert filled.access.confirm.text() == ""


def test_who_has_an_item_is_answered_where_it_is_seen(filled: Window, tmp_path: Path) -> None:
    person = filled.sidebar.ids()[0]
    import_file(filled.record.vault, put(tmp_path, b"Lettre", "lettre.txt"), who=Who(person=person))
    (letter,) = entries.page(filled.record.vault, Filter(kinds=(Kind.DOCUMENT,))).entries
    filled.record.refresh()
    settle()
    filled.record.show_entry(letter.id)
    assert filled.record.detail.fields["holders"].text() == "Personne\xa0: aucun accès ne l’a contenu."
    filled.show_page(filled.documents)
    settle()
    filled.documents.show_document(letter.id)
    settle()
    assert filled.documents.holders.text().endswith("Personne\xa0: aucun accès ne l’a contenu.")
    given(filled, tmp_path, "Dr Aubin")
    assert "Dr Aubin" in filled.documents.holders.text()
    entries.delete(filled.record.vault, [letter.id])
    filled.record.changed.emit()
    settle()
    assert not filled.documents.holders.isVisible()
    assert filled.documents.name.text() == ""
    assert filled.bar.text() == ""


def test_a_sign_leads_to_each_of_the_family(filled: Window) -> None:
    row = filled.sidebar.family
    assert not row.isVisible()  # one person needs none
    for name in ("Jules", "Léa", "Paul", "Rose", "Zoé"):
        people.add_person(filled.record.vault, name)
    filled.people.changed.emit()
    settle()
    assert [one.accessibleName() for one in row.buttons] == ["Jules", "Léa", "Odile Mercier", "Paul", "Rose"]
    assert len(row.buttons) == MOST
    row.buttons[1].click()
    assert filled.sidebar.person.currentText() == "Léa"
    assert filled.record.person == filled.sidebar.whose()
    key(filled, Qt.Key.Key_6, Qt.KeyboardModifier.AltModifier)
    assert filled.sidebar.person.currentText() == "Zoé"  # who has no sign has a key all the same
    key(filled, Qt.Key.Key_9, Qt.KeyboardModifier.AltModifier)
    assert filled.sidebar.person.currentText() == "Zoé"
    key(filled, Qt.Key.Key_Ampersand, Qt.KeyboardModifier.AltModifier)
    assert filled.sidebar.person.currentText() == "Jules"
    filled.lock()
    assert row.buttons == []


def test_pages_by_the_digits_of_a_french_keyboard(filled: Window) -> None:
    for french, page in ((Qt.Key.Key_Ampersand, filled.today), (Qt.Key.Key_Ccedilla, filled.settings)):
        key(filled, french, Qt.KeyboardModifier.ControlModifier)
        assert filled.pages.currentWidget() is page


def test_the_straight_way_shows_the_terms_and_asks_what_has_no_way_back(filled: Window) -> None:
    path = filled.grant
    filled.commands.new_grant.trigger()
    assert path.who.new.name.hasFocus()
    path.who.new.name.setText("Dr Aubin")
    path.go_on()
    assert path.straight.isVisible()
    path.straight.click()
    settle()
    assert path.preview.isVisible()
    assert not path.straight.isVisible()
    terms = path.preview._terms.text()
    assert terms.startswith("À distance, avec un code d’ouverture. S’ouvre jusqu’au ")
    assert terms.endswith(" 1\xa0ouverture.")
    path.back.click()  # to the terms, which can be changed
    assert path.terms.isVisible()
    path.terms.modes["no-way-back"].setChecked(True)
    path.back.click()
    path.straight.click()
    settle()
    assert not path.preview.isVisible()
    assert "ne pourra pas être retiré" in path.confirm.text()
    path.confirm._go.click()
    settle()
    assert path.preview._terms.text().startswith("Sans retour.")


def test_the_straight_way_leaves_nothing_unsaid(filled: Window) -> None:
    path = filled.grant
    filled.commands.new_grant.trigger()
    path.who.new.name.setText("Dr Aubin")
    path.go_on()
    path.terms.later.setChecked(True)
    path.terms.begins_on.setDate(path.terms.day.date().addDays(30))
    path.straight.click()
    settle()
    assert path.what.isVisible()
    assert filled.bar.text() == "L’accès finirait avant de commencer."


def test_escape_closes_the_message(filled: Window, wait_for: Wait) -> None:
    filled.record.say("Une phrase")
    key(filled, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
    wait_for(lambda: filled.bar.text() == "")


@pytest.mark.parametrize("language", ["fr", "en"])
def test_running_accesses_speak_the_language_shown(filled: Window, tmp_path: Path, language: str) -> None:
    given(filled, tmp_path, "Dr Aubin")
    filled.show_page(filled.today)
    settle()
    filled.set_language(language)
    settle()
    (button,) = filled.today.running.buttons
    assert button.text() == {"fr": "Retirer…", "en": "Withdraw…"}[language]
