"""Several pictures as one document: a PDF of its pages, which is shown and shared, and the pictures as they came.

The pictures keep what the telephone wrote into them, such as the place; they stay in the vault and in the owner's own
export, and are in no access.
"""

from __future__ import annotations

import hashlib
import io
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from phr.dates import check
from phr.formats.about import About
from phr.formats.fhir.items import decimal
from phr.formats.fhir.write import dumps
from phr.formats.photographs.pages import Page, page_picture, to_pdf
from phr.formats.photographs.pictures import MOST_BYTES, is_photograph, is_picture
from phr.formats.sniff import Format, media_type, sniff
from storage import attachments, bodies, documents, journal
from storage.digests import digest_of
from storage.errors import Cancelled, NotAFile, NotAPicture, TooManyPictures
from storage.findings import State
from storage.identity import Register
from storage.reports import FileReport
from storage.whole import Whole

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from PIL.Image import Image

    from storage.connection import Connection
    from storage.identity import Who
    from storage.vault import Vault

MOST_PICTURES = 40
"""Of one document."""


@dataclass(frozen=True, slots=True)
class Photograph:
    """A picture to be a page: ``turn`` in degrees clockwise (0, 90, 180, 270)."""

    path: Path
    turn: int = 0
    straighten: bool = True


def may_be_pages(paths: Sequence[Path]) -> bool:
    """Whether files may be photographed paper, by their content: several pictures, or one as a camera writes it."""
    fits = is_picture if len(paths) > 1 else is_photograph
    try:
        return bool(paths) and all(fits(_head(path)) for path in paths)
    except OSError:
        return False


def _head(path: Path) -> bytes:
    with path.open("rb") as stream:
        return stream.read(1 << 16)


def read_picture(path: Path) -> bytes:
    """The bytes of a picture's file. Raises :class:`NotAFile`, :class:`NotAPicture` for one that is too large."""
    try:
        with path.open("rb") as stream:
            data = stream.read(MOST_BYTES + 1)
    except OSError as error:
        raise NotAFile from error
    if len(data) > MOST_BYTES:
        raise NotAPicture
    return data


def import_pages(
    vault: Vault,
    photographs: Sequence[Photograph],
    title: str,
    *,
    who: Who,
    date: str = "",
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] = lambda: False,
) -> FileReport:
    """One document of pictures in this order, with a ``title`` and a partial ``date``; nothing new if it is here.

    Raises :class:`TooManyPictures`, :class:`NotAFile`, :class:`NotAPicture`, :class:`Cancelled`, ``NotADate``, and what
    asks whose it is; nothing of it is then in the vault.
    """
    if len(photographs) > MOST_PICTURES:
        raise TooManyPictures
    when = check(date) if date else ""
    files = [
        (one.path.name.encode("utf-8", "replace").decode(), read_picture(one.path)) for one in photographs
    ]

    def pages() -> Iterator[Image]:
        """One after the other: opened, each takes some 15 MB."""
        for number, (one, (_, data)) in enumerate(zip(photographs, files, strict=True)):
            if cancelled():
                raise Cancelled
            if progress:
                progress(number, len(photographs))
            picture = page_picture(Page(data, one.turn, one.straighten))
            if picture is None:
                raise NotAPicture
            yield picture

    pdf = to_pdf(pages())
    report = FileReport(title)
    with vault.write() as db:
        register = Register(db, "", who)
        register.complete = True
        person = register.person_of_document()
        report.persons = register.persons
        if person:
            whole = _whole(pdf, About(title=title, date=when))
            state, entry = whole.put(db, person, report)
            if state is State.NEW:
                _add_originals(db, entry, files, whole.source_row(db))
        counts = ("added", "updated", "unchanged", "kept", "refused")
        journal.append(db, "import", detail={count: getattr(report, count) for count in counts})
    return report


def _whole(pdf: bytes, about: About) -> Whole:
    return Whole(
        stream=io.BytesIO(pdf),
        name=f"{about.title.replace('/', '-')}.pdf",
        place="",
        form=Format.PDF,
        size=len(pdf),
        digest=hashlib.sha256(pdf).digest(),
        look=lambda: None,
        about=about,
    )


def _add_originals(db: Connection, entry: str, files: list[tuple[str, bytes]], source: int) -> None:
    number, codec, body = db.execute(
        "SELECT id, codec, body FROM resource WHERE entry = ?", (entry,)
    ).fetchone()
    resource = json.loads(bodies.unpack(codec, body), parse_float=decimal)
    for name, data in files:
        kind = media_type(sniff(data[: 1 << 16]))
        id_ = attachments.add(
            db, data, kind, name, digest=hashlib.sha256(data).digest(), entry=entry, source=source
        )
        file = attachments.Attachment(id_, name, kind, len(data))
        resource["content"] += documents.original_picture(entry, file)["content"]
    db.execute(
        "UPDATE resource SET digest = ?, codec = ?, body = ? WHERE id = ?",
        (digest_of(resource), bodies.CODEC, bodies.pack(dumps(resource)), number),
    )
