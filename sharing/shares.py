"""The two shares of a grant, what is derived from them, and the age file they open (docs/package-format.md).

The practitioner holds one share, the patient the other; both together give an age X25519 identity, with
which any age program opens the payload. The recipient is written nowhere.
"""

import io
import secrets
from dataclasses import dataclass, field

import pyrage
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from sharing import age_header
from sharing.codes import ANSWER_SIZE
from sharing.errors import DamagedPackage, WrongCode

GID_SIZE = 16
PRACTITIONER_SHARE_SIZE = 16
RELEASE_SHARE_SIZE = ANSWER_SIZE

_INFO = b"phr-grant/v1 "
_BECH32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
_BECH32_GENERATORS = (0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)
_NO_MATCH = "No matching keys found"


@dataclass(frozen=True, slots=True)
class Shares:
    """What a grant is made of: its id, the practitioner's share (16 bytes), the release share (15 bytes)."""

    gid: bytes
    practitioner: bytes = field(repr=False)
    release: bytes = field(repr=False)

    @classmethod
    def draw(cls) -> "Shares":
        """Fresh shares."""
        return cls(
            secrets.token_bytes(GID_SIZE),
            secrets.token_bytes(PRACTITIONER_SHARE_SIZE),
            secrets.token_bytes(RELEASE_SHARE_SIZE),
        )

    def identity(self) -> str:
        """The age identity, ``AGE-SECRET-KEY-1…``."""
        seed = _derive(self.practitioner + self.release, self.gid, b"age-identity")
        return bech32("age-secret-key-", seed).upper()


def challenge_key(gid: bytes, practitioner_share: bytes) -> bytes:
    """K_c: names the grant that a challenge belongs to, and opens nothing."""
    return _derive(practitioner_share, gid, b"challenge")


def mask_key(gid: bytes, practitioner_share: bytes) -> bytes:
    """K_m: hides the release share in an answer."""
    return _derive(practitioner_share, gid, b"mask")


def seal(plaintext: bytes, shares: Shares, head: bytes = b"") -> bytes:
    """The plaintext as an age file for the identity of these shares, behind the bytes of ``head``."""
    recipient = pyrage.x25519.Identity.from_str(shares.identity()).to_public()
    sealed = io.BytesIO()
    sealed.write(head)  # first, and encrypt_io behind it: a large payload is then copied twice less
    pyrage.encrypt_io(io.BytesIO(plaintext), sealed, [recipient])
    return sealed.getvalue()


def unseal(age_file: bytes, identity: str) -> bytes:
    """The plaintext of an age file.

    Raises :class:`WrongCode` when the identity is not the recipient's, :class:`DamagedPackage` for anything
    that was changed or cut.
    """
    age_header.check(age_file)
    try:
        plaintext: bytes = pyrage.decrypt(age_file, [pyrage.x25519.Identity.from_str(identity)])
    except pyrage.DecryptError as error:
        # pyrage has one exception for all causes; its text tells them apart.
        if str(error) == _NO_MATCH:
            raise WrongCode from None
        raise DamagedPackage("payload") from None
    return plaintext


def _derive(secret: bytes, gid: bytes, purpose: bytes) -> bytes:
    return HKDF(SHA256(), length=32, salt=gid, info=_INFO + purpose).derive(secret)


def bech32(prefix: str, data: bytes) -> str:
    """BIP 173's Bech32 in lower case: the spelling of age identities, not a protection."""
    spare = -len(data) * 8 % 5
    number = int.from_bytes(data) << spare
    digits = [number >> place & 31 for place in range(len(data) * 8 + spare - 5, -1, -5)]
    expanded = [ord(char) >> 5 for char in prefix] + [0] + [ord(char) & 31 for char in prefix]
    checksum = _polymod([*expanded, *digits, 0, 0, 0, 0, 0, 0]) ^ 1
    digits += [checksum >> place & 31 for place in range(25, -1, -5)]
    return prefix + "1" + "".join(_BECH32[digit] for digit in digits)


def _polymod(digits: list[int]) -> int:
    remainder = 1
    for digit in digits:
        top = remainder >> 25
        remainder = (remainder & 0x1FFFFFF) << 5 ^ digit
        for bit, generator in enumerate(_BECH32_GENERATORS):
            if top >> bit & 1:
                remainder ^= generator
    return remainder
