"""On my screen: a real process shows the excerpt, the vault is locked, and the history knows when it ended."""

import base64
import contextlib
import io
import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from phr.entry import Kind
from phr.formats.pdf_text import text_of
from sharing import grants as sharing
from sharing import holders, on_screen
from sharing.scope import Scope
from storage import clock, entries, grants, journal, people, practitioners
from storage.entries import Filter
from storage.vault import Vault, open_vault
from tests.memory import copies, needs_proc
from tests.pdfs import locked, pdf
from tests.ui.conftest import PASSPHRASE
from tests.ui.phr_command import SAMPLE, Phr
from ui.consultation import pipe
from ui.consultation.excerpt import File, NotAnExcerpt, parse
from ui.consultation.pipe import BadOrder, Order
from ui.consultation.view import DOCUMENT, ITEMS, SUMMARY, View
from ui.desktop.pictures import settle
from ui.desktop.translation import Language
from ui.desktop.window import Window

Wait = Callable[[Callable[[], bool]], None]


def extension(url: str, text: str, kind: str = "valueString") -> dict[str, str]:
    return {"url": url, kind: text}


def entry(kind: str, title: str, *, data: bytes = b"", **view: str) -> dict[str, Any]:
    """One entry of a bundle, as the package writes it."""
    shown: list[dict[str, Any]] = [extension("kind", kind, "valueCode"), extension("title", title)]
    shown += [extension(name, text) for name, text in view.items()]
    resource: dict[str, Any] = {}
    if data:
        resource = {"content": [{"attachment": {"data": base64.b64encode(data).decode()}}]}
        pointer = extension("data", "/content/0/attachment/data")
        shown.append({"url": "file", "extension": [extension("name", "lettre.pdf"), pointer]})
    return {"extension": [{"url": "urn:phr:view", "extension": shown}], "resource": resource}


def bundle(*entries: dict[str, Any]) -> bytes:
    """A bundle of Odile Mercier for Dr Roux, padded."""
    patient = {"resource": {"resourceType": "Patient", "name": [{"text": "Odile Mercier"}]}}
    frame = [extension("urn:phr:to", "Dr Roux"), extension("urn:phr:purpose", "Suivi")]
    whole = {"resourceType": "Bundle", "meta": {"extension": frame}, "entry": [patient, *entries]}
    return json.dumps(whole).encode() + b"   "


LETTER = pdf([(72, 72, "Cher confrere")], [(72, 72, "Seconde page")])
SHOWN = bundle(
    entry(
        "result", "Potassium", date="2024-03-12", value="5.4", unit="mmol/L", low="3.5", high="5.0", flag="H"
    ),
    entry("problem", "Asthme de l'enfant", date="1975", status="resolved"),
    entry("problem", "Hypothyroïdie", date="1970", status="active"),
    entry("document", "Lettre", date="2024", data=LETTER),
)


# What is shown


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


# The process


CANARY = "zanzibarite"
WITH_CANARY = bundle(entry("problem", CANARY))


