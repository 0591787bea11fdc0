"""A process that separates a record, and says how far it is."""

import os
from multiprocessing.connection import Connection
from pathlib import Path

from storage.separation import separate
from storage.vault import open_vault
from tests.storage.conftest import PASSPHRASE

NEW = "une autre phrase longue"


def work(folder: Path, person: str, target: Path, state: str, tell: Connection) -> None:
    """Open the vault, say ``begun``, separate, say ``done``, and wait to be killed."""
    os.environ["XDG_STATE_HOME"] = state  # a fork server's own is older
    with open_vault(folder, PASSPHRASE) as vault:
        tell.send("begun")
        separate(vault, person, target, NEW)
        tell.send("done")
        while True:
            tell.poll(None)
