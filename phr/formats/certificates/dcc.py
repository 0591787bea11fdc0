"""EU Digital COVID Certificates: ``HC1:``, base45, zlib, COSE_Sign1, CBOR Web Token.

Rules: eHealth Network, "Technical Specifications for EU Digital COVID Certificates", volumes 1 and 3; RFC 9052
(COSE_Sign1, Sig_structure); RFC 8392 (claims).
"""

from dataclasses import dataclass
from typing import Any

from phr.errors import FormatError
from phr.formats.certificates import base45, cbor
from phr.formats.certificates.inflating import ZLIB, inflate
from phr.formats.certificates.signature import ES256, PS256, Keys, Signature, check

PREFIX = "HC1:"
_LONGEST = 64 << 10
_ZLIB_FIRST = 0x78
# Header parameters (RFC 9052, 3.1), algorithms (RFC 9053), claims (RFC 8392 and eHN, volume 1, 2.6).
_ALG, _KID = 1, 4
_ALGORITHMS = {-7: ES256, -37: PS256}
_ISSUER, _EXPIRES, _ISSUED, _HCERT, _DCC = 1, 4, 6, -260, 1


@dataclass(frozen=True, slots=True)
class Certificate:
    """What a certificate says.

    ``payload`` is the DCC by its JSON schema; times are seconds since 1970, 0 if missing.
    """

    payload: dict[str, Any]
    issuer: str
    issued: int
    expires: int
    signature: Signature


def decode(text: str, keys: Keys) -> Certificate:
    """Read a certificate. Raises :class:`FormatError` when its structure is broken, so that nothing can be read."""
    if not text.startswith(PREFIX) or len(text) > _LONGEST:
        raise FormatError("not an EU certificate")
    data = base45.decode(text.removeprefix(PREFIX))
    if data[:1] == bytes([_ZLIB_FIRST]):
        data = inflate(data, ZLIB)
    protected, unprotected, payload, signature = _sign1(cbor.decode(data))
    headers = {**unprotected, **(_map(cbor.decode(protected)) if protected else {})}
    claims = _map(cbor.decode(payload))
    certificate = _map(_map(claims.get(_HCERT)).get(_DCC))
    kid, algorithm = headers.get(_KID), headers.get(_ALG)
    state = check(
        keys,
        kid.hex() if isinstance(kid, bytes) else "",
        _ALGORITHMS.get(algorithm, "") if isinstance(algorithm, int) else "",
        signature,
        _signed(protected, payload),
    )
    issuer, issued, expires = (claims.get(claim) for claim in (_ISSUER, _ISSUED, _EXPIRES))
    return Certificate(
        certificate,
        issuer if isinstance(issuer, str) else "",
        issued if isinstance(issued, int) else 0,
        expires if isinstance(expires, int) else 0,
        state,
    )


def _sign1(value: Any) -> tuple[bytes, dict[Any, Any], bytes, bytes]:
    """The four parts of a COSE_Sign1 (RFC 9052, 4.2)."""
    if not isinstance(value, list) or len(value) != 4:
        raise FormatError("not a COSE_Sign1")
    protected, unprotected, payload, signature = value
    if not all(isinstance(part, bytes) for part in (protected, payload, signature)):
        raise FormatError("not a COSE_Sign1")
    return protected, _map(unprotected), payload, signature


def _signed(protected: bytes, payload: bytes) -> bytes:
    """The Sig_structure (RFC 9052, 4.4), without external data."""
    return cbor.encode(["Signature1", protected, b"", payload])


def _map(value: Any) -> dict[Any, Any]:
    if not isinstance(value, dict):
        raise FormatError("a map is missing in the certificate")
    return value
