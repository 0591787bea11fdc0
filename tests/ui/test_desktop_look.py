"""What can be read: contrast, names for assistive technology, nothing cut short, nothing left in English."""

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from ui.catalogue import LANGUAGES
from ui.desktop import pictures
from ui.desktop.actions import Actions
from ui.desktop.parts import PrimaryButton
from ui.desktop.pictures import settle
from ui.desktop.theme import DARK, LIGHT, Colours
from ui.desktop.window import Window

CATALOGUE = Path(pictures.__file__).parent.parent / "translations" / "phr_fr.ts"
# The same in both languages.
SAME = {
    "Contact",
    "Document",
    "Note",
    "Notes",
    "Contacts",
    "Documents",
    "RPPS",
    "Date",
    "Codes",
    "Carnet",
    "Allergies",
}


def luminance(colour: QColor) -> float:
    """Relative luminance, WCAG 2.2."""
    parts = [part / 255 for part in (colour.red(), colour.green(), colour.blue())]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: QColor, other: QColor) -> float:
    """Contrast ratio, WCAG 2.2."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def pairs(c: Colours) -> Iterator[tuple[str, str]]:
    """Every text colour with every surface that it stands on."""
    for surface in (c.window, c.panel, c.sidebar, c.header, c.info, c.warning, c.error):
        yield c.text, surface
    for surface in (c.window, c.panel, c.sidebar, c.header):
        yield c.muted, surface
    for surface in (c.window, c.panel):
        yield c.accent_text, surface
    yield c.on_selection, c.selection


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_every_text_pair_has_contrast(tokens: Colours) -> None:
    for text, surface in pairs(tokens):
        assert contrast(QColor(text), QColor(surface)) >= 4.5, (text, surface)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_primary_button_has_contrast_as_fusion_paints_it(window: Window, scheme: str) -> None:
    window.set_scheme(scheme)
    settle()
    button = PrimaryButton("")
    button.resize(120, 40)
    picture = button.grab().toImage()
    ink = button.palette().color(QPalette.ColorRole.ButtonText)
    for height in range(4, 36):
        assert contrast(ink, picture.pixelColor(60, height)) >= 4.5


def walk(window: Window) -> Iterator[QWidget]:
    """Every page and step in turn, shown."""
    window.record.table.selectRow(0)
    window.record.filters.more.setChecked(True)
    yield window.record
    window.record.detail.topics.click()
    yield window.record
    window.record.begin_entry()
    yield window.record
    window.record.ask_delete()
    yield window.record
    window.record.form.dropped.emit()
    window.show_page(window.today)
    yield window.today
    window.show_page(window.settings)
    yield window.settings
    window.show_page(window.inbox)
    yield window.inbox
    window.show_page(window.documents)
    yield window.documents
    window.show_page(window.trends)
    yield window.trends
    window.show_page(window.imports)
    yield window.imports
    window.commands.new_grant.trigger()
    window.grant.who.new.name.setText("Dr Aubin")
    for _ in range(4):
        settle()
        yield window.grant
        window.grant.go_on() if window.grant.step < 3 else None
    window.grant.terms.modes["no-way-back"].setChecked(True)
    window.show_page(window.access)
    window.access.people.begin()
    yield window.access
    window.show_page(window.holders)
    yield window.holders
    window.show_page(window.history)
    yield window.history
    window.show_page(window.passphrase)
    yield window.passphrase
    window.commands.release.trigger()
    yield window.release
    window.lock()
    yield window.unlock
    window.unlock.ask(window.unlock.place(), creating=True)
    yield window.unlock


def shown(window: Window, kind: type[QWidget]) -> list[QWidget]:
    """The visible widgets of a kind that the program made itself."""
    return [
        one for one in window.findChildren(kind) if one.isVisible() and not one.objectName().startswith("qt_")
    ]


def spoken_name(widget: QWidget, named: set[QWidget]) -> str:
    """What assistive technology says for a widget."""
    if isinstance(widget, QAbstractButton) and widget.text():
        return widget.text()
    return widget.accessibleName() or ("buddy" if widget in named else "")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_field_has_a_name_and_nothing_is_cut_short(filled: Window, language: str) -> None:
    filled.set_language(language)
    settle()
    for page in walk(filled):
        settle()
        where = type(page).__name__
        buddies = {label.buddy() for label in filled.findChildren(QLabel) if label.buddy() is not None}
        for kind in (QLineEdit, QPlainTextEdit, QComboBox, QAbstractItemView, QAbstractButton):
            for widget in shown(filled, kind):
                inner = (
                    isinstance(widget.parent(), QComboBox | QAbstractItemView)
                    or "Spin" in type(widget.parent()).__name__
                )
                if not inner and type(widget).__name__ != "QToolButton":
                    assert spoken_name(widget, buddies), (where, widget)
        for widget in [*shown(filled, QPushButton), *shown(filled, QLabel)]:
            needed = needed_size(widget)
            assert widget.width() >= needed.width(), (where, widget.property("text"))
            assert widget.height() >= needed.height(), (where, widget.property("text"))


def needed_size(widget: QWidget) -> QSize:
    """What a widget needs at the width that it has."""
    hint = widget.sizeHint()
    if isinstance(widget, QLabel) and widget.wordWrap():
        return QSize(0, widget.heightForWidth(widget.width()))
    return hint


def english() -> set[str]:
    """The English source texts that read otherwise in French."""
    found = set()
    for message in ElementTree.parse(CATALOGUE).iter("message"):
        source, french = message.findtext("source", ""), message.findtext("translation", "")
        if french != source:
            found.add(re.sub("[&…]", "", source))
    return found - SAME


def test_nothing_is_left_in_english(filled: Window) -> None:
    source = english()
    for page in walk(filled):
        settle()
        for widget in [*shown(filled, QPushButton), *shown(filled, QLabel), *shown(filled, QAbstractButton)]:
            text = re.sub("[&…]", "", widget.property("text"))
            assert text not in source, (type(page).__name__, text)
        for box in filled.findChildren(QComboBox):
            texts = [box.itemText(place) for place in range(box.count())]
            assert source.isdisjoint(texts), (type(page).__name__, texts)
    for action in filled.commands:
        assert re.sub("[&…]", "", action.text()) not in source


def test_the_catalogue_has_french_for_everything_of_the_desktop() -> None:
    contexts = {"Window", "RecordPage", "GrantPage", "Journal", "Kind", "Topic", "UnlockPage", "AccessPage"}
    for context in ElementTree.parse(CATALOGUE).iter("context"):
        if context.findtext("name") in contexts:
            contexts.discard(context.findtext("name", ""))
            for translation in context.iter("translation"):
                assert translation.get("type") is None
                assert "".join(translation.itertext()).strip()
    assert not contexts


def test_the_language_changes_at_once_everywhere(filled: Window) -> None:
    filled.record.table.selectRow(0)
    filled.commands.languages["en"].trigger()
    settle()
    assert filled.record.title.text() == "My record"
    assert filled.record.count.text() == "22 items"
    assert filled.record.detail.flag.text().startswith("Marked outside the reference range")
    filled.commands.languages["fr"].trigger()
    settle()
    assert filled.record.title.text() == "Mon dossier"
    assert filled.record.count.text() == "22 éléments"


def test_no_shortcut_is_given_twice(window: Window) -> None:
    given = [action.shortcut().toString() for action in window.commands if not action.shortcut().isEmpty()]
    assert len(given) == len(set(given))
    assert isinstance(window.commands, Actions)


def test_settings_and_title_hold_nothing_of_the_record(filled: Window, tmp_path: Path) -> None:
    filled.record.filters.search.setText("lithium")
    settle()
    assert filled.windowTitle() == "Carnet"
    filled.close()
    settle()
    filled._settings._store.sync()
    text = "".join(file.read_text() for file in (tmp_path / "config").rglob("*") if file.is_file())
    assert "vault=" in text
    for word in ("lithium", "Mercier", "Odile", "laboratoire"):
        assert word not in text


def test_repainting_loses_no_reference_to_none(filled: Window) -> None:
    filled.record.table.selectRow(0)
    settle()
    filled.grab()
    before = sys.getrefcount(None)
    for _ in range(1000):
        filled.record.table.viewport().repaint()
        filled.sidebar.pages["record"].repaint()
        QApplication.processEvents()
    assert abs(sys.getrefcount(None) - before) < 500
