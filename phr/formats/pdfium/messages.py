"""What the program and the process that runs PDFium say to each other, through a pipe each way.

A message is two lengths (4 bytes each, big-endian), as many bytes of JSON, then as many of a file or of pixels. Plain
data only: a file may have taken the worker over, so its answers are parsed like a file from a stranger. An answer of
``null`` means that it cannot be read.
"""

import struct
from typing import IO, Annotated

from msgspec import Meta, Struct

MOST_BYTES = 256 << 20
"""Of a file, and of the pixels of a page."""

MOST_JSON = 16 << 20
MOST_TEXT = 500_000
"""Characters of a page, for :class:`Text`."""

MOST_CHARACTERS = 20_000
"""The same with their places, for :class:`Characters`."""

FARTHEST = 1e9
"""Points: what stands farther away is on no page."""

_LENGTHS = struct.Struct(">II")

Point = Annotated[float, Meta(ge=-FARTHEST, le=FARTHEST)]
Box = tuple[Point, Point, Point, Point]
"""Left, bottom, right and top, in points from the lower left corner."""


class BadMessage(Exception):
    """What came through the pipe is no message, or a larger one than is allowed."""


class Request(Struct, tag=True, kw_only=True, forbid_unknown_fields=True):
    """What is asked of the worker. It ends itself when it needs more ``seconds`` of the processor than these."""

    seconds: float


class Ready(Request):
    """Answer once PDFium is loaded: true."""


class Open(Request):
    """Let go of the file before and open the one behind this: the number of its pages."""


class Close(Request):
    """Let go of the file: true."""


class Load(Request):
    """Turn to a page, from 0: :class:`Size`."""

    number: int


class Text(Request):
    """The page's text."""


class Characters(Request):
    """The page's characters: a list of :class:`Character`."""


class Search(Request):
    """Where the page says ``text``, case not counting: the boxes of each of the first ``most`` places."""

    text: str
    most: int


class Draw(Request):
    """The page in ``width`` by ``height`` pixels: true, the pixels behind it.

    Given up after ``patience`` seconds of the processor, where that can be done without ending.

    ``gray``: a byte for each pixel, else four: blue, green, red and an unused one.
    """

    width: int
    height: int
    gray: bool
    patience: float


Requests = Ready | Open | Close | Load | Text | Characters | Search | Draw


class Size(Struct, frozen=True, forbid_unknown_fields=True):
    """A page in points as it is shown; ``upright`` if the file does not say that it is to be turned."""

    width: Annotated[float, Meta(ge=0, le=FARTHEST)]
    height: Annotated[float, Meta(ge=0, le=FARTHEST)]
    upright: bool


class Character(Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    """One that is printed, its place in points."""

    left: Point
    right: Point
    middle: Point
    height: Annotated[float, Meta(gt=0, le=2 * FARTHEST)]
    text: Annotated[str, Meta(max_length=1)]
    begins: bool
    """A word: white space was before it."""


def send(stream: IO[bytes], json: bytes, body: bytes | memoryview = b"") -> None:
    """Write one message. Raises OSError when nobody reads any more."""
    stream.write(_LENGTHS.pack(len(json), len(body)) + json)
    stream.write(body)
    stream.flush()


def receive(stream: IO[bytes], most_body: int) -> tuple[bytes, bytes]:
    """Read one message. Raises :class:`BadMessage`, also for the end of the pipe."""
    json, body = _LENGTHS.unpack(_exactly(stream, _LENGTHS.size))
    if json > MOST_JSON or body > most_body:
        raise BadMessage
    return _exactly(stream, json), _exactly(stream, body)


def _exactly(stream: IO[bytes], size: int) -> bytes:
    data = stream.read(size)
    if len(data) != size:
        raise BadMessage
    return data
