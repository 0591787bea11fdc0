"""Files that are not what they should be: each is refused with its place, or read; never anything else, and at once."""

import time
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from phr.errors import FormatError
from phr.formats.cda.read_cda import read_cda
from phr.formats.fhir.drafts import to_draft
from phr.formats.fhir.items import Item
from tests.phr.cda.documents import (
    CRP,
    NAMESPACES,
    document,
    laboratory,
    level_1,
    section,
    sections,
    synthesis,
)

WHOLE = laboratory(CRP)
SUMMARY = synthesis("60591-5")


def read(data: bytes) -> list[Item] | None:
    """The items, whose drafts can all be made; None if the file is refused."""
    begin = time.process_time()
    try:
        items = list(read_cda(BytesIO(data)))
    except FormatError:
        return None
    finally:
        assert time.process_time() - begin < 2
    for item in items:
        if item.resource is not None:
            to_draft(item.resource)
    return items


def with_doctype(doctype: str) -> bytes:
    return WHOLE.replace(b"<ClinicalDocument", doctype.encode() + b"<ClinicalDocument", 1)


@pytest.mark.parametrize(
    "doctype",
    [
        '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE x SYSTEM "http://127.0.0.1:1/x.dtd">',
        '<!DOCTYPE x PUBLIC "-//X//Y" "file:///etc/passwd">',
        '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>',
        "<!DOCTYPE ClinicalDocument>",
    ],
)
def test_a_document_type_is_refused(doctype: str) -> None:
    with pytest.raises(FormatError, match="a document type"):
        list(read_cda(BytesIO(with_doctype(doctype))))


def test_a_document_type_in_another_encoding_is_refused() -> None:
    text = with_doctype('<!DOCTYPE x [<!ENTITY a "x">]>').decode()
    with pytest.raises(FormatError):
        list(read_cda(BytesIO(text.replace('encoding="UTF-8"', 'encoding="UTF-16"').encode("utf-16"))))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"   ",
        b"<",
        b"<a/>",
        b"<ClinicalDocument/>",
        b"\xef\xbb\xbf",
        b'<?xml version="1.0" encoding="martian"?><ClinicalDocument xmlns="urn:hl7-org:v3"/>',
        b'<?xml version="1.0" encoding="utf-7"?><ClinicalDocument xmlns="urn:hl7-org:v3"/>',
        WHOLE.replace(b"UTF-8", b"UTF-16"),
        WHOLE.decode().encode("latin-1"),
        WHOLE + b"<more/>",
        WHOLE.replace(b"<recordTarget>", b"<recordTarget/><recordTarget>"),
        b"\x00" * 1000,
        f"<ClinicalDocument {NAMESPACES}>".encode() + b"<component>" * 10_000,
        document("<a>" * 10_000 + "</a>" * 10_000),
    ],
)
def test_what_is_no_document_is_refused(data: bytes) -> None:
    assert read(data) is None


def test_what_is_odd_is_still_read() -> None:
    assert read(f"<ClinicalDocument {NAMESPACES}/>".encode())
    assert read(b" \n" + WHOLE)
    assert read(b"\xef\xbb\xbf" + WHOLE)
    assert read(WHOLE.split(b"?>", 1)[1])
    assert read(WHOLE.decode().replace("UTF-8", "ISO-8859-1").encode("latin-1"))
    assert read(WHOLE.decode().replace("UTF-8", "UTF-16").encode("utf-16"))


def test_a_prefix_that_nobody_declared() -> None:
    declared = b' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
    items, without = read(WHOLE), read(WHOLE.replace(declared, b""))
    assert items
    assert without
    # The original differs, and with it the document's own entry.
    for one, other in zip(items, without, strict=True):
        assert one.resource
        assert one.raw == other.raw or one.resource["resourceType"] == "DocumentReference"


def test_a_document_that_presents_itself() -> None:
    body = WHOLE.split(b"?>", 2)[2]
    sheet = (
        b'<?xml-stylesheet type="text/xsl" href="#"?><xsl:stylesheet version="1.0"'
        b' xmlns:xsl="http://www.w3.org/1999/XSL/Transform"><d:d xmlns:d="urn:x">' + body + b"</d:d>"
        b'<xsl:template match="/"><html/></xsl:template></xsl:stylesheet>'
    )
    items, inside = read(WHOLE), read(sheet)
    assert items
    assert inside
    assert [one.full_url for one in items] == [one.full_url for one in inside]


def test_references_in_circles_and_to_everything() -> None:
    loop = '<content ID="a"><reference value="#a"/></content>' + "mot " * 50_000
    entry = (
        '<observation classCode="OBS" moodCode="EVN"><code nullFlavor="UNK"><originalText>'
        '<reference value="#a"/></originalText></code></observation>'
    )
    text = f'<content ID="a">{loop}</content>'
    assert read(document(sections(section("30954-2", "R", text, *[entry] * 2000))))


@pytest.mark.parametrize("whole", [WHOLE, SUMMARY, level_1()])
def test_truncated_anywhere(whole: bytes) -> None:
    for end in range(0, len(whole) - 1, max(1, len(whole) // 200)):
        assert read(whole[:end]) is None


@given(st.data())
def test_changed_bytes(data: st.DataObject) -> None:
    whole = bytearray(data.draw(st.sampled_from([WHOLE, SUMMARY, level_1()])))
    for _ in range(data.draw(st.integers(1, 8))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    read(bytes(whole))


@given(st.lists(st.integers(0, 10_000), min_size=1, max_size=4))
def test_missing_elements(cuts: list[int]) -> None:
    """Elements taken out, so that what the reader leans on is not there."""
    root = etree.fromstring(SUMMARY)
    for place in cuts:
        nodes = list(root.iter("{urn:hl7-org:v3}*"))
        node = nodes[place % len(nodes)]
        parent = node.getparent()
        if parent is not None:
            parent.remove(node)
    assert read(etree.tostring(root)) is not None


@given(
    st.sampled_from(["code", "codeSystem", "value", "root", "extension", "moodCode", "typeCode", "ID"]),
    st.data(),
)
def test_attributes_of_any_text(name: str, data: st.DataObject) -> None:
    root = etree.fromstring(SUMMARY)
    holders = [node for node in root.iter("*") if name in node.attrib]
    text = st.text(st.characters(blacklist_categories=["Cs", "Cc"], blacklist_characters="\ufffe\uffff"))
    for node in holders:
        if data.draw(st.booleans()):
            node.set(name, data.draw(text))
    assert read(etree.tostring(root)) is not None


MANY = 3000
BARE = '<observation classCode="OBS" moodCode="EVN"/>'
INSIDE = f"<component>{BARE}</component>" * MANY
HELD = f'<entryRelationship typeCode="SUBJ">{BARE}</entryRelationship>' * MANY
NAMED = '<translation code="2"/>' * 10 * MANY
MEDIA = "<component><observationMedia><value>x</value></observationMedia></component>" * MANY


@pytest.mark.parametrize(
    "entries",
    [
        [BARE] * MANY,
        [f"<organizer>{INSIDE}</organizer>"],
        [f"<act>{HELD}</act>"],
        [f'<observation><code code="1">{NAMED}</code></observation>'],
        [f"<organizer>{MEDIA}</organizer>"],
    ],
)
@pytest.mark.parametrize("code", ["1-8", "11450-4", "48765-2"])
def test_much_of_one_thing(entries: list[str], code: str) -> None:
    part = section(code, "", "", *entries).replace("<title></title>", "")
    assert read(document(sections(part)))
