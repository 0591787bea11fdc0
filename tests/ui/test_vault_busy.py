"""While something else is written to the vault the window says so; it does not stand still, and loses nothing."""

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial

import pytest
from PySide6.QtCore import Qt, QThreadPool
from PySide6.QtTest import QTest

from storage import entries
from storage.errors import VaultBusy
from storage.vault import Vault
from ui.desktop.app import _failed
from ui.desktop.window import Window


@contextmanager
def being_written(vault: Vault) -> Iterator[None]:
    """Another thread is within a transaction, as it is while an import runs."""
    begun, over = threading.Event(), threading.Event()

    def write() -> None:
        with vault.write():
            begun.set()
            over.wait()

    writer = threading.Thread(target=write)
    writer.start()
    begun.wait()
    try:
        yield
    finally:
        over.set()
        writer.join()


def test_only_a_thread_in_a_hurry_gives_up(vault: Vault) -> None:
    vault.hurry()
    with being_written(vault):
        with pytest.raises(VaultBusy), vault.write():
            pass
        with vault.read() as db:
            assert db.execute("SELECT count(*) FROM entry").fetchone()[0] == 0
        waited: list[bool] = []

        def wait() -> None:
            with vault.write():
                waited.append(True)

        other = threading.Thread(target=wait)
        other.start()
    other.join()
    assert waited
    with vault.write():
        pass


@pytest.mark.qt_no_exception_capture
def test_keeping_private_and_undoing_are_asked_for_again(
    filled: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert filled.vault is not None
    monkeypatch.setattr(sys, "excepthook", partial(_failed, filled))
    filled.record.table.selectRow(0)
    one = filled.record.chosen()[0].id
    with being_written(filled.vault):
        QTest.keyClick(filled.record.table, Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
        assert "écrit encore" in filled.bar.text()
        assert not entries.entry(filled.vault, one).hidden
    QTest.keyClick(filled.record.table, Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    assert entries.entry(filled.vault, one).hidden
    with being_written(filled.vault):
        filled.commands.undo.trigger()
        assert "écrit encore" in filled.bar.text()
    assert entries.entry(filled.vault, one).hidden
    filled.commands.undo.trigger()
    assert not entries.entry(filled.vault, one).hidden


def test_every_page_is_read_meanwhile(filled: Window) -> None:
    assert filled.vault is not None
    with being_written(filled.vault):
        for page in (filled.access, filled.history, filled.record):
            filled.show_page(page)
            assert QThreadPool.globalInstance().waitForDone(20_000)
