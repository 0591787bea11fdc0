"""Pictures of every page of the window, as it is drawn, to be looked at: screenshots.py FOLDER

Three records: `empty`, `typical` (the sample record, with what furnishes the tests' window, walked through in each of
its states) and `long` (100,000 entries). All pages of the first two in French and English, light and dark, at 1280x800
and at 200 %; the long one in French light and English dark at both scales, which shows what its length does. Larger
letters (130 %) in French light, at the usual scale. A picture is FOLDER/LOOK/RECORD-NUMBER-PAGE.png. Qt draws
offscreen: no display is needed.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "packaging")]

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from PySide6.QtWidgets import QWidget

    from storage.vault import Vault
    from ui.desktop.page import Page
    from ui.desktop.window import Window

SCALES = ("1", "2")
LONG = 100_000
_WIDTH, _HEIGHT = 1280, 800
_QUICK = 80
"""Of a PNG: quick to write, not small."""


def main(folder: Path) -> None:
    """Take the pictures, each scale in a process of its own: Qt reads the scale when it starts."""
    with tempfile.TemporaryDirectory() as scratch:
        started = []
        for scale in SCALES:
            own = {
                "XDG_CONFIG_HOME": f"{scratch}/{scale}/config",
                "XDG_STATE_HOME": f"{scratch}/{scale}/state",
            }
            environment = {**os.environ, **own, "QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": scale}
            command = [sys.executable, __file__, str(folder), scale, f"{scratch}/{scale}"]
            started.append(subprocess.Popen(command, env=environment))
        ended = [one.wait() for one in started]
        if any(ended):
            raise SystemExit(1)


def take(folder: Path, scale: str, scratch: Path) -> None:
    """All pictures at one scale."""
    from PySide6.QtWidgets import QApplication

    from tests.ui.tour import glance, tour
    from ui.desktop.app import window_for
    from ui.desktop.pictures import settle
    from ui.desktop.settings import Settings

    application = QApplication([])
    window = window_for(application, Settings())
    window.resize(_WIDTH, _HEIGHT)
    window.show()
    camera = Camera(window, folder, "" if scale == "1" else "-200")
    for language in ("fr", "en"):
        window.set_language(language)
        window.open_vault(new_vault(scratch / f"empty-{language}"))
        camera.follow("empty", glance(window))
        window.lock()
        own = scratch / f"typical-{language}"
        vault = typical_vault(own)
        showing = consultation_of(vault)
        window.open_vault(vault)
        camera.follow("typical", tour(window, own))
        camera.show_consultation(showing)
        window.show_sample()
        settle()
        camera.take(window, "sample-today")
        window.lock()
    if scale == "1":
        larger(camera, scratch / "larger")
    long = long_vault(scratch / "long")
    for language, scheme in (("fr", "light"), ("en", "dark")):
        window.set_language(language)
        camera.schemes = (scheme,)
        window.open_vault(long())
        camera.follow("long", glance(window))
        window.lock()
    window.close()


def larger(camera: Camera, folder: Path) -> None:
    """The typical record in letters of 130 %."""
    from tests.ui.tour import tour

    window, look = camera.window, camera.look
    window.set_language("fr")
    window.set_text_size(130)
    window.open_vault(typical_vault(folder))
    camera.schemes, camera.look = ("light",), f"{look}-130"
    camera.follow("typical", tour(window, folder))
    camera.look = look
    window.set_text_size(100)


class Camera:
    """Saves the window, or what stands beside it, in each of ``schemes``."""

    def __init__(self, window: Window, folder: Path, look: str) -> None:
        self.window = window
        self._folder = folder
        self.look = look
        self.schemes: Sequence[str] = ("light", "dark")

    def follow(self, record: str, pages: Iterator[Page]) -> None:
        """Save every page of a walk."""
        for number, page in enumerate(pages, 1):
            self.take(self.window, f"{record}-{number:02}-{_name(page)}")

    def show_consultation(self, bundle: bytes) -> None:
        """Save what a care professional sees on the patient's screen: the summary, results, and a document."""
        from ui.consultation.__main__ import LARGER
        from ui.consultation.excerpt import parse
        from ui.consultation.view import View
        from ui.desktop.pictures import settle

        self.window.set_text_size(LARGER)
        view = View(parse(bundle), 20 * 60)
        view.resize(_WIDTH, _HEIGHT)
        view.show()
        for number, section in enumerate(view.sections.rows):
            view.chooser.selectRow(number)
            if not section.is_summary:
                view.table.selectRow(0)
            self.take(view, f"consultation-{number + 1:02}")
        view.ask_end()
        self.take(view, "consultation-end")
        view.finish()
        view.deleteLater()
        settle()
        self.window.set_text_size(100)

    def take(self, shown: QWidget, name: str) -> None:
        """Save one widget once its work is done."""
        from ui.catalogue import language
        from ui.desktop.pictures import settle

        for scheme in self.schemes:
            self.window.set_scheme(scheme)
            settle()
            file = self._folder / f"{language()}-{scheme}{self.look}" / f"{name}.png"
            file.parent.mkdir(parents=True, exist_ok=True)
            shown.grab().save(str(file), "PNG", _QUICK)


def _name(page: Page) -> str:
    """``first-document`` for a ``FirstDocumentPage``."""
    return re.sub("(?<!^)(?=[A-Z])", "-", type(page).__name__.removesuffix("Page")).lower()


def new_vault(folder: Path) -> Vault:
    """A vault with nothing in it."""
    from storage.keyslots import LEAST_COST
    from storage.vault import create

    folder.mkdir(parents=True)
    return create(folder / "Carnet", "une phrase pour des images", cost=LEAST_COST)


def sample_vault(folder: Path) -> Vault:
    """A vault with the sample record."""
    from storage.intake import import_file

    vault = new_vault(folder)
    import_file(vault, ROOT / "phr" / "sample" / "dossier.json")
    return vault


def typical_vault(folder: Path) -> Vault:
    """The sample record, furnished."""
    from tests.ui.tour import furnish

    vault = sample_vault(folder)
    furnish(vault, folder)
    return vault


def consultation_of(vault: Vault) -> bytes:
    """What is shown beside the patient when everything that is not private is."""
    from sharing import on_screen
    from sharing.scope import Scope
    from storage import people, practitioners

    (person,) = people.people(vault)
    to = practitioners.practitioners(vault)[0]
    return on_screen.begin(
        vault,
        practitioner=to.id,
        purpose="Bilan annuel",
        scope=Scope(person=person.id),
        minutes=20,
    ).bundle


def long_vault(folder: Path) -> Callable[[], Vault]:
    """What opens a vault of :data:`LONG` entries."""
    from measures.record import PASSPHRASE, fill

    from storage.vault import open_vault

    fill(str(folder), LONG)
    return lambda: open_vault(folder, PASSPHRASE)


if __name__ == "__main__":
    place = Path(sys.argv[1]).resolve()
    if sys.argv[2:]:
        take(place, sys.argv[2], Path(sys.argv[3]))
    else:
        main(place)
