from typing import Any

import pytest

from phr.formats.fhir.subjects import Identity, identity_of, subject_of


@pytest.mark.parametrize(
    ("resource", "subject"),
    [
        ({"subject": {"reference": "Patient/1"}}, "Patient/1"),
        ({"patient": {"reference": "urn:uuid:1"}}, "urn:uuid:1"),
        ({"beneficiary": {"reference": "https://s/Patient/1"}}, "https://s/Patient/1"),
        ({"subject": {"reference": "Patient?identifier=s|v"}}, "Patient?identifier=s|v"),
        ({"subject": {"reference": "#p"}}, "#p"),
        ({"subject": [{"reference": "Patient/1"}, {"reference": "Patient/2"}]}, "Patient/1"),
        ({"subject": {"identifier": {"system": "s", "value": "v"}}}, "Patient?identifier=s|v"),
        ({"subject": {"identifier": {"value": "v"}, "type": "Group"}}, ""),
        ({"subject": {"reference": "Group/1"}}, ""),
        ({"subject": {"display": "Someone"}}, ""),
        ({"subject": "Patient/1", "patient": {"reference": "Patient/2"}}, "Patient/2"),
        (
            {
                "resourceType": "Appointment",
                "participant": [
                    7,
                    {"actor": {"reference": "Practitioner/1"}},
                    {"actor": {"reference": "Patient/1"}},
                ],
            },
            "Patient/1",
        ),
        ({"resourceType": "Patient", "id": "1"}, ""),
    ],
)
def test_whose_it_is(resource: dict[str, Any], subject: str) -> None:
    assert subject_of(resource) == subject


def test_identity() -> None:
    patient = {
        "name": [
            {"use": "old", "family": "Avant"},
            {"use": "official", "family": "Martin", "given": ["Léa", 7, "Anne"]},
            {"use": "maiden", "text": "Léa Durand"},
        ],
        "birthDate": "1980-02",
        "gender": "female",
        "identifier": [{"system": "urn:oid:1.2.250.1.213.1.4.8", "value": "2800275"}, {"value": "x"}, {}, 7],
    }
    assert identity_of(patient) == Identity(
        "Léa Anne Martin",
        "Martin",
        "Léa Anne",
        "1980-02",
        "female",
        ("urn:oid:1.2.250.1.213.1.4.8|2800275", "|x"),
    )


@pytest.mark.parametrize("odd", [{}, {"name": 7, "birthDate": [], "identifier": {}}, {"name": [None]}])
def test_an_odd_patient_has_no_name(odd: dict[str, Any]) -> None:
    assert identity_of(odd) == Identity("", "", "", "", "", ())
