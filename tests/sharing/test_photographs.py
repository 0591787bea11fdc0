"""An access takes the pages of photographed paper, and not the photographs with what the telephone wrote into them.

A document also stays with those of its results that are kept back.
"""

import base64
from datetime import timedelta
from pathlib import Path

from phr.entry import Kind
from sharing.envelope import Mode
from sharing.package import Terms, build
from sharing.preview import select
from sharing.scope import Scope
from storage import attachments, entries, proposals
from storage.entries import Filter
from storage.identity import Who
from storage.intake import import_file
from storage.photographs import Photograph, import_pages
from tests.photographs import paper, saved
from tests.sharing.conftest import Practice
from tests.storage.test_proposals import laboratory_pdf
from tests.zips import put


def only_document(practice: Practice, search: str) -> str:
    which = Filter(person=practice.person.id, kinds=(Kind.DOCUMENT,), search=search)
    return next(entry.id for entry in entries.page(practice.vault, which).entries)


def package(practice: Practice, *ids: str) -> bytes:
    shown = select(practice.vault, Scope(person=practice.person.id, entries=ids))
    until = practice.clock.now + timedelta(days=1)
    return build(practice.vault, shown, Terms(bytes(16), Mode.CODE, practice.doctor, "", None, until))


def test_the_pages_leave_and_the_photographs_stay(practice: Practice, tmp_path: Path) -> None:
    picture = saved(paper())
    pages = [Photograph(put(tmp_path, picture, "IMG_20240312.jpg"))]
    import_pages(practice.vault, pages, "Ordonnance", who=Who(person=practice.person.id))
    document = only_document(practice, "ordonnance")
    pdf, original = attachments.of_entry(practice.vault, document)
    sealed = package(practice, document)
    assert base64.b64encode(attachments.read(practice.vault, pdf.id)) in sealed
    assert base64.b64encode(attachments.read(practice.vault, original.id)) not in sealed
    assert b"IMG_20240312" not in sealed


def test_a_report_stays_with_a_confirmed_result_that_is_kept_back(practice: Practice, tmp_path: Path) -> None:
    file = put(tmp_path, laboratory_pdf(), "bilan.pdf")
    import_file(practice.vault, file, who=Who(person=practice.person.id))
    document = only_document(practice, "hbs")
    made = proposals.accept(practice.vault, document, [5])
    everything = Scope(person=practice.person.id)
    assert {document, *made} <= {entry.id for entry in select(practice.vault, everything).entries}
    entries.set_hidden(practice.vault, made, hidden=True)
    assert document not in {entry.id for entry in select(practice.vault, everything).entries}
