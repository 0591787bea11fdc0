"""Treatments and vaccines."""

import re

from phr.formats.cda.codes import code_key, codings, is_code
from phr.formats.cda.document import Document, denied
from phr.formats.cda.people import who
from phr.formats.cda.related import comments, inner, instructions, observed, reasons, sites
from phr.formats.cda.times import interval, moment, period, timed
from phr.formats.cda.tree import Node, attribute, is_true, kid, kids, local, templates, type_of, words
from phr.formats.cda.values import dose, quantity
from phr.formats.fhir.items import Resource

# IHE PCC fixes the status of every treatment to "completed", so there it tells nothing.
_IHE_MEDICATION = "1.3.6.1.4.1.19376.1.5.3.1.4.7"
_STATEMENT = {
    "active": "active",
    "completed": "completed",
    "aborted": "stopped",
    "cancelled": "stopped",
    "suspended": "on-hold",
    "held": "on-hold",
    "nullified": "entered-in-error",
}
_INTENTS = {"RQO": "order", "PRP": "proposal", "INT": "plan"}
_PERIODS = frozenset({"s", "min", "h", "d", "wk", "mo", "a"})
# Prescriptions (LOINC 57828-6, 57832-8): an intent there is an order.
_PRESCRIPTIONS = ("57828-6", "57832-8")
_FREE_TEXT_SIG = "76662-6"
_DOSE_NUMBER = "30973-2"
_WHOLE = re.compile(r"[1-9]\d{0,2}", re.ASCII)


def treatment(document: Document, section: Node, statement: Node) -> None:
    """A medicine taken (MedicationStatement), or one ordered or planned (MedicationRequest)."""
    mood = statement.get("moodCode") or "EVN"
    negated = is_true(statement, "negationInd")
    notes = comments(document, statement)
    state = _status(statement)
    body: Resource = {
        "medicationCodeableConcept": _product(document, section, statement, negated=negated),
        "reasonCode": reasons(document, statement),
        "note": notes,
    }
    if mood == "EVN":
        start, end = _taken(statement)
        body |= {
            "status": "not-taken" if negated else state,
            "informationSource": who(document, statement),
            "dosage": _dosages(document, statement),
        }
        body |= (
            {"effectiveDateTime": start}
            if start and start == end
            else {"effectivePeriod": period(start, end)}
        )
        document.add(
            "MedicationStatement",
            document.url_of("MedicationStatement", statement, about=_product_key(statement)),
            statement,
            body,
        )
        return
    intent = _INTENTS.get(mood, "plan")
    if intent == "plan" and document.is_section(section, *_PRESCRIPTIONS):
        intent = "order"
    written = kid(statement, "author/time")
    if written is None and intent == "order":
        written = kid(document.root, "effectiveTime")
    body |= {
        "status": state,
        "intent": intent,
        "doNotPerform": True if negated else None,
        "authoredOn": moment(attribute(written, "value")),
        "requester": who(document, statement),
        "dosageInstruction": _dosages(document, statement, bounds=True),
    }
    document.add(
        "MedicationRequest",
        document.url_of("MedicationRequest", statement, about=_product_key(statement)),
        statement,
        body,
    )


def vaccine(document: Document, section: Node, statement: Node) -> None:
    """A vaccine given, or not; one that is planned is a request."""
    negated = is_true(statement, "negationInd")
    code = _product(document, section, statement, negated=negated)
    if (statement.get("moodCode") or "EVN") != "EVN":
        body = {
            "status": "active",
            "intent": "plan",
            "doNotPerform": True if negated else None,
            "code": code,
            "requester": who(document, statement),
            "note": comments(document, statement),
            **timed("occurrence", kid(statement, "effectiveTime")),
        }
        document.add(
            "ServiceRequest",
            document.url_of("ServiceRequest", statement, about=_product_key(statement)),
            statement,
            body,
        )
        return
    product = kid(statement, "consumable/manufacturedProduct")
    start, _ = interval(kid(statement, "effectiveTime"))
    nullified = attribute(kid(statement, "statusCode"), "code") == "nullified"
    amount = dose(kid(statement, "doseQuantity")).get("doseQuantity")
    performer = who(document, statement)
    reason = next(iter(reasons(document, statement)), None)
    maker = words(kid(product, "manufacturerOrganization/name"))
    number = _number(statement)
    body = {
        "status": "entered-in-error" if nullified else "not-done" if negated else "completed",
        "statusReason": reason if negated else None,
        "vaccineCode": code,
        "occurrenceDateTime": start,
        "manufacturer": {"display": maker} if maker else None,
        "lotNumber": words(kid(product, "manufacturedMaterial/lotNumberText")),
        "site": next(iter(sites(document, statement, "approachSiteCode")), None),
        "route": document.concept(kid(statement, "routeCode")),
        "doseQuantity": amount,
        "performer": [{"actor": performer}] if performer else [],
        "note": comments(document, statement),
        "reasonCode": [] if negated else reasons(document, statement),
        "protocolApplied": [{"doseNumberPositiveInt": number}] if number else [],
    }
    if not start:
        body["occurrenceString"] = "?"
    document.add(
        "Immunization",
        document.url_of("Immunization", statement, about=_product_key(statement)),
        statement,
        body,
        subject="patient",
    )


