"""The table of shapes names only what R4 has."""

import re
from pathlib import Path
from typing import Any

import pytest

from phr.formats.fhir.drafts import to_draft
from phr.formats.fhir.elements import element, is_type
from phr.formats.fhir.shapes import SHAPES, Shape
from phr.formats.fhir.terms import names_of

ROOT = Path(__file__).parents[2]


def known(kind: str, path: str) -> bool:
    for name in path.split("."):
        found = element(kind, name)
        if found is None:
            return False
        kind = found[0]
    return True


@pytest.mark.parametrize(("kind", "shape"), SHAPES.items())
def test_every_path_is_an_element(kind: str, shape: Shape) -> None:
    assert is_type(kind)
    dates = [path.replace("[x]", "DateTime").replace("start..end", "start") for path in shape.dates]
    paths = [*shape.titles, *dates, *shape.authors, *shape.words, shape.note, shape.status]
    # A canonical has its display as an extension of the primitive.
    assert [path for path in paths if path and path[0] != "_" and not known(kind, path)] == []


def test_names_of_codes() -> None:
    assert names_of("http://loinc.org", "4548-4") == ("Hémoglobine glyquée (HbA1c)", "Hemoglobin A1c")
    assert names_of("http://loinc.org", "nonsense") is None
    assert names_of("urn:nonsense", "4548-4") is None


def test_a_medicine_that_is_only_a_code_is_called_by_its_group() -> None:
    atc = {"system": "http://www.whocc.no/atc", "code": "N02BE01"}
    statement: dict[str, Any] = {
        "resourceType": "MedicationStatement",
        "status": "active",
        "medicationCodeableConcept": {"coding": [atc]},
    }
    draft = to_draft(statement)
    assert draft
    assert (draft.title, draft.title_en) == (
        "Médicament du système nerveux (N02BE01)",
        "Medicine for the nervous system (N02BE01)",
    )
    statement["medicationCodeableConcept"] = {"coding": [{**atc, "display": "Paracétamol"}]}
    named = to_draft(statement)
    assert named
    assert (named.title, named.title_en) == ("Paracétamol", "Paracétamol")


def test_check_digits_of_the_loinc_codes() -> None:
    """LOINC Users' Guide, appendix C: modulus 10."""
    tables = ("phr/formats/fhir/terms/names.json", "phr/formats/measures.json", "phr/units/analytes.json")
    text = "".join((ROOT / name).read_text("utf-8") for name in tables)
    codes = set(re.findall(r'"([0-9]{1,5})-([0-9])"', text))
    assert len(codes) > 300
    for number, digit in codes:
        doubled = [int(one) * (2 if place % 2 == 0 else 1) for place, one in enumerate(reversed(number))]
        total = sum(one - 9 if one > 9 else one for one in doubled)
        assert (10 - total % 10) % 10 == int(digit), number
