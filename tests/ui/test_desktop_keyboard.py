"""Everything with the keyboard alone: the ten commonest jobs, and an order of Tab that follows the page."""

import json
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from phr.entry import Kind
from sharing.opening import Opening
from storage import entries, grants, people
from storage.entries import Filter
from tests.photographs import paper, saved
from tests.ui.tour import tour
from tests.zips import put
from ui.desktop.pictures import settle
from ui.desktop.window import Window

Wait = Callable[[Callable[[], bool]], None]


def press(key: Qt.Key, window: Window) -> None:
    """A key, where the keyboard is."""
    QTest.keyClick(QApplication.focusWidget() or window, key)
    settle()


def type_in(text: str, window: Window) -> None:
    """Letters, where the keyboard is."""
    QTest.keyClicks(QApplication.focusWidget() or window, text)


def shortcut(action: QAction, window: Window) -> None:
    """The keys of an action."""
    QTest.keySequence(QApplication.focusWidget() or window, action.shortcut())
    settle()


def tab_to(widget: QWidget, window: Window) -> None:
    """Tab until the keyboard is at ``widget``."""
    for _ in range(80):
        if widget.hasFocus():
            return
        press(Qt.Key.Key_Tab, window)
    raise AssertionError(f"Tab does not lead to {widget}")


def do(button: QWidget, window: Window) -> None:
    """Go to a button and press it."""
    tab_to(button, window)
    press(Qt.Key.Key_Space, window)


def find(text: str, window: Window, wait_for: Wait) -> None:
    """Search the record, and go to the first item found."""
    shortcut(window.commands.search, window)
    type_in(text, window)
    model = window.record.model
    wait_for(lambda: model.rowCount() == 1 and text.split(maxsplit=1)[0] in model.entry_at(0).title.lower())
    press(Qt.Key.Key_Return, window)
    assert window.record.table.hasFocus()


def first_document(window: Window, folder: Path, wait_for: Wait, patch: pytest.MonkeyPatch) -> None:
    file = put(folder, b"Compte rendu du cardiologue", "lettre.txt")
    # The dialog is the system's own, with keys of its own.
    patch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(file)], ""))
    shortcut(window.commands.import_files, window)
    wait_for(window.imports.review.isVisible)
    do(window.imports.review.take, window)
    wait_for(window.imports.outcome.isVisible)
    do(window.imports.outcome.done, window)
    assert entries.count(window.record.vault, Filter(kinds=(Kind.DOCUMENT,))) == 1


def photographed_paper(window: Window, folder: Path, patch: pytest.MonkeyPatch) -> None:
    files = [put(folder, saved(paper((f"Page {number}",))), f"{number}.jpg") for number in (1, 2)]
    patch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(file) for file in files], ""))
    shortcut(window.commands.import_files, window)
    type_in("Ordonnance de mars", window)
    do(window.photographs.one, window)
    settle()
    assert entries.count(window.record.vault, Filter(search="ordonnance")) == 1


def something_private(window: Window, wait_for: Wait) -> None:
    find("bipolaire", window, wait_for)
    shortcut(window.commands.hide_entries, window)
    assert entries.count(window.record.vault, Filter(hidden=True)) == 1


def visit_prepared(window: Window, folder: Path, patch: pytest.MonkeyPatch) -> tuple[Path, str]:
    shortcut(window.commands.new_grant, window)
    tab_to(window.grant.who.new.name, window)
    type_in("Dr Linh Nguyen", window)
    do(window.grant.next, window)
    do(window.grant.next, window)
    modes = window.grant.terms.modes
    tab_to(next(iter(modes.values())), window)  # from there the arrow keys choose
    for key in (*[Qt.Key.Key_Up] * len(modes), *[Qt.Key.Key_Down] * len(modes)):
        if not modes["code"].isChecked():
            press(key, window)
    do(window.grant.next, window)
    patch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    do(window.grant.next, window)
    settle()
    return next(folder.glob("*.html")), window.grant.deliver.words.text()


def code_by_phone(window: Window, file: Path, words: str) -> None:
    opening = Opening.from_file(file)
    opening.unwrap(words)
    shortcut(window.commands.release, window)
    tab_to(window.release.challenge, window)
    type_in(opening.challenge, window)
    press(Qt.Key.Key_Return, window)
    do(window.release.confirm._go, window)
    settle()
    assert "bipolaire" not in json.dumps(json.loads(opening.open(window.release.code.text())))


def access_withdrawn(window: Window) -> None:
    shortcut(window.commands.pages["access"], window)
    tab_to(window.access.table, window)
    press(Qt.Key.Key_Down, window)
    do(window.access.withdraw, window)
    do(window.access.confirm._go, window)
    (row,) = grants.grants(window.access.vault)
    assert row.state == "withdrawn"


def family_member(window: Window) -> None:
    tab_to(window.sidebar.person, window)
    press(Qt.Key.Key_Home, window)
    for _ in range(window.sidebar.person.count()):
        if not window.sidebar.person.currentText().startswith("Jules"):
            press(Qt.Key.Key_Down, window)
    settle()
    assert window.sidebar.person.currentText().startswith("Jules")
    assert window.record.person == window.sidebar.whose() != ""


def test_the_ten_commonest_jobs(
    filled: Window, tmp_path: Path, wait_for: Wait, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = filled
    window.activateWindow()
    first_document(window, tmp_path, wait_for, monkeypatch)
    photographed_paper(window, tmp_path, monkeypatch)
    find("potassium 7", window, wait_for)  # a result found
    assert window.record.detail.value.text() == "5.4 mmol/L"
    something_private(window, wait_for)
    file, words = visit_prepared(window, tmp_path / "remis", monkeypatch)
    code_by_phone(window, file, words)
    access_withdrawn(window)
    find("lettre", window, wait_for)  # who has this letter?
    assert "Dr Linh Nguyen" in window.record.detail.fields["holders"].text()
    people.add_person(window.record.vault, "Jules Mercier")
    window.record.changed.emit()
    family_member(window)
    shortcut(window.commands.lock, window)
    assert window.vault is None
    assert window.unlock.passphrase.hasFocus()


def test_tab_follows_the_page(lived_in: Window, tmp_path: Path) -> None:
    found = set()
    for page in tour(lived_in, tmp_path):
        stops = [
            (one, QRect(one.mapTo(page, one.rect().topLeft()), one.size()))
            for one in _chain(page)
            if page.isAncestorOf(one) and one.isVisible() and one.isEnabled()
        ]
        found |= {
            (type(page).__name__, _told(before), _told(after))
            for (before, here), (after, there) in pairwise(stops)
            if _goes_back(here, there)
        }
    assert not found, "\n".join(map(str, sorted(found)))


def _chain(page: QWidget) -> list[QWidget]:
    """The widgets where Tab stops, in its order, from the page on."""
    found: list[QWidget] = []
    one = page.nextInFocusChain()
    while one is not None and one is not page:
        if one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.focusProxy() is None:
            found.append(one)
        one = one.nextInFocusChain()
    return found


def _goes_back(here: QRect, there: QRect) -> bool:
    """Whether one would go up without going right, or left without going down."""
    up = there.bottom() <= here.top() and there.left() < here.right()
    left = there.right() <= here.left() and there.top() < here.bottom()
    return up or left


def _told(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.property('text') or widget.accessibleName()}"
