"""A file that is to come into the record: from the disk, or from those put aside in the vault."""

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from storage.inbox import Waiting, put_aside, review_waiting, take_waiting
from storage.intake import FileReport, Who, import_file
from storage.review import Review, review
from storage.vault import Vault
from ui.desktop.tasks import Progress


@dataclass(frozen=True, slots=True)
class Incoming:
    """Where the file is: at ``path``, or waiting in the vault under an id."""

    name: str
    path: Path | None = None
    waiting: str = ""

    @classmethod
    def from_disk(cls, path: Path) -> "Incoming":
        """A file of the disk."""
        return cls(path.name, path=path)

    @classmethod
    def from_inbox(cls, one: Waiting) -> "Incoming":
        """A file that waits in the vault."""
        return cls(one.name, waiting=one.id)

    def review(self, vault: Vault, who: Who, progress: Progress) -> Review:
        """What taking it in would do. Raises what an import raises."""
        if self.path is not None:
            return review(vault, self.path, who=who, progress=progress.say, cancelled=progress.cancelled)
        return review_waiting(
            vault, self.waiting, who=who, progress=progress.say, cancelled=progress.cancelled
        )

    def take(self, vault: Vault, who: Who, without: Collection[str], progress: Progress) -> FileReport:
        """Take it in, but for what is named ``without``. Raises what an import raises."""
        if self.path is not None:
            return import_file(
                vault,
                self.path,
                who=who,
                without=without,
                progress=progress.say,
                cancelled=progress.cancelled,
            )
        return take_waiting(
            vault,
            self.waiting,
            who=who,
            without=without,
            progress=progress.say,
            cancelled=progress.cancelled,
        )

    def put_aside(self, vault: Vault) -> None:
        """Keep it in the vault to be checked later; one that waits there already goes on waiting."""
        if self.path is not None:
            put_aside(vault, self.path)


@dataclass(slots=True)
class Reviewed:
    """A file, whose it was said to be, what it would bring, and the keys of what is not wanted of it."""

    incoming: Incoming
    who: Who
    review: Review
    without: set[str]
