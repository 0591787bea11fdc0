"""A program that opens a vault, looks at it, locks it and waits: ``locked_program.py desktop|handle VAULT``.

The passphrase comes on standard input. A line is written when the vault is open and when it is locked; each time it
waits for a line before it goes on.
"""

import os
import sys
from pathlib import Path


def pause(word: str) -> None:
    """Say where it is, and wait."""
    os.write(1, word.encode() + b"\n")
    os.read(0, 1)


def handle(folder: Path, secret: str) -> None:
    """As the command line does."""
    from storage import entries
    from storage.entries import Filter
    from storage.vault import open_vault

    with open_vault(folder, secret) as vault:
        del secret
        entries.page(vault, Filter(search="zanzi"))
        pause("open")
    pause("locked")


def desktop(folder: Path, secret: str) -> None:
    """As a person does: types the passphrase, looks at an entry, locks."""
    from PySide6.QtWidgets import QApplication

    from ui.desktop.app import window_for
    from ui.desktop.pictures import settle
    from ui.desktop.settings import Settings

    application = QApplication([])
    window = window_for(application, Settings())
    window.show()
    window.unlock.ask(folder, creating=False)
    window.unlock.passphrase.setText(secret)
    del secret
    window.unlock.start()
    while window.vault is None:
        application.processEvents()
    settle()
    window.record.table.selectRow(0)
    settle()
    window.grab()
    pause("open")
    window.lock()
    settle()
    pause("locked")


if __name__ == "__main__":
    {"desktop": desktop, "handle": handle}[sys.argv[1]](
        Path(sys.argv[2]), os.read(0, 1000).decode().rstrip("\n")
    )
