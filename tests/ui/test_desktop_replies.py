"""Replies in the window: dropped on it, waiting, opened, deleted, refused; in both languages."""

import json
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from sharing import grants as sharing
from sharing.envelope import Mode
from sharing.opening import Opening
from sharing.scope import Scope
from storage import entries, people, practitioners
from storage.entries import Filter
from tests.sharing.reply_letters import content, reply
from ui.desktop.pictures import settle
from ui.desktop.window import Window

Wait = Callable[[Callable[[], bool]], None]


@pytest.fixture
def letters(filled: Window, tmp_path: Path) -> list[Path]:
    """Two replies to an access by a card, as files."""
    assert filled.vault is not None
    vault = filled.vault
    to = practitioners.add_practitioner(vault, "Dr Salomé Roux")
    made = sharing.new_grant(
        vault,
        practitioner=to.id,
        purpose="",
        scope=Scope(person=people.people(vault)[0].id),
        not_before=None,
        until=vault.now() + timedelta(days=7),
        releases=1,
        mode=Mode.CARD,
        folder=tmp_path / "out",
        language="fr",
    )
    code = sharing.make_card(vault, made.gid).code
    bundle = json.loads(Opening.from_file(made.envelope).open(code))
    files = []
    for number in (1, 2):
        file = tmp_path / f"reponse-{number}.phr-reply"
        file.write_bytes(
            reply(bundle, made.envelope.read_bytes(), content(f"Réponse {number}", ("a.txt", b"a")))
        )
        files.append(file)
    return files


def test_replies_wait_in_the_window_and_are_opened_or_deleted(
    filled: Window, letters: list[Path], wait_for: Wait
) -> None:
    vault, page = filled.vault, filled.replies
    assert vault is not None
    before = entries.count(vault, Filter())
    forged = letters[0].with_name("forged")
    forged.write_bytes(letters[0].read_bytes() + b"x")
    filled.taking.take_files([forged])
    wait_for(lambda: "modifiée en chemin" in filled.bar.text())
    filled.taking.take_files(letters)
    wait_for(lambda: page.model.rowCount() == 2)
    assert filled.pages.currentWidget() is page
    assert filled.bar.text().startswith("2 réponses reçues.")
    assert page.model.cell(page.model.rows[0], 0) == "Dr Salomé Roux"
    assert entries.count(vault, Filter()) == before
    page.open_one.click()
    wait_for(lambda: page.model.rowCount() == 1)
    assert entries.count(vault, Filter()) == before + 2
    assert "2 nouveaux éléments" in filled.bar.text()
    assert "Signée « Dr Salomé Roux », ce que rien ne prouve." in filled.bar.text()
    page.delete.click()
    assert "sans être lue" in page.confirm.text()
    page.confirm._go.click()
    assert page.model.rowCount() == 0
    assert not page.open_one.isVisible()
    filled.taking.take_files([letters[0]])
    wait_for(lambda: "déjà été reçue" in filled.bar.text())
    filled.show_page(filled.access)
    assert filled.access.replies.text() == "Réponses…"


def test_a_reply_dropped_with_other_files_does_not_stop_them(
    filled: Window, letters: list[Path], tmp_path: Path, wait_for: Wait
) -> None:
    text = tmp_path / "mot.txt"
    text.write_text("Bonjour")
    filled.taking.take_files([text, letters[0]])
    settle()
    assert filled.pages.currentWidget() is filled.imports
    filled.imports.review.take.click()
    settle()
    assert [report.file for report in filled.imports.reports] == ["mot.txt"]
    filled.show_page(filled.access)
    assert filled.access.replies.text() == "Réponses (1)…"
    filled.lock()
    assert filled.replies.model.rowCount() == 0
