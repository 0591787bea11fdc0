"""Who a document is about, who wrote it, and the document as such."""

import base64
from io import BytesIO

from phr.formats.cda.read_cda import read_cda
from phr.formats.fhir.drafts import to_draft
from phr.formats.fhir.subjects import identity_of
from tests.phr.cda.documents import PDF, document, laboratory, level_1, of_type, resources, sections


def test_the_patient_comes_first_with_both_names() -> None:
    patient = resources(level_1())[0]
    assert patient["resourceType"] == "Patient"
    names = {one["use"]: (one["family"], one["given"]) for one in patient["name"]}
    assert names == {"official": ("MARTIN", ["CAMILLE"]), "usual": ("DURAND", ["CAMILLE"])}
    assert (patient["birthDate"], patient["gender"]) == ("1980-02-14", "female")
    assert {"system": "urn:oid:1.2.250.1.213.1.4.8", "value": "280029912345678"} in patient["identifier"]
    assert patient["address"][0] == {"postalCode": "69001", "city": "Lyon", "line": ["3 rue des Lilas"]}
    assert identity_of(patient).name == "CAMILLE MARTIN"


def test_who_wrote_and_who_keeps() -> None:
    practitioner = of_type(level_1(), "Practitioner")[0]
    assert practitioner["identifier"] == [{"system": "urn:oid:1.2.250.1.71.4.2.1", "value": "899900000001"}]
    (organization,) = of_type(level_1(), "Organization")
    assert organization["identifier"] == [{"system": "urn:oid:1.2.250.1.71.4.2.2", "value": "1690000001"}]
    (reference,) = of_type(level_1(), "DocumentReference")
    assert reference["author"] == [
        {"reference": f"urn:uuid:{practitioner['id']}", "display": "Dr Ali BENOIT"}
    ]
    assert reference["custodian"]["reference"] == f"urn:uuid:{organization['id']}"
    assert [one["name"][0]["family"] for one in of_type(level_1(), "RelatedPerson")] == ["MARTIN"]


def test_a_file_in_the_body_is_taken_out_and_the_original_kept() -> None:
    data = level_1()
    (reference,) = of_type(data, "DocumentReference")
    files = [one["attachment"] for one in reference["content"]]
    assert [one["contentType"] for one in files] == ["application/pdf", "text/xml"]
    assert [base64.b64decode(one["data"]) for one in files] == [PDF, data]
    assert [one["title"] for one in files] == ["Compte rendu.pdf", "Compte rendu.xml"]
    draft = to_draft(reference)
    assert draft is not None
    assert (draft.title, draft.date, draft.author) == (
        "Compte rendu",
        "2024-03-12T10:15:00+01:00",
        "Dr Ali BENOIT",
    )


def test_the_narrative_stays_readable() -> None:
    (reference,) = of_type(laboratory(), "DocumentReference")
    first = reference["content"][0]["attachment"]
    assert first["contentType"] == "text/plain; charset=utf-8"
    lines = base64.b64decode(first["data"]).decode().split("\n")
    assert lines == [
        "Compte rendu",
        "",
        "# BIOCHIMIE",
        "Examen | Résultat",
        "Indice maison | 12",
        "Fin",
        "",
    ]


def test_a_version_names_the_one_that_it_replaces() -> None:
    old = "aaaaaaaa-0000-4000-8000-000000000001"
    related = f'<relatedDocument typeCode="RPLC"><parentDocument><id root="{old}"/></parentDocument></relatedDocument>'
    new = laboratory(id_="aaaaaaaa-0000-4000-8000-000000000002", version=2, related=related)
    (first,), (second,) = of_type(laboratory(), "DocumentReference"), of_type(new, "DocumentReference")
    assert first["masterIdentifier"] == {"system": "urn:ietf:rfc:3986", "value": f"urn:uuid:{old}"}
    (relation,) = second["relatesTo"]
    assert (relation["code"], relation["target"]["reference"]) == ("replaces", f"urn:uuid:{first['id']}")
    assert first["id"] != second["id"]
    assert second["identifier"] == [{"system": "urn:oid:1.2.3.4.5", "value": "suite-1"}]
    assert second["extension"][0]["valueString"] == "2"


def test_everything_is_about_the_patient() -> None:
    patient, *others = resources(laboratory())
    about = [
        (one.get("subject") or one.get("patient"))["reference"]
        for one in others
        if one["resourceType"] not in ("Practitioner", "Organization")
    ]
    assert set(about) == {f"urn:uuid:{patient['id']}"}


def test_the_same_document_gives_the_same_names() -> None:
    first, second = (list(read_cda(BytesIO(laboratory()))) for _ in range(2))
    assert [(one.full_url, one.raw) for one in first] == [(one.full_url, one.raw) for one in second]
    assert len({one.full_url for one in first}) == len(first)
    assert all(one.resource and one.full_url == f"urn:uuid:{one.resource['id']}" for one in first)


def test_a_name_without_qualifiers_and_an_unknown_identifier() -> None:
    data = document(sections(), name="<name><given>Zoé</given><family>Petit</family></name>", born="1980")
    patient = resources(data.replace(b'extension="IPP-7"', b'extension="UNK"'))[0]
    assert patient["name"] == [{"family": "Petit", "given": ["Zoé"]}]
    assert patient["birthDate"] == "1980"
    assert [one["value"] for one in patient["identifier"]] == ["280029912345678"]
