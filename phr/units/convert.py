"""The same value in another unit: exact fractions, rounded once at the end.

Rounding: half up, to as many significant digits as the original has, at least two and never to tens; a step by a power
of ten keeps all digits.
From mass to amount by the molar mass of the analyte (``analytes.json``: its formula), from the abridged standard atomic
weights of CIAAW 2021. HbA1c by the master equation of IFCC and NGSP (Hoelzel et al., Clin Chem 2004; 50: 166-174):
NGSP % = 0.09148 * IFCC mmol/mol + 2.152. LOINC codes in the table: licence in ``phr/formats/fhir/terms/README.md``.
"""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal, InvalidOperation
from fractions import Fraction
from functools import cache
from importlib import resources

from phr.entry import Coding, Value
from phr.units.ucum import unit

_LOINC = "http://loinc.org"
_WEIGHTS = {
    "H": "1.008",
    "C": "12.011",
    "N": "14.007",
    "O": "15.999",
    "F": "18.998",
    "Na": "22.990",
    "Mg": "24.305",
    "P": "30.974",
    "S": "32.06",
    "Cl": "35.45",
    "K": "39.098",
    "Ca": "40.078",
    "Fe": "55.845",
    "Co": "58.933",
    "Cu": "63.546",
    "Zn": "65.38",
    "Se": "78.971",
    "I": "126.90",
    "Li": "6.94",
}
_PART = re.compile(r"([A-Z][a-z]?)(\d*)")
_VALUE = re.compile(r"(?P<sign>[<>]=?|[≤≥])?\s*(?P<number>-?\d{1,15}(?:[.,]\d{1,15})?)")
_HBA1C = {"4548-4", "17856-6", "59261-8"}
_SLOPE, _INTERCEPT = Fraction("0.09148"), Fraction("2.152")
# Degrees have no factor alone (UCUM 21-22: special units).
_FAHRENHEIT = Fraction(9, 5), Fraction(32)
_LEAST_DIGITS = 2
_PRECISE = Context(prec=60, rounding=ROUND_HALF_UP)
# Spelled as French laboratories and devices do; UCUM's own codes are read as they are.
_SPELLED = {
    "°C": "Cel",
    "degC": "Cel",
    "°F": "[degF]",
    "degF": "[degF]",
    "mmHg": "mm[Hg]",
    "mm Hg": "mm[Hg]",
    "lb": "[lb_av]",
    "lbs": "[lb_av]",
    "in": "[in_i]",
    "ft": "[ft_i]",
    "UI/L": "[iU]/L",
    "IU/L": "[iU]/L",
    "mEq/L": "meq/L",
}
_OTHER_SYSTEM = {
    "[lb_av]": "kg",
    "[oz_av]": "g",
    "[in_i]": "cm",
    "[ft_i]": "cm",
    "[degF]": "Cel",
    "kPa": "mm[Hg]",
}
_SHOWN = {"Cel": "°C", "[degF]": "°F", "mm[Hg]": "mmHg"}


@dataclass(frozen=True, slots=True)
class Analyte:
    """``formula`` gives its molar mass; ``mass`` and ``amount`` are the units in which it is usually reported."""

    formula: str
    mass: str
    amount: str

    @property
    def molar_mass(self) -> Fraction:
        """Grams in a mole."""
        return sum(
            (Fraction(_WEIGHTS[one]) * int(times or 1) for one, times in _PART.findall(self.formula)),
            Fraction(),
        )


@cache
def analytes() -> dict[str, Analyte]:
    """Analytes by the LOINC codes that report them."""
    table = json.loads(resources.files(__package__).joinpath("analytes.json").read_text("utf-8"))
    return {
        code: Analyte(one["formula"], one["mass"], one["amount"]) for one in table for code in one["loinc"]
    }


def ucum(text: str) -> str:
    """A unit as it is spelled, in UCUM."""
    text = text.strip().replace("\N{MICRO SIGN}", "u").replace("\N{GREEK SMALL LETTER MU}", "u")
    return _SPELLED.get(text) or re.sub(r"(?<=/)([dcmu]?)l\b", r"\1L", text)


def shown(code: str) -> str:
    """A UCUM code as people read it."""
    return _SHOWN.get(code) or re.sub(r"\bu(?=mol|g|kat|L)", "\N{MICRO SIGN}", code)


