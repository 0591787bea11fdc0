"""What becomes of resources: exactly what the sender said, in two languages, and never an exception."""

import io
import json
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from phr.dates import check
from phr.entry import Coding, Draft, Kind, Value
from phr.formats.fhir.drafts import to_draft
from phr.formats.fhir.read_json import read_json, read_ndjson
from phr.formats.fhir.shapes import SHAPES
from phr.formats.fhir.subjects import identity_of, subject_of
from phr.formats.fhir.write import dumps


def draft(kind: str, **members: Any) -> Draft:
    """The draft of a resource whose numbers are read as a file's are."""
    raw = json.dumps({"resourceType": kind, **members}).encode()
    (item,) = read_json(io.BytesIO(raw))
    assert item.resource is not None
    found = to_draft(item.resource)
    assert found is not None
    return found


def loinc(code: str, display: str = "") -> dict[str, Any]:
    return {
        "coding": [{"system": "http://loinc.org", "code": code} | ({"display": display} if display else {})]
    }


@pytest.mark.parametrize(
    ("concept", "language", "french", "english"),
    [
        ({"text": "Asthma"}, "", "Asthma", "Asthma"),
        (loinc("8302-2"), "", "Taille", "Body height"),
        (loinc("8302-2", "Height"), "", "Taille", "Height"),
        (
            loinc("8302-2") | {"text": "Taille debout, à la toise"},
            "",
            "Taille debout, à la toise",
            "Body height",
        ),
        (loinc("8302-2") | {"text": "Stature"}, "fr-FR", "Stature", "Body height"),
        (loinc("8302-2") | {"text": "Lichaamslengte"}, "nl", "Taille", "Body height"),
        (loinc("0-0"), "", "0-0", "0-0"),
        (loinc("0-0", "  Two\nlines "), "", "Two lines", "Two lines"),
        ({}, "", "Résultat", "Result"),
        (
            {
                "text": "Asma",
                "_text": {
                    "extension": [
                        {
                            "url": "http://hl7.org/fhir/StructureDefinition/translation",
                            "extension": [
                                {"url": "lang", "valueCode": "fr"},
                                {"url": "content", "valueString": "Asthme"},
                            ],
                        }
                    ]
                },
            },
            "es",
            "Asthme",
            "Asma",
        ),
    ],
)
def test_titles(concept: dict[str, Any], language: str, french: str, english: str) -> None:
    found = draft("Observation", code=concept, **({"language": language} if language else {}))
    assert (found.title, found.title_en) == (french, english)


def test_an_observation_is_what_the_laboratory_sent() -> None:
    found = draft(
        "Observation",
        status="final",
        category=[{"coding": [{"code": "laboratory"}]}],
        code=loinc("2345-7"),
        effectiveDateTime="2024-03",
        performer=[{"reference": "Organization/1", "display": "Labo du Port"}],
        valueQuantity={"value": 5.4, "unit": "mmol/L", "comparator": "<"},
        referenceRange=[{"low": {"value": 3.9, "unit": "mmol/L"}, "high": {"value": 6.1}, "text": "à jeun"}],
        interpretation=[{"coding": [{"code": "H", "display": "High"}]}],
        note=[{"text": "à refaire"}, {"text": ""}, {"text": "vu"}],
    )
    assert found == Draft(
        kind=Kind.RESULT,
        title="Glucose (sérum ou plasma)",
        title_en="Glucose, serum or plasma",
        date="2024-03",
        codes=(Coding("http://loinc.org", "2345-7"),),
        value=Value("<5.4", "mmol/L", "3.9", "6.1", "à jeun", "H"),
        status="final",
        author="Labo du Port",
        note="à refaire\nvu",
        words="2345-7",
    )


def test_digits_stay_as_they_were_sent() -> None:
    for digits in ("5.40", "1.0e-3", "0.00000010", "120", "-0.0"):
        raw = f'{{"resourceType":"Observation","valueQuantity":{{"value":{digits}}}}}'
        (item,) = read_json(io.BytesIO(raw.encode()))
        found = to_draft(item.resource or {})
        assert found is not None
        assert found.value == Value(digits)


