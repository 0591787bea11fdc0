"""Values in another unit: exact, by published factors, and only where that is known."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phr.units.convert import analytes, beside, convert
from phr.units.ucum import unit

GLUCOSE, CREATININE, HBA1C = "2345-7", "14682-9", "4548-4"


@pytest.mark.parametrize(
    ("value", "source", "target", "loinc", "expected"),
    [
        # As laboratories print both: glucose 5.55 mmol/L is 1.00 g/L, creatinine 88.4 umol/L is 10.0 mg/L.
        ("5.55", "mmol/L", "g/L", GLUCOSE, "1.00"),
        ("100", "mg/dL", "mmol/L", GLUCOSE, "5.55"),
        ("88.4", "umol/L", "mg/L", CREATININE, "10.0"),
        ("5.2", "mmol/L", "g/L", "2093-3", "2.0"),
        ("<1", "mg/L", "g/L", "", "<0.001"),
        ("12,5", "g/dL", "g/L", "", "125"),
        ("150", "10*3/uL", "10*9/L", "", "150"),
        ("60", "U/L", "ukat/L", "", "1.0"),
        ("7.0", "%", "mmol/mol", HBA1C, "53"),
        ("53", "mmol/mol", "%", "59261-8", "7.0"),
        ("98.6", "[degF]", "Cel", "", "37.0"),
        ("220.5", "[lb_av]", "kg", "", "100.0"),
        ("16", "kPa", "mm[Hg]", "", "120"),
        ("0", "mmol/L", "g/L", GLUCOSE, "0"),
    ],
)
def test_a_value_in_another_unit(value: str, source: str, target: str, loinc: str, expected: str) -> None:
    assert convert(value, source, target, loinc) == expected


@pytest.mark.parametrize(
    ("value", "source", "target", "loinc"),
    [
        ("5.5", "mmol/L", "g/L", ""),
        ("5.5", "mmol/L", "g/L", "718-7"),
        ("5.5", "mmol/L", "mmol/L", GLUCOSE),
        ("5.5", "g", "mmol/L", GLUCOSE),
        ("2.4", "meq/L", "mg/L", "17861-6"),
        ("3", "[iU]/L", "U/L", ""),
        ("positif", "mmol/L", "g/L", GLUCOSE),
        ("120/80", "mm[Hg]", "kPa", ""),
        ("1", "quux", "g", ""),
        ("1", "g" * 50, "g", ""),
        ("9" * 40, "g", "kg", ""),
        ("6.5", "%", "mmol/mol", "2345-7"),
    ],
)
def test_what_is_not_known_is_not_converted(value: str, source: str, target: str, loinc: str) -> None:
    assert convert(value, source, target, loinc) is None


def test_the_unit_that_stands_beside() -> None:
    assert beside("5.5", "mmol/l", ["99999-9", GLUCOSE]) == ("0.99", "g/L")
    assert beside("10", "mg/L", [CREATININE]) == ("88", "µmol/L")
    assert beside("154", "lb", []) == ("69.9", "kg")
    assert beside("140", "mmol/L", ["2951-2"]) is None


def test_molar_masses_are_those_of_the_handbooks() -> None:
    """CRC Handbook of Chemistry and Physics, rounded to two places."""
    masses = {one.formula: round(float(one.molar_mass), 1) for one in analytes().values()}
    assert masses["C6H12O6"] == 180.2
    assert masses["C4H7N3O"] == 113.1
    assert masses["C27H46O"] == 386.7
    assert masses["C63H88CoN14O14P"] == 1355.4
    assert all(unit(one.mass) and unit(one.amount) for one in analytes().values())


@given(
    st.decimals(min_value=Decimal("0.01"), max_value=100_000, places=4), st.sampled_from(sorted(analytes()))
)
def test_there_and_back_is_the_same_to_the_digits_shown(number: Decimal, loinc: str) -> None:
    known = analytes()[loinc]
    there = convert(f"{number}", known.mass, known.amount, loinc)
    assert there is not None
    back = convert(there, known.amount, known.mass, loinc)
    assert back is not None
    digits = max(2, len(str(number).replace(".", "").lstrip("0")))
    assert abs(Fraction(back) - Fraction(number)) <= Fraction(number) * 12 / 10 ** (digits - 1)


@given(st.text(max_size=30), st.text(max_size=12), st.text(max_size=12))
def test_any_text_is_converted_or_not(value: str, source: str, target: str) -> None:
    convert(value, source, target, GLUCOSE)
    beside(value, source, [GLUCOSE])
