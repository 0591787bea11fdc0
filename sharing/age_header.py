"""A look at an age header before any age library sees it (age-encryption.org/v1, "Header").

Libraries spend quadratic time on hostile headers, so the size and the stanzas are bounded first: one X25519
recipient, then at most one stanza of grease, which rage adds and everyone ignores.
"""

import re

from sharing.errors import DamagedPackage

LIMIT = 4096
"""Bytes of a header, at most."""

_BASE64 = rb"[A-Za-z0-9+/]"
_HEADER = re.compile(
    rb"age-encryption\.org/v1\n"
    rb"-> X25519 " + _BASE64 + rb"{43}\n" + _BASE64 + rb"{43}\n"
    rb"(?:-> [!-~]*-grease(?: [!-~]+)*\n(?:" + _BASE64 + rb"{64}\n)*" + _BASE64 + rb"{0,63}\n)?"
    rb"--- " + _BASE64 + rb"{43}\n"
)


def check(age_file: bytes) -> None:
    """Raise :class:`DamagedPackage` unless the file begins with a header that we could have made."""
    if _HEADER.match(age_file[:LIMIT]) is None:
        raise DamagedPackage("age header")