@pytest.mark.parametrize(
    ("value", "text", "unit"),
    [
        ({"valueCodeableConcept": {"text": "Negative"}}, "Negative", ""),
        ({"valueString": "a\nb"}, "a\nb", ""),
        ({"valueBoolean": False}, "false", ""),
        ({"valueInteger": 0}, "0", ""),
        ({"valueRange": {"low": {"value": 1, "unit": "g"}, "high": {"value": 2}}}, "1 – 2", "g"),
        ({"valueRatio": {"numerator": {"value": 1}, "denominator": {"value": 128}}}, "1:128", ""),
        (
            {
                "valueRatio": {
                    "numerator": {"value": 1, "unit": "mg"},
                    "denominator": {"value": 2, "unit": "mL"},
                }
            },
            "1 mg / 2 mL",
            "",
        ),
        ({"valueTime": "10:20:00"}, "10:20:00", ""),
        ({"valueDateTime": "2024-03"}, "2024-03", ""),
        ({"valuePeriod": {"start": "2024", "end": "2025"}}, "2024/2025", ""),
        ({"valueQuantity": {"value": 1, "code": "kg"}}, "1", "kg"),
    ],
)
def test_every_type_of_value(value: dict[str, Any], text: str, unit: str) -> None:
    assert draft("Observation", **value).value == Value(text, unit)


@pytest.mark.parametrize(
    "value",
    [{}, {"valueQuantity": {"unit": "g"}}, {"valueQuantity": {"value": True}}, {"valueSampledData": {}}],
)
def test_no_value(value: dict[str, Any]) -> None:
    assert draft("Observation", **value).value is None


def side(code: str, value: float, unit: str = "mm[Hg]") -> dict[str, Any]:
    return {"code": loinc(code), "valueQuantity": {"value": value, "unit": unit}}


def test_components() -> None:
    pressure = draft(
        "Observation", code=loinc("85354-9"), component=[side("8462-4", 80), side("8480-6", 120)]
    )
    assert (pressure.kind, pressure.value) == (Kind.MEASUREMENT, Value("120/80", "mm[Hg]"))
    other = draft(
        "Observation",
        component=[
            side("8480-6", 120),
            side("1-1", 2, "g") | {"interpretation": [{"text": "high"}]},
            {"code": {}},
        ],
    )
    assert other.value == Value("8480-6: 120 mm[Hg]; 1-1: 2 g (high)")


def test_several_ranges_stay_text_because_choosing_would_judge() -> None:
    ranges = [
        {"low": {"value": 12}, "high": {"value": 16, "unit": "g/dL"}, "appliesTo": [{"text": "Femme"}]},
        {"high": {"value": 17, "unit": "g/dL"}},
        {"text": "voir au dos"},
    ]
    found = draft("Observation", valueQuantity={"value": 13, "unit": "g/dL"}, referenceRange=ranges).value
    assert found == Value("13", "g/dL", range_text="Femme: 12 – 16 g/dL; ≤ 17 g/dL; voir au dos")
    other = {"low": {"value": 120, "unit": "g/L"}}
    found = draft("Observation", valueQuantity={"value": 13, "unit": "g/dL"}, referenceRange=[other]).value
    assert found == Value("13", "g/dL", range_text="≥ 120 g/L")


@pytest.mark.parametrize(
    ("members", "kind"),
    [
        ({"category": [{"coding": [{"code": "vital-signs"}]}]}, Kind.MEASUREMENT),
        ({"category": [{"coding": [{"code": "laboratory"}]}], "code": loinc("29463-7")}, Kind.RESULT),
        ({"category": [{"coding": [{"code": "social-history"}]}]}, Kind.NOTE),
        ({"code": loinc("29463-7")}, Kind.MEASUREMENT),
        ({}, Kind.RESULT),
    ],
)
def test_kinds_of_observation(members: dict[str, Any], kind: Kind) -> None:
    assert draft("Observation", **members).kind is kind


