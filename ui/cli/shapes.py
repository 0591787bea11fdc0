"""The JSON that the verbs answer with. Field names are a contract: add, never rename."""

from typing import TYPE_CHECKING, Any

from phr.entry import Entry, Value
from phr.units.convert import in_another_unit

if TYPE_CHECKING:
    from sharing.replies import ReplyInfo
    from storage.grants import GrantRow
    from storage.provenances import Provenance

Shape = dict[str, Any]


def value_shape(value: Value | None) -> Shape | None:
    """A value, digits as text, the laboratory's own range and flag."""
    if value is None:
        return None
    return {
        "text": value.text,
        "unit": value.unit,
        "low": value.low,
        "high": value.high,
        "range": value.range_text,
        "flag": value.flag,
    }


def entry_shape(entry: Entry) -> Shape:
    """An entry as ``entries``, ``show`` and ``add`` answer it; ``source`` is null for what the patient wrote."""
    return {
        "id": entry.id,
        "kind": entry.kind.value,
        "title": entry.title,
        "title_en": entry.title_en,
        "date": entry.date,
        "person": entry.person,
        "hidden": entry.hidden,
        "closed": entry.closed,
        "labels": list(entry.labels),
        "codes": [{"system": c.system, "code": c.code, "display": c.display} for c in entry.codes],
        "value": value_shape(entry.value),
        "converted": _converted(entry),
        "status": entry.status,
        "author": entry.author,
        "note": entry.note,
        "source": entry.source or None,
        "type": entry.type,
    }


def _converted(entry: Entry) -> Shape | None:
    other = in_another_unit(entry.value, entry.codes)
    return {"text": other[0], "unit": other[1]} if other else None


def holder_shape(row: "GrantRow") -> Shape:
    """A grant whose file holds an entry; ``released`` is how often it was released, ``at`` when it was made."""
    return {
        "grant": row.gid,
        "practitioner": row.practitioner,
        "state": row.state,
        "released": row.released,
        "at": row.made_at,
    }


def reply_shape(info: "ReplyInfo") -> Shape:
    """A reply that waits; ``made`` is its sender's claim, ``practitioner`` who was given the file it answers."""
    return {
        "reply": info.id,
        "grant": info.grant.gid,
        "practitioner": info.practitioner.id,
        "made": info.made.isoformat(),
        "size": info.size,
    }


def provenance_shape(one: "Provenance") -> Shape:
    """One source of an entry; ``file`` and ``imported_at`` are null for what the patient wrote."""
    return {
        "file": one.file or None,
        "imported_at": one.imported_at.isoformat() if one.imported_at else None,
        "author": one.author,
    }
