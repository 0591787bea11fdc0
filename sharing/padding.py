"""Padmé: a length that tells little of what it hides (Nikitin et al., PURBs, PoPETs 2019, section 4).

At most 12 % is added, and less as the text grows; only O(log log n) bits of the length remain to be seen.
"""


def padded_size(size: int) -> int:
    """The length in bytes to which ``size`` bytes are padded."""
    if size < 2:
        return size
    exponent = size.bit_length() - 1
    kept = exponent.bit_length()
    mask = (1 << (exponent - kept)) - 1
    return (size + mask) & ~mask


def pad(document: bytes) -> bytes:
    """A JSON document followed by spaces, which JSON ignores, up to its padded size."""
    return document.ljust(padded_size(len(document)), b" ")


def unpad(document: bytes) -> bytes:
    """The document without its padding."""
    return document.rstrip(b" ")
