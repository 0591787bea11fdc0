"""The main job on the sample record, without a display: `make run` on a machine that has no screen.

Creates a vault, imports, keeps things private, gives access, opens the sealed file in a real browser, allows the
opening, withdraws, is refused, and shows the history. Everything goes through the ``phr`` command, as a person would.
Usage: main_job.py FOLDER
"""

import json
import os
import secrets
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from guide_pictures import new_window, walk  # noqa: E402 - beside this file, and itself finds what follows

from storage.vault import open_vault  # noqa: E402 - found from the root
from tests.sharing.browsers import ENTER, Browser, started  # noqa: E402 - the tests' drivers, found from the root

SAMPLE = ROOT / "phr" / "sample" / "dossier.json"
KEPT_PRIVATE = ("bipolaire", "lithium", "lithiémie", "lamotrigine", "psychiatrie")


def say(text: str) -> None:
    """One line to the person who watches."""
    print(text, flush=True)  # noqa: T201 - this script talks to a person


class Phr:
    """The ``phr`` command with a vault, its passphrase file and a state folder of its own."""

    def __init__(self, vault: Path, passphrase_file: Path, state: Path) -> None:
        self.vault = str(vault)
        self.passphrase_file = str(passphrase_file)
        self.environment = {**os.environ, "XDG_STATE_HOME": str(state)}

    def run(self, *arguments: str, refused: bool = False) -> Any:
        """Runs one verb and returns its JSON; with ``refused``, expects exit 1 and returns the sentence."""
        done = subprocess.run(
            [sys.executable, "-m", "phr", "--passphrase-file", self.passphrase_file, *arguments, "--json"],
            cwd=ROOT,
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode != (1 if refused else 0):
            raise SystemExit(f"phr {arguments[0]} ended with {done.returncode}: {done.stderr}")
        return done.stderr.strip().splitlines()[-1] if refused else json.loads(done.stdout)


def keep_private(phr: Phr) -> int:
    """Keeps everything private that says one of the words, as a patient would after searching for them."""
    found: set[str] = set()
    for word in KEPT_PRIVATE:
        answer = phr.run("entries", phr.vault, "--search", word, "--limit", "500")
        found.update(entry["id"] for entry in answer["entries"])
    phr.run("hide", phr.vault, *sorted(found))
    return len(found)


def main(folder: Path) -> None:
    """Does the job and leaves the sealed file, the reading page's pictures and the window's in ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        passphrase_file = Path(scratch) / "passphrase"
        passphrase_file.write_text(secrets.token_urlsafe(24))
        phr = Phr(Path(scratch) / "coffre", passphrase_file, Path(scratch) / "state")

        phr.run("init", phr.vault)
        say("1. Vault created.")
        report = phr.run("import", phr.vault, str(SAMPLE))
        say(f"2. Sample record imported: {report['added']} items, {report['kept']} kept as they came.")
        say(f"3. {keep_private(phr)} items kept private.")
        doctor = phr.run(
            "practitioner", "add", phr.vault, "--name", "Dr Linh Nguyen", "--specialty", "Cardiologie"
        )
        grant = phr.run(
            *("grant", "new", phr.vault, "--to", doctor["id"], "--until", "P7D"),
            *("--purpose", "Suivi de la tension", "--out", str(folder)),
        )
        say(f"4. Access given: {grant['entries']} items, sealed in {grant['html']}")
        read_as_practitioner(phr, grant, folder)
        withdrawn = phr.run("revoke", phr.vault, grant["grant"])
        say(f"6. Access withdrawn (a code had been given: {'yes' if withdrawn['released'] else 'no'}).")
        with started("chromium") as browser:
            challenge = ask_for_challenge(browser, grant)
        say(f"7. A new code is refused: {phr.run('release', phr.vault, challenge, refused=True)}")
        say("8. The history:")
        log = phr.run("log", phr.vault, "--verify")
        for line in log["lines"]:
            say(f"   {line['seq']:>4}  {line['at']}  {line['action']}")
        say(f"   checked: {'unbroken' if log['verified'] else 'BROKEN'}")
        window_pictures(phr, folder, Path(scratch))
    say(f"The sealed file and the pictures are in {folder}")


def ask_for_challenge(browser: Browser, grant: dict[str, Any]) -> str:
    """Opens the page, types the words and returns the code that it shows."""
    browser.open(Path(grant["html"]))
    browser.type("#answer", grant["words"] + ENTER)
    return browser.text("#challenge")


def read_as_practitioner(phr: Phr, grant: dict[str, Any], folder: Path) -> None:
    """The practitioner's side in Chromium, with the patient releasing one code."""
    with started("chromium") as browser:
        challenge = ask_for_challenge(browser, grant)
        browser.picture(folder / "reader-challenge.png")
        answer = phr.run("release", phr.vault, challenge)
        browser.type("#answer", answer["code"] + ENTER)
        browser.find("#search")
        browser.picture(folder / "reader-record.png")
    say(f"5. Opened in the browser with code {answer['code']}.")


def window_pictures(phr: Phr, folder: Path, scratch: Path) -> None:
    """Pictures of the desktop's pages on this vault."""
    os.environ["XDG_STATE_HOME"] = phr.environment["XDG_STATE_HOME"]
    vault = open_vault(Path(phr.vault), Path(phr.passphrase_file).read_text())
    window = new_window(scratch)
    walk(window, vault, folder, scratch, "fr")
    window.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve())
