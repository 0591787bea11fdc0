"""How the program that holds the vault starts the view and hands it the bundle: through its standard input.

One line of JSON, then the bundle as bytes. The pipe stays open afterwards: when it closes, the program at its other
end has gone, and the view goes too. Nothing is an argument or a file, which other programs could read.
"""

import json
import sys
from dataclasses import dataclass, field
from typing import BinaryIO

from phr.errors import PhrError

_LONGEST_HEADER = 1024


class BadOrder(PhrError):
    """What stands in the pipe is not what the program writes there."""


@dataclass(frozen=True, slots=True)
class Order:
    """What to show and how: ``language`` ``fr`` or ``en``, ``scheme`` as the window's, ``seconds`` of time."""

    language: str
    scheme: str
    seconds: int
    bundle: bytes = field(repr=False)


def command() -> list[str]:
    """What starts the view; ``-P`` so that no module of the current folder is taken for ours."""
    return [sys.executable, "-P", "-m", "ui.consultation"]


def encode(order: Order) -> bytes:
    """The bytes for the pipe."""
    header = {
        "language": order.language,
        "scheme": order.scheme,
        "seconds": order.seconds,
        "size": len(order.bundle),
    }
    return json.dumps(header).encode("ascii") + b"\n" + order.bundle


def read(stream: BinaryIO) -> Order:
    """The opposite of :func:`encode`; leaves the stream open behind the bundle. Raises :class:`BadOrder`."""
    try:
        header = json.loads(stream.readline(_LONGEST_HEADER))
        language, scheme = str(header["language"]), str(header["scheme"])
        seconds, size = int(header["seconds"]), int(header["size"])
    except (ValueError, KeyError, TypeError) as error:
        raise BadOrder("header") from error
    bundle = stream.read(size)
    if len(bundle) != size:
        raise BadOrder("it ends too early")
    return Order(language, scheme, seconds, bundle)
