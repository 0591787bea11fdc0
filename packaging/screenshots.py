"""Pictures of every page of the window: both languages, both schemes, 1280x800 and at 200 %.

Usage: screenshots.py FOLDER [--vault VAULT --passphrase-file FILE]. Without a vault one is made from the sample record
that ships with the project. Qt draws offscreen: no display is needed.
"""

import argparse
import os
import secrets
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ROOT / "phr" / "sample" / "dossier.json"


def main() -> None:
    """Take the pictures, at each scale in a process of its own: Qt reads the scale when it starts."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--vault", type=Path)
    parser.add_argument("--passphrase-file", type=Path)
    parser.add_argument("--scale", help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.scale:
        take(
            chosen.folder.resolve(),
            chosen.vault.resolve(),
            chosen.passphrase_file.read_text().rstrip("\n"),
            chosen.scale,
        )
        return
    with tempfile.TemporaryDirectory() as scratch:
        vault, passphrase_file = chosen.vault, chosen.passphrase_file
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "XDG_CONFIG_HOME": f"{scratch}/config"}
        if vault is None:
            environment["XDG_STATE_HOME"] = f"{scratch}/state"
            vault, passphrase_file = Path(scratch) / "Carnet", Path(scratch) / "passphrase"
            passphrase_file.write_text(secrets.token_urlsafe(24))
            phr = [sys.executable, "-m", "phr", "--passphrase-file", str(passphrase_file)]
            for verb in (["init", str(vault)], ["import", str(vault), str(SAMPLE)]):
                command = [*phr, *verb]
                subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True)
        for scale in ("1", "2"):
            again = [sys.executable, __file__, str(chosen.folder), "--vault", str(vault)]
            again += ["--passphrase-file", str(passphrase_file), "--scale", scale]
            environment["QT_SCALE_FACTOR"] = scale
            subprocess.run(again, env=environment, check=True)


def take(folder: Path, vault: Path, passphrase: str, scale: str) -> None:
    """The pictures at one scale. At 200 % one language and one scheme show what does not fit."""
    from PySide6.QtWidgets import QApplication

    from ui.desktop.app import window_for
    from ui.desktop.pictures import grab_all
    from ui.desktop.settings import Settings

    application = QApplication([])
    looks = (
        [("fr", "light"), ("fr", "dark"), ("en", "light"), ("en", "dark")]
        if scale == "1"
        else [("fr", "light")]
    )
    window = window_for(application, Settings())
    for language, scheme in looks:
        window.set_language(language)
        window.set_scheme(scheme)
        name = f"{language}-{scheme}" + ("-200" if scale == "2" else "")
        grab_all(window, vault, passphrase, folder / name)


if __name__ == "__main__":
    main()
