"""Procedures, visits, orders, devices and covers."""

from phr.formats.cda.codes import ACT_CODE, code_key, codings, id_key, identifiers
from phr.formats.cda.document import Document
from phr.formats.cda.people import organization, professional, who
from phr.formats.cda.related import comments, inner, instructions, reasons, sites
from phr.formats.cda.times import interval, period, timed
from phr.formats.cda.tree import Node, attribute, is_true, kid, kids, local, words

_PROCEDURE = {
    "completed": "completed",
    "active": "in-progress",
    "aborted": "stopped",
    "cancelled": "not-done",
    "suspended": "on-hold",
    "nullified": "entered-in-error",
}
_ENCOUNTER = {"aborted": "cancelled", "cancelled": "cancelled", "nullified": "entered-in-error"}
_REQUEST = {
    "completed": "completed",
    "aborted": "revoked",
    "cancelled": "revoked",
    "suspended": "on-hold",
    "held": "on-hold",
    "nullified": "entered-in-error",
}
_INTENTS = {
    "RQO": "order",
    "PRP": "proposal",
    "ARQ": "proposal",
    "APT": "plan",
    "PRMS": "plan",
    "INT": "plan",
}
# FDA's root of unique device identifiers, as C-CDA names it.
_UDI = "2.16.840.1.113883.3.3719"


# LOINC: the section of implants and devices.
_EQUIPMENT = "46264-8"
_PRODUCT = "product/manufacturedProduct/manufacturedMaterial"
_UNKNOWN = {"system": "http://terminology.hl7.org/CodeSystem/v3-NullFlavor", "code": "UNK"}


def is_done(statement: Node) -> bool:
    """Whether a statement says what happened, not what is intended or asked for."""
    return (statement.get("moodCode") or "EVN") == "EVN"


def procedure(document: Document, section: Node, statement: Node) -> None:
    """Something that was done, or is said not to have been."""
    negated = is_true(statement, "negationInd")
    state = _PROCEDURE.get(attribute(kid(statement, "statusCode"), "code"), "unknown")
    performer = professional(document, kid(statement, "performer/assignedEntity"))
    body = {
        "status": "not-done" if negated else state,
        "code": document.code(statement, section),
        **timed("performed", kid(statement, "effectiveTime")),
        "recorder": None if performer else who(document, statement),
        "performer": [{"actor": performer}] if performer else [],
        "reasonCode": reasons(document, statement),
        "bodySite": sites(document, statement),
        "note": comments(document, statement),
    }
    if not negated and document.is_section(section, _EQUIPMENT):
        devices(document, section, statement)
    else:
        tools = kids(statement, "participant/participantRole/playingDevice/code")
        body["usedCode"] = [one for one in map(document.concept, tools) if one]
    document.add("Procedure", document.url_of("Procedure", statement), statement, body)


def request(document: Document, section: Node, statement: Node) -> None:
    """Something that is intended, proposed or ordered: an act, or a product."""
    product = document.concept(kid(statement, f"{_PRODUCT}/code"))
    told = instructions(document, statement)
    body = {
        "status": _REQUEST.get(attribute(kid(statement, "statusCode"), "code"), "active"),
        "intent": _INTENTS.get(statement.get("moodCode") or "", "plan"),
        "doNotPerform": True if is_true(statement, "negationInd") else None,
        "code": product or document.code(statement, section),
        **timed("occurrence", kid(statement, "effectiveTime")),
        "requester": who(document, statement),
        "reasonCode": reasons(document, statement),
        "bodySite": sites(document, statement),
        "note": comments(document, statement),
        "patientInstruction": told,
    }
    document.add("ServiceRequest", document.url_of("ServiceRequest", statement), statement, body)


def encounter(document: Document, section: Node, statement: Node) -> None:
    """A visit or a stay, past or to come."""
    code = attribute(kid(statement, "statusCode"), "code")
    performer = professional(document, kid(statement, "performer/assignedEntity"))
    place = kid(statement, "participant/participantRole")
    name = words(kid(place, "playingEntity/name"))
    found = {str(one): one for one in reasons(document, statement)}
    for act in inner(statement):
        # C-CDA's encounter diagnosis.
        for one in inner(act) if local(act) == "act" else ():
            concept = document.concept(kid(one, "value"))
            if concept:
                found.setdefault(str(concept), concept)
    body = {
        "status": _ENCOUNTER.get(code, "finished" if is_done(statement) else "planned"),
        "class": next(
            (one for one in codings(kid(statement, "code")) if one.get("system") == ACT_CODE), _UNKNOWN
        ),
        "type": [document.code(statement, section)],
        "period": period(*interval(kid(statement, "effectiveTime"))),
        "participant": [{"individual": performer}] if performer else [],
        "reasonCode": list(found.values()),
        "location": [{"location": {"display": name}}] if name else [],
    }
    document.add("Encounter", document.url_of("Encounter", statement), statement, body)


def devices(document: Document, section: Node, statement: Node) -> int:
    """The devices that took part in a statement: how many."""
    count = 0
    for one in kids(statement, "participant"):
        role = kid(one, "participantRole")
        thing = kid(role, "playingDevice")
        if one.get("typeCode") not in ("DEV", "PRD") or role is None or (thing is None and not id_key(role)):
            continue
        maker = words(kid(role, "scopingEntity/desc"))
        udi = next((attribute(id_, "extension") for id_ in kids(role, "id") if id_.get("root") == _UDI), "")
        body = {
            "identifier": identifiers(role),
            "udiCarrier": [{"carrierHRF": udi}] if udi else [],
            "manufacturer": maker,
            "type": document.concept(kid(thing, "code")) or document.code(statement, section),
        }
        url = document.url_of("Device", statement, about=id_key(role) or code_key(kid(thing, "code")))
        document.add("Device", url, statement, body, subject="patient")
        count += 1
    return count


def supply(document: Document, section: Node, statement: Node) -> None:
    """A device or material handed out, or an order of one."""
    if not is_done(statement):
        request(document, section, statement)
        return
    if devices(document, section, statement):
        return
    material = kid(statement, _PRODUCT)
    kind = document.concept(kid(material, "code")) or document.code(statement, section)
    if is_true(statement, "negationInd"):
        kind = document.denial(kid(material, "code"), section)
    body = {
        "type": kind,
        "lotNumber": words(kid(material, "lotNumberText")),
        "note": comments(document, statement),
    }
    document.add("Device", document.url_of("Device", statement), statement, body, subject="patient")


def cover(document: Document, section: Node, act: Node) -> None:
    """The insurance that a payers' section names, one for each policy."""
    for one in [policy for policy in inner(act) if local(policy) == "act"] or [act]:
        payor = organization(document, kid(one, "performer/assignedEntity/representedOrganization"))
        negated = is_true(act, "negationInd") or is_true(one, "negationInd")
        code = kid(one, "code")
        body = {
            "status": "active",
            "type": document.denial(code, section) if negated else document.concept(code),
            "payor": [payor or {"display": document.heading(section)}],
        }
        document.add("Coverage", document.url_of("Coverage", one), one, body, subject="beneficiary")
