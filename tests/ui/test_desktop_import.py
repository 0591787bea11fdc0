"""Files are looked at before they are saved; all of them, some, or nothing yet is taken."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from storage import entries, inbox, people
from storage.entries import Filter
from storage.vault import Vault
from tests.ui.conftest import bring_in, bundle
from ui.desktop.pictures import settle
from ui.desktop.review_panel import ReviewPanel
from ui.desktop.window import Window


def begin(window: Window, *files: Path) -> ReviewPanel:
    """Choose files, and see what they would bring."""
    window.taking.take_files(list(files))
    settle()
    return window.imports.review


def write(file: Path, text: str) -> Path:
    file.write_text(text, encoding="utf-8")
    return file


@pytest.fixture
def opened(window: Window, vault: Vault) -> Window:
    """The window with an empty vault."""
    window.open_vault(vault)
    return window


def test_nothing_is_saved_before_it_is_accepted(opened: Window, vault: Vault, bundle_file: Path) -> None:
    review = begin(opened, bundle_file)
    assert review.isVisible()
    assert len(review.found.rows) == 22
    assert "Odile Mercier" in review._whose.text()
    assert entries.count(vault, Filter()) == 0
    assert people.people(vault) == []
    review.take.click()
    settle()
    assert entries.count(vault, Filter()) == 22


def test_what_is_unticked_stays_out(opened: Window, vault: Vault, bundle_file: Path) -> None:
    review = begin(opened, bundle_file)
    titles = [one.title for one in review.found.rows]
    review.table.selectRow(titles.index("Lithium"))
    QTest.keyClick(review.table, Qt.Key.Key_Space)
    box = review.found.index(titles.index("Potassium 3"), 0)
    assert review.found.setData(box, Qt.CheckState.Unchecked.value, Qt.ItemDataRole.CheckStateRole)
    review.take.click()
    settle()
    kept = {one.title for one in entries.page(vault, Filter(), limit=50).entries}
    assert len(kept) == 20
    assert kept.isdisjoint({"Lithium", "Potassium 3"})
    assert "2" in opened.imports.outcome._sum.text()
    assert opened.imports.reports[0].left_out == 2


def test_what_is_here_already_has_no_box(filled: Window, bundle_file: Path) -> None:
    review = begin(filled, bundle_file)
    assert all(
        not review.found.flags(review.found.index(number, 0)) & Qt.ItemFlag.ItemIsUserCheckable
        for number in range(review.found.rowCount())
    )
    assert review.found.cell(review.found.rows[0], 0) == "déjà là"


def test_all_are_unticked_and_ticked_at_once(opened: Window, vault: Vault, bundle_file: Path) -> None:
    review = begin(opened, bundle_file)
    review.all.click()
    assert len(review.found.rows) == 22
    assert not any(review.found.wants(number) for number in range(22))
    review.all.click()
    assert review._one() is not None
    review.take.click()
    settle()
    assert entries.count(vault, Filter()) == 22


def test_later_puts_the_files_aside_in_the_vault(opened: Window, vault: Vault, bundle_file: Path) -> None:
    review = begin(opened, bundle_file)
    review.wait.click()
    settle()
    assert entries.count(vault, Filter()) == 0
    assert [one.name for one in inbox.waiting(vault)] == ["laboratoire.json"]
    bundle_file.unlink()
    opened.show_page(opened.inbox)
    settle()
    opened.inbox.check.click()
    settle()
    review.take.click()
    settle()
    assert entries.count(vault, Filter()) == 22
    assert inbox.waiting(vault) == []
    settle()
    assert not opened.inbox.table.isVisible()


def test_a_file_that_waits_is_deleted_for_good(opened: Window, vault: Vault, bundle_file: Path) -> None:
    begin(opened, bundle_file).wait.click()
    settle()
    opened.show_page(opened.inbox)
    settle()
    opened.inbox.discard.click()
    assert "définitive" in opened.inbox.confirm.text() or "annul" in opened.inbox.confirm.text()
    opened.inbox.confirm._go.click()
    settle()
    assert inbox.waiting(vault) == []


def test_a_document_of_somebody_else_is_asked_about_and_can_wait(filled: Window, tmp_path: Path) -> None:
    text = json.dumps(bundle(results=1)).replace("Mercier", "Durand").replace("1954-07-02", "1980-01-01")
    begin(filled, write(tmp_path / "autre.json", text))
    question = filled.imports.question
    assert question.isVisible()
    question.wait.click()
    settle()
    assert filled.vault is not None
    assert [one.name for one in inbox.waiting(filled.vault)] == ["autre.json"]
    assert len(people.people(filled.vault)) == 1


def test_a_file_that_names_nobody_is_for_whom_one_looks_at(filled: Window, tmp_path: Path) -> None:
    assert filled.vault is not None
    other = people.add_person(filled.vault, "Léo Mercier")
    filled.sidebar.offer(people.people(filled.vault))
    filled.sidebar.person.setCurrentIndex(filled.sidebar.person.findData(other.id))
    filled.sidebar.person_chosen.emit(other.id)
    bring_in(filled, write(tmp_path / "mot.txt", "Bonjour"))
    assert [one.title for one in entries.page(filled.vault, Filter(person=other.id)).entries] == ["mot"]


def test_the_original_is_deleted_only_while_it_is_the_same(opened: Window, bundle_file: Path) -> None:
    begin(opened, bundle_file).take.click()
    settle()
    outcome = opened.imports.outcome
    assert outcome.discard.isVisible()
    before = bundle_file.read_bytes()
    bundle_file.write_bytes(before + b" ")
    outcome.discard.click()
    outcome.confirm._go.click()
    assert bundle_file.exists()
    assert opened.bar.text()
    bundle_file.write_bytes(before)
    outcome.discard_originals()
    assert not bundle_file.exists()
    assert not outcome.discard.isVisible()


def test_many_files_are_shown_together_and_taken_at_once(
    opened: Window, vault: Vault, tmp_path: Path
) -> None:
    opened.taking.take_files([write(tmp_path / "a.txt", "Un"), write(tmp_path / "b.txt", "Deux")])
    settle()
    review = opened.imports.review
    # Nobody is known yet and the files name nobody: the vault's first person is the owner.
    assert review.files.isVisible()
    assert len(review.reviewed) == 2
    review.take.click()
    settle()
    assert {one.title for one in entries.page(vault, Filter()).entries} == {"a", "b"}


def test_taking_in_without_checking(opened: Window, vault: Vault, bundle_file: Path) -> None:
    opened.taking.take_files([bundle_file])
    assert opened.imports.unchecked.isVisible()
    opened.imports.unchecked.click()
    settle()
    assert entries.count(vault, Filter()) == 22


def test_a_file_dropped_while_another_is_taken_has_its_turn(
    opened: Window, vault: Vault, bundle_file: Path, tmp_path: Path
) -> None:
    review = begin(opened, bundle_file)
    review.take.click()
    opened.taking.take_files([write(tmp_path / "mot.txt", "Bonjour")])
    settle()
    assert [one.incoming.name for one in review.reviewed] == ["mot.txt"]
    review.take.click()
    settle()
    assert entries.count(vault, Filter()) == 23
    assert [one.file for one in opened.imports.reports] == ["laboratoire.json", "mot.txt"]


def test_locking_leaves_nothing_of_what_was_looked_at(opened: Window, bundle_file: Path) -> None:
    review = begin(opened, bundle_file)
    opened.lock()
    assert not review.reviewed
    assert not review.found.rows
    assert not review._whose.text()
