"""Base45 (RFC 9285): bytes in the characters that a QR code holds best."""

from phr.errors import FormatError

_ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
_DIGITS = {character: digit for digit, character in enumerate(_ALPHABET)}


def decode(text: str) -> bytes:
    """The bytes that a text stands for. Raises :class:`FormatError`."""
    try:
        digits = [_DIGITS[character] for character in text]
        if len(digits) % 3 == 1:
            raise FormatError("base45 ends within a group")
        out = bytearray()
        for at in range(0, len(digits), 3):
            group = digits[at : at + 3]
            value = sum(digit * 45**power for power, digit in enumerate(group))
            out += value.to_bytes(len(group) - 1)
    except (KeyError, OverflowError) as error:
        raise FormatError("not base45") from error
    return bytes(out)
