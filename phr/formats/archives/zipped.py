"""Zips: their members as streams, within limits that hold for everything inside, however deep.

The names of members are text and nothing else: no path is made of them, and nothing is ever written. A member is found
by its place in the central directory, so two of one name are two members. The sizes that a zip declares are checked
before anything is unpacked, and no more than that is ever read (APPNOTE.TXT 6.3.10, sections 4.3 and 4.4).
"""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, BinaryIO, cast

from phr.errors import FormatError
from phr.formats.sniff import Format

if TYPE_CHECKING:
    from typing_extensions import Buffer

MOST_DEEP = 3
MOST_MEMBERS = 10_000
MOST_BYTES = 2 << 30
# What unpacks to a hundred times its size is a bomb, unless it is small.
MOST_RATIO = 100
_SMALL = 1 << 20
# A zip within a zip is read from memory: seeking in a compressed one starts over each time.
MOST_NESTED = 64 << 20
# Ten thousand members with long names; zipfile reads the directory at once.
_MOST_DIRECTORY = 4 << 20
_LOCAL_HEADER = 30
_CHUNK = 1 << 16
_ENCRYPTED = 0x1
_LONGEST_NAME = 200
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f]")
_OWN_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
# What zipfile raises for a zip that is not as it should be.
_BROKEN = (
    zipfile.BadZipFile,
    NotImplementedError,
    EOFError,
    OSError,
    OverflowError,
    RuntimeError,
    ValueError,
    struct.error,
    zlib.error,
)
_OFFICE = (
    ("word/", Format.DOCX),
    ("xl/", Format.XLSX),
    ("ppt/", Format.PPTX),
)
_OPEN_DOCUMENT = {
    b"application/vnd.oasis.opendocument.text": Format.ODT,
    b"application/vnd.oasis.opendocument.spreadsheet": Format.ODS,
    b"application/vnd.oasis.opendocument.presentation": Format.ODP,
    b"application/epub+zip": Format.EPUB,
}


@dataclass(slots=True)
class Budget:
    """What one file may still unpack to, zips within zips included."""

    bytes: int
    members: int = MOST_MEMBERS

    @classmethod
    def of(cls, size: int) -> Budget:
        """For a zip of ``size`` bytes."""
        return cls(min(MOST_BYTES, max(_SMALL, MOST_RATIO * size)))

    def take(self, members: int, size: int) -> None:
        """Raises :class:`FormatError` when that is too much."""
        if members > self.members:
            raise FormatError(f"more than {MOST_MEMBERS} files in the zip")
        if size > self.bytes:
            raise FormatError(f"unpacks to more than {MOST_RATIO} times its size, or than 2 GB")
        self.members -= members
        self.bytes -= size


@dataclass(frozen=True, slots=True)
class Member:
    """A file within a zip. ``name`` is as the zip has it; ``problem`` says why it cannot be unpacked, or is ""."""

    name: str
    size: int
    problem: str
    _zip: zipfile.ZipFile
    _info: zipfile.ZipInfo

    def open(self) -> BinaryIO:
        """A seekable stream. Raises :class:`FormatError` here or later, where the member turns out to be damaged."""
        if self.problem:
            raise FormatError(self.problem)
        try:
            return io.BufferedReader(_Unpacked(self._zip.open(self._info), self.size), _CHUNK)
        except _BROKEN as error:
            raise FormatError("a damaged member of a zip") from error


def members(stream: BinaryIO, budget: Budget) -> list[Member]:
    """The files of a zip, in its order. Raises :class:`FormatError` if it is damaged, or larger than is safe."""
    archive = _opened(stream)
    infos = [info for info in archive.infolist() if not info.is_dir()]
    budget.take(len(infos), sum(info.file_size for info in infos))
    _refuse_overlaps(infos, archive.start_dir)
    return [Member(_text(info.filename), info.file_size, _problem(info), archive, info) for info in infos]


def office_format(stream: BinaryIO) -> Format | None:
    """Which document of an office program a zip is, None if it is just a zip (or a damaged one)."""
    try:
        archive = _opened(stream)
        names = archive.namelist()
        if "[Content_Types].xml" in names:
            return next((form for start, form in _OFFICE if any(n.startswith(start) for n in names)), None)
        if names and names[0] == "mimetype" and archive.infolist()[0].file_size < 100:
            return _OPEN_DOCUMENT.get(archive.open(archive.infolist()[0]).read(100).strip())
    except (FormatError, *_BROKEN):
        return None
    return None


def _opened(stream: BinaryIO) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(cast("BinaryIO", _Bounded(stream)))
    except _BROKEN as error:
        raise FormatError("a damaged zip") from error


def _text(name: str) -> str:
    """A name that can be shown and kept."""
    return _CONTROLS.sub("\N{REPLACEMENT CHARACTER}", name)[-_LONGEST_NAME:]


def _problem(info: zipfile.ZipInfo) -> str:
    if info.flag_bits & _ENCRYPTED:
        return "locked with a password"
    if info.compress_type not in _OWN_METHODS:
        return f"packed by method {info.compress_type}"
    if info.file_size > _SMALL and info.file_size > MOST_RATIO * info.compress_size:
        return f"unpacks to more than {MOST_RATIO} times its size"
    return ""


def _refuse_overlaps(infos: list[zipfile.ZipInfo], end: int) -> None:
    """Members that share bytes unpack to more than the zip's size tells."""
    for info in sorted(infos, key=lambda one: one.header_offset, reverse=True):
        if info.header_offset + _LOCAL_HEADER + info.compress_size > end:
            raise FormatError("members of the zip overlap")
        end = info.header_offset


class _Bounded(io.RawIOBase):
    """A stream of which no more than a directory's worth is read at once."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = 0) -> int:
        return self._stream.seek(offset, whence)

    def tell(self) -> int:
        return self._stream.tell()

    def read(self, size: int | None = -1) -> bytes:
        wanted = -1 if size is None else size
        if wanted > _MOST_DIRECTORY:
            raise FormatError("the directory of the zip is larger than is safe")
        return self._stream.read(_MOST_DIRECTORY if wanted < 0 else wanted)


class _Unpacked(io.RawIOBase):
    """A member that is only unpacked where it is read, and whose damage is a :class:`FormatError`."""

    # Readers take it for an open file's, and some look there: the member's own name is no path.
    name = ""

    def __init__(self, stream: IO[bytes], size: int) -> None:
        self._stream = stream
        self._size = size
        self._at = 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._at

    def seek(self, offset: int, whence: int = 0) -> int:
        start = (0, self._at, self._size)[whence]
        self._at = max(0, start + offset)
        return self._at

    def readinto(self, buffer: Buffer) -> int:
        if self._at >= self._size:
            return 0
        target = memoryview(buffer)
        try:
            if self._stream.tell() != self._at:
                self._stream.seek(self._at)
            piece = self._stream.read(min(len(target), _CHUNK))
        except _BROKEN as error:
            raise FormatError("a damaged member of a zip") from error
        if not piece:
            raise FormatError("a member of a zip ends early")
        target[: len(piece)] = piece
        self._at += len(piece)
        return len(piece)
