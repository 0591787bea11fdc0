"""The history page: saved, and held against a mark from elsewhere."""

import csv
from pathlib import Path

import pypdfium2

from storage import journal
from storage.heads import head_text
from ui.desktop.pictures import settle
from ui.desktop.receipt_file import save_receipt
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
    filled.history.mark.setText(head_text(filled.vault.id, head.seq, head.hash))
    filled.history.check_mark.click()
    settle()
    assert "contient cette ligne" in filled.bar.text()


def test_a_mark_that_it_does_not_hold_ends_accesses_and_shows(filled: Window) -> None:
    assert filled.vault is not None
    filled.show_page(filled.history)
    settle()
    filled.history.mark.setText(head_text(filled.vault.id, 2, "0" * 64))
    filled.history.check_mark.click()
    settle()
    assert "ne continue pas" in filled.bar.text()
    actions = [line.action for line in filled.history.model.rows[:2]]
    assert actions == ["signing-key-new", "rolled-back"]


def test_a_mistyped_mark_changes_nothing(filled: Window) -> None:
    assert filled.vault is not None
    before = journal.head(filled.vault)
    filled.history.mark.setText("bonjour")
    filled.history.check_mark.click()
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
