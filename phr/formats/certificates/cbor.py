"""CBOR (RFC 8949) as certificates use it: read strictly, with limits, from bytes that anybody may have made."""

import struct
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from phr.errors import FormatError
from phr.formats.fhir.items import decimal

_DEEPEST = 16
_UNSIGNED, _NEGATIVE, _BYTES, _TEXT, _ARRAY, _MAP, _TAG, _SIMPLE = range(8)
_INDEFINITE = 31
_BREAK = object()
_FLOATS = {25: ">e", 26: ">f", 27: ">d"}
_CONSTANTS = {20: False, 21: True, 22: None, 23: None}
_EPOCH_TAG = 1


def decode(data: bytes) -> Any:
    """The one value that the bytes hold. Raises :class:`FormatError` if they are not exactly one.

    Keys of maps are texts and whole numbers. Tags are passed over, but a number of seconds that is tagged as a time
    becomes its text. Floats become decimals.
    """
    reader = _Reader(data)
    value = reader.value(0)
    if value is _BREAK or reader.at != len(data):
        raise FormatError("something after the CBOR value", f"byte {reader.at}")
    return value


def head(major: int, size: int) -> bytes:
    """The first bytes of an item of a major type and a size (RFC 8949, 3)."""
    if size < 24:
        return bytes([major << 5 | size])
    width = next(width for width in (1, 2, 4, 8) if size < 1 << 8 * width)
    return bytes([major << 5 | 23 + width.bit_length()]) + size.to_bytes(width)


def byte_string(data: bytes) -> bytes:
    """A byte string as CBOR."""
    return head(_BYTES, len(data)) + data


def text_string(text: str) -> bytes:
    """A text string as CBOR."""
    data = text.encode()
    return head(_TEXT, len(data)) + data


class _Reader:
    def __init__(self, data: bytes) -> None:
        self.data = data
        self.at = 0

    def value(self, depth: int) -> Any:
        if depth > _DEEPEST:
            raise self._wrong("nested too deep")
        first = self._take(1)[0]
        major, extra = first >> 5, first & 31
        if major == _SIMPLE:
            return self._simple(extra)
        if extra == _INDEFINITE:
            return self._indefinite(major, depth)
        return self._definite(major, self._size(extra), depth)

    def _definite(self, major: int, size: int, depth: int) -> Any:
        if major in (_UNSIGNED, _NEGATIVE):
            return -1 - size if major == _NEGATIVE else size
        if major in (_BYTES, _TEXT):
            data = self._take(size)
            return self._text(data) if major == _TEXT else data
        if major == _TAG:
            return self._tagged(size, depth)
        self._room(size if major == _ARRAY else 2 * size)
        if major == _ARRAY:
            return [self._item(depth) for _ in range(size)]
        return dict(self._pair(depth) for _ in range(size))

    def _size(self, extra: int) -> int:
        if extra < 24:
            return extra
        if extra > 27:
            raise self._wrong("a reserved length")
        return int.from_bytes(self._take(1 << (extra - 24)))

    def _take(self, size: int) -> bytes:
        self._room(size)
        taken = self.data[self.at : self.at + size]
        self.at += size
        return taken

    def _room(self, size: int) -> None:
        """Every value needs a byte at least, so nothing is made ready for what cannot be there."""
        if size > len(self.data) - self.at:
            raise self._wrong("cut short")

    def _item(self, depth: int) -> Any:
        value = self.value(depth + 1)
        if value is _BREAK:
            raise self._wrong("a break out of place")
        return value

    def _pair(self, depth: int) -> tuple[Any, Any]:
        key = self._item(depth)
        if not isinstance(key, str | int):
            raise self._wrong("a key that is neither text nor number")
        return key, self._item(depth)

    def _indefinite(self, major: int, depth: int) -> Any:
        items: list[Any] = []
        if major not in (_BYTES, _TEXT, _ARRAY, _MAP):
            raise self._wrong("a length is missing")
        while (value := self.value(depth + 1)) is not _BREAK:
            if major == _MAP:
                if not isinstance(value, str | int):
                    raise self._wrong("a key that is neither text nor number")
                items.append((value, self._item(depth)))
            else:
                items.append(value)
        if major == _ARRAY:
            return items
        if major == _MAP:
            return dict(items)
        kind = bytes if major == _BYTES else str
        if not all(isinstance(item, kind) for item in items):
            raise self._wrong("chunks of another type")
        return kind().join(items)

    def _tagged(self, tag: int, depth: int) -> Any:
        value = self._item(depth)
        if tag != _EPOCH_TAG or not isinstance(value, int | Decimal):
            return value
        try:
            return datetime.fromtimestamp(int(value), UTC).isoformat().replace("+00:00", "Z")
        except (ValueError, OverflowError, OSError) as error:
            raise self._wrong("a time out of bounds") from error

    def _simple(self, extra: int) -> Any:
        if extra == _INDEFINITE:
            return _BREAK
        if extra in _CONSTANTS:
            return _CONSTANTS[extra]
        if extra in _FLOATS:
            layout = _FLOATS[extra]
            (number,) = struct.unpack(layout, self._take(struct.calcsize(layout)))
            text = repr(number)
            if text in ("nan", "inf", "-inf"):
                raise self._wrong("no finite number")
            return decimal(text)
        raise self._wrong("an unknown simple value")

    def _text(self, data: bytes) -> str:
        try:
            return data.decode()
        except UnicodeDecodeError as error:
            raise self._wrong("text that is not UTF-8") from error

    def _wrong(self, why: str) -> FormatError:
        return FormatError(f"not CBOR: {why}", f"byte {self.at}")
