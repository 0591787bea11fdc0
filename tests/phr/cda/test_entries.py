"""What the entries of a document become."""

import base64
from decimal import Decimal
from io import BytesIO
from typing import Any

import pytest

from phr.entry import Kind, Value
from phr.formats.cda.read_cda import read_cda
from phr.formats.fhir.drafts import to_draft
from tests.phr.cda.documents import (
    CRP,
    GLUCOSE,
    HOUSE,
    PNG,
    POTASSIUM,
    allergy,
    analyte,
    concern,
    document,
    laboratory,
    level_1,
    named,
    of_type,
    problem,
    resources,
    section,
    sections,
    synthesis,
)

# A unit that no system has.
UNIT = "<originalText>mille/µL</originalText></translation>"


def values(data: bytes) -> dict[str, Value | None]:
    drafts = [draft for one in of_type(data, "Observation") if (draft := to_draft(one))]
    return {draft.title: draft.value for draft in drafts}


def test_results_keep_what_the_laboratory_sent() -> None:
    found = values(laboratory(POTASSIUM, CRP, GLUCOSE, HOUSE))
    assert found["Potassium"] == Value("5.60", "mmol/L", "3.50", "5.10", "", "H")
    assert found["CRP"] == Value("<1", "mg/L", "", "5.0")
    assert found["Glucose"] == Value("0.90", "g/L")
    # Without a LOINC code the name is the words of the table.
    assert found["Indice maison"] == Value("12", "U maison")


def test_one_analyte_in_two_units() -> None:
    (glucose,) = of_type(laboratory(GLUCOSE), "Observation")
    (other,) = glucose["valueQuantity"]["extension"]
    assert other["valueQuantity"]["value"] == Decimal("5.00")
    assert str(other["valueQuantity"]["value"]) == "5.00"
    assert other["valueQuantity"]["unit"] == "mmol/L"


def test_a_report_holds_its_results() -> None:
    data = laboratory(POTASSIUM, CRP)
    (report,) = of_type(data, "DiagnosticReport")
    observations = of_type(data, "Observation")
    assert [one["reference"] for one in report["result"]] == [f"urn:uuid:{one['id']}" for one in observations]
    assert report["conclusion"] == "Prélèvement hémolysé"
    assert all(one["category"][0]["coding"][0]["code"] == "laboratory" for one in observations)
    assert observations[0]["effectiveDateTime"] == "2024-03-12T08:30:00+01:00"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ('<value xsi:type="PQ" value="&lt;1" unit="g/L"/>', {"valueString": "<1 g/L"}),
        ('<value xsi:type="ED">&lt;1.0 mg/L</value>', {"valueString": "<1.0 mg/L"}),
        ('<value xsi:type="INT" value="007"/>', {"valueString": "007"}),
        ('<value xsi:type="INT" value="7"/>', {"valueInteger": 7}),
        ('<value xsi:type="BL" value="true"/>', {"valueBoolean": True}),
        ('<value xsi:type="TS" value="20240301"/>', {"valueDateTime": "2024-03-01"}),
        ('<value xsi:type="PQ" nullFlavor="UNK"/>', {}),
        (
            '<value xsi:type="PQ" value="1e9999999999999999999" unit="g"/>',
            {"valueString": "1e9999999999999999999 g"},
        ),
        (
            '<value xsi:type="IVL_PQ"><low value="1.0"/><high value="2.50"/></value>',
            {"valueRange": {"low": {"value": Decimal("1.0")}, "high": {"value": Decimal("2.50")}}},
        ),
        (
            '<value xsi:type="IVL_PQ"><low value="3"/></value>',
            {"valueQuantity": {"value": Decimal(3), "comparator": ">="}},
        ),
        (
            '<value xsi:type="RTO_PQ_PQ"><numerator value="1"/><denominator value="80"/></value>',
            {"valueRatio": {"numerator": {"value": Decimal(1)}, "denominator": {"value": Decimal(80)}}},
        ),
        (
            f'<value xsi:type="PQ" nullFlavor="OTH"><translation value="152" nullFlavor="OTH">{UNIT}</value>',
            {"valueQuantity": {"value": Decimal(152), "unit": "mille/µL"}},
        ),
    ],
)
def test_types_of_value(value: str, expected: dict[str, Any]) -> None:
    (one,) = of_type(laboratory(analyte(named("1-8", "X"), value)), "Observation")
    assert {name: held for name, held in one.items() if name.startswith("value")} == expected


