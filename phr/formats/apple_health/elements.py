"""The elements of an export one by one, without a tree: memory does not grow with the file.

The export begins with an internal document type that some versions of iOS wrote wrongly (no parser reads it) and that
nothing depends on. It is passed over whole, and refused if it declares an entity or names a file.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import BinaryIO

from lxml import etree

from phr.errors import FormatError

_ROOT = b"<HealthData"
_PROLOG = 1 << 18
_CHUNK = 1 << 18
# Points of a route and single heartbeats are many, and no measurements.
_PASSED_OVER = ("Location", "InstantaneousBeatsPerMinute")
_MOST_PARTS = 10_000
_DEPTH = 50


@dataclass(slots=True)
class Element:
    """An element with those within it."""

    tag: str
    attributes: dict[str, str]
    parts: list["Element"] = field(default_factory=list)


def elements(stream: BinaryIO) -> Iterator[Element]:
    """What stands directly in ``HealthData``. Raises :class:`FormatError` with the line for what is no such XML."""
    lines = _pass_over_prolog(stream)
    target = _Target()
    # Without a document type there are no entities but XML's own five: any other is an error.
    parser = etree.XMLParser(
        target=target,  # type: ignore[arg-type] # names are never bytes in Python 3
        no_network=True,
    )
    try:
        while chunk := stream.read(_CHUNK):
            parser.feed(chunk)
            yield from target.take()
        parser.close()
    except etree.XMLSyntaxError as error:
        raise FormatError("not well-formed XML", f"line {lines + (error.lineno or 0)}") from None
    yield from target.take()


def _pass_over_prolog(stream: BinaryIO) -> int:
    """Go to the root element; how many lines stand before it."""
    start = stream.tell()
    prolog, root, _ = stream.read(_PROLOG).partition(_ROOT)
    if not root:
        raise FormatError("no HealthData")
    if b"<!ENTITY" in prolog or b"SYSTEM" in prolog or b"PUBLIC" in prolog:
        raise FormatError("a document type with entities", "line 1")
    stream.seek(start + len(prolog))
    return prolog.count(b"\n")


class _Target:
    """Gathers the children of the root."""

    def __init__(self) -> None:
        self._open: list[Element] = []
        self._done: list[Element] = []
        self._parts = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        element = Element(tag, dict(attributes))
        if len(self._open) > 1 and tag not in _PASSED_OVER:
            self._parts += 1
            if self._parts > _MOST_PARTS:
                raise FormatError(f"more than {_MOST_PARTS} parts in one {self._open[1].tag}")
            self._open[-1].parts.append(element)
        self._open.append(element)
        if len(self._open) > _DEPTH:
            raise FormatError("nested too deep")

    def end(self, _tag: str) -> None:
        element = self._open.pop()
        if len(self._open) == 1:
            self._done.append(element)
            self._parts = 0

    def data(self, _text: str) -> None:
        """Text holds nothing in this format."""

    def close(self) -> None:
        """Nothing is built."""

    def take(self) -> list[Element]:
        """The elements that are complete, each once."""
        done, self._done = self._done, []
        return done
