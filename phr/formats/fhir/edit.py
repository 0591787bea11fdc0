"""Corrections by the patient, and what the patient writes.

A correction goes where :mod:`phr.formats.fhir.drafts` reads from, by the same table, so what was corrected is what
is shown; all else of the resource stays as it came.
"""

import copy

from phr.dates import check
from phr.entry import Kind, Value
from phr.errors import NotEditable
from phr.formats.fhir.correct import set_date, set_note, set_title
from phr.formats.fhir.drafts import to_draft
from phr.formats.fhir.items import Resource
from phr.formats.fhir.own_values import set_value
from phr.formats.fhir.shapes import OWN_SOURCE, SHAPES
from phr.formats.fhir.texts import at, block, line

_CATEGORY = "http://terminology.hl7.org/CodeSystem/observation-category"
_CLINICAL = "http://terminology.hl7.org/CodeSystem/allergyintolerance-clinical"

# What R4 requires of each resource, besides the patient, that a patient is not asked for.
_OWN: dict[Kind, Resource] = {
    Kind.PROBLEM: {"resourceType": "Condition"},
    Kind.ALLERGY: {
        "resourceType": "AllergyIntolerance",
        "clinicalStatus": {"coding": [{"system": _CLINICAL, "code": "active"}]},
    },
    Kind.TREATMENT: {"resourceType": "MedicationStatement", "status": "unknown"},
    Kind.VACCINE: {"resourceType": "Immunization", "status": "completed", "occurrenceString": "?"},
    Kind.RESULT: {
        "resourceType": "Observation",
        "status": "final",
        "category": [{"coding": [{"system": _CATEGORY, "code": "laboratory"}]}],
    },
    Kind.MEASUREMENT: {
        "resourceType": "Observation",
        "status": "final",
        "category": [{"coding": [{"system": _CATEGORY, "code": "vital-signs"}]}],
    },
    Kind.PROCEDURE: {"resourceType": "Procedure", "status": "completed"},
    Kind.DOCUMENT: {"resourceType": "DocumentReference", "status": "current"},
    Kind.APPOINTMENT: {"resourceType": "Appointment", "status": "proposed"},
    Kind.NOTE: {"resourceType": "Communication", "status": "completed"},
    Kind.CONTACT: {"resourceType": "RelatedPerson"},
}


def edit(resource: Resource, changes: dict[str, str]) -> Resource:
    """A copy of a resource with the patient's corrections; the resource itself is left alone.

    ``changes`` may name ``title``, ``date`` (what :func:`phr.dates.check` takes; a time needs its offset), ``note``,
    and for what the patient wrote ``value`` and ``unit``. An empty text removes, but no entry is without a title.
    Raises :class:`NotEditable` for another field, for a type that is no entry and for what its element cannot hold,
    :class:`phr.errors.NotADate` for a date that is none.
    """
    kind = resource.get("resourceType")
    shape = SHAPES.get(kind) if isinstance(kind, str) else None
    if shape is None:
        raise NotEditable("this type is no entry")
    own = OWN_SOURCE in at(resource, "meta.source")
    for name in changes:
        if name not in ("title", "date", "note") and not (own and name in ("value", "unit")):
            raise NotEditable(f"{name} cannot be corrected here")
    edited = copy.deepcopy(resource)
    if "title" in changes:
        set_title(edited, shape, line(changes["title"]))
    if "date" in changes:
        set_date(edited, shape, check(changes["date"]) if changes["date"] else "")
    if "note" in changes:
        set_note(edited, shape, block(changes["note"]))
    if "value" in changes or "unit" in changes:
        draft = to_draft(resource)
        before = (draft and draft.value) or Value("")
        set_value(edited, line(changes.get("value", before.text)), line(changes.get("unit", before.unit)))
    return edited


def own(  # noqa: PLR0917 the six fields in the order of the contract
    kind: Kind, title: str, date: str | None = None, value: str = "", unit: str = "", note: str = ""
) -> Resource:
    """The resource for what a patient writes; its patient is still to be named.

    Results, measurements, treatments (the dose), vaccines (the dose) and allergies (the reaction) have a value. A
    unit needs a number, written as JSON does (``5.40``), or a blood pressure (``120/80``). Raises as :func:`edit`.
    """
    changes = {"title": title, "date": date or "", "value": value, "unit": unit, "note": note}
    base = {**_OWN[kind], "meta": {"source": OWN_SOURCE}}
    if kind is Kind.DOCUMENT:
        base["content"] = [{"attachment": {"title": line(title)}}]
    written = edit(base, {name: text for name, text in changes.items() if text or name == "title"})
    if kind is Kind.APPOINTMENT and "start" in written:
        written["status"] = "booked"  # R4 app-3: what has no hour yet is only proposed
    return written
