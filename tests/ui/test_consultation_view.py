"""What the view of a consultation shows of an excerpt, and what it does not let out."""

import base64
import io
import json
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from tests.pdfs import locked
from tests.ui.excerpts import LETTER, SHOWN, bundle, entry, extension
from ui.consultation import pipe
from ui.consultation.excerpt import File, NotAnExcerpt, parse
from ui.consultation.pipe import BadOrder, Order
from ui.consultation.view import DOCUMENT, ITEMS, SUMMARY, View
from ui.desktop.pictures import settle
from ui.desktop.translation import Language


def test_what_the_patient_wrote_stands_first(qtbot: QtBot) -> None:
    told = {
        "resource": {
            "resourceType": "Communication",
            "identifier": [{"system": "urn:phr:consultation"}],
            "reasonCode": [{"text": "Essoufflement"}],
            "payload": [{"contentString": "Faut-il arrêter ?"}],
            "about": [
                {"extension": [extension("urn:phr:change", "new", "valueCode")], "reference": "urn:uuid:1"}
            ],
        }
    }
    shown = parse(bundle(told, {"fullUrl": "urn:uuid:1", **entry("result", "Potassium")}))
    assert (shown.reason, shown.questions) == ("Essoufflement", ("Faut-il arrêter ?",))
    assert shown.added == shown.items
    view = View(shown, 900)
    qtbot.addWidget(view)
    assert view.pages.currentIndex() == SUMMARY
    assert "Faut-il arrêter ?" in texts(view)


def test_an_excerpt_is_read_as_the_reading_page_reads_it() -> None:
    shown = parse(SHOWN)
    assert (shown.name, shown.to, shown.purpose) == ("Odile Mercier", "Dr Roux", "Suivi")
    # by kind; among problems what is current first
    assert [one.title for one in shown.items] == [
        "Hypothyroïdie",
        "Asthme de l'enfant",
        "Potassium",
        "Lettre",
    ]
    assert shown.items[3].files[0].data() == LETTER


@pytest.mark.parametrize("broken", [b"", b"[]", b"{}", b'{"resourceType":"Patient"}', b"[" * 100_000])
def test_what_is_no_bundle_is_refused(broken: bytes) -> None:
    with pytest.raises(NotAnExcerpt):
        parse(broken)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["extension", "url", "resource", "valueString", "name"]), inner, max_size=4
        )
    ),
    max_leaves=12,
)


@given(JSON, JSON)
def test_odd_parts_are_left_out(meta: object, entries: object) -> None:
    parse(json.dumps({"resourceType": "Bundle", "meta": meta, "entry": entries}).encode())


def test_the_pipe_gives_back_what_was_put_in() -> None:
    order = Order("fr", "dark", 900, SHOWN)
    written = pipe.encode(order)
    stream = io.BytesIO(written + b"later")
    assert pipe.read(stream) == order
    assert stream.read() == b"later"
    for cut in (0, 5, written.index(b"\n"), len(written) - 1):
        with pytest.raises(BadOrder):
            pipe.read(io.BytesIO(written[:cut]))


# The view


@pytest.fixture
def view(application: QApplication, qtbot: QtBot) -> Iterator[View]:
    """The view in French, not on the whole screen."""
    speaking = Language(application)
    speaking.speak("fr")
    made = View(parse(SHOWN), 900)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    yield made
    made.document.clear()
    speaking.speak("en")
    settle()


def texts(view: View) -> str:
    """All that its labels say and its tables hold."""
    said = [label.text() for label in view.findChildren(QLabel)]
    cells = [view.items.cell(row, column) for row in view.items.rows for column in range(6)]
    return "\n".join([*said, *cells])


def test_the_summary_comes_first_and_the_fixed_line_stays(view: View) -> None:
    assert view.windowTitle() == "Carnet"
    assert view.pages.currentIndex() == SUMMARY
    assert "Hypothyroïdie" in texts(view)
    sections = [view.sections.cell(one, 0) for one in view.sections.rows]
    assert sections == ["Synthèse", "Problèmes de santé (2)", "Résultats (1)", "Documents (1)", "Tout (4)"]
    fixed = "Extrait choisi par le patient. D’autres éléments peuvent exister."
    for section in range(len(sections)):
        view.chooser.selectRow(section)
        [line] = [one for one in view.findChildren(QLabel) if one.text() == fixed]
        assert line.isVisible()
        assert view.left.isVisible()
        assert view.left.text().endswith(("15:00", "14:59"))


def test_a_search_finds_without_accents_in_all_sections(view: View) -> None:
    view.search.setText("hypothyroidie")
    assert [one.title for one in view.items.rows] == ["Hypothyroïdie"]
    assert view.found.text() == "1 sur 4"
    view.search.clear()
    assert view.pages.currentIndex() == SUMMARY


def test_a_value_stands_with_the_laboratorys_own_range_and_remark(view: View) -> None:
    view.chooser.selectRow(2)
    assert view.pages.currentIndex() == ITEMS
    view.table.selectRow(0)
    said = texts(view)
    assert "5.4 mmol/L" in said
    assert "3.5 – 5.0" in said


def test_documents_are_drawn_page_by_page_in_memory(view: View) -> None:
    view.chooser.selectRow(3)
    view.table.selectRow(0)
    [file] = view.items.rows[0].files
    view.pane.file_asked.emit(file)
    settle()
    assert view.pages.currentIndex() == DOCUMENT
    viewer = view.document.viewer
    assert viewer.where.text() == "Page 1 sur 2"
    first = viewer.picture.pixmap().toImage()
    viewer.next.click()
    settle()
    assert viewer.where.text() == "Page 2 sur 2"
    assert viewer.picture.pixmap().toImage() != first
    viewer.larger.click()
    settle()
    assert viewer.picture.pixmap().width() > first.width()
    view.document.back.click()
    assert view.pages.currentIndex() == ITEMS


def test_a_document_cannot_be_printed_or_copied(view: View) -> None:
    viewer = view.document.viewer
    view._show_file(File("x", "application/pdf", base64.b64encode(LETTER).decode()))
    settle()
    assert viewer.larger.isVisible()
    assert not viewer.print.isVisible()
    assert not [one for one in viewer.findChildren(QShortcut) if one.key() == QKeySequence.StandardKey.Print]
    view._show_file(File("x", "text/plain", base64.b64encode(b"Bonjour").decode()))
    settle()
    assert viewer.words.text() == "Bonjour"
    assert not viewer.print.isVisible()
    assert not viewer.words.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse


@pytest.mark.parametrize("data", [b"%PDF-1.7 broken", b"\x89PNG\r\n\x1a\n broken", b"PK\x03\x04", locked()])
def test_a_document_that_cannot_be_drawn_is_said(view: View, data: bytes) -> None:
    view._show_file(File("x", "application/pdf", base64.b64encode(data).decode()))
    settle()
    assert view.document.viewer.words.text() == "Ce document ne peut pas être montré ici."
    assert view.document.viewer.picture.pixmap().isNull()


def test_escape_asks_and_the_end_blanks(view: View, qtbot: QtBot) -> None:
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert "Terminer la consultation" in view.confirm.text()
    assert view.confirm.focusWidget() is not None
    view.chooser.selectRow(4)
    with qtbot.waitSignal(view.finished):
        view.confirm._go.click()
    assert view.isHidden()
    assert view.items.rows == ()


def test_copying_does_nothing(view: View) -> None:
    QApplication.clipboard().setText("before")
    view.chooser.selectRow(2)
    view.table.setCurrentIndex(view.items.index(0, 2))
    QTest.keyClick(view.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == "before"
    QApplication.clipboard().clear()
