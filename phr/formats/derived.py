"""Resources made of what is no FHIR: the same document gives the same names, so that nothing comes in twice."""

import base64
import hashlib
import uuid
from collections.abc import Iterable

from phr.formats.fhir.items import Item, Resource
from phr.formats.fhir.write import dumps

_SPACE = uuid.uuid5(uuid.NAMESPACE_URL, "urn:phr:derived")
_TRANSLATION = "http://hl7.org/fhir/StructureDefinition/translation"


def derived(
    resource: Resource,
    *key: str,
    where: str = "",
    hidden: bool = False,
    labels: Iterable[str] = (),
) -> Item:
    """An item of a resource that is known again by its type and ``key``, or by its content without a key.

    Gives the resource its ``id``, a UUID of RFC 9562, version 5. ``hidden`` and ``labels`` are proposed to the
    vault.
    """
    name = "\x1f".join((resource["resourceType"], *(key or (dumps(resource).decode(),))))
    id_ = str(uuid.uuid5(_SPACE, name))
    resource["id"] = id_
    marks: dict[str, object] = {"hidden": True} if hidden else {}
    if labels := list(labels):
        marks["labels"] = labels
    return Item(where, dumps(resource), resource, f"urn:uuid:{id_}", marks=marks)


def original(data: bytes, media_type: str, title: str) -> Resource:
    """What makes a DocumentReference hold the file that it was made of: its ``content``."""
    id_ = uuid.uuid5(_SPACE, f"attachment {title} {hashlib.sha256(data).hexdigest()}")
    attachment = {
        "contentType": media_type,
        # The scheme by which a resource names a file of the vault (docs/architecture.md).
        "url": f"urn:phr:attachment:{id_}",
        "data": base64.b64encode(data).decode(),
        "size": len(data),
        "title": title,
    }
    return {"content": [{"attachment": attachment}]}


def patient(family: str, given: Iterable[str], birth_date: str, *, sex: str = "") -> Item:
    """The person whom a document names. ``birth_date`` is a FHIR date, ``sex`` FHIR's ``gender``."""
    resource: Resource = {"resourceType": "Patient", "name": [present(family=family, given=list(given))]}
    resource |= present(birthDate=birth_date, gender=sex)
    return derived(resource)


def reference(item: Item) -> Resource:
    """A Reference to what an item holds."""
    return {"reference": item.full_url}


def concept(french: str, english: str, *codings: tuple[str, str]) -> Resource:
    """A CodeableConcept named in both languages; each coding is a system and a code, left out if the code is ""."""
    coding = [present(system=system, code=code) for system, code in codings if code]
    translation = [
        {
            "url": _TRANSLATION,
            "extension": [{"url": "lang", "valueCode": language}, {"url": "content", "valueString": text}],
        }
        for language, text in (("fr", french), ("en", english))
    ]
    return present(coding=coding, text=french) | ({"_text": {"extension": translation}} if french else {})


def present(**members: object) -> Resource:
    """An object of those members that hold something; FHIR knows no empty ones."""
    return {name: value for name, value in members.items() if value not in ("", None, [], {})}
