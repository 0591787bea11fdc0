"""Small FHIR files, written where a test wants them."""

import json
from pathlib import Path
from typing import Any

Resource = dict[str, Any]


def patient(id_: str = "1", name: str = "Anna Bell", born: str = "1980-02-01", **more: Any) -> Resource:
    family = name.rpartition(" ")[2]
    given = name.rpartition(" ")[0].split()
    return {
        "resourceType": "Patient",
        "id": id_,
        "name": [{"family": family, "given": given}],
        "birthDate": born,
        **more,
    }


def condition(id_: str = "c", title: str = "Asthme", subject: str = "Patient/1", **more: Any) -> Resource:
    resource: Resource = {"resourceType": "Condition", "id": id_, "code": {"text": title}, **more}
    if subject:
        resource["subject"] = {"reference": subject}
    if not id_:
        del resource["id"]
    return resource


def write(path: Path, *resources: Any, urls: dict[int, str] | None = None) -> Path:
    """A collection Bundle at ``path``; ``urls`` gives fullUrls by place."""
    entries = [
        {"resource": one} | ({"fullUrl": urls[place]} if urls and place in urls else {})
        for place, one in enumerate(resources)
    ]
    path.write_text(json.dumps({"resourceType": "Bundle", "type": "collection", "entry": entries}))
    return path
