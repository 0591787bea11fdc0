"""What every page of the window has in common."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFileDialog

from phr.errors import NotADate, PhrError
from storage.errors import VaultBusy
from storage.vault import Vault
from ui.catalogue import translate
from ui.desktop import tasks
from ui.desktop.message_bar import Level
from ui.desktop.translated import Translated
from ui.desktop.whereabouts import Spot
from ui.sentences import sentence

T = TypeVar("T")


class Page(Translated):
    """One page. It holds a vault between :meth:`open` and :meth:`close_vault`, and nothing of it afterwards.

    It reads while it is looked at only, so that the page one waits for waits for no other.
    ``said`` carries a sentence for the message bar: text, level, name of an action and what it does.
    ``changed`` tells that something was written, so that other pages read again.
    """

    said = Signal(str, str, str, object)
    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._vault: Vault | None = None
        self._is_stale = False
        self.person = ""

    @property
    def vault(self) -> Vault:
        """The open vault."""
        if self._vault is None:
            raise RuntimeError("no vault is open")
        return self._vault

    @property
    def is_open(self) -> bool:
        """Whether there is a vault."""
        return self._vault is not None

    def open(self, vault: Vault, person: str) -> None:
        """Take the vault, and whose record is looked at ("" for everybody's)."""
        self._vault = vault
        self.person = person
        self.refresh()

    def set_person(self, person: str) -> None:
        """Look at another person's record."""
        self.person = person
        self.refresh()

    def spot(self) -> Spot:
        """Where one is on this page."""
        return Spot()

    def come_back(self, spot: Spot) -> None:
        """Show again what was there; a page on which nothing is chosen has nothing to do."""

    def close_vault(self) -> None:
        """Forget the vault and all that was read from it."""
        self._vault = None
        self.forget()

    def refresh(self) -> None:
        """Read again what is shown, or, while another page is, when this one is looked at."""
        self._is_stale = True
        self._read_if_stale()

    def showEvent(self, event: QShowEvent) -> None:
        """Read what changed since one was here."""
        super().showEvent(event)
        self._read_if_stale()

    def _read_if_stale(self) -> None:
        if self._is_stale and self.is_open and self.isVisible():
            self._is_stale = False
            self.read()

    def read(self) -> None:
        """Read what is shown: nothing, for a page of which all is what the person does there."""

    def forget(self) -> None:
        """Show nothing of a vault any more."""
        raise NotImplementedError

    def say(
        self, text: str, level: Level = Level.INFO, action: str = "", do: Callable[[], None] | None = None
    ) -> None:
        """Put a sentence in the message bar."""
        self.said.emit(text, level.value, action, do)

    def say_error(self, error: PhrError | OSError) -> None:
        """Put what failed in the message bar."""
        if isinstance(error, NotADate):  # the sentence for a terminal names ISO 8601
            self.say(translate("Page", "Write a date as day/month/year, month/year or year."), Level.WARNING)
        else:
            self.say(sentence(error), Level.ERROR)

    def attempt(self, operation: Callable[[], object]) -> bool:
        """Do something short at once; what fails goes to the message bar. True if it succeeded.

        That the vault is busy is for the window to say (``app.py``), whoever wanted to write.
        """
        try:
            operation()
        except VaultBusy:
            raise
        except (PhrError, OSError) as error:
            self.say_error(error)
            return False
        return True

    def run(self, work: Callable[[tasks.Progress], T], done: Callable[[T], None]) -> tasks.Task[T]:
        """Do something long off the window's thread; what fails goes to the message bar."""
        return tasks.run(self, work, done, self.say_error)

    def ask_folder(self, title: str) -> str:
        """A folder that the person chooses, or ""."""
        return QFileDialog.getExistingDirectory(self, title)
