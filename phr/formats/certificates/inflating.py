"""Inflating what may have been made to burst."""

import zlib

from phr.errors import FormatError

# The largest health cards and certificates take a few kilobytes.
MOST = 4 << 20
RAW = -zlib.MAX_WBITS
ZLIB = zlib.MAX_WBITS


def inflate(data: bytes, window: int) -> bytes:
    """What was deflated (RFC 1950 with ``ZLIB``, RFC 1951 with ``RAW``).

    Raises :class:`FormatError` if it is broken, cut short, followed by something, or larger than :data:`MOST`.
    """
    inflater = zlib.decompressobj(window)
    try:
        inflated = inflater.decompress(data, MOST)
    except zlib.error as error:
        raise FormatError("not deflated") from error
    if inflater.unconsumed_tail:
        raise FormatError(f"larger than {MOST} bytes when inflated")
    if not inflater.eof or inflater.unused_data:
        raise FormatError("deflated data that is cut short or followed by something")
    return inflated
