"""From the text of a code to what it attests, whichever of the three kinds of certificate it is."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from phr.errors import FormatError
from phr.formats.certificates import dcc, dcc_resources, health_card, two_d_doc
from phr.formats.certificates.signature import Keys
from phr.formats.derived import present, reference
from phr.formats.fhir.items import Item, Resource


@dataclass(frozen=True, slots=True)
class Certificate:
    """One certificate: its resources, the patient among them, and a DocumentReference of itself without content.

    One that cannot be read is a single item with a problem, and has no document.
    """

    text: str
    items: list[Item]
    document: Resource | None = None


def is_certificate(text: str) -> bool:
    """Whether a code in a picture is a certificate about health, to judge by its beginning."""
    return text.startswith((dcc.PREFIX, health_card.PREFIX)) or two_d_doc.is_health(text)


def certificates(texts: Iterable[tuple[str, str]], keys: Keys) -> Iterator[Certificate]:
    """The certificates that codes hold, each with the place where it was found; other codes are passed over."""
    parts: list[tuple[str, str]] = []
    for where, text in texts:
        if text.startswith(health_card.PREFIX):
            parts.append((where, text))
        elif is_certificate(text) or _is_token(text):
            yield _certificate(text, where, keys)
    if parts:
        where = parts[0][0]
        try:
            tokens = list(health_card.tokens(text for _, text in parts))
        except FormatError as error:
            text = "\n".join(text for _, text in parts)
            yield _unreadable(text, where, error)
        else:
            for token in tokens:
                yield _certificate(token, where, keys)


def _certificate(text: str, where: str, keys: Keys) -> Certificate:
    try:
        if text.startswith(dcc.PREFIX):
            certificate = dcc.decode(text, keys)
            items = list(dcc_resources.items_of(certificate, where))
            document = dcc_resources.document(certificate, _person(items))
        elif _is_token(text):
            card = health_card.decode(text, keys)
            items = list(health_card.items_of(card, where))
            document = health_card.document(card, _person(items))
        else:
            code = two_d_doc.decode(text, keys)
            items = list(two_d_doc.items_of(code, where))
            document = two_d_doc.document(code, _person(items))
    except FormatError as error:
        return _unreadable(text, where, error)
    attested = [
        reference(item) for item in items if item.resource and item.resource["resourceType"] != "Patient"
    ]
    document["context"] = document.get("context", {}) | present(related=attested)
    return Certificate(text, items, {name: value for name, value in document.items() if value})


def _is_token(text: str) -> bool:
    """Whether it is a JWS, as files of text hold cards; in codes it may be anybody's ticket."""
    return health_card.COMPACT.fullmatch(text) is not None


def _person(items: list[Item]) -> Resource:
    people = (item for item in items if item.resource and item.resource["resourceType"] == "Patient")
    return next(map(reference, people), {})


def _unreadable(text: str, where: str, error: FormatError) -> Certificate:
    return Certificate(text, [Item(where, text.encode("utf-8", "replace"), None, problem=str(error))])
