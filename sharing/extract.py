"""What stands on paper: a selection as it leaves, with its documents, and what frames it. Exactly the preview."""

from __future__ import annotations

import base64
import binascii
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from phr.formats.sniff import sniff
from sharing.errors import NothingToShare
from sharing.leaving import Leaving, Links, leaving, patient

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from phr.formats.fhir.items import Resource
    from phr.formats.sniff import Format
    from sharing.consultation import Consultation
    from sharing.preview import Preview
    from storage.practitioners import Practitioner
    from storage.vault import Vault

_HEAD = 65536
"""Bytes that tell what a file is."""


@dataclass(frozen=True, slots=True)
class Document:
    """A document of an entry; ``format`` is told by its content. ``data`` is empty where it was damaged."""

    entry: str
    name: str
    format: Format
    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Item:
    """An entry and its documents."""

    told: Leaving
    documents: tuple[Document, ...]


@dataclass(frozen=True, slots=True)
class Extract:
    """All that is set on paper: ``patient`` is the FHIR resource as it leaves, ``made_at`` the vault's time."""

    preview: Preview
    practitioner: Practitioner
    purpose: str
    made_at: datetime
    patient: Resource
    items: tuple[Item, ...]
    consultation: Consultation | None = None


def extract(
    vault: Vault,
    shown: Preview,
    practitioner: Practitioner,
    purpose: str,
    *,
    consultation: Consultation | None = None,
    say: Callable[[int, int], None] = lambda _done, _total: None,
) -> Extract:
    """Read a selection as it leaves; ``say`` is told of how many entries of how many, and may raise to stop.

    Raises :class:`NothingToShare`, ``NoSuchEntry`` if an entry was deleted since the preview.
    """
    if not shown.entries:
        raise NothingToShare
    links = Links("urn:uuid:patient", {entry.id: entry.id for entry in shown.entries})
    items = []
    for done, entry in enumerate(shown.entries):
        say(done, len(shown.entries))
        told = leaving(vault, entry, links)
        items.append(Item(told, tuple(_document(told.id, file.name, file.data) for file in told.files)))
    return Extract(
        preview=shown,
        practitioner=practitioner,
        purpose=purpose,
        made_at=vault.now(),
        patient=patient(vault, shown.person, shown.scope),
        items=tuple(items),
        consultation=consultation or None,
    )


def _document(entry: str, name: str, data: str) -> Document:
    try:
        content = base64.b64decode(data)
    except (binascii.Error, ValueError):
        content = b""
    return Document(entry, name, sniff(content[:_HEAD]), content)
