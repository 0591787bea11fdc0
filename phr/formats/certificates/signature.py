"""Whether a certificate's signature holds, which is said and never pretended.

Who vouches for a key is decided by whoever supplies the keys. None come with the program (docs/formats.md says why for
each kind of certificate). What is read without keys is ``unverified``.
"""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from types import MappingProxyType
from typing import TypeAlias

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ec import ECDSA, SECP256R1, EllipticCurvePublicKey
from cryptography.hazmat.primitives.asymmetric.padding import MGF1, PSS
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
from cryptography.hazmat.primitives.hashes import SHA256

from phr.formats.fhir.items import Resource
from phr.formats.fhir.shapes import NOTE_URL

PublicKey: TypeAlias = EllipticCurvePublicKey | RSAPublicKey
# By the name that a certificate gives its key: kid in hex (EU DCC), issuer#kid (SMART Health Cards), authority and
# certificate (2D-Doc). A short name may mean several keys.
Keys: TypeAlias = Mapping[str, Sequence[PublicKey]]
NO_KEYS: Keys = MappingProxyType({})

STATE_URL = "urn:phr:signature"
ES256, PS256 = "ES256", "PS256"
_COORDINATE = 32  # bytes of P-256, RFC 7518, 3.4


class Signature(StrEnum):
    """What is known of a signature."""

    VERIFIED = "verified"
    UNVERIFIED = "unverified"
    BROKEN = "broken"


_SENTENCES = {
    Signature.VERIFIED: "Signature vérifiée. / Signature verified.",
    Signature.UNVERIFIED: "Signature non vérifiée. / Signature not verified.",
    Signature.BROKEN: "Signature non valable. / Signature not valid.",
}


def check(keys: Keys, name: str, algorithm: str, signature: bytes, signed: bytes) -> Signature:
    """The state of ``signature`` over ``signed`` by the key that is called ``name``.

    ``algorithm`` is as RFC 7518 names it; ES256 is two numbers of 32 bytes. A signature that cannot be one by its size
    is broken with any key.
    """
    if not signature or (algorithm == ES256 and len(signature) != 2 * _COORDINATE):
        return Signature.BROKEN
    known = keys.get(name, ())
    if not known or algorithm not in (ES256, PS256):
        return Signature.UNVERIFIED
    holds = any(_holds(key, algorithm, signature, signed) for key in known)
    return Signature.VERIFIED if holds else Signature.BROKEN


def _holds(key: PublicKey, algorithm: str, signature: bytes, signed: bytes) -> bool:
    try:
        if isinstance(key, EllipticCurvePublicKey):
            if algorithm != ES256 or not isinstance(key.curve, SECP256R1):
                return False
            r, s = (int.from_bytes(part) for part in (signature[:_COORDINATE], signature[_COORDINATE:]))
            key.verify(encode_dss_signature(r, s), signed, ECDSA(SHA256()))
        else:
            if algorithm != PS256:
                return False
            key.verify(signature, signed, PSS(MGF1(SHA256()), SHA256.digest_size), SHA256())
    except InvalidSignature:
        return False
    return True


def mark(resource: Resource, state: Signature, *, annotated: bool = True) -> Resource:
    """The resource with the state beside it: a code for programs, a sentence for people.

    ``annotated`` says that its type has notes; the sentence stands in an extension otherwise.
    """
    resource.setdefault("extension", []).append({"url": STATE_URL, "valueCode": state.value})
    if annotated:
        resource.setdefault("note", []).append({"text": _SENTENCES[state]})
    else:
        resource["extension"].append({"url": NOTE_URL, "valueString": _SENTENCES[state]})
    return resource
