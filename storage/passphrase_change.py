"""A new passphrase means a new data key: the database is written anew beside the old one, then one rename switches.

A crash before the rename leaves the old vault, after it the new one; the next opening removes what is left over. The
state file holds the shares under both keys meanwhile.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from storage import connection, durable, folder, journal, keyslots, state
from storage.connection import translated
from storage.errors import DamagedVault

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from storage.keyslots import KeySlots
    from storage.vault import Vault


def rewrite(vault: Vault, passphrase: str, cancelled: Callable[[], bool] | None) -> tuple[KeySlots, bytes]:
    """Write the database under a new data key and verify it. Returns the key slots to switch to, and the key.

    Nobody else writes meanwhile. The cost of the new slot is that of the present one. Raises :class:`Cancelled` if
    ``cancelled`` says so while the database is copied.
    """
    data_key = keyslots.new_data_key()
    number = int(re.findall(r"\d+", vault.slots.database)[0]) + 1
    cost = vault.slots.slots[0].cost
    slots = keyslots.make(data_key, passphrase, database=f"record-{number}.db", cost=cost)
    path = vault.folder / slots.database
    try:
        folder.copy_database(vault.database, vault.data_key, path, cancelled)
        _rekey(vault, path, data_key)
        _verify(path, data_key)
        state.add_wrapping(vault, data_key)
    except BaseException:
        folder.remove_database(path)
        raise
    return slots, data_key


def _rekey(vault: Vault, path: Path, data_key: bytes) -> None:
    copy = connection.connect(path, vault.data_key)
    copy.clock = vault.clock
    try:
        with translated():
            with connection.spoken("rekey", data_key) as pragma:
                copy.execute(pragma)
            copy.execute("BEGIN IMMEDIATE")
            journal.append(copy, "passphrase-changed")
            copy.execute("COMMIT")
    finally:
        copy.close()


def _verify(path: Path, data_key: bytes) -> None:
    copy = connection.connect(path, data_key, query_only=True)
    try:
        with translated():
            if copy.execute("PRAGMA cipher_integrity_check").fetchone() is not None:
                raise DamagedVault("the rewritten database")
    finally:
        copy.close()
    durable.sync_file(path)
    durable.sync_folder(path.parent)
