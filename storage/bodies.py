"""How a resource is stored: its JSON without white space, deflated against a dictionary of what FHIR repeats.

A resource is small and looks like every other, so a preset dictionary (RFC 1950, section 2.2) saves what deflate
alone cannot. Codec 1 is raw deflate (RFC 1951) with ``dictionary-1.txt``, and stays so: another dictionary is
another codec.
"""

import zlib
from importlib.resources import files

CODEC = 1
# Measured on Synthea's bundles: level 3 costs a tenth more time than 1, and the higher ones save nothing to speak of.
_LEVEL = 3
# A window of 16 KiB holds the dictionary and nearly every resource; a smaller state is faster to copy.
_WINDOW = -14
_DICTIONARY = (files("storage") / "dictionary-1.txt").read_bytes()
_FRESH = zlib.compressobj(_LEVEL, zlib.DEFLATED, _WINDOW, 7, zlib.Z_DEFAULT_STRATEGY, _DICTIONARY)


def pack(raw: bytes) -> bytes:
    """``raw`` as it is stored under :data:`CODEC`."""
    packer = _FRESH.copy()
    return packer.compress(raw) + packer.flush()


def unpack(codec: int, body: bytes) -> bytes:
    """What was packed. Raises ValueError for a codec that this version does not know."""
    if codec != CODEC:
        raise ValueError(f"unknown codec {codec}")
    return zlib.decompressobj(_WINDOW, _DICTIONARY).decompress(body)
