"""Problems, allergies and family history: what is or was wrong, and what is stated not to be."""

from phr.formats.cda.codes import SNOMED, code_key, codings, is_code
from phr.formats.cda.document import Document
from phr.formats.cda.people import who
from phr.formats.cda.related import SEVERITY, STATUS, comments, inner, observed, sites
from phr.formats.cda.times import interval, moment, timed
from phr.formats.cda.tree import Node, attribute, is_true, kid, kids, local, words
from phr.formats.cda.values import quantity
from phr.formats.fhir.items import Resource

_CLINICAL = "http://terminology.hl7.org/CodeSystem/condition-clinical"
_ALLERGY_CLINICAL = "http://terminology.hl7.org/CodeSystem/allergyintolerance-clinical"
_VERIFICATION = "http://terminology.hl7.org/CodeSystem/condition-ver-status"
_ALLERGY_VERIFICATION = "http://terminology.hl7.org/CodeSystem/allergyintolerance-verification"
# SNOMED CT codes of a status, and the state of the concern around (ActStatus).
_STATUSES = {"55561003": "active", "73425007": "inactive", "413322009": "resolved", "246455001": "recurrence"}
_CONCERN = {"active": "active", "suspended": "inactive", "aborted": "inactive", "completed": "inactive"}
# HL7 ActCode ObservationIntoleranceType and SNOMED CT: type and category of an allergy.
_ALLERGIES = {
    "ALG": ("allergy", ""),
    "OINT": ("intolerance", ""),
    "DALG": ("allergy", "medication"),
    "DINT": ("intolerance", "medication"),
    "DNAINT": ("intolerance", "medication"),
    "FALG": ("allergy", "food"),
    "FINT": ("intolerance", "food"),
    "FNAINT": ("intolerance", "food"),
    "EALG": ("allergy", "environment"),
    "EINT": ("intolerance", "environment"),
    "ENAINT": ("intolerance", "environment"),
    "420134006": ("", ""),
    "418038007": ("", ""),
    "418471000": ("", "food"),
    "419511003": ("", "medication"),
    "419199007": ("allergy", ""),
    "416098002": ("allergy", "medication"),
    "414285001": ("allergy", "food"),
    "426232007": ("allergy", "environment"),
    "59037007": ("intolerance", "medication"),
    "235719002": ("intolerance", "food"),
}
_SEVERITIES = {
    "255604002": "mild",
    "6736007": "moderate",
    "24484000": "severe",
    "L": "mild",
    "M": "moderate",
    "H": "severe",
}


def condition(document: Document, section: Node, statement: Node, concern: Node | None = None) -> None:
    """A problem observation; ``concern`` is the act that holds it."""
    value = kid(statement, "value")
    negated = _is_denied(statement, concern)
    code = document.denial(value, section) if negated else document.concept(value)
    start, end = interval(kid(statement, "effectiveTime"))
    clinical = _clinical(document, statement, concern, ended=bool(end and start != end))
    body = {
        "clinicalStatus": _state(_CLINICAL, "" if negated else clinical),
        "verificationStatus": _state(_VERIFICATION, _verification(document, statement, concern)),
        "severity": document.concept(observed(statement, SEVERITY)),
        "code": code or document.code(statement, section),
        "bodySite": sites(document, statement),
        "onsetDateTime": start,
        "abatementDateTime": end if start != end else "",
        "recordedDate": _recorded(document, statement, concern),
        "recorder": who(document, statement),
        "note": _notes(document, statement, concern),
    }
    url = document.url_of("Condition", statement, about=code_key(value))
    document.add("Condition", url, statement, body)


def allergy(document: Document, section: Node, statement: Node, concern: Node | None = None) -> None:
    """An allergy observation. What is stated not to be is ``refuted``, and says so in its name."""
    negated = _is_denied(statement, concern)
    value = kid(statement, "value")
    agent = _agent(statement)
    substance = document.concept(kid(agent, "code"))
    if not substance and words(kid(agent, "name")):
        substance = {"text": words(kid(agent, "name"))}
    kind = _kind_of(value)
    code = substance or document.concept(value) or document.code(statement, section)
    if negated:
        code = document.denial(kid(agent, "code") if codings(kid(agent, "code")) else value, section)
    of, category = kind or _kind_of(kid(statement, "code")) or ("", "")
    start, end = interval(kid(statement, "effectiveTime"))
    clinical = _clinical(document, statement, concern, ended=bool(end and start != end))
    body = {
        "clinicalStatus": _state(_ALLERGY_CLINICAL, "" if negated else clinical),
        "verificationStatus": _state(_ALLERGY_VERIFICATION, _verification(document, statement, concern)),
        "type": of,
        "category": [category] if category else [],
        "code": code,
        "onsetDateTime": start,
        "recordedDate": _recorded(document, statement, concern),
        "recorder": who(document, statement),
        "note": _stated(document, statement, negated=negated) + _notes(document, statement, concern),
        "reaction": _reactions(
            document, statement, value if substance and kind is None and not negated else None
        ),
    }
    about = code_key(kid(agent, "code")) or words(kid(agent, "name")) or code_key(value)
    document.add(
        "AllergyIntolerance",
        document.url_of("AllergyIntolerance", statement, about=about),
        statement,
        body,
        subject="patient",
    )


