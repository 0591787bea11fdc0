"""The time that accesses have left, as bars: in the list of accesses and on the first page."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage

from storage import clock, grants, journal
from tests.ui.test_contrast import contrast
from ui.desktop.access_model import ENDS
from ui.desktop.pictures import settle
from ui.desktop.theme import DARK, LIGHT, Colours
from ui.desktop.time_bar import SHARE, TimeBar
from ui.desktop.window import Window


@pytest.fixture
def aged(lived_in: Window) -> Window:
    """Two accesses that run: one just given, one with a quarter of its time left."""
    vault = lived_in.vault
    assert vault is not None
    older = grants.grants(vault)[1]
    with vault.write() as db:
        until = vault.now() + timedelta(days=7)
        grants.update(
            db,
            older.gid,
            made_at=clock.instant(until - timedelta(days=28)),
            until=clock.instant(until),
        )
        journal.append(db, "unlock")
    return lived_in


def pixels(picture: QImage) -> dict[str, list[int]]:
    """Where each colour stands, from left to right."""
    found: dict[str, list[int]] = {}
    for y in range(picture.height()):
        for x in range(picture.width()):
            found.setdefault(picture.pixelColor(x, y).name(), []).append(x)
    return found


def drawn_share(found: dict[str, list[int]], tokens: Colours, outline: str) -> float:
    """How much of what the outline encloses is filled."""
    return (max(found[tokens.accent]) - min(found[tokens.accent])) / (
        max(found[outline]) - min(found[outline])
    )


@pytest.mark.parametrize(("scheme", "tokens"), [("light", LIGHT), ("dark", DARK)])
def test_the_list_of_accesses_shows_the_time_left(aged: Window, scheme: str, tokens: Colours) -> None:
    aged.set_scheme(scheme)
    aged.show_page(aged.access)
    aged.access.refresh()
    settle()
    table, model = aged.access.table, aged.access.model
    chosen = model.row_of(next(one.gid for one in model.rows if one.made_at < model.rows[0].made_at))
    for selected, ground, outline in (
        (False, tokens.panel, tokens.outline),
        (True, tokens.selection, tokens.on_selection),
    ):
        table.clearSelection()
        if selected:
            table.selectRow(chosen)
        settle()
        cell = table.visualRect(model.index(chosen, ENDS))
        found = pixels(table.viewport().grab(cell).toImage())
        assert max(found, key=lambda name: len(found[name])) == ground
        assert drawn_share(found, tokens, outline) == pytest.approx(0.25, abs=0.03)
        for painted in (tokens.accent, outline):
            assert contrast(QColor(painted), QColor(ground)) >= 3
    for text, ground in ((tokens.text, tokens.panel), (tokens.on_selection, tokens.selection)):
        assert contrast(QColor(text), QColor(ground)) >= 4.5


def test_words_say_what_the_bar_shows(aged: Window) -> None:
    aged.show_page(aged.access)
    aged.access.refresh()
    settle()
    model = aged.access.model
    shares = sorted(model.data(model.index(row, ENDS), SHARE) for row in range(2))
    assert shares == [pytest.approx(0.25, abs=0.01), pytest.approx(1, abs=0.01)]
    for row in range(2):
        spoken = model.data(model.index(row, ENDS), int(Qt.ItemDataRole.AccessibleTextRole))
        assert spoken in {"encore 6 jours", "encore 7 jours"}
    assert model.data(model.index(0, ENDS - 1), SHARE) is None


def test_what_has_ended_has_no_bar(aged: Window) -> None:
    aged.show_page(aged.access)
    settle()
    aged.access.table.selectRow(0)
    aged.access.ask_withdraw()
    aged.access.confirm._go.click()
    settle()
    model = aged.access.model
    ended = next(row for row, one in enumerate(model.rows) if one.state == "withdrawn")
    assert model.data(model.index(ended, ENDS), SHARE) is None


@pytest.mark.parametrize(("scheme", "tokens"), [("light", LIGHT), ("dark", DARK)])
def test_the_first_page_shows_it_under_the_words(aged: Window, scheme: str, tokens: Colours) -> None:
    aged.set_scheme(scheme)
    aged.show_page(aged.today)
    aged.today.refresh()
    settle()
    bars = [bar for bar in aged.today.running.findChildren(TimeBar) if bar.isVisible()]
    shares = sorted(drawn_share(pixels(bar.grab().toImage()), tokens, tokens.outline) for bar in bars)
    assert shares == [pytest.approx(0.25, abs=0.03), pytest.approx(1, abs=0.03)]
