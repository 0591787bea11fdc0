"""Zips made for tests, sound and hostile."""

import io
import struct
import warnings
import zipfile
from pathlib import Path


def zipped(*members: tuple[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip of these members, in this order."""
    made = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(made, "w", method) as archive:
        warnings.filterwarnings("ignore", "Duplicate name")
        for name, data in members:
            archive.writestr(zipfile.ZipInfo(name), data, method)
    return made.getvalue()


def nested(depth: int, *members: tuple[str, bytes]) -> bytes:
    """Members below ``depth`` zips."""
    made = zipped(*members)
    for _ in range(depth - 1):
        made = zipped(("inner.zip", made))
    return made


def locked(data: bytes) -> bytes:
    """The zip with each of its members said to be encrypted (APPNOTE 4.4.4, bit 0)."""
    return _with_flag(_with_flag(data, b"PK\x03\x04", 6), b"PK\x01\x02", 8)


def _with_flag(data: bytes, signature: bytes, offset: int) -> bytes:
    changed = bytearray(data)
    at = data.find(signature)
    while at >= 0:
        changed[at + offset] |= 1
        at = data.find(signature, at + 4)
    return bytes(changed)


def lying(data: bytes, size: int) -> bytes:
    """The zip with the unpacked size of its first member said to be ``size``, in both places."""
    changed = bytearray(data)
    struct.pack_into("<I", changed, 22, size)
    struct.pack_into("<I", changed, data.find(b"PK\x01\x02") + 24, size)
    return bytes(changed)


def overlapping(data: bytes, copies: int) -> bytes:
    """One member, named by ``copies`` entries of the directory."""
    made = zipped(("a", data))
    start = made.find(b"PK\x01\x02")
    end = made.find(b"PK\x05\x06")
    entry, tail = made[start:end], bytearray(made[end:])
    struct.pack_into("<HHI", tail, 8, copies, copies, len(entry) * copies)
    return made[:start] + entry * copies + bytes(tail)


def put(folder: Path, data: bytes, name: str = "a.zip") -> Path:
    """The zip as a file."""
    path = folder / name
    path.write_bytes(data)
    return path
