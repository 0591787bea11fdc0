"""Replies of those who opened a package: taken in closed, opened when the patient chooses.

A reply proves that someone who opened the file of an access wrote it, not who: the key of its MAC is in the package
and nowhere else but in this vault. It is verified and read through before it is taken in, and shown by nobody until it
is opened. What it says of itself (when, by whom) is a claim.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePath
from typing import TYPE_CHECKING, Final

from sharing.errors import DamagedReply, ForeignReply, ForgedReply, LateReply, ReplayedReply, SharingError
from sharing.reply_file import Letter, ReplyFile, harmless_name, one_line
from storage import clock, grants, journal, practitioners
from storage import replies as rows
from storage.errors import NoSuchGrant
from storage.replies import Enclosed, Waiting

if TYPE_CHECKING:
    from phr.formats.fhir.items import Resource
    from storage.grants import GrantRow
    from storage.practitioners import Practitioner
    from storage.vault import Vault

_TITLE: Final = "Réponse du soignant"
_TITLE_EN: Final = "Reply from a care professional"
_OVER: Final = frozenset({"withdrawn", "expired"})
_TRANSLATION: Final = "http://hl7.org/fhir/StructureDefinition/translation"


@dataclass(frozen=True, slots=True)
class ReplyInfo:
    """What may be said of a reply before it is opened.

    ``grant`` is the access under which it was written, ``practitioner`` who was given that; ``made`` is the time that
    the sender claims, ``size`` the bytes of its file.
    """

    id: str
    grant: GrantRow
    practitioner: Practitioner
    made: datetime
    size: int


@dataclass(frozen=True, slots=True)
class OpenedReply:
    """A reply that was opened: the entries made of it (ids), and the name that its sender gave."""

    grant: GrantRow
    entries: tuple[str, ...]
    sender: str


def read_reply(vault: Vault, data: bytes) -> ReplyInfo:
    """What a reply's file is, without taking it in.

    Raises :class:`NotAReply`, :class:`NewerReply`, :class:`OversizedReply`, :class:`DamagedReply`,
    :class:`ForeignReply`, :class:`ForgedReply`, :class:`ReplayedReply`, :class:`LateReply`; ``DateUnconfirmed`` and
    ``WrongClock`` while the date is in doubt.
    """
    reply = ReplyFile.parse(data)
    earlier = rows.seen(vault, reply.id.hex())
    if earlier == hashlib.sha256(data).digest():
        raise ReplayedReply
    gid = reply.gid.hex()
    key = rows.key(vault, gid)
    if key is None:
        raise ForeignReply
    grant = grants.grant(vault, gid)
    reply.verify(key.mac_key, grant.digest)
    if earlier is not None:
        raise ReplayedReply
    if grant.state in _OVER or vault.now() >= clock.moment(grant.until):
        raise LateReply(gid, grant.state)
    letter = reply.open(key.identity)
    if not letter.note.strip() and not letter.files:
        raise DamagedReply("it says nothing")
    return _info(vault, reply.id.hex(), grant, letter.made, len(data))


def take_in(vault: Vault, data: bytes, name: str) -> ReplyInfo:
    """Take in the file of a reply, closed, under its file's ``name``. Raises as :func:`read_reply`.

    A refusal for another reason than the file's form is in the journal.
    """
    try:
        info = read_reply(vault, data)
    except (ForgedReply, ForeignReply, ReplayedReply, LateReply) as error:
        _journal_refusal(vault, data, error)
        raise
    with vault.write() as db:
        at = clock.instant(journal.time(db))
        waiting = Waiting(info.id, info.grant.gid, name, info.made.isoformat(), at, info.size)
        rows.put(db, waiting, data)
        journal.append(db, "reply-received", grant=waiting.gid, detail={"reply": info.id, "size": info.size})
    return info


def waiting(vault: Vault) -> list[ReplyInfo]:
    """The replies that nobody opened yet, newest first."""
    return [
        _info(vault, one.id, grants.grant(vault, one.gid), one.made_at, one.size)
        for one in rows.waiting(vault)
    ]


def one_waiting(vault: Vault, reply_id: str) -> ReplyInfo:
    """One of them. Raises ``NoSuchReply``."""
    one = rows.one_waiting(vault, reply_id)
    return _info(vault, one.id, grants.grant(vault, one.gid), one.made_at, one.size)


def open_reply(vault: Vault, reply_id: str, provenance: str) -> OpenedReply:
    """Make entries of a reply that waits: its note, and a document for each of its files.

    ``provenance`` tells where they come from, in the words that are shown beside each. Raises ``NoSuchReply``.
    """
    one = rows.one_waiting(vault, reply_id)
    data = rows.sealed(vault, reply_id)
    grant, key = grants.grant(vault, one.gid), rows.key(vault, one.gid)
    if key is None:
        raise NoSuchGrant  # its access has gone meanwhile, and the reply with it
    letter = ReplyFile.parse(data).open(key.identity)
    with vault.write() as db:
        rows.drop(db, reply_id)  # first: opened in two windows at once, it is filed once
        filing = rows.Filing(
            db,
            grant.person,
            provenance=provenance,
            origin=f"urn:phr:reply:{grant.gid}",
            digest=hashlib.sha256(data).digest(),
        )
        entries = [filing.file(*_document(letter, number)) for number in range(len(letter.files))]
        if letter.note.strip():
            entries.insert(0, filing.note(_message(letter), entries))
        journal.append(
            db, "reply-opened", grant=grant.gid, detail={"reply": reply_id, "entries": len(entries)}
        )
    vault.scrub()
    return OpenedReply(grant, tuple(entries), one_line(letter.sender))


def discard(vault: Vault, reply_id: str) -> None:
    """Delete a reply that waits, unopened; it cannot be taken in again. Raises ``NoSuchReply``."""
    one = rows.one_waiting(vault, reply_id)
    with vault.write() as db:
        rows.drop(db, reply_id)
        journal.append(db, "reply-deleted", grant=one.gid, detail={"reply": reply_id})
    vault.scrub()


def _info(vault: Vault, reply_id: str, grant: GrantRow, made: str, size: int) -> ReplyInfo:
    to = practitioners.practitioner(vault, grant.practitioner)
    return ReplyInfo(reply_id, grant, to, datetime.fromisoformat(made), size)


def _journal_refusal(vault: Vault, data: bytes, error: SharingError) -> None:
    why = {ForgedReply: "forged", ForeignReply: "foreign", ReplayedReply: "replayed", LateReply: "late"}
    gid = ReplyFile.parse(data).gid.hex()
    try:
        grants.grant(vault, gid)
    except NoSuchGrant:
        gid = ""  # what a stranger's file names is no word for the journal
    with vault.write() as db:
        journal.append(db, "reply-refused", grant=gid, detail={"why": why[type(error)]})


def _message(letter: Letter) -> Resource:
    english = {
        "url": _TRANSLATION,
        "extension": [{"url": "lang", "valueCode": "en"}, {"url": "content", "valueString": _TITLE_EN}],
    }
    return {
        "resourceType": "Communication",
        "language": "fr",
        "status": "completed",
        "topic": {"text": _TITLE, "_text": {"extension": [english]}},
        "sent": letter.made,
        **({"sender": {"display": one_line(letter.sender)}} if one_line(letter.sender) else {}),
        "note": [{"text": letter.note}],
    }


def _document(letter: Letter, number: int) -> tuple[Enclosed, str, Resource]:
    file = letter.files[number]
    name = harmless_name(file.name) or f"{_TITLE} {number + 1}"
    about: Resource = {"date": letter.made}
    if one_line(letter.sender):
        about["author"] = [{"display": one_line(letter.sender)}]
    return Enclosed(name, file.data), PurePath(name).stem or name, about
