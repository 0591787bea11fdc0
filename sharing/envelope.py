"""The envelope of a package: one line of JSON, then an age file (docs/package-format.md, "Envelope").

The format has one spelling, so the parser is a pattern: whatever does not have exactly that shape is refused
before anything is computed from it.
"""

import base64
import binascii
import json
import re
import secrets
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import chain, repeat
from typing import Final

from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from sharing import wordlist
from sharing.errors import DamagedPackage, NewerPackage, NotAPackage, WrongWords
from sharing.shares import PRACTITIONER_SHARE_SIZE, RELEASE_SHARE_SIZE, Shares, seal

FORMAT = "phr-grant/v1"
HEADER_LIMIT = 4096
"""Bytes of the header line, at most."""

ELEMENT: Final = b'<script type="application/phr-grant" id="phr-envelope">'
NEXT_ELEMENT: Final = b'<script type="application/phr-grant">'
ELEMENT_END: Final = b"</script>"
PIECE: Final = 256 * 1024
"""Characters of base64 in one element of the reading page: WebKit takes 30 times as long for one of 20 MB."""

# RFC 9106; version 1 of the format has these and no others.
_ARGON2_MEMORY_KIB = 65536
_ARGON2_PASSES = 3
_ARGON2_LANES = 1
_SALT_SIZE = 16
_NONCE_SIZE = 12
_TAG_SIZE = 16

_START = b'{"format":"phr-grant/'
_HEADER = re.compile(
    rb'(?P<bound>\{"format":"phr-grant/v1","mode":"(?P<mode>code|card|no-way-back)","gid":"(?P<gid>[0-9a-f]{32})"'
    rb'(?:,"kdf":\{"name":"argon2id","m":65536,"t":3,"p":1,"salt":"(?P<salt>[A-Za-z0-9+/=]{24})"\})?)'
    rb',"share":"(?P<share>[A-Za-z0-9+/=]{24,80})"\}'
)


class Mode(StrEnum):
    """Ways to give access. The last three make no package: the patient's own screen, paper, a locked PDF."""

    CARD = "card"
    CODE = "code"
    NO_WAY_BACK = "no-way-back"
    SCREEN = "screen"
    PAPER = "paper"
    PDF = "pdf"


WORD_COUNT = {Mode.CARD: 0, Mode.CODE: 5, Mode.NO_WAY_BACK: 6}
"""Words that open the practitioner's share, for each way that makes a file."""

_SECRET_SIZE = {
    Mode.CARD: PRACTITIONER_SHARE_SIZE,
    Mode.CODE: PRACTITIONER_SHARE_SIZE,
    Mode.NO_WAY_BACK: PRACTITIONER_SHARE_SIZE + RELEASE_SHARE_SIZE,
}


