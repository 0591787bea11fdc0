"""The file of a reply, ``phr-reply/v1``: one line of JSON, then an age file (docs/package-format.md, "Replies").

The line names the access, the reply, and a MAC by a key that only the access's package holds. So it is known who may
open it, and that whoever wrote it had opened the package, before anything of it is decrypted.
"""

from __future__ import annotations

import hmac
import re
import secrets
import unicodedata
from dataclasses import dataclass, field
from datetime import datetime
from typing import Annotated

import msgspec
import pyrage

from sharing.errors import (
    DamagedPackage,
    DamagedReply,
    ForgedReply,
    NewerReply,
    NotAReply,
    OversizedReply,
    WrongCode,
)
from sharing.shares import unseal
from storage.replies import ReplyKey

FORMAT = "phr-reply/v1"
MAC_KEY_SIZE = 32
FILES_LIMIT = 20
"""Files in a reply, at most."""
CONTENT_LIMIT = 20_000_000
"""Bytes of all its files together, at most."""
NOTE_LIMIT = 20_000
NAME_LIMIT = 200
"""Characters of the note, and of a name, at most."""
FILE_LIMIT = 32_000_000
"""Bytes of a reply's file, at most: the content as base64, padded, with room for the rest."""

_LINE_LIMIT = 256
_START = b'{"format":"phr-reply/'
_HEADER = re.compile(
    rb'\{"format":"phr-reply/v1","gid":"([0-9a-f]{32})","id":"([0-9a-f]{32})","mac":"([0-9a-f]{64})"\}\n'
)
_INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)", re.ASCII)


@dataclass(frozen=True, slots=True)
class ReplyAddress:
    """What a package tells its reader to reply with: an age recipient, and the key that proves a reply."""

    recipient: str
    mac_key: bytes = field(repr=False)


def draw_keys() -> tuple[ReplyKey, ReplyAddress]:
    """What a new access keeps to read its replies, and the address that goes into its package."""
    identity, mac_key = pyrage.x25519.Identity.generate(), secrets.token_bytes(MAC_KEY_SIZE)
    return ReplyKey(str(identity), mac_key), ReplyAddress(str(identity.to_public()), mac_key)


class EnclosedFile(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """A file in a letter, under a name that its sender chose."""

    name: Annotated[str, msgspec.Meta(max_length=NAME_LIMIT)]
    data: bytes


class Letter(msgspec.Struct, forbid_unknown_fields=True, frozen=True, rename={"sender": "from"}):
    """What a reply says. All of it is its sender's claim: ``made`` (an instant), ``sender`` (a name)."""

    made: str
    sender: Annotated[str, msgspec.Meta(max_length=NAME_LIMIT)]
    note: Annotated[str, msgspec.Meta(max_length=NOTE_LIMIT)]
    files: Annotated[tuple[EnclosedFile, ...], msgspec.Meta(max_length=FILES_LIMIT)]


@dataclass(frozen=True, slots=True)
class ReplyFile:
    """A reply as it came, nothing of it verified. ``body`` is its age file."""

    gid: bytes
    id: bytes
    mac: bytes
    body: bytes = field(repr=False)

    @classmethod
    def parse(cls, data: bytes) -> ReplyFile:
        """Raises :class:`NotAReply`, :class:`NewerReply`, :class:`OversizedReply`, :class:`DamagedReply`."""
        if not data.startswith(_START):
            raise NotAReply
        if not data.startswith(_START + b'v1"'):
            raise NewerReply
        if len(data) > FILE_LIMIT:
            raise OversizedReply
        found = _HEADER.match(data[:_LINE_LIMIT])
        if found is None:
            raise DamagedReply("header")
        gid, id_, mac = (bytes.fromhex(part.decode("ascii")) for part in found.groups())
        return cls(gid, id_, mac, data[found.end() :])

    def verify(self, mac_key: bytes, package: bytes) -> None:
        """Raise :class:`ForgedReply` unless it was made with the key in a package; ``package`` is its SHA-256."""
        mac = hmac.new(mac_key, self.gid + self.id + package, "sha256")
        mac.update(self.body)
        if not hmac.compare_digest(mac.digest(), self.mac):
            raise ForgedReply

    def open(self, identity: str) -> Letter:
        """What a verified reply says. Raises :class:`DamagedReply`, :class:`OversizedReply`."""
        try:
            plaintext = unseal(self.body, identity)
        except (DamagedPackage, WrongCode):
            raise DamagedReply("body") from None
        try:
            letter = msgspec.json.decode(plaintext, type=Letter)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
            raise DamagedReply("content") from None
        if sum(len(file.data) for file in letter.files) > CONTENT_LIMIT:
            raise OversizedReply
        if not _INSTANT.fullmatch(letter.made):
            raise DamagedReply("time")
        try:
            datetime.fromisoformat(letter.made)
        except ValueError:
            raise DamagedReply("time") from None
        return letter


def one_line(text: str) -> str:
    """A sender's words without control characters and marks that turn the direction of writing."""
    unseen = ("Cc", "Cf", "Cs", "Zl", "Zp")
    return "".join(char for char in text if unicodedata.category(char) not in unseen).strip()


def harmless_name(name: str) -> str:
    """A sender's name for a file on one line, without folders and without dots at its ends."""
    return re.sub(r'[/\\:*?"<>|]', "_", one_line(name)).strip(" .")
