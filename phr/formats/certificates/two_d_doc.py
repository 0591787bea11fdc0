"""2D-Doc: the signed codes on French documents. Those about health: test results (B2) and vaccinations (L1).

Rules: ANTS, "Spécifications techniques des codes à barres 2D-Doc" 3.1.3 (header, separators, signature, identifiers
of data). A value ends at its greatest length, at GS, or, where it was cut to fit, at RS.
"""

import base64
import binascii
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from phr.dates import check as checked_date
from phr.errors import FormatError, NotADate
from phr.formats.certificates.signature import ES256, Keys, Signature, check, mark
from phr.formats.derived import concept, derived, patient, present, reference
from phr.formats.fhir.items import Item, Resource

# DC, version, authority, certificate, day of issue, day of signature, type; then, by version, perimeter and country.
HEADER = re.compile(r"DC0[1-4][A-Z0-9]{4}[A-Z0-9]{4}[A-F0-9]{4}[A-F0-9]{4}[A-Z0-9]{2}")
_HEADER_SIZES = {"01": 22, "02": 22, "03": 24, "04": 26}
_LONGEST = 8 << 10
_GS, _RS, _US = "\x1d", "\x1e", "\x1f"
# As scanners show control characters.
_SPELLED = {"<GS>": _GS, "<RS>": _RS, "<US>": _US}
_TEST, _VACCINATION = "B2", "L1"
# Least and greatest length of each value.
# fmt: off
_SIZES = {
    "F0": (0, 38), "F1": (0, 60), "F2": (8, 8), "F3": (1, 1), "F4": (3, 7), "F5": (1, 1), "F6": (12, 12),
    "L0": (0, 80), "L1": (0, 80), "L2": (8, 8), "L3": (0, 30), "L4": (5, 15), "L5": (5, 30), "L6": (5, 30),
    "L7": (1, 1), "L8": (1, 1), "L9": (8, 8), "LA": (2, 2),
}
# fmt: on
_DAY_ZERO = date(2000, 1, 1)
_NO_DAY = "FFFF"
_SEX = {"M": "male", "F": "female", "U": "unknown"}
_RESULTS = {
    "P": "Positif (positive)",
    "N": "Négatif (negative)",
    "I": "Indéterminé (indeterminate)",
    "X": "Prélèvement non conforme (unsuitable specimen)",
}
_LOINC, _ATC = "http://loinc.org", "http://www.whocc.no/atc"
_CATEGORY = "http://terminology.hl7.org/CodeSystem/observation-category"


@dataclass(frozen=True, slots=True)
class Code:
    """What a code says. ``kind`` is the type of document, ``signed_by`` authority and certificate, ``day`` that of
    signature or ""."""

    kind: str
    signed_by: str
    day: str
    values: dict[str, str]
    signature: Signature


def is_health(text: str) -> bool:
    """Whether a text begins as a 2D-Doc of a type that is read here."""
    return HEADER.match(text) is not None and text[20:22] in (_TEST, _VACCINATION)


def decode(text: str, keys: Keys) -> Code:
    """Read a code. Raises :class:`FormatError` when its structure is broken or it is not about health."""
    for spelled, control in _SPELLED.items():
        text = text.replace(spelled, control)
    if len(text) > _LONGEST or not HEADER.match(text) or not text.isascii():
        raise FormatError("not a 2D-Doc")
    size = _HEADER_SIZES[text[2:4]]
    message, separator, rest = text.partition(_US)
    if not separator or len(message) < size:
        raise FormatError("a 2D-Doc without its signature")
    kind = text[20:22]
    if not is_health(text):
        raise FormatError(f"a 2D-Doc of type {kind}, which is not about health")
    # An annex may follow the signature.
    state = check(keys, text[4:12], ES256, _base32(rest.partition(_GS)[0]), message.encode())
    day = _day(text[16:20]) or _day(text[12:16])
    return Code(kind, text[4:12], day, _values(message[size:]), state)


