"""What the patient corrects or writes is what is shown, and all else stays as it came."""

import copy
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from fhir.resources.R4B import get_fhir_model_class
from hypothesis import given, settings
from hypothesis import strategies as st

from phr.dates import check
from phr.entry import Draft, Kind, Value
from phr.errors import NotADate, NotEditable
from phr.formats.fhir.drafts import to_draft
from phr.formats.fhir.edit import edit, own
from phr.formats.fhir.read_json import read_json
from phr.formats.fhir.shapes import SHAPES
from phr.formats.fhir.subjects import subject_of
from phr.formats.fhir.write import dumps

PATIENT = {"reference": "Patient/1"}
VALUED = (Kind.RESULT, Kind.MEASUREMENT, Kind.TREATMENT, Kind.VACCINE)

letters = st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"])
titles = st.text(letters, min_size=1, max_size=40).map(lambda text: " ".join(text.split())).filter(bool)
notes = st.lists(titles, min_size=1, max_size=3).map("\n".join)
moments = ["2024", "2024-03", "2024-03-12", "2024-03-12T10:20:30+01:00", "2024-03-12T10:20:30.5Z"]
periods = ["2023/2024-02", "2024-03/", "/2024", "2024-03-12T10:00:00Z/2024-03-12T11:00:00Z"]


def shown(resource: dict[str, Any]) -> Draft:
    """The draft after the resource was written and read again."""
    (item,) = read_json(io.BytesIO(dumps(resource)))
    assert item.resource is not None
    found = to_draft(item.resource)
    assert found is not None
    return found


def bare(kind: str) -> dict[str, Any]:
    return {"resourceType": kind, "patient": PATIENT} if kind == "Device" else {"resourceType": kind}


@settings(max_examples=200)
@given(st.sampled_from(sorted(set(SHAPES) - {"QuestionnaireResponse", "DeviceUseStatement"})), titles, notes)
def test_a_correction_is_what_is_shown(kind: str, title: str, note: str) -> None:
    found = shown(edit(bare(kind), {"title": title, "note": note}))
    assert (found.title, found.title_en, found.note) == (title, title, note)


@pytest.mark.parametrize("kind", sorted(SHAPES))
@pytest.mark.parametrize("date", [*moments, *periods])
def test_a_corrected_date_is_what_is_shown_or_refused(kind: str, date: str) -> None:
    try:
        edited = edit(bare(kind), {"date": date})
    except NotEditable:
        assert "/" in date or "T" in date, "a day, a month and a year fit everywhere"
    else:
        assert shown(edited).date == date


def test_samples_show_their_corrections(samples: Callable[..., list[Path]]) -> None:
    seen: set[tuple[str, ...]] = set()
    for path in samples("fhir-r4-bundles/*.json", "ips/*.json", "fhir-testcases/[a-p]*.json"):
        if "bad" in path.name:
            continue
        for item in read_json(io.BytesIO(path.read_bytes())):
            resource = item.resource or {}
            variant = tuple(sorted(resource))
            if to_draft(resource) is None or variant in seen:
                continue
            seen.add(variant)
            before = copy.deepcopy(resource)
            found = shown(edit(resource, {"title": "Corrigé", "date": "2001-02-03", "note": "À moi"}))
            assert (found.title, found.title_en, found.date, found.note) == (
                "Corrigé",
                "Corrigé",
                "2001-02-03",
                "À moi",
            )
            assert resource == before
    assert len(seen) > 50


def test_the_rest_stays_to_the_digit() -> None:
    raw = (
        b'{"resourceType":"Observation","code":{"coding":[{"system":"http://loinc.org","code":"2345-7"}]},'
        b'"effectivePeriod":{"start":"2024"},"_effectivePeriod":{},"valueQuantity":{"value":1.0e-3}}'
    )
    (item,) = read_json(io.BytesIO(raw))
    assert item.resource is not None
    edited = edit(item.resource, {"title": "Sucre", "date": "2023-05"})
    assert json.loads(dumps(edited), parse_float=str) == {
        "resourceType": "Observation",
        "code": {
            "coding": [{"system": "http://loinc.org", "code": "2345-7"}],
            "text": "Sucre",
            "_text": {"extension": [{"url": "urn:phr:own-words", "valueBoolean": True}]},
        },
        "effectiveDateTime": "2023-05",
        "valueQuantity": {"value": "1.0e-3"},
    }


def test_a_medicine_named_elsewhere_keeps_its_reference() -> None:
    edited = edit(
        {"resourceType": "MedicationRequest", "medicationReference": {"reference": "Medication/1"}},
        {"title": "A"},
    )
    assert edited["medicationReference"] == {
        "reference": "Medication/1",
        "display": "A",
        "_display": {"extension": [{"url": "urn:phr:own-words", "valueBoolean": True}]},
    }
    draft = to_draft(edited)
    assert draft is not None
    assert (draft.title, draft.title_ref) == ("A", "")


