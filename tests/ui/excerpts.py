"""Bundles as a package holds them, written by hand, for the view of a consultation."""

import base64
import json
from typing import Any

from tests.pdfs import pdf


def extension(url: str, text: str, kind: str = "valueString") -> dict[str, str]:
    return {"url": url, kind: text}


def entry(kind: str, title: str, *, data: bytes = b"", **view: str) -> dict[str, Any]:
    """One entry of a bundle, as the package writes it."""
    shown: list[dict[str, Any]] = [extension("kind", kind, "valueCode"), extension("title", title)]
    shown += [extension(name, text) for name, text in view.items()]
    resource: dict[str, Any] = {}
    if data:
        resource = {"content": [{"attachment": {"data": base64.b64encode(data).decode()}}]}
        pointer = extension("data", "/content/0/attachment/data")
        shown.append({"url": "file", "extension": [extension("name", "lettre.pdf"), pointer]})
    return {"extension": [{"url": "urn:phr:view", "extension": shown}], "resource": resource}


def bundle(*entries: dict[str, Any]) -> bytes:
    """A bundle of Odile Mercier for Dr Roux, padded."""
    patient = {"resource": {"resourceType": "Patient", "name": [{"text": "Odile Mercier"}]}}
    frame = [extension("urn:phr:to", "Dr Roux"), extension("urn:phr:purpose", "Suivi")]
    whole = {"resourceType": "Bundle", "meta": {"extension": frame}, "entry": [patient, *entries]}
    return json.dumps(whole).encode() + b"   "


LETTER = pdf([(72, 72, "Cher confrere")], [(72, 72, "Seconde page")])
SHOWN = bundle(
    entry(
        "result", "Potassium", date="2024-03-12", value="5.4", unit="mmol/L", low="3.5", high="5.0", flag="H"
    ),
    entry("problem", "Asthme de l'enfant", date="1975", status="resolved"),
    entry("problem", "Hypothyroïdie", date="1970", status="active"),
    entry("document", "Lettre", date="2024", data=LETTER),
)
