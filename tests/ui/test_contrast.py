"""What is written, drawn and ringed can be seen, in the light and in the dark window (WCAG 2.2, 1.4.3 and 1.4.11).

Text has a contrast of at least 4.5 with what it stands on, the larger headings too; signs, curves, outlines and the
ring around what has the keyboard at least 3. Disabled texts are exempt there (1.4.3, incidental), and have 4.5 here
all the same. Lines that only part what would be understood without them (``line``, a table's frame, a chart's grid)
say nothing and are not looked at.
"""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QPlainTextEdit,
    QRadioButton,
    QSpinBox,
    QTabWidget,
    QWidget,
)

from ui.desktop import discs
from ui.desktop.message_bar import Level
from ui.desktop.parts import Button, Field, NavButton, PrimaryButton, column
from ui.desktop.pictures import settle
from ui.desktop.tables import CheckTable, RowsModel, Table
from ui.desktop.theme import DARK, LIGHT, Colours, colours
from ui.desktop.trends_chart import BAND
from ui.desktop.window import Window

TEXT, DRAWN = 4.5, 3.0
_RING = 100
"""Pixels of a ring at the least: it may be around a short word alone."""
SCHEMES = pytest.mark.parametrize("scheme", ["light", "dark"])


def luminance(colour: QColor) -> float:
    """Relative luminance, WCAG 2.2."""
    parts = [part / 255 for part in (colour.red(), colour.green(), colour.blue())]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: QColor, other: QColor) -> float:
    """Contrast ratio, WCAG 2.2."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def laid_over(colour: str, share: float, ground: str) -> str:
    """What ``share`` of a colour leaves of the ground beneath it."""
    over, under = QColor(colour), QColor(ground)
    pairs = (over.red(), under.red()), (over.green(), under.green()), (over.blue(), under.blue())
    return QColor(*(round(share * one + (1 - share) * other) for one, other in pairs)).name()


def texts(c: Colours) -> Iterator[tuple[str, str]]:
    """Every colour of letters with every surface that they stand on."""
    messages = [getattr(c, level.value) for level in Level]
    # Running text, titles, buttons and menus; the warning is also the sample's band and a question's surface.
    for surface in (c.window, c.panel, c.sidebar, c.header, *messages):
        yield c.text, surface
    # Hints, placeholders, columns' names, faded rows, disabled texts; a chart's numbers and dates on its ground.
    for surface in (c.window, c.panel, c.sidebar, c.header, *messages):
        yield c.muted, surface
    # Codes and words to be read aloud, links.
    for surface in (c.window, c.panel, *messages):
        yield c.accent_text, surface
    yield c.on_selection, c.selection
    for colour in discs.COLOURS:
        yield discs.LETTERS, colour


def drawings(c: Colours) -> Iterator[tuple[str, str]]:
    """Every colour of what is drawn to be understood, with what it stands on."""
    # A chart: values on its ground and on the range's band, the range's bounds.
    band = laid_over(c.accent, BAND, c.panel)
    for ground in (c.panel, band):
        yield c.accent_text, ground
        yield c.accent, ground
    # The lock of a private item, in a row and in one that is chosen.
    for ground in (c.panel, c.selection):
        yield c.muted, ground
    # The ring around what has the keyboard, and a field's or a button's outline; a page's sign stands on a disc.
    for ground in (c.window, c.panel, c.sidebar, c.selection, c.warning, c.error, c.info):
        yield c.accent, ground
    for ground in (c.window, c.panel, c.sidebar, c.warning, c.error, c.info):
        yield c.outline, ground
    yield c.on_selection, c.selection


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_every_pair_has_its_contrast(tokens: Colours) -> None:
    pairs = [(*pair, TEXT) for pair in texts(tokens)] + [(*pair, DRAWN) for pair in drawings(tokens)]
    weak = {pair for pair in pairs if contrast(QColor(pair[0]), QColor(pair[1])) < pair[2]}
    assert not weak


@SCHEMES
def test_buttons_have_contrast_as_fusion_paints_them(window: Window, scheme: str) -> None:
    window.set_scheme(scheme)
    for button in (PrimaryButton(""), Button("")):
        for enabled in (True, False):
            button.setEnabled(enabled)
            button.resize(120, 40)
            picture = button.grab().toImage()
            ink = button.palette().color(QPalette.ColorRole.ButtonText)
            assert min(contrast(ink, picture.pixelColor(60, height)) for height in range(4, 36)) >= TEXT


@SCHEMES
def test_columns_names_have_contrast_as_fusion_paints_them(
    window: Window, controls: dict[str, QWidget], scheme: str
) -> None:
    window.set_scheme(scheme)
    settle()
    table = controls["table"]
    assert isinstance(table, Table)
    header = table.horizontalHeader()
    picture, ink = header.grab().toImage(), header.palette().color(QPalette.ColorRole.ButtonText)
    assert min(contrast(ink, picture.pixelColor(40, y)) for y in range(4, header.height() - 4)) >= TEXT


class Words(RowsModel[str]):
    """A table with something to tick."""

    def names(self) -> tuple[str, ...]:
        return ("A", "B")

    def cell(self, row: str, column: int) -> str:
        return row

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:  # type: ignore[override]  # Qt passes nothing else here
        return (
            Qt.CheckState.Unchecked if role == Qt.ItemDataRole.CheckStateRole else super().data(index, role)
        )


@pytest.fixture
def controls(window: Window) -> dict[str, QWidget]:
    """One of each thing that takes the keyboard, on a page of its own."""
    model = Words()
    model.show(["un", "deux"])
    box, tabs = QComboBox(), QTabWidget()
    box.addItem("un")
    tabs.addTab(QWidget(), "un")
    made: dict[str, QWidget] = {
        "first": Button("un"),
        "button": Button("un"),
        "primary": PrimaryButton("un"),
        "field": Field(),
        "box": box,
        "number": QSpinBox(),
        "note": QPlainTextEdit(),
        "check": QCheckBox("un"),
        "radio": QRadioButton("un"),
        "page": NavButton("today"),
        "table": Table(model, stretch=0, widths={1: 90}),
        "ticks": CheckTable(model, stretch=0, widths={1: 90}),
        "tabs": tabs,
    }
    host = QWidget()
    host.setLayout(column(*made.values()))
    window.pages.addWidget(host)
    window.pages.setCurrentWidget(host)
    made["tabs"] = tabs.tabBar()
    settle()
    return made


def picture_of(widget: QWidget) -> QImage:
    """The widget with what is just around it."""
    host = widget.window()
    area = QRect(widget.mapTo(host, QPoint(0, 0)), widget.size()).adjusted(-3, -3, 3, 3)
    return host.grab(area).toImage()


@SCHEMES
def test_the_keyboards_place_is_ringed(window: Window, controls: dict[str, QWidget], scheme: str) -> None:
    window.set_scheme(scheme)
    for name, widget in controls.items():
        other = controls["button" if name == "first" else "first"]
        other.setFocus(Qt.FocusReason.TabFocusReason)
        settle()
        before = picture_of(widget)
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        settle()
        after = picture_of(widget)
        seen = sum(
            contrast(before.pixelColor(x, y), after.pixelColor(x, y)) >= DRAWN
            for x in range(after.width())
            for y in (*range(8), *range(after.height() - 8, after.height()))
        )
        assert seen >= min(_RING, after.width()), name


@SCHEMES
def test_fields_and_boxes_have_an_outline(window: Window, controls: dict[str, QWidget], scheme: str) -> None:
    window.set_scheme(scheme)
    controls["first"].setFocus()
    settle()
    ground = QColor(colours(QApplication.palette()).window)
    for name in ("button", "field", "box", "number", "note", "check", "radio"):
        picture = picture_of(controls[name])
        middle = picture.height() // 2
        assert max(contrast(picture.pixelColor(x, middle), ground) for x in range(8)) >= DRAWN, name
    ticks = picture_of(controls["ticks"])
    row = ticks.height() // 2
    panel = QColor(colours(QApplication.palette()).panel)
    assert any(contrast(ticks.pixelColor(x, y), panel) >= DRAWN for x in range(7, 14) for y in range(50, row))
