"""Paper, a locked PDF and my consultation, through the window."""

from pathlib import Path

from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QPushButton

from sharing import consultation
from storage import grants, journal
from tests.ui.papers import squeezed, text_of
from ui.desktop.pictures import settle
from ui.desktop.window import Window


def choose(window: Window, mode: str) -> None:
    """As far as what they will see, for a care professional who is new."""
    window.commands.new_grant.trigger()
    window.grant.who.new.name.setText("Dr Linh Nguyen")
    window.grant.go_on()
    window.grant.go_on()
    window.grant.terms.modes[mode].setChecked(True)
    window.grant.go_on()
    if mode == "pdf":
        go = window.grant.confirm.findChildren(QPushButton)[1]
        go.click()
    settle()


def actions(window: Window) -> list[str]:
    assert window.vault is not None
    return [line.action for line in journal.lines(window.vault, limit=10_000)]


def test_pages_are_set_then_printed_and_saved(filled: Window, tmp_path: Path) -> None:
    choose(filled, "paper")
    preview = filled.grant.preview
    preview.consultation.reason.setText("Toujours fatiguée")
    preview.consultation.questions[0].setText("Et le lithium ?")
    filled.grant.go_on()
    settle()
    pages = filled.grant.pages
    assert not pages.print.isHidden()
    assert "handed-over" not in actions(filled)  # set, and nobody has them
    assert not filled.grant.back.isHidden()

    pages.save_as(tmp_path / "extrait.pdf")
    settle()
    data = (tmp_path / "extrait.pdf").read_bytes()
    text = text_of(data)
    assert all(squeezed(entry.title) in text for entry in preview.shared.held.rows)
    assert text.index("Toujoursfatiguée") < text.index("Etlelithium?") < text.index("Résultats(20)")
    assert "n’est pas protégé" in filled.bar.text()
    assert filled.grant.back.isHidden()

    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    pages.print_on(printer)
    settle()
    assert (tmp_path / "printed.pdf").stat().st_size > 1000
    assert actions(filled)[-2:] == ["handed-over", "paper-again"]
    assert filled.vault is not None
    (row,) = grants.grants(filled.vault)
    told = consultation.of_grant(filled.vault, row.gid)
    assert told is not None
    assert told.questions == ("Et le lithium ?",)
    filled.grant.go_on()
    filled.show_page(filled.access)
    filled.access.table.selectRow(0)
    assert filled.access.withdraw.isHidden()
    assert not filled.access.receipt.isHidden()


def test_a_locked_pdf_shows_its_words_once(filled: Window, tmp_path: Path) -> None:
    choose(filled, "pdf")
    filled.grant.make_pdf(tmp_path / "clef")
    settle()
    pages = filled.grant.pages
    words = pages.words.text()
    assert "Potassium" in text_of((tmp_path / "clef" / "dossier.pdf").read_bytes(), words)
    assert actions(filled)[-1] == "handed-over"
    filled.grant.go_on()
    assert pages.words.text() == ""
    choose(filled, "pdf")
    assert not filled.grant.preview.consultation.since.isVisible()  # somebody else
    filled.lock()
    assert not pages.is_given()


def test_what_changed_is_shown_and_can_be_said(filled: Window, tmp_path: Path) -> None:
    choose(filled, "paper")
    filled.grant.go_on()
    settle()
    filled.grant.pages.save_as(tmp_path / "extrait.pdf")
    settle()
    filled.grant.go_on()
    assert filled.vault is not None
    filled.grant.begin(grants.grants(filled.vault)[0].practitioner)
    filled.show_page(filled.grant)
    for _ in range(3):
        filled.grant.go_on()
        settle()
    panel = filled.grant.preview.consultation
    assert not panel.since.isHidden()
    assert not panel.told().since
    panel.since.setChecked(True)
    assert panel.told().since


def test_setting_pages_can_be_stopped(filled: Window) -> None:
    choose(filled, "paper")
    filled.grant.go_on()
    filled.grant.pages.cancel.click()
    settle()
    assert "handed-over" not in actions(filled)