@pytest.mark.parametrize("code", ["SYNTH", "60591-5"])
def test_a_summary(code: str) -> None:
    drafts = [(one, draft) for one in resources(synthesis(code)) if (draft := to_draft(one))]
    found = [(draft.kind, draft.title, draft.date, draft.status) for _, draft in drafts]
    assert found == [
        (Kind.DOCUMENT, "Synthèse médicale", "2024-03-12T10:15:00+01:00", "current"),
        (Kind.CONTACT, "Paule MARTIN", None, ""),
        (Kind.PROBLEM, "Asthme", "2010", "active"),
        (Kind.PROBLEM, "Pyélonéphrite", "2018-04-22", "resolved"),
        (Kind.ALLERGY, "PARACÉTAMOL", None, "active"),
        (Kind.TREATMENT, "CLOPIDOGREL 75 mg", "2019-08/", "unknown"),
        (Kind.VACCINE, "Vaccin tétanos", "1985", "completed"),
        (Kind.PROCEDURE, "Appendicectomie", "1999", "completed"),
        (Kind.NOTE, "Diabète de type 2", None, "completed"),
        (Kind.NOTE, "Tabac", None, "unknown"),
        (Kind.MEASUREMENT, "Poids", "2024-03-12", "unknown"),
        (Kind.NOTE, "Scanner du thorax", None, "active"),
        (Kind.TREATMENT, "Stimulateur cardiaque", None, ""),
    ]
    assert all(draft.author == "Dr Ali BENOIT" for _, draft in drafts if draft.kind is Kind.PROBLEM)


def test_codes_have_the_names_that_fhir_knows() -> None:
    data = synthesis("SYNTH")
    codes = [
        coding["system"]
        for kind, element in (
            ("Condition", "code"),
            ("MedicationStatement", "medicationCodeableConcept"),
            ("Procedure", "code"),
        )
        for coding in of_type(data, kind)[0][element]["coding"]
    ]
    assert codes == [
        "http://hl7.org/fhir/sid/icd-10",
        "urn:oid:1.2.250.1.213.2.3.1",
        "http://www.whocc.no/atc",
        "https://smt.esante.gouv.fr/terminologie-ccam",
    ]


def test_a_vaccine_and_a_treatment_in_full() -> None:
    data = synthesis("SYNTH")
    (vaccine,) = of_type(data, "Immunization")
    assert (vaccine["lotNumber"], vaccine["protocolApplied"]) == ("AB12", [{"doseNumberPositiveInt": 2}])
    (treatment,) = of_type(data, "MedicationStatement")
    (dosage,) = treatment["dosage"]
    assert dosage["timing"]["repeat"] == {"frequency": 1, "period": Decimal(12), "periodUnit": "h"}
    assert dosage["doseAndRate"][0]["doseQuantity"]["unit"] == "{cp}"


def test_no_known_allergy_is_never_an_allergy() -> None:
    value = (
        '<value xsi:type="CD" code="419199007" codeSystem="2.16.840.1.113883.6.96" displayName="Allergie"/>'
    )
    stated = concern(allergy("", attributes='negationInd="true"', value=value))
    data = document(sections(section("48765-2", "Allergies", "Aucune", stated)))
    (found,) = of_type(data, "AllergyIntolerance")
    assert found["verificationStatus"]["coding"][0]["code"] == "refuted"
    assert "clinicalStatus" not in found
    draft = to_draft(found)
    assert draft is not None
    assert (draft.title, draft.title_en) == ("Absence indiquée : Allergie", "Stated absent: Allergie")
    assert (draft.status, found["note"]) == ("refuted", [{"text": "Aucune allergie connue"}])


def test_what_was_not_done_says_so() -> None:
    data = synthesis("SYNTH").replace(b'negationInd="false"', b'negationInd="true"')
    (vaccine,) = of_type(data, "Immunization")
    assert vaccine["status"] == "not-done"
    assert vaccine["vaccineCode"]["text"] == "Absence indiquée : Vaccin tétanos"


@pytest.mark.parametrize(
    ("code", "kind"), [("11450-4", "Condition"), ("48765-2", "AllergyIntolerance"), ("18776-5", "Procedure")]
)
def test_a_template_that_nobody_knows_is_read_by_its_section(code: str, kind: str) -> None:
    entry = concern(problem("x", "J45", "Asthme")).replace(
        "1.3.6.1.4.1.19376.1.5.3.1.4.5", "2.16.840.1.113883.10.22.4.8"
    )
    found = of_type(document(sections(section(code, "Section", "", entry))), kind)
    assert len(found) == 1


