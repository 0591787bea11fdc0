"""What stands in a package beside its entries, and how single resources are made fit to leave."""

import base64
import io
import json
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phr.entry import Kind
from sharing.envelope import Mode
from sharing.package import STATEMENT, Terms, build
from sharing.padding import pad, padded_size, unpad
from sharing.preview import select
from sharing.scope import Scope
from storage import entries, people
from storage.entries import Filter
from storage.identity import Who
from storage.intake import import_stream
from tests.sharing.conftest import Practice

Json = dict[str, Any]
SAMPLES = Path(__file__).parents[3] / "shared" / "data"


def packed(practice: Practice, person: str, **scope: Any) -> Json:
    until = practice.clock.now + timedelta(days=7)
    terms = Terms(bytes(range(16)), Mode.CODE, practice.doctor, "Avis", practice.clock.now, until)
    document: Json = json.loads(
        build(practice.vault, select(practice.vault, Scope(person=person, **scope)), terms)
    )
    return document


def taken_in(practice: Practice, *resources: Json) -> list[str]:
    """Import resources for the practice's person: the ids of the entries, in the timeline's order."""
    bundle = {
        "resourceType": "Bundle",
        "type": "collection",
        "entry": [{"resource": one} for one in resources],
    }
    file = io.BytesIO(json.dumps(bundle).encode())
    import_stream(practice.vault, file, "dossier.json", who=Who(person=practice.person.id))
    found = entries.page(practice.vault, Filter(person=practice.person.id)).entries
    return [entry.id for entry in found if entry.id != practice.entry.id]


def only(practice: Practice, *resources: Json, **scope: Any) -> Json:
    """The resource as it leaves, of the first imported; the others stay behind."""
    name = json.dumps(resources[0]["id"])
    ids = taken_in(practice, *resources)
    chosen = next(one for one in ids if json.dumps(entries.resource(practice.vault, one)["id"]) == name)
    document = packed(practice, practice.person.id, entries=(chosen,), **scope)
    resource: Json = document["entry"][1]["resource"]
    return resource


def view(entry: Json) -> Json:
    return {
        part["url"]: part.get("valueString", part.get("valueCode"))
        for part in entry["extension"][0]["extension"]
    }


def test_the_frame_says_for_whom_why_and_until_when(practice: Practice) -> None:
    document = packed(practice, practice.person.id, kinds=(Kind.ALLERGY,), date_from="2010")
    frame = {one["url"].removeprefix("urn:phr:"): one for one in document["meta"]["extension"]}
    assert frame["statement"]["valueString"] == STATEMENT
    assert frame["to"]["valueString"] == "Dr Salomé Roux, médecine générale"
    assert frame["purpose"]["valueString"] == "Avis"
    assert frame["not-before"]["valueDateTime"] == "2026-03-02T09:00:00Z"
    assert frame["until"]["valueDateTime"] == "2026-03-09T09:00:00Z"
    assert frame["mode"]["valueCode"] == "code"
    assert frame["coverage"]["extension"] == [
        {"url": "kind", "valueCode": "allergy"},
        {"url": "from", "valueString": "2010"},
    ]
    assert document["identifier"] == {"system": "urn:phr:grant", "value": bytes(range(16)).hex()}
    patient, allergy = document["entry"]
    assert patient["resource"] == {
        "resourceType": "Patient",
        "name": [{"text": "Jeanne Martin"}],
        "gender": "female",
        "birthDate": "1980-05-17",
    }
    assert view(allergy) == {"kind": "allergy", "title": "Pénicilline", "date": "2019", "status": "active"}


def test_what_a_patient_wrote_and_corrected_is_what_leaves(practice: Practice) -> None:
    entries.edit(practice.vault, practice.entry.id, {"title": "Amoxicilline", "note": "choc en 2019"})
    shown = view(packed(practice, practice.person.id)["entry"][1])
    assert (shown["title"], shown["note"]) == ("Amoxicilline", "choc en 2019")
    assert "Pénicilline" not in json.dumps(packed(practice, practice.person.id), ensure_ascii=False)


