"""Codes and identifiers: object identifiers (OID) to the names that FHIR gives to the same systems.

Sources: HL7 Terminology (terminology.hl7.org, CC0) for FHIR's URIs; an OID without one stays ``urn:oid:``, which FHIR
allows for any system.
"""

import re
from uuid import UUID

from phr.formats.cda.tree import Node, attribute, kids
from phr.formats.fhir.items import Resource

_V3 = "http://terminology.hl7.org/CodeSystem/v3-"
LOINC = "http://loinc.org"
SNOMED = "http://snomed.info/sct"
UCUM = "http://unitsofmeasure.org"
ACT_CODE = f"{_V3}ActCode"

_SYSTEMS = {
    "2.16.840.1.113883.6.1": LOINC,
    "2.16.840.1.113883.6.96": SNOMED,
    "2.16.840.1.113883.6.8": UCUM,
    "2.16.840.1.113883.6.73": "http://www.whocc.no/atc",
    "2.16.840.1.113883.6.3": "http://hl7.org/fhir/sid/icd-10",
    "2.16.840.1.113883.6.90": "http://hl7.org/fhir/sid/icd-10-cm",
    "2.16.840.1.113883.6.4": "http://www.cms.gov/Medicare/Coding/ICD10",
    "2.16.840.1.113883.6.103": "http://hl7.org/fhir/sid/icd-9-cm",
    "2.16.840.1.113883.6.104": "http://hl7.org/fhir/sid/icd-9-cm",
    "2.16.840.1.113883.6.88": "http://www.nlm.nih.gov/research/umls/rxnorm",
    "2.16.840.1.113883.6.69": "http://hl7.org/fhir/sid/ndc",
    "2.16.840.1.113883.12.292": "http://hl7.org/fhir/sid/cvx",
    "2.16.840.1.113883.6.12": "http://www.ama-assn.org/go/cpt",
    "2.16.840.1.113883.6.101": "http://nucc.org/provider-taxonomy",
    "2.16.840.1.113883.4.9": "http://fdasis.nlm.nih.gov",
    "2.16.840.1.113883.3.26.1.1": "http://ncicb.nci.nih.gov/xml/owl/EVS/Thesaurus.owl",
    "2.16.840.1.113883.6.163": "https://www.meddra.org",
    "0.4.0.127.0.16.1.1.2.1": "http://standardterms.edqm.eu",
    "1.2.840.10008.2.16.4": "http://dicom.nema.org/resources/ontology/DCM",
    "2.16.840.1.113883.5.1150.1": "http://hl7.org/fhir/uv/ips/CodeSystem/absent-unknown-uv-ips",
    # The SMT of the French Agence du numérique en santé; CCAM has two OIDs. CIS and CIP have none but theirs.
    "1.2.250.1.213.2.5": "https://smt.esante.gouv.fr/terminologie-ccam",
    "1.2.250.1.215.300.1": "https://smt.esante.gouv.fr/terminologie-ccam",
    "1.2.250.1.213.2.7": "https://smt.esante.gouv.fr/terminologie-nabm",
    "2.16.840.1.113883.5.1": f"{_V3}AdministrativeGender",
    "2.16.840.1.113883.5.2": f"{_V3}MaritalStatus",
    "2.16.840.1.113883.5.4": ACT_CODE,
    "2.16.840.1.113883.5.6": f"{_V3}ActClass",
    "2.16.840.1.113883.5.7": f"{_V3}ActPriority",
    "2.16.840.1.113883.5.8": f"{_V3}ActReason",
    "2.16.840.1.113883.5.25": f"{_V3}Confidentiality",
    "2.16.840.1.113883.5.83": f"{_V3}ObservationInterpretation",
    "2.16.840.1.113883.5.84": f"{_V3}ObservationMethod",
    "2.16.840.1.113883.5.88": f"{_V3}ParticipationFunction",
    "2.16.840.1.113883.5.111": f"{_V3}RoleCode",
    "2.16.840.1.113883.5.112": f"{_V3}RouteOfAdministration",
    "2.16.840.1.113883.5.1052": f"{_V3}ActSite",
    "2.16.840.1.113883.5.1063": f"{_V3}ObservationValue",
}
_IDENTIFIERS = {
    "2.16.840.1.113883.4.1": "http://hl7.org/fhir/sid/us-ssn",
    "2.16.840.1.113883.4.6": "http://hl7.org/fhir/sid/us-npi",
}
# National health identifier (INS): NIR, NIA, and the two roots that tests use (CI-SIS, INS).
INS = ("1.2.250.1.213.1.4.8", "1.2.250.1.213.1.4.9", "1.2.250.1.213.1.4.10", "1.2.250.1.213.1.4.11")
# What senders write into an identifier that they do not have (HL7 NullFlavor, and plain words).
_NOT_KNOWN = frozenset({"unk", "ni", "na", "nav", "nask", "asku", "msk", "oth", "unknown", "none", "n/a"})
_OID = re.compile(r"[0-2](?:\.(?:0|[1-9]\d*))+", re.ASCII)


def system_of(root: str) -> str:
    """The URI of a code system's OID or UUID; "" for none."""
    return _SYSTEMS.get(root) or uri_of(root)


def uri_of(root: str) -> str:
    """An OID or UUID as a URN; another text as itself, since somebody meant something by it."""
    if _OID.fullmatch(root):
        return f"urn:oid:{root}"
    try:
        return f"urn:uuid:{UUID(root)}"
    except ValueError:
        return root


def coding(node: Node) -> Resource | None:
    """One code with its system and name, None if there is no code."""
    code = attribute(node, "code")
    if not code:
        return None
    found = {
        "system": system_of(attribute(node, "codeSystem")),
        "version": attribute(node, "codeSystemVersion"),
        "code": code,
        "display": attribute(node, "displayName"),
    }
    return {name: value for name, value in found.items() if value}


def codings(node: Node | None) -> list[Resource]:
    """The code and its translations, each once; none for no element."""
    found: dict[tuple[str, str], Resource] = {}
    for one in () if node is None else (node, *kids(node, "translation")):
        known = coding(one)
        if known:
            found.setdefault((known.get("system", ""), known["code"]), known)
    return list(found.values())


def is_code(node: Node | None, *codes: str) -> bool:
    """Whether an element, or a translation of it, has one of the codes, of whatever system."""
    return node is not None and any(
        attribute(one, "code") in codes for one in (node, *kids(node, "translation"))
    )


def identifier(node: Node) -> Resource | None:
    """An ``II`` as FHIR's Identifier; None for one that is not known."""
    root, extension = attribute(node, "root"), attribute(node, "extension")
    if extension.lower() in _NOT_KNOWN:
        return None
    if root and extension:
        return {"system": _IDENTIFIERS.get(root) or uri_of(root), "value": extension}
    if root:
        return {"system": "urn:ietf:rfc:3986", "value": uri_of(root)}
    return {"value": extension} if extension else None


def identifiers(node: Node | None) -> list[Resource]:
    """All identifiers of an element."""
    return [found for found in map(identifier, kids(node, "id")) if found]


def id_key(node: Node | None) -> str:
    """What an element is known by: its first identifier, "" for none."""
    for one in kids(node, "id"):
        root, extension = attribute(one, "root"), attribute(one, "extension")
        if (root or extension) and extension.lower() not in _NOT_KNOWN:
            return f"{uri_of(root)}|{extension}"
    return ""


def code_key(node: Node | None) -> str:
    """The main code of a coded element, to tell one thing from another."""
    first = next(iter(codings(node)), None)
    return f"{first.get('system', '')}|{first['code']}" if first else ""
