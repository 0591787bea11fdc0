"""What an item said before: each earlier version, and what the next one changed in it."""

import json
from collections.abc import Iterator, Sequence

from phr.entry import Draft
from phr.formats.fhir.drafts import to_draft
from phr.formats.fhir.items import decimal
from storage.entries import Revision
from ui.catalogue import language, translate
from ui.desktop.dates import show_date, show_instant
from ui.desktop.names import range_text, status_name, value_text

_MOST = 10


def versions_text(revisions: Sequence[Revision], now: bytes) -> str:
    """The changes, the latest first; ``revisions`` are the oldest first, ``now`` is the resource as it is."""
    said = []
    newer = now
    for revision in reversed(revisions[-_MOST:]):
        changes = list(_changes(_draft(revision.resource), _draft(newer)))
        head = translate("Versions", "Changed on %1:").replace("%1", show_instant(revision.at))
        said.append("\n".join([head, *(changes or [translate("Versions", "nothing that is shown here")])]))
        newer = revision.resource
    if len(revisions) > _MOST:
        more = len(revisions) - _MOST
        said.append(translate("Versions", "%n earlier version(s) besides.", "", more))
    return "\n\n".join(said)


def _draft(resource: bytes) -> Draft | None:
    return to_draft(json.loads(resource, parse_float=decimal))


def _changes(before: Draft | None, after: Draft | None) -> Iterator[str]:
    if before is None or after is None:
        return
    for name, old, new in zip(_names(), _fields(before), _fields(after), strict=True):
        if old != new:
            nothing = translate("Versions", "nothing")
            yield translate("Versions", "{field}: {old} → {new}").format(
                field=name, old=old or nothing, new=new or nothing
            )


def _names() -> tuple[str, ...]:
    return (
        translate("Versions", "title"),
        translate("Versions", "date"),
        translate("Versions", "value"),
        translate("Versions", "laboratory's reference range"),
        translate("Versions", "status"),
        translate("Versions", "author"),
        translate("Versions", "note"),
    )


def _fields(draft: Draft) -> tuple[str, ...]:
    """In the order of :func:`_names`. A name that stands in another resource is not compared."""
    english = language() == "en"
    return (
        "" if draft.title_ref else (draft.title_en if english and draft.title_en else draft.title),
        show_date(draft.date),
        value_text(draft.value),
        range_text(draft.value) if draft.value else "",
        status_name(draft.status),
        "" if draft.author_ref else draft.author,
        draft.note,
    )