def test_decimals_leave_to_the_digit(practice: Practice) -> None:
    file = b'{"resourceType":"Observation","id":"o","code":{"text":"TSH"},"valueQuantity":{"value":1.2300}}'
    import_stream(practice.vault, io.BytesIO(file), "o.json", who=Who(person=practice.person.id))
    shown = select(practice.vault, Scope(person=practice.person.id, kinds=(Kind.RESULT,)))
    terms = Terms(bytes(16), Mode.CARD, practice.doctor, "", None, practice.clock.now)
    assert b'"value":1.2300}' in build(practice.vault, shown, terms)


def test_a_document_travels_inside(practice: Practice) -> None:
    import_stream(practice.vault, io.BytesIO(b"Compte rendu"), "cr.txt", who=Who(person=practice.person.id))
    document = packed(practice, practice.person.id, kinds=(Kind.DOCUMENT,))["entry"][1]
    attachment = document["resource"]["content"][0]["attachment"]
    assert base64.b64decode(attachment["data"]) == b"Compte rendu"
    assert "url" not in attachment
    file = document["extension"][0]["extension"][-1]["extension"]
    assert file[0]["valueString"] == "cr.txt"
    assert file[2]["valueString"] == "/content/0/attachment/data"


def test_a_document_behind_a_url_comes_along_and_the_url_does_not(practice: Practice) -> None:
    binary = {
        "resourceType": "Binary",
        "id": "b",
        "contentType": "text/plain",
        "data": base64.b64encode(b"x").decode(),
    }
    report = {
        "resourceType": "DiagnosticReport",
        "id": "r",
        "code": {"text": "Bilan"},
        "presentedForm": [
            {"url": "Binary/b", "hash": "aGFzaA=="},
            {"url": "https://example.org/r.pdf", "title": "PDF"},
        ],
    }
    leaving = only(practice, report, binary)
    assert leaving["presentedForm"] == [
        {"contentType": "text/plain", "data": binary["data"]},
        {"title": "PDF"},
    ]


def test_the_file_of_another_entry_does_not_come_along(practice: Practice) -> None:
    """A resource can claim any url; only its own files are put into it."""
    import_stream(practice.vault, io.BytesIO(b"Secret"), "secret.txt", who=Who(person=practice.person.id))
    secret = entries.page(practice.vault, Filter(kinds=(Kind.DOCUMENT,))).entries[0]
    url = entries.resource(practice.vault, secret.id)["content"][0]["attachment"]["url"]
    forged = {
        "resourceType": "DocumentReference",
        "id": "f",
        "status": "current",
        "content": [{"attachment": {"contentType": "text/plain", "url": url}}],
    }
    assert only(practice, forged)["content"] == [{"attachment": {"contentType": "text/plain"}}]


def test_a_medication_comes_inside_and_a_practitioner_by_name(practice: Practice) -> None:
    medication = {
        "resourceType": "Medication",
        "id": "m",
        "code": {"text": "Lévothyroxine"},
        "identifier": [{"value": "1"}],
        "manufacturer": {"reference": "Organization/x", "display": "Labo"},
    }
    doctor = {
        "resourceType": "Practitioner",
        "id": "d",
        "name": [{"text": "Dr Aubry"}],
        "telecom": [{"value": "06"}],
    }
    request = {
        "resourceType": "MedicationRequest",
        "id": "r",
        "status": "active",
        "subject": {"reference": "Patient/1"},
        "medicationReference": {"reference": "Medication/m"},
        "requester": {"reference": "Practitioner/d"},
        "encounter": {"reference": "Encounter/9", "display": "Service"},
    }
    leaving = only(practice, request, medication, doctor)
    assert leaving["contained"] == [
        {
            "resourceType": "Medication",
            "id": "1",
            "code": {"text": "Lévothyroxine"},
            "manufacturer": {"display": "Labo"},
        }
    ]
    assert leaving["medicationReference"] == {"reference": "#1"}
    assert leaving["requester"] == {"display": "Dr Aubry"}
    assert "encounter" not in leaving
    shown = view(packed(practice, practice.person.id, kinds=(Kind.TREATMENT,))["entry"][1])
    assert (shown["title"], shown["author"]) == ("Lévothyroxine", "Dr Aubry")


