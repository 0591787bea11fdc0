"""What a reference in a resource means, among all that the vault holds."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from phr.formats.fhir.items import Resource, decimal
from phr.formats.fhir.references import Form, contained, split
from storage import bodies
from storage.sameness import is_uuid

if TYPE_CHECKING:
    from storage.connection import Connection
    from storage.vault import Vault


@dataclass(frozen=True, slots=True)
class Target:
    """A resource that is referred to; ``entry_id`` is "" if there is no entry of it or of what another source gave."""

    type: str
    entry_id: str
    resource: Resource


def resolve(vault: Vault, reference: str, near: str) -> Target | None:
    """What a reference in the resource of the entry ``near`` means: from the same file first, then from all.

    A relative reference is only a name within its server, so outside its file it finds what belongs to the same
    person or to nobody. None if there is no such resource.
    """
    with vault.read() as db:
        row = db.execute(
            "SELECT source, person, codec, body FROM resource WHERE entry = ?", (near,)
        ).fetchone()
        if row is None:
            return None
        source, person, codec, body = row
        if reference.startswith("#"):
            inside = contained(_parsed(codec, body), reference)
            return Target(str(inside.get("resourceType", "")), "", inside) if inside else None
        return find(db, reference, source, person)


def find(db: Connection, reference: str, source: int | None, person: str | None) -> Target | None:
    """The same within a transaction, for a resource of a source and a person; not for ``#id``."""
    parts = split(reference)
    if parts.form is Form.CONDITIONAL:
        condition = "(?1 = '' OR r.type = ?1) AND r.id IN (SELECT resource FROM identifier WHERE token = ?2)"
        values = [parts.type, parts.token]
    elif parts.form is Form.URN:
        condition, values = (
            "(r.full_url = ?1 OR r.rid = ?2)",
            [parts.url, parts.url.removeprefix("urn:uuid:")],
        )
    elif parts.form is Form.ABSOLUTE:
        own_id = parts.id if is_uuid(parts.id) else ""
        condition, values = (
            "(r.full_url = ?1 OR (r.rid = ?2 AND r.type = ?3))",
            [parts.url, own_id, parts.type],
        )
    elif parts.form is Form.RELATIVE:
        condition, values = "r.rid = ?1 AND r.type = ?2", [parts.id, parts.type]
    else:
        return None
    row = db.execute(
        f"SELECT r.type, coalesce(r.entry, r.same_as, ''), r.codec, r.body FROM resource r WHERE {condition}"
        " AND (r.source IS ?4 OR r.person IS NULL OR r.person IS ?5)"
        " ORDER BY r.source IS ?4 DESC, r.id DESC LIMIT 1",
        (*values, *[None] * (3 - len(values)), source, person),
    ).fetchone()
    return Target(row[0], row[1], _parsed(row[2], row[3])) if row else None


def _parsed(codec: int, body: bytes) -> dict[str, Any]:
    resource: dict[str, Any] = json.loads(bodies.unpack(codec, body), parse_float=decimal)
    return resource