def items_of(code: Code, where: str = "") -> Iterator[Item]:
    """The patient first, then the result or the vaccination. Raises :class:`FormatError` without the latter's heart."""
    values = code.values
    family, given, born = ("F1", "F0", "F2") if code.kind == _TEST else ("L0", "L1", "L2")
    if not values.get(family):
        raise FormatError("the 2D-Doc names nobody")
    person = patient(
        values[family],
        values.get(given, "").replace("/", " ").split(),
        _date(values.get(born, "")),
        sex=_SEX.get(values.get("F3", ""), ""),
    )
    make = _test if code.kind == _TEST else _vaccination
    resource = mark(make(values, reference(person)), code.signature)
    yield person
    yield derived(resource, where=where)


def document(code: Code, person: Resource) -> Resource:
    """The DocumentReference of a code; its content is for the caller to say."""
    names = {
        _TEST: "Résultat de test virologique (2D-Doc)",
        _VACCINATION: "Attestation de vaccination (2D-Doc)",
    }
    resource: Resource = {
        "resourceType": "DocumentReference",
        "status": "current",
        "description": names[code.kind],
        "subject": person,
        "author": [{"display": f"2D-Doc {code.signed_by}"}],
    }
    # DocumentReference.date is an instant; the day alone goes where a day may stand.
    resource |= present(context=present(period=present(start=code.day, end=code.day)))
    return mark(resource, code.signature, annotated=False)


def _test(values: dict[str, str], person: Resource) -> Resource:
    taken = values.get("F6", "")
    code = values.get("F4", "").replace("-", "")
    result = values.get("F5", "")
    return {
        "resourceType": "Observation",
        "status": "final",
        "category": [{"coding": [{"system": _CATEGORY, "code": "laboratory"}]}],
        # LOINC without its hyphen before the check digit.
        "code": concept(
            "Test virologique COVID-19",
            "COVID-19 test",
            (_LOINC, f"{code[:-1]}-{code[-1:]}" if code.isdecimal() else ""),
        ),
        "subject": person,
    } | present(
        valueCodeableConcept=present(text=_RESULTS.get(result, result)),
        # The code gives the time without an offset, which FHIR does not know: the day is kept, the time said in words.
        effectiveDateTime=_date(taken[:8]),
        note=[{"text": f"Prélèvement à {taken[8:10]}:{taken[10:]}"}] if taken else [],
    )


def _vaccination(values: dict[str, str], person: Resource) -> Resource:
    disease, name, agent = (values.get(field, "") for field in ("L3", "L5", "L4"))
    title = " – ".join(filter(None, (disease, name))) or "Vaccin"
    return {
        "resourceType": "Immunization",
        "status": "completed",
        "vaccineCode": concept(title, title, (_ATC, agent)),
        "patient": person,
        "protocolApplied": [
            present(
                targetDisease=[{"text": disease}] if disease else [],
                doseNumberPositiveInt=_number(values.get("L7", "")),
                seriesDosesPositiveInt=_number(values.get("L8", "")),
            )
        ],
    } | present(
        occurrenceDateTime=_date(values.get("L9", "")),
        manufacturer=present(display=values.get("L6", "")),
    )


def _values(text: str) -> dict[str, str]:
    found: dict[str, str] = {}
    at = 0
    while at < len(text):
        name = text[at : at + 2]
        least, most = _SIZES.get(name, (0, _LONGEST))
        at += 2
        end = next((i for i in range(at, min(at + most, len(text))) if text[i] in (_GS, _RS)), None)
        stop = min(at + most, len(text)) if end is None else end
        value = text[at:stop]
        if len(name) < 2 or len(value) < least:
            raise FormatError("a value is cut short in the 2D-Doc")
        found[name] = value.strip()
        at = stop + (text[stop : stop + 1] in (_GS, _RS))
    return found


def _base32(text: str) -> bytes:
    try:
        return base64.b32decode(text + "=" * (-len(text) % 8))
    except (binascii.Error, ValueError):
        return b""


def _day(text: str) -> str:
    """A number of days since 2000 in hexadecimal."""
    return "" if text == _NO_DAY else (_DAY_ZERO + timedelta(days=int(text, 16))).isoformat()


def _date(text: str) -> str:
    """Day, month and year in eight digits, as FHIR writes a day; "" if there is no such day."""
    try:
        return checked_date(f"{text[4:8]}-{text[2:4]}-{text[:2]}") if text else ""
    except NotADate:
        return ""


def _number(text: str) -> int | None:
    """A positive number; None for anything else."""
    return (int(text) or None) if text.isascii() and text.isdecimal() else None
