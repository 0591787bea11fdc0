"""A document whose file also gave entries does not tell of those that are kept back."""

import io
import json
from datetime import timedelta
from typing import Any

import pytest

from phr.entry import Entry, Kind
from sharing.envelope import Mode
from sharing.package import Terms, build
from sharing.preview import leaves_care_out, select
from sharing.scope import Scope
from storage import entries
from storage.entries import Filter
from storage.identity import Who
from storage.intake import import_stream
from tests.phr.cda.documents import CRP, POTASSIUM, laboratory
from tests.sharing.conftest import Practice


@pytest.fixture
def report(practice: Practice) -> tuple[Entry, Entry]:
    """A laboratory's report, and the potassium that was read from it."""
    who = Who(person=practice.person.id)
    import_stream(practice.vault, io.BytesIO(laboratory(CRP, POTASSIUM)), "cr.xml", place="cr.xml", who=who)
    found = entries.page(practice.vault, Filter(person=practice.person.id)).entries
    document = next(entry for entry in found if entry.kind is Kind.DOCUMENT)
    return document, next(entry for entry in found if entry.value and entry.value.text == "5.60")


def shared(practice: Practice, **scope: Any) -> set[str]:
    """The ids of what a scope selects."""
    return {entry.id for entry in select(practice.vault, Scope(person=practice.person.id, **scope)).entries}


def test_a_document_goes_with_what_was_read_from_it(practice: Practice, report: tuple[Entry, Entry]) -> None:
    document, result = report
    assert {document.id, result.id} <= shared(practice)
    # What is merely not asked for is not kept back.
    assert shared(practice, kinds=(Kind.DOCUMENT,)) == {document.id}


def test_a_document_stays_with_what_is_kept_back(practice: Practice, report: tuple[Entry, Entry]) -> None:
    document, result = report
    assert document.id not in shared(practice, without=(result.id,))
    entries.add_labels(practice.vault, result.id, ("psychiatry",))
    assert document.id not in shared(practice, without_labels=("psychiatry",))
    entries.set_hidden(practice.vault, [result.id], hidden=True)
    shown = select(practice.vault, Scope(person=practice.person.id))
    assert document.id not in {entry.id for entry in shown.entries}
    until = practice.clock.now + timedelta(days=1)
    package = build(practice.vault, shown, Terms(bytes(16), Mode.CODE, practice.doctor, "", None, until))
    assert "5.60" not in json.dumps(json.loads(package))


def test_a_document_that_is_named_goes(practice: Practice, report: tuple[Entry, Entry]) -> None:
    document, result = report
    entries.set_hidden(practice.vault, [result.id], hidden=True)
    assert shared(practice, entries=(document.id,)) == {document.id}
    # Naming the result itself says that it may be seen.
    assert {document.id, result.id} <= shared(practice, kinds=(Kind.DOCUMENT,), entries=(result.id,))


def test_the_preview_tells_which_documents_stay_out(practice: Practice, report: tuple[Entry, Entry]) -> None:
    document, result = report
    scope = Scope(person=practice.person.id, without=(result.id,))
    assert [entry.id for entry in select(practice.vault, scope).withheld] == [document.id]


def test_an_allergy_that_stays_out_is_noticed(practice: Practice) -> None:
    scope = Scope(person=practice.person.id)
    assert not leaves_care_out(practice.vault, select(practice.vault, scope))
    without = select(practice.vault, Scope(person=practice.person.id, without=(practice.entry.id,)))
    assert leaves_care_out(practice.vault, without)
