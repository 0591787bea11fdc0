"""XML as a run of events, within limits: nothing of it is held but what a handler takes.

A tree of it may take thirty times its room; so none is made.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import BinaryIO, NoReturn
from xml.parsers import expat

from phr.errors import FormatError

_CHUNK = 1 << 16


@dataclass(slots=True)
class Limits:
    """What may still be read of one workbook: bytes of XML, its elements, cells with those left out before them, and
    characters of their texts."""

    bytes: int = 64 << 20
    elements: int = 400_000
    cells: int = 300_000
    characters: int = 32 << 20

    def take(self, size: int = 0, *, cells: int = 0, characters: int = 0) -> None:
        """Raises :class:`FormatError` when that is too much."""
        self.bytes -= size
        self.cells -= cells
        self.characters -= characters
        if self.bytes < 0 or self.cells < 0 or self.characters < 0:
            raise FormatError("a workbook that is larger than is safe")


class Enough(Exception):
    """Ends the reading of a part: no error, a handler has all that it wants."""


class Handler:
    """What is to be done at each element; its name is without a prefix, its attributes' are as they stand."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""

    def end(self, name: str) -> None:
        """An element ends."""

    def text(self, data: str) -> None:
        """Characters, in pieces."""


def read(stream: BinaryIO, handler: Handler) -> None:
    """Hand all events to ``handler``. Raises :class:`FormatError` for a document type and what is not well-formed."""
    parser = expat.ParserCreate()
    left = handler.limits.elements
    names = _Names()
    start, end = handler.start, handler.end

    def begin(name: str, attributes: dict[str, str]) -> None:
        nonlocal left
        left -= 1
        if left < 0:
            raise FormatError("more XML elements than are safe")
        start(names[name], attributes)

    def finish(name: str) -> None:
        end(names[name])

    def refuse(*_: object) -> NoReturn:
        raise FormatError("a document type", f"line {parser.CurrentLineNumber}")

    parser.StartElementHandler = begin
    parser.EndElementHandler = finish
    parser.CharacterDataHandler = handler.text
    parser.StartDoctypeDeclHandler = refuse
    parser.buffer_text = True
    try:
        while chunk := stream.read(_CHUNK):
            parser.Parse(chunk)
        parser.Parse(b"", True)
    except Enough:
        pass
    except expat.ExpatError as error:
        place = f"line {error.lineno}, column {error.offset + 1}"
        raise FormatError("not well-formed XML", place) from None
    except (LookupError, ValueError):
        raise FormatError("an unknown encoding", "line 1") from None
    handler.limits.elements = left


class _Names(dict[str, str]):
    """Names without their prefix, each cut once."""

    def __missing__(self, name: str) -> str:
        self[name] = local = name.rpartition(":")[2]
        return local
