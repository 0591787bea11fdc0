"""The page of the people: who is there, who they are, and a record that gets a vault of its own."""

import math
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from phr.entry import Kind
from storage import entries, grants, journal, people
from storage.entries import Filter
from storage.grants import GrantRow
from storage.known_people import known_names
from storage.people import Person
from storage.practitioners import add_practitioner
from storage.vault import Vault, open_vault
from ui.desktop.discs import COLOURS, LETTERS, colours_of, initials
from ui.desktop.pictures import settle
from ui.desktop.window import Window

NEW = "cinq mots pour elle seule"


@pytest.fixture
def two(filled: Window) -> Window:
    """The window on a vault of two people, on the page of the people."""
    assert filled.vault is not None
    zoe = people.add_person(filled.vault, "Zoé Mercier", "2008-03-01")
    entries.add_own(filled.vault, zoe.id, Kind.NOTE, "Note de Zoé")
    filled.record.changed.emit()
    filled.show_page(filled.people)
    settle()
    return filled


def choose(window: Window, name: str) -> Person:
    """Select a person in the list."""
    place = next(place for place, one in enumerate(window.people.model.rows) if one.person.name == name)
    window.people.table.selectRow(place)
    return window.people.model.rows[place].person


def contrast(one: str, other: str) -> float:
    """WCAG 2.2's contrast ratio."""

    def luminance(name: str) -> float:
        colour = QColor(name)
        parts = [
            part / 12.92 if part <= 0.04045 else math.pow((part + 0.055) / 1.055, 2.4)
            for part in (colour.redF(), colour.greenF(), colour.blueF())
        ]
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_signs_can_be_read_and_told_apart() -> None:
    assert all(contrast(colour, LETTERS) >= 4.5 for colour in COLOURS)
    family = [Person(f"p{number}", "") for number in range(len(COLOURS))]
    assert len(set(colours_of(family).values())) == len(COLOURS)
    assert [initials(name) for name in ("Zoé Ève Mercier", "zoé", "", "« Ben »")] == ["ZM", "Z", "·", "B"]


def test_the_list_says_who_and_how_much(two: Window) -> None:
    page = two.people
    cells = [[page.model.cell(one, column) for column in range(3)] for one in page.model.rows]
    assert ["Zoé Mercier", "1 mars 2008", "1"] in cells
    assert not page.model.index(0, 0).data(Qt.ItemDataRole.DecorationRole).isNull()
    assert not two.sidebar.person.itemIcon(1).isNull()


def test_a_person_is_added_and_corrected(two: Window) -> None:
    assert two.vault is not None
    form = two.people.form
    two.people.add.click()
    form.name.setText("Ben Mercier")
    form.born.setText("hier")
    form.keep_button.click()
    assert "jour/mois/année" in two.bar.text()
    form.born.setText("12/05/2011")
    form.keep_button.click()
    settle()
    assert form.isHidden()
    assert choose(two, "Ben Mercier").birth_date == "2011-05-12"
    two.people.correct.click()
    assert form.born.text() == "12/05/2011"
    form.name.setText("Benoît Mercier")
    form.sex.setCurrentIndex(form.sex.findData("male"))
    form.keep_button.click()
    settle()
    ben = choose(two, "Benoît Mercier")
    assert ben.sex == "male"
    assert ben in people.people(two.vault)


def test_looking_at_a_record_reaches_every_page(two: Window) -> None:
    zoe = choose(two, "Zoé Mercier")
    two.people.look.click()
    settle()
    assert two.pages.currentWidget() is two.record
    assert two.sidebar.whose() == zoe.id
    assert {page.person for page in two.places.values()} == {zoe.id}


