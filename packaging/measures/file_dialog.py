"""The dialogs that choose files and folders, answered as :class:`measures.hand.Hand` does all else.

Without a display Qt shows its own instead of the system's. The hand finds it at the folder where the files lie.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QFileDialog, QLineEdit, QListView

from measures.hand import Hand, Way

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


Part = TypeVar("Part", bound=QObject)


class Answer:
    """While entered, answers the dialog that opens: with files of ``folder``, or the folder itself."""

    def __init__(self, hand: Hand, folder: Path, names: Sequence[str] = ()) -> None:
        self._hand = hand
        self._folder = folder
        self._names = names
        self._timer = QTimer()
        self._timer.setInterval(5)
        self._timer.timeout.connect(self._look)

    def __enter__(self) -> None:
        self._timer.start()

    def __exit__(self, *_: object) -> None:
        self._timer.stop()

    def _look(self) -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QFileDialog) and dialog.isVisible():
            self._timer.stop()
            self._hand.answered()
            try:
                self._answer(dialog)
            except AssertionError:
                dialog.reject()  # else its loop never ends
                raise

    def _answer(self, dialog: QFileDialog) -> None:
        dialog.setViewMode(QFileDialog.ViewMode.List)
        dialog.setDirectory(str(self._folder))
        files = _part(dialog, QListView, "listView")
        self._hand.act(command=False)
        self._hand.wait(lambda: all(_row_of(files, name) >= 0 for name in self._names))
        if self._hand.way is Way.KEYS:
            self._type(_part(dialog, QLineEdit, "fileNameEdit"))
        else:
            self._click(files, _part(dialog, QDialogButtonBox, "buttonBox"))

    def _type(self, field: QLineEdit) -> None:
        text = " ".join(f'"{name}"' for name in self._names) if len(self._names) > 1 else "".join(self._names)
        self._hand.keys(len(text) + 1)
        field.setFocus()
        QTest.keyClicks(field, text)
        self._hand.sent()
        QTest.keyClick(field, Qt.Key.Key_Return)

    def _click(self, files: QListView, buttons: QDialogButtonBox) -> None:
        for place, name in enumerate(self._names):
            index = files.model().index(_row_of(files, name), 0, files.rootIndex())
            files.scrollTo(index)
            self._hand.click(files.viewport(), files.visualRect(index).center(), control=place > 0)
        ends = (QDialogButtonBox.StandardButton.Open, QDialogButtonBox.StandardButton.Ok)
        self._hand.click(next(one for one in buttons.buttons() if buttons.standardButton(one) in ends))


def _part(dialog: QFileDialog, kind: type[Part], name: str) -> Part:
    found = dialog.findChild(kind, name)
    if found is None:
        raise AssertionError(f"the dialog has no {name}")
    return found


def _row_of(files: QListView, name: str) -> int:
    model, root = files.model(), files.rootIndex()
    return next((row for row in range(model.rowCount(root)) if model.index(row, 0, root).data() == name), -1)
