"""The guard on a real vault: what leaves is read as it leaves, and nothing of what it says is left anywhere."""

import json
from typing import Any

import pytest

from phr.entry import Kind
from phr.inference import Sure, Why
from sharing.envelope import Mode
from sharing.guard import guess
from sharing.package import Terms, build
from sharing.preview import select
from sharing.scope import Scope
from storage import document_text, entries, intake, journal, people
from storage.entries import Filter
from storage.errors import NoSuchEntry
from storage.identity import Who
from tests.photographs import paper, saved
from tests.sharing.conftest import Practice


def bring(practice: Practice, *resources: dict[str, Any]) -> dict[str, str]:
    """Import resources of the person: the ids of the entries by title."""
    subject = {"reference": "urn:uuid:p"}
    bundle = {
        "resourceType": "Bundle",
        "type": "collection",
        "entry": [
            {"fullUrl": f"urn:uuid:{one['id']}", "resource": {"subject": subject} | one} for one in resources
        ],
    }
    file = practice.folder.with_suffix(".json")
    file.write_bytes(json.dumps(bundle).encode())
    intake.import_file(practice.vault, file, who=Who(person=practice.person.id))
    return {one.title: one.id for one in entries.page(practice.vault, Filter(), limit=100).entries}


def own(practice: Practice, kind: Kind, title: str, **more: str) -> str:
    return entries.add_own(practice.vault, practice.person.id, kind, title, **more).id


def found(practice: Practice, **scope: Any) -> list[tuple[str, Why, set[str], set[str]]]:
    """Label, why, titles that betray, titles that are held back."""
    shown = select(practice.vault, Scope(person=practice.person.id, **scope))
    return [
        (one.label, one.why, {e.title for e in one.entries}, {e.title for e in one.held_back})
        for one in guess(practice.vault, shown)
    ]


LITHIUM = ("psychiatry", Why.TREATMENT, {"Lithium"}, {"Trouble bipolaire"})


@pytest.fixture
def bipolar(practice: Practice) -> str:
    own(practice, Kind.TREATMENT, "Lithium", date="2024-05-12")
    return own(practice, Kind.PROBLEM, "Trouble bipolaire", date="2009")


def test_a_private_problem_is_betrayed_by_its_treatment(practice: Practice, bipolar: str) -> None:
    assert found(practice) == []  # both are shared
    entries.set_hidden(practice.vault, [bipolar], True)
    assert found(practice) == [LITHIUM]


def test_each_way_of_holding_back(practice: Practice, bipolar: str) -> None:
    assert found(practice, without=(bipolar,)) == [LITHIUM]
    assert found(practice, kinds=(Kind.TREATMENT,)) == [LITHIUM]
    assert found(practice, date_from="2020") == [LITHIUM]
    (first, second) = found(
        practice, without_labels=("psychiatry",)
    )  # nothing has that topic: both are shared
    assert first == ("psychiatry", Why.WORD, {"Trouble bipolaire"}, set())
    assert second == ("psychiatry", Why.TREATMENT, {"Lithium"}, set())
    entries.add_labels(practice.vault, bipolar, ["psychiatry"])
    assert found(practice, without_labels=("psychiatry",)) == [LITHIUM]


def test_holding_the_treatment_back_too_ends_it(practice: Practice, bipolar: str) -> None:
    entries.set_hidden(practice.vault, [bipolar], True)
    shown = select(practice.vault, Scope(person=practice.person.id))
    (one,) = guess(practice.vault, shown)
    assert found(practice, without=tuple(entry.id for entry in one.entries)) == []


def test_others_of_the_vault_say_nothing(practice: Practice, bipolar: str) -> None:

    other = people.add_person(practice.vault, "Paul Martin")
    private = entries.add_own(practice.vault, other.id, Kind.PROBLEM, "VIH").id
    entries.set_hidden(practice.vault, [private], True)
    own(practice, Kind.TREATMENT, "Biktarvy")
    assert found(practice) == []


def test_what_the_package_drops_betrays_nothing(practice: Practice) -> None:
    """A name beside a reference to what is held back does not leave, nor does a narrative."""
    condition = {"resourceType": "Condition", "id": "c", "code": {"text": "Schizophrénie"}}
    medication = {
        "resourceType": "MedicationStatement",
        "id": "m",
        "status": "active",
        "medicationCodeableConcept": {"text": "Comprimé"},
        "reasonReference": [{"reference": "urn:uuid:c", "display": "Schizophrénie"}],
        "text": {"status": "generated", "div": "<div>Schizophrénie</div>"},
    }
    ids = bring(practice, condition, medication)
    entries.set_hidden(practice.vault, [ids["Schizophrénie"]], True)
    assert found(practice) == []
    noted = medication | {"id": "m2", "note": [{"text": "schizophrénie stable"}]}
    bring(practice, noted | {"medicationCodeableConcept": {"text": "Gélule"}})
    assert [one[2] for one in found(practice)] == [{"Gélule"}]


