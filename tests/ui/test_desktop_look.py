"""What can be read: contrast, names for assistive technology, nothing cut short, nothing left in English."""

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QCalendarWidget,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QStyle,
    QStyleOptionComboBox,
    QTableView,
    QTabWidget,
    QToolButton,
    QWidget,
)

from storage.vault import Vault
from tests.ui.tour import glance, tour
from ui.desktop import pictures
from ui.desktop.actions import Actions
from ui.desktop.parts import NavButton
from ui.desktop.pictures import settle
from ui.desktop.theme import Space
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


@pytest.mark.parametrize(("language", "size"), [("fr", 100), ("en", 100), ("fr", 130), ("en", 130)])
def test_every_field_has_a_name_and_nothing_is_cut_short(
    lived_in: Window, language: str, size: int, tmp_path: Path
) -> None:
    lived_in.set_language(language)
    lived_in.set_text_size(size)
    source = english() if language == "fr" else set()
    found: set[tuple[str, str, str]] = set()
    for page in tour(lived_in, tmp_path):
        settle()  # what was shown last may not have its place yet
        where = type(page).__name__
        found |= {(where, "no name", repr(one)) for one in unnamed(lived_in)}
        found |= {(where, "cut", text) for text in cut_short(lived_in)}
        found |= {(where, "English", text) for text in said(lived_in) if re.sub("[&…]", "", text) in source}
    lived_in.set_text_size(100)
    assert not found, "\n".join(map(str, sorted(found)))
    for action in lived_in.commands:
        assert re.sub("[&…]", "", action.text()) not in source


@pytest.mark.parametrize("size", [100, 130])
def test_pages_with_nothing_in_them_are_whole_too(window: Window, vault: Vault, size: int) -> None:
    window.set_text_size(size)
    window.open_vault(vault)
    found: set[tuple[str, str, str]] = set()
    for page in glance(window):
        settle()
        where = type(page).__name__
        found |= {(where, "no name", repr(one)) for one in unnamed(window)}
        found |= {(where, "cut", text) for text in cut_short(window)}
    window.set_text_size(100)
    assert not found, "\n".join(map(str, sorted(found)))


def unnamed(window: Window) -> list[QWidget]:
    """The fields, lists and buttons shown of which assistive technology could say nothing."""
    buddies = {label.buddy() for label in window.findChildren(QLabel) if label.buddy() is not None}
    kinds = (
        QLineEdit,
        QPlainTextEdit,
        QComboBox,
        QAbstractSpinBox,
        QAbstractItemView,
        QAbstractButton,
        QTabWidget,
    )
    return [
        widget
        for kind in kinds
        for widget in shown(window, kind)
        if not isinstance(widget, QToolButton | QCalendarWidget)
        and not isinstance(
            widget.parent(), QComboBox | QAbstractItemView | QAbstractSpinBox | QCalendarWidget
        )
        and not spoken_name(widget, buddies)
    ]


def cut_short(window: Window) -> Iterator[str]:
    """The texts shown that do not fit where they stand."""
    buttons = (QPushButton, QCheckBox, QRadioButton, NavButton)
    for widget in [*shown(window, QLabel), *(one for kind in buttons for one in shown(window, kind))]:
        needed = needed_size(widget)
        if widget.width() < needed.width() or widget.height() < needed.height():
            yield widget.property("text")
    for box in shown(window, QComboBox):
        assert isinstance(box, QComboBox)
        option = QStyleOptionComboBox()
        box.initStyleOption(option)
        style, part = QStyle.ComplexControl.CC_ComboBox, QStyle.SubControl.SC_ComboBoxEditField
        room = box.style().subControlRect(style, option, part, box).width()
        if box.fontMetrics().horizontalAdvance(box.currentText()) > room:
            yield box.currentText()
    for field in shown(window, QLineEdit):
        assert isinstance(field, QLineEdit)
        if field.fontMetrics().horizontalAdvance(field.placeholderText()) > field.width() - 2 * Space.HALF:
            yield field.placeholderText()
    for table in shown(window, QTableView):
        assert isinstance(table, QTableView)
        yield from _headers_cut_short(table)


def _headers_cut_short(table: QTableView) -> Iterator[str]:
    header = table.horizontalHeader()
    for section in range(header.count()) if header.isVisible() else ():
        text = table.model().headerData(section, Qt.Orientation.Horizontal) or ""
        room = header.sectionSize(section) - 2 * Space.SMALL
        if not header.isSectionHidden(section) and header.fontMetrics().horizontalAdvance(text) > room:
            yield text


def needed_size(widget: QWidget) -> QSize:
    """What a widget needs at the width that it has."""
    hint = widget.sizeHint()
    if isinstance(widget, QLabel) and widget.wordWrap():
        return QSize(0, widget.heightForWidth(widget.width()))
    return hint


def said(window: Window) -> Iterator[str]:
    """The texts shown, and those that boxes and tables offer."""
    for kind in (QPushButton, QLabel, QAbstractButton):
        for widget in shown(window, kind):
            yield widget.property("text")
    for box in window.findChildren(QComboBox):
        yield from (box.itemText(place) for place in range(box.count()))
    for table in shown(window, QTableView):
        assert isinstance(table, QTableView)
        model = table.model()
        for column in range(model.columnCount()):
            yield model.headerData(column, Qt.Orientation.Horizontal) or ""


def english() -> set[str]:
    """The English source texts that read otherwise in French."""
    found = set()
    for message in ElementTree.parse(CATALOGUE).iter("message"):
        source, french = message.findtext("source", ""), message.findtext("translation", "")
        if french != source:
            found.add(re.sub("[&…]", "", source))
    return found - SAME


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