def child(order: bytes, folder: Path) -> "subprocess.Popen[bytes]":
    """The process, given this in its pipe."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "TMPDIR": str(folder)}
    process = subprocess.Popen(
        pipe.command(),
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        env=environment,
    )
    assert process.stdin is not None
    with contextlib.suppress(BrokenPipeError):
        process.stdin.write(order)
        process.stdin.flush()
    return process


def ended(process: "subprocess.Popen[bytes]") -> int:
    """Its exit code; its pipe is open still."""
    code = process.wait(20)
    for stream in (process.stdin, process.stderr):
        assert stream is not None
        stream.close()
    return code


def test_the_process_ends_by_itself_when_its_time_is_over(tmp_path: Path) -> None:
    process = child(pipe.encode(Order("fr", "light", 1, WITH_CANARY)), tmp_path)
    assert ended(process) == 0
    assert list(tmp_path.iterdir()) == []


def test_a_broken_order_shows_nothing(tmp_path: Path) -> None:
    assert ended(child(b"nonsense\n", tmp_path)) == 1
    assert ended(child(pipe.encode(Order("fr", "light", 60, b"{}")), tmp_path)) == 1


@needs_proc
def test_the_process_holds_nothing_but_the_excerpt(tmp_path: Path, wait_for: Wait) -> None:
    process = child(pipe.encode(Order("fr", "light", 600, WITH_CANARY)), tmp_path)
    proc = Path(f"/proc/{process.pid}")
    wide = CANARY.encode("utf-16-le")  # as Qt holds what it shows
    wait_for(lambda: copies(process.pid, wide)[wide] > 0)
    loaded = (proc / "maps").read_text()
    assert "sqlcipher" not in loaded
    assert "libQt6Network" not in loaded
    assert CANARY.encode() not in (proc / "cmdline").read_bytes() + (proc / "environ").read_bytes()
    opened = [str(one.readlink()) for one in (proc / "fd").iterdir()]
    assert [one for one in opened if one.startswith(str(tmp_path)) or ".db" in one] == []
    assert list(tmp_path.iterdir()) == []
    assert process.stdin is not None
    process.stdin.close()  # as if the program with the vault had died
    assert process.wait(20) == 0
    assert not proc.exists()  # and its memory with it
    assert process.stderr is not None
    assert CANARY.encode() not in process.stderr.read()
    process.stderr.close()


# The window


def show(window: Window) -> None:
    """Go the way to the screen, with all that is not kept private."""
    window.commands.new_grant.trigger()
    window.grant.who.new.name.setText("Dr Linh Nguyen")
    window.grant.go_on()
    window.grant.go_on()
    window.grant.terms.modes["screen"].setChecked(True)
    window.grant.go_on()
    settle()
    window.grant.go_on()
    settle()
    assert window.vault is None


def unlock(window: Window, wait_for: Wait) -> Vault:
    """Type the passphrase."""
    window.unlock.passphrase.setText(PASSPHRASE)
    window.unlock.start()
    wait_for(lambda: window.vault is not None)
    settle()
    assert window.vault is not None
    return window.vault


def test_the_vault_is_locked_behind_it_and_its_passphrase_ends_it(filled: Window, wait_for: Wait) -> None:
    show(filled)
    assert filled.consultation.is_running
    assert filled.pages.currentWidget() is filled.unlock
    assert "C’est à l’écran" in filled.bar.text()
    vault = unlock(filled, wait_for)
    assert not filled.consultation.is_running
    [row] = grants.grants(vault)
    assert (row.mode, row.state, row.released) == ("screen", "closed", 1)
    assert row.made_at <= row.ended_at <= row.until
    lines = journal.lines(vault, grant=row.gid)
    assert [line.action for line in lines] == ["screen-begun", "screen-ended"]
    assert lines[1].detail == {"ended": row.ended_at}
    assert len(json.loads(row.entries)) == lines[0].detail["entries"] == 22
    filled.show_page(filled.access)
    filled.access.table.selectRow(0)
    assert filled.access.withdraw.isHidden()
    assert filled.access.card.isHidden()


def test_an_end_before_the_unlocking_is_remembered(filled: Window, wait_for: Wait) -> None:
    show(filled)
    process = filled.consultation._process
    assert process is not None
    wait_for(lambda: process.bytesToWrite() == 0)
    process.closeWriteChannel()  # the view takes that for the end of its parent, and goes
    wait_for(lambda: not filled.consultation.is_running)
    assert "La consultation est terminée" in filled.bar.text()
    told = filled.consultation._ended_at
    assert told is not None
    vault = unlock(filled, wait_for)
    [row] = grants.grants(vault)
    assert row.ended_at == clock.instant(told)


def test_an_end_that_nobody_saw_is_not_known(vault: Vault, tmp_path: Path) -> None:
    """The program died with the view; the computer was off until the time was over."""
    person = people.add_person(vault, "Odile Mercier")
    doctor = practitioners.add_practitioner(vault, "Dr Roux")
    entries.add_own(vault, person.id, Kind.ALLERGY, "Pénicilline")
    showing = on_screen.begin(
        vault, practitioner=doctor.id, purpose="", scope=Scope(person=person.id), minutes=15
    )
    vault.close()
    later = clock.system_now() + timedelta(minutes=16)
    with open_vault(tmp_path / "coffre", PASSPHRASE, now=lambda: later) as again:
        sharing.end_due(again)
        assert grants.grant(again, showing.gid).state == "end-unknown"
        assert journal.lines(again, grant=showing.gid)[-1].action == "end-unknown"
        assert grants.grant(again, showing.gid).ended_at == grants.grant(again, showing.gid).until
        assert holders.shared_with(again, entries.page(again, Filter()).entries[0].id)
        # somebody knows after all
        on_screen.finish(again, showing.gid, clock.moment(grants.grant(again, showing.gid).made_at))
        assert grants.grant(again, showing.gid).state == "closed"


# The command


@needs_proc
def test_the_command_shows_it_with_the_vault_closed(tmp_path: Path, wait_for: Wait) -> None:
    folder = tmp_path / "phr"
    folder.mkdir()
    phr = Phr(folder).create()
    phr("import", SAMPLE)
    phr("practitioner add", "--name", "Dr Reine")
    command = [sys.executable, "-m", "phr", "--passphrase-file", str(phr.passphrase_file), "--json"]
    command += ["grant", "show-on-screen", str(phr.vault), "--to", "Dr Reine", "--kind", "allergy"]
    environment = {**os.environ, **phr.environment, "QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as program:
        children = Path(f"/proc/{program.pid}/task/{program.pid}/children")

        def is_shown() -> bool:
            return any(
                "libqoffscreen" in Path(f"/proc/{one}/maps").read_text()
                for one in children.read_text().split()
            )

        wait_for(is_shown)
        [row] = phr("grant list")["grants"]  # the vault is closed: another program may open it
        assert (row["mode"], row["state"]) == ("screen", "running")
        assert "on the screen" in phr.refused("revoke", phr.vault, row["grant"])
        program.send_signal(signal.SIGINT)
        assert program.stdout is not None
        answer = json.loads(program.stdout.read())
    assert program.returncode == 0
    assert answer["entries"] == 2
    [row] = phr("grant list")["grants"]
    assert (row["state"], row["ended_at"]) == ("closed", answer["ended_at"])
    phr("grant receipt", row["grant"], "--out", tmp_path / "receipt.pdf", "--fhir", tmp_path / "consent.json")
    receipt = text_of((tmp_path / "receipt.pdf").read_bytes())
    assert "own screen" in " ".join(receipt.split())
    assert "protected file" not in receipt.lower()
