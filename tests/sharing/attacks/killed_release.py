"""A process that answers a challenge and is killed at a given moment of it."""

import os
import signal
from datetime import datetime
from pathlib import Path
from typing import NoReturn
from unittest.mock import patch

from sharing import grants
from storage.vault import open_vault

_PLACES = {
    "before the commit": "storage.grants.update",
    "between journal and answer": "sharing.codes.answer",
}


def release_and_die(folder: Path, passphrase: str, now: datetime, challenge: str, moment: str) -> None:
    """Release ``challenge``; the process is gone as soon as it gets to ``moment``."""

    def die(*_: object, **__: object) -> NoReturn:
        os.kill(os.getpid(), signal.SIGKILL)
        raise AssertionError("still alive")

    with open_vault(folder, passphrase, now=lambda: now) as vault, patch(_PLACES[moment], die):
        grants.release(vault, challenge)
