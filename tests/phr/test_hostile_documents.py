"""Whatever is done to a document, its reader gives items or a refusal, at once."""

import io
import time
from collections.abc import Callable, Iterator
from typing import BinaryIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phr.errors import FormatError
from phr.formats.calendar.read_ics import read_ics
from phr.formats.certificates.read_certificates import read_certificates
from phr.formats.fhir.drafts import to_draft
from phr.formats.fhir.items import Item
from phr.formats.fhir.subjects import identity_of, subject_of
from phr.formats.hprim import read_hprim
from tests.phr import certificates as made
from tests.phr.test_hprim import MESSAGE

SIGNER = made.Signer()
CALENDAR = b"""BEGIN:VCALENDAR
X-WR-TIMEZONE:Europe/Paris
BEGIN:VTIMEZONE
TZID:x
BEGIN:STANDARD
DTSTART:19700101T000000
TZOFFSETFROM:+0100
TZOFFSETTO:+0100
END:STANDARD
END:VTIMEZONE
BEGIN:VEVENT
UID:1
SUMMARY;LANGUAGE=fr:Visite
DTSTART;TZID=x:20260328T100000
DURATION:PT1H30M
RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH;UNTIL=20270101T000000Z
EXDATE;TZID=x:20260402T100000,20260409T100000
RDATE;VALUE=PERIOD:20260501T100000Z/PT1H
ORGANIZER;CN="Dr Roux":mailto:a@example.org
ATTENDEE;PARTSTAT=ACCEPTED:mailto:b@example.org
END:VEVENT
BEGIN:VEVENT
UID:1
RECURRENCE-ID;TZID=x:20260402T100000
DTSTART;VALUE=DATE:20260403
END:VEVENT
END:VCALENDAR
"""
Reader = Callable[[BinaryIO], Iterator[Item]]
MEMBERS = st.sampled_from(
    ["fullUrl", "resource", "resourceType", "reference", "note", "extension", "entry", "identifier"]
)
DOCUMENTS: dict[str, tuple[Reader, bytes]] = {
    "dcc": (read_certificates, made.dcc(made.VACCINATION, SIGNER).encode()),
    "shc": (read_certificates, "\n".join(made.numeric(made.token(made.CARD, SIGNER), 2)).encode()),
    "jws": (read_certificates, made.token(made.CARD, SIGNER).encode()),
    "2d-doc": (read_certificates, made.two_d_doc(made.TWO_D_TEST, "B2", SIGNER).encode()),
    "calendar": (read_ics, CALENDAR),
    "hprim": (read_hprim, MESSAGE.encode("cp1252")),
}
NEW = st.one_of(st.binary(max_size=6), st.sampled_from([b"\n", b"|", b":", b";", b"0", b"9"]))
EDITS = st.lists(st.tuples(st.integers(0, 10_000), st.integers(0, 4), NEW), min_size=1, max_size=6)


def read(reader: Reader, data: bytes) -> list[Item]:
    """What the reader gives, each resource looked at by all that looks at resources."""
    start = time.process_time()
    try:
        items = list(reader(io.BytesIO(data)))
    except FormatError:
        items = []
    for item in items:
        assert (item.resource is None) == bool(item.problem)
        if item.resource is not None:
            to_draft(item.resource)
            identity_of(item.resource)
            subject_of(item.resource)
    assert time.process_time() - start < 2
    return items


def edited(data: bytes, edits: list[tuple[int, int, bytes]]) -> bytes:
    for place, size, new in edits:
        at = place % (len(data) + 1)
        data = data[:at] + new + data[at + size :]
    return data


@pytest.mark.parametrize("name", DOCUMENTS)
@given(edits=EDITS)
def test_edited_anywhere(name: str, edits: list[tuple[int, int, bytes]]) -> None:
    reader, data = DOCUMENTS[name]
    read(reader, edited(data, edits))


@pytest.mark.parametrize("name", DOCUMENTS)
def test_cut_anywhere(name: str) -> None:
    reader, data = DOCUMENTS[name]
    assert any(item.resource for item in read(reader, data))
    for size in range(0, len(data), 1 + len(data) // 300):
        read(reader, data[:size])


@given(st.binary(max_size=200))
def test_claims_of_a_certificate_may_be_anything(payload: bytes) -> None:
    read(read_certificates, made.token({}, SIGNER, body=made.deflated(payload)).encode())
    read(read_certificates, ("HC1:" + made.base45(payload)).encode())


@given(
    st.recursive(
        st.one_of(st.none(), st.booleans(), st.integers(), st.text(max_size=5)),
        lambda inner: st.one_of(
            st.lists(inner, max_size=3),
            st.dictionaries(
                st.sampled_from(
                    ["fullUrl", "resource", "resourceType", "reference", "note", "extension", "entry"]
                ),
                inner,
            ),
        ),
        max_leaves=12,
    )
)
def test_a_bundle_may_hold_anything(entry: object) -> None:
    bundle = {
        "entry": [
            entry,
            {"fullUrl": "resource:0", "resource": {"resourceType": "Immunization", "note": entry}},
        ]
    }
    read(read_certificates, made.token(bundle, SIGNER).encode())
