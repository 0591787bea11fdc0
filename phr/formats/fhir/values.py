"""What was measured, exactly as sent: nothing is computed, rounded, converted or judged."""

from decimal import Decimal
from typing import Any

from phr.entry import Kind, Value
from phr.formats.fhir.items import Resource
from phr.formats.fhir.moments import period
from phr.formats.fhir.texts import at, block, concept_text, line

_SYSTOLIC, _DIASTOLIC = "8480-6", "8462-4"
_CATEGORIES = {
    "laboratory": Kind.RESULT,
    "vital-signs": Kind.MEASUREMENT,
    "activity": Kind.MEASUREMENT,
    "social-history": Kind.NOTE,
}
# Weight, height, head, body mass index, blood pressure, pulse, breathing, temperature, oxygen, waist.
# fmt: off
_BODY = frozenset((
    "29463-7", "3141-9", "8302-2", "8306-3", "9843-4", "8287-5", "39156-5",
    "85354-9", "55284-4", "8480-6", "8462-4", "8867-4", "9279-1", "8310-5", "2708-6",
    "59408-5", "56086-2", "8280-0", "41950-7", "93832-4",
))
# fmt: on


def observation_kind(observation: Resource) -> Kind:
    """By the observation's category; body measures by their LOINC code if it has none that tells."""
    for code in at(observation, "category.coding.code"):
        if type(code) is str and code in _CATEGORIES:
            return _CATEGORIES[code]
    body = any(type(code) is str and code in _BODY for code in at(observation, "code.coding.code"))
    return Kind.MEASUREMENT if body else Kind.RESULT


def observation_value(observation: Resource) -> Value | None:
    """The value with the sender's own range and flag; None if there is none.

    Components become one text: ``120/80`` for a blood pressure, else ``name: value unit`` separated by
    semicolons.
    """
    text, unit = _value(observation)
    if not text:
        text, unit = _components(observation.get("component"))
    if not text:
        return None
    low, high, words = _range(observation.get("referenceRange"), unit)
    return Value(text, unit, low, high, words, _flag(observation))


def dosage_value(resource: Resource, path: str) -> Value | None:
    """What is written about taking a medicine: the text of each dosage, else the first dose."""
    texts = [block(one) for one in at(resource, f"{path}.text")]
    text = "; ".join(filter(None, texts))
    if text:
        return Value(text)
    for where in ("doseAndRate.doseQuantity", "dose"):
        for quantity in at(resource, f"{path}.{where}"):
            text, unit = _quantity(quantity)
            if text:
                return Value(text, unit)
    return None


def quantity_value(quantity: Any) -> Value | None:
    """A Quantity alone, as a vaccine's dose."""
    text, unit = _quantity(quantity)
    return Value(text, unit) if text else None


def reaction_value(allergy: Resource) -> Value | None:
    """How an allergy showed itself, in the sender's words."""
    texts = [concept_text(one) for one in at(allergy, "reaction.manifestation")]
    text = "; ".join(dict.fromkeys(filter(None, texts)))
    return Value(text) if text else None


def _number(value: Any) -> str:
    """The digits of a JSON number as they were sent."""
    return str(value) if isinstance(value, int | Decimal) and not isinstance(value, bool) else ""


def _quantity(value: Any) -> tuple[str, str]:
    if type(value) is not dict:
        return "", ""
    number = _number(value.get("value"))
    if not number:
        return "", ""
    return line(value.get("comparator")) + number, line(value.get("unit")) or line(value.get("code"))


def _value(node: Resource) -> tuple[str, str]:
    """Text and unit of value[x]."""
    quantity = node.get("valueQuantity")
    if quantity is not None:
        return _quantity(quantity)
    concept = node.get("valueCodeableConcept")
    if concept is not None:
        return concept_text(concept), ""
    for name in ("valueString", "valueDateTime", "valueTime"):
        text = block(node.get(name))
        if text:
            return text, ""
    flag = node.get("valueBoolean")
    if type(flag) is bool:
        return ("true" if flag else "false"), ""
    number = _number(node.get("valueInteger"))
    return (number, "") if number else _compound(node)


def _compound(node: Resource) -> tuple[str, str]:
    between = node.get("valueRange")
    if type(between) is dict:
        (low, unit), (high, other) = _quantity(between.get("low")), _quantity(between.get("high"))
        return (f"{low} – {high}", unit or other) if low or high else ("", "")
    ratio = node.get("valueRatio")
    if type(ratio) is dict:
        (over, unit), (under, per) = _quantity(ratio.get("numerator")), _quantity(ratio.get("denominator"))
        if not over or not under:
            return over, unit
        return (
            f"{over} {unit}".strip() + " / " + f"{under} {per}".strip() if unit or per else f"{over}:{under}"
        ), ""
    return period(node.get("valuePeriod")) or "", ""


def _components(components: Any) -> tuple[str, str]:
    if type(components) is not list:
        return "", ""
    by_code: dict[str, tuple[str, str]] = {}
    texts = []
    for one in components:
        if type(one) is dict:
            text, unit = _value(one)
            for code in at(one, "code.coding.code") if text else ():
                if type(code) is str:
                    by_code.setdefault(code, (text, unit))
            if text:
                flag = _flag(one)
                texts.append(
                    f"{concept_text(one.get('code'))}: {text} {unit}".rstrip()
                    + (f" ({flag})" if flag else "")
                )
    systolic, diastolic = by_code.get(_SYSTOLIC), by_code.get(_DIASTOLIC)
    if systolic and diastolic and systolic[1] == diastolic[1] and len(texts) == 2:
        return f"{systolic[0]}/{diastolic[0]}", systolic[1]
    return "; ".join(texts), ""


def _flag(node: Resource) -> str:
    """The sender's interpretation: the code of each, else its text."""
    found = []
    for one in at(node, "interpretation"):
        code = next((line(code) for code in at(one, "coding.code")), "")
        found.append(code or concept_text(one))
    return ", ".join(filter(None, found))


def _range(ranges: Any, unit: str) -> tuple[str, str, str]:
    """Low, high and text of the one range; several, or one in another unit, stay text, since choosing would
    judge."""
    if type(ranges) is not list:
        return "", "", ""
    if len(ranges) == 1 and type(ranges[0]) is dict:
        one = ranges[0]
        (low, low_unit), (high, high_unit) = _quantity(one.get("low")), _quantity(one.get("high"))
        if {low_unit, high_unit} <= {unit, ""}:
            return low, high, line(one.get("text"))
    return "", "", "; ".join(filter(None, map(_range_text, ranges)))


def _range_text(one: Any) -> str:
    if type(one) is not dict:
        return ""
    text = line(one.get("text"))
    if not text:
        (low, unit), (high, other) = _quantity(one.get("low")), _quantity(one.get("high"))
        between = f"{low} – {high}" if low and high else f"≥ {low}" if low else f"≤ {high}" if high else ""
        text = f"{between} {unit or other}".strip() if between else ""
    who = ", ".join(filter(None, map(concept_text, [*at(one, "type"), *at(one, "appliesTo")])))
    return f"{who}: {text}" if who and text else text
