"""What makes two resources equal: the same JSON, however it is written, to the last digit of its decimals."""

import hashlib
from decimal import Decimal
from typing import Any

import msgspec

from phr.formats.fhir.items import Resource


def _spelled(value: Any) -> msgspec.Raw:
    if isinstance(value, Decimal):
        return msgspec.Raw(str(value).encode())
    raise TypeError(f"{type(value).__name__} is not JSON")


_encode = msgspec.json.Encoder(order="sorted", decimal_format="number", enc_hook=_spelled).encode


def digest_of(resource: Resource) -> bytes:
    """16 bytes of SHA-256 of the resource's JSON, members sorted, no white space, decimals as they were spelled."""
    return hashlib.sha256(_encode(resource)).digest()[:16]
