import io
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phr.errors import FormatError
from phr.formats.archives.xdm import Described, is_metadata, match, read_metadata
from phr.formats.archives.zipped import MOST_MEMBERS, Budget, members, office_format
from phr.formats.sniff import Format
from tests.zips import locked, lying, overlapping, zipped

SOUND = zipped(("a/b.txt", b"hello"), ("../../c", b""), ("a/b.txt", b"other"))
XDM = b"""  <?xml version="1.0"?>
<lcm:SubmitObjectsRequest xmlns:lcm="urn:oasis:names:tc:ebxml-regrep:xsd:lcm:3.0">
<RegistryObjectList xmlns="urn:oasis:names:tc:ebxml-regrep:xsd:rim:3.0">
<ExtrinsicObject id="d" objectType="urn:uuid:7edca82f-054d-47f2-a032-9b2a5b5186c1">
<Slot name="URI"><ValueList><Value>1|DOC</Value><Value>2|1.TXT</Value></ValueList></Slot>
<Slot name="hash"><ValueList><Value>AAF4C61DDCC5E8A2DABEDE0F3B482CD9AEA9434D</Value></ValueList></Slot>
<Slot name="size"><ValueList><Value>5</Value></ValueList></Slot>
<Slot name="serviceStartTime"><ValueList><Value>20240312103000</Value></ValueList></Slot>
<Name><LocalizedString value="Lettre"/></Name>
<Classification classificationScheme="urn:uuid:93606bcf-9494-43ec-9b4e-a7748d1a838d">
<Slot name="authorPerson"><ValueList><Value>801234^MARTIN^Jeanne^^^Dr</Value></ValueList></Slot></Classification>
<Classification classificationScheme="urn:uuid:f0306f51-975f-434e-a61c-c59651d33983" nodeRepresentation="11488-4">
<Slot name="codingScheme"><ValueList><Value>2.16.840.1.113883.6.1</Value></ValueList></Slot></Classification>
</ExtrinsicObject></RegistryObjectList></lcm:SubmitObjectsRequest>"""


def unpack(data: bytes) -> list[tuple[str, bytes]]:
    stream = io.BytesIO(data)
    return [(one.name, one.open().read()) for one in members(stream, Budget.of(len(data)))]


def test_members_are_streams_and_their_names_only_text() -> None:
    assert unpack(SOUND) == [("a/b.txt", b"hello"), ("../../c", b""), ("a/b.txt", b"other")]
    first = members(io.BytesIO(SOUND), Budget.of(len(SOUND)))[0].open()
    assert first.seek(0, 2) == 5
    assert first.seek(3) == 3
    assert (first.read(), first.seek(1), first.read(2)) == (b"lo", 1, b"el")


@pytest.mark.parametrize(
    "data",
    [
        zipped(("bomb", bytes(30 << 20))),
        zipped(*((f"{number}", bytes(1 << 20)) for number in range(30))),
        zipped(*((str(number), b"") for number in range(MOST_MEMBERS + 1))),
        overlapping(bytes(range(256)) * 4000, 50),
        b"PK\x05\x06" + bytes(8) + (3000).to_bytes(2, "little") * 2,
        SOUND[:-30],
        SOUND[40:],
    ],
    ids=["bomb", "bombs", "too many", "overlapping", "no directory", "cut", "no start"],
)
def test_what_is_damaged_or_not_safe_is_refused_at_once(data: bytes) -> None:
    began = time.process_time()
    with pytest.raises(FormatError):
        unpack(data)
    assert time.process_time() - began < 2


@pytest.mark.parametrize(
    "data", [locked(SOUND), lying(SOUND, 3), lying(SOUND, 9), SOUND.replace(b"\xcbH\xcd", b"\xcbH\xcc", 1)]
)
def test_a_member_that_cannot_be_unpacked_says_so_alone(data: bytes) -> None:
    first, *_ = members(io.BytesIO(data), Budget.of(len(data)))
    with pytest.raises(FormatError):
        first.open().read()


def test_a_larger_directory_than_is_safe_is_not_read() -> None:
    end = b"PK\x05\x06" + bytes(8) + (50 << 20).to_bytes(4, "little") + bytes(6)
    with pytest.raises(FormatError, match="directory"):
        unpack(b"PK\x03\x04" + bytes(60 << 20) + end)


def test_documents_of_office_programs_are_not_containers() -> None:
    word = zipped(("word/document.xml", b"<x/>"), ("[Content_Types].xml", b"<x/>"))
    writer = zipped(("mimetype", b"application/vnd.oasis.opendocument.text"), ("content.xml", b""))
    assert office_format(io.BytesIO(word)) is Format.DOCX
    assert office_format(io.BytesIO(writer)) is Format.ODT
    assert office_format(io.BytesIO(SOUND)) is None
    assert office_format(io.BytesIO(SOUND[:20])) is None


@given(st.data())
def test_mutated_zips_give_members_or_a_refusal(data: st.DataObject) -> None:
    changed = bytearray(SOUND)
    for _ in range(data.draw(st.integers(1, 6))):
        changed[data.draw(st.integers(0, len(changed) - 1))] = data.draw(st.integers(0, 255))
    try:
        found = members(io.BytesIO(changed), Budget.of(len(changed)))
    except FormatError:
        return
    for member in found:
        try:
            assert len(member.open().read()) == member.size
        except FormatError:
            continue


def test_metadata_describe_documents() -> None:
    assert is_metadata(XDM)
    (one,) = read_metadata(XDM)
    assert one.uri == "DOC1.TXT"
    assert one.difference(5, "aaf4c61ddcc5e8a2dabede0f3b482cd9aea9434d") == ""
    assert one.difference(6, "aaf4c61ddcc5e8a2dabede0f3b482cd9aea9434d") == "6 bytes, described with 5"
    assert "SHA-1" in one.difference(5, "0")
    assert (one.about.title, one.about.author) == ("Lettre", "Dr Jeanne MARTIN")
    assert one.about.date == "2024-03-12T10:30:00Z"
    assert one.about.type == {"coding": [{"system": "http://loinc.org", "code": "11488-4"}]}


def test_a_document_is_found_in_the_folder_of_its_metadata() -> None:
    here = Described("DOC1.TXT")
    names = ["IHE_XDM/S1/doc1.txt", "IHE_XDM/S2/DOC1.TXT", "IHE_XDM/S3DOC1.TXT"]
    assert match([here], names, "IHE_XDM/S2") == {1: here}
    assert match([here], names[2:], "IHE_XDM") == {0: here}
    assert match([here, here], names, "IHE_XDM/S1") == {0: here, 1: here}
    assert match([Described("other")], names, "") == {}


@pytest.mark.parametrize(
    "data",
    [
        b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><SubmitObjectsRequest>&e;</SubmitObjectsRequest>',
        XDM[:200],
        b"<SubmitObjectsRequest>" * 5000,
        b"",
    ],
)
def test_hostile_metadata_are_refused(data: bytes) -> None:
    with pytest.raises(FormatError):
        read_metadata(data)


@given(st.integers(0, len(XDM) - 1), st.binary(max_size=4))
def test_mutated_metadata(place: int, put: bytes) -> None:
    try:
        read_metadata(XDM[:place] + put + XDM[place + len(put) :])
    except FormatError:
        return