@dataclass(frozen=True, slots=True)
class Envelope:
    """What a package file holds before it is opened. ``share`` is wrapped when there is a ``salt``."""

    mode: Mode
    gid: bytes
    salt: bytes
    share: bytes = field(repr=False)
    payload: bytes = field(repr=False)

    @classmethod
    def wrap(cls, mode: Mode, shares: Shares, words: str, payload: bytes) -> "Envelope":
        """The envelope of a new package. ``words`` is "" for a card."""
        if mode is Mode.CARD:
            return cls(mode, shares.gid, b"", shares.practitioner, payload)
        secret = shares.practitioner + (shares.release if mode is Mode.NO_WAY_BACK else b"")
        salt, nonce = secrets.token_bytes(_SALT_SIZE), secrets.token_bytes(_NONCE_SIZE)
        sealed = AESGCM(_key(words, salt)).encrypt(nonce, secret, _bound(mode, shares.gid, salt))
        return cls(mode, shares.gid, salt, nonce + sealed, payload)

    @classmethod
    def seal(cls, mode: Mode, shares: Shares, words: str, plaintext: bytes) -> bytes:
        """The bytes of a new package: its envelope, with the plaintext sealed in it."""
        return seal(plaintext, shares, cls.wrap(mode, shares, words, b"").to_bytes())

    def unwrap(self, words: str) -> tuple[bytes, bytes]:
        """The practitioner's share, and the release share in mode ``no-way-back`` (else ``b""``).

        Takes 64 MiB and some tenths of a second where there are words. Raises :class:`WrongWords`.
        """
        secret = self.share
        if self.salt:
            nonce, sealed = self.share[:_NONCE_SIZE], self.share[_NONCE_SIZE:]
            try:
                key = _key(words, self.salt)
                secret = AESGCM(key).decrypt(nonce, sealed, _bound(self.mode, self.gid, self.salt))
            except InvalidTag:
                raise WrongWords from None
        return secret[:PRACTITIONER_SHARE_SIZE], secret[PRACTITIONER_SHARE_SIZE:]

    def to_bytes(self) -> bytes:
        """The envelope as ``NAME.phr`` holds it."""
        share = base64.b64encode(self.share)
        return _bound(self.mode, self.gid, self.salt) + b',"share":"' + share + b'"}\n' + self.payload

    @classmethod
    def from_file(cls, data: bytes) -> "Envelope":
        """The envelope in a ``.phr`` or in a ``.html`` file.

        Raises :class:`NotAPackage`, :class:`NewerPackage`, :class:`DamagedPackage`.
        """
        return cls.from_bytes(data if data.startswith(b"{") else _from_page(data))

    @classmethod
    def from_bytes(cls, data: bytes) -> "Envelope":
        """The envelope that :meth:`to_bytes` wrote. Raises as :meth:`from_file`."""
        if not data.startswith(_START):
            raise NotAPackage
        if not data.startswith(_START + b'v1"'):
            raise NewerPackage
        line, end, payload = data[:HEADER_LIMIT].partition(b"\n")
        found = _HEADER.fullmatch(line)
        if not end or found is None:
            raise DamagedPackage("header")
        mode = Mode(found["mode"].decode())
        salt = _base64(found["salt"]) if found["salt"] else b""
        share = _base64(found["share"])
        size = _SECRET_SIZE[mode] + (_NONCE_SIZE + _TAG_SIZE if mode is not Mode.CARD else 0)
        if len(salt) != (0 if mode is Mode.CARD else _SALT_SIZE) or len(share) != size:
            raise DamagedPackage("header")
        payload = data[len(line) + 1 :]
        return cls(mode, bytes.fromhex(found["gid"].decode()), salt, share, payload)


def _bound(mode: Mode, gid: bytes, salt: bytes) -> bytes:
    """The header line before its share: what the wrap is bound to."""
    header: dict[str, object] = {"format": FORMAT, "mode": mode.value, "gid": gid.hex()}
    if salt:
        header["kdf"] = {
            "name": "argon2id",
            "m": _ARGON2_MEMORY_KIB,
            "t": _ARGON2_PASSES,
            "p": _ARGON2_LANES,
            "salt": base64.b64encode(salt).decode(),
        }
    return json.dumps(header, separators=(",", ":"))[:-1].encode()


def _key(words: str, salt: bytes) -> bytes:
    if len(words) > wordlist.TYPED_LIMIT:
        raise WrongWords
    return hash_secret_raw(
        wordlist.fold(words).encode(),
        salt,
        time_cost=_ARGON2_PASSES,
        memory_cost=_ARGON2_MEMORY_KIB,
        parallelism=_ARGON2_LANES,
        hash_len=32,
        type=Type.ID,
    )


def _from_page(data: bytes) -> bytes:
    start = data.find(ELEMENT)
    if start < 0:
        raise NotAPackage
    pieces: list[bytes] = []
    end = start
    for element in chain((ELEMENT,), repeat(NEXT_ELEMENT)):
        if not data.startswith(element, end):
            break
        begin = end + len(element)
        close = data.find(ELEMENT_END, begin)
        if close < 0 or (close == begin and not pieces):
            raise NotAPackage
        pieces.append(data[begin:close])
        end = close + len(ELEMENT_END)
    if ELEMENT in data[end:] or NEXT_ELEMENT in data[end:]:
        raise DamagedPackage("more than one envelope")
    if any(len(piece) != PIECE for piece in pieces[:-1]) or not 0 < len(pieces[-1]) <= PIECE:
        raise DamagedPackage("pieces")
    return _base64(b"".join(pieces))


def _base64(text: bytes) -> bytes:
    """RFC 4648 section 4, one spelling only."""
    try:
        data = base64.b64decode(text, validate=True)
    except binascii.Error:
        raise DamagedPackage("base64") from None
    if base64.b64encode(data) != text:
        raise DamagedPackage("base64")
    return data
