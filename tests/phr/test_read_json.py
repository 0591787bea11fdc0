import io
import json
import tracemalloc
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any, BinaryIO, cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from phr.errors import FormatError
from phr.formats.fhir.items import Item
from phr.formats.fhir.read_json import read_json, read_ndjson
from phr.formats.fhir.write import collection, dumps

PATIENT = b'{"resourceType":"Patient","id":"a"}'


def read(data: bytes) -> list[Item]:
    return list(read_json(io.BytesIO(data)))


def bundle(*resources: bytes) -> bytes:
    entries = b",".join(b'{"fullUrl":"urn:uuid:1", "resource": ' + raw + b"}" for raw in resources)
    return b'{"resourceType":"Bundle","type":"batch","entry":[' + entries + b"]}"


def test_each_entry_is_kept_byte_for_byte() -> None:
    odd = b'{ "resourceType" : "Basic",\n\t"n": 1.50e-3, "u": "\\u00e9\xc3\xa9" }'
    items = read(bundle(PATIENT, odd))
    assert [(item.where, item.raw, item.full_url) for item in items] == [
        ("entry[0]", PATIENT, "urn:uuid:1"),
        ("entry[1]", odd, "urn:uuid:1"),
    ]
    assert items[1].resource == {"resourceType": "Basic", "n": Decimal("0.00150"), "u": "éé"}


@pytest.mark.parametrize("number", ["1.50", "1.0e-3", "0.00000010", "-0.0", "1E5", "12345678901234567890.10"])
def test_decimals_keep_their_digits(number: str) -> None:
    resource = read(b'{"resourceType":"Basic","n":' + number.encode() + b"}")[0].resource
    assert resource is not None
    assert str(resource["n"]) == number
    assert dumps(resource) == b'{"resourceType":"Basic","n":' + number.encode() + b"}"


def test_members_in_any_order() -> None:
    text = (
        b'{"entry":[{"search":{"mode":"match"},"resource":'
        + PATIENT
        + b',"fullUrl":"u"}],"resourceType":"Bundle"}'
    )
    (item,) = read(text)
    assert (item.raw, item.full_url) == (PATIENT, "u")


@pytest.mark.parametrize(
    ("rest", "marks"),
    [
        (b"}", {}),
        (b',"request":{"method":"POST","url":"Basic"}}', {}),
        (b'\n, "request" : { "method" : "POST" ,\t"url": "Basic" }\r\n}', {}),
        (b',"request":{"method":"\\u0050UT"}}', {}),
        (b',"request":{},"extension":[{"url":"urn:phr:hidden","valueBoolean":true}]}', {"hidden": True}),
    ],
)
def test_what_stands_after_a_resource_is_passed(rest: bytes, marks: dict[str, Any]) -> None:
    entry = b'{"fullUrl":"u","resource":' + PATIENT + rest
    items = read(b'{"resourceType":"Bundle","entry":[' + entry + b",\n" + entry + b"]}")
    assert [(item.raw, item.full_url, item.marks) for item in items] == [(PATIENT, "u", marks)] * 2


@pytest.mark.parametrize(
    "rest",
    [
        b',"request":{"method":"POST",}}',
        b',"request":{"method":"POST"},}',
        b',"request":{"method" "POST"}}',
        b',"request":{"method":"POST"}',
        b',"request":{"method":"\n"}}',
    ],
)
def test_what_stands_after_a_resource_is_json_too(rest: bytes) -> None:
    with pytest.raises(FormatError):
        read(b'{"resourceType":"Bundle","entry":[{"resource":' + PATIENT + rest + b"]}")


def test_an_entry_without_resource_yields_nothing() -> None:
    assert read(b'{"resourceType":"Bundle","entry":[{},{"fullUrl":"u","request":{}}]}') == []
    assert read(b'{"resourceType":"Bundle"}') == []
    assert read(b'{"resourceType":"Bundle","entry":[]}') == []


