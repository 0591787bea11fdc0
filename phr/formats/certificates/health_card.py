"""SMART Health Cards: a JWS around a FHIR Bundle, in a file or as digits in one or several QR codes.

Rules: SMART Health Cards Framework 1.4 (``shc:/``, chunks, ``verifiableCredential``); RFC 7515 (JWS, ES256 by RFC
7518); RFC 7638 (a key's name is its thumbprint).
"""

import base64
import binascii
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from phr.errors import FormatError
from phr.formats.certificates.inflating import RAW, inflate
from phr.formats.certificates.signature import Keys, Signature, check, mark
from phr.formats.derived import derived, present
from phr.formats.fhir.items import Item, Resource
from phr.formats.fhir.references import references
from phr.formats.fhir.shapes import SHAPES
from phr.formats.fhir.window import STRICT
from phr.formats.fhir.write import dumps

PREFIX = "shc:/"
COMPACT = re.compile(r"ey[\w-]+\.[\w-]+\.[\w-]*")
_NUMERIC = re.compile(r"shc:/(?:([1-9][0-9]{0,2})/([1-9][0-9]{0,2})/)?((?:[0-9]{2})+)")
_LONGEST = 1 << 20
# "each character as its code minus 45, in two digits": from "-" to "z".
_OFFSET, _LAST = 45, ord("z") - 45


@dataclass(frozen=True, slots=True)
class Card:
    """What a card holds. ``bundle`` is its FHIR Bundle as it came, ``issuer`` the URL that vouches for it."""

    bundle: Resource
    issuer: str
    signature: Signature


def tokens(texts: Iterable[str]) -> Iterator[str]:
    """The JWS that ``shc:/`` codes spell; parts of one card are put together in whatever order they come.

    Raises :class:`FormatError` if one is not what it should be or a part is missing.
    """
    parts: dict[int, dict[int, str]] = {}
    for text in texts:
        match = _NUMERIC.fullmatch(text)
        if match is None or len(text) > _LONGEST:
            raise FormatError("not a health card")
        number, count, digits = int(match[1] or 1), int(match[2] or 1), match[3]
        if count == 1:
            yield _spelled(digits)
        elif parts.setdefault(count, {}).setdefault(number, digits) != digits:
            raise FormatError("parts of several cards")
    for count, found in parts.items():
        if found.keys() != set(range(1, count + 1)):
            raise FormatError(f"{len(found)} of {count} parts of a health card; the others are needed too")
        yield _spelled("".join(found[number] for number in range(1, count + 1)))


def tokens_of_file(data: bytes) -> list[str]:
    """The JWS of a ``.smart-health-card`` file. Raises :class:`FormatError`."""
    found = _json(data).get("verifiableCredential")
    if not isinstance(found, list) or not all(isinstance(token, str) for token in found):
        raise FormatError("no list of verifiable credentials")
    return found


def decode(token: str, keys: Keys) -> Card:
    """Read a card. Raises :class:`FormatError` when its structure is broken, so that nothing can be read."""
    if len(token) > _LONGEST or not COMPACT.fullmatch(token):
        raise FormatError("not a JWS")
    signed, _, signature = token.rpartition(".")
    head, _, body = signed.partition(".")
    header = _json(_base64(head))
    data = _base64(body)
    payload = _json(inflate(data, RAW) if header.get("zip") == "DEF" else data)
    credential = payload.get("vc")
    subject = credential.get("credentialSubject") if isinstance(credential, dict) else None
    bundle = subject.get("fhirBundle") if isinstance(subject, dict) else None
    if not isinstance(bundle, dict) or not isinstance(bundle.get("entry"), list):
        raise FormatError("no FHIR Bundle in the card")
    issuer = payload.get("iss")
    name = f"{issuer}#{header.get('kid')}"
    state = check(keys, name, str(header.get("alg", "")), _base64(signature), signed.encode())
    return Card(bundle, issuer if isinstance(issuer, str) else "", state)


def items_of(card: Card, where: str = "") -> Iterator[Item]:
    """The resources of a card as they came, but with references that hold outside it and the state of its signature."""
    entries = [entry for entry in card.bundle["entry"] if isinstance(entry, dict)]
    resources = [
        (str(entry.get("fullUrl", "")), entry["resource"])
        for entry in entries
        if isinstance(entry.get("resource"), dict) and isinstance(entry["resource"].get("resourceType"), str)
    ]
    if not resources:
        raise FormatError("the card holds no resource")
    # Named by what they are and by whom they are about: a child's vaccine may read as its mother's.
    people = "".join(_written(one) for _, one in resources if one["resourceType"] == "Patient")
    names = {
        url: derived({**resource}, people, _written(resource)).full_url for url, resource in resources if url
    }
    for url, resource in resources:
        key = _written(resource)
        for reference in references(resource):
            target = reference.get("reference")
            if isinstance(target, str) and target in names:
                reference["reference"] = names[target]
        shape = SHAPES.get(resource["resourceType"])
        if shape is not None:
            _mark(resource, card.signature, annotated=shape.note == "note")
        yield derived(resource, people, key, where=f"{where} {url}".strip())


def document(card: Card, person: Resource) -> Resource:
    """The DocumentReference of a card; its content is for the caller to say."""
    resource: Resource = {
        "resourceType": "DocumentReference",
        "status": "current",
        "description": "Carte de santé (SMART Health Card)",
        "subject": person,
    }
    return mark(
        resource | present(author=[{"display": card.issuer}] if card.issuer else []),
        card.signature,
        annotated=False,
    )


def _mark(resource: Resource, state: Signature, *, annotated: bool) -> None:
    for name in ("extension", "note") if annotated else ("extension",):
        if not isinstance(resource.get(name, []), list):
            del resource[name]
    mark(resource, state, annotated=annotated)


def _spelled(digits: str) -> str:
    codes = [int(digits[at : at + 2]) for at in range(0, len(digits), 2)]
    if max(codes) > _LAST:
        raise FormatError("digits that spell no health card")
    return "".join(chr(code + _OFFSET) for code in codes)


def _base64(text: str) -> bytes:
    try:
        return base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
    except (binascii.Error, ValueError) as error:
        raise FormatError("not base64url") from error


def _json(data: bytes) -> dict[str, Any]:
    try:
        value = STRICT.decode(data.decode("utf-8-sig"))
    except (ValueError, ArithmeticError, RecursionError) as error:
        raise FormatError("not JSON in UTF-8") from error
    if not isinstance(value, dict):
        raise FormatError("not a JSON object")
    return value


def _written(resource: Resource) -> str:
    try:
        return dumps(resource).decode()
    except (UnicodeEncodeError, RecursionError) as error:
        raise FormatError("half a character (a lone surrogate), or nested too deep") from error
