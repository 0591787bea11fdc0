"""Resources to JSON, decimals to the last digit, and a collection Bundle of any size."""

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from phr.formats.fhir.items import Item, Resource, Written


def _spelled(value: object) -> msgspec.Raw:
    if isinstance(value, Written):
        return msgspec.Raw(str(value).encode())
    raise TypeError(f"{type(value).__name__} is not JSON")


_ENCODER = msgspec.json.Encoder(decimal_format="number", enc_hook=_spelled)


def dumps(resource: Resource) -> bytes:
    """The resource as JSON in UTF-8, without white space; each decimal as it was spelled."""
    return _ENCODER.encode(resource)


def collection(items: Iterable[Item]) -> Iterator[bytes]:
    """A Bundle of type ``collection``, piece by piece: each item's ``raw`` as it is, with its ``marks``
    beside.

    Marks become extensions of ``Bundle.entry``: ``urn:phr:label`` and ``urn:phr:read-from`` (one each),
    ``urn:phr:hidden``, ``urn:phr:closed``, ``urn:phr:source``, ``urn:phr:entry``, ``urn:phr:same-as``,
    ``urn:phr:version`` (three). ``read_json`` gives them back. ``raw`` must be JSON: items with a problem have no
    place here.
    """
    yield b'{"resourceType":"Bundle","type":"collection"'
    before = b',"entry":['
    for item in items:
        yield before + _head(item) + b'"resource":'
        yield item.raw
        yield b"}"
        before = b",\n"
    # FHIR has no empty arrays.
    yield b"}" if before == b',"entry":[' else b"]}"


def _head(item: Item) -> bytes:
    extensions: list[dict[str, Any]] = [
        {"url": "urn:phr:label", "valueString": label} for label in item.marks.get("labels", ())
    ]
    extensions += [
        {"url": f"urn:phr:{mark}", "valueBoolean": item.marks[mark]}
        for mark in ("hidden", "closed")
        if mark in item.marks
    ]
    if "source" in item.marks:
        extensions.append({"url": "urn:phr:source", "valueString": item.marks["source"]})
    for mark, url in (("entry", "urn:phr:entry"), ("same_as", "urn:phr:same-as")):
        if mark in item.marks:
            extensions.append({"url": url, "valueString": item.marks[mark]})
    for mark, url in (("read_from", "urn:phr:read-from"), ("version", "urn:phr:version")):
        extensions += [{"url": url, "valueString": text} for text in item.marks.get(mark, ())]
    head: dict[str, Any] = {}
    if extensions:
        head["extension"] = extensions
    if item.full_url:
        head["fullUrl"] = item.full_url
    return _ENCODER.encode(head)[:-1] + (b"," if head else b"")
