"""A payload as ``sharing.package`` makes it: a thousand results, and documents up to the size wanted."""

import base64
import json
import secrets
from typing import Any

from measures.words import drafts
from sharing.padding import pad

MIB = 1 << 20
_RESULTS = 1000
_DOCUMENT = 3 * MIB // 4


def payload(size: int) -> bytes:
    """A padded Bundle of about ``size`` bytes."""
    patient = {"resourceType": "Patient", "name": [{"text": "Camille Demonteil"}], "birthDate": "1968-05-07"}
    entries = [{"resource": patient}, *_results()]
    left = size - len(json.dumps(entries))
    while left > 0:
        document = _document(min(left * 3 // 4, _DOCUMENT))
        entries.append(document)
        left -= len(json.dumps(document))
    return pad(json.dumps({"resourceType": "Bundle", "type": "collection", "entry": entries}).encode())


def _results() -> list[dict[str, Any]]:
    made = []
    for draft in drafts(_RESULTS):
        view = {"title": draft.title, "date": draft.date or "", "author": draft.author, "note": draft.note}
        resource = {"resourceType": "Observation", "status": "final", "code": {"text": draft.title}}
        made.append(_entry(draft.kind.value, view, resource))
    return made


def _document(size: int) -> dict[str, Any]:
    data = base64.b64encode(secrets.token_bytes(size)).decode()
    made = _entry(
        "document", {"title": "Radiographie du thorax"}, {"content": [{"attachment": {"data": data}}]}
    )
    parts = {"name": "radio.pdf", "type": "application/pdf", "data": "/content/0/attachment/data"}
    file = [{"url": url, "valueString": text} for url, text in parts.items()]
    made["extension"][0]["extension"].append({"url": "file", "extension": file})
    return made


def _entry(kind: str, view: dict[str, str], resource: dict[str, Any]) -> dict[str, Any]:
    shown: list[dict[str, Any]] = [{"url": "kind", "valueCode": kind}]
    shown += [{"url": url, "valueString": text} for url, text in view.items() if text]
    return {"resource": resource, "extension": [{"url": "urn:phr:view", "extension": shown}]}
