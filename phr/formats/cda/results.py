"""Observations of all sorts, and the reports that hold them."""

from phr.formats.cda.codes import is_code
from phr.formats.cda.document import Document
from phr.formats.cda.people import who
from phr.formats.cda.related import SEVERITY, STATUS, comments, inner, sites
from phr.formats.cda.times import instant, moment, timed
from phr.formats.cda.tree import V3, Node, attribute, kid, kids, local, words
from phr.formats.cda.values import ranges, value_of
from phr.formats.fhir.items import Resource

_CATEGORY = "http://terminology.hl7.org/CodeSystem/observation-category"
_STATUSES = {
    "completed": "final",
    "active": "preliminary",
    "new": "registered",
    "held": "preliminary",
    "suspended": "preliminary",
    "aborted": "cancelled",
    "cancelled": "cancelled",
    "nullified": "entered-in-error",
}


def observation(
    document: Document, section: Node, statement: Node, category: str = "", around: Resource | None = None
) -> list[Resource]:
    """An observation and those within it: references to all. ``around`` is the time of one that has none."""
    if document.is_others(statement):
        return []
    values = [value for value in (value_of(document, one) for one in kids(statement, "value")) if value]
    code = document.code(statement, section)
    time = timed("effective", kid(statement, "effectiveTime")) or around or {}
    performer = who(document, statement)
    germ = _germ(document, statement)
    body: Resource = {
        "status": _status(statement),
        "category": [{"coding": [{"system": _CATEGORY, "code": category}]}] if category else [],
        "code": code,
        **time,
        "performer": [performer] if performer else [],
        "interpretation": [
            one for one in map(document.concept, kids(statement, "interpretationCode")) if one
        ],
        "note": [*([{"text": germ}] if germ else []), *comments(document, statement)],
        "bodySite": next(iter(sites(document, statement)), None),
        "method": document.concept(kid(statement, "methodCode")),
        "specimen": {"display": germ} if germ else None,
        "referenceRange": ranges(document, statement),
    }
    if values:
        body |= values[0]
        # More than one value: R4 has room for the others beside the first.
        body["component"] = [{"code": code, **one} for one in values[1:]]
    elif text := document.narrative.of(kid(statement, "text")):
        body["note"] = [{"text": text}, *body["note"]] if text != code.get("text") else body["note"]
    url = document.add(
        "Observation", document.url_of("Observation", statement, about=f"{germ} {time}"), statement, body
    )
    found = [{"reference": url}]
    for one in inner(statement):
        more = []
        if local(one) == "observation" and not is_code(kid(one, "code"), SEVERITY, STATUS):
            more = observation(document, section, one, category, time)
        elif local(one) == "organizer":
            more = components(document, section, one, category, time)
        # An earlier result is a result, but not of this report.
        if one.getparent().get("typeCode") != "REFR":
            found += more
    return found


def _germ(document: Document, statement: Node) -> str:
    """The isolate (XD-LAB) that a result is about: an antibiotic's says nothing without it."""
    organizers = statement.iterancestors(f"{V3}organizer")
    return next(filter(None, (document.once(_isolate, one) for one in organizers)), "")


def _isolate(document: Document, organizer: Node) -> str:
    entity = kid(organizer, "specimen/specimenRole/specimenPlayingEntity")
    if entity is None or entity.get("classCode") != "MIC":
        return ""
    concept = document.concept(kid(entity, "code")) or {}
    named = [one["display"] for one in concept.get("coding", ()) if "display" in one]
    return str(concept.get("text") or next(iter(named), "") or words(kid(entity, "name")))


def components(
    document: Document, section: Node, holder: Node, category: str, around: Resource | None = None
) -> list[Resource]:
    """The observations of an organizer, or of a laboratory's act, and of those inside it."""
    found: list[Resource] = []
    if document.is_others(holder):
        return found
    around = timed("effective", kid(holder, "effectiveTime")) or around
    for one in inner(holder):
        if local(one) == "observation":
            found += observation(document, section, one, category, around)
        elif local(one) == "organizer":
            found += components(document, section, one, category, around)
    return found


def report(document: Document, section: Node, holder: Node, category: str) -> None:
    """A DiagnosticReport over the results of an organizer or of a laboratory's act."""
    place = len(document.items)
    results = components(document, section, holder, category)
    time = timed("effective", kid(holder, "effectiveTime")) or _collected(holder)
    performer = who(document, holder)
    body = {
        "status": _status(holder),
        "category": [{"coding": [{"system": "http://terminology.hl7.org/CodeSystem/v2-0074", "code": "LAB"}]}]
        if category == "laboratory"
        else [],
        "code": document.code(holder, section),
        **time,
        "issued": "" if time else instant(moment(attribute(kid(document.root, "effectiveTime"), "value"))),
        "performer": [performer] if performer else [],
        "result": results,
        "conclusion": "\n".join(one["text"] for one in comments(document, holder)),
    }
    url = document.url_of("DiagnosticReport", holder, about=document.heading(section))
    document.add("DiagnosticReport", url, holder, body)
    # The report stands before its results.
    document.items.insert(place, document.items.pop())


def _collected(holder: Node) -> Resource:
    """When the sample was taken, for a report that has no time of its own."""
    for one in inner(holder):
        if local(one) == "procedure":
            return timed("effective", kid(one, "effectiveTime"))
        if local(one) == "organizer" and (found := _collected(one)):
            return found
    return {}


def goal(document: Document, section: Node, statement: Node) -> None:
    """What is aimed at (mood ``GOL``)."""
    value = value_of(document, kid(statement, "value"))
    time = timed("start", kid(statement, "effectiveTime"))
    start = time.get("startDateTime") or time.get("startPeriod", {}).get("start", "")
    target: Resource = {}
    for kind in ("Quantity", "CodeableConcept", "String", "Range"):
        if f"value{kind}" in value:
            target = {"measure": document.code(statement, section), f"detail{kind}": value[f"value{kind}"]}
    body = {
        "lifecycleStatus": "active",
        "description": document.code(statement, section),
        "startDate": start[:10],
        "target": [target] if target else [],
        "expressedBy": who(document, statement),
        "note": comments(document, statement),
    }
    document.add("Goal", document.url_of("Goal", statement), statement, body)


def _status(statement: Node) -> str:
    return _STATUSES.get(attribute(kid(statement, "statusCode"), "code"), "unknown")
