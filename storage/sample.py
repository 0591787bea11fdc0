"""A sample record to look around in: a vault that lasts as long as one looks, under a passphrase that nobody knows.

It stands in the platform's state folder, away from every place that a person chooses for a vault, and goes away whole:
its folder, and what the state file holds for it.
"""

from __future__ import annotations

import io
import secrets
import shutil
from importlib import resources
from typing import TYPE_CHECKING

from storage import durable, state
from storage.folder import lock
from storage.intake import import_stream
from storage.keyslots import LEAST_COST
from storage.vault import create

if TYPE_CHECKING:
    from pathlib import Path

    from storage.vault import Vault

_FILE = "dossier.json"


def open_sample() -> Vault:
    """A new vault that holds the sample record of somebody made up; one that was left behind goes first.

    Raises :class:`VaultInUse` while another window shows it, and what writing raises.
    """
    folder = _folder()
    _remove(folder)
    vault = create(folder, secrets.token_urlsafe(32), cost=LEAST_COST)
    try:
        record = resources.files("phr").joinpath("sample", _FILE).read_bytes()
        import_stream(vault, io.BytesIO(record), _FILE)
    except BaseException:
        discard_sample(vault)
        raise
    return vault


def is_sample(vault: Vault) -> bool:
    """Whether a vault is the sample record's."""
    return vault.folder == _folder().resolve()


def discard_sample(vault: Vault) -> None:
    """Close the sample's vault and remove all of it. Raises what writing raises."""
    if not is_sample(vault):
        raise AssertionError("only the sample goes away with its folder")
    vault.close()
    _remove(vault.folder)


def _folder() -> Path:
    return state.path().parent / "sample"


def _remove(folder: Path) -> None:
    if folder.exists():
        lock(folder).release()  # raises while another process shows it
        with durable.writing():
            shutil.rmtree(folder)
    state.forget_place(folder.resolve())
