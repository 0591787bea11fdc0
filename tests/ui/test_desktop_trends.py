"""The page of trends, in the real window."""

import csv
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest

from ui.desktop.pictures import settle
from ui.desktop.window import Window


def show_trends(window: Window) -> None:
    window.commands.pages["trends"].trigger()
    settle()


def test_what_was_measured_most_is_shown_first(filled: Window) -> None:
    show_trends(filled)
    page = filled.trends
    assert len(page.analytes.rows) == 20
    assert len(page.values.rows) == 1
    assert page.chart().isVisible()


def test_several_share_one_time_axis_and_the_table_holds_the_same(filled: Window) -> None:
    show_trends(filled)
    page = filled.trends
    page.list.selectAll()
    settle()
    assert len(page.values.rows) == 20
    first, *others = page.chart()._plots
    assert len(others) == 5
    page.nearer.click()
    assert all(other.viewRange()[0] == first.viewRange()[0] for other in others)
    # What does not fit is said, not hidden.
    assert "14" in page._not_drawn.text()
    assert page._not_drawn.isVisible()


def test_what_is_typed_narrows_the_list(filled: Window) -> None:
    show_trends(filled)
    QTest.keyClicks(filled.trends.search, "potassium 7")
    assert filled.trends._found.rowCount() == 1


def test_a_value_leads_to_its_item(filled: Window) -> None:
    show_trends(filled)
    filled.trends.table.doubleClicked.emit(filled.trends.values.index(0, 0))
    settle()
    assert filled.pages.currentWidget() is filled.record
    assert [one.id for one in filled.record.chosen()] == [filled.trends.values.rows[0].point.entry]


def test_table_and_picture_are_saved_for_their_owner_alone(filled: Window, tmp_path: Path) -> None:
    show_trends(filled)
    filled.trends.save_to(tmp_path / "table.csv")
    filled.trends.save_to(tmp_path / "picture.png")
    rows = list(csv.reader((tmp_path / "table.csv").read_text("utf-8-sig").splitlines()))
    assert rows[1][0].startswith("2024-03-")
    assert rows[1][2:6] == ["5.4", "mmol/L", "3.5 – 5.0", "H"]
    assert QImage(str(tmp_path / "picture.png")).width() > 300
    for file in ("table.csv", "picture.png"):
        assert (tmp_path / file).stat().st_mode & 0o077 == 0


def test_locking_leaves_nothing_of_the_values(filled: Window) -> None:
    show_trends(filled)
    filled.lock()
    assert not filled.trends.analytes.rows
    assert not filled.trends.values.rows
    assert not filled.trends.chart()._plots
    assert filled.trends.list.model().rowCount() == 0


def test_the_dates_follow_the_language(filled: Window) -> None:
    show_trends(filled)
    axis = filled.trends.chart()._plots[0].getAxis("bottom")
    august = 1_722_470_400
    assert axis.tickStrings([august], 1, 30 * 86400) == ["août 2024"]
    filled.set_language("en")
    assert axis.tickStrings([august], 1, 30 * 86400) == ["Aug 2024"]


def test_zooming_by_the_keyboard(filled: Window) -> None:
    show_trends(filled)
    before = filled.trends.chart()._plots[0].viewRange()[0]
    QTest.keyClick(filled.trends, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    after = filled.trends.chart()._plots[0].viewRange()[0]
    assert after[1] - after[0] < before[1] - before[0]