def _agent(statement: Node) -> Node | None:
    for one in kids(statement, "participant"):
        entity = kid(one, "participantRole/playingEntity")
        if one.get("typeCode") == "CSM" and entity is not None:
            return entity
    return None


def _kind_of(node: Node | None) -> tuple[str, str] | None:
    """Type and category by a code that says what sort of allergy it is; None if it says something else."""
    return next((_ALLERGIES[one["code"]] for one in codings(node) if one["code"] in _ALLERGIES), None)


def _stated(document: Document, statement: Node, *, negated: bool) -> list[Resource]:
    """The sender's own words for what is not so (« No Known Allergies »)."""
    text = document.narrative.of(kid(statement, "text")) if negated else ""
    return [{"text": text}] if text else []


def _reactions(document: Document, statement: Node, value: Node | None) -> list[Resource]:
    """Reactions (``MFST``); in IHE's form the observation's value may be one too."""
    found: dict[str, Resource] = {}
    first = document.concept(value)
    if first and first.get("coding", [{}])[0].get("system") != SNOMED:
        found[str(first)] = {"manifestation": [first]}
    for one in inner(statement, "MFST"):
        manifestation = document.concept(kid(one, "value")) or document.concept(kid(one, "code"))
        if not manifestation:
            continue
        reaction: Resource = {"manifestation": [manifestation]}
        severity = observed(one, SEVERITY)
        known = next((to for code, to in _SEVERITIES.items() if is_code(severity, code)), "")
        if known:
            reaction["severity"] = known
        onset = interval(kid(one, "effectiveTime"))[0]
        if onset:
            reaction["onset"] = onset
        found[str(manifestation)] = reaction
    return list(found.values())


def family(document: Document, section: Node, organizer: Node) -> None:
    """One relative and their illnesses."""
    relative = kid(organizer, "subject/relatedSubject")
    person = kid(relative, "subject")
    conditions, born = [], moment(attribute(kid(person, "birthTime"), "value"))[:10]
    for one in inner(organizer):
        if local(one) != "observation":
            continue
        value = kid(one, "value")
        code = document.concept(value) or document.code(one, section)
        if is_true(one, "negationInd"):
            code = document.denial(value, section)
        illness: Resource = {"code": code}
        age = quantity(observed(one, "445518008")) or quantity(observed(one, "397659008"))
        if age:
            illness["onsetAge"] = age
        else:
            illness |= timed("onset", kid(one, "effectiveTime"))
        notes = comments(document, one)
        conditions.append({**illness, "note": notes} if notes else illness)
    name = words(kid(person, "name"))
    body = {
        "status": "completed",
        "name": name,
        "relationship": document.concept(kid(relative, "code"))
        or {"text": name or document.heading(section)},
        "sex": document.concept(kid(person, "administrativeGenderCode")),
        "bornDate": born,
        "condition": conditions,
        "note": comments(document, organizer),
    }
    url = document.url_of("FamilyMemberHistory", organizer, about=code_key(kid(relative, "code")))
    document.add("FamilyMemberHistory", url, organizer, body, subject="patient")


def _clinical(document: Document, statement: Node, concern: Node | None, *, ended: bool) -> str:
    """How it stands, by the sender's own status; else by the end it gives, else by the concern around it."""
    status = observed(statement, STATUS)
    said = next((to for code, to in _STATUSES.items() if is_code(status, code)), "")
    state = _CONCERN.get(document.once(_status_of, concern), "") if concern is not None else ""
    return said or ("resolved" if ended else state)


def _verification(document: Document, statement: Node, concern: Node | None) -> str:
    states = {document.once(_status_of, one) for one in (statement, concern) if one is not None}
    if "nullified" in states:
        return "entered-in-error"
    return "refuted" if _is_denied(statement, concern) else ""


def _is_denied(statement: Node, concern: Node | None) -> bool:
    return is_true(statement, "negationInd") or (concern is not None and is_true(concern, "negationInd"))


def _recorded(document: Document, statement: Node, concern: Node | None) -> str:
    return document.once(_written, statement) or (
        document.once(_written, concern) if concern is not None else ""
    )


def _written(_: Document, node: Node) -> str:
    return moment(attribute(kid(node, "author/time"), "value"))


def _notes(document: Document, statement: Node, concern: Node | None) -> list[Resource]:
    around = document.once(comments, concern) if concern is not None else []
    return comments(document, statement) + around


def _status_of(_: Document, node: Node) -> str:
    return attribute(kid(node, "statusCode"), "code")


def _state(system: str, code: str) -> Resource | None:
    return {"coding": [{"system": system, "code": code}]} if code else None
