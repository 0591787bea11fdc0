"""A new passphrase means a new data key: the database is written anew beside the old one, then one rename switches.

A crash before the rename leaves the old vault, after it the new one; the next opening removes what is left over. The
state file holds the shares under both keys meanwhile.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from storage import connection, durable, keyslots, state
from storage.connection import translated
from storage.errors import DamagedVault

if TYPE_CHECKING:
    from pathlib import Path

    from storage.keyslots import KeySlots
    from storage.vault import Vault


def rewrite(vault: Vault, passphrase: str) -> tuple[KeySlots, bytes]:
    """Write the database under a new data key and verify it. Returns the key slots to switch to, and the key.

    The caller holds the vault for itself, with an empty write-ahead log.
    """
    data_key = keyslots.new_data_key()
    number = int(re.findall(r"\d+", vault.slots.database)[0]) + 1
    slots = keyslots.make(
        data_key, passphrase, database=f"record-{number}.db", cost=vault.slots.slots[0].cost
    )
    path = vault.folder / slots.database
    try:
        _copy(vault, path, data_key)
    except BaseException:
        remove_database(path)
        raise
    state.add_wrapping(vault, data_key)
    return slots, data_key


def switch(folder: Path, slots: KeySlots) -> None:
    """Make the new database the vault's."""
    keyslots.write(folder, slots)


def remove_database(path: Path) -> None:
    """Remove a database that is no longer, or not yet, the vault's."""
    with durable.writing():
        for name in (path.name, f"{path.name}-wal", f"{path.name}-shm", f"{path.name}-journal"):
            path.with_name(name).unlink(missing_ok=True)


def _copy(vault: Vault, path: Path, data_key: bytes) -> None:
    source = connection.connect(vault.database, vault.data_key)
    try:
        with translated():
            source.execute("VACUUM INTO ?", (str(path),))
    finally:
        source.close()
    copy = connection.connect(path, vault.data_key)
    try:
        with translated():
            copy.execute(f"PRAGMA rekey=\"x'{data_key.hex()}'\"")
    finally:
        copy.close()
    copy = connection.connect(path, data_key, query_only=True)
    try:
        with translated():
            if copy.execute("PRAGMA cipher_integrity_check").fetchone() is not None:
                raise DamagedVault("the rewritten database")
    finally:
        copy.close()
    durable.sync_file(path)
    durable.sync_folder(vault.folder)
