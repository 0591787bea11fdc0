"""Text recognised in the pictures and scans of an entry: words to be found by, and to be read beside the picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from phr.formats import recognition
from phr.formats.document_text import MOST, media_type_of
from phr.formats.photographs.pictures import open_picture
from storage import attachments, document_text, journal
from storage.errors import Cancelled, NoSuchEntry, RecognitionMissing

if TYPE_CHECKING:
    from collections.abc import Callable

    from storage.vault import Vault

_PICTURES = frozenset({"image/jpeg", "image/png", "image/tiff", "image/webp", "image/heic", "image/heif"})
_PDF = "application/pdf"
_WAITING = """
    SELECT a.id, a.media_type FROM attachment a
    LEFT JOIN document_text t ON t.entry = a.entry AND t.file = a.id AND t.origin = 'read'
    WHERE a.entry = ?1 AND a.size <= ?2 AND coalesce(t.words, '') = ''
    AND NOT EXISTS (SELECT 1 FROM document_text r WHERE r.entry = a.entry AND r.file = a.id AND r.origin = 'recognised')
    ORDER BY a.rowid
"""


def can_recognise(vault: Vault, entry: str) -> bool:
    """Whether an entry has pictures, or PDFs without text, in which nothing was looked for yet."""
    return bool(_waiting(vault, entry))


def recognise(vault: Vault, entry: str, *, cancelled: Callable[[], bool] = lambda: False) -> str:
    """Recognise the text of an entry's pictures and of its PDFs without text, once: all of it, pages by form feeds.

    Raises :class:`NoSuchEntry`, :class:`RecognitionMissing` without the extra, :class:`Cancelled` between pages.
    """
    with vault.read() as db:
        if db.execute("SELECT 1 FROM entry WHERE id = ?", (entry,)).fetchone() is None:
            raise NoSuchEntry
    waiting = _waiting(vault, entry)
    if waiting and not recognition.available():
        raise RecognitionMissing
    for file, media_type in waiting:
        text = _recognised(attachments.read(vault, file), media_type, cancelled)
        if cancelled():
            raise Cancelled
        with vault.write() as db:
            # Gone in the meantime, perhaps.
            if attachments.has(db, file):
                document_text.put_recognised(db, entry, file, text)
                journal.append(db, "text-recognised", detail={"entry": entry})
    return document_text.recognised(vault, entry)


def _waiting(vault: Vault, entry: str) -> list[tuple[str, str]]:
    with vault.read() as db:
        rows = db.execute(_WAITING, (entry, MOST)).fetchall()
    found = [(id_, media_type_of(media_type)) for id_, media_type in rows]
    pdf = [one for one in found if one[1] == _PDF]
    # The PDF of photographs shows what its pictures show.
    return pdf or [one for one in found if one[1] in _PICTURES]


def _recognised(data: bytes, media_type: str, cancelled: Callable[[], bool]) -> str:
    if media_type == _PDF:
        return "\f".join(recognition.texts_of_pages(data, cancelled=cancelled))
    picture = open_picture(data)
    return recognition.text_of_picture(picture) if picture else ""
