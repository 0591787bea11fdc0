"""CBOR (RFC 8949) as certificates use it, read by cbor2 with limits, from bytes that anybody may have made."""

import io
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import cbor2

from phr.errors import FormatError
from phr.formats.fhir.items import decimal

_DEEPEST = 16


def decode(data: bytes) -> Any:
    """The one value that the bytes hold. Raises :class:`FormatError` if they are not exactly one.

    Keys of maps are texts and whole numbers. A tagged time becomes its text, other tags are passed over; floats become
    decimals.
    """
    stream = io.BytesIO(data)
    # Reads no byte ahead, so that what follows the value shows.
    decoder = cbor2.CBORDecoder(stream, max_depth=_DEEPEST, read_size=1)
    try:
        value = _plain(decoder.decode())
    except (cbor2.CBORDecodeError, ValueError, OverflowError, OSError, TypeError) as error:
        raise FormatError(f"not CBOR: {type(error).__name__}", f"byte {stream.tell()}") from error
    if stream.tell() != len(data):
        raise FormatError("something after the CBOR value", f"byte {stream.tell()}")
    return value


def encode(value: Any) -> bytes:
    """A value as CBOR, in the preferred serialization (RFC 8949, 4.1)."""
    return cbor2.dumps(value)


def _plain(value: Any) -> Any:  # noqa: PLR0911 - one for each type
    """The same in JSON's types, bytes, and whole numbers as keys."""
    match value:
        case None | bool() | int() | str() | bytes():
            return value
        case float() | Decimal():
            text = str(value)
            if not Decimal(text).is_finite():
                raise ValueError("no finite number")
            return decimal(text)
        case datetime():
            return value.isoformat().replace("+00:00", "Z")
        case date():
            return value.isoformat()
        case list() | tuple():
            return [_plain(item) for item in value]
        case cbor2.CBORTag():
            return _plain(value.value)
        case Mapping():
            if not all(isinstance(key, str | int) for key in value):
                raise ValueError("a key that is neither text nor number")
            return {key: _plain(item) for key, item in value.items()}
        case _:
            raise ValueError("a type that no certificate has")
