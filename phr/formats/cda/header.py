"""The header: the patient, those who stand by them, who wrote, and the document as such (CDA R2, 4.2)."""

from html import escape

from phr.formats.cda.codes import INS, identifier, identifiers, is_code, uri_of
from phr.formats.cda.document import Document, named
from phr.formats.cda.people import addresses, human_names, organization, professional, spoken, telecoms
from phr.formats.cda.times import day, instant, interval, moment, period
from phr.formats.cda.tree import Node, attribute, kid, kids
from phr.formats.fhir.items import Resource

_GENDERS = {"M": "male", "F": "female", "UN": "other"}
_RELATIONS = {"RPLC": "replaces", "APND": "appends", "XFRM": "transforms"}
# ParticipationFunction and RoleClass: those whom a patient would call their own people.
_OWN_PEOPLE = frozenset({"ECON", "NOK", "PRS", "CAREGIVER", "GUARD", "AGNT", "CON"})
_VERSION = "http://hl7.org/fhir/StructureDefinition/composition-clinicaldocument-versionNumber"


def patient(document: Document) -> None:
    """Take up the Patient; what follows is about them."""
    role = kid(document.root, "recordTarget/patientRole")
    if role is None:
        return
    person = kid(role, "patient")
    names = human_names(person)
    born = day(kid(person, "birthTime"))
    body = {
        "identifier": identifiers(role),
        "name": names,
        "telecom": telecoms(role),
        "gender": next(
            (to for code, to in _GENDERS.items() if is_code(kid(person, "administrativeGenderCode"), code)),
            "",
        ),
        "birthDate": born,
        "address": addresses(role),
    }
    known_by = _known_by(role) or (spoken(names[0]) if names else document.key)
    url = document.add("Patient", "urn:uuid:" + named("Patient", known_by, born), role, body)
    document.patient = url


def _known_by(role: Node) -> str:
    """The identifier that tells this patient from others: the national one if there is one."""
    ids = [f"{one.get('system', '')}|{one['value']}" for one in identifiers(role)]
    national = {f"urn:oid:{root}" for root in INS}
    return next((one for one in ids if one.partition("|")[0] in national), ids[0] if ids else "")


def own_people(document: Document) -> None:
    """Take up relatives, guardians and persons to call as RelatedPerson."""
    root = document.root
    found: dict[str, tuple[Node, Resource]] = {}
    holders = [(one, "guardianPerson") for one in kids(root, "recordTarget/patientRole/patient/guardian")]
    holders += [(one, "relatedPerson") for one in kids(root, "informant/relatedEntity")]
    holders += [(one, "associatedPerson") for one in kids(root, "participant/associatedEntity")]
    for node, inside in holders:
        names = human_names(kid(node, inside))
        if not names or (node.get("classCode") or "GUARD") not in _OWN_PEOPLE:
            continue
        # Often the same person stands in two places, with another role or telephone number.
        _, body = found.setdefault(spoken(names[0]), (node, {"name": names}))
        relationship = document.concept(kid(node, "code"))
        _join(body, "relationship", [relationship] if relationship else [])
        _join(body, "telecom", telecoms(node))
        _join(body, "address", addresses(node))
    for said, (node, body) in found.items():
        url = "urn:uuid:" + named("RelatedPerson", document.patient, said)
        document.add("RelatedPerson", url, node, body, subject="patient")


def _join(body: Resource, name: str, more: list[Resource]) -> None:
    held = body.setdefault(name, [])
    held += [one for one in more if one not in held]


def author(document: Document) -> None:
    """Find out who wrote the document: entries that name nobody else are theirs."""
    for node in kids(document.root, "author/assignedAuthor"):
        document.author = document.author or professional(document, node)


def reference(document: Document, text: str, files: list[Resource]) -> None:
    """Take up the DocumentReference, with the text of the document and the files that hold it."""
    root = document.root
    time = moment(attribute(kid(root, "effectiveTime"), "value"))
    authors = [professional(document, one) for one in kids(root, "author/assignedAuthor")]
    set_id = identifier(one) if (one := kid(root, "setId")) is not None else None
    version = attribute(kid(root, "versionNumber"), "value")
    confidentiality = document.concept(kid(root, "confidentialityCode"))
    body = {
        "text": _narrative(text) if text else None,
        "extension": [{"url": _VERSION, "valueString": version}] if version else [],
        "masterIdentifier": identifier(kid(root, "id")) if kid(root, "id") is not None else None,
        "identifier": [set_id] if set_id else [],
        "status": "current",
        "type": document.concept(kid(root, "code")),
        "date": instant(time),
        "author": [one for one in authors if one],
        "authenticator": professional(document, kid(root, "legalAuthenticator/assignedEntity")),
        "custodian": organization(
            document, kid(root, "custodian/assignedCustodian/representedCustodianOrganization")
        ),
        "relatesTo": _related(document),
        "description": document.title,
        "securityLabel": [confidentiality] if confidentiality else [],
        "content": [{"attachment": {**file, "creation": time} if time else file} for file in files],
        "context": _context(document),
    }
    document.add("DocumentReference", _url(document.key), root, body)


def version(document: Document) -> list[str]:
    """How new the document is: the series of its versions, its number there, its time (CDA R2, 4.2.1.7 to 4.2.1.9)."""
    number = attribute(kid(document.root, "versionNumber"), "value")
    return [document.series, number, moment(attribute(kid(document.root, "effectiveTime"), "value"))]


def _narrative(text: str) -> Resource:
    div = f'<div xmlns="http://www.w3.org/1999/xhtml"><pre>{escape(text, quote=False)}</pre></div>'
    return {"status": "additional", "div": div}


def _url(key: str) -> str:
    return "urn:uuid:" + named("DocumentReference", key)


def _related(document: Document) -> list[Resource]:
    found = []
    for node in kids(document.root, "relatedDocument"):
        code = _RELATIONS.get(node.get("typeCode") or "")
        for one in kids(node, "parentDocument/id"):
            root, extension = attribute(one, "root"), attribute(one, "extension")
            if code and (root or extension):
                target: Resource = {
                    "reference": _url(f"{uri_of(root)}|{extension}"),
                    "identifier": identifier(one),
                }
                found.append({"code": code, "target": target})
    return found


def _context(document: Document) -> Resource:
    """What was documented, when and where."""
    root = document.root
    events = [document.concept(kid(one, "code")) for one in kids(root, "documentationOf/serviceEvent")]
    time = kid(root, "documentationOf/serviceEvent/effectiveTime")
    stay = kid(root, "componentOf/encompassingEncounter")
    facility = kid(stay, "location/healthCareFacility")
    found = {
        "event": [one for one in events if one],
        "period": period(*interval(time)) or period(*interval(kid(stay, "effectiveTime"))),
        "facilityType": document.concept(kid(facility, "code")),
    }
    return {name: value for name, value in found.items() if value}