def test_contained_resources_that_refer_to_each_other_end(practice: Practice) -> None:
    chain = [
        {
            "resourceType": "Observation",
            "id": f"o{n}",
            "status": "final",
            "code": {"text": "x"},
            "hasMember": [{"reference": f"#o{(n + 1) % 300}"}],
        }
        for n in range(300)
    ]
    whole = {
        "resourceType": "Observation",
        "id": "r",
        "status": "final",
        "code": {"text": "x"},
        "contained": chain,
        "hasMember": [{"reference": "#o0"}],
    }
    assert len(only(practice, whole)["contained"]) == 300


def test_depth_that_no_resource_has_is_cut(practice: Practice) -> None:
    deep: Any = {"url": "urn:x", "valueString": "bottom"}
    for _ in range(150):
        deep = {"url": "urn:x", "extension": [deep]}
    resource = {"resourceType": "Condition", "id": "c", "code": {"text": "x"}, "extension": [deep]}
    assert "bottom" not in json.dumps(only(practice, resource))


@pytest.mark.parametrize(
    "odd", [None, [], {}, [[]], "x", 3, {"reference": 4}, {"reference": ""}, [{"reference": "#"}]]
)
def test_odd_json_is_left_out_or_kept_but_never_fatal(practice: Practice, odd: Any) -> None:
    resource = {
        "resourceType": "Condition",
        "id": "c",
        "code": {"text": "x"},
        "evidence": odd,
        "subject": odd,
        "contained": odd,
        "_onset": odd,
        "note": [{"authorReference": odd, "text": "kept"}],
    }
    assert only(practice, resource)["note"][0]["text"] == "kept"


def test_former_names_and_direct_identifiers_stay_unless_added(practice: Practice) -> None:
    patient = {
        "resourceType": "Patient",
        "id": "1",
        "birthDate": "1980-05-17",
        "gender": "female",
        "name": [
            {"use": "old", "text": "Jean Martin"},
            {"use": "official", "family": "Martin", "given": ["Jeanne"]},
        ],
        "identifier": [{"value": "280", "assigner": {"display": "Caisse"}}],
        "telecom": [{"value": "06"}],
        "address": [{"city": "Brest", "extension": [{"url": "geo"}]}],
        "contact": [{"name": {"text": "Paul"}}],
    }
    taken_in(practice, patient)
    base = {
        "resourceType": "Patient",
        "name": [{"text": "Jeanne Martin", "family": "Martin", "given": ["Jeanne"]}],
        "gender": "female",
        "birthDate": "1980-05-17",
    }
    assert packed(practice, practice.person.id)["entry"][0]["resource"] == base
    added = packed(practice, practice.person.id, identifiers=("identifier", "address"))["entry"][0][
        "resource"
    ]
    assert added == base | {"identifier": [{"value": "280"}], "address": [{"city": "Brest"}]}


@pytest.mark.skipif(not SAMPLES.exists(), reason="the samples are not on this machine")
def test_real_summaries_leave_without_dangling_references(practice: Practice) -> None:
    for file in sorted((SAMPLES / "ips").glob("*.json"))[:8]:
        import_stream(practice.vault, io.BytesIO(file.read_bytes()), file.name, who=Who(each=True))
    for person in people.people(practice.vault):
        document = packed(practice, person.id)
        urls = {entry["fullUrl"] for entry in document["entry"]}
        for entry in document["entry"]:
            inside = {f"#{one['id']}" for one in entry["resource"].get("contained", ())}
            text = json.dumps(entry["resource"])
            used = {part.split('"')[0] for part in text.split('"reference": "')[1:]}
            assert used <= urls | inside | {"#"}


@given(st.integers(2, 10**9))
def test_padding_adds_an_eighth_at_most(size: int) -> None:
    assert size <= padded_size(size) <= size * 1.125
    assert padded_size(padded_size(size)) == padded_size(size)


def test_padding_is_white_space(practice: Practice) -> None:
    assert unpad(pad(b'{"a":1}' * 99)) == b'{"a":1}' * 99