def test_where_the_medicine_is_named() -> None:
    contained = {"resourceType": "Medication", "id": "m", "code": {"text": "Lithium 250 mg"}}
    inside = draft("MedicationRequest", contained=[contained], medicationReference={"reference": "#m"})
    assert (inside.title, inside.title_ref) == ("Lithium 250 mg", "")
    elsewhere = draft("MedicationRequest", medicationReference={"reference": "Medication/1"})
    assert (elsewhere.title, elsewhere.title_ref) == ("Ordonnance", "Medication/1")
    shown = draft(
        "MedicationRequest", medicationReference={"reference": "Medication/1", "display": "Lithium"}
    )
    assert (shown.title, shown.title_en) == ("Lithium", "Lithium")


def test_dosage_and_reactions_are_shown_as_written() -> None:
    dosage = [{"text": "1 comprimé le soir"}, {"text": "au repas"}]
    assert draft("MedicationStatement", dosage=dosage).value == Value("1 comprimé le soir; au repas")
    dose = [{"doseAndRate": [{"doseQuantity": {"value": 2, "unit": "mg"}}]}]
    assert draft("MedicationRequest", dosageInstruction=dose).value == Value("2", "mg")
    reaction = [
        {"manifestation": [{"text": "Urticaire"}, {"text": "Œdème"}]},
        {"manifestation": [{"text": "Urticaire"}]},
    ]
    assert draft("AllergyIntolerance", reaction=reaction).value == Value("Urticaire; Œdème")


@pytest.mark.parametrize("kind", ["Condition", "AllergyIntolerance"])
def test_what_is_an_error_or_ruled_out_is_said(kind: str) -> None:
    active = {"coding": [{"code": "active"}]}
    for code, status in [
        ("confirmed", "active"),
        ("refuted", "refuted"),
        ("entered-in-error", "entered-in-error"),
    ]:
        assert (
            draft(kind, clinicalStatus=active, verificationStatus={"coding": [{"code": code}]}).status
            == status
        )


def test_authors() -> None:
    doctor = {"resourceType": "Practitioner", "id": "d", "name": [{"given": ["Ève"], "family": "Roy"}]}
    by_reference = draft("Condition", asserter={"reference": "Practitioner/1"})
    assert (by_reference.author, by_reference.author_ref) == ("", "Practitioner/1")
    inside = draft("Condition", asserter={"reference": "#d"}, contained=[doctor])
    assert (inside.author, inside.author_ref) == ("Ève Roy", "")
    assert draft("Condition", asserter={"reference": "Patient/1", "display": "Me"}).author == ""


def test_narrative_is_searched_when_there_is_nothing_else() -> None:
    text = {"status": "generated", "div": '<div xmlns="x">Caf&eacute; <b>au</b> lait<!-- no --></div>'}
    assert draft("Condition", text=text).words == "Café au lait"
    assert "Café" not in draft("Condition", text=text, code={"text": "Asthme"}).words


@pytest.mark.parametrize(
    ("members", "date"),
    [
        ({"onsetDateTime": "2010", "recordedDate": "2020"}, "2010"),
        ({"onsetPeriod": {"start": "2010"}}, "2010/"),
        ({"onsetPeriod": {"start": "2012", "end": "2010"}}, "2012"),
        ({"onsetDateTime": "sometime", "recordedDate": "2020-01-02"}, "2020-01-02"),
        ({"onsetDateTime": 2010}, None),
        ({"onsetString": "in childhood"}, None),
        ({}, None),
    ],
)
def test_dates(members: dict[str, Any], date: str | None) -> None:
    assert draft("Condition", **members).date == date


def test_a_device_without_a_patient_is_no_entry() -> None:
    assert to_draft({"resourceType": "Device", "type": {"text": "Analyser"}}) is None
    device = draft("Device", patient={"reference": "Patient/1"}, deviceName=[{"name": "Stimulateur"}])
    assert (device.kind, device.title) == (Kind.TREATMENT, "Stimulateur")


@pytest.mark.parametrize(
    "kind", ["Patient", "Practitioner", "Claim", "Bundle", "Medication", "Nonsense", 7, None]
)
def test_other_types_are_kept_without_an_entry(kind: object) -> None:
    assert to_draft({"resourceType": kind}) is None


