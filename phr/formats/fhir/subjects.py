"""Whose record a resource belongs to."""

from dataclasses import dataclass
from typing import Any

from phr.formats.fhir.items import Resource
from phr.formats.fhir.references import Form, split

# Where R4 puts the patient, in the order to look.
_ELEMENTS = ("subject", "patient", "beneficiary", "for", "individual")
_NAME_USES = ("official", "usual", "", "anonymous", "nickname", "temp", "maiden", "old")


@dataclass(frozen=True, slots=True)
class Identity:
    """Who a Patient resource is about. ``identifiers`` are ``system|value``; ``sex`` is FHIR's ``gender``."""

    name: str
    family: str
    given: str
    birth_date: str
    sex: str
    identifiers: tuple[str, ...]


def subject_of(resource: Resource) -> str:
    """The reference to the patient that a resource is about, as it stands there; "" if it names none.

    A patient named only by a business identifier is ``Patient?identifier=system|value``.
    """
    for element in _ELEMENTS:
        found = _patient(resource.get(element))
        if found:
            return found
    participants = resource.get("participant")
    if resource.get("resourceType") == "Appointment" and isinstance(participants, list):
        for participant in participants:
            actor = participant.get("actor") if isinstance(participant, dict) else None
            if isinstance(actor, dict) and _names_patient(actor):
                return _patient(actor)
    return ""


def _patient(value: Any) -> str:
    if isinstance(value, list):
        value = value[0] if value else None
    if not isinstance(value, dict):
        return ""
    reference = value.get("reference")
    if isinstance(reference, str) and reference:
        if reference.startswith(("urn:", "Patient/", "#")):
            return reference
        parts = split(reference)
        return reference if parts.type in ("Patient", "") and parts.form is not Form.OTHER else ""
    token = _token(value.get("identifier"))
    return f"Patient?identifier={token}" if token and value.get("type", "Patient") == "Patient" else ""


def _names_patient(actor: Resource) -> bool:
    """An Appointment's actor may be anybody, so it must say that it is a patient."""
    reference = actor.get("reference")
    if isinstance(reference, str) and reference:
        return split(reference).type == "Patient" or actor.get("type") == "Patient"
    return actor.get("type") == "Patient"


def identity_of(patient: Resource) -> Identity:
    """Name, birth date, sex and identifiers of a Patient resource; what is missing or malformed is ""."""
    given, family, text = _name(patient.get("name"))
    identifiers = patient.get("identifier")
    tokens = [_token(one) for one in identifiers] if isinstance(identifiers, list) else []
    return Identity(
        name=text or f"{given} {family}".strip(),
        family=family,
        given=given,
        birth_date=_text(patient.get("birthDate")),
        sex=_text(patient.get("gender")),
        identifiers=tuple(dict.fromkeys(token for token in tokens if token)),
    )


def _name(names: Any) -> tuple[str, str, str]:
    """Given names, family name and whole name of the name that is used first."""
    usable = [name for name in names if isinstance(name, dict)] if isinstance(names, list) else []
    if not usable:
        return "", "", ""
    name = min(usable, key=_preference)
    given = name.get("given")
    return (
        " ".join(filter(None, map(_text, given))) if isinstance(given, list) else "",
        _text(name.get("family")),
        _text(name.get("text")),
    )


def _preference(name: Resource) -> int:
    use = name.get("use", "")
    return _NAME_USES.index(use) if use in _NAME_USES else len(_NAME_USES)


def _token(identifier: Any) -> str:
    if not isinstance(identifier, dict):
        return ""
    value = _text(identifier.get("value"))
    return f"{_text(identifier.get('system'))}|{value}" if value else ""


def _text(value: Any) -> str:
    return " ".join(value.split()) if isinstance(value, str) else ""
