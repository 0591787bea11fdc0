"""Measurements that people take themselves, whatever device or table they come from, as Observations.

Names and LOINC codes are in ``measures.json`` (LOINC licence: ``fhir/terms/README.md``); the French names were written
for this program. Home measurements of glucose count as vital signs, so that they stand with the other measurements.
"""

import json
import re
from dataclasses import dataclass
from functools import cache
from importlib import resources

from phr.formats.derived import concept, present
from phr.formats.fhir.items import Resource, decimal

_LOINC = "http://loinc.org"
_UCUM = "http://unitsofmeasure.org"
_CATEGORY = "http://terminology.hl7.org/CodeSystem/observation-category"
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]{0,30})(?:\.[0-9]{1,30})?(?:[eE][+-]?[0-9]{1,3})?")
# What blood glucose is called depends on how it is counted.
_GLUCOSE = {"mg/dL": "2339-0", "g/L": "2339-0", "mmol/L": "15074-8"}
# Spellings of units in UCUM; a unit that is not here stands as it is written.
_UNITS = {
    "kg": "kg",
    "g": "g",
    "lb": "[lb_av]",
    "lbs": "[lb_av]",
    "cm": "cm",
    "m": "m",
    "km": "km",
    "mi": "[mi_i]",
    "ft": "[ft_i]",
    "in": "[in_i]",
    "%": "%",
    "mmHg": "mm[Hg]",
    "mmhg": "mm[Hg]",
    "mm Hg": "mm[Hg]",
    "cmHg": "cm[Hg]",
    "cmhg": "cm[Hg]",
    "count/min": "/min",
    "/min": "/min",
    "bpm": "/min",
    "BPM": "/min",
    "batt./min": "/min",
    "battements/min": "/min",
    "mg/dL": "mg/dL",
    "mg/dl": "mg/dL",
    "g/L": "g/L",
    "g/l": "g/L",
    "mmol/L": "mmol/L",
    "mmol/l": "mmol/L",
    "mmol<180.1558800000541>/L": "mmol/L",
    "degC": "Cel",
    "°C": "Cel",
    "degF": "[degF]",
    "°F": "[degF]",
    "kg/m²": "kg/m2",
    "kg/m2": "kg/m2",
    "kcal": "kcal",
    "Cal": "kcal",
    "kJ": "kJ",
    "s": "s",
    "min": "min",
    "hr": "h",
    "h": "h",
    "L": "L",
    "L/min": "L/min",
    "l/min": "L/min",
    "mL": "mL",
    "ms": "ms",
    "mg": "mg",
    "mcg": "ug",
    "IU": "[iU]",
}


@dataclass(frozen=True, slots=True)
class Measure:
    """What is measured. ``category`` is FHIR's observation category; ``loinc`` is "" where no one code fits."""

    french: str
    english: str
    loinc: str
    category: str


@cache
def measures() -> dict[str, Measure]:
    """The known measures by their keys (``weight``, ``glucose``, …)."""
    table = json.loads(resources.files(__package__).joinpath("measures.json").read_text("utf-8"))
    return {key: Measure(*row) for key, row in table.items()}


def ucum(unit: str) -> str:
    """A unit as UCUM writes it, "" if it is not known."""
    return _UNITS.get(unit, "")


def code_of(measure: Measure, unit: str, *codings: tuple[str, str]) -> Resource:
    """The CodeableConcept of a measure in a unit, with further codings (system and code)."""
    loinc = _GLUCOSE.get(ucum(unit), "") if measure.english == "Blood glucose" else measure.loinc
    return concept(measure.french, measure.english, (_LOINC, loinc), *codings)


def value_of(text: str, unit: str) -> Resource:
    """``valueQuantity`` with the digits as they are, or ``valueString`` where the text is no number."""
    if _NUMBER.fullmatch(text):
        code = ucum(unit)
        return {
            "valueQuantity": present(unit=unit, system=_UCUM if code else "", code=code)
            | {"value": decimal(text)}
        }
    return {"valueString": f"{text} {unit}".strip()} if text else {}


def observation(code: Resource, category: str, **members: object) -> Resource:
    """A final Observation of those members that hold something."""
    return {
        "resourceType": "Observation",
        "status": "final",
        "category": [{"coding": [{"system": _CATEGORY, "code": category}]}],
        "code": code,
    } | present(**members)
