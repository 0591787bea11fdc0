"""What lies outside the vault, in one file per installation: release shares, signing key, last head, place.

A copy or a backup of a vault's folder therefore releases nothing, and an older copy put back is noticed. The file
stands in the platform's state folder (0700, the file 0600), which backups are asked to leave out, and is replaced by
one rename at each change. Each secret is wrapped with AES-256-GCM under HKDF-SHA256 (RFC 5869) of the vault's data
key, with a fresh nonce; the additional data name the vault and the grant. While a passphrase is being changed, the
secrets are there twice, under the old and under the new data key; the next opening keeps the set that its key opens.
"""

from __future__ import annotations

import json
import os
import threading
from contextlib import AbstractContextManager, contextmanager
from typing import TYPE_CHECKING, Final, Literal

import platformdirs
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from filelock import FileLock, Timeout
from pydantic import BaseModel, ConfigDict, ValidationError

from storage import durable
from storage.canonical import canonical
from storage.errors import NewerVault, StateLost, VaultInUse
from storage.wiping import wipe

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from storage.vault import Vault

NAME = "releases.json"
FORMAT: Final = "phr-state/v1"
_SIGNING = "signing-key"
_NONCE_SIZE = 12
_LEAVE_OUT = ".nobackup"  # the name that borg's and others' manuals give for folders to leave out
_PATIENCE = 10  # seconds for another process to finish its change
_within_process = threading.RLock()


class Secrets(BaseModel):
    """The secrets of a vault under one data key: nonce and ciphertext in hexadecimal, shares by grant id."""

    model_config = ConfigDict(strict=True, extra="forbid")

    signing_key: str
    shares: dict[str, str] = {}


class Record(BaseModel):
    """A vault as this installation last saw it; ``secrets`` by the id of the data key that wraps them."""

    model_config = ConfigDict(strict=True, extra="forbid")

    folder: str
    inode: int
    seq: int = 0
    hash: str = ""
    secrets: dict[str, Secrets] = {}


class State(BaseModel):
    """All vaults of this installation, by vault id."""

    model_config = ConfigDict(strict=True, extra="forbid")

    format: Literal["phr-state/v1"] = FORMAT
    vaults: dict[str, Record] = {}


def path() -> Path:
    """Where the file is."""
    return platformdirs.user_state_path("phr", appauthor=False) / NAME


def put_share(vault: Vault, gid: str, secret: bytes) -> None:
    """Keep the release share of grant ``gid``; on the disk when this returns, so write the grant's row after it.

    Raises :class:`StateLost`, and what writing raises.
    """
    with _editing() as state:
        _secrets(state, vault).shares[gid] = _wrap(vault.data_key, vault.id, gid, secret)


def get_share(vault: Vault, gid: str) -> bytes | None:
    """The release share of grant ``gid``, or None if it is gone. Raises :class:`StateLost` if it was changed."""
    wrapped = _shares(_load(), vault).get(gid)
    return None if wrapped is None else _unwrap(vault.data_key, vault.id, gid, wrapped)


def drop_shares(vault: Vault, gids: Iterable[str]) -> None:
    """Forget these release shares, for good; commit the end of the grants before it."""
    with _editing() as state:
        for gid in gids:
            _shares(state, vault).pop(gid, None)


def shares(vault: Vault) -> set[str]:
    """The ids of the grants whose share is kept."""
    return set(_shares(_load(), vault))


def signing_key(vault: Vault) -> Ed25519PrivateKey:
    """The key that signs the heads of the vault's journal. Raises :class:`StateLost`."""
    wrapped = _secrets(_load(), vault).signing_key
    return Ed25519PrivateKey.from_private_bytes(_unwrap(vault.data_key, vault.id, _SIGNING, wrapped))


def record(vault_id: str) -> Record | None:
    """What is known of a vault, or None if this installation never saw it."""
    return _load().vaults.get(vault_id)


def opens(vault: Vault) -> bool:
    """Whether the vault's key opens all that is kept for it here."""
    try:
        kept = _secrets(_load(), vault)
        _unwrap(vault.data_key, vault.id, _SIGNING, kept.signing_key)
        for gid, wrapped in kept.shares.items():
            _unwrap(vault.data_key, vault.id, gid, wrapped)
    except StateLost:
        return False
    return True


def enroll(vault: Vault) -> str:
    """Begin the record of ``vault`` at its present place, with a new signing key and no share.

    Returns the public key, in hexadecimal. What was known of the vault's id is forgotten.
    """
    key = Ed25519PrivateKey.generate()
    wrapped = _wrap(vault.data_key, vault.id, _SIGNING, key.private_bytes_raw())
    with _editing() as state:
        state.vaults[vault.id] = Record(
            folder=str(vault.folder),
            inode=vault.folder.stat().st_ino,
            secrets={key_id(vault.data_key): Secrets(signing_key=wrapped)},
        )
    return key.public_key().public_bytes_raw().hex()


