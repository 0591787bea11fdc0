"""What the patient does on the record page."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex

from phr.errors import NotADate
from storage import entries, people
from storage.entries import Filter
from storage.vault import Vault
from tests.ui.conftest import bring_in, bundle
from ui.catalogue import set_language
from ui.desktop.dates import show_date, typed_date
from ui.desktop.pictures import settle
from ui.desktop.record_model import PAGE
from ui.desktop.window import Window


def test_pages_are_read_as_one_scrolls(window: Window, vault: Vault, tmp_path: Path) -> None:
    file = tmp_path / "grand.json"
    file.write_text(json.dumps(bundle(results=450)), encoding="utf-8")
    window.open_vault(vault)
    bring_in(window, file)
    window.show_page(window.record)
    settle()
    model = window.record.model
    assert model.rowCount() == PAGE
    for _ in range(4):
        model.fetchMore(QModelIndex())
    assert model.rowCount() == 452
    assert not model.canFetchMore(QModelIndex())
    assert len({model.entry_at(row).id for row in range(452)}) == 452


def test_what_is_typed_last_is_what_is_shown(filled: Window) -> None:
    for text in ("l", "li", "pot", "lithium"):
        filled.record.filters.search.setText(text)
        filled.record.refresh()
    settle()
    assert [filled.record.model.entry_at(0).title] == ["Lithium"]
    assert filled.record.model.rowCount() == 1


def test_filters_narrow_the_timeline(filled: Window) -> None:
    bar = filled.record.filters
    bar.kind.setCurrentIndex(bar.kind.findData("treatment"))
    settle()
    assert filled.record.model.rowCount() == 1
    bar.clear()
    bar.date_from.setText("01/01/2024")
    bar.date_to.setText("03/2024")
    filled.record.refresh()
    settle()
    assert filled.record.model.rowCount() == 20


def test_the_detail_shows_the_laboratory_own_flag_and_range(filled: Window) -> None:
    filled.record.table.selectRow(0)
    detail = filled.record.detail
    assert detail.value.text() == "5.4 mmol/L"
    assert detail.flag.text() == "Signalé hors valeurs de référence par le laboratoire (H)"
    assert detail.fields["range"].text() == "3.5 – 5.0"
    assert detail.fields["source"].text() == "laboratoire.json"


def test_undo_takes_keeping_private_back(filled: Window) -> None:
    filled.record.table.selectRow(0)
    one = filled.record.chosen()[0].id
    filled.record.curation.toggle_hidden()
    assert filled.vault is not None
    assert entries.entry(filled.vault, one).hidden
    filled.bar._act.click()
    assert not entries.entry(filled.vault, one).hidden


def test_a_topic_is_put_on_several_items_at_once(filled: Window) -> None:
    filled.record.table.selectAll()
    filled.record.detail.topics.click()
    filled.record.topics.boxes["psychiatry"].setChecked(True)
    filled.record.topics.own.setText("ma tante, travail")
    filled.record.topics.keep.click()
    assert filled.vault is not None
    assert entries.labels(filled.vault) == ["ma tante", "psychiatry", "travail"]
    assert entries.count(filled.vault, Filter(label="psychiatry")) == 22


def test_writing_and_correcting_an_item(window: Window, vault: Vault) -> None:
    window.open_vault(vault)
    window.commands.new_entry.trigger()
    form = window.record.form
    form.new_person.setText("Odile Mercier")
    form.kind.setCurrentIndex(form.kind.findData("measurement"))
    form.title.setText("Poids")
    form.date.setText("03/2025")
    form.value.setText("61,5")
    form.unit.setText("kg")
    form.keep.click()
    settle()
    assert window.bar.text() == "Élément écrit."
    assert [one.name for one in people.people(vault)] == ["Odile Mercier"]
    written = window.record.model.entry_at(0)
    assert (written.title, written.date, written.source) == ("Poids", "2025-03", "")

    window.record.table.selectRow(0)
    window.record.detail.edit.click()
    form.title.setText("Poids du matin")
    form.keep.click()
    settle()
    assert entries.entry(vault, written.id).title == "Poids du matin"
    assert len(entries.revisions(vault, written.id)) == 1


def test_an_impossible_date_is_refused_in_words(window: Window, vault: Vault) -> None:
    window.open_vault(vault)
    window.commands.new_entry.trigger()
    window.record.form.new_person.setText("Odile")
    window.record.form.title.setText("Fracture")
    window.record.form.date.setText("31/02/2020")
    window.record.form.keep.click()
    assert "jour/mois/année" in window.bar.text()
    assert entries.count(vault, Filter()) == 0


def test_another_patient_is_asked_about_and_named_anew(filled: Window, tmp_path: Path) -> None:
    other = bundle(results=2)
    text = json.dumps(other).replace("Mercier", "Durand").replace("1954-07-02", "1980-01-01")
    file = tmp_path / "autre.json"
    file.write_text(text.replace("Potassium", "Sodium"), encoding="utf-8")
    filled.imports.begin([file])
    settle()
    question = filled.imports.question
    assert not question.isHidden()
    box = question.choices()[0]
    box.setCurrentIndex(box.count() - 2)
    question.go.click()
    settle()
    filled.imports.review.take.click()
    settle()
    assert filled.vault is not None
    assert sorted(one.name.casefold() for one in people.people(filled.vault)) == [
        "odile durand",
        "odile mercier",
    ]
    assert filled.sidebar.person.count() == 3


def test_a_stopped_import_leaves_the_whole_file_or_nothing(
    window: Window, vault: Vault, tmp_path: Path
) -> None:
    file = tmp_path / "grand.json"
    file.write_text(json.dumps(bundle(results=2000)), encoding="utf-8")
    window.open_vault(vault)
    window.imports.begin([file])
    settle()
    window.imports.review.take.click()
    window.imports.cancel.click()
    settle()
    told = sum(report.added for report in window.imports.reports)
    assert told == entries.count(vault, Filter())
    assert told in (0, 2002)
    assert window.imports.progress.isHidden()


def test_a_broken_file_is_reported_with_its_reason(filled: Window, tmp_path: Path) -> None:
    file = tmp_path / "casse.json"
    file.write_text('{"resourceType": "Bundle", "entry": [', encoding="utf-8")
    filled.imports.begin([file, tmp_path / "absent.json"])
    settle()
    assert filled.bar.text()
    filled.imports.review.take.click()
    settle()
    assert [report.file for report in filled.imports.reports] == ["casse.json"]
    assert filled.imports.outcome.problems.model().rowCount() == 1


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("12/03/2024", "2024-03-12"),
        ("3.2024", "2024-03"),
        ("2024", "2024"),
        ("2024-03-12", "2024-03-12"),
        ("", ""),
    ],
)
def test_dates_as_people_type_them(typed: str, kept: str) -> None:
    assert typed_date(typed) == kept


@pytest.mark.parametrize("typed", ["demain", "32/01/2024", "2024-13", "1/2/3"])
def test_what_is_no_date(typed: str) -> None:
    with pytest.raises(NotADate):
        typed_date(typed)


@pytest.mark.parametrize(
    ("date", "french"),
    [
        ("2024", "2024"),
        ("2024-03", "mars 2024"),
        ("2024-03-12", "12 mars 2024"),
        ("2024-03-12T09:15:00+05:00", "12 mars 2024 09:15"),
        ("2024-03/", "depuis mars 2024"),
        ("/2025", "jusqu’à 2025"),
        ("2019/2020", "2019 au 2020"),
        (None, ""),
    ],
)
def test_partial_dates_stay_partial(window: Window, date: str | None, french: str) -> None:
    set_language("fr")
    assert show_date(date) == french