def test_another_name_is_forgotten(two: Window) -> None:
    assert two.vault is not None
    zoe = choose(two, "Zoé Mercier")
    assert two.people.names.isHidden()
    with two.vault.write() as db:
        db.execute("INSERT INTO known_name VALUES (?, 'Zoe M', '', '2026-01-01T00:00:00Z')", (zoe.id,))
    two.people.refresh()
    settle()
    assert not two.people.names.isHidden()
    two.people.names.table.selectRow(0)
    two.people.names.forget_button.click()
    assert known_names(two.vault, zoe.id) == []
    assert two.people.names.isHidden()


def test_a_record_gets_a_vault_of_its_own(
    two: Window, tmp_path: Path, wait_for: Callable[[Callable[[], bool]], None]
) -> None:
    assert two.vault is not None
    zoe = choose(two, "Zoé Mercier")
    two.sidebar.choose(zoe.id)
    two.people.separate.click()
    panel = two.people.moving
    assert panel.place().parent == two.vault.folder.parent
    panel.passphrase.setText(NEW)
    panel.again.setText("autre chose")
    panel.go.click()
    assert "diffèrent" in two.bar.text()
    panel.again.setText(NEW)
    folder = tmp_path / "a-elle"
    panel.folder.setText(str(folder))
    panel.go.click()
    wait_for(panel.isHidden)
    settle()
    assert "coffre" in two.bar.text()
    assert panel.passphrase.text() == panel.again.text() == ""
    (left,) = people.people(two.vault)
    assert {page.person for page in two.places.values()} == {left.id}
    with open_vault(folder, NEW) as hers:
        assert [one.title for one in entries.page(hers, Filter()).entries] == ["Note de Zoé"]
    assert not two.people.separate.isEnabled()


def test_a_failure_leaves_the_record_and_the_fields(
    two: Window, tmp_path: Path, wait_for: Callable[[Callable[[], bool]], None]
) -> None:
    assert two.vault is not None
    choose(two, "Zoé Mercier")
    two.people.separate.click()
    panel = two.people.moving
    (tmp_path / "plein").mkdir()
    (tmp_path / "plein" / "x").touch()
    panel.folder.setText(str(tmp_path / "plein"))
    panel.passphrase.setText(NEW)
    panel.again.setText(NEW)
    panel.go.click()
    wait_for(panel.go.isEnabled)
    assert "vide" in two.bar.text()
    assert len(people.people(two.vault)) == 2
    two.lock()
    assert panel.passphrase.text() == ""
    assert not two.people.model.rows


def test_the_history_is_the_chosen_persons_or_everybodys(two: Window, tmp_path: Path) -> None:
    assert two.vault is not None
    given = furnish_access(two.vault, people.person(two.vault, "Odile Mercier").id)
    zoe = people.person(two.vault, "Zoé Mercier").id
    two.show_page(two.history)
    two.sidebar.choose(zoe)
    settle()
    page = two.history
    assert [line.action for line in page.model.rows] == ["person"]
    assert page.filters.grant.itemText(0) == "Les accès de Zoé Mercier"
    assert page.filters.grant.findData(given) < 0
    page.filters.grant.setCurrentIndex(page.filters.grant.count() - 1)
    settle()
    assert page.filters.grant.currentText().startswith("Tout le monde")
    assert "created" in [line.action for line in page.model.rows]
    two.sidebar.choose(people.person(two.vault, "Odile Mercier").id)
    settle()
    assert page.filters.grant.findData(given) > 0
    assert {line.grant for line in page.model.rows} == {"", given}


def furnish_access(vault: Vault, person: str) -> str:
    """An access of a person: its id."""
    doctor = add_practitioner(vault, "Dr Linh Nguyen")
    row = GrantRow(
        gid="a" * 32,
        practitioner=doctor.id,
        person=person,
        scope="{}",
        entries="[]",
        mode="code",
        until="2099-01-01T00:00:00Z",
        releases=1,
        made_at="2026-03-01T08:30:00Z",
        challenge_key=b"k" * 32,
        digest=b"h" * 32,
    )
    with vault.write() as db:
        grants.insert(db, row)
        journal.append(db, "grant-made", grant=row.gid, detail={"entries": 0})
    return row.gid
