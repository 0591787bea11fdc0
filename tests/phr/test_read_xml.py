import io
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from fhir.resources.R4B import get_fhir_model_class

from phr.errors import FormatError
from phr.formats.fhir.items import Item
from phr.formats.fhir.read_json import read_json
from phr.formats.fhir.read_xml import read_xml

NS = 'xmlns="http://hl7.org/fhir"'


def read(text: str | bytes) -> list[Item]:
    return list(read_xml(io.BytesIO(text.encode() if isinstance(text, str) else text)))


def resource(inside: str, kind: str = "Patient") -> dict[str, object]:
    (item,) = read(f"<{kind} {NS}>{inside}</{kind}>")
    assert item.resource is not None, item.problem
    return item.resource


def test_lists_and_single_elements() -> None:
    assert resource(
        '<id value="a"/><name><family value="N"/><given value="A"/><given value="B"/></name>'
    ) == {
        "resourceType": "Patient",
        "id": "a",
        "name": [{"family": "N", "given": ["A", "B"]}],
    }


def test_numbers_and_truth_values() -> None:
    assert resource('<active value="true"/><multipleBirthInteger value="2"/>') == {
        "resourceType": "Patient",
        "active": True,
        "multipleBirthInteger": 2,
    }
    read_back = resource('<code/><valueQuantity><value value="1.0e-3"/></valueQuantity>', "Observation")
    assert read_back["valueQuantity"] == {"value": Decimal("0.0010")}
    (item,) = read(
        f'<Observation {NS}><valueQuantity><value value="0.00000010"/></valueQuantity></Observation>'
    )
    assert item.raw == b'{"resourceType":"Observation","valueQuantity":{"value":0.00000010}}'


def test_extensions_beside_a_value() -> None:
    assert resource(
        '<name><given value="A"/><given id="g"/><given value="C"/></name>'
        '<birthDate value="1970"><extension url="u"><valueCode value="x"/></extension></birthDate>'
    ) == {
        "resourceType": "Patient",
        "name": [{"given": ["A", None, "C"], "_given": [None, {"id": "g"}, None]}],
        "birthDate": "1970",
        "_birthDate": {"extension": [{"url": "u", "valueCode": "x"}]},
    }


def test_contained_resources_and_narrative() -> None:
    div = '<div xmlns="http://www.w3.org/1999/xhtml">A &lt; <b>B</b></div>'
    assert resource(
        f'<text><status value="empty"/>{div}</text><contained><Basic><id value="c"/></Basic></contained>'
    ) == {
        "resourceType": "Patient",
        "text": {"status": "empty", "div": div},
        "contained": [{"resourceType": "Basic", "id": "c"}],
    }


def test_a_bundle_is_read_entry_by_entry() -> None:
    items = read(
        '<f:Bundle xmlns:f="http://hl7.org/fhir"><f:type value="batch"/><f:entry><f:fullUrl value="u"/>'
        '<f:resource><f:Basic><f:id value="1"/></f:Basic></f:resource></f:entry><f:entry/>'
        '<f:entry><f:resource><f:Bundle><f:entry><f:fullUrl value="inner"/></f:entry></f:Bundle></f:resource>'
        "</f:entry></f:Bundle>"
    )
    assert [(item.where, item.full_url, item.resource) for item in items] == [
        ("entry[0]", "u", {"resourceType": "Basic", "id": "1"}),
        ("entry[2]", "", {"resourceType": "Bundle", "entry": [{"fullUrl": "inner"}]}),
    ]


@pytest.mark.parametrize(
    "odd",
    [
        f"<Patient {NS}><nonsense/></Patient>",
        f'<Patient {NS}><active value="maybe"/></Patient>',
        f'<Patient {NS}><active value="true"/><active value="true"/></Patient>',
        f'<Patient {NS}><multipleBirthInteger value="1.5"/></Patient>',
        f'<Patient {NS}><x:id xmlns:x="urn:x" value="a"/></Patient>',
        f"<Patient {NS}><contained/></Patient>",
        f"<Nonsense {NS}/>",
        '<Patient xmlns="urn:other"/>',
    ],
)
def test_one_odd_resource_does_not_stop_the_rest(odd: str) -> None:
    first, second = read(
        f"<Bundle {NS}><entry><resource>{odd}</resource></entry>"
        f'<entry><resource><Basic><id value="1"/></Basic></resource></entry></Bundle>'
    )
    assert first.resource is None
    assert first.problem
    assert second.resource == {"resourceType": "Basic", "id": "1"}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "iso-8859-1"])
def test_encodings(encoding: str) -> None:
    name = encoding.removesuffix("-sig")
    text = f'<?xml version="1.0" encoding="{name}"?><Patient {NS}><id value="é"/></Patient>'
    assert read(text.encode(encoding))[0].resource == {"resourceType": "Patient", "id": "é"}


BOMB = '<!ENTITY a "xx"><!ENTITY b "&a;&a;"><!ENTITY c "&b;&b;">'


@pytest.mark.parametrize(
    "hostile",
    [
        f"<!DOCTYPE Patient><Patient {NS}/>",
        f'<!DOCTYPE Patient [{BOMB}]><Patient {NS}><id value="&c;"/></Patient>',
        f'<!DOCTYPE Patient [<!ENTITY e SYSTEM "file:///etc/passwd">]><Patient {NS}><id value="&e;"/></Patient>',
        f'<!DOCTYPE Patient SYSTEM "http://127.0.0.1:9/x.dtd"><Patient {NS}/>',
        f'<?xml version="1.0"?><!-- {"x" * 200_000} --><!DOCTYPE Patient><Patient {NS}/>',
        f'<Patient {NS}><id value="&e;"/></Patient>',
        f"<Patient {NS}>",
        f"<Patient {NS}/><Patient {NS}/>",
        f"<Patient {NS}>{'<extension>' * 5000}",
        "<Patient/>",
        "<html/>",
        "",
        "not xml",
    ],
)
def test_refused_as_a_whole(hostile: str) -> None:
    with pytest.raises(FormatError):
        read(hostile)


def test_a_document_type_in_utf_16_is_seen() -> None:
    with pytest.raises(FormatError, match="document type"):
        read(f'<?xml version="1.0" encoding="utf-16"?><!DOCTYPE Patient><Patient {NS}/>'.encode("utf-16"))


def test_the_same_resource_in_json(samples: Callable[..., list[Path]]) -> None:
    for name in ("patient-example", "observation-decimal", "bundle-good"):
        (xml,) = samples(f"fhir-testcases/{name}.xml")
        with xml.open("rb") as ours, xml.with_suffix(".json").open("rb") as theirs:
            for one, other in zip(read_xml(ours), read_json(theirs), strict=True):
                assert one.resource is not None
                assert other.resource is not None
                # Only the narrative's comments differ.
                assert {**one.resource, "text": 0} == {**other.resource, "text": 0}


def test_samples_are_what_the_models_take(samples: Callable[..., list[Path]]) -> None:
    for path in samples("ips/*.xml", "fhir-testcases/condition-example.xml"):
        with path.open("rb") as file:
            for item in read_xml(file):
                assert item.resource is not None, item.problem
                kind = item.resource["resourceType"]
                get_fhir_model_class(kind).model_validate_json(item.raw)
