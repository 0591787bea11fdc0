"""A made-up transaction Bundle of Synthea's shape, for machines without Synthea's own samples."""

import json
import random
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from measures.words import tests

_SEED = 20261121
_RESULTS = 8
_HL7 = "http://terminology.hl7.org/CodeSystem"
_CONCEPT = {
    "coding": [
        {
            "system": "http://snomed.info/sct",
            "code": "162673000",
            "display": "General examination of patient (procedure)",
        }
    ],
    "text": "General examination of patient (procedure)",
}
_PROVIDER = {"reference": "urn:uuid:6f9c3a52-0c1b-4a54-9b8e-5b1f6a0f2d11", "display": "Cabinet des Tilleuls"}


def write_bundle(path: Path, visits: int = 500) -> None:
    """Write a Bundle of one patient: each visit is an encounter, results, their report and a claim."""
    draw = random.Random(_SEED)  # noqa: S311 - the same file each time, no secret
    patient = _urn(draw)
    named = {"resourceType": "Patient", "name": [{"family": "Demonteil", "given": ["Camille"]}]}
    entries = [_entry(patient, {**named, "gender": "female", "birthDate": "1968-05-07"})]
    for number in range(visits):
        day = f"{1990 + number * 36 // visits}-{draw.randint(1, 12):02}-{draw.randint(1, 28):02}"
        entries += _visit(draw, {"reference": patient, "display": "Camille Demonteil"}, day)
    path.write_text(json.dumps({"resourceType": "Bundle", "type": "transaction", "entry": entries}, indent=2))


def _urn(draw: random.Random) -> str:
    return uuid.UUID(int=draw.getrandbits(128), version=4).urn


def _entry(url: str, resource: dict[str, Any]) -> dict[str, Any]:
    kind = resource["resourceType"]
    request = {"method": "POST", "url": kind}
    return {"fullUrl": url, "resource": {"resourceType": kind, "id": url[9:], **resource}, "request": request}


def _visit(draw: random.Random, patient: dict[str, str], day: str) -> Iterator[dict[str, Any]]:
    encounter = _urn(draw)
    period = {"start": f"{day}T09:12:04+01:00", "end": f"{day}T09:27:04+01:00"}
    about = {"subject": patient, "encounter": {"reference": encounter}, "effectiveDateTime": period["start"]}
    yield _entry(
        encounter,
        {
            "resourceType": "Encounter",
            "status": "finished",
            "class": {"system": f"{_HL7}/v3-ActCode", "code": "AMB"},
            "type": [_CONCEPT],
            "subject": patient,
            "period": period,
            "serviceProvider": _PROVIDER,
        },
    )
    results = [_entry(_urn(draw), {**_result(draw), **about}) for _ in range(_RESULTS)]
    yield from results
    yield _entry(
        _urn(draw),
        {
            "resourceType": "DiagnosticReport",
            "status": "final",
            "category": [{"coding": [{"system": f"{_HL7}/v2-0074", "code": "LAB", "display": "Laboratory"}]}],
            "code": {"text": "Laboratory panel"},
            **about,
            "result": [
                {"reference": result["fullUrl"], "display": result["resource"]["code"]["text"]}
                for result in results
            ],
        },
    )
    yield _entry(_urn(draw), _claim(draw, patient, encounter, period))


def _result(draw: random.Random) -> dict[str, Any]:
    code, (_, english) = draw.choice(tests())
    category = {"system": f"{_HL7}/observation-category", "code": "laboratory", "display": "laboratory"}
    unit = {"unit": "mg/dL", "system": "http://unitsofmeasure.org", "code": "mg/dL"}
    return {
        "resourceType": "Observation",
        "status": "final",
        "category": [{"coding": [category]}],
        "code": {
            "coding": [{"system": "http://loinc.org", "code": code, "display": english}],
            "text": english,
        },
        "valueQuantity": {"value": round(draw.uniform(0.1, 200), 14), **unit},
    }


def _claim(
    draw: random.Random, patient: dict[str, str], encounter: str, period: dict[str, str]
) -> dict[str, Any]:
    return {
        "resourceType": "Claim",
        "status": "active",
        "type": {"coding": [{"system": f"{_HL7}/claim-type", "code": "institutional"}]},
        "use": "claim",
        "patient": patient,
        "billablePeriod": period,
        "created": period["end"],
        "provider": _PROVIDER,
        "priority": {"coding": [{"system": f"{_HL7}/processpriority", "code": "normal"}]},
        "insurance": [{"sequence": 1, "focal": True, "coverage": {"display": "Assurance maladie"}}],
        "item": [{"sequence": 1, "productOrService": _CONCEPT, "encounter": [{"reference": encounter}]}],
        "total": {"value": draw.randint(2500, 9900) / 100, "currency": "EUR"},
    }
