"""The history page: read as one scrolls, filtered, checked, saved, and held against a mark from elsewhere."""

import csv
from pathlib import Path

import pypdfium2
import pytest

from storage import entries, journal, people
from storage.heads import head_text
from storage.journal import Line
from storage.journal_pages import ACTIONS, Group
from ui.desktop.dates import show_instant
from ui.desktop.journal_text import journal_sentence
from ui.desktop.pictures import settle
from ui.desktop.receipt_file import save_receipt
from ui.desktop.tables import FOREGROUND
from ui.desktop.window import Window


def test_the_history_is_saved_in_the_form_that_the_file_names(filled: Window, tmp_path: Path) -> None:
    filled.history.save_history(tmp_path / "historique.csv")
    filled.history.save_history(tmp_path / "historique.pdf")
    settle()
    with (tmp_path / "historique.csv").open(newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert [row["seq"] for row in rows[:2]] == ["1", "2"]
    page = pypdfium2.PdfDocument(tmp_path / "historique.pdf")[0]
    text = page.get_textpage().get_text_range()
    assert "Repère de l’historique" in text
    assert rows[0]["hash"] in "".join(text.split())


def test_a_mark_that_the_history_holds_is_confirmed(filled: Window) -> None:
    assert filled.vault is not None
    head = journal.head(filled.vault)
    filled.history.verification.mark.setText(head_text(filled.vault.id, head.seq, head.hash))
    filled.history.verification.check_mark.click()
    settle()
    assert "contient cette ligne" in filled.bar.text()


def test_a_mark_that_it_does_not_hold_ends_accesses_and_shows(filled: Window) -> None:
    assert filled.vault is not None
    filled.show_page(filled.history)
    settle()
    filled.history.verification.mark.setText(head_text(filled.vault.id, 2, "0" * 64))
    filled.history.verification.check_mark.click()
    settle()
    assert "ne continue pas" in filled.bar.text()
    actions = [line.action for line in filled.history.model.rows[:2]]
    assert actions == ["signing-key-new", "rolled-back"]


def test_a_mistyped_mark_changes_nothing(filled: Window) -> None:
    assert filled.vault is not None
    before = journal.head(filled.vault)
    filled.history.verification.mark.setText("bonjour")
    filled.history.verification.check_mark.click()
    settle()
    assert "faute de frappe" in filled.bar.text()
    assert journal.head(filled.vault) == before


def test_a_receipt_is_made_of_an_access_and_the_item_tells_who_was_given_it(
    filled: Window, tmp_path: Path
) -> None:
    filled.commands.new_grant.trigger()
    filled.grant.who.new.name.setText("Dr Linh Nguyen")
    for _ in range(3):
        filled.grant.go_on()
        settle()
    filled.grant.give(tmp_path / "remis")
    settle()
    filled.show_page(filled.access)
    filled.access.table.selectRow(0)
    assert not filled.access.receipt.isHidden()
    save_receipt(filled.access, filled.access.model.rows[0].gid, tmp_path / "recu.pdf")
    settle()
    page = pypdfium2.PdfDocument(tmp_path / "recu.pdf")[0]
    text = page.get_textpage().get_text_range()
    assert "Reçu de partage" in text
    assert "Dr Linh Nguyen" in text
    assert filled.vault is not None
    assert journal.lines(filled.vault)[-1].action == "receipt-made"
    filled.show_page(filled.record)
    filled.record.table.selectRow(0)
    settle()
    assert filled.record.detail.fields["holders"].text().startswith("Remis à Dr Linh Nguyen le ")


def lines_of(window: Window) -> list[str]:
    """The actions of the rows that were read, from the top."""
    return [line.action for line in window.history.model.rows]


@pytest.fixture
def accessed(lived_in: Window) -> Window:
    """The history page, with two accesses and a reply in it."""
    lived_in.show_page(lived_in.history)
    lived_in.history.refresh()
    settle()
    return lived_in


def test_lines_are_read_as_one_scrolls(filled: Window) -> None:
    assert filled.vault is not None
    with filled.vault.write() as db:
        for number in range(350):
            journal.append(db, "released", detail={"number": number})
    filled.show_page(filled.history)
    settle()
    model, bar = filled.history.model, filled.history.table.verticalScrollBar()
    assert model.rowCount() == 100
    read = []
    while bar.value() < bar.maximum():
        bar.setValue(bar.maximum())
        settle()
        read.append(model.rowCount())
    every = [line.seq for line in journal.lines(filled.vault, limit=1000)]
    assert read[:2] == [200, 300]
    assert [line.seq for line in model.rows] == every[::-1]


def test_filters_add_up_and_go_at_once(accessed: Window) -> None:
    page = accessed.history
    whole = page.model.rowCount()
    assert page.save_list.isHidden()
    page.filters.practitioner.setCurrentIndex(page.filters.practitioner.findText("Dr Salomé Roux"))
    settle()
    assert lines_of(accessed) == ["reply-received", "card-made", "grant-made", "practitioner-added"]
    assert [page.filters.grant.itemText(place)[:14] for place in (1, page.filters.grant.count() - 1)] == [
        "Dr Salomé Roux"
    ] * 2
    page.filters.group.setCurrentIndex(page.filters.group.findData(Group.CODES))
    settle()
    assert lines_of(accessed) == ["card-made"]
    page.filters.date_from.setText("1/1/2100")
    page.filters.changed.emit()
    settle()
    assert lines_of(accessed) == []
    assert "Rien de tel" in page._empty.text()
    page.show_everything.click()
    settle()
    assert (page.model.rowCount(), page.filters.date_from.text()) == (whole, "")
    assert page.save_list.isHidden()


def test_an_item_leads_to_its_history_and_back_to_all_of_it(accessed: Window, tmp_path: Path) -> None:
    accessed.show_page(accessed.record)
    settle()
    accessed.record.select(accessed.record.model.entry_at(6).id)
    title = accessed.record.detail.title.text()
    accessed.record.detail.hide_button.click()
    settle()
    accessed.record.detail.history.click()
    settle()
    page = accessed.history
    assert accessed.pages.currentWidget() is page
    assert page.only.isVisible()
    assert " ".join(page.only.text().split()) == f"Seulement : {title}"
    assert lines_of(accessed)[0] == "hidden"
    assert set(lines_of(accessed)) == {"hidden", "reply-received", "card-made", "grant-made"}
    assert title not in accessed.windowTitle()
    page.show_all.click()
    settle()
    assert not page.only.isVisible()
    assert "import" in lines_of(accessed)
    page.show_entry(accessed.record.model.entry_at(6).id)
    accessed.lock()
    assert title not in page.only.text()
    kept = [file.read_text("utf-8") for file in (tmp_path / "config").rglob("*") if file.is_file()]
    assert kept
    assert title not in "".join(kept)


def test_the_history_of_an_item_that_was_deleted_since_has_no_title(accessed: Window) -> None:
    assert accessed.vault is not None
    entry = accessed.record.model.entry_at(6).id
    entries.delete(accessed.vault, [entry])
    accessed.history.show_entry(entry)
    settle()
    assert "supprimé" in accessed.history.only.text()
    assert lines_of(accessed)[0] == "deleted"


def test_an_item_of_which_there_is_nothing_to_tell_says_so(filled: Window) -> None:
    filled.record.select(filled.record.model.entry_at(3).id)
    filled.record.detail.history.click()
    settle()
    assert filled.history.table.isHidden()
    assert "Rien à dire" in filled.history._empty.text()


def test_what_is_known_of_the_history_s_integrity_is_always_said(filled: Window) -> None:
    filled.show_page(filled.history)
    settle()
    panel = filled.history.verification
    assert panel.state.text() == "Pas vérifié depuis l’ouverture du coffre."
    panel.check.click()
    settle()
    assert "intact" in panel.state.text()
    filled.set_language("en")
    settle()
    assert panel.state.text().startswith("Checked today at ")
    filled.lock()
    settle()
    assert panel.state.text().startswith("Not checked")


def test_a_fault_is_told_with_its_place_and_what_comes_after_is_paler(accessed: Window) -> None:
    vault = accessed.vault
    assert vault is not None
    with vault.write() as db:
        db.execute("DROP TRIGGER journal_no_update")
        db.execute("""UPDATE journal SET detail = '{"entries":99}' WHERE seq = 5""")
    accessed.history.verification.check.click()
    settle()
    text, model = " ".join(accessed.history.verification.state.text().split()), accessed.history.model
    assert "ligne 5" in text
    assert " ".join(show_instant(journal.lines(vault, limit=4)[-1].at).split()) in text
    for place, line in enumerate(model.rows):
        assert (model.data(model.index(place, 1), FOREGROUND) is not None) == (line.seq >= 5)


def test_a_check_can_be_stopped(accessed: Window) -> None:
    panel = accessed.history.verification
    panel.check.click()
    assert panel.check.text() == "Arrêter"
    panel.check.click()
    settle()
    assert panel.state.text().startswith("Pas vérifié")
    assert panel.check.text() == "Vérifier l’historique"


def test_what_is_shown_is_saved_to_be_read(accessed: Window, tmp_path: Path) -> None:
    page = accessed.history
    page.filters.group.setCurrentIndex(page.filters.group.findData(Group.CODES))
    settle()
    page.write_list(tmp_path / "liste.csv")
    settle()
    with (tmp_path / "liste.csv").open(newline="", encoding="utf-8-sig") as stream:
        rows = list(csv.reader(stream))
    assert rows[0] == ["Ligne", "Quand", "Quoi"]
    assert [row[2] for row in rows[1:]] == ["Carte de consultation préparée pour Dr Salomé Roux."]
    assert "seul l’historique entier" in accessed.bar.text()


def test_another_person_s_history_begins_without_filters(accessed: Window) -> None:
    vault = accessed.vault
    assert vault is not None
    other = people.add_person(vault, "Paul Mercier")
    page = accessed.history
    page.filters.group.setCurrentIndex(1)
    page.set_person(other.id)
    settle()
    assert lines_of(accessed) == ["person"]
    assert page.filters.grant.currentText() == "Les accès de Paul Mercier"
    page.filters.grant.setCurrentIndex(page.filters.grant.count() - 1)
    settle()
    assert "import" in lines_of(accessed)


def test_every_action_has_a_sentence() -> None:
    for action in (action for group in ACTIONS.values() for action in group):
        assert journal_sentence(Line(1, "2026-03-01T08:30:00Z", action, "", {}, ""), "Dr Roux", {}) != action
