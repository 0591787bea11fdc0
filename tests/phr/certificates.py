"""Certificates made for tests, signed with keys made for tests."""

import base64
import json
import zlib
from typing import Any

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature
from cryptography.hazmat.primitives.hashes import SHA256

from phr.formats.certificates.signature import Keys

KID = bytes(range(8))
ISSUER = "https://issuer.example"
AUTHORITY = "FR999999"
_BASE45 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"

VACCINATION = {
    "ver": "1.3.0",
    "nam": {"fn": "Lefèvre", "fnt": "LEFEVRE", "gn": "Anna", "gnt": "ANNA"},
    "dob": "1980-05-17",
    "v": [
        {
            "tg": "840539006",
            "vp": "J07BX03",
            "mp": "EU/1/20/1528",
            "ma": "ORG-100030215",
            "dn": 2,
            "sd": 2,
            "dt": "2021-06-11",
            "co": "FR",
            "is": "CNAM",
            "ci": "urn:uvci:01:FR:ANNA",
        }
    ],
}
CARD: dict[str, Any] = {
    "resourceType": "Bundle",
    "type": "collection",
    "entry": [
        {
            "fullUrl": "resource:0",
            "resource": {
                "resourceType": "Patient",
                "name": [{"family": "Lefèvre", "given": ["Anna"]}],
                "birthDate": "1980-05-17",
            },
        },
        {
            "fullUrl": "resource:1",
            "resource": {
                "resourceType": "Immunization",
                "status": "completed",
                "vaccineCode": {"coding": [{"system": "http://hl7.org/fhir/sid/cvx", "code": "207"}]},
                "patient": {"reference": "resource:0"},
                "occurrenceDateTime": "2021-01-01",
            },
        },
    ],
}
TWO_D_VACCINATION = (
    "L0LEFEVRE\x1dL1ANNA/MARIE\x1dL217051980L3COVID-19\x1dL4J07BX03\x1d"
    "L5COMIRNATY\x1dL6PFIZER\x1dL72L82L911062021LATE"
)
TWO_D_TEST = "F0ANNA\x1dF1LEFEVRE\x1dF217051980F3FF4945006\x1dF5NF6110620211010"


class Signer:
    """A P-256 key under all the names that the three kinds of certificate may give it."""

    def __init__(self) -> None:
        self._key = ec.generate_private_key(ec.SECP256R1())

    @property
    def keys(self) -> Keys:
        """What a reader is given to check with."""
        public = self._key.public_key()
        return dict.fromkeys((KID.hex(), f"{ISSUER}#kid", AUTHORITY), (public,))

    def sign(self, signed: bytes) -> bytes:
        """ES256: two numbers of 32 bytes."""
        r, s = decode_dss_signature(self._key.sign(signed, ec.ECDSA(SHA256())))
        return r.to_bytes(32) + s.to_bytes(32)


def cbor(value: Any) -> bytes:
    """A value as CBOR."""
    if isinstance(value, int):
        return _head(1, -1 - value) if value < 0 else _head(0, value)
    if isinstance(value, bytes | str):
        data = value.encode() if isinstance(value, str) else value
        return _head(3 if isinstance(value, str) else 2, len(data)) + data
    if isinstance(value, list):
        return _head(4, len(value)) + b"".join(map(cbor, value))
    assert isinstance(value, dict)
    return _head(5, len(value)) + b"".join(cbor(name) + cbor(one) for name, one in value.items())


def _head(major: int, size: int) -> bytes:
    if size < 24:
        return bytes([major << 5 | size])
    code, width = next((c, w) for c, w in ((24, 1), (25, 2), (26, 4)) if size < 1 << 8 * w)
    return bytes([major << 5 | code]) + size.to_bytes(width)


def base45(data: bytes) -> str:
    """RFC 9285."""
    text = ""
    for at in range(0, len(data), 2):
        pair = data[at : at + 2]
        value = int.from_bytes(pair)
        for _ in range(len(pair) + 1):
            value, digit = divmod(value, 45)
            text += _BASE45[digit]
    return text


def cose(payload: Any, signer: Signer, *, tampered: bool = False) -> bytes:
    """A COSE_Sign1 around the claims of a certificate, not yet deflated."""
    protected = cbor({1: -7, 4: KID})
    claims = cbor({1: "FR", 4: 1700000000, 6: 1650000000, -260: {1: payload}})
    signature = signer.sign(cbor(["Signature1", protected, b"", claims]))
    if tampered:
        signature = signature[:-1] + bytes([signature[-1] ^ 1])
    return b"\xd2" + cbor([protected, {}, claims, signature])


def dcc(payload: Any, signer: Signer, *, tampered: bool = False) -> str:
    """An ``HC1:`` text."""
    return "HC1:" + base45(zlib.compress(cose(payload, signer, tampered=tampered)))


def deflated(data: bytes) -> bytes:
    """RFC 1951, without a header."""
    deflater = zlib.compressobj(wbits=-15)
    return deflater.compress(data) + deflater.flush()


def token(bundle: Any, signer: Signer, *, body: bytes | None = None) -> str:
    """A JWS around a Bundle, or around what ``body`` deflates to."""
    payload = {
        "iss": ISSUER,
        "nbf": 1,
        "vc": {"credentialSubject": {"fhirVersion": "4.0.1", "fhirBundle": bundle}},
    }
    deflated_body = deflated(json.dumps(payload).encode()) if body is None else body
    head = json.dumps({"zip": "DEF", "alg": "ES256", "kid": "kid"}).encode()
    signed = f"{_base64(head)}.{_base64(deflated_body)}"
    return f"{signed}.{_base64(signer.sign(signed.encode()))}"


def numeric(text: str, parts: int = 1) -> list[str]:
    """The ``shc:/`` texts of a JWS."""
    digits = "".join(f"{ord(character) - 45:02}" for character in text)
    if parts == 1:
        return ["shc:/" + digits]
    size = -(-len(text) // parts) * 2
    return [f"shc:/{n + 1}/{parts}/{digits[n * size : (n + 1) * size]}" for n in range(parts)]


def two_d_doc(values: str, kind: str, signer: Signer, version: str = "04") -> str:
    """A 2D-Doc."""
    tail = {"02": "", "03": "01", "04": "01FR"}[version]
    message = f"DC{version}{AUTHORITY}1E6D1E6D{kind}{tail}{values}"
    signature = base64.b32encode(signer.sign(message.encode())).decode().rstrip("=")
    return f"{message}\x1f{signature}"


def _base64(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).decode().rstrip("=")
