"""A page made to keep its reader busy, taken in and shown: it costs seconds, and is kept as a document."""

from collections.abc import Callable
from pathlib import Path

from phr.entry import Kind
from storage import attachments, entries
from storage.entries import Filter
from storage.intake import Who, import_file
from storage.vault import Vault
from tests.pdfs import pdf
from tests.processes import kill_pdfium, needs_proc, processor
from tests.storage.hostile_binaries import forms_in_forms
from tests.zips import put
from ui.viewer.document_view import DocumentView
from ui.viewer.drawing import draw, find

Wait = Callable[[Callable[[], bool]], None]
LETTER = pdf([(72, 72, "Ordonnance")])


def test_forms_in_forms_taken_in_and_shown(vault: Vault, tmp_path: Path, wait_for: Wait) -> None:
    data = forms_in_forms(10, 6)
    view = DocumentView()
    start = processor()
    with vault:
        import_file(vault, put(tmp_path, data, "lettre.pdf"), who=Who(person="Odile Mercier"))
        (document,) = entries.page(vault, Filter(kinds=(Kind.DOCUMENT,))).entries
        (file,) = attachments.of_entry(vault, document.id)
        view.show_document("lettre.pdf", attachments.read(vault, file.id))
    wait_for(lambda: "cannot be shown" in view.words.text())
    assert processor() - start < 4
    view.show_document("ordonnance.pdf", LETTER)
    wait_for(lambda: not view.picture.pixmap().isNull())
    view.clear()


@needs_proc
def test_a_crash_leaves_the_viewer_as_it_was() -> None:
    before = draw(LETTER, 0, 500).image
    assert before
    kill_pdfium()
    assert draw(LETTER, 0, 500).image == before
    kill_pdfium()
    assert len(find(LETTER, "ordonnance", 10)) == 1