def convert(value: str, from_ucum: str, to_ucum: str, loinc: str = "") -> str | None:
    """``value`` (digits as text, perhaps after ``<`` or ``>``) in another unit; None where that is not known exactly.

    ``loinc`` says what was measured, which mass and amount need.
    """
    match = _VALUE.fullmatch(value.strip())
    if match is None or from_ucum == to_ucum:
        return None
    try:
        number = Decimal(match["number"].replace(",", "."))
    except InvalidOperation:
        return None
    found = _special(Fraction(number), from_ucum, to_ucum, loinc)
    if found is None:
        factor = _factor((from_ucum, to_ucum), analytes().get(loinc))
        found = None if factor is None else Fraction(number) * factor
        if factor is not None and _is_power_of_ten(factor):
            return (match["sign"] or "") + f"{number.scaleb(_exponent(factor)):f}"
    return None if found is None else (match["sign"] or "") + _rounded(found, number)


def beside(value: str, spelled: str, loinc: Iterable[str]) -> tuple[str, str] | None:
    """A value in the other unit that it is often given in, and that unit as people read it; None if there is none.

    The original stands first wherever this is shown: it is what was sent.
    """
    code = ucum(spelled)
    for one in loinc:
        if one in _HBA1C:
            other = "mmol/mol" if code == "%" else "%"
        elif (analyte := analytes().get(one)) and (known := unit(code)):
            other = analyte.mass if ("mol", 1) in known.bases else analyte.amount
        else:
            continue
        if text := convert(value, code, other, one):
            return text, shown(other)
    other = _OTHER_SYSTEM.get(code, "")
    text = convert(value, code, other) if other else None
    return (text, shown(other)) if text else None


def in_another_unit(value: Value | None, codes: Iterable[Coding]) -> tuple[str, str] | None:
    """The same for a value of what these codes say."""
    if value is None:
        return None
    return beside(value.text, value.unit, [code.code for code in codes if code.system == _LOINC])


def _special(number: Fraction, source: str, target: str, loinc: str) -> Fraction | None:
    """What is more than a factor."""
    scale, zero = _FAHRENHEIT
    if (source, target) == ("[degF]", "Cel"):
        return (number - zero) / scale
    if (source, target) == ("Cel", "[degF]"):
        return number * scale + zero
    if loinc in _HBA1C and (source, target) == ("%", "mmol/mol"):
        return (number - _INTERCEPT) / _SLOPE
    if loinc in _HBA1C and (source, target) == ("mmol/mol", "%"):
        return number * _SLOPE + _INTERCEPT
    return None


def _factor(codes: tuple[str, str], analyte: Analyte | None) -> Fraction | None:
    source, target = map(unit, codes)
    if source is None or target is None:
        return None
    if source.bases == target.bases:
        # A share of what, only the analyte tells: of its mass, its volume, its moles.
        if "%" in codes and any("mol" in code for code in codes):
            return None
        return source.factor / target.factor
    first, second = dict(source.bases), dict(target.bases)
    kinds = first.pop("g", 0), first.pop("mol", 0), second.pop("g", 0), second.pop("mol", 0)
    if analyte is None or first != second or kinds not in ((1, 0, 0, 1), (0, 1, 1, 0)):
        return None
    times = 1 / analyte.molar_mass if kinds[0] else analyte.molar_mass
    return source.factor / target.factor * times


def _is_power_of_ten(factor: Fraction) -> bool:
    return all(
        set(str(part)) <= {"0", "1"} and str(part).count("1") == 1
        for part in (factor.numerator, factor.denominator)
    )


def _exponent(factor: Fraction) -> int:
    return len(str(factor.numerator)) - len(str(factor.denominator))


def _rounded(found: Fraction, original: Decimal) -> str:
    digits = max(_LEAST_DIGITS, len(str(original.copy_abs()).replace(".", "").lstrip("0")))
    exact = _PRECISE.divide(Decimal(found.numerator), Decimal(found.denominator))
    rounded = Context(prec=digits, rounding=ROUND_HALF_UP).plus(exact)
    place = Decimal(1).scaleb(min(0, rounded.adjusted() - digits + 1)) if rounded else Decimal(1)
    return f"{exact.quantize(place, context=_PRECISE):f}"
