"""What leaves, entry by entry: the resource made fit, and what is shown of it. Package and paper show the same."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from phr.formats.fhir.drafts import to_draft
from phr.formats.fhir.subjects import identity_of
from sharing.redact import Links, fit
from sharing.shapes import is_attachment
from storage import entries, people

if TYPE_CHECKING:
    from collections.abc import Iterator

    from phr.entry import Entry, Kind, Value
    from phr.formats.fhir.items import Resource
    from sharing.scope import Scope
    from storage.people import Person
    from storage.vault import Vault

__all__ = ["File", "Leaving", "Links", "leaving", "patient"]


@dataclass(frozen=True, slots=True)
class File:
    """A document inside an entry: ``data`` is its base64, ``pointer`` (RFC 6901) where that stands."""

    name: str
    media_type: str
    pointer: str
    data: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Leaving:
    """One entry as it leaves: what is shown of it, its documents, and the resource that holds it all."""

    id: str
    kind: Kind
    title: str
    title_en: str
    date: str
    value: Value | None
    status: str
    author: str
    note: str
    files: tuple[File, ...]
    resource: Resource = field(repr=False)

    def title_in(self, language: str) -> str:
        """The title in ``fr`` or ``en``."""
        return self.title_en if language == "en" and self.title_en else self.title


def leaving(vault: Vault, entry: Entry, links: Links) -> Leaving:
    """An entry made fit to leave. Raises ``NoSuchEntry`` if it was deleted meanwhile.

    Texts that the vault may have taken from another resource (a name behind a reference) are read again from the
    resource as it leaves.
    """
    with vault.read():  # one view for all that an entry refers to; others may read between two entries
        resource = fit(vault, entry.id, entries.resource(vault, entry.id), links)
    told = to_draft(resource) or entry
    files = tuple(
        File(
            str(slot.get("title") or told.title),
            str(slot.get("contentType") or "application/octet-stream"),
            f"{pointer}/data",
            slot["data"],
        )
        for pointer, slot in _attachments(resource, "")
        if isinstance(slot.get("data"), str)
    )
    return Leaving(
        id=entry.id,
        kind=entry.kind,
        title=told.title,
        title_en=told.title_en,
        date=entry.date or "",
        value=entry.value,
        status=entry.status,
        author=told.author,
        note=told.note,
        files=files,
        resource=resource,
    )


def patient(vault: Vault, person: Person, scope: Scope) -> Resource:
    """The patient, built anew: one name, birth date, gender, and the direct identifiers that the scope adds."""
    stored = people.patient_resource(vault, person.id) or {}
    known = identity_of(stored)
    name = {"text": known.name or person.name, "family": known.family, "given": known.given.split()}
    gender = known.sex or person.sex
    birth_date = known.birth_date or person.birth_date
    added: Resource = {
        element: _plain(stored[element]) for element in scope.identifiers if stored.get(element)
    }
    return {
        "resourceType": "Patient",
        **added,
        **({"name": [{part: value for part, value in name.items() if value}]} if name["text"] else {}),
        **({"gender": gender} if gender else {}),
        **({"birthDate": birth_date} if birth_date else {}),
    }


def _plain(value: Any) -> Any:
    """An identifier, an address or a contact point without extensions, ids and references."""
    if isinstance(value, list):
        return [_plain(item) for item in value]
    if isinstance(value, dict):
        kept = {name: item for name, item in value.items() if name not in ("id", "extension", "assigner")}
        return {name: _plain(item) for name, item in kept.items() if not name.startswith("_")}
    return value


def _attachments(node: Any, pointer: str, element: str = "") -> Iterator[tuple[str, Resource]]:
    """Every Attachment within a resource, with its JSON pointer (RFC 6901)."""
    if isinstance(node, dict):
        if is_attachment(node, element):
            yield pointer, node
            return
        for name, value in node.items():
            yield from _attachments(value, f"{pointer}/{name.replace('~', '~0').replace('/', '~1')}", name)
    elif isinstance(node, list):
        for number, value in enumerate(node):
            yield from _attachments(value, f"{pointer}/{number}", element)
