"""Real documents: what their own entries hold, counted by XPath on the source, is what they become."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from fhir.resources.R4B import get_fhir_model_class
from lxml import etree

from phr.formats.cda.read_cda import read_cda
from phr.formats.fhir.drafts import to_draft

ALLERGY = "1.3.6.1.4.1.19376.1.5.3.1.4.6", "2.16.840.1.113883.10.20.22.4.7"
PROBLEM = "1.3.6.1.4.1.19376.1.5.3.1.4.5", "2.16.840.1.113883.10.20.22.4.4"
VACCINE = (
    "1.3.6.1.4.1.19376.1.5.3.1.4.12",
    "2.16.840.1.113883.10.20.22.4.52",
    "2.16.840.1.113883.10.20.22.4.120",
)
FAMILY = "1.3.6.1.4.1.19376.1.5.3.1.4.15", "2.16.840.1.113883.10.20.22.4.45"
LABORATORY = ("1.3.6.1.4.1.19376.1.3.1",)
REPORT = ("2.16.840.1.113883.10.20.22.4.1",)


KEPT = ("Patient", "Practitioner", "Organization")
WITHOUT_OFFSET = re.compile(rb'("[0-9-]{10}T[0-9:.]{8,})"')


def has(*templates: str) -> str:
    return "h:templateId[" + " or ".join(f"@root='{one}'" for one in templates) + "]"


DONE = "(not(@moodCode) or @moodCode='EVN')"
VACCINES = f"({has(*VACCINE)} or ancestor::h:section[1]/h:code/@code='11369-6')"
ENTRY_MEDICINE = "//h:substanceAdministration[not(ancestor::h:substanceAdministration)][ancestor::h:entry]"
SOURCE = {
    "AllergyIntolerance": f"//h:observation[{has(*ALLERGY)}]",
    "Condition": f"//h:entry/h:act/h:entryRelationship/h:observation[{has(*PROBLEM)}][not({has(*ALLERGY)})][{DONE}]"
    f" | //h:entry/h:observation[{has(*PROBLEM)}][not({has(*ALLERGY)})][{DONE}]",
    "Immunization": f"{ENTRY_MEDICINE}[{DONE}][{VACCINES}]",
    "MedicationStatement": f"{ENTRY_MEDICINE}[{DONE}][not({VACCINES})]",
    "MedicationRequest": f"{ENTRY_MEDICINE}[not({DONE})][not({VACCINES})]",
    "FamilyMemberHistory": f"//h:organizer[{has(*FAMILY)}]",
    "Encounter": "//h:entry/h:encounter",
    "Goal": "//h:entry/h:observation[@moodCode='GOL']",
    "DiagnosticReport": f"//h:entry[{has(*LABORATORY)}]/h:act | //h:entry/h:organizer[{has(*REPORT)}]",
    "vital-signs": "//h:section[h:code/@code='8716-3']//h:organizer//h:observation",
    "laboratory": f"//h:entry[{has(*LABORATORY)}]//h:observation",
    "social-history": f"//h:section[h:code/@code='29762-2']/h:entry/h:observation[{DONE}]",
}


def paths(samples: Callable[..., list[Path]]) -> Iterator[tuple[Path, bytes]]:
    for path in samples("ccda/*", "unlicensed/cda-fr/*"):
        data = path.read_bytes()
        if b"ClinicalDocument" in data:
            yield path, data


def count(root: Any, query: str) -> int:
    return len(root.xpath(query, namespaces={"h": "urn:hl7-org:v3"}))


def became(items: list[Any]) -> Counter[str]:
    found: Counter[str] = Counter()
    for item in items:
        found[item.resource["resourceType"]] += 1
        if item.resource["resourceType"] == "Observation" and item.resource.get("category"):
            found[item.resource["category"][0]["coding"][0]["code"]] += 1
    return found


def test_every_entry_of_the_source_becomes_one(samples: Callable[..., list[Path]]) -> None:
    wrong = []
    for path, data in paths(samples):
        root = etree.fromstring(data, etree.XMLParser(recover=True, huge_tree=True))
        held = {name: count(root, query) for name, query in SOURCE.items()}
        found = became(list(read_cda(BytesIO(data))))
        wrong += [
            (path.name[:40], name, number, found[name])
            for name, number in held.items()
            if found[name] != number
        ]
    assert wrong == []


def test_what_comes_out_is_fhir(samples: Callable[..., list[Path]]) -> None:
    """Valid R4, but for times that were sent without an offset."""
    for _, data in paths(samples):
        items = list(read_cda(BytesIO(data)))
        assert len({one.full_url for one in items}) == len(items)
        for item in items:
            assert item.resource is not None
            assert to_draft(item.resource) is not None or item.resource["resourceType"] in KEPT
            raw = WITHOUT_OFFSET.sub(rb'\1Z"', item.raw)
            get_fhir_model_class(item.resource["resourceType"]).model_validate_json(raw)


@pytest.mark.parametrize(
    ("sample", "kind", "expected"),
    [
        ("ccda/HL7__No Known*", "AllergyIntolerance", ("verificationStatus", "refuted")),
        ("ccda/HL7__Results Unit*", "Observation", ("valueQuantity", "THOUS/MCL")),
        ("ccda/HL7__Med every*", "MedicationRequest", ("dosageInstruction", "periodMax")),
    ],
)
def test_fragments(
    samples: Callable[..., list[Path]], sample: str, kind: str, expected: tuple[str, str]
) -> None:
    """Sections alone, whose prefixes nobody declared, in a document around them."""
    (path,) = samples(sample)
    fragment = path.read_bytes().partition(b"<section>")[2]
    data = (
        b'<ClinicalDocument xmlns="urn:hl7-org:v3"><component><structuredBody><component><section>'
        + fragment
        + b"</component></structuredBody></component></ClinicalDocument>"
    )
    found = [one.resource for one in read_cda(BytesIO(data)) if one.resource]
    (one,) = [one for one in found if one["resourceType"] == kind]
    assert expected[1] in str(one[expected[0]])
