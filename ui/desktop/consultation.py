"""A consultation on the screen: starts the process that shows the excerpt, and knows when it ended.

The process gets the bundle through its standard input and nothing else (:mod:`ui.consultation.pipe`). The vault is
locked meanwhile, so its end is kept here, in memory, until the vault is unlocked again.
"""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QProcess, Signal

from sharing import on_screen
from sharing.on_screen import Showing
from storage import clock
from storage.vault import Vault
from ui.consultation import pipe

if TYPE_CHECKING:
    from datetime import datetime

_PATIENCE = 5000  # milliseconds for a process to be gone once it is killed


class Consultation(QObject):
    """One at a time. ``ended`` carries True where it was shown, False where it could not be."""

    ended = Signal(bool)

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
        process.write(pipe.encode(pipe.Order(language, scheme, showing.seconds, showing.bundle)))

    def stop(self) -> None:
        """Take it off the screen now."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.waitForFinished(_PATIENCE)
            self._gone(process)

    def settle(self, vault: Vault) -> None:
        """The vault is open again: nothing is shown any more, and its end is written down. Raises what writing does."""
        self.stop()
        shown = self._shown
        if shown is not None and self._ended_at is not None and shown.vault == vault.id:
            on_screen.finish(vault, shown.gid, self._ended_at)
            self._shown = None

    def _failed(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:  # every other failure ends the process, which tells
            self._over(1)

    def _over(self, code: int) -> None:
        process, self._process = self._process, None
        if process is not None:
            self._gone(process)
            self.ended.emit(code == 0)

    def _gone(self, process: QProcess) -> None:
        self._ended_at = clock.system_now()
        process.deleteLater()
