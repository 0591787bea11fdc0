"""Names that stand in another resource: the medication of a prescription, the author of a letter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from phr.formats.fhir.drafts import to_draft
from phr.formats.fhir.texts import at, concept_text, line

if TYPE_CHECKING:
    from phr.formats.fhir.items import Resource

_NAMES = ("code", "name", "deviceName.name", "practitioner.display", "organization.display", "type")
NAMED_TYPES = frozenset(
    {"Medication", "Practitioner", "PractitionerRole", "Organization", "Device", "Substance"}
)


def name_of(resource: Resource) -> tuple[str, str]:
    """What a resource is called, in French and in English, as far as it says; empty if it has no name."""
    if resource.get("resourceType") in NAMED_TYPES:
        for path in _NAMES:
            for value in at(resource, path):
                name = concept_text(value) if isinstance(value, dict) else line(value)
                if name:
                    return name, name
        return "", ""
    draft = to_draft(resource)
    return (draft.title, draft.title_en) if draft else ("", "")