@pytest.mark.parametrize("kind", SHAPES)
def test_an_empty_resource_has_a_title_in_both_languages(kind: str) -> None:
    found = to_draft({"resourceType": kind, "patient": {}})
    assert found is not None
    assert found.title
    assert found.title_en


PATHS = [path for shape in SHAPES.values() for path in (*shape.titles, *shape.dates, *shape.words)]
OTHERS = """
    coding code system display text value unit low high start end reference extension url valueString valueQuantity
    component interpretation referenceRange category dosage dosageInstruction doseAndRate doseQuantity note contained
    id identifier subject patient participant actor language _text status div onsetDateTime onsetPeriod name
"""
names = st.sampled_from(sorted({*".".join(PATHS).split("."), *OTHERS.split()}))
trees = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.decimals()
    | st.text(max_size=8)
    | st.sampled_from(["2024", "#a"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(names, inner, max_size=4),
    max_leaves=20,
)


def sound(resource: dict[str, Any]) -> None:
    """Whatever came, what is shown is text that a database and a screen can hold."""
    found = to_draft(resource)
    subject_of(resource)
    identity_of(resource)
    if found is None:
        return
    texts = [
        found.title,
        found.title_en,
        found.status,
        found.author,
        found.note,
        found.words,
        found.title_ref,
    ]
    for coding in found.codes:
        texts += [coding.system, coding.code, coding.display]
    if found.value:
        texts += [found.value.text, found.value.unit, found.value.low, found.value.high, found.value.flag]
        assert found.value.text
    for text in texts:
        text.encode()
        assert "\0" not in text
    assert found.title
    assert found.title_en
    assert "\n" not in found.title
    assert found.date is None or check(found.date) == found.date


@settings(max_examples=150)
@given(st.sampled_from(sorted(SHAPES)), st.dictionaries(names, trees, max_size=8))
def test_nothing_odd_raises(kind: str, members: dict[str, Any]) -> None:
    sound({**members, "resourceType": kind})


ODD: list[Any] = [None, 7, "x\ud800\0", [], {}, [[]], [None, {"coding": {"code": 1}}]]


def test_samples_with_any_part_replaced(samples: Callable[..., list[Path]]) -> None:
    seen: Counter[str] = Counter()
    for path in samples("ips/*.json", "fhir-r4-bundles/8a4*.json", "fhir-testcases/[a-p]*.json"):
        if "bad" in path.name:
            continue
        with path.open("rb") as file:
            for item in read_json(file):
                resource = item.resource or {}
                seen[resource["resourceType"]] += 1
                if seen[resource["resourceType"]] <= 3:
                    for odd in ODD:
                        _replace_each(resource, resource, odd)


def _replace_each(root: dict[str, Any], node: Any, odd: object) -> None:
    """Puts something odd in the place of each part, one at a time."""
    for key in list(node) if isinstance(node, dict) else range(len(node)):
        if node is root and key == "resourceType":
            continue
        value = node[key]
        node[key] = odd
        sound(root)
        node[key] = value
        if isinstance(value, dict | list) and len(json.dumps(value, default=str)) < 3000:
            _replace_each(root, value, odd)


def test_samples_become_entries(samples: Callable[..., list[Path]]) -> None:
    found: Counter[tuple[str, str]] = Counter()
    for path in samples("fhir-r4-bundles/*.json", "ips/*.json", "fhir-ndjson/*.ndjson"):
        with path.open("rb") as file:
            for item in read_json(file) if path.suffix == ".json" else read_ndjson(file):
                entry = to_draft(item.resource) if item.resource else None
                if entry and item.resource:
                    found[item.resource["resourceType"], entry.kind] += 1
                    if entry.value and "valueQuantity" in item.resource:
                        assert entry.value.text.encode() in dumps(item.resource)
    assert found["Condition", "problem"] > 150
    assert found["Immunization", "vaccine"] > 150
    assert found["Observation", "measurement"] > 500
    assert found["Observation", "result"] > 500
