"""Taking files into the vault: FHIR as resources, documents as entries, and what is not understood as it is.

A file is one transaction: it is taken in whole or, when it is cancelled or something fails, not at all. One odd
resource never stops the rest.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, BinaryIO

from storage.acceptance import Acceptance
from storage.errors import NotAFile
from storage.identity import Who
from storage.importing import Progress, take
from storage.reports import FileReport, Problem, Why

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator
    from pathlib import Path

    from storage.vault import Vault

__all__ = ["FileReport", "Problem", "Progress", "Who", "Why", "import_file", "import_stream", "opened"]


def import_file(
    vault: Vault,
    path: Path,
    *,
    who: Who | None = None,
    without: Collection[str] = (),
    closed: bool = False,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> FileReport:
    """Take one file in. ``progress`` gets bytes read and bytes in all, some ten times a second.

    ``without`` are keys of :func:`storage.review.review`: what they name is not saved, nor is the original of what is
    kept whole beside its entries. ``closed``: results and documents stay closed (:mod:`storage.closed`).

    Raises :class:`NotAFile`, :class:`Cancelled`, what asks who is who (:class:`PersonNeeded`,
    :class:`AnotherPerson`, :class:`SeveralPatients`, :class:`AmbiguousPerson`), and what writing raises; nothing of
    the file is then in the vault.
    """
    with opened(path) as (stream, name, place):
        return import_stream(
            vault,
            stream,
            name,
            place=place,
            who=who,
            without=without,
            closed=closed,
            progress=progress,
            cancelled=cancelled,
        )


@contextmanager
def opened(path: Path) -> Iterator[tuple[BinaryIO, str, str]]:
    """A file to be taken in, its name and its place. Raises :class:`NotAFile`."""
    try:
        stream = path.open("rb")
    except OSError as error:
        raise NotAFile from error
    with stream:
        if not stream.seekable():
            raise NotAFile
        yield stream, _text(path.name), _text(str(path.absolute()))


def _text(name: str) -> str:
    """A name of the file system that can be kept, even if its bytes are not UTF-8."""
    return name.encode("utf-8", "replace").decode("utf-8")


def import_stream(
    vault: Vault,
    stream: BinaryIO,
    name: str,
    *,
    place: str = "",
    who: Who | None = None,
    without: Collection[str] = (),
    closed: bool = False,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> FileReport:
    """The same for an open, seekable stream, which has a ``name`` and comes from a ``place``, or from nowhere: ""."""
    return take(
        vault,
        stream,
        name,
        place=place,
        who=who,
        acceptance=Acceptance(without, closed=closed),
        progress=progress,
        cancelled=cancelled,
    )
