"""A result that two sources gave leaves as the one that the record shows; nothing of the other goes along."""

import io
import json
from typing import Any

from storage.identity import Who
from storage.intake import FileReport, import_stream
from tests.sharing.conftest import Practice
from tests.sharing.test_package import packed


def test_nothing_of_the_other_source_leaves(practice: Practice) -> None:
    assert _take(practice, "one", _result("first")).added == 1
    report = {
        "resourceType": "DiagnosticReport",
        "id": "report",
        "code": {"text": "Bilan"},
        "effectiveDateTime": "2024-05-01",
        "result": [{"reference": "Observation/zanzibarite"}],
    }
    done = _take(practice, "zanzibarite", _result("zanzibarite"), report)
    assert (done.added, done.duplicate) == (1, 1)

    document = packed(practice, practice.person.id)
    assert "zanzibarite" not in json.dumps(document)
    sent = {one["resource"]["resourceType"]: one for one in document["entry"]}
    # The report of the other laboratory leads to the one entry.
    assert sent["DiagnosticReport"]["resource"]["result"] == [{"reference": sent["Observation"]["fullUrl"]}]


def _result(name: str) -> dict[str, Any]:
    return {
        "resourceType": "Observation",
        "id": name,
        "status": "final",
        "code": {"coding": [{"system": "urn:lab", "code": "GLU"}], "text": "Glycémie"},
        "effectiveDateTime": "2024-05-01",
        "performer": [{"display": name}],
        "note": [{"text": name}],
        "valueQuantity": {"value": 1, "unit": "g/L"},
    }


def _take(practice: Practice, place: str, *resources: dict[str, Any]) -> FileReport:
    bundle = {
        "resourceType": "Bundle",
        "type": "collection",
        "entry": [{"resource": one} for one in resources],
    }
    stream = io.BytesIO(json.dumps(bundle).encode())
    return import_stream(practice.vault, stream, place, place=place, who=Who(person=practice.person.id))