def _number(statement: Node) -> int | None:
    """Which dose of the series it is."""
    texts = [attribute(kid(statement, "repeatNumber"), "value")]
    texts.append(attribute(observed(statement, _DOSE_NUMBER), "value"))
    return next((int(text) for text in texts if _WHOLE.fullmatch(text)), None)


def _product(document: Document, section: Node, statement: Node, *, negated: bool) -> Resource:
    """What was given: the code of the product, with the class it is said to belong to."""
    product = kid(statement, "consumable/manufacturedProduct")
    material = kid(product, "manufacturedMaterial")
    if material is None:
        material = kid(product, "manufacturedLabeledDrug")
    concept = document.concept(kid(material, "code"))
    name = words(kid(material, "name"))
    if not concept and name:
        concept = {"text": name}
    if not concept and _says_what(statement):
        concept = document.concept(kid(statement, "code"))
    if not concept:
        concept = {"text": document.narrative.of(kid(statement, "text"))[:300] or document.heading(section)}
    if negated:
        known = material if codings(kid(material, "code")) else statement
        concept = document.denial(kid(known, "code"), section)
        if name and not concept.get("coding"):
            concept = denied({}, name, document.language)
    if material is not None:
        # IHE Pharmacy: the ATC class stands in another namespace.
        for one in material.iterfind(".//{*}generalizedMedicineClass/{*}code"):
            concept.setdefault("coding", [])
            concept["coding"] += [code for code in codings(one) if code not in concept["coding"]]
    return {name: value for name, value in concept.items() if value}


def _product_key(statement: Node) -> str:
    """What tells a medicine from another of the same identifier."""
    product = kid(statement, "consumable/manufacturedProduct")
    return code_key(kid(product, "manufacturedMaterial/code")) or words(
        kid(product, "manufacturedMaterial/name")
    )


def _says_what(statement: Node) -> bool:
    """Whether the code is more than « a medicine » or « a vaccination » (ActCode)."""
    code = kid(statement, "code")
    return code is not None and not is_code(code, "DRUG", "IMMUNIZ", "INITIMMUNIZ", "BOOSTER")


def _status(statement: Node) -> str:
    code = attribute(kid(statement, "statusCode"), "code")
    if code == "completed" and _IHE_MEDICATION in templates(statement):
        return "unknown"
    return _STATEMENT.get(code, "unknown")


def _taken(statement: Node) -> tuple[str, str]:
    """From when to when; how often is another effectiveTime."""
    for one in kids(statement, "effectiveTime"):
        if type_of(one) in ("", "IVL_TS", "TS") and one.get("operator") != "A":
            return interval(one)
        for part in kids(one, "comp"):
            if type_of(part) in ("IVL_TS", "TS"):
                return interval(part)
    return "", ""


def _dosages(document: Document, statement: Node, *, bounds: bool = False) -> list[Resource]:
    """How to take it: each step of a schedule where there are several, else the statement itself."""
    steps = [one for one in inner(statement, "COMP") if local(one) == "substanceAdministration"]
    found = [_dosage(document, one, bounds=bounds) for one in steps or [statement]]
    if steps:
        for number, one in enumerate(found, 1):
            one["sequence"] = number
    told = instructions(document, statement)
    if told:
        found[0]["patientInstruction"] = told
    return [one for one in found if one]


def _dosage(document: Document, statement: Node, *, bounds: bool) -> Resource:
    texts = [
        document.narrative.of(kid(one, "text"))
        for one in inner(statement)
        if is_code(kid(one, "code"), _FREE_TEXT_SIG)
    ]
    route = document.concept(kid(statement, "routeCode"))
    place = next(iter(sites(document, statement, "approachSiteCode")), None)
    rate = quantity(kid(statement, "rateQuantity"))
    amount = dose(kid(statement, "doseQuantity")) | ({"rateQuantity": rate} if rate else {})
    repeat = _repeat(statement, bounds=bounds)
    found: Resource = {
        "text": "; ".join(filter(None, texts)),
        "timing": {"repeat": repeat} if repeat else None,
        "site": place,
        "route": route,
        "doseAndRate": [amount] if amount else [],
    }
    return {name: value for name, value in found.items() if value}


def _repeat(statement: Node, *, bounds: bool) -> Resource:
    """How often (PIVL_TS, EIVL_TS) and, for what is ordered, from when to when."""
    found: Resource = {}
    between = period(*_taken(statement)) if bounds else {}
    if between:
        found["boundsPeriod"] = between
    for time in kids(statement, "effectiveTime"):
        for one in (time, *kids(time, "comp")):
            every = kid(one, "period")
            if type_of(one) == "PIVL_TS" and every is not None:
                found |= _every(every)
            event = attribute(kid(one, "event"), "code")
            if type_of(one) == "EIVL_TS" and event:
                found["when"] = [event]
    return found


def _every(node: Node) -> Resource:
    low, high = quantity(kid(node, "low")), quantity(kid(node, "high"))
    first = low or quantity(node)
    if not first or first.get("unit") not in _PERIODS:
        return {}
    found = {"frequency": 1, "period": first["value"], "periodUnit": first["unit"]}
    if low and high and high.get("unit") == first["unit"]:
        found["periodMax"] = high["value"]
    return found
