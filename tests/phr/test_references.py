import pytest
from hypothesis import given
from hypothesis import strategies as st

from phr.formats.fhir.references import Form, Parts, contained, references, split


@pytest.mark.parametrize(
    ("reference", "parts"),
    [
        ("#p", Parts(Form.CONTAINED, id="p")),
        ("Patient/12", Parts(Form.RELATIVE, "Patient", "12", "Patient/12")),
        ("Patient/12/_history/3", Parts(Form.RELATIVE, "Patient", "12", "Patient/12")),
        ("https://s/f/Patient/12", Parts(Form.ABSOLUTE, "Patient", "12", "https://s/f/Patient/12")),
        (
            "https://s/f/Patient/12/_history/1",
            Parts(Form.ABSOLUTE, "Patient", "12", "https://s/f/Patient/12"),
        ),
        ("https://s/document.pdf", Parts(Form.ABSOLUTE, url="https://s/document.pdf")),
        ("urn:uuid:1-2", Parts(Form.URN, url="urn:uuid:1-2")),
        ("urn:oid:1.2", Parts(Form.URN, url="urn:oid:1.2")),
        ("Patient?identifier=http://x|v", Parts(Form.CONDITIONAL, "Patient", token="http://x|v")),
        (
            "Practitioner?identifier=http%3A%2F%2Fx%7Cv%201",
            Parts(Form.CONDITIONAL, "Practitioner", token="http://x|v 1"),
        ),
        ("https://s/Patient?a=b&identifier=|v", Parts(Form.CONDITIONAL, "Patient", token="|v")),
        ("Patient?name=x", Parts(Form.CONDITIONAL, "Patient")),
        ("Patient", Parts(Form.OTHER)),
        ("", Parts(Form.OTHER)),
        ("patient/12", Parts(Form.OTHER)),
    ],
)
def test_forms(reference: str, parts: Parts) -> None:
    assert split(reference) == parts


@given(st.text(alphabet="Patien/?#:=|&_.%12", max_size=30) | st.text(max_size=10))
def test_any_text_is_taken_apart(reference: str) -> None:
    assert split(reference).form in Form


def test_every_reference_is_found_in_place() -> None:
    resource = {
        "resourceType": "Basic",
        "identifier": {"system": "s", "value": "not a reference"},
        "subject": {"reference": "Patient/1"},
        "author": {"identifier": {"system": "s", "value": "v"}, "display": "D"},
        "contained": [{"resourceType": "Basic", "subject": {"reference": "Patient/2"}}],
        "extension": [{"url": "u", "valueReference": {"reference": "#x", "type": "Basic"}}],
        "odd": [[{"reference": "Patient/3"}], {"reference": 7}],
    }
    found = list(references(resource))
    assert sorted(one.get("reference", "") for one in found) == [
        "",
        "#x",
        "Patient/1",
        "Patient/2",
        "Patient/3",
    ]
    for one in found:
        one.clear()
    assert resource["subject"] == resource["author"] == {}


def test_nesting_is_no_limit() -> None:
    node: dict[str, object] = {"reference": "Patient/1"}
    for _ in range(10_000):
        node = {"a": [node]}
    assert len(list(references(node))) == 1


def test_contained() -> None:
    inner = {"resourceType": "Medication", "id": "m"}
    resource = {"resourceType": "Basic", "contained": [7, {"id": ["m"]}, inner]}
    assert contained(resource, "#m") is inner
    assert contained(resource, "#") is resource
    assert contained(resource, "m") is None
    assert contained({"contained": "m"}, "#m") is None
