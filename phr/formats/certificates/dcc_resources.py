"""An EU certificate as FHIR: a vaccination, a test or a recovery, its patient and the certificate itself."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache
from importlib.resources import files
from typing import Any

from phr.dates import check as checked_date
from phr.errors import FormatError, NotADate
from phr.formats.certificates.dcc import Certificate
from phr.formats.certificates.signature import mark
from phr.formats.derived import concept, derived, patient, present, reference
from phr.formats.fhir.items import Item, Resource

_UVCI = "urn:uvci"
_SNOMED, _ATC, _LOINC = "http://snomed.info/sct", "http://www.whocc.no/atc", "http://loinc.org"
_PRODUCT = "https://ec.europa.eu/health/documents/community-register/html/"
_CATEGORY = "http://terminology.hl7.org/CodeSystem/observation-category"
_CLINICAL = "http://terminology.hl7.org/CodeSystem/condition-clinical"


def items_of(certificate: Certificate, where: str = "") -> Iterator[Item]:
    """The patient first, then what is attested. Raises :class:`FormatError` if the certificate attests nothing."""
    payload = certificate.payload
    names = payload.get("nam")
    if not isinstance(names, dict):
        raise FormatError("the certificate names nobody")
    person = patient(
        _text(names, "fn") or _text(names, "fnt").replace("<", " "),
        filter(None, [_text(names, "gn") or _text(names, "gnt").replace("<", " ")]),
        _date(payload, "dob"),
    )
    found = [
        derived(mark(resource, certificate.signature), _UVCI, _text(group, "ci"), where=where)
        if _text(group, "ci")
        else derived(mark(resource, certificate.signature), where=where)
        for member, make in (("v", _vaccination), ("t", _test), ("r", _recovery))
        for group in _groups(payload, member)
        for resource in [make(group, reference(person)) | _identifier(group)]
    ]
    if not found:
        raise FormatError("the certificate attests nothing")
    yield person
    yield from found


def document(certificate: Certificate, person: Resource) -> Resource:
    """The DocumentReference of a certificate; its content is for the caller to say."""
    payload = certificate.payload
    group = next((group for member in "vtr" for group in _groups(payload, member)), {})
    resource: Resource = {
        "resourceType": "DocumentReference",
        "status": "current",
        "description": "Certificat COVID numérique de l'UE (EU Digital COVID Certificate)",
        "subject": person,
    }
    issuer = _text(group, "is") or certificate.issuer
    return mark(
        resource
        | present(date=_instant(certificate.issued), author=[{"display": issuer}] if issuer else [])
        | _identifier(group),
        certificate.signature,
        annotated=False,
    )


def _vaccination(group: Resource, person: Resource) -> Resource:
    product, kind = _text(group, "mp"), _text(group, "vp")
    name = _names()["products"].get(product, product)
    disease = _disease(group)
    maker = _text(group, "ma")
    title = f"{disease} – {name}" if name else f"Vaccin {disease}"
    return {
        "resourceType": "Immunization",
        "status": "completed",
        "vaccineCode": concept(
            title, title, (_PRODUCT, product), (_ATC if kind[:1] == "J" else _SNOMED, kind)
        ),
        "patient": person,
        "protocolApplied": [
            present(
                targetDisease=[
                    {"coding": [present(system=_SNOMED, code=_text(group, "tg"))], "text": disease}
                ],
                doseNumberPositiveInt=_number(group, "dn"),
                seriesDosesPositiveInt=_number(group, "sd"),
            )
        ],
    } | present(
        occurrenceDateTime=_date(group, "dt"),
        manufacturer=present(display=_names()["makers"].get(maker, maker)),
        performer=_performer(_text(group, "is"), "actor"),
    )


def _test(group: Resource, person: Resource) -> Resource:
    kind = _text(group, "tt")
    french, english = _names()["tests"].get(kind, (f"Test {_disease(group)}", f"{_disease(group)} test"))
    result = _text(group, "tr")
    method = ", ".join(filter(None, (_text(group, "nm"), _text(group, "ma"))))
    return {
        "resourceType": "Observation",
        "status": "final",
        "category": [{"coding": [{"system": _CATEGORY, "code": "laboratory"}]}],
        "code": concept(french, english, (_LOINC, kind)),
        "subject": person,
        "valueCodeableConcept": present(
            coding=[{"system": _SNOMED, "code": result}] if result else [],
            text=_names()["results"].get(result, result),
        ),
    } | present(
        effectiveDateTime=_date(group, "sc"),
        performer=[{"display": by} for by in (_text(group, "tc") or _text(group, "is"),) if by],
        method=present(text=method),
    )


def _recovery(group: Resource, person: Resource) -> Resource:
    disease = _disease(group)
    start, end = _date(group, "df"), _date(group, "du")
    return {
        "resourceType": "Condition",
        "clinicalStatus": {"coding": [{"system": _CLINICAL, "code": "resolved"}]},
        "code": concept(f"{disease}, rétablissement", f"{disease}, recovery", (_SNOMED, _text(group, "tg"))),
        "subject": person,
    } | present(
        onsetDateTime=_date(group, "fr"),
        asserter=present(display=_text(group, "is")),
        note=[{"text": f"Certificat / certificate: {start} – {end}"}] if start or end else [],
    )


def _identifier(group: Resource) -> Resource:
    uvci = _text(group, "ci")
    return {"identifier": [{"system": _UVCI, "value": uvci}]} if uvci else {}


def _disease(group: Resource) -> str:
    code = _text(group, "tg")
    return str(_names()["diseases"].get(code, code))


def _performer(name: str, role: str) -> list[Resource]:
    return [{role: {"display": name}}] if name else []


def _groups(payload: Resource, member: str) -> list[Resource]:
    groups = payload.get(member)
    return [group for group in groups if isinstance(group, dict)] if isinstance(groups, list) else []


def _text(group: Resource, member: str) -> str:
    value = group.get(member)
    return " ".join(value.split()) if isinstance(value, str) else ""


def _number(group: Resource, member: str) -> int | None:
    """A positive number; None for anything else."""
    value = group.get(member)
    return value if isinstance(value, int) and 0 < value < 1 << 31 else None


def _date(group: Resource, member: str) -> str:
    """A date as it stands there, "" if it is none; an instant that has no offset is only a day (FHIR, dateTime)."""
    text = _text(group, member)
    day, _, time = text.partition("T")
    if time and not time.endswith("Z") and not {"+", "-"} & set(time):
        text = day
    if member == "dob":
        text = day
    try:
        return "" if "/" in text else checked_date(text)
    except NotADate:
        return ""


def _instant(seconds: int) -> str:
    try:
        return datetime.fromtimestamp(seconds, UTC).isoformat() if seconds > 0 else ""
    except (ValueError, OverflowError, OSError):
        return ""


@cache
def _names() -> Any:
    return json.loads(files("phr.formats.certificates").joinpath("names.json").read_bytes())
