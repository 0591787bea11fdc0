"""The whole arc through the window: make a vault, import, search, keep private, give, allow, withdraw, look back."""

import json
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from sharing.opening import Opening
from storage import entries
from storage.entries import Filter
from storage.vault import open_vault
from tests.ui.conftest import PASSPHRASE
from ui.desktop.pictures import settle
from ui.desktop.window import Window

Wait = Callable[[Callable[[], bool]], None]


def history(window: Window) -> list[str]:
    """The sentences of the history page, newest first."""
    window.show_page(window.history)
    window.history.refresh()
    settle()
    model = window.history.model
    return [model.cell(row, 1) for row in model.rows]


def titles(window: Window) -> list[str]:
    """The titles in the table."""
    model = window.record.model
    return [model.entry_at(row).title for row in range(model.rowCount())]


def test_a_wrong_passphrase_is_told_and_the_right_one_opens(
    filled: Window, wait_for: Wait, tmp_path: Path
) -> None:
    filled.lock()
    filled.unlock.passphrase.setText("pas celle-ci")
    filled.unlock.start()
    wait_for(lambda: bool(filled.bar.text()))
    assert "n’ouvre pas" in filled.bar.text()
    filled.unlock.passphrase.setText(PASSPHRASE)
    filled.unlock.start()
    wait_for(lambda: filled.vault is not None)
    settle()
    assert filled.record.model.rowCount() == 22


def keep_private(window: Window) -> None:
    """Find the diagnosis as one types, and keep it private."""
    window.record.filters.search.setText("bipol")
    window.record.refresh()
    settle()
    assert titles(window) == ["Trouble bipolaire"]
    window.record.table.selectRow(0)
    window.record.curation.set_hidden(True)
    assert "gardé pour vous" in window.bar.text()
    window.record.filters.clear()
    settle()


def give(window: Window, folder: Path) -> tuple[Path, str]:
    """Give access to all but the diagnosis and the treatment: the file and its words."""
    window.commands.new_grant.trigger()
    window.grant.who.new.name.setText("Dr Linh Nguyen")
    for _ in range(3):
        window.grant.go_on()
        settle()
    preview = window.grant.preview
    listed = [entry.title for entry in preview.shared.held.rows]
    assert len(listed) == 21
    assert "Trouble bipolaire" not in listed
    preview.shared.selectRow(listed.index("Lithium"))
    preview.take_out.click()
    settle()
    assert [entry.title for entry in preview.left_out.held.rows] == ["Lithium"]
    assert not preview._caution.isHidden()
    window.grant.give(folder)
    settle()
    file = next(folder.glob("*.html"))
    assert str(file) in window.grant.deliver.files.text()
    words = window.grant.deliver.words.text()
    assert len(words.split()) == 5
    return file, words


def ask(window: Window, file: Path, words: str) -> Opening:
    """The practitioner opens the file; the patient types the code that is read out."""
    opening = Opening.from_file(file)
    opening.unwrap(words)
    window.commands.release.trigger()
    window.release.challenge.setText(opening.challenge)
    window.release.ask()
    settle()
    return opening


def withdraw(window: Window, words: str) -> None:
    """See the words again, then withdraw."""
    window.show_page(window.access)
    window.access.table.selectRow(0)
    window.access.words.click()
    assert window.access.spoken.text() == words
    window.access.ask_withdraw()
    assert window.access.confirm.text().startswith("Accès de Dr Linh Nguyen. Un code a été donné le")
    window.access.confirm._go.click()
    assert window.access.model.cell(window.access.model.rows[0], 2) == "Retiré"


def test_the_whole_arc(filled: Window, tmp_path: Path) -> None:
    window = filled
    assert [report.added for report in window.imports.reports] == [22]
    keep_private(window)
    file, words = give(window, tmp_path / "remis")

    opening = ask(window, file, words)
    assert "Dr Linh Nguyen" in window.release.confirm.text()
    assert window.release.code.text() == ""
    window.release.confirm._go.click()
    settle()
    package = json.loads(opening.open(window.release.code.text()))
    assert len(package["entry"]) == 1 + 20
    assert "bipolaire" not in json.dumps(package, ensure_ascii=False)
    window.release.copy.click()
    assert QApplication.clipboard().text() == window.release.code.text()

    withdraw(window, words)
    lines = history(window)
    assert lines[0] == "Accès retiré à Dr Linh Nguyen."
    assert "Code d’ouverture donné pour Dr Linh Nguyen." in lines
    assert "1 élément gardé pour vous." in lines

    ask(window, file, words)
    assert window.release.confirm.text() == ""
    assert window.bar.text()


