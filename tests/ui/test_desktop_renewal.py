"""Through the window: what an access is for, a first day, renewing and narrowing, the card back, who has what."""

import json
from pathlib import Path

from PySide6.QtCore import QDate

from sharing.scope import Scope
from storage import entries, grants, practitioners
from storage.entries import Filter
from storage.grants import GrantRow
from ui.desktop.pictures import settle
from ui.desktop.receipt_file import save_receipt
from ui.desktop.window import Window


def given(window: Window, folder: Path) -> GrantRow:
    """The access that the path's last question makes."""
    window.grant.give(folder)
    settle()
    assert window.vault is not None
    return grants.grants(window.vault)[0]


def go_on(window: Window, steps: int) -> None:
    for _ in range(steps):
        window.grant.go_on()
        settle()


def label(window: Window, title: str, topic: str) -> str:
    """Give the one entry of this title a sensitive topic: its id."""
    assert window.vault is not None
    (entry,) = entries.page(window.vault, Filter(search=title)).entries
    entries.add_labels(window.vault, entry.id, [topic])
    return entry.id


def test_the_purpose_follows_the_speciality_and_brings_its_terms(filled: Window, tmp_path: Path) -> None:
    path = filled.grant
    topic = label(filled, "Lithium", "psychiatry")
    filled.commands.new_grant.trigger()
    assert path.who.occasion.currentData() == ""
    path.who.new.name.setText("Dr Aubin")
    path.who.new.specialty.setText("Psychiatre")
    assert path.who.occasion.currentData() == "specialist"
    assert "deux ans" in path.who._reason.text()
    go_on(filled, 1)
    assert path.what.topics["psychiatry"].isChecked()
    assert "Psychiatrie" in path.what._offer_words.text()
    assert path.what.lasting.isChecked()
    assert path.what.date_from.text().count("/") == 2
    go_on(filled, 1)
    assert (path.terms.mode(), path.terms.until.currentData()) == ("card", 14)
    go_on(filled, 1)
    assert topic not in {entry.id for entry in path.preview.shared.held.rows}
    path.back.click()
    path.back.click()
    path.what.take_offer.click()
    assert not path.what.topics["psychiatry"].isChecked()
    assert path.what.offer.isHidden()
    path.back.click()
    go_on(filled, 3)  # what was adjusted stays
    assert topic in {entry.id for entry in path.preview.shared.held.rows}
    row = given(filled, tmp_path / "remis")
    assert (row.mode, Scope.model_validate_json(row.scope).with_labels) == ("card", ("psychiatry",))


def test_a_purpose_that_was_chosen_is_not_proposed_over(filled: Window) -> None:
    who = filled.grant.who
    filled.commands.new_grant.trigger()
    place = who.occasion.findData("pharmacist")
    who.occasion.setCurrentIndex(place)
    who.occasion.activated.emit(place)
    who.new.specialty.setText("Cardiologue")
    assert who.occasion.currentData() == "pharmacist"


def test_a_first_day_is_kept_and_must_come_before_the_last(filled: Window, tmp_path: Path) -> None:
    path = filled.grant
    filled.commands.new_grant.trigger()
    path.who.new.name.setText("Dr Aubin")
    go_on(filled, 2)
    assert path.terms._period.text().startswith("S’ouvre jusqu’au")
    path.terms.later.click()
    path.terms.begins_on.setDate(QDate.currentDate().addDays(30))
    go_on(filled, 1)
    assert "finirait avant" in filled.bar.text()
    path.terms.begins_on.setDate(QDate.currentDate().addDays(2))
    assert path.terms._period.text().startswith("S’ouvre du")
    go_on(filled, 1)
    row = given(filled, tmp_path / "remis")
    assert row.not_before != ""
    filled.show_page(filled.access)
    filled.access.table.selectRow(0)
    assert "commence le" in filled.access._about.text()
    assert "encore 1 ouverture" in filled.access._about.text()


def simple(window: Window, folder: Path, kinds_off: tuple[str, ...] = ()) -> GrantRow:
    """A week's access by code for a new care professional."""
    window.commands.new_grant.trigger()
    window.grant.who.new.name.setText("Dr Linh Nguyen")
    go_on(window, 1)
    for kind, box in window.grant.what.kinds.items():
        if kind.value in kinds_off:
            box.setChecked(False)
    go_on(window, 2)
    return given(window, folder)