def test_a_remark_keeps_who_made_it() -> None:
    note = {"authorString": "Dr Roy", "time": "2024-01-01", "text": "a"}
    assert edit({"resourceType": "Condition", "note": [note]}, {"note": "b"})["note"] == [
        {**note, "text": "b"}
    ]


def test_an_empty_text_removes() -> None:
    full = {
        "resourceType": "Condition",
        "onsetAge": {"value": 1},
        "onsetDateTime": "2020",
        "recordedDate": "2021",
    }
    assert edit({**full, "note": [{"text": "a"}]}, {"date": "", "note": ""}) == {"resourceType": "Condition"}
    with pytest.raises(NotEditable):
        edit(full, {"title": " "})


@pytest.mark.parametrize(
    ("resource", "changes", "error"),
    [
        ({"resourceType": "Patient"}, {"title": "a"}, NotEditable),
        ({"resourceType": 7}, {"title": "a"}, NotEditable),
        ({"resourceType": "Condition"}, {"status": "a"}, NotEditable),
        ({"resourceType": "Observation"}, {"value": "5"}, NotEditable),
        ({"resourceType": "Condition"}, {"date": "2024-03-12T10:00:00"}, NotEditable),
        ({"resourceType": "Condition"}, {"date": "yesterday"}, NotADate),
        ({"resourceType": "MedicationRequest"}, {"date": "2024/2025"}, NotEditable),
    ],
)
def test_refused(resource: dict[str, Any], changes: dict[str, str], error: type[Exception]) -> None:
    with pytest.raises(error):
        edit(resource, changes)


@settings(max_examples=150)
@given(st.sampled_from(Kind), titles, st.sampled_from([*moments, ""]), notes | st.just(""))
def test_what_a_patient_writes_is_what_is_shown(kind: Kind, title: str, date: str, note: str) -> None:
    found = shown(own(kind, title, date, note=note))
    assert (found.kind, found.title, found.title_en) == (kind, title, title)
    assert (found.date or "", found.note, found.value) == (date, note, None)


@pytest.mark.parametrize("kind", VALUED)
@pytest.mark.parametrize("value", ["5.40", "0", "-1.0e-3", "<5", "0.00000010", "12345678901234567890.123"])
@pytest.mark.parametrize("unit", ["mmol/L", ""])
def test_values_of_ones_own_keep_their_digits(kind: Kind, value: str, unit: str) -> None:
    assert shown(own(kind, "T", value=value, unit=unit)).value == Value(value, unit)


def test_values_that_are_no_number() -> None:
    assert shown(own(Kind.MEASUREMENT, "Tension", value="120/80", unit="mm[Hg]")).value == Value(
        "120/80", "mm[Hg]"
    )
    assert shown(own(Kind.RESULT, "T", value="négatif")).value == Value("négatif")
    assert shown(own(Kind.TREATMENT, "T", value="1 le soir")).value == Value("1 le soir")
    assert shown(own(Kind.ALLERGY, "T", value="Urticaire")).value == Value("Urticaire")


@pytest.mark.parametrize(
    ("kind", "value", "unit"),
    [
        (Kind.RESULT, "négatif", "g"),
        (Kind.RESULT, "", "g"),
        (Kind.VACCINE, "une", ""),
        (Kind.ALLERGY, "5", "g"),
        (Kind.DOCUMENT, "5", ""),
        (Kind.TREATMENT, "deux", "mg"),
    ],
)
def test_values_that_have_no_place(kind: Kind, value: str, unit: str) -> None:
    with pytest.raises(NotEditable):
        own(kind, "T", value=value, unit=unit)


def test_a_value_of_ones_own_can_be_corrected() -> None:
    first = own(Kind.RESULT, "Glucose", value="5.4", unit="mmol/L")
    assert shown(edit(first, {"value": "5.50"})).value == Value("5.50", "mmol/L")
    assert shown(edit(first, {"unit": "g/L"})).value == Value("5.4", "g/L")
    assert shown(edit(first, {"value": "", "unit": ""})).value is None
    assert shown(edit(first, {"value": "120/80"})).value == Value("120/80", "mmol/L")


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("date", ["2024-03-12", "2024-03-12T10:20:30+01:00", ""])
def test_what_a_patient_writes_is_sound_r4(kind: Kind, date: str) -> None:
    resource = own(kind, "T", date, note="n")
    if kind is Kind.APPOINTMENT:
        resource["participant"] = [{"actor": PATIENT, "status": "accepted"}]
    else:
        resource["patient" if kind in (Kind.ALLERGY, Kind.VACCINE, Kind.CONTACT) else "subject"] = PATIENT
    assert subject_of(resource) == "Patient/1"
    get_fhir_model_class(resource["resourceType"]).model_validate_json(dumps(resource))


def test_dates_are_put_in_normal_form() -> None:
    assert own(Kind.PROBLEM, "T", " 2024-03-12t10:20z ")["onsetDateTime"] == check("2024-03-12T10:20Z")