def test_only_a_bundle_is_taken_apart() -> None:
    listed = b'{"resourceType":"List","entry":[{"item":{"reference":"Patient/a"}}]}'
    assert [item.raw for item in read(listed)] == [listed]
    assert [item.raw for item in read(bundle(bundle(PATIENT)))] == [bundle(PATIENT)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_encodings(encoding: str) -> None:
    text = '{"resourceType":"Basic","t":"é😀"}'
    (item,) = read(text.encode(encoding))
    assert item.raw == text.encode()


@pytest.mark.parametrize(
    "bad",
    [
        b'{"resourceType":"Basic","n":NaN}',
        b'{"resourceType":"Basic","n":-Infinity}',
        b'{"resourceType":"Basic","n":' + b"9" * 5000 + b"}",
        b'{"resourceType":"Basic","n":1e99999999999999999999}',
        b'{"resourceType":"Basic","t":"\\ud800"}',
        b'{"resourceType":7}',
        b'{"resourceType":""}',
        b"{}",
        b"[]",
        b"7",
        b"null",
    ],
)
def test_one_odd_resource_does_not_stop_the_rest(bad: bytes) -> None:
    first, second, third = read(bundle(PATIENT, bad, PATIENT))
    assert first.resource == third.resource == {"resourceType": "Patient", "id": "a"}
    assert second.resource is None
    assert second.problem
    assert second.raw == bad


def test_an_entry_that_is_no_object() -> None:
    (item,) = read(b'{"resourceType":"Bundle","entry":[7]}')
    assert (item.where, item.raw, item.resource) == ("entry[0]", b"7", None)


@pytest.mark.parametrize(
    ("data", "where"),
    [
        (b"", "line 1, column 1"),
        (b"[1]", "line 1, column 1"),
        (PATIENT + b" x", "line 1, column 37"),
        (bundle(PATIENT) + b"{}", "line 1, column 125"),
        (b'{"resourceType":"Basic",\n "a" 1}', "line 2, column 6"),
        (b'{"resourceType":"Bundle","entry":[\n{"resource":{"a":tru}}]}', "line 2, column 18"),
        (b'{"resourceType":"Basic","t":"\xff"}', "after line 1, column 1"),
        (b'{"resourceType":"Basic","t":' + b"[" * 100_000, "line 1, column 1"),
        (b'{"a":' * 100_000, "line 1, column 6"),
    ],
)
def test_a_broken_file_names_the_place(data: bytes, where: str) -> None:
    with pytest.raises(FormatError) as caught:
        read(data)
    assert caught.value.where == where


def test_every_cut_is_refused() -> None:
    whole = bundle(PATIENT, b'{"resourceType":"Basic","n":-1.5e+3,"b":true,"t":"\\u00e9"}')
    for length in range(len(whole)):
        with pytest.raises(FormatError):
            read(whole[:length])


def test_resources_one_after_another() -> None:
    items = read(PATIENT + b"\n" + PATIENT)
    assert [(item.where, item.raw) for item in items] == [("", PATIENT), ("line 2", PATIENT)]


def test_ndjson_goes_on_after_a_bad_line() -> None:
    lines = b"\xef\xbb\xbf" + PATIENT + b'\r\n\n{"a":\n' + b"[" * 5000 + b"\n7\n\xff\n" + PATIENT
    items = list(read_ndjson(io.BytesIO(lines)))
    assert [(item.where, bool(item.problem)) for item in items] == [
        ("line 1", False),
        ("line 3", True),
        ("line 4", True),
        ("line 5", True),
        ("line 6", True),
        ("line 7", False),
    ]
    assert items[1].raw == b'{"a":'


class Trickle(io.BytesIO):
    """A stream whose reads end anywhere, as a window's chunk may."""

    def read(self, size: int | None = -1, /) -> bytes:
        return super().read(min(size or 1, 7))


numbers = st.decimals(allow_nan=False, allow_infinity=False, places=3) | st.integers()
trees = st.recursive(
    st.none() | st.booleans() | numbers | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4),
    max_leaves=12,
)


