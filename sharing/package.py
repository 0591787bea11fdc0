"""The package: one FHIR Bundle with the entries of a preview and nothing else (docs/package-format.md, "Payload")."""

from __future__ import annotations

import base64
import uuid
from dataclasses import dataclass
from typing import TYPE_CHECKING

from phr.formats.fhir.write import dumps
from sharing import consultation, reply_file
from sharing.envelope import FORMAT, Mode
from sharing.leaving import Leaving, Links, leaving, patient
from sharing.padding import pad
from storage import journal
from storage.clock import instant
from storage.heads import head_text

if TYPE_CHECKING:
    from datetime import datetime

    from phr.formats.fhir.items import Resource
    from sharing.consultation import Consultation
    from sharing.preview import Preview
    from sharing.reply_file import ReplyAddress
    from storage.practitioners import Practitioner
    from storage.vault import Vault

STATEMENT = "Extrait choisi par le patient. D'autres éléments peuvent exister."
"""Stands on every package, whatever it holds, so that it is no signal."""

GRANT_SYSTEM = "urn:phr:grant"
VIEW = "urn:phr:view"


@dataclass(frozen=True, slots=True)
class Terms:
    """What frames a package: for whom, why, from when (or None) until when, where to reply (or None)."""

    gid: bytes
    mode: Mode
    practitioner: Practitioner
    purpose: str
    not_before: datetime | None
    until: datetime
    reply: ReplyAddress | None = None
    consultation: Consultation | None = None

    @property
    def to(self) -> str:
        """Whom it is for, with the speciality."""
        return ", ".join(part for part in (self.practitioner.name, self.practitioner.specialty) if part)


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
            {"fullUrl": links.patient, "resource": patient(vault, shown.person, shown.scope)},
            *_consultation(vault, terms, links),
            *(_entry(leaving(vault, entry, links), links) for entry in shown.entries),
        ],
    }
    return pad(dumps(bundle))


def _new_url() -> str:
    return uuid.uuid4().urn


def _frame(vault: Vault, shown: Preview, terms: Terms) -> list[Resource]:
    head = journal.head(vault)
    values = [
        ("format", "valueString", FORMAT),
        ("statement", "valueString", STATEMENT),
        ("purpose", "valueString", terms.purpose),
        ("to", "valueString", terms.to),
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
    if terms.reply:
        frame.append({"url": "urn:phr:reply", "extension": _address(terms.reply)})
    return [*frame, {"url": "urn:phr:journal-head", "extension": signed}]


def _address(reply: ReplyAddress) -> list[Resource]:
    return [
        {"url": "format", "valueString": reply_file.FORMAT},
        {"url": "recipient", "valueString": reply.recipient},
        {"url": "mac-key", "valueString": base64.b64encode(reply.mac_key).decode("ascii")},
    ]


def _coverage(shown: Preview) -> list[Resource]:
    """Kinds and period. What is named one by one covers the kinds it has."""
    scope = shown.scope
    kinds = dict.fromkeys(entry.kind for entry in shown.entries) if scope.named_only else scope.kinds
    period = (("from", scope.date_from), ("to", scope.date_to))
    return [
        *({"url": "kind", "valueCode": kind.value} for kind in kinds),
        *({"url": name, "valueString": date} for name, date in period if date),
    ]


def _consultation(vault: Vault, terms: Terms, links: Links) -> list[Resource]:
    """What the patient wrote for the consultation, if anything: read first, so it comes first."""
    if not terms.consultation:
        return []
    frame = consultation.Frame(terms.gid.hex(), terms.to, instant(vault.now()), links)
    return [{"fullUrl": _new_url(), "resource": consultation.to_fhir(terms.consultation, frame)}]


def _entry(leaves: Leaving, links: Links) -> Resource:
    view = {"url": VIEW, "extension": _view(leaves)}
    return {"extension": [view], "fullUrl": links.entries[leaves.id], "resource": leaves.resource}


def _view(leaves: Leaving) -> list[Resource]:
    """What the patient's program shows of an entry."""
    value = leaves.value
    shown = [
        ("title", leaves.title),
        ("title-en", leaves.title_en if leaves.title_en != leaves.title else ""),
        ("date", leaves.date),
        ("value", value.text if value else ""),
        ("unit", value.unit if value else ""),
        ("low", value.low if value else ""),
        ("high", value.high if value else ""),
        ("range", value.range_text if value else ""),
        ("flag", value.flag if value else ""),
        ("status", leaves.status),
        ("author", leaves.author),
        ("note", leaves.note),
    ]
    files = [
        {
            "url": "file",
            "extension": [
                {"url": "name", "valueString": file.name},
                {"url": "type", "valueString": file.media_type},
                {"url": "data", "valueString": file.pointer},
            ],
        }
        for file in leaves.files
    ]
    return [
        {"url": "kind", "valueCode": leaves.kind.value},
        *({"url": name, "valueString": text} for name, text in shown if text),
        *files,
    ]
