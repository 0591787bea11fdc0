"""The ten commonest jobs, done in the real window in two ways: by keys, and by the mouse.

A step is one decision: what is settled on one screen, with all that is clicked, chosen and typed there. A shortcut, a
line of a menu or a page's button that only opens that screen belongs to it. An act is a single one of those doings: a
shortcut, a button, a row chosen, a field typed with the Enter that ends it, a dialog answered.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from measures.file_dialog import Answer
from measures.hand import Count, Hand, Way
from phr.entry import Kind
from sharing.opening import Opening
from storage import entries, grants, people
from storage.entries import Filter
from storage.intake import import_file
from storage.vault import open_vault
from tests.photographs import paper, saved
from ui.desktop.pictures import SAMPLE, settle

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from storage.vault import Vault
    from ui.desktop.window import Window

PASSPHRASE = "quatre mots sans rapport"  # noqa: S105 - of vaults that are made for this

AIMS = {
    "first document": 3,
    "photographed paper": 3,
    "a result found": 1,
    "something kept private": 1,
    "a visit prepared": 4,
    "a code by phone": 3,
    "access withdrawn": 2,
    "who has this letter?": 1,
    "a family member's record": 1,
    "back to where I was": 0,
}
"""The jobs, and the steps aimed at after unlocking."""


@dataclass(slots=True)
class Walk:
    """One walk through the jobs: the window, a hand, a folder for the files, and what the jobs leave to each other."""

    window: Window
    hand: Hand
    folder: Path
    make: Callable[[Path], Vault]
    file: Path | None = None
    words: str = ""


def walk(window: Window, folder: Path, way: Way, make: Callable[[Path], Vault]) -> dict[str, Count]:
    """Do all jobs in a locked window, in vaults that ``make`` makes in ``folder`` under :data:`PASSPHRASE`.

    The first job begins on the page that follows the making of a vault; the others in the sample record with a second
    person. Raises ``AssertionError`` where a job is not done in the end.
    """
    hand = Hand(window, way)
    here = Walk(window, hand, folder, make)
    window.activateWindow()
    _first(here)
    counts = {"first document": hand.count}
    window.lock()
    _furnish(here)
    for name, job in _JOBS.items():
        counts[name] = hand.begin()
        job(here)
    window.lock()
    return counts


def _furnish(walk: Walk) -> None:
    vault = walk.make(walk.folder / "famille")
    import_file(vault, SAMPLE)
    jules = people.add_person(vault, "Jules Demonteil", "2012-05-01")
    entries.add_own(vault, jules.id, Kind.NOTE, "Lunettes")
    walk.window.open_vault(vault)
    walk.window.sidebar.choose(next(one.id for one in people.people(vault) if one.id != jules.id))
    settle()


def _text(walk: Walk, name: str, text: str) -> Path:
    folder = walk.folder / "reçus"
    folder.mkdir(exist_ok=True)
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return file


def _first(walk: Walk) -> None:
    window, hand = walk.window, walk.hand
    letter = _text(walk, "lettre.txt", "Compte rendu du cardiologue")
    window.open_vault(walk.make(walk.folder / "neuf"))
    window.show_page(window.first_document)
    settle()
    hand.begin()
    hand.step("which file")
    asked = window.imports
    with Answer(hand, letter.parent, [letter.name]):
        hand.call(
            window.commands.import_files,
            until=lambda: asked.question.isVisible() or asked.review.isVisible(),
        )
    if asked.question.isVisible():
        hand.step("whose it is")
        hand.press(asked.question.go, until=asked.review.isVisible)
    hand.step("check")
    hand.press(asked.review.take, until=asked.outcome.isVisible)
    _sure(entries.count(asked.vault, Filter(kinds=(Kind.DOCUMENT,))) == 1)


def _photographed(walk: Walk) -> None:
    window, hand = walk.window, walk.hand
    folder = walk.folder / "photos"
    folder.mkdir()
    files = [folder / f"{number}.jpg" for number in (1, 2)]
    for file in files:
        file.write_bytes(saved(paper((file.stem,))))
    hand.step("which pictures")
    with Answer(hand, folder, [file.name for file in files]):
        hand.call(window.commands.import_files, until=window.photographs.isVisible)
    hand.step("title, order; keep")
    hand.write(window.photographs.name, "Ordonnance de mars", enter=True, until=window.record.isVisible)
    _sure(entries.count(window.record.vault, Filter(search="ordonnance mars")) == 1)


def _find(walk: Walk, words: str, title: str) -> None:
    window, hand = walk.window, walk.hand
    record = window.record

    def found() -> bool:
        return record.model.rowCount() > 0 and title in record.model.entry_at(0).title

    def shown() -> bool:
        return found() and record.detail.title.text() == record.model.entry_at(0).title

    hand.call(window.commands.search, until=record.filters.search.hasFocus)
    if hand.way is Way.KEYS:
        hand.write(record.filters.search, words, enter=True, until=shown)
    else:
        hand.write(record.filters.search, words, until=found)
        hand.choose(record.table, 0, until=shown)


def _result(walk: Walk) -> None:
    walk.hand.step("what to look for")
    _find(walk, "potassium", "Potassium")
    _sure("mmol/L" in walk.window.record.detail.value.text())


def _private(walk: Walk) -> None:
    window, hand = walk.window, walk.hand
    (entry,) = window.record.chosen()
    hand.step("keep it")
    if hand.way is Way.KEYS:
        hand.call(window.commands.hide_entries)
    else:
        hand.press(window.record.detail.hide_button)
    _sure(entries.entry(window.record.vault, entry.id).hidden)


def _visit(walk: Walk) -> None:
    window, hand, path = walk.window, walk.hand, walk.window.grant
    out = walk.folder / "remis"
    out.mkdir()
    hand.step("who")
    hand.call(window.commands.new_grant, until=path.isVisible)
    hand.write(path.who.new.name, "Dr Linh Nguyen")
    hand.press(path.next, until=path.what.isVisible)
    hand.step("what")
    hand.press(path.straight, until=path.preview.isVisible)
    hand.step("check")
    with Answer(hand, out):
        hand.press(path.next, until=path.deliver.isVisible)
    hand.step("give")
    walk.file, walk.words = next(out.glob("*.html")), path.deliver.words.text()


def _code(walk: Walk) -> None:
    window, hand, page = walk.window, walk.hand, walk.window.release
    if walk.file is None:
        raise AssertionError("no file was given")
    opening = Opening.from_file(walk.file)
    opening.unwrap(walk.words)
    hand.step("open where the code goes")
    hand.call(window.commands.release, until=page.isVisible)
    hand.step("the doctor's code")
    hand.write(page.challenge, opening.challenge, enter=True, code=True, until=page.confirm.isVisible)
    hand.step("who asks")
    hand.press(page.confirm._go, until=page.code.isVisible)  # noqa: SLF001 - the question's answer has no other name
    _sure(b"resourceType" in opening.open(page.code.text()))


def _letter(walk: Walk) -> None:
    walk.hand.step("which letter")
    _find(walk, "lettre cardiologie", "cardiologie")
    _sure("Dr Linh Nguyen" in walk.window.record.detail.fields["holders"].text())
    _sure(not walk.window.record.detail.fields["holders"].visibleRegion().isEmpty())


def _withdrawn(walk: Walk) -> None:
    window, hand, page = walk.window, walk.hand, walk.window.access
    hand.step("which access")
    if hand.way is Way.KEYS:
        hand.turn_to("access", until=lambda: page.chosen() is not None)
        hand.press(page.withdraw, until=page.confirm.isVisible)
    else:
        hand.turn_to("today", until=lambda: bool(window.today.running.buttons))
        hand.press(window.today.running.buttons[0], until=page.confirm.isVisible)
    hand.step("withdraw it")
    hand.press(page.confirm._go)  # noqa: SLF001 - the question's answer has no other name
    _sure([row.state for row in grants.grants(page.vault)] == ["withdrawn"])


def _family(walk: Walk) -> None:
    window, hand = walk.window, walk.hand
    hand.step("whose")
    place = next(
        place for place, one in enumerate(people.people(window.record.vault)) if one.name.startswith("Jules")
    )
    hand.call_nth_person(place, until=lambda: window.sidebar.person.currentText().startswith("Jules"))
    _sure(window.record.person == window.sidebar.whose() != "")


def _back(walk: Walk) -> None:
    window, hand = walk.window, walk.hand
    window.show_page(window.record)
    settle()
    window.record.table.selectRow(0)
    before, whose = window.record.chosen(), window.sidebar.whose()
    _sure(len(before) == 1)
    folder = window.record.vault.folder
    window.lock()
    again = open_vault(folder, PASSPHRASE)
    hand.sent()  # the key took its own second before
    window.open_vault(again)
    hand.wait(lambda: window.record.chosen() == before)
    _sure(window.pages.currentWidget() is window.record and window.sidebar.whose() == whose)


_JOBS: dict[str, Callable[[Walk], None]] = {
    "photographed paper": _photographed,
    "a result found": _result,
    "something kept private": _private,
    "a visit prepared": _visit,
    "a code by phone": _code,
    "who has this letter?": _letter,
    "access withdrawn": _withdrawn,
    "a family member's record": _family,
    "back to where I was": _back,
}


def _sure(done: bool) -> None:
    if not done:
        raise AssertionError("the job is not done")