def written(node: Any) -> Any:
    """JSON text with white space and escapes as another writer would put them."""
    if isinstance(node, Decimal):
        return float(node)
    if isinstance(node, dict):
        return {key: written(value) for key, value in node.items()}
    return [written(one) for one in node] if isinstance(node, list) else node


@settings(max_examples=60)
@given(st.lists(st.dictionaries(st.text(max_size=5), trees, max_size=4), max_size=5), st.booleans())
def test_where_chunks_end_makes_no_difference(resources: list[dict[str, Any]], escaped: bool) -> None:
    texts = [
        json.dumps({**written(one), "resourceType": "Basic"}, ensure_ascii=escaped, indent=1).encode()
        for one in resources
    ]
    items = list(read_json(Trickle(bundle(*texts))))
    assert [item.raw for item in items] == texts


class Endless(io.RawIOBase):
    """A Bundle of some megabytes that is never in memory as a whole."""

    def __init__(self, entries: int) -> None:
        text = "x" * 1000
        self.entry = b'{"resource":{"resourceType":"Basic","t":"' + text.encode() + b'"}}'
        self.entries = entries
        self.place = 0

    def pieces(self) -> Iterator[bytes]:
        yield b'{"resourceType":"Bundle","entry":['
        for number in range(self.entries):
            yield self.entry + (b"," if number + 1 < self.entries else b"]}")

    def tell(self) -> int:
        return 0

    def seek(self, offset: int, whence: int = 0, /) -> int:
        self.source = self.pieces()
        self.rest = b""
        return 0

    def read(self, size: int = -1, /) -> bytes:
        if not self.place:
            self.seek(0)
            self.place = 1
        parts = [self.rest]
        held = len(self.rest)
        while held < size:
            piece = next(self.source, b"")
            if not piece:
                break
            parts.append(piece)
            held += len(piece)
        whole = b"".join(parts)
        self.rest = whole[size:]
        return whole[:size]


def test_memory_does_not_grow_with_the_bundle() -> None:
    tracemalloc.start()
    try:
        count = sum(map(bool, read_json(cast("BinaryIO", Endless(60_000)))))
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert count == 60_000
    assert peak < 6_000_000


def test_a_large_resource_is_read_in_linear_steps() -> None:
    data = b"A" * 30_000_000
    (item,) = read(bundle(b'{"resourceType":"Binary","data":"' + data + b'"}'))
    assert len(item.raw) == len(data) + 35


def test_a_collection_reads_back_as_it_was() -> None:
    items = [
        Item(
            "",
            PATIENT,
            None,
            "urn:uuid:1",
            marks={"labels": ["psychiatry", "x"], "hidden": True, "closed": True, "source": "a.json"},
        ),
        Item("", b'{"resourceType": "Basic", "n": 1.0e-3}', None),
    ]
    back = read(b"".join(collection(items)))
    assert [(item.raw, item.full_url, item.marks) for item in back] == [
        (item.raw, item.full_url, item.marks) for item in items
    ]
    assert read(b"".join(collection([]))) == []


def test_samples_come_back_from_a_collection(samples: Callable[..., list[Path]]) -> None:
    for path in samples("fhir-r4-bundles/*.json", "ips/*.json", "fhir-testcases/*.json"):
        if "bad" in path.name:
            continue
        with path.open("rb") as file:
            items = list(read_json(file))
        assert items
        assert not any(item.problem for item in items)
        again = read(b"".join(collection(items)))
        assert [(one.raw, one.resource, one.full_url) for one in again] == [
            (one.raw, one.resource, one.full_url) for one in items
        ]


def test_what_is_written_is_what_was_read(samples: Callable[..., list[Path]]) -> None:
    for path in samples("fhir-testcases/observation-decimal.json", "ips/*.json", "fhir-r4-bundles/8a4*.json"):
        for item in read(path.read_bytes()):
            assert item.resource is not None
            assert json.loads(dumps(item.resource), parse_float=str) == json.loads(item.raw, parse_float=str)
