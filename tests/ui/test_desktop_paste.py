"""Pasting and dropping: pictures that are mere data, files, folders of files."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QColor, QDropEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from phr.entry import Kind
from storage import attachments, entries, inbox
from storage.entries import Filter
from ui.desktop import dropped
from ui.desktop.dropped import files_within
from ui.desktop.pictures import settle
from ui.desktop.window import Window

Wait = Callable[[Callable[[], bool]], None]


def picture() -> QImage:
    """A small picture."""
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(QColor("teal"))
    return image


def drop(window: Window, data: QMimeData) -> None:
    """Drop ``data`` on the window."""
    action, button, key = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    window.dropEvent(QDropEvent(QPoint(5, 5), action, data, button, key))
    settle()


def documents(window: Window) -> list[str]:
    """The titles of the documents, newest first."""
    assert window.vault is not None
    found = entries.page(window.vault, Filter(kinds=(Kind.DOCUMENT,))).entries
    return [one.title for one in found]


def test_a_pasted_picture_comes_in_and_leaves_the_clipboard(filled: Window) -> None:
    QApplication.clipboard().setImage(picture())
    filled.record.table.setFocus()
    QTest.keyClick(filled.record.table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert "presse-papiers" in filled.bar.text()
    filled.bar._act.click()
    assert QApplication.clipboard().image().isNull()
    assert filled.imports.isVisible()
    filled.imports.review.take.click()
    settle()
    (title,) = documents(filled)
    assert title.startswith("Image collée")
    assert filled.vault is not None
    (one,) = entries.page(filled.vault, Filter(kinds=(Kind.DOCUMENT,))).entries
    (file,) = attachments.of_entry(filled.vault, one.id)
    assert QImage.fromData(attachments.read(filled.vault, file.id)).size() == picture().size()


def test_a_picture_dropped_as_data_can_wait_in_the_vault(filled: Window) -> None:
    data = QMimeData()
    data.setImageData(picture())
    data.setUrls([QUrl("https://exemple.invalid/image.png")])  # as browsers give it; nothing is fetched
    drop(filled, data)
    filled.imports.review.wait.click()
    settle()
    assert filled.vault is not None
    (waits,) = inbox.waiting(filled.vault)
    assert waits.name.startswith("Image collée")
    assert documents(filled) == []


def test_text_in_a_field_is_still_pasted_there(filled: Window) -> None:
    QApplication.clipboard().setText("lithium")
    filled.record.filters.search.setFocus()
    QTest.keyClick(filled.record.filters.search, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert filled.record.filters.search.text() == "lithium"
    assert filled.bar.text() == ""
    QTest.keyClick(filled.record.table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert "presse-papiers" in filled.bar.text()


def test_a_folder_is_dropped_with_all_its_files(filled: Window, tmp_path: Path, wait_for: Wait) -> None:
    folder = tmp_path / "hopital"
    (folder / "2024" / ".cache").mkdir(parents=True)
    (folder / "lettre.txt").write_text("Cher confrère", encoding="utf-8")
    (folder / "2024" / "avis.txt").write_text("Avis", encoding="utf-8")
    (folder / "2024" / ".cache" / "x.txt").write_text("rien", encoding="utf-8")
    (folder / "2024" / "boucle").symlink_to(folder, target_is_directory=True)
    single = tmp_path / "seul.txt"
    single.write_text("Seul", encoding="utf-8")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(folder)), QUrl.fromLocalFile(str(single))])
    drop(filled, data)
    wait_for(lambda: len(filled.imports.review.reviewed) == 3)
    filled.imports.review.take.click()
    wait_for(lambda: sorted(documents(filled)) == ["avis", "lettre", "seul"])


def test_a_whole_disk_is_not_taken_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dropped, "MOST_FILES", 3)
    for number in range(5):
        (tmp_path / f"{number}.txt").touch()
    found, more = files_within([tmp_path])
    assert ([path.name for path in found], more) == (["0.txt", "1.txt", "2.txt"], True)
    assert files_within([tmp_path / "0.txt", tmp_path / "1.txt"])[1] is False
