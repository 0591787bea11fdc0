"""Paper, and the locked PDF: handed over for good. There is no code to stop giving and no card to take back.

Each is a grant of its own, so that the history, the receipt and "who has this?" know of it, but one that is over as
soon as it begins. The journal says so first; only then does anything appear that could be handed over. Killed in
between, the history tells of more than was given, never of less.
"""

from __future__ import annotations

import hashlib
import json
import secrets
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from sharing import consultation, wordlist
from sharing.envelope import Mode
from sharing.errors import PackageNotWritten, PdfNotWritten
from storage import clock, durable, grants, journal
from storage.errors import DiskFailed, DiskFull, ReadOnlyPlace
from storage.grants import GrantRow

if TYPE_CHECKING:
    from pathlib import Path

    import pikepdf

    from sharing.extract import Extract
    from sharing.wordlist import Language
    from storage.vault import Vault

STATE: Final = "handed-over"
WORDS: Final = 6
"""Words of the PDF: 66 bits, as for a file without way back. Its own key derivation is a weak one."""

_NAME = "dossier"


@dataclass(frozen=True, slots=True)
class OnPaper:
    """The pages as an open PDF, to be printed or saved. They are in the history already."""

    gid: str
    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class AsPdf:
    """A locked PDF on the disk, and the words that open it: typed as they are, without accents."""

    gid: str
    file: Path
    words: str = field(repr=False)


def on_paper(vault: Vault, whole: Extract, file: pikepdf.Pdf) -> OnPaper:
    """Hand over an extract on paper; ``file`` is the document set from it.

    Raises ``DateUnconfirmed`` and ``WrongClock`` while the date is in doubt.
    """
    from sharing.pdf_pages import plain

    data = plain(file)
    return OnPaper(_record(vault, whole, Mode.PAPER, data), data)


def paper_again(vault: Vault, gid: str) -> None:
    """The same pages are printed or saved once more. Journalled."""
    with vault.write() as db:
        journal.append(db, "paper-again", grant=gid)


def as_pdf(vault: Vault, whole: Extract, file: pikepdf.Pdf, folder: Path, language: Language) -> AsPdf:
    """Hand over an extract as a PDF in ``folder``, made if absent, locked with words of ``language``.

    Raises :class:`PackageNotWritten` before anything is done, :class:`PdfNotWritten` when the history tells of it;
    ``DateUnconfirmed`` and ``WrongClock`` while the date is in doubt.
    """
    from sharing.pdf_pages import locked

    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise PackageNotWritten from error
    words = wordlist.fold(wordlist.draw(WORDS, language))
    data = locked(file, words)
    gid = _record(vault, whole, Mode.PDF, data)
    place = _free_place(folder)
    try:
        durable.replace(place, data)
    except (DiskFull, ReadOnlyPlace, DiskFailed) as error:
        raise PdfNotWritten from error
    return AsPdf(gid, place, words)


def _free_place(folder: Path) -> Path:
    number = 1
    while True:
        place = folder / (f"{_NAME}.pdf" if number == 1 else f"{_NAME}-{number}.pdf")
        if not place.exists():
            return place
        number += 1


def _record(vault: Vault, whole: Extract, mode: Mode, data: bytes) -> str:
    now = clock.instant(vault.now())
    shown = whole.preview
    row = GrantRow(
        gid=secrets.token_hex(16),
        practitioner=whole.practitioner.id,
        person=shown.person.id,
        purpose=whole.purpose,
        scope=shown.scope.model_dump_json(),
        entries=json.dumps([entry.id for entry in shown.entries]),
        mode=mode.value,
        until=now,
        releases=1,
        released=1,
        made_at=now,
        challenge_key=secrets.token_bytes(32),  # kept nowhere else: no challenge is ever of this grant
        digest=hashlib.sha256(data).digest(),
        state=STATE,
    )
    detail = {"mode": mode.value, "entries": len(shown.entries), "digest": row.digest.hex()}
    with vault.write() as db:
        grants.insert(db, row)
        if whole.consultation:
            consultation.keep(db, row.gid, whole.consultation)
        journal.append(db, "handed-over", grant=row.gid, detail=detail)
    return row.gid
