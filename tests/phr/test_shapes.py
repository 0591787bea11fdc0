"""The table of shapes names only what R4 has."""

import pytest

from phr.formats.fhir.elements import element, is_type
from phr.formats.fhir.shapes import SHAPES, Shape
from phr.formats.fhir.terms import names_of


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