def test_renewing_shows_the_difference_and_ends_the_former_one(filled: Window, tmp_path: Path) -> None:
    former = simple(filled, tmp_path / "remis", ("note",))
    assert filled.vault is not None
    topic = label(filled, "bipolaire", "psychiatry")
    entries.add_own(
        filled.vault,
        former.person,
        entries.entry(filled.vault, json.loads(former.entries)[0]).kind,
        "Nouveau",
    )
    filled.show_page(filled.access)
    filled.access.refresh()
    filled.access.select(former.gid)
    filled.access.renew.click()
    path = filled.grant
    assert path._title.text() == "Renouveler l’accès"
    assert not path.who.practitioner.isEnabled()
    # what takes nobody's place is not offered: the page says that the former access ends
    assert [mode for mode, button in path.terms.modes.items() if not button.isHidden()] == [
        "card",
        "code",
        "no-way-back",
    ]
    go_on(filled, 1)
    path.changes.keep.click()
    assert path.changes._left.isHidden()
    path.changes.keep.click()
    assert "Nouveau\N{NO-BREAK SPACE}: Nouveau" in path.changes.words.text()
    assert "ce fichier restera fermé" in path.changes._left.text()
    row = given(filled, tmp_path / "remis")
    assert (row.former, grants.grant(filled.vault, former.gid).state) == (former.gid, "withdrawn")
    assert set(json.loads(former.entries)) - set(json.loads(row.entries)) == {topic}
    filled.show_page(filled.history)
    filled.history.refresh()
    settle()
    sentences = [filled.history.model.cell(line, 1) for line in filled.history.model.rows]
    assert any(text.startswith("Accès donné de nouveau à Dr Linh Nguyen") for text in sentences)
    filled.commands.new_grant.trigger()
    assert not any(button.isHidden() for button in path.terms.modes.values())


def test_narrowing_never_adds_and_can_keep_the_former_one(filled: Window, tmp_path: Path) -> None:
    former = simple(filled, tmp_path / "remis")
    vault = filled.vault
    assert vault is not None
    kind = entries.entry(vault, json.loads(former.entries)[0]).kind
    new = entries.add_own(vault, former.person, kind, "Nouveau")
    filled.show_page(filled.access)
    filled.access.refresh()
    filled.access.select(former.gid)
    filled.access.narrow.click()
    path = filled.grant
    next(box for kind, box in path.what.kinds.items() if kind.value == "treatment").setChecked(False)
    go_on(filled, 2)
    assert "N’est plus partagé\N{NO-BREAK SPACE}: Lithium" in path.changes.words.text()
    path.changes.keep.setChecked(True)
    row = given(filled, tmp_path / "remis")
    held = set(json.loads(row.entries))
    assert held < set(json.loads(former.entries))
    assert new.id not in held
    assert grants.grant(vault, former.gid).state == "running"


def test_the_card_is_said_to_be_back(filled: Window, tmp_path: Path) -> None:
    filled.commands.new_grant.trigger()
    filled.grant.who.new.name.setText("Dr Aubin")
    filled.grant.terms.modes["card"].setChecked(True)
    go_on(filled, 3)
    grant = given(filled, tmp_path / "remis")
    save_receipt(filled.grant, grant.gid, tmp_path / "recu.pdf")
    settle()
    assert (tmp_path / "recu.pdf").read_bytes().startswith(b"%PDF")
    page = filled.access
    filled.show_page(page)
    page.select(grant.gid)
    assert page.card_back.isHidden()
    page.make_card(grant, tmp_path / "carte.pdf")
    settle()
    page.select(grant.gid)
    assert "la carte est en circulation" in page._about.text()
    page.card_back.click()
    assert "Une photo de la carte ouvre encore le fichier" in page.confirm.text()
    page.confirm._go.click()
    settle()
    assert page.card_back.isHidden()
    assert "carte reprise ou détruite le" in page._about.text()
    page.ask_withdraw()
    assert page.confirm.text().startswith("Accès de Dr Aubin. Vous avez repris ou détruit la carte le")


def test_who_has_what_is_told_with_titles_the_deleted_too(filled: Window, tmp_path: Path) -> None:
    first = simple(filled, tmp_path / "remis", ("treatment",))
    vault = filled.vault
    assert vault is not None
    other = practitioners.add_practitioner(vault, "Dr Blanc")
    filled.commands.new_grant.trigger()
    who = filled.grant.who
    who.practitioner.setCurrentIndex(who.practitioner.findData(other.id))
    go_on(filled, 1)
    for kind, box in filled.grant.what.kinds.items():
        box.setChecked(kind.value in ("treatment", "problem"))
    go_on(filled, 2)
    given(filled, tmp_path / "remis")
    filled.show_page(filled.access)
    filled.access.holders.click()
    page = filled.holders
    page.refresh()
    settle()
    names = page.given.people
    for choice, whose in ((page.first, first.practitioner), (page.second, other.id)):
        choice.setCurrentIndex(choice.findData(whose))
    page.first.activated.emit(0)
    settle()
    shown = [[model.cell(row, 0) for row in model.rows] for model in page.models]
    assert len(shown[0]) == 20
    assert shown[1:] == [["Trouble bipolaire"], ["Lithium"]]
    assert page.tabs.tabText(2) == f"Seulement {names[other.id]} (1)"
    (lithium,) = entries.page(vault, Filter(search="Lithium")).entries
    entries.delete(vault, [lithium.id])
    page.refresh()
    settle()
    told = [[page.given.cell(row, column) for column in (0, 3, 5)] for row in page.given.rows]
    assert ["un élément supprimé", "Dr Blanc", "En cours, ni code ni carte donnés"] in told
    filled.lock()
    assert page.given.rows == ()
    assert page.first.count() == 0
