"""A full backup: the vault's two files as they open, encrypted as they are, with a manifest of their hashes.

Release shares and the signing key are not in it (:mod:`storage.state`), so a restored vault is one of its own and
releases nothing.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated, Final, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from storage import connection, durable, journal, keyslots
from storage import vault as vaults
from storage.canonical import canonical
from storage.clock import instant
from storage.errors import DamagedBackup, NewerVault, NotABackup, VaultExists
from storage.folder import copy_database
from storage.verify import check

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from storage.vault import Vault

FORMAT: Final = "phr-backup/v1"
_MANIFEST = "manifest.json"
_MOST_BYTES = 64 * 1024


class _File(BaseModel):
    model_config = ConfigDict(strict=True, extra="forbid")

    name: Annotated[str, Field(pattern=r"\A(keyslots\.json|record-[1-9][0-9]{0,8}\.db)\z")]
    size: Annotated[int, Field(ge=0)]
    sha256: Annotated[str, Field(pattern=r"\A[0-9a-f]{64}\z")]


class _Manifest(BaseModel):
    model_config = ConfigDict(strict=True, extra="forbid")

    format: Literal["phr-backup/v1"] = FORMAT
    made_at: str
    files: Annotated[list[_File], Field(min_length=2, max_length=2)]


def backup(vault: Vault, folder: Path, *, cancelled: Callable[[], bool] | None = None) -> Path:
    """Make a backup in a new folder within ``folder``, open it and verify it. Returns the new folder.

    It is there in whole or not at all. Nobody writes to the vault meanwhile. Raises :class:`DamagedBackup` when what
    was written does not verify, :class:`DamagedVault`, :class:`Cancelled` soon after ``cancelled`` says so, and what
    writing raises.
    """
    with vault.write() as db:
        at = instant(journal.time(db))
        with durable.writing():
            folder.mkdir(parents=True, exist_ok=True)
        with in_full(_free(folder.resolve(), f"carnet-{at.replace(':', '')}")) as (part, place):
            copy_database(vault.database, vault.data_key, part / vault.slots.database, cancelled)
            keyslots.write(part, vault.slots)
            files = [_entry(part / name) for name in (keyslots.NAME, vault.slots.database)]
            durable.replace(part / _MANIFEST, canonical(_Manifest(made_at=at, files=files).model_dump()))
            _verify(part, vault.data_key, cancelled)
        journal.append(db, "backup-made", detail={"digest": files[1].sha256})
    return place


def restore(folder: Path, target: Path, passphrase: str) -> None:
    """Make a vault in ``target``, absent or empty, from the backup in ``folder``, or the latest one within it.

    The vault gets an id and a signing key of its own and its running grants end. Raises :class:`NotABackup`,
    :class:`DamagedBackup`, :class:`VaultExists`, and what opening a vault raises.
    """
    source = _latest(folder)
    manifest = _read_manifest(source)
    target = target.absolute()
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise VaultExists
    with durable.writing():
        target.parent.mkdir(parents=True, exist_ok=True)
    with in_full(target) as (part, _):
        for file in manifest.files:
            with durable.writing():
                shutil.copyfile(source / file.name, part / file.name)
            durable.sync_file(part / file.name)
            if _entry(part / file.name) != file:
                raise DamagedBackup(file.name)
        vaults.open_restored(part, passphrase).close()


@contextmanager
def in_full(place: Path) -> Iterator[tuple[Path, Path]]:
    """A folder beside ``place`` that becomes it at the end of the block, or goes away if the block fails."""
    part = place.with_name(f".{place.name}.part")
    with durable.writing():
        shutil.rmtree(part, ignore_errors=True)
        part.mkdir(mode=0o700)
    try:
        yield part, place
        durable.sync_folder(part)
        with durable.writing():
            if place.exists():  # and empty, as restoring makes sure
                place.rmdir()
            part.replace(place)
        durable.sync_folder(place.parent)
    except BaseException:
        shutil.rmtree(part, ignore_errors=True)
        raise


def _free(folder: Path, name: str) -> Path:
    number, place = 1, folder / name
    while place.exists():
        number += 1
        place = folder / f"{name}-{number}"
    return place


def _entry(path: Path) -> _File:
    with durable.writing(), path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return _File(name=path.name, size=path.stat().st_size, sha256=digest)


def _verify(folder: Path, data_key: bytes, cancelled: Callable[[], bool] | None) -> None:
    path = folder / keyslots.read(folder).database
    copy = connection.connect(path, data_key, query_only=True)
    try:
        with connection.interruptible(copy, cancelled):
            faults = check(copy)
        if faults:
            raise DamagedBackup(path.name)
    finally:
        copy.close()


def _latest(folder: Path) -> Path:
    if (folder / _MANIFEST).is_file():
        return folder
    found = [path.parent for path in folder.glob(f"[!.]*/{_MANIFEST}")]
    if not found:
        raise NotABackup
    return max(found, key=lambda place: (_read_manifest(place).made_at, len(place.name), place.name))


def _read_manifest(folder: Path) -> _Manifest:
    with durable.writing(), (folder / _MANIFEST).open("rb") as file:
        untrusted_data = file.read(_MOST_BYTES)
    try:
        manifest = _Manifest.model_validate_json(untrusted_data)
    except ValidationError as error:
        if _is_newer(untrusted_data):
            raise NewerVault("format of the backup") from None
        raise DamagedBackup(_MANIFEST) from error
    if manifest.files[0].name == manifest.files[1].name:
        raise DamagedBackup(_MANIFEST)
    return manifest


def _is_newer(untrusted_data: bytes) -> bool:
    try:
        members = json.loads(untrusted_data)
    except (ValueError, RecursionError):
        return False
    name = members.get("format") if isinstance(members, dict) else None
    return isinstance(name, str) and name.startswith("phr-backup/") and name != FORMAT
