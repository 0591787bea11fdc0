"""The first minute: a passphrase, a place, a first document or the sample record."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog

from sharing.wordlist import fold, words
from storage import entries, state
from storage.entries import Filter
from storage.vault import Vault, open_vault
from tests.ui.conftest import PASSPHRASE
from ui.desktop.settings import Settings
from ui.desktop.window import Window

Wait = Callable[[Callable[[], bool]], None]


def make(window: Window, folder: Path, wait_for: Wait) -> Vault:
    """Through the two steps, with a passphrase of one's own."""
    first = window.unlock.first
    first.passphrase.setText(PASSPHRASE)
    first.again.setText(PASSPHRASE)
    first.next.click()
    first.folder.setText(str(folder))
    first.make.click()
    wait_for(lambda: window.vault is not None)
    assert window.vault is not None
    return window.vault


def test_three_steps_to_the_first_document(
    window: Window, tmp_path: Path, bundle_file: Path, wait_for: Wait, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert window.unlock.creating
    first = window.unlock.first
    first.passphrase.setText(PASSPHRASE)
    first.again.setText("autre chose")
    first.next.click()
    assert "différentes" in window.bar.text()
    assert first.steps.currentIndex() == 0

    vault = make(window, tmp_path / "neuf", wait_for)
    assert first.passphrase.text() == ""
    assert first.again.text() == ""
    assert window.pages.currentWidget() is window.first_document

    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(bundle_file)], ""))
    window.first_document.choose.click()
    wait_for(window.imports.review.take.isVisible)
    window.imports.review.take.click()
    wait_for(lambda: entries.count(vault, Filter()) == 22)
    window.lock()
    assert not window.unlock.creating
    open_vault(tmp_path / "neuf", PASSPHRASE).close()


def test_six_words_are_proposed_and_typed_again(window: Window) -> None:
    first = window.unlock.first
    first.propose.click()
    proposed = first.passphrase.text()
    known = {fold(word) for word in words("fr")}
    assert len(proposed.split()) == 6
    assert set(proposed.split()) <= known
    assert first.again.text() == ""
    first.propose.click()
    assert first.passphrase.text() != proposed
    first.go_on()
    assert first.steps.currentIndex() == 0


def test_a_synchronised_folder_is_warned_of(window: Window, tmp_path: Path) -> None:
    first = window.unlock.first
    first.folder.setText(str(tmp_path / "Dropbox" / "Carnet"))
    assert "Dropbox" in first._synchronised.text()
    assert not first._synchronised.isHidden()
    first.folder.setText(str(tmp_path / "Carnet"))
    assert first._synchronised.isHidden()


def test_a_stick_with_something_on_it_gets_a_folder(
    window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "photo.jpg").touch()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    window.unlock.first.choose.click()
    assert window.unlock.first.place() == tmp_path / "Carnet"


def test_the_sample_is_marked_and_goes_away(
    window: Window, vault: Vault, settings: Settings, bundle_file: Path, wait_for: Wait
) -> None:
    own = vault.folder
    window.open_vault(vault)
    window.show_page(window.first_document)
    window.first_document.sample.click()
    wait_for(lambda: window.vault not in {None, vault})
    assert window.vault is not None
    shown = window.vault
    assert window.sample.isVisible()
    assert settings.vault == own
    assert entries.count(shown, Filter()) > 50

    drop = QMimeData()
    drop.setUrls([QUrl.fromLocalFile(str(bundle_file))])
    window.dropEvent(
        QDropEvent(
            QPoint(5, 5),
            Qt.DropAction.CopyAction,
            drop,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )
    QApplication.processEvents()
    assert window.pages.currentWidget() is not window.imports
    assert "exemple" in window.bar.text()

    window.sample.leave.click()
    assert window.vault is None
    assert not window.sample.isVisible()
    assert not shown.folder.exists()
    assert state.record(shown.id) is None
    assert window.unlock.place() == own


def test_lost_is_said_without_promises(window: Window, vault: Vault) -> None:
    window.open_vault(vault)
    window.lock()
    window.unlock.lost.click()
    assert "Personne, pas même nous" in window.bar.text()
    assert "feuille de secours" not in window.bar.text()
