"""How R4's datatypes and resource types are told apart in JSON that carries no types, for :mod:`sharing.redact`."""

import re
from typing import Any, Final

from phr.formats.fhir.items import Resource

PEOPLE: Final = frozenset({"Patient", "RelatedPerson", "Person", "Group"})
"""Other people, and the patient, who is the package's first entry and nowhere else."""

ACTORS: Final = frozenset(
    {"Practitioner", "PractitionerRole", "Organization", "Location", "HealthcareService"}
)
"""Who and where: named by their display only."""

HELPERS: Final = frozenset({"Medication", "Substance", "Specimen", "Device"})
"""Resources that make sense only with the one that refers to them, and travel inside it."""

NAMED: Final = ACTORS | {"Medication", "Substance"}
"""What is never an entry, so that its display may stand where it cannot come along."""

CARDS: Final = ACTORS | PEOPLE
"""An entry of these types is somebody's address card: its addresses are its content."""

ONE_IDENTIFIER: Final = frozenset({"Composition", "QuestionnaireResponse"})
"""R4 gives these types one identifier, the others a list."""

DIRECT: Final = frozenset({
    "telecom", "address", "masterIdentifier", "groupIdentifier", "requisition", "accessionIdentifier",
    "preAdmissionIdentifier", "targetIdentifier", "subscriberId", "valueIdentifier", "valueContactPoint",
    "valueAddress", "valueHumanName",
})  # fmt: skip
"""Elements that hold an Identifier, a ContactPoint, an Address or a HumanName in clinical resources."""

_REFERENCE = frozenset({"reference", "type", "identifier", "display", "id", "extension"})
_IDENTIFIER = frozenset({"id", "extension", "use", "type", "system", "value", "period", "assigner", "rank"})
_ATTACHMENT = frozenset({
    "id", "extension", "contentType", "language", "data", "url", "size", "hash", "title", "creation",
})  # fmt: skip
_ATTACHMENT_ONLY = frozenset({"contentType", "data", "size", "hash", "creation"})
_ATTACHMENT_ELEMENTS = frozenset(
    {
        "attachment",
        "presentedForm",
        "photo",
        "image",
        "valueAttachment",
        "contentAttachment",
        "sourceAttachment",
    }
)

_POINTER = re.compile(
    r"\s*(?:urn:uuid:.*|(?:https?://\S+/)?(?:AllergyIntolerance|Appointment|Basic|Binary|Bundle|CarePlan|CareTeam|Claim|"
    r"ClinicalImpression|Communication|CommunicationRequest|Composition|Condition|Consent|Coverage|DetectedIssue|Device|"
    r"DeviceRequest|DeviceUseStatement|DiagnosticReport|DocumentManifest|DocumentReference|Encounter|EpisodeOfCare|"
    r"ExplanationOfBenefit|FamilyMemberHistory|Flag|Goal|Group|ImagingStudy|Immunization|ImmunizationRecommendation|"
    r"Linkage|List|Media|Medication|MedicationAdministration|MedicationDispense|MedicationRequest|MedicationStatement|"
    r"MolecularSequence|NutritionOrder|Observation|Patient|Person|Procedure|Provenance|QuestionnaireResponse|"
    r"RelatedPerson|RequestGroup|RiskAssessment|ServiceRequest|Specimen|Task|VisionPrescription)(?:/[A-Za-z0-9.\-]{1,64}"
    r"(?:/_history/\S*)?|\?\S*))\s*",
    re.DOTALL,
)


def is_reference(value: Any) -> bool:
    """A Reference that points somewhere: by ``reference`` or by ``identifier``. One with a display only is text."""
    return isinstance(value, dict) and (
        isinstance(value.get("reference"), str)
        or (isinstance(value.get("identifier"), dict) and _names(value) <= _REFERENCE)
    )


def is_identifier(value: Resource) -> bool:
    """An Identifier or a ContactPoint (a Quantity's ``value`` is a number)."""
    return isinstance(value.get("value"), str) and _names(value) <= _IDENTIFIER


def is_attachment(value: Resource, element: str) -> bool:
    """An Attachment, by its element or by its members."""
    names = _names(value)
    return names <= _ATTACHMENT and (
        element in _ATTACHMENT_ELEMENTS or not names.isdisjoint(_ATTACHMENT_ONLY)
    )


def is_narrative(value: Any, element: str) -> bool:
    """A Narrative; ``text`` elsewhere is a string."""
    return element == "text" and not isinstance(value, str)


def is_pointer(value: Any) -> bool:
    """A text that points at a resource of a record without being a Reference: a uri of an extension, a canonical."""
    return isinstance(value, str) and _POINTER.fullmatch(value) is not None


def _names(value: Resource) -> set[str]:
    return {name.removeprefix("_") for name in value}
