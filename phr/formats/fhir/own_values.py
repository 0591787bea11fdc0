"""The value of what a patient writes, put where R4 has it."""

import re

from phr.errors import NotEditable
from phr.formats.fhir.items import Resource, decimal

_NUMBER = r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]{1,4})?"
_QUANTITY = re.compile(rf"(<=|>=|<|>)?({_NUMBER})")
_BLOOD_PRESSURE = re.compile(r"([0-9]{1,3}(?:\.[0-9]+)?)/([0-9]{1,3}(?:\.[0-9]+)?)")
_SIDES = (("8480-6", "Systolic blood pressure"), ("8462-4", "Diastolic blood pressure"))


def set_value(resource: Resource, value: str, unit: str) -> None:
    """Writes value and unit, or removes both; raises :class:`NotEditable` where they cannot be held.

    An Observation takes any text, a treatment its dose, a vaccine its dose in numbers, an allergy its reaction.
    """
    writer = _WRITERS.get(resource["resourceType"])
    if writer is None:
        raise NotEditable("this kind of entry has no value")
    if unit and not value:
        raise NotEditable("a unit without a value")
    writer(resource, value, unit)


def _quantity(value: str, unit: str) -> Resource | None:
    found = _QUANTITY.fullmatch(value)
    if found is None:
        return None
    quantity: Resource = {"value": decimal(found[2])}
    if found[1]:
        quantity["comparator"] = found[1]
    if unit:
        quantity["unit"] = unit
    return quantity


def _observation(resource: Resource, value: str, unit: str) -> None:
    for name in ("valueQuantity", "valueString", "component"):
        resource.pop(name, None)
    sides = _BLOOD_PRESSURE.fullmatch(value)
    quantity = _quantity(value, unit)
    if quantity:
        resource["valueQuantity"] = quantity
    elif sides and unit:
        resource["component"] = [
            {
                "code": {"coding": [{"system": "http://loinc.org", "code": code, "display": name}]},
                "valueQuantity": _quantity(side, unit),
            }
            for (code, name), side in zip(_SIDES, sides.groups(), strict=True)
        ]
    elif unit:
        raise NotEditable("a unit needs a number")
    elif value:
        resource["valueString"] = value


def _treatment(resource: Resource, value: str, unit: str) -> None:
    resource.pop("dosage", None)
    quantity = _quantity(value, unit)
    if quantity and unit:
        resource["dosage"] = [{"doseAndRate": [{"doseQuantity": quantity}]}]
    elif unit:
        raise NotEditable("a unit needs a number")
    elif value:
        resource["dosage"] = [{"text": value}]


def _vaccine(resource: Resource, value: str, unit: str) -> None:
    resource.pop("doseQuantity", None)
    quantity = _quantity(value, unit)
    if quantity:
        resource["doseQuantity"] = quantity
    elif value:
        raise NotEditable("a dose needs a number")


def _allergy(resource: Resource, value: str, unit: str) -> None:
    resource.pop("reaction", None)
    if unit:
        raise NotEditable("a reaction has no unit")
    if value:
        resource["reaction"] = [{"manifestation": [{"text": value}]}]


_WRITERS = {
    "Observation": _observation,
    "MedicationStatement": _treatment,
    "Immunization": _vaccine,
    "AllergyIntolerance": _allergy,
}
