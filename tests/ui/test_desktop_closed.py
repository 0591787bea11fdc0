"""Not now: what stays closed shows what it is and when, and nothing else, until it is opened."""

from pathlib import Path

from PySide6.QtWidgets import QLabel

from phr.entry import Kind
from storage import entries, journal
from storage.entries import Filter
from storage.vault import Vault
from tests.ui.conftest import bring_in
from ui.catalogue import set_language
from ui.desktop.names import title_of, value_of
from ui.desktop.pictures import settle
from ui.desktop.record_model import TITLE, VALUE
from ui.desktop.settings import Settings
from ui.desktop.window import Window


def row_of(window: Window, kind: Kind) -> int:
    """The first row of a kind."""
    model = window.record.model
    return next(row for row in range(model.rowCount()) if model.entry_at(row).kind is kind)


def cells(window: Window, row: int) -> tuple[str, str]:
    """Title and value as the table shows them."""
    model = window.record.model
    return model.index(row, TITLE).data(), model.index(row, VALUE).data()


def said(window: Window) -> str:
    """All that stands on labels in the window now."""
    return "\n".join(label.text() for label in window.findChildren(QLabel) if label.isVisible())


def test_closed_at_import_and_opened_when_one_chooses(
    window: Window, vault: Vault, bundle_file: Path, settings: Settings
) -> None:
    window.open_vault(vault)
    window.imports.begin([bundle_file])
    settle()
    review = window.imports.review
    table = [review.found.cell(row, 3) for row in review.found.rows]
    assert any(title.startswith("Potassium") for title in table)
    review.closed.setChecked(True)
    shown = [(review.found.cell(row, 3), review.found.cell(row, 4)) for row in review.found.rows]
    assert ("Fermé", "") in shown
    assert not any("Potassium" in title or value for title, value in shown)
    review.take.click()
    settle()
    assert settings.leave_closed
    window.show_page(window.record)
    settle()
    row = row_of(window, Kind.RESULT)
    title, value = cells(window, row)
    assert title.startswith("Fermé · Résultat du ")
    assert "2024" in title
    assert value == ""
    assert cells(window, row_of(window, Kind.TREATMENT))[0] == "Lithium"

    window.record.table.selectRow(row)
    assert window.record.closed.isVisible()
    assert "Potassium" not in said(window)
    assert "5.4" not in said(window)
    window.record.closed.open.click()
    assert "Potassium" not in said(window)
    window.record.confirm._back.click()
    assert cells(window, row)[0].startswith("Fermé")
    window.record.closed.open.click()
    window.record.confirm._go.click()
    assert window.record.detail.isVisible()
    assert cells(window, row)[0].startswith("Potassium")
    one = window.record.model.entry_at(row)
    lines = [line for line in journal.lines(vault, limit=100) if line.action == "item-opened"]
    assert [line.detail for line in lines] == [{"entry": one.id}]


def test_closed_later_it_is_in_no_search_no_trend_and_no_list_of_documents(
    filled: Window, tmp_path: Path
) -> None:
    assert filled.vault is not None
    letter = tmp_path / "Lettre du Dr Aubin.txt"
    letter.write_text("Cher confrère", encoding="utf-8")
    bring_in(filled, letter)
    filled.show_page(filled.record)
    settle()
    for kind in (Kind.DOCUMENT, Kind.RESULT):
        filled.record.table.selectRow(row_of(filled, kind))
        filled.record.detail.close_button.click()
    settle()
    assert "fermé" in filled.bar.text()
    closed = entries.page(filled.vault, Filter(closed=True)).entries
    assert {one.kind for one in closed} == {Kind.DOCUMENT, Kind.RESULT}
    filled.record.filters.search.setText("Aubin")
    filled.record.refresh()
    settle()
    assert filled.record.model.rowCount() == 0
    filled.show_page(filled.documents)
    settle()
    assert filled.documents.model.rowCount() == 0


def test_a_date_that_is_no_day_reads_well(filled: Window) -> None:
    assert filled.vault is not None
    found = entries.page(filled.vault, Filter()).entries
    entries.close_entries(filled.vault, [one.id for one in found])
    titles = {
        one.kind: (title_of(one), value_of(one)) for one in entries.page(filled.vault, Filter()).entries
    }
    assert titles[Kind.TREATMENT] == ("Fermé · Traitement, mai 2010", "")
    assert titles[Kind.PROBLEM] == ("Fermé · Problème, 2009", "")
    set_language("en")
    (one,) = entries.page(filled.vault, Filter(kinds=(Kind.TREATMENT,))).entries
    assert title_of(one).startswith("Closed · Treatment, ")
    set_language("fr")


def test_an_access_may_hold_it_and_says_so(filled: Window) -> None:
    assert filled.vault is not None
    found = entries.page(filled.vault, Filter(kinds=(Kind.RESULT,))).entries
    entries.close_entries(filled.vault, [one.id for one in found])
    filled.commands.new_grant.trigger()
    filled.grant.who.new.name.setText("Dr Linh Nguyen")
    for _ in range(3):
        filled.grant.go_on()
        settle()
    assert "20 éléments que vous laissez fermés partent avec" in said(filled)
    listed = [filled.grant.preview.shared.held.cell(row, 1) for row in filled.grant.preview.shared.held.rows]
    assert not any("Potassium" in title for title in listed)
