"""The bundle of an access as plain data, as the reading page takes it (docs/package-format.md, "Payload")."""

import base64
import binascii
import json
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from phr import dates
from phr.entry import Kind
from phr.errors import PhrError

_ENDED = frozenset(
    {
        "resolved",
        "inactive",
        "remission",
        "stopped",
        "completed",
        "cancelled",
        "not-taken",
        "entered-in-error",
    }
)
ESSENTIAL = (Kind.PROBLEM, Kind.ALLERGY, Kind.TREATMENT)
"""What a practitioner wants to know first; what is current stands before what has ended."""


_TOLD = "urn:phr:consultation"
_CHANGE = "urn:phr:change"


class NotAnExcerpt(PhrError):
    """What was handed over is no bundle of an access."""


@dataclass(frozen=True, slots=True)
class File:
    """A document inside an item. ``encoded`` is its base64."""

    name: str
    type: str
    encoded: str = field(repr=False)

    def data(self) -> bytes:
        """Its bytes; none if they are damaged."""
        try:
            return base64.b64decode(self.encoded, validate=True)
        except (ValueError, binascii.Error):
            return b""


@dataclass(frozen=True, slots=True)
class Item:
    """One entry as the patient's program shows it. Texts are "" where there is nothing."""

    kind: Kind
    title: str
    title_en: str
    date: str
    value: str
    unit: str
    low: str
    high: str
    range: str
    flag: str
    status: str
    author: str
    note: str
    files: tuple[File, ...]

    def title_in(self, language: str) -> str:
        """The title in ``fr`` or ``en``."""
        return (self.title_en if language == "en" else "") or self.title or "—"

    def words(self) -> str:
        """All that can be searched, as :func:`searched` has it."""
        said = (self.title, self.title_en, self.date, self.value, self.author, self.note)
        return searched(" ".join((*said, *(one.name for one in self.files))))


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Whose, for whom and why, and the items by kind, newest first.

    ``reason`` and ``questions`` are the patient's own words; ``added`` and ``changed`` are items since the last access.
    """

    name: str
    birth_date: str
    sex: str
    to: str
    purpose: str
    items: tuple[Item, ...]
    reason: str = ""
    questions: tuple[str, ...] = ()
    added: tuple[Item, ...] = ()
    changed: tuple[Item, ...] = ()

    def of(self, kind: Kind) -> tuple[Item, ...]:
        """The items of a kind."""
        return tuple(item for item in self.items if item.kind is kind)


def searched(text: str) -> str:
    """A text in small letters without accents."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def parse(bundle: bytes) -> Excerpt:
    """The excerpt in a bundle. Odd parts are left out; raises :class:`NotAnExcerpt` where the whole is no Bundle."""
    try:
        whole = _members(json.loads(bundle))
    except (ValueError, RecursionError):
        raise NotAnExcerpt from None  # the error would carry the text along
    if whole.get("resourceType") != "Bundle":
        raise NotAnExcerpt
    entries = [_members(one) for one in _list(whole.get("entry"))]
    patient = _members(entries[0].get("resource")) if entries else {}
    placed = [(_text(entry.get("fullUrl")), item) for entry in entries for item in _items(entry)]
    placed.sort(key=lambda one: _order(one[1]))
    told = next((one for entry in entries if (one := _members(entry.get("resource"))) and _is_told(one)), {})
    since = {
        _text(one.get("reference")): _value(one, _CHANGE) for one in map(_members, _list(told.get("about")))
    }
    return Excerpt(
        name=_name(patient),
        birth_date=_text(patient.get("birthDate")),
        sex=_text(patient.get("gender")),
        to=_value(whole.get("meta"), "urn:phr:to"),
        purpose=_value(whole.get("meta"), "urn:phr:purpose"),
        items=tuple(item for _, item in placed),
        reason=next((_text(_members(one).get("text")) for one in _list(told.get("reasonCode"))), ""),
        questions=tuple(_text(_members(one).get("contentString")) for one in _list(told.get("payload"))),
        added=tuple(item for url, item in placed if since.get(url) == "new"),
        changed=tuple(item for url, item in placed if since.get(url) == "changed"),
    )


def _is_told(resource: dict[str, Any]) -> bool:
    """Whether a resource is what the patient wrote for the consultation."""
    return any(_members(one).get("system") == _TOLD for one in _list(resource.get("identifier")))


_KINDS = {kind.value: (place, kind) for place, kind in enumerate(Kind)}


def _order(item: Item) -> tuple[int, bool, int]:
    return _KINDS[item.kind][0], item.kind in ESSENTIAL and item.status in _ENDED, -_moment(item.date)


def _moment(date: str) -> int:
    try:
        return dates.sort_key(date or None)
    except PhrError:
        return 0


def _items(entry: dict[str, Any]) -> Iterator[Item]:
    for view in _extensions(entry, "urn:phr:view"):
        known = _KINDS.get(_value(view, "kind"))
        if known is None:
            continue
        fields = ("date", "value", "unit", "low", "high", "range", "flag", "status", "author", "note")
        yield Item(
            kind=known[1],
            title=_value(view, "title"),
            title_en=_value(view, "title-en"),
            **{name: _value(view, name) for name in fields},
            files=tuple(_files(view, entry.get("resource"))),
        )


def _files(view: dict[str, Any], resource: Any) -> Iterator[File]:
    for one in _extensions(view, "file"):
        encoded = _pointed(resource, _value(one, "data"))
        if isinstance(encoded, str):
            yield File(_value(one, "name"), _value(one, "type"), encoded)


def _pointed(node: Any, pointer: str) -> Any:
    """What a JSON pointer (RFC 6901) points at, or None."""
    for step in pointer.split("/")[1:]:
        name = step.replace("~1", "/").replace("~0", "~")
        if isinstance(node, dict):
            node = node.get(name)
        elif isinstance(node, list) and name.isdecimal() and int(name) < len(node):
            node = node[int(name)]
        else:
            return None
    return node


def _name(patient: dict[str, Any]) -> str:
    names = [_members(one) for one in _list(patient.get("name"))]
    name = names[0] if names else {}
    parts = [*(_text(one) for one in _list(name.get("given"))), _text(name.get("family"))]
    return _text(name.get("text")) or " ".join(part for part in parts if part)


def _extensions(holder: Any, url: str) -> list[dict[str, Any]]:
    found = [_members(one) for one in _list(_members(holder).get("extension"))]
    return [one for one in found if one.get("url") == url]


def _value(holder: Any, url: str) -> str:
    for one in _extensions(holder, url):
        return _text(one.get("valueString")) or _text(one.get("valueCode"))
    return ""


def _members(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""