def test_a_card_is_made_only_when_asked_and_is_the_release(filled: Window, tmp_path: Path) -> None:
    window = filled
    window.commands.new_grant.trigger()
    window.grant.who.new.name.setText("Dr Aubin")
    window.grant.terms.modes["card"].setChecked(True)
    for _ in range(3):
        window.grant.go_on()
        settle()
    window.grant.give(tmp_path / "remis")
    settle()
    window.grant.deliver.card.click()
    assert "reprend" in window.access.confirm.text()
    grant = window.access.chosen()
    assert grant is not None
    assert grant.released == 0
    window.access.make_card(grant, tmp_path / "carte.pdf")
    settle()
    assert (tmp_path / "carte.pdf").read_bytes().startswith(b"%PDF")
    assert (tmp_path / "carte.pdf").stat().st_mode & 0o077 == 0
    window.access.select(grant.gid)
    window.access.ask_withdraw()
    assert "Reprenez-la ou détruisez-la" in window.access.confirm.text()


def test_no_way_back_is_said_before_and_offers_no_withdrawal(filled: Window, tmp_path: Path) -> None:
    window = filled
    window.commands.new_grant.trigger()
    window.grant.who.new.name.setText("Dr Aubin")
    window.grant.go_on()
    window.grant.go_on()
    window.grant.terms.modes["no-way-back"].setChecked(True)
    window.grant.go_on()
    assert "ne pourra pas être retiré" in window.grant.confirm.text()
    assert window.grant.step == 2
    window.grant.confirm._go.click()
    settle()
    window.grant.give(tmp_path / "remis")
    settle()
    assert len(window.grant.deliver.words.text().split()) == 6
    window.show_page(window.access)
    window.access.table.selectRow(0)
    assert window.access.withdraw.isHidden()


def test_single_items_only_begins_with_none(filled: Window, tmp_path: Path) -> None:
    filled.commands.new_grant.trigger()
    filled.grant.who.new.name.setText("Dr Aubin")
    filled.grant.go_on()
    filled.grant.what.none.click()
    for _ in range(2):
        filled.grant.go_on()
        settle()
    step = filled.grant.preview
    assert list(step.shared.held.rows) == []
    filled.grant.give(tmp_path / "remis")
    settle()
    assert not (tmp_path / "remis").exists()
    step.found.selectRow(0)
    step.add.click()
    settle()
    assert len(step.shared.held.rows) == 1
    step.shared.selectRow(0)
    step.take_out.click()
    settle()
    assert list(step.shared.held.rows) == []


def test_locking_leaves_nothing_on_the_pages(filled: Window) -> None:
    window = filled
    window.record.table.selectRow(0)
    window.commands.new_grant.trigger()
    window.clipboard.copy("SECRET")
    folder = window.vault.folder if window.vault else Path()
    QTest.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert window.vault is None
    assert window.pages.currentWidget() is window.unlock
    assert window.record.model.rowCount() == 0
    assert window.history.model.rowCount() == 0
    assert window.grant.who.practitioner.count() == 0
    assert window.sidebar.person.count() == 0
    assert QApplication.clipboard().text() == ""
    assert window.unlock.place() == folder
    open_vault(folder, PASSPHRASE).close()


def test_idleness_locks(filled: Window) -> None:
    filled.idle.idle.emit()
    assert filled.vault is None


def test_deleting_asks_first_and_then_deletes(filled: Window) -> None:
    window = filled
    vault = window.vault
    assert vault is not None
    window.record.table.selectRow(0)
    window.record.curation.ask_delete()
    assert "C’est définitif" in window.record.confirm.text()
    assert entries.count(vault, Filter()) == 22
    window.record.confirm._back.click()
    assert entries.count(vault, Filter()) == 22
    window.record.curation.ask_delete()
    window.record.confirm._go.click()
    settle()
    assert entries.count(vault, Filter()) == 21
    assert window.record.model.rowCount() == 21


def test_another_passphrase_opens_from_then_on(filled: Window, wait_for: Wait) -> None:
    folder = filled.vault.folder if filled.vault else Path()
    filled.commands.change_passphrase.trigger()
    filled.passphrase.new.setText("une autre, plus longue encore")
    filled.passphrase.again.setText("une autre, plus longue encore")
    filled.passphrase.go.click()
    wait_for(lambda: "Phrase secrète changée" in filled.bar.text())
    assert filled.passphrase.new.text() == ""
    filled.lock()
    open_vault(folder, "une autre, plus longue encore").close()
