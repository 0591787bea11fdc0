"""The timeline: years at its side and to choose from, found words marked, and what an item said before."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest

from storage import entries
from storage.search import found_in
from tests.ui.conftest import bring_in, bundle
from ui.desktop.pictures import settle
from ui.desktop.record_model import TITLE, YEAR
from ui.desktop.theme import DARK, LIGHT, Colours
from ui.desktop.window import Window


def test_each_year_stands_once_at_the_side(filled: Window) -> None:
    model = filled.record.model
    said = [model.index(row, YEAR).data() for row in range(model.rowCount())]
    assert [(row, year) for row, year in enumerate(said) if year] == [(0, "2024"), (20, "2010"), (21, "2009")]


def test_a_year_is_one_choice_away(filled: Window) -> None:
    bar = filled.record.filters
    assert [bar.year.itemText(place) for place in range(bar.year.count())] == [
        "Toutes les années",
        "2024",
        "2010",
        "2009",
    ]
    bar.year.setFocus()
    QTest.keyClicks(bar.year, "2010")
    filled.record.refresh()
    settle()
    assert [
        one.title for one in map(filled.record.model.entry_at, range(filled.record.model.rowCount()))
    ] == ["Lithium"]
    bar.more.click()
    bar.date_from.setText("2009")
    assert bar.year.currentText() == "Toutes les années"  # the period is no year any more
    bar.year.setFocus()
    bar.date_to.setText("2009")
    assert bar.year.currentText() == "2009"


@pytest.mark.parametrize(("scheme", "tokens"), [("light", LIGHT), ("dark", DARK)])
def test_found_words_are_marked_where_they_stand(filled: Window, scheme: str, tokens: Colours) -> None:
    filled.set_scheme(scheme)
    table = filled.record.table
    row = table.visualRect(filled.record.model.index(0, TITLE))
    assert not marked(filled, tokens)
    filled.record.filters.search.setText("potàss")
    filled.record.refresh()
    settle()
    columns = marked(filled, tokens)
    assert columns
    begun, width = min(columns) - row.left(), max(columns) - min(columns)
    assert begun < 12
    assert abs(width - table.fontMetrics().horizontalAdvance("Potass")) < 4


def marked(window: Window, tokens: Colours) -> set[int]:
    """The columns of pixels with the ground of a mark, in the first row."""
    table = window.record.table
    row = table.visualRect(window.record.model.index(0, TITLE))
    picture = table.viewport().grab(row).toImage()
    scale = picture.devicePixelRatio()
    mark = QColor(tokens.warning)
    height = picture.height() // 2
    return {
        row.left() + round(x / scale)
        for x in range(picture.width())
        for y in range(height - 6, height + 6)
        if picture.pixelColor(x, y) == mark
    }


@pytest.mark.parametrize(
    ("text", "typed", "found"),
    [
        ("Hémoglobine glyquée", "hemo GLY", ["Hémo", "gly"]),
        ("Œdème de Quincke", "oed", ["Œd"]),
        ("HbA1c (sang)", "sang hba1", ["HbA1", "sang"]),
        ("Poids", "oids", []),
        ("Poids", "", []),
        ("A_B", "b", ["B"]),
        ("ABC", "a abc", ["ABC"]),
    ],
)
def test_what_is_found_in_a_text(text: str, typed: str, found: list[str]) -> None:
    assert [text[first:end] for first, end in found_in(text, typed)] == found


@given(st.text(), st.text())
def test_marks_lie_within_the_text_and_apart(text: str, typed: str) -> None:
    before = 0
    for first, end in found_in(text, typed):
        assert before <= first < end <= len(text)
        before = end


def test_what_an_item_said_before_is_compared(filled: Window, tmp_path: Path) -> None:
    assert filled.vault is not None
    [lithium] = [
        one for one in entries.page(filled.vault, entries.Filter()).entries if one.title == "Lithium"
    ]
    entries.edit(filled.vault, lithium.id, {"note": "le soir"})
    entries.edit(filled.vault, lithium.id, {"note": "le matin", "date": "2011"})
    filled.record.show_entry(lithium.id)
    settle()
    later, earlier = filled.record.detail.fields["versions"].text().split("\n\n")
    assert later.startswith("Modifié le ")
    assert set(later.splitlines()[1:]) == {
        "date\u00a0: mai 2010 → 2011",
        "remarque\u00a0: le soir → le matin",
    }
    assert earlier.splitlines()[1:] == ["remarque\u00a0: rien → le soir"]

    newer = bundle()
    for one in newer["entry"]:  # type: ignore[attr-defined]  # the bundle is a dict of plain JSON
        resource = one["resource"]
        if resource["id"] == "o19":
            resource["valueQuantity"]["value"] = 4.9
    file = tmp_path / "correction.json"
    file.write_text(json.dumps(newer), encoding="utf-8")
    bring_in(filled, file)
    filled.show_page(filled.record)
    settle()
    [result] = [
        one for one in entries.page(filled.vault, entries.Filter()).entries if one.title == "Potassium 19"
    ]
    filled.record.show_entry(result.id)
    settle()
    said = filled.record.detail.fields["versions"].text().splitlines()
    assert said[1:] == ["valeur\u00a0: 5.4 mmol/L → 4.9 mmol/L"]
