"""``keyslots.json``: the data key, wrapped once for each way to open the vault.

One JSON object in canonical form: ``format``, ``database`` (the file that the data key opens), ``slots``, and
``check``, the SHA-256 of the other members, which tells damage from a wrong passphrase. A passphrase slot derives its
key with Argon2id (RFC 9106) and wraps the data key with AES-256-GCM; the additional data are the header and the
slot's own parameters, so that nothing of them can be exchanged. Sizes and parameters are looked at before Argon2 runs.
"""

import hashlib
import json
import os
import secrets
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, Final, Literal

from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from storage import durable
from storage.canonical import canonical
from storage.connection import KEY_SIZE
from storage.errors import DamagedHeader, EmptyPassphrase, NewerVault, UnsafeParameters, WrongPassphrase
from storage.wiping import wipe

NAME = "keyslots.json"
FORMAT: Final = "phr-vault/v1"
MOST_BYTES = 64 * 1024


@dataclass(frozen=True, slots=True)
class Cost:
    """Argon2id's parameters: memory in KiB, passes, lanes."""

    memory: int
    passes: int
    lanes: int


LEAST_COST = Cost(64 * 1024, 3, 4)  # RFC 9106, section 4, second recommended option
DEFAULT_COST = Cost(256 * 1024, 3, 4)
MOST_COST = Cost(1024 * 1024, 10, 16)


Hex8 = Annotated[str, Field(pattern=r"\A[0-9a-f]{16}\z")]
Hex12 = Annotated[str, Field(pattern=r"\A[0-9a-f]{24}\z")]
Hex16 = Annotated[str, Field(pattern=r"\A[0-9a-f]{32}\z")]
HexWrapped = Annotated[str, Field(pattern=r"\A[0-9a-f]{96}\z")]  # data key and tag


class Slot(BaseModel):
    """One way to open the vault. Bytes are in hexadecimal; ``wrapped`` is ciphertext and tag."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)

    id: Hex8
    kind: Literal["passphrase"]
    memory: int
    passes: int
    lanes: int
    salt: Hex16
    nonce: Hex12
    wrapped: HexWrapped

    @property
    def cost(self) -> Cost:
        """What deriving this slot's key takes."""
        return Cost(self.memory, self.passes, self.lanes)


class KeySlots(BaseModel):
    """What ``keyslots.json`` holds. ``database`` is the name of a file beside it."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)

    format: Literal["phr-vault/v1"] = FORMAT
    database: Annotated[str, Field(pattern=r"\Arecord-[1-9][0-9]{0,8}\.db\z")]
    slots: Annotated[list[Slot], Field(min_length=1, max_length=8)]


def make(data_key: bytes, passphrase: str, *, database: str, cost: Cost) -> KeySlots:
    """Key slots with one slot, opened by ``passphrase``; salt and nonce are fresh.

    Raises :class:`UnsafeParameters`, :class:`EmptyPassphrase`.
    """
    _check_cost(cost)
    slot = {
        "id": secrets.token_hex(8),
        "kind": "passphrase",
        "memory": cost.memory,
        "passes": cost.passes,
        "lanes": cost.lanes,
        "salt": secrets.token_hex(16),
        "nonce": secrets.token_hex(12),
    }
    key = _derive(passphrase, bytes.fromhex(str(slot["salt"])), cost)
    associated = _associated(FORMAT, database, slot)
    wrapped = AESGCM(key).encrypt(bytes.fromhex(str(slot["nonce"])), data_key, associated)
    wipe(key)
    return KeySlots.model_validate({"database": database, "slots": [{**slot, "wrapped": wrapped.hex()}]})


def unlock(keyslots: KeySlots, passphrase: str) -> bytes:
    """The data key. Raises :class:`WrongPassphrase`, :class:`UnsafeParameters`."""
    for slot in keyslots.slots:
        _check_cost(slot.cost)
    for slot in keyslots.slots:
        key = _derive(passphrase, bytes.fromhex(slot.salt), slot.cost)
        associated = _associated(keyslots.format, keyslots.database, slot.model_dump(exclude={"wrapped"}))
        try:
            return AESGCM(key).decrypt(bytes.fromhex(slot.nonce), bytes.fromhex(slot.wrapped), associated)
        except InvalidTag:
            continue
        finally:
            wipe(key)
    raise WrongPassphrase


def encode(keyslots: KeySlots) -> bytes:
    """The bytes of ``keyslots.json``."""
    members = keyslots.model_dump()
    return canonical({**members, "check": _digest(members)})


def decode(untrusted_data: bytes) -> KeySlots:
    """The opposite of :func:`encode`; only its exact bytes are taken.

    Raises :class:`DamagedHeader`, and :class:`NewerVault` for a whole file of a later format.
    """
    if len(untrusted_data) > MOST_BYTES:
        raise DamagedHeader("too long")
    try:
        members = json.loads(untrusted_data)
        if not isinstance(members, dict) or canonical(members) != untrusted_data:
            raise DamagedHeader("not in canonical form")
    except (ValueError, RecursionError) as error:
        raise DamagedHeader("not JSON") from error
    check = members.pop("check", None)
    if check != _digest(members):
        raise DamagedHeader("its check does not fit")
    if str(members.get("format", "")).startswith("phr-vault/") and members["format"] != FORMAT:
        raise NewerVault("format of the key slots")
    try:
        return KeySlots.model_validate(members)
    except ValidationError as error:
        raise DamagedHeader("a member is not what it should be") from error


def read(folder: Path) -> KeySlots:
    """The key slots of the vault in ``folder``. Raises what :func:`decode` does, and ``FileNotFoundError``."""
    with (folder / NAME).open("rb") as file:
        return decode(file.read(MOST_BYTES + 1))


def write(folder: Path, keyslots: KeySlots) -> None:
    """Make ``keyslots`` those of the vault in ``folder``, by one rename."""
    durable.replace(folder / NAME, encode(keyslots))


def normal(passphrase: str) -> bytes:
    """The bytes that are derived from: the OpaqueString profile of RFC 8265, section 4.2.

    The same phrase typed on another keyboard gives the same bytes: any space is U+0020, letters are composed (NFC).
    """
    spaced = "".join(
        " " if unicodedata.category(character) == "Zs" else character for character in passphrase
    )
    return unicodedata.normalize("NFC", spaced).encode("utf-8", "surrogatepass")


def new_data_key() -> bytes:
    """32 bytes of the system's random generator."""
    return os.urandom(KEY_SIZE)


def _derive(passphrase: str, salt: bytes, cost: Cost) -> bytes:
    secret = normal(passphrase)
    if not secret:
        raise EmptyPassphrase
    key = hash_secret_raw(
        secret,
        salt,
        time_cost=cost.passes,
        memory_cost=cost.memory,
        parallelism=cost.lanes,
        hash_len=32,
        type=Type.ID,
    )
    wipe(secret)
    return key


def _check_cost(cost: Cost) -> None:
    for name in ("memory", "passes", "lanes"):
        if not getattr(LEAST_COST, name) <= getattr(cost, name) <= getattr(MOST_COST, name):
            raise UnsafeParameters(name)


def _associated(header: str, database: str, slot: dict[str, Any]) -> bytes:
    return canonical({"format": header, "database": database, "slot": slot})


def _digest(members: dict[str, Any]) -> str:
    return hashlib.sha256(canonical(members)).hexdigest()
