"""Values: HL7 V3 data types to FHIR's, digits as sent, nothing computed or converted."""

import re
from collections.abc import Callable

from phr.formats.cda.codes import UCUM, system_of
from phr.formats.cda.document import Document
from phr.formats.cda.times import interval, moment, period
from phr.formats.cda.tree import Node, attribute, is_true, kid, kids, squeezed, type_of, words
from phr.formats.fhir.items import Resource, decimal

# A thousand digits, since int() refuses more than 4,300 when the resource is read again.
_DECIMAL = re.compile(r"-?(?:0|[1-9][0-9]{0,999})(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?", re.ASCII)
_INTEGER = re.compile(r"-?(?:0|[1-9][0-9]{0,8})", re.ASCII)
# UCUM 1.9, section 4: printable ASCII without spaces.
_UNIT = re.compile(r"[!-~]+", re.ASCII)
# The unit of what has none: a bare number.
_NO_UNIT = ("", "1")
_OTHER_UNIT = "http://hl7.org/fhir/StructureDefinition/iso21090-PQ-translation"


def quantity(node: Node | None) -> Resource | None:
    """A PQ, REAL or INT as Quantity; None if it has no number that FHIR can write.

    The same amount in another unit (``translation``) stands in FHIR's extension for it.
    """
    if node is None:
        return None
    found = _amount(attribute(node, "value"), attribute(node, "unit"))
    others = [other for other in map(_translation, kids(node, "translation")) if other]
    if found is None:
        return others[0] if others else None
    if others:
        found["extension"] = [{"url": _OTHER_UNIT, "valueQuantity": other} for other in others]
    return found


def _amount(number: str, unit: str) -> Resource | None:
    if not _DECIMAL.fullmatch(number):
        return None
    try:
        found: Resource = {"value": decimal(number)}
    except ArithmeticError:
        return None
    if unit not in _NO_UNIT:
        found["unit"] = unit
        if _UNIT.fullmatch(unit):
            found |= {"system": UCUM, "code": unit}
    return found


def _translation(node: Node) -> Resource | None:
    """A PQR: its unit is a code of any system, or the words it came from."""
    unit = attribute(node, "code") or attribute(node, "unit")
    # It may say OTH: of the unit, which is no code then.
    found = _amount(squeezed(node.get("value") or ""), unit)
    if found is None:
        return None
    system = system_of(attribute(node, "codeSystem"))
    if system and system != UCUM and "code" in found:
        found["system"] = system
    text = words(kid(node, "originalText")) or attribute(node, "displayName")
    if text:
        found["unit"] = text
    return found


def value_of(document: Document, node: Node | None) -> Resource:
    """``value[x]`` of an element with ``xsi:type``: one member, or none if it says nothing."""
    if node is None:
        return {}
    kind = type_of(node) or _guess(node)
    if kind.startswith("RTO"):
        return _ratio(node)
    if kind in ("CD", "CE", "CV", "CO", "CS"):
        return _one("valueCodeableConcept", document.concept(node))
    read = _READERS.get("IVL" if kind.startswith("IVL_") and kind != "IVL_TS" else kind)
    found = read(node) if read else _one("valueString", document.narrative.of(node))
    return found or _written(node)


def _one(name: str, value: object) -> Resource:
    return {name: value} if value else {}


def _guess(node: Node) -> str:
    """The type of a value that does not name it."""
    if node.get("code"):
        return "CD"
    if node.get("value"):
        return "PQ"
    return "IVL_PQ" if kid(node, "low") is not None or kid(node, "high") is not None else "ST"


def _written(node: Node) -> Resource:
    """What is no value of its type, as it was sent."""
    return _one("valueString", f"{attribute(node, 'value')} {attribute(node, 'unit')}".strip() or words(node))


def _interval(node: Node) -> Resource:
    low, high = quantity(kid(node, "low")), quantity(kid(node, "high"))
    if low and high:
        return {"valueRange": {"low": low, "high": high}}
    if low:
        return {"valueQuantity": {**low, "comparator": ">" if _is_open(kid(node, "low")) else ">="}}
    if high:
        return {"valueQuantity": {**high, "comparator": "<" if _is_open(kid(node, "high")) else "<="}}
    alone = quantity(node) or quantity(kid(node, "center"))
    return {"valueQuantity": alone} if alone else _bounds(node)


def _bounds(node: Node) -> Resource:
    """Bounds that are no numbers (``<1`` in an attribute), as sent."""
    written = [_written(one).get("valueString", "") for one in kids(node, "low") + kids(node, "high")]
    return _one("valueString", " – ".join(filter(None, written))) or _written(node)


def _is_open(node: Node | None) -> bool:
    return node is not None and node.get("inclusive") == "false"


def _ratio(node: Node) -> Resource:
    over, under = quantity(kid(node, "numerator")), quantity(kid(node, "denominator"))
    return {"valueRatio": {"numerator": over, "denominator": under}} if over and under else _written(node)


def _whole(node: Node) -> Resource:
    text = attribute(node, "value")
    return {"valueInteger": int(text)} if _INTEGER.fullmatch(text) else {}


def _truth(node: Node) -> Resource:
    return {"valueBoolean": is_true(node, "value")} if attribute(node, "value") else {}


_READERS: dict[str, Callable[[Node], Resource]] = {
    "PQ": lambda node: _one("valueQuantity", quantity(node)),
    "REAL": lambda node: _one("valueQuantity", quantity(node)),
    "MO": lambda node: _one("valueQuantity", quantity(node)),
    "INT": _whole,
    "BL": _truth,
    "TS": lambda node: _one("valueDateTime", moment(attribute(node, "value"))),
    "IVL_TS": lambda node: _one("valuePeriod", period(*interval(node))),
    "IVL": _interval,
}


def ranges(document: Document, statement: Node) -> list[Resource]:
    """The sender's reference ranges, in its own numbers or words."""
    found = []
    for one in kids(statement, "referenceRange/observationRange"):
        value, text = kid(one, "value"), document.narrative.of(kid(one, "text"))
        between: Resource = {}
        if value is not None:
            low, high = quantity(kid(value, "low")), quantity(kid(value, "high"))
            between = {name: bound for name, bound in (("low", low), ("high", high)) if bound}
            text = text or ("" if between else value_of(document, value).get("valueString", ""))
        if text:
            between["text"] = text
        if between:
            found.append(between)
    return found


def dose(node: Node | None) -> Resource:
    """``doseQuantity`` or ``doseRange`` of a dose that is one amount or an interval."""
    if node is None:
        return {}
    low, high = quantity(kid(node, "low")), quantity(kid(node, "high"))
    if low and high and low != high:
        return {"doseRange": {"low": low, "high": high}}
    return _one("doseQuantity", low or high or quantity(node))
