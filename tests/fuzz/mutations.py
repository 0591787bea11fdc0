"""Files that are almost sound: bytes changed anywhere, and parts of JSON, XML and lines changed where they mean
something."""

import json
from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st
from lxml import etree

from phr.formats.sniff import Format
from tests.fuzz.seeds import seeds

Draw = st.DrawFn

# What has broken readers: lengths, numbers, times, encodings, references, markup.
_WORDS = (
    b"",
    b"\x00",
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b"\x80\x80\xff",
    b"\xed\xa0\x80",
    b"\\ud800",
    b"\n",
    b"\r",
    b"\x1d",
    b"-",
    b"0",
    b"-1",
    b"NaN",
    b"Infinity",
    b"1e999999",
    b"-1e-999999",
    b"9" * 400,
    b"0000-00-00",
    b"9999-12-31T23:59:60+14:00",
    b"00010101",
    b"2024-02-30",
    b"null",
    b"true",
    b"{}",
    b"[]",
    b"[" * 300,
    b"{'",
    b'"',
    b"<",
    b"<![CDATA[",
    b"&x;",
    b"]]>",
    b"#",
    b"urn:uuid:",
    b"Patient/",
    b"\x7f\xff\xff\xff",
    b"\xff\xff\xff\xff",
    b";",
    b"|",
    b",",
    b":",
)
_PLACE = st.integers(0, 1 << 20)
_NEW = st.one_of(st.sampled_from(_WORDS), st.binary(max_size=8))
_TEXTS = st.one_of(
    st.sampled_from([word.decode("latin-1") for word in _WORDS]),
    st.text(st.characters(codec="utf-8"), max_size=8),
)
_VALUES: st.SearchStrategy[Any] = st.recursive(
    st.one_of(
        st.none(),
        st.booleans(),
        st.integers(),
        st.sampled_from([0.1, -0.0, 1e308, 10**400]),
        _TEXTS,
    ),
    lambda inner: st.one_of(st.lists(inner, max_size=2), st.dictionaries(_TEXTS, inner, max_size=2)),
    max_leaves=3,
)


@st.composite
def mutated(draw: Draw, form: Format) -> bytes:
    """A sound file of a format with something wrong in it, half of the time in what its shape means."""
    sound = seeds(form)
    data = sound[draw(_PLACE) % len(sound)]
    shaped = _shape(data)
    if shaped and draw(st.booleans()):
        data = shaped(draw, data)
        if draw(st.booleans()):
            return data
    for _ in range(draw(st.integers(1, 5))):
        data = draw(st.sampled_from(_OPERATIONS))(draw, data, sound)
    return data


def _put(draw: Draw, data: bytes, _: list[bytes]) -> bytes:
    at, size = draw(_PLACE) % (len(data) + 1), draw(st.integers(0, 12))
    return data[:at] + draw(_NEW) + data[at + size :]


def _flip(draw: Draw, data: bytes, _: list[bytes]) -> bytes:
    if not data:
        return data
    at = draw(_PLACE) % len(data)
    return data[:at] + bytes([data[at] ^ 1 << draw(st.integers(0, 7))]) + data[at + 1 :]


def _cut(draw: Draw, data: bytes, _: list[bytes]) -> bytes:
    return data[: draw(_PLACE) % (len(data) + 1)]


def _leave_out(draw: Draw, data: bytes, _: list[bytes]) -> bytes:
    first, second = sorted(draw(_PLACE) % (len(data) + 1) for _ in range(2))
    return data[:first] + data[second:]


def _repeat(draw: Draw, data: bytes, _: list[bytes]) -> bytes:
    first = draw(_PLACE) % (len(data) + 1)
    part = data[first : first + draw(st.integers(1, 200))]
    return data[:first] + part * draw(st.integers(2, 20)) + data[first:]


def _join(draw: Draw, data: bytes, sound: list[bytes]) -> bytes:
    other = sound[draw(_PLACE) % len(sound)]
    return data[: draw(_PLACE) % (len(data) + 1)] + other[draw(_PLACE) % (len(other) + 1) :]


def _recode(draw: Draw, data: bytes, _: list[bytes]) -> bytes:
    codec = draw(st.sampled_from(["utf-16", "utf-32", "utf-16-be", "utf-8-sig", "latin-1"]))
    return data.decode("utf-8", "replace").encode(codec, "replace")


_OPERATIONS = (_put, _put, _flip, _cut, _leave_out, _repeat, _join, _recode)


def _shape(data: bytes) -> Callable[[Draw, bytes], bytes] | None:
    start = data.lstrip()[:1]
    if start == b"{":
        return _other_json
    if start == b"<":
        return _other_xml
    return _other_lines if b"\n" in data and b"\x00" not in data else None


def _other_json(draw: Draw, data: bytes) -> bytes:
    """A member or a list's element is something else, gone, or there twice."""
    try:
        tops = [json.loads(line) for line in data.splitlines()]
    except ValueError:
        try:
            tops = [json.loads(data)]
        except ValueError:
            return data
    for _ in range(draw(st.integers(1, 3))):
        places = list(_places(tops))
        holder, key = places[draw(_PLACE) % len(places)]
        match draw(st.integers(0, 2)):
            case 0:
                holder[key] = draw(_VALUES)
            case 1 if isinstance(holder, dict):
                del holder[key]
            case _:
                holder[key] = [holder[key]] * draw(st.integers(1, 3))
    return b"\n".join(json.dumps(top).encode() for top in tops)


def _places(node: Any) -> Any:
    members = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for key, value in members:
        yield node, key
        yield from _places(value)


def _other_xml(draw: Draw, data: bytes) -> bytes:
    """An element is gone, there twice, elsewhere, or says something else."""
    try:
        root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
    except (etree.XMLSyntaxError, ValueError):
        return data
    for _ in range(draw(st.integers(1, 4))):
        nodes = [node for node in root.iter("*") if node is not root] or [root]
        node, other = (nodes[draw(_PLACE) % len(nodes)] for _ in range(2))
        parent = node.getparent()
        match draw(st.integers(0, 3)):
            case 0 if parent is not None:
                parent.remove(node)
            case 1:
                other.append(etree.fromstring(etree.tostring(node, with_tail=False)))
            case 2 if node.attrib:
                name = draw(st.sampled_from(sorted(map(str, node.attrib))))
                node.set(name, _xml_text(draw))
            case _:
                node.text = _xml_text(draw)
    return etree.tostring(root)


def _xml_text(draw: Draw) -> str:
    return (
        "".join(one for one in draw(_TEXTS) if one >= " " and not "\ud800" <= one <= "\udfff")
        .replace("\uffff", "")
        .replace("\ufffe", "")
    )


def _other_lines(draw: Draw, data: bytes) -> bytes:
    """Lines gone, swapped, repeated, or with another word in them."""
    lines = data.split(b"\n")
    for _ in range(draw(st.integers(1, 4))):
        one, other = (draw(_PLACE) % len(lines) for _ in range(2))
        match draw(st.integers(0, 3)):
            case 0:
                lines[one], lines[other] = lines[other], lines[one]
            case 1:
                lines.insert(one, lines[other])
            case 2 if len(lines) > 1:
                del lines[one]
            case _:
                lines[one] = _put(draw, lines[one], [])
    return b"\n".join(lines)
