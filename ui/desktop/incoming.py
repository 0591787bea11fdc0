"""A file that is to come into the record: from the disk, from memory, or from those put aside in the vault."""

import io
from collections.abc import Collection
from dataclasses import dataclass, field
from pathlib import Path

from storage.inbox import Waiting, put_aside, put_stream_aside, review_waiting, take_waiting
from storage.intake import FileReport, Who, import_file, import_stream
from storage.review import Review, review, review_stream
from storage.vault import Vault
from ui.desktop.tasks import Progress


@dataclass(frozen=True, slots=True)
class Incoming:
    """Where the file is: at ``path``, waiting in the vault under an id, or these ``data``."""

    name: str
    path: Path | None = None
    waiting: str = ""
    data: bytes = field(default=b"", repr=False)

    @classmethod
    def from_disk(cls, path: Path) -> "Incoming":
        """A file of the disk."""
        return cls(path.name, path=path)

    @classmethod
    def from_memory(cls, name: str, data: bytes) -> "Incoming":
        """What was on the clipboard, or dropped as data."""
        return cls(name, data=data)

    @property
    def _place(self) -> str:
        """Where data came from, so that no two are one file."""
        return f"clipboard:{self.name}"

    @classmethod
    def from_inbox(cls, one: Waiting) -> "Incoming":
        """A file that waits in the vault."""
        return cls(one.name, waiting=one.id)

    def review(self, vault: Vault, who: Who, progress: Progress) -> Review:
        """What taking it in would do. Raises what an import raises."""
        if self.path is not None:
            return review(vault, self.path, who=who, progress=progress.say, cancelled=progress.cancelled)
        if self.data:
            return review_stream(
                vault,
                io.BytesIO(self.data),
                self.name,
                place=self._place,
                who=who,
                progress=progress.say,
                cancelled=progress.cancelled,
            )
        return review_waiting(
            vault, self.waiting, who=who, progress=progress.say, cancelled=progress.cancelled
        )

    def take(
        self, vault: Vault, who: Who, without: Collection[str], progress: Progress, *, closed: bool
    ) -> FileReport:
        """Take it in, but for what is named ``without``; its results and letters ``closed``. Raises as an import."""
        if self.path is not None:
            return import_file(
                vault,
                self.path,
                who=who,
                without=without,
                closed=closed,
                progress=progress.say,
                cancelled=progress.cancelled,
            )
        if self.data:
            return import_stream(
                vault,
                io.BytesIO(self.data),
                self.name,
                place=self._place,
                who=who,
                without=without,
                closed=closed,
                progress=progress.say,
                cancelled=progress.cancelled,
            )
        return take_waiting(
            vault,
            self.waiting,
            who=who,
            without=without,
            closed=closed,
            progress=progress.say,
            cancelled=progress.cancelled,
        )

    def put_aside(self, vault: Vault) -> None:
        """Keep it in the vault to be checked later; one that waits there already goes on waiting."""
        if self.path is not None:
            put_aside(vault, self.path)
        elif self.data:
            put_stream_aside(vault, io.BytesIO(self.data), self.name, place=self._place)


@dataclass(slots=True)
class Reviewed:
    """A file, whose it was said to be, what it would bring, and the keys of what is not wanted of it."""

    incoming: Incoming
    who: Who
    review: Review
    without: set[str]
