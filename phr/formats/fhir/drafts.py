"""From a resource to what a person would point at. Nothing is interpreted; what is odd counts as absent."""

from collections.abc import Callable

from phr.entry import Draft
from phr.formats.fhir.items import Resource
from phr.formats.fhir.moments import read
from phr.formats.fhir.references import contained
from phr.formats.fhir.shapes import NOTE_URL, SHAPES, Shape
from phr.formats.fhir.texts import at, block, codings, concept_text, line, narrative
from phr.formats.fhir.titles import Title, title_of
from phr.formats.fhir.values import (
    dosage_value,
    observation_kind,
    observation_value,
    quantity_value,
    reaction_value,
)


def to_draft(resource: Resource) -> Draft | None:
    """What a resource becomes in the record; None for a type that becomes no entry. Never raises."""
    kind = resource.get("resourceType")
    shape = SHAPES.get(kind) if type(kind) is str else None
    if shape is None:
        return None
    title, own = title_of(resource, shape)
    author, author_ref = _author(resource, shape)
    note = note_of(resource, shape)
    draft = Draft(
        kind=shape.kind,
        title=title.french,
        title_en=title.english,
        date=read(resource, shape.dates)[0],
        codes=title.codes,
        status=line(resource.get(shape.status)),
        author=author,
        note=note,
        words=_words(resource, shape, title, bare=not own and not note),
        title_ref=title.reference,
        author_ref=author_ref,
    )
    refine = _REFINE.get(resource["resourceType"])
    return refine(resource, draft) if refine else draft


def note_of(resource: Resource, shape: Shape) -> str:
    """Remarks in the resource's own element, or in the extension that stands in for one."""
    notes = [
        block(value.get("text")) if type(value) is dict else block(value)
        for value in (at(resource, shape.note) if shape.note else ())
    ]
    if not notes:
        notes = [
            block(extension.get("valueString"))
            for extension in at(resource, "extension")
            if type(extension) is dict and extension.get("url") == NOTE_URL
        ]
    return "\n".join(filter(None, notes))


def _author(resource: Resource, shape: Shape) -> tuple[str, str]:
    """The first author with a name, else the first reference to one."""
    reference = ""
    for path in shape.authors:
        for value in at(resource, path):
            if type(value) is not dict:
                continue
            target = line(value.get("reference"))
            if target.startswith("Patient/") or value.get("type") in ("Patient", "Location"):
                continue
            display = line(value.get("display"))
            if not display and target.startswith("#"):
                inside = contained(resource, target) if len(target) > 1 else None
                display = next(filter(None, map(concept_text, at(inside, "name"))), "")
            if display:
                return display, ""
            reference = reference or target
    return "", reference


def _words(resource: Resource, shape: Shape, title: Title, *, bare: bool) -> str:
    """What else is worth finding: other texts, codes and their names; the narrative if there is nothing
    else."""
    shown = {title.french, title.english}
    found: dict[str, None] = {}
    for coding in title.codes:
        found[coding.code] = None
        found[coding.display] = None
    for path in shape.words:
        for value in at(resource, path):
            found[concept_text(value)] = None
            for coding in codings(value) if type(value) is dict else ():
                found[coding.display] = None
    words = " ".join(word for word in found if word and word not in shown)
    return words or (narrative(resource) if bare else "")


def _observation(resource: Resource, draft: Draft) -> Draft:
    draft.kind = observation_kind(resource)
    draft.value = observation_value(resource)
    return draft


def _verified(resource: Resource, draft: Draft) -> Draft:
    """Conditions and allergies say in two elements how they stand; that one is an error or ruled out comes
    first."""
    verification = next((line(code) for code in at(resource, "verificationStatus.coding.code")), "")
    clinical = next((line(code) for code in at(resource, "clinicalStatus.coding.code")), "")
    wrong = verification in ("entered-in-error", "refuted")
    draft.status = verification if wrong or not clinical else clinical
    return draft


def _allergy(resource: Resource, draft: Draft) -> Draft:
    draft.value = reaction_value(resource)
    return _verified(resource, draft)


def _dosage(path: str) -> Callable[[Resource, Draft], Draft]:
    def refine(resource: Resource, draft: Draft) -> Draft:
        draft.value = dosage_value(resource, path)
        return draft

    return refine


def _vaccine(resource: Resource, draft: Draft) -> Draft:
    draft.value = quantity_value(resource.get("doseQuantity"))
    return draft


def _document(resource: Resource, draft: Draft) -> Draft:
    """What a document says is found, too."""
    text = narrative(resource)
    if text not in draft.words:
        draft.words = f"{draft.words} {text}".strip()
    return draft


def _communication(resource: Resource, draft: Draft) -> Draft:
    draft.note = draft.note or "\n".join(filter(None, map(block, at(resource, "payload.contentString"))))
    return draft


def _device(resource: Resource, draft: Draft) -> Draft | None:
    """A patient's device; one without a patient is a program or an apparatus."""
    return draft if type(resource.get("patient")) is dict else None


_REFINE: dict[str, Callable[[Resource, Draft], Draft | None]] = {
    "Observation": _observation,
    "Condition": _verified,
    "AllergyIntolerance": _allergy,
    "MedicationRequest": _dosage("dosageInstruction"),
    "MedicationDispense": _dosage("dosageInstruction"),
    "MedicationStatement": _dosage("dosage"),
    "MedicationAdministration": _dosage("dosage"),
    "Immunization": _vaccine,
    "DocumentReference": _document,
    "Communication": _communication,
    "Device": _device,
}
