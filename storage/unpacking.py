"""The files in a zip, zips within zips included, each as a stream of its own with what its sender says of it."""

from __future__ import annotations

import hashlib
import io
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO

from phr.errors import FormatError
from phr.formats.archives import xdm, zipped
from phr.formats.sniff import Format, sniff
from storage.reports import Problem, Why

if TYPE_CHECKING:
    from collections.abc import Iterator

    from phr.formats.about import About

_HEAD = 1 << 16
_CHUNK = 1 << 18


@dataclass(frozen=True, slots=True)
class Part:
    """A file of a zip. ``name`` is its path there, for people to read; ``stream`` is None if it cannot be unpacked.

    ``problem`` is what is to be told of it; with ``aside`` it is kept without being read.
    """

    name: str
    stream: BinaryIO | None
    problem: Problem | None = None
    aside: bool = False
    about: About | None = None


def parts(stream: BinaryIO) -> Iterator[Part]:
    """The files of a zip. Raises :class:`FormatError` for one that is damaged or not safe, before the first."""
    size = stream.seek(0, 2)
    return _parts(stream, zipped.Budget.of(size), depth=1, folder="")


def _parts(stream: BinaryIO, budget: zipped.Budget, *, depth: int, folder: str) -> Iterator[Part]:
    members = zipped.members(stream, budget)
    letter = _letter(members, folder)
    for place, member in enumerate(members):
        name = folder + member.name
        try:
            content = member.open()
            form = _format(content)
        except FormatError as error:
            yield Part(name, None, Problem("", Why.NOT_UNPACKED, error.why))
            continue
        with content:
            if form is Format.ZIP:
                yield from _nested(content, member.size, budget, depth, name)
            else:
                yield _part(content, form, name, letter, place)
    for one in letter.missing:
        yield Part(folder + one.uri, None, Problem("", Why.MISSING))


def _format(content: BinaryIO) -> Format:
    form = sniff(content.read(_HEAD))
    return zipped.office_format(content) or form if form is Format.ZIP else form


def _nested(content: BinaryIO, size: int, budget: zipped.Budget, depth: int, name: str) -> Iterator[Part]:
    """A zip in a zip; kept as it is when it is damaged, or not safe to look into."""
    why = ""
    if depth == zipped.MOST_DEEP:
        why = f"zips within zips more than {zipped.MOST_DEEP} deep"
    elif size > zipped.MOST_NESTED:
        why = "too large to be unpacked where it is"
    else:
        content.seek(0)
        try:
            yield from _parts(io.BytesIO(content.read()), budget, depth=depth + 1, folder=f"{name}/")
        except FormatError as error:
            why = error.why
    if why:
        yield Part(name, content, Problem("", Why.NOT_OPENED, why), aside=True)


def _part(content: BinaryIO, form: Format, name: str, letter: _Letter, place: int) -> Part:
    described = letter.described.get(place)
    if described:
        difference = described.difference(*_measure(content))
        problem = Problem("", Why.NOT_AS_DESCRIBED, difference) if difference else None
        return Part(name, content, problem, about=described.about)
    if form is Format.CDA and name.rpartition("/")[0] in letter.health:
        # Apple Health writes the same measurements a second time, as a document.
        return Part(name, content, Problem("", Why.PACKAGING), aside=True)
    if place in letter.metadata or (letter.metadata and xdm.is_packaging(name, form)):
        return Part(name, content, Problem("", Why.PACKAGING), aside=True)
    return Part(name, content)


@dataclass(frozen=True, slots=True)
class _Letter:
    """What the metadata in a zip say, by place of the file; their own places; what they name and is not there.

    ``health`` are the folders in which there is an export of Apple Health.
    """

    described: dict[int, xdm.Described]
    metadata: set[int]
    missing: list[xdm.Described]
    health: set[str]


def _letter(members: list[zipped.Member], folder: str) -> _Letter:
    letter = _Letter({}, set(), [], set())
    names = [member.name for member in members]
    for place, member in enumerate(members):
        if not member.problem and "xml" in member.name.lower():
            # Damage is told where the member's own turn comes.
            with suppress(FormatError), member.open() as content:
                head = content.read(_HEAD)
                if sniff(head) is Format.APPLE_HEALTH:
                    letter.health.add((folder + member.name).rpartition("/")[0])
                if xdm.is_metadata(head):
                    content.seek(0)
                    described = xdm.read_metadata(content.read(xdm.MOST_METADATA + 1))
                    found = xdm.match(described, names, member.name.replace("\\", "/").rpartition("/")[0])
                    letter.metadata.add(place)
                    letter.described.update(found)
                    letter.missing.extend(one for one in described if one.uri and one not in found.values())
    return letter


def _measure(content: BinaryIO) -> tuple[int, str]:
    """Size in bytes and SHA-1 in hexadecimal."""
    content.seek(0)
    sha1 = hashlib.sha1(usedforsecurity=False)
    while chunk := content.read(_CHUNK):
        sha1.update(chunk)
    return content.tell(), sha1.hexdigest()
