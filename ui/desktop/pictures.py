"""Pictures of every page of the window on a given vault, for the guide and for the eyes of those who work on it."""

import tempfile
from importlib import resources
from pathlib import Path

from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QApplication

from storage.vault import open_vault
from ui.desktop.window import Window

SAMPLE = Path(str(resources.files("phr") / "sample" / "dossier.json"))


def grab_all(window: Window, vault: Path, passphrase: str, folder: Path) -> None:
    """Walk through the pages at 1280x800 and save each as a PNG in ``folder``.

    A care professional is added and an access given on the way: use a vault of no consequence.
    """
    folder.mkdir(parents=True, exist_ok=True)
    window.resize(1280, 800)
    window.show()
    window.unlock.ask(vault, creating=True)
    grab(window, folder / "create.png")
    window.unlock.ask(vault, creating=False)
    grab(window, folder / "unlock.png")
    window.open_vault(open_vault(vault, passphrase))
    grab(window, folder / "today.png")
    window.show_page(window.record)
    grab(window, folder / "record.png")
    window.record.table.selectRow(6)
    grab(window, folder / "entry.png")
    window.record.writing.begin()
    grab(window, folder / "write.png")
    window.record.form.dropped.emit()
    for name in ("documents", "trends", "inbox", "people", "settings"):
        window.show_page(window.places[name])
        grab(window, folder / f"{name}.png")
    _import_again(window, folder)
    _give_access(window, folder)
    window.show_page(window.history)
    grab(window, folder / "history.png")
    window.show_page(window.passphrase)
    grab(window, folder / "passphrase.png")
    window.close()
    settle()


def _import_again(window: Window, folder: Path) -> None:
    """Look at the sample record as if it had come once more; nothing of it is taken."""
    window.taking.take_files([SAMPLE])
    grab(window, folder / "import-review.png")
    window.imports.review.dropped.emit()


def _give_access(window: Window, folder: Path) -> None:
    window.commands.new_grant.trigger()
    window.grant.who.new.name.setText("Dr Linh Nguyen")
    window.grant.who.new.specialty.setText("Cardiologie")
    for name in ("who", "what", "terms", "preview"):
        grab(window, folder / f"give-{name}.png")
        if name != "preview":
            window.grant.go_on()
            settle()
    with tempfile.TemporaryDirectory() as out:
        window.grant.give(Path(out))
        grab(window, folder / "give-deliver.png")
    window.show_page(window.access)
    window.access.table.selectRow(0)
    window.access.ask_withdraw()
    grab(window, folder / "access.png")
    window.access.confirm.withdraw()
    window.access.renew.click()
    window.grant.go_on()
    grab(window, folder / "renew.png")
    window.grant.cancel.click()
    window.show_page(window.holders)
    window.holders.refresh()
    grab(window, folder / "holders.png")
    window.commands.release.trigger()
    grab(window, folder / "release.png")


def grab(window: Window, file: Path) -> None:
    """Save the window as it is once its work is done."""
    settle()
    window.grab().save(str(file))


def settle() -> None:
    """Wait until no task runs and every answer has arrived."""
    for _ in range(3):
        QThreadPool.globalInstance().waitForDone()
        QApplication.sendPostedEvents()
        QApplication.processEvents()
