"""What was done last is taken back, by the keyboard or the message bar, until the vault is locked."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from storage import entries
from storage.entries import Filter
from storage.vault import Vault, open_vault
from tests.ui.conftest import PASSPHRASE
from ui.desktop.pictures import settle
from ui.desktop.window import Window


def undo(window: Window) -> None:
    """Press Ctrl+Z on the table."""
    QTest.keyClick(window.record.table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle()


def vault_of(window: Window) -> Vault:
    """The open vault."""
    assert window.vault is not None
    return window.vault


def test_one_after_the_other_the_last_first(filled: Window) -> None:
    vault = vault_of(filled)
    record = filled.record
    assert not filled.commands.undo.isEnabled()
    record.table.selectRow(0)
    one = record.chosen()[0]
    entries.add_labels(vault, one.id, ["cardiology", "à moi"])
    record.refresh()
    settle()
    record.select(one.id)

    record.curation.toggle_hidden()
    record.detail.topics.click()
    record.topics.boxes["psychiatry"].setChecked(True)
    record.topics.boxes["cardiology"].setChecked(False)
    record.topics.keep.click()
    record.detail.edit.click()
    record.form.title.setText("Kaliémie")
    record.form.keep.click()
    settle()
    now = entries.entry(vault, one.id)
    assert (now.title, now.hidden, now.labels) == ("Kaliémie", True, ("psychiatry", "à moi"))

    undo(filled)
    now = entries.entry(vault, one.id)
    assert (now.title, now.hidden, now.labels) == (one.title, True, ("psychiatry", "à moi"))
    undo(filled)
    now = entries.entry(vault, one.id)
    assert (now.hidden, now.labels) == (True, ("cardiology", "à moi"))
    undo(filled)
    assert not entries.entry(vault, one.id).hidden
    assert "Annulé" in filled.bar.text()
    assert not filled.commands.undo.isEnabled()


def test_an_item_just_written_goes_again_by_the_bar(filled: Window) -> None:
    vault = vault_of(filled)
    before = entries.count(vault, Filter())
    filled.commands.new_entry.trigger()
    filled.record.form.title.setText("Vertiges")
    filled.record.form.keep.click()
    settle()
    assert entries.count(vault, Filter()) == before + 1
    filled.bar._act.click()
    settle()
    assert entries.count(vault, Filter()) == before
    assert entries.count(vault, Filter(search="vertiges")) == 0


def test_what_was_deleted_since_is_said(filled: Window) -> None:
    vault = vault_of(filled)
    filled.record.table.selectRow(0)
    one = filled.record.chosen()[0].id
    filled.record.curation.toggle_hidden()
    entries.delete(vault, [one])
    undo(filled)
    assert filled.bar.text()
    assert "Annulé" not in filled.bar.text()


def test_nothing_is_taken_back_after_locking(filled: Window) -> None:
    folder = vault_of(filled).folder
    filled.record.table.selectRow(0)
    one = filled.record.chosen()[0].id
    filled.record.curation.toggle_hidden()
    filled.lock()
    filled.undo.undo()
    filled.open_vault(open_vault(folder, PASSPHRASE))
    assert not filled.commands.undo.isEnabled()
    undo(filled)
    assert entries.entry(vault_of(filled), one).hidden