LETTER = "Cher confrère, je revois Mme M. sous TÉRALITHE."


def pdf(words: str) -> bytes:
    """A PDF file of one page (ISO 32000-1), its text in WinAnsi."""
    stream = b"BT /F 12 Tf 50 700 Td (" + words.encode("cp1252") + b") Tj ET"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources 6 0 R >>",
        b"<< /Length %d >>\nstream\n%b\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        b"<< /Font << /F 5 0 R >> >>",
    ]
    body = b"".join(b"%d 0 obj\n%b\nendobj\n" % (number, one) for number, one in enumerate(objects, 1))
    return b"%PDF-1.4\n" + body + b"trailer\n<< /Size 7 /Root 1 0 R >>\n%%EOF\n"


@pytest.mark.parametrize(("ending", "content"), [(".txt", LETTER.encode()), (".pdf", pdf(LETTER))])
def test_the_text_of_a_file_is_read(practice: Practice, ending: str, content: bytes) -> None:
    file = practice.folder.with_suffix(ending)
    file.write_bytes(content)
    intake.import_file(practice.vault, file, who=Who(person=practice.person.id))
    private = own(practice, Kind.NOTE, "Une note")
    entries.add_labels(practice.vault, private, ["psychiatry"])
    entries.set_hidden(practice.vault, [private], True)
    (one,) = found(practice)
    assert (one[0], one[1]) == ("psychiatry", Why.TREATMENT)


def test_text_recognised_in_a_picture_is_read(practice: Practice) -> None:
    file = practice.folder.with_suffix(".jpg")
    file.write_bytes(saved(paper(("Courrier",))))
    intake.import_file(practice.vault, file, who=Who(person=practice.person.id))
    document = next(one for one in entries.page(practice.vault, Filter()).entries if one.source == file.name)
    private = own(practice, Kind.NOTE, "Une note")
    entries.add_labels(practice.vault, private, ["psychiatry"])
    entries.set_hidden(practice.vault, [private], True)
    assert found(practice) == []
    with practice.vault.write() as db:
        document_text.put_recognised(db, document.id, "photograph", LETTER)
    (one,) = found(practice)
    assert (one[0], one[1]) == ("psychiatry", Why.TREATMENT)


@pytest.mark.parametrize("content", [b"%PDF-1.4\nbroken", pdf("x")[:200]])
def test_a_broken_file_tells_nothing(practice: Practice, bipolar: str, content: bytes) -> None:
    file = practice.folder.with_suffix(".pdf")
    file.write_bytes(content)
    intake.import_file(practice.vault, file, who=Who(person=practice.person.id))
    entries.set_hidden(practice.vault, [bipolar], True)
    assert found(practice) == [LITHIUM]


def test_a_report_that_counts_what_is_held_back(practice: Practice) -> None:
    results = [
        {"resourceType": "Observation", "id": f"o{number}", "status": "final", "code": {"text": title}}
        for number, title in enumerate(("Sodium", "Sérologie"))
    ]
    report = {
        "resourceType": "DiagnosticReport",
        "id": "r",
        "status": "final",
        "code": {"text": "Bilan"},
        "result": [{"reference": "urn:uuid:o0"}, {"reference": "urn:uuid:o1"}],
    }
    ids = bring(practice, *results, report)
    entries.set_hidden(practice.vault, [ids["Sérologie"]], True)
    assert found(practice) == [("", Why.ABSENT, {"Bilan"}, {"Sérologie"})]


def test_nothing_is_written_of_what_it_says(practice: Practice, bipolar: str) -> None:
    entries.set_hidden(practice.vault, [bipolar], True)
    shown = select(practice.vault, Scope(person=practice.person.id))
    before = journal.lines(practice.vault)
    (one,) = guess(practice.vault, shown)
    assert one.sure is Sure.CLEAR
    assert journal.lines(practice.vault) == before
    terms = Terms(bytes(16), Mode.CODE, practice.doctor, "", None, practice.clock.now)
    package = build(practice.vault, shown, terms)
    assert b"Lithium" in package
    for trace in (b"bipolaire", b"psychiatry", bipolar.encode()):
        assert trace not in package


def test_an_entry_deleted_since_the_preview(practice: Practice, bipolar: str) -> None:
    shown = select(practice.vault, Scope(person=practice.person.id))
    entries.delete(practice.vault, [bipolar])
    with pytest.raises(NoSuchEntry):
        guess(practice.vault, shown)
