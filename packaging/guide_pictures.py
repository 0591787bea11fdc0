"""The pictures of README and guides, French and English: guide_pictures.py FOLDER

``make guide-pictures`` puts them in docs/images.

On the sample record: today, the record with an item, values over time, what a care professional will see with what
could be guessed, what they see then in Chromium, and the people. FOLDER/PAGE.LANGUAGE.png, of 256 colours to be small.
"""

from __future__ import annotations

import os
import sys
import tempfile
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "packaging")]

if TYPE_CHECKING:
    from storage.vault import Vault
    from ui.desktop.window import Window

_PRIVATE = "bipolaire"
_MEASURED = ("Potassium (sérum ou plasma)", "Créatinine")
_COLOURS = 256


def main(folder: Path) -> None:
    """Take them all."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        os.environ["XDG_STATE_HOME"] = f"{scratch}/state"
        window = new_window(Path(scratch))
        for language in ("fr", "en"):
            own = Path(scratch) / language
            walk(window, family(own), folder, own, language)
        window.close()


def new_window(scratch: Path) -> Window:
    """The window, drawn offscreen; what it remembers goes to ``scratch``."""
    os.environ["XDG_CONFIG_HOME"] = f"{scratch}/config"
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from ui.desktop.app import window_for
    from ui.desktop.settings import Settings

    window = window_for(QApplication([]), Settings())
    window.set_scheme("light")
    return window


def family(folder: Path) -> Vault:
    """The sample record with the problem kept private that may be guessed, and somebody else's beside it."""
    from screenshots import sample_vault

    from phr.entry import Kind
    from storage import entries, people, practitioners
    from storage.entries import Filter

    vault = sample_vault(folder)
    (patient,) = people.people(vault)
    private = entries.page(vault, Filter(search=_PRIVATE)).entries
    entries.set_hidden(vault, [one.id for one in private], True)
    child = people.add_person(vault, "Noé Demonteil", "2015-09-03")
    entries.add_own(vault, child.id, Kind.VACCINE, "Rougeole, oreillons, rubéole", date="2016-09")
    soon = (vault.now() + timedelta(days=9)).date().isoformat()
    entries.add_own(vault, patient.id, Kind.APPOINTMENT, "Cardiologue, centre de santé", date=soon)
    practitioners.add_practitioner(vault, "Dr Linh Nguyen", specialty="Cardiologie")
    return vault


def walk(window: Window, vault: Vault, folder: Path, own: Path, language: str) -> None:
    """Show page after page of a vault with the sample record in it, and save each; an access is given on the way."""
    from PySide6.QtCore import QItemSelectionModel
    from PySide6.QtWidgets import QApplication

    from storage import people
    from ui.desktop.pictures import settle

    def take(name: str) -> None:
        settle()
        if (stop := QApplication.focusWidget()) is not None:
            stop.clearFocus()
        file = folder / f"{name}.{language}.png"
        window.grab().save(str(file))
        shrink(file)

    window.set_language(language)
    window.resize(1280, 800)
    window.show()
    window.open_vault(vault)
    patient = next(one for one in people.people(vault) if one.birth_date.startswith("1968"))
    window.sidebar.choose(patient.id)
    settle()
    window.show_page(window.grant)
    window.commands.new_grant.trigger()
    window.grant.who.practitioner.setCurrentIndex(0)
    for _ in range(2):
        window.grant.go_on()
        settle()
    window.grant.terms.modes["code"].setChecked(True)
    window.grant.go_on()
    take("preview")
    window.grant.give(own / "given")
    settle()
    words, file = window.grant.deliver.words.text(), folder / f"reader.{language}.png"
    read_in_browser(vault, own / "given", words, language, file)
    window.grant.next.click()
    window.show_page(window.record)
    settle()
    names = [window.record.model.entry_at(place).title for place in range(window.record.model.rowCount())]
    window.record.table.selectRow(names.index(_MEASURED[0]))
    take("record")
    window.show_page(window.trends)
    settle()
    listed = [one.title for one in window.trends.analytes.rows]
    choosing = window.trends.list.selectionModel()
    flag = QItemSelectionModel.SelectionFlag
    for number, name in enumerate(_MEASURED):
        index = window.trends.list.model().index(listed.index(name), 0)
        choosing.select(index, (flag.Select if number else flag.ClearAndSelect) | flag.Rows)
    take("trends")
    window.show_page(window.people)
    take("people")
    window.show_page(window.today)
    take("today")
    window.lock()


def read_in_browser(vault: Vault, given: Path, words: str, language: str, file: Path) -> None:
    """The care professional's side: words, code, record."""
    from sharing.grants import release
    from tests.sharing.browsers import ENTER, started

    with started("chromium") as browser:
        browser.open(next(given.glob("*.html")))
        browser.type("#answer", words + ENTER)
        browser.type("#answer", release(vault, browser.text("#challenge")).code + ENTER)
        browser.find("#search")
        if not browser.run("return document.documentElement.lang.startsWith(arguments[0])", language):
            browser.click("#language")
        browser.picture(file)
    shrink(file)


def shrink(file: Path) -> None:
    """Write a picture again with few colours."""
    from PIL import Image

    with Image.open(file) as picture:
        small = picture.convert("RGB").quantize(_COLOURS, dither=Image.Dither.NONE)
    small.save(file, optimize=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve())