def test_a_problem_that_is_refuted() -> None:
    no = problem("x", "E11", "Diabète", attributes='negationInd="1"')
    (found,) = of_type(document(sections(section("11450-4", "Problèmes", "", concern(no)))), "Condition")
    assert found["verificationStatus"]["coding"][0]["code"] == "refuted"
    assert found["code"]["text"] == "Absence indiquée : Diabète"


def test_an_entry_keeps_its_name_in_a_newer_version() -> None:
    def ids(data: bytes) -> list[str]:
        return [
            one["id"] for one in resources(data) if one["resourceType"] in ("Observation", "DiagnosticReport")
        ]

    first = ids(laboratory(CRP, POTASSIUM))
    corrected = POTASSIUM.replace('value="5.60"', 'value="4.60"')
    second = ids(laboratory(GLUCOSE, CRP, corrected, id_="aaaaaaaa-0000-4000-8000-000000000009", version=2))
    assert set(first) < set(second)


def test_one_identifier_for_two_things_does_not_confuse_them() -> None:
    two = [concern(problem("same", "J45", "Asthme")), concern(problem("same", "N10", "Pyélonéphrite"))]
    found = of_type(document(sections(section("11450-4", "Problèmes", "", *two))), "Condition")
    assert len({one["id"] for one in found}) == 2
    swapped = of_type(document(sections(section("11450-4", "Problèmes", "", *reversed(two)))), "Condition")
    assert {one["id"] for one in found} == {one["id"] for one in swapped}


def test_a_copied_identifier_does_not_overwrite_a_measurement() -> None:
    """Makers put one identifier on every weight that they send."""
    later = synthesis("60591-5").replace(
        b'<effectiveTime value="20240312"/>', b'<effectiveTime value="2025"/>'
    )
    one, other = of_type(synthesis("60591-5"), "Observation")[1], of_type(later, "Observation")[1]
    assert (one["effectiveDateTime"], other["effectiveDateTime"]) == ("2024-03-12", "2025")
    assert one["id"] != other["id"]
    assert of_type(later, "Condition") == of_type(synthesis("60591-5"), "Condition")


def test_a_picture_in_a_section_is_a_file_of_the_document() -> None:
    media = (
        '<organizer classCode="CLUSTER" moodCode="EVN"><component><observation classCode="OBS" moodCode="EVN">'
        '<code code="69764-9" codeSystem="2.16.840.1.113883.6.1"/><value xsi:type="CD" displayName="Courbe"/>'
        '</observation></component><component><observationMedia classCode="OBS" moodCode="EVN" ID="m">'
        f'<value mediaType="image/png" representation="B64">{base64.b64encode(PNG).decode()}</value>'
        "</observationMedia></component></organizer>"
    )
    data = document(sections(section("55107-7", "Pièces", "<renderMultiMedia referencedObject='m'/>", media)))
    (reference,) = of_type(data, "DocumentReference")
    picture = reference["content"][1]["attachment"]
    assert (picture["contentType"], picture["title"]) == ("image/png", "Compte rendu – Courbe.png")
    assert base64.b64decode(picture["data"]) == PNG
    assert not of_type(data, "Observation")


def test_what_is_about_somebody_else_is_kept_but_not_the_patients() -> None:
    baby = "<subject><relatedSubject><code code='CHILD'/></relatedSubject></subject>"
    part = section("8716-3", "Nouveau-né", "", "<observation/>").replace("<entry>", baby + "<entry>")
    fetal = CRP.replace("<statusCode", baby + "<statusCode")
    for data in (document(sections(part)), laboratory(fetal)):
        items = list(read_cda(BytesIO(data)))
        assert [one.problem for one in items if one.resource is None] == [
            "about another person than the patient"
        ]
        assert not [one for one in items if one.resource and one.resource["resourceType"] == "Observation"]


def test_an_embedded_file_that_is_broken_is_kept_as_it_is() -> None:
    items = list(read_cda(BytesIO(level_1().replace(b"JVBERi", b"****!!"))))
    assert [one.problem for one in items if one.resource is None] == ["an embedded file that is no base64"]
    assert [one["attachment"]["contentType"] for one in of_one(items)["content"]] == ["text/xml"]


def of_one(items: list[Any]) -> Any:
    return next(
        one.resource for one in items if one.resource and one.resource["resourceType"] == "DocumentReference"
    )
