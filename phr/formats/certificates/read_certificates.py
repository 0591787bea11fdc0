"""Certificates in files of text: one code a line, or a ``.smart-health-card``."""

import hashlib
from collections.abc import Iterator
from typing import BinaryIO

from phr.errors import FormatError
from phr.formats.certificates import health_card
from phr.formats.certificates.codes import certificates
from phr.formats.certificates.signature import NO_KEYS, Keys
from phr.formats.derived import derived, original
from phr.formats.fhir.items import Item

_MOST = 1 << 20
_TEXT = ("text/plain", ".txt")
_CARDS = ("application/smart-health-card", ".smart-health-card")


def read_certificates(stream: BinaryIO, keys: Keys = NO_KEYS) -> Iterator[Item]:
    """The resources of each certificate, and a DocumentReference of the certificate itself.

    A certificate that cannot be read is an item with a problem. Raises :class:`FormatError` if the file is too large
    or is no list of credentials.
    """
    data = stream.read(_MOST + 1)
    if len(data) > _MOST:
        raise FormatError(f"more than {_MOST} bytes")
    of_cards = data.lstrip().startswith(b"{")
    if of_cards:
        texts = [
            (f"verifiableCredential[{i}]", one) for i, one in enumerate(health_card.tokens_of_file(data))
        ]
    else:
        lines = data.decode("utf-8-sig", "replace").split("\n")
        # Base45 has the blank among its characters: only what surely is none of it is cut off.
        texts = [(f"line {number}", line.strip("\r\t\0")) for number, line in enumerate(lines, 1)]
    found = list(certificates(texts, keys))
    for certificate in found:
        yield from certificate.items
        if certificate.document is not None:
            # Of several, which may be several people's, each has its own alone.
            alone = len(found) == 1
            whole = data if alone else certificate.text.encode()
            kind, ending = _CARDS if of_cards and alone else _TEXT
            document = certificate.document
            document |= original(whole, kind, document["description"] + ending)
            # Another file with the same certificate is another document.
            yield derived(document, certificate.text, hashlib.sha256(whole).hexdigest())
    if not found:
        yield Item("", data, None, problem="no certificate about health in it")
