"""The package: one FHIR Bundle with the entries of a preview and nothing else (docs/package-format.md, "Payload")."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from phr.formats.fhir.drafts import to_draft
from phr.formats.fhir.subjects import identity_of
from phr.formats.fhir.write import dumps
from sharing.envelope import FORMAT, Mode
from sharing.padding import pad
from sharing.redact import Links, fit
from sharing.shapes import is_attachment
from storage import entries, journal, people
from storage.clock import instant
from storage.heads import head_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from phr.entry import Entry
    from phr.formats.fhir.items import Resource
    from sharing.preview import Preview
    from sharing.scope import Scope
    from storage.people import Person
    from storage.practitioners import Practitioner
    from storage.vault import Vault

STATEMENT = "Extrait choisi par le patient. D'autres éléments peuvent exister."
"""Stands on every package, whatever it holds, so that it is no signal."""

GRANT_SYSTEM = "urn:phr:grant"
VIEW = "urn:phr:view"


@dataclass(frozen=True, slots=True)
class Terms:
    """What frames a package: for whom, why, from when (or None) until when."""

    gid: bytes
    mode: Mode
    practitioner: Practitioner
    purpose: str
    not_before: datetime | None
    until: datetime


def build(vault: Vault, shown: Preview, terms: Terms) -> bytes:
    """The payload of a package, padded. Raises ``NoSuchEntry`` if an entry was deleted since the preview."""
    urls = {entry.id: _new_url() for entry in shown.entries}
    links = Links(_new_url(), urls)
    bundle = {
        "resourceType": "Bundle",
        "meta": {"extension": _frame(vault, shown, terms)},
        "identifier": {"system": GRANT_SYSTEM, "value": terms.gid.hex()},
        "type": "collection",
        "timestamp": instant(vault.now()),
        "entry": [
            {"fullUrl": links.patient, "resource": _patient(vault, shown.person, shown.scope)},
            *(_entry(vault, entry, links) for entry in shown.entries),
        ],
    }
    return pad(dumps(bundle))


def _new_url() -> str:
    return uuid.uuid4().urn


def _frame(vault: Vault, shown: Preview, terms: Terms) -> list[Resource]:
    head = journal.head(vault)
    to = ", ".join(part for part in (terms.practitioner.name, terms.practitioner.specialty) if part)
    values = [
        ("format", "valueString", FORMAT),
        ("statement", "valueString", STATEMENT),
        ("purpose", "valueString", terms.purpose),
        ("to", "valueString", to),
        ("not-before", "valueDateTime", instant(terms.not_before) if terms.not_before else ""),
        ("until", "valueDateTime", instant(terms.until)),
        ("mode", "valueCode", terms.mode.value),
    ]
    signed = [
        {"url": "seq", "valueInteger": head.seq},
        {"url": "hash", "valueString": head.hash},
        {"url": "signature", "valueString": head.signature},
        {"url": "key", "valueString": head.public_key},
        {"url": "text", "valueString": head_text(vault.id, head.seq, head.hash)},
    ]
    frame: list[Resource] = [{"url": f"urn:phr:{name}", kind: value} for name, kind, value in values if value]
    coverage = _coverage(shown)
    if coverage:
        frame.append({"url": "urn:phr:coverage", "extension": coverage})
    return [*frame, {"url": "urn:phr:journal-head", "extension": signed}]


def _coverage(shown: Preview) -> list[Resource]:
    """Kinds and period. What is named one by one covers the kinds it has."""
    scope = shown.scope
    kinds = dict.fromkeys(entry.kind for entry in shown.entries) if scope.named_only else scope.kinds
    period = (("from", scope.date_from), ("to", scope.date_to))
    return [
        *({"url": "kind", "valueCode": kind.value} for kind in kinds),
        *({"url": name, "valueString": date} for name, date in period if date),
    ]


def _patient(vault: Vault, person: Person, scope: Scope) -> Resource:
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


def _entry(vault: Vault, entry: Entry, links: Links) -> Resource:
    with vault.read():  # one view for all that an entry refers to; others may read between two entries
        resource = fit(vault, entry.id, entries.resource(vault, entry.id), links)
    view = {"url": VIEW, "extension": _view(entry, resource)}
    return {"extension": [view], "fullUrl": links.entries[entry.id], "resource": resource}


def _view(entry: Entry, resource: Resource) -> list[Resource]:
    """What the patient's program shows of an entry.

    Texts that the vault may have taken from another resource (a name behind a reference) are read again from the
    resource as it leaves.
    """
    value = entry.value
    leaving = to_draft(resource) or entry
    shown = [
        ("title", leaving.title),
        ("title-en", leaving.title_en if leaving.title_en != leaving.title else ""),
        ("date", entry.date or ""),
        ("value", value.text if value else ""),
        ("unit", value.unit if value else ""),
        ("low", value.low if value else ""),
        ("high", value.high if value else ""),
        ("range", value.range_text if value else ""),
        ("flag", value.flag if value else ""),
        ("status", entry.status),
        ("author", leaving.author),
        ("note", leaving.note),
    ]
    files = [
        {
            "url": "file",
            "extension": [
                {"url": "name", "valueString": str(slot.get("title") or leaving.title)},
                {"url": "type", "valueString": str(slot.get("contentType") or "application/octet-stream")},
                {"url": "data", "valueString": f"{pointer}/data"},
            ],
        }
        for pointer, slot in _attachments(resource, "")
        if isinstance(slot.get("data"), str)
    ]
    return [
        {"url": "kind", "valueCode": entry.kind.value},
        *({"url": name, "valueString": text} for name, text in shown if text),
        *files,
    ]


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
