"""The CCTV age vectors (C2SP) through both openers: what must fail fails, and what we could have made opens."""

import hashlib
import zlib
from dataclasses import dataclass
from pathlib import Path

import pytest

from sharing import shares
from sharing.errors import DamagedPackage, WrongCode
from tests.sharing.attacks.conftest import ReadingPage
from tests.sharing.attacks.envelopes import Case
from tests.sharing.reader_packages import seal

CCTV = Path(__file__).parents[4] / "shared" / "data" / "age"
_SOME_IDENTITY = "AGE-SECRET-KEY-1EGTZVFFV20835NWYV6270LXYVK2VKNX2MMDKWYKLMGR48UAWX40Q2P2LM0"
_BECH32 = "QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L"

# Files that any age program may open and we never make: a payload has one X25519 recipient, then at most one stanza
# of grease, and no armor. They are refused before an age library sees them.
NOT_OURS = {
    "armor_crlf": "armor",
    "armor_hybrid": "armor",
    "armor_scrypt": "armor",
    "armor_whitespace_outside": "armor",
    "armor_x25519": "armor",
    "hybrid": "hybrid recipient",
    "hybrid_and_x25519": "hybrid recipient",
    "hybrid_grease": "hybrid recipient",
    "hybrid_multiple_recipients": "hybrid recipient",
    "scrypt": "passphrase",
    "stanza_empty_body": "a stanza that is not grease",
    "stanza_empty_last_line": "a stanza that is not grease",
    "stanza_valid_characters": "a stanza that is not grease",
    "x25519_multiple_recipients": "two recipients",
}


@dataclass(frozen=True)
class Vector:
    """A vector: what an age program must say of it, and the SHA-256 of what is inside."""

    name: str
    expect: str
    payload: str
    identity: str
    file: bytes

    @property
    def opens(self) -> bool:
        return self.expect == "success" and self.name not in NOT_OURS


def _vectors() -> list[Vector]:
    files = sorted(CCTV.iterdir()) if CCTV.exists() else []
    return [_vector(file) for file in files if file.suffix != ".md"]


def _vector(file: Path) -> Vector:
    head, _, age_file = file.read_bytes().partition(b"\n\n")
    fields = dict(line.split(": ", 1) for line in head.decode().splitlines())
    if fields.get("compressed") == "zlib":
        age_file = zlib.decompress(age_file)
    identity = fields.get("identity", "")
    own = identity if identity.startswith("AGE-SECRET-KEY-1") else _SOME_IDENTITY
    return Vector(file.name, fields["expect"], fields.get("payload", ""), own, age_file)


def _seed(identity: str) -> bytes:
    """The 32 bytes in an identity (BIP 173; its checksum is not looked at)."""
    number = 0
    for char in identity.removeprefix("AGE-SECRET-KEY-1")[:-6]:
        number = number << 5 | _BECH32.index(char)
    return (number >> 4).to_bytes(32)


VECTORS = _vectors()
pytestmark = pytest.mark.skipif(not VECTORS, reason="the CCTV vectors are not on this machine")


def test_what_we_do_not_open_is_named() -> None:
    assert {vector.name for vector in VECTORS if vector.expect == "success"} >= NOT_OURS.keys()
    assert sum(vector.opens for vector in VECTORS) >= 7


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector.name)
def test_in_the_program(vector: Vector) -> None:
    if vector.opens:
        plain = shares.unseal(vector.file, vector.identity)
        assert hashlib.sha256(plain).hexdigest() == vector.payload
    else:
        with pytest.raises((DamagedPackage, WrongCode)):
            shares.unseal(vector.file, vector.identity)


@pytest.mark.browser
def test_in_the_reading_page(reading_page: ReadingPage) -> None:
    line = seal(b"").envelope.partition(b"\n")[0] + b"\n"
    cases = [Case(vector.name, (line, vector.file)) for vector in VECTORS]
    told = reading_page.decrypted(cases, [_seed(vector.identity) for vector in VECTORS])
    for vector, (said, digest) in zip(VECTORS, told, strict=True):
        if vector.opens:
            assert said.startswith("The file opened, but its content cannot be read"), vector.name
            assert digest == vector.payload, vector.name
        else:
            assert said.startswith(("This file is damaged", "This code does not open")), (vector.name, said)
