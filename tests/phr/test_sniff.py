from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phr.formats.sniff import Format, media_type, sniff

PATIENT = b'{"resourceType":"Patient","id":"a"}'


@pytest.mark.parametrize(
    ("head", "form"),
    [
        (PATIENT, Format.FHIR_JSON),
        (b"\xef\xbb\xbf" + PATIENT, Format.FHIR_JSON),
        (PATIENT.decode().encode("utf-16"), Format.FHIR_JSON),
        (b'\n{\n  "id": "a",\n  "resourceType": "Patient"\n}', Format.FHIR_JSON),
        (PATIENT + b"\n\n" + PATIENT + b"\n", Format.FHIR_NDJSON),
        (b'{"resourceType":"Bundle","entry":[\n{"resource":' + PATIENT + b"}]}", Format.FHIR_JSON),
        (b'{"entry":[{"resource":' + PATIENT + b"},", Format.FHIR_JSON),
        (b'{"vc":{"credentialSubject":{"fhirBundle":' + PATIENT + b"}}}", Format.JSON),
        (b'{"text":"\\"resourceType\\":"}', Format.JSON),
        (b'{"a":1}', Format.JSON),
        (b"[1,2]", Format.JSON),
        (b"{hello}", Format.TEXT),
        (b'<Patient xmlns="http://hl7.org/fhir"/>', Format.FHIR_XML),
        (b'<?xml version="1.0"?><!-- a > b --><f:Patient xmlns:f="http://hl7.org/fhir">', Format.FHIR_XML),
        (b'<ClinicalDocument xmlns="urn:hl7-org:v3"/>', Format.CDA),
        (b'<c:ClinicalDocument xmlns:c="urn:hl7-org:v3"/>', Format.CDA),
        (
            b'<x:stylesheet xmlns:x="urn:x" xmlns:c="urn:hl7-org:v3"><d:d><c:ClinicalDocument >',
            Format.CDA,
        ),
        (
            b'<x:stylesheet xmlns:x="urn:x" xmlns:c="urn:hl7-org:v3"><x:if test="c:ClinicalDocument"/>',
            Format.XML,
        ),
        (b"<ClinicalDocument/>", Format.XML),
        (b'<!DOCTYPE x [<!ENTITY e "1">]><x/>', Format.XML),
        (b"<!DOCTYPE html><html></html>", Format.HTML),
        (b"%PDF-1.7\n", Format.PDF),
        (b"junk\n%PDF-1.4\n", Format.PDF),
        (b"\x89PNG\r\n\x1a\n", Format.PNG),
        (b"\xff\xd8\xff\xe0", Format.JPEG),
        (b"II*\x00" + bytes(124) + b"DICM", Format.DICOM),
        (b"II*\x00" + bytes(200), Format.TIFF),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", Format.WEBP),
        (b"\x00\x00\x00\x18ftypheic", Format.HEIC),
        ("Compte rendu : santé".encode(), Format.TEXT),
        ("Compte rendu : santé".encode("cp1252"), Format.TEXT),
        ("é".encode() * 10 + b"\xc3", Format.TEXT),
        (b"HC1:6BFOXN%TSMAHN-H5SG.HIGIJZ", Format.DCC),
        (b"shc:/5676290952432060346029243740", Format.HEALTH_CARD),
        (b'{ "verifiableCredential": [', Format.HEALTH_CARD),
        (b"eyJ6aXAiOiJERUYifQ.3ZJNj9MwEIb_ymq45sMJbUJzo0X.MFw-_Q", Format.HEALTH_CARD),
        (b"DC04FR0000011E6D1E6DL101FRL0A\x1dL1B\x1fC", Format.TWO_D_DOC),
        (b"DC04FR0000011E6D1E6DL101FRL0A<GS>L1B<US>C", Format.TWO_D_DOC),
        (b"\xef\xbb\xbfBEGIN:VCALENDAR\r\n", Format.CALENDAR),
        (b"Begin:vEvent\n", Format.CALENDAR),
        (b"BEGINNING", Format.TEXT),
        (b"", Format.UNKNOWN),
        (b"\x00\x01\x02", Format.UNKNOWN),
        (b"PK\x03\x04", Format.ZIP),
        (b"PK\x05\x06" + bytes(18), Format.ZIP),
    ],
)
def test_told_by_content(head: bytes, form: Format) -> None:
    assert sniff(head) is form


def test_a_hostile_prolog_takes_no_time() -> None:
    assert sniff(b"<?a?>" * 10_000) is Format.TEXT


@given(st.binary(max_size=300))
def test_any_bytes_have_a_format_and_a_media_type(head: bytes) -> None:
    assert "/" in media_type(sniff(head))


def test_samples(samples: Callable[..., list[Path]]) -> None:
    expected = {
        "fhir-r4-bundles/*": Format.FHIR_JSON,
        "ips/*.json": Format.FHIR_JSON,
        "ips/*.xml": Format.FHIR_XML,
        "fhir-ndjson/*[0-9].ndjson": Format.FHIR_NDJSON,
        "ccda/[!H]*": Format.CDA,
        "pdf/*": Format.PDF,
        "csv/*": Format.TEXT,
    }
    for pattern, form in expected.items():
        for path in samples(pattern):
            with path.open("rb") as file:
                if path.name != "log.ndjson" and path.suffix != ".md":
                    assert sniff(file.read(65536)) is form, path