def set_place(vault: Vault) -> None:
    """Note where the vault is now."""
    with _editing() as state:
        known = _record(state, vault)
        known.folder, known.inode = str(vault.folder), vault.folder.stat().st_ino


def forget_place(folder: Path) -> None:
    """Forget the vault in ``folder``, which is to go away."""
    with _editing() as state:
        state.vaults = {id_: known for id_, known in state.vaults.items() if known.folder != str(folder)}


def set_head(vault: Vault, seq: int, digest: str) -> None:
    """Note the last line of the journal. Raises :class:`StateLost`, and what writing raises."""
    with _editing() as state:
        known = _record(state, vault)
        known.seq, known.hash = seq, digest


def add_wrapping(vault: Vault, new_key: bytes) -> None:
    """Wrap the vault's secrets under ``new_key`` too."""
    with _editing() as state:
        old = _secrets(state, vault)
        _record(state, vault).secrets[key_id(new_key)] = Secrets(
            signing_key=_rewrap(vault, new_key, _SIGNING, old.signing_key),
            shares={gid: _rewrap(vault, new_key, gid, wrapped) for gid, wrapped in old.shares.items()},
        )


def keep_wrapping(vault: Vault) -> None:
    """Forget what is wrapped under any other key than the vault's present one."""
    with _editing() as state:
        _record(state, vault).secrets = {key_id(vault.data_key): _secrets(state, vault)}


def key_id(data_key: bytes) -> str:
    """A name for a data key that tells nothing about it."""
    return _hkdf(data_key, "phr/key-id/v1")[:8].hex()


def _record(state: State, vault: Vault) -> Record:
    known = state.vaults.get(vault.id)
    if known is None:
        raise StateLost
    return known


def _secrets(state: State, vault: Vault) -> Secrets:
    secrets = _record(state, vault).secrets.get(key_id(vault.data_key))
    if secrets is None:
        raise StateLost
    return secrets


def _shares(state: State, vault: Vault) -> dict[str, str]:
    """The shares that are kept; none of a vault that is not known."""
    try:
        return _secrets(state, vault).shares
    except StateLost:
        return {}


def _rewrap(vault: Vault, new_key: bytes, name: str, wrapped: str) -> str:
    return _wrap(new_key, vault.id, name, _unwrap(vault.data_key, vault.id, name, wrapped))


def _wrap(data_key: bytes, vault_id: str, name: str, secret: bytes) -> str:
    nonce = os.urandom(_NONCE_SIZE)
    key = _hkdf(data_key, "phr/release-shares/v1")
    wrapped = AESGCM(key).encrypt(nonce, secret, canonical([vault_id, name]))
    wipe(key)
    return (nonce + wrapped).hex()


def _unwrap(data_key: bytes, vault_id: str, name: str, wrapped: str) -> bytes:
    key = _hkdf(data_key, "phr/release-shares/v1")
    try:
        data = bytes.fromhex(wrapped)
        return AESGCM(key).decrypt(data[:_NONCE_SIZE], data[_NONCE_SIZE:], canonical([vault_id, name]))
    except (InvalidTag, ValueError) as error:
        raise StateLost from error
    finally:
        wipe(key)


def _hkdf(data_key: bytes, info: str) -> bytes:
    return HKDF(hashes.SHA256(), length=32, salt=None, info=info.encode("ascii")).derive(data_key)


def _load() -> State:
    try:
        untrusted_text = path().read_bytes()
    except FileNotFoundError:
        return State()
    try:
        return State.model_validate_json(untrusted_text)
    except ValidationError:
        if _is_newer(untrusted_text):
            raise NewerVault("format of the state file") from None
        # Nothing of it can be used; the vaults then find themselves unknown here and end their grants.
        return State()


def _is_newer(untrusted_text: bytes) -> bool:
    try:
        members = json.loads(untrusted_text)
    except (ValueError, RecursionError):
        return False
    return isinstance(members, dict) and members.get("format", FORMAT) != FORMAT


def _lock(folder: Path) -> AbstractContextManager[object]:
    try:
        with durable.writing():
            return FileLock(folder / "lock").acquire(timeout=_PATIENCE)
    except Timeout:
        raise VaultInUse from None


@contextmanager
def _editing() -> Iterator[State]:
    """The state, written back at the end of the block if it was changed; one editor at a time."""
    folder = path().parent
    with durable.writing():
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        folder.chmod(0o700)
        (folder / _LEAVE_OUT).touch(mode=0o600)
    with _within_process, _lock(folder):
        state = _load()
        before = state.model_copy(deep=True)
        yield state
        if state != before:
            durable.replace(path(), canonical(state.model_dump()))
