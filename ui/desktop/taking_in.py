"""What is chosen, dropped or pasted, on its way to the page that looks at it."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from storage import sample
from storage.photographs import may_be_pages
from ui.desktop import dropped, tasks
from ui.desktop.incoming import Incoming
from ui.desktop.message_bar import Level
from ui.replies import is_reply

if TYPE_CHECKING:
    from ui.desktop.window import Window


class TakingIn(QObject):
    """Tells replies, photographs and other files apart."""

    def __init__(self, window: "Window") -> None:
        super().__init__(window)
        self._window = window

    def take_files(self, files: list[Path]) -> None:
        """Import files; replies among them are taken in, closed."""
        if not self._takes_files():
            return
        letters = [file for file in files if is_reply(file)]
        others = [file for file in files if file not in letters]
        if may_be_pages(others):
            self._window.show_page(self._window.photographs)
            self._window.photographs.begin(others)
        elif others:
            self.import_files(others)
        elif letters:
            self._window.show_page(self._window.replies)
        self._window.replies.take_in(letters)

    def _takes_files(self) -> bool:
        if self._window.vault is not None and sample.is_sample(self._window.vault):
            text = self.tr("This is the sample record: your own files belong in your own vault.")
            self._window.bar.say(
                text, Level.WARNING, action=self.tr("Leave the sample"), do=self._window.lock
            )
            return False
        return self._window.vault is not None

    def take(self, data: QMimeData, then: Callable[[], None] = lambda: None) -> None:
        """Import what was dropped or pasted: files, the files of folders, or a picture; ``then`` it is in hand."""
        image = dropped.picture(data)
        if image is not None:
            self._take_picture(image, then)
            return
        files, more = dropped.files_within(dropped.paths(data))
        self.take_files(files)
        then()
        if more:
            text = self.tr("These are the first %n files; drop the others afterwards.", "", len(files))
            self._window.bar.say(text, Level.WARNING)

    def _take_picture(self, image: QImage, then: Callable[[], None]) -> None:
        if not self._takes_files():
            return

        def done(data: bytes) -> None:
            self.check([Incoming.from_memory(dropped.picture_name(), data)])
            then()

        tasks.run(self, lambda _: dropped.to_png(image), done, lambda _: None)

    def paste(self) -> None:
        """Import what is on the clipboard; it stays there until the person has it emptied."""
        board = QApplication.clipboard()
        if not dropped.holds_something(board.mimeData()):
            self._window.bar.say(self.tr("There is no picture and no file on the clipboard."))
            return
        self.take(board.mimeData(), self._offer_emptying)

    def _offer_emptying(self) -> None:
        if self._takes_files():
            text = self.tr("What you pasted is still on the clipboard, where every program can read it.")
            self._window.bar.say(
                text, action=self.tr("Empty the clipboard"), do=QApplication.clipboard().clear
            )

    def import_files(self, files: list[Path]) -> None:
        self._window.show_page(self._window.imports)
        self._window.imports.begin(files)

    def check(self, files: list[Incoming]) -> None:
        self._window.show_page(self._window.imports)
        self._window.imports.begin_waiting(files)
