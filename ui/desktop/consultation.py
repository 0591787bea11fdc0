"""A consultation on the screen: starts the process that shows the excerpt, and knows when it ended.

The process gets the bundle through its standard input and nothing else (:mod:`ui.consultation.pipe`). The vault is
locked meanwhile, so its end is kept here, in memory, until the vault is unlocked again.
"""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QProcess, Signal

from phr.errors import PhrError
from sharing import on_screen
from sharing.on_screen import Showing
from storage import clock
from storage.vault import Vault
from ui.consultation import pipe
from ui.desktop.message_bar import Level
from ui.sentences import sentence

if TYPE_CHECKING:
    from datetime import datetime

_PATIENCE = 5000  # milliseconds for a process to be gone once it is killed


class Consultation(QObject):
    """One at a time. ``said`` carries a sentence for the message bar, as :class:`ui.desktop.page.Page` has it."""

    said = Signal(str, str, str, object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._process: QProcess | None = None
        self._shown: Showing | None = None
        self._ended_at: datetime | None = None

    @property
    def is_running(self) -> bool:
        """Whether something is on the screen."""
        return self._process is not None

    def start(self, showing: Showing, language: str, scheme: str) -> None:
        """Show it; the vault has been locked before."""
        self._shown = replace(showing, bundle=b"")
        self._ended_at = None
        process = QProcess(self)
        program, *arguments = pipe.command()
        # What a failure would print could hold health data.
        process.setStandardErrorFile(QProcess.nullDevice())
        process.setStandardOutputFile(QProcess.nullDevice())
        process.finished.connect(self._over)
        process.errorOccurred.connect(self._failed)
        self._process = process
        process.start(program, arguments)
        self._say(
            self.tr("On the screen now. Your vault is locked; its passphrase ends the consultation."),
            Level.INFO,
        )
        process.write(pipe.encode(pipe.Order(language, scheme, showing.seconds, showing.bundle)))

    def stop(self) -> None:
        """Take it off the screen now."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.waitForFinished(_PATIENCE)
            self._gone(process)

    def settle(self, vault: Vault) -> None:
        """The vault is open again: nothing is shown any more, and its end is written down."""
        self.stop()
        shown = self._shown
        if shown is None or self._ended_at is None or shown.vault != vault.id:
            return
        try:
            on_screen.finish(vault, shown.gid, self._ended_at)
            self._shown = None
        except PhrError as error:  # tried again at the next unlocking
            self._say(sentence(error), Level.ERROR)

    def _failed(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:  # every other failure ends the process, which tells
            self._over(1)

    def _over(self, code: int) -> None:
        process, self._process = self._process, None
        if process is not None:
            self._gone(process)
            self._say_over(shown=code == 0)

    def _say_over(self, *, shown: bool) -> None:
        if shown:
            text = self.tr("The consultation is over. Your vault is locked; open it with your passphrase.")
            self._say(text, Level.INFO)
        else:
            text = self.tr("The excerpt could not be shown on this screen. Your vault is locked.")
            self._say(text, Level.ERROR)

    def _say(self, text: str, level: Level) -> None:
        self.said.emit(text, level.value, "", None)

    def _gone(self, process: QProcess) -> None:
        self._ended_at = clock.system_now()
        process.deleteLater()
