"""A resource made fit to leave: nothing of what was left out goes along (docs/package-format.md, "Payload").

A resource of a record points at others, repeats their names beside the pointer, and carries the sender's own ids,
labels and narrative. What leaves is built anew: references lead to what is in the package, or are taken out with
their text and with the part of the resource that only made sense with them.
"""

from __future__ import annotations

import base64
from collections import deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from phr.formats.fhir import references
from phr.formats.fhir.subjects import subject_of
from sharing.shapes import (
    ACTORS,
    CARDS,
    DIRECT,
    HELPERS,
    NAMED,
    ONE_IDENTIFIER,
    PEOPLE,
    is_attachment,
    is_identifier,
    is_narrative,
    is_pointer,
    is_reference,
)
from storage import attachments, documents, lookup
from storage.naming import name_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from phr.formats.fhir.items import Resource
    from storage.lookup import Target
    from storage.vault import Vault

ENTRY_SYSTEM = "urn:phr:entry"

_ALWAYS_OUT = frozenset({"resourceType", "id", "meta", "implicitRules", "contained", "identifier"})
_SUBJECTS = frozenset({"subject", "patient", "beneficiary", "for"})
# A note without its author is still the note; elsewhere what stands beside a lost reference describes its target.
_OPTIONAL_REFERENCES = frozenset({"authorReference", "assigner"})
# What our own export says beside a resource; it has no place inside one, but a file may hold anything.
_MARKS = frozenset(
    f"urn:phr:{name}" for name in ("label", "hidden", "source", "entry", "same-as", "read-from", "version")
)
# R4 nests far less; deeper is hostile.
_DEPTH = 64


class _Gone:
    """Nothing of an element is left."""


_GONE: Final = _Gone()


@dataclass(frozen=True, slots=True)
class Links:
    """What a reference may lead to: ``fullUrl`` of the patient, and of the package's entries by entry id."""

    patient: str
    entries: Mapping[str, str]


def fit(vault: Vault, entry_id: str, resource: Resource, links: Links) -> Resource:
    """The resource of an entry as it stands in a package. ``resource`` itself is not changed."""
    return _Fitting(vault, entry_id, resource, links, subject_of(resource)).result()


@dataclass
class _Fitting:
    vault: Vault
    entry_id: str
    root: Resource
    links: Links
    subject: str
    inside: dict[str, Resource] = field(default_factory=dict)
    numbers: dict[tuple[int, str], str] = field(default_factory=dict)
    waiting: deque[tuple[str, Resource, Resource]] = field(default_factory=deque)
    losses: int = 0
    depth: int = 0

    def result(self) -> Resource:
        kind = self.root["resourceType"]
        body, _ = self._members(self.root, self.root, card=kind in CARDS)
        while self.waiting:
            number, other, home = self.waiting.popleft()
            members, _ = self._members(other, home)
            self.inside[number] = {"resourceType": other["resourceType"], "id": number} | members
        for name in _SUBJECTS & self.root.keys():
            patient = {"reference": self.links.patient}
            body[name] = [patient] if isinstance(self.root[name], list) else patient
        named = {"system": ENTRY_SYSTEM, "value": self.entry_id}
        head: Resource = {"resourceType": kind, "id": self.entry_id}
        head["identifier"] = named if kind in ONE_IDENTIFIER else [named]
        contained = [self.inside[number] for number in self._reachable(body)]
        return head | ({"contained": contained} if contained else {}) | body

    def _reachable(self, body: Resource) -> list[str]:
        """The contained resources that something still refers to."""
        found: dict[str, None] = {}
        waiting = [body]
        while waiting:
            for reference in references.references(waiting.pop()):
                number = str(reference.get("reference", "")).removeprefix("#")
                if number in self.inside and number not in found:
                    found[number] = None
                    waiting.append(self.inside[number])
        return list(found)

    def _members(
        self, node: Resource, home: Resource, *, card: bool = False, section: bool = False
    ) -> tuple[Resource, bool]:
        """The members of ``node`` that may leave, and whether one of its references was left out.

        ``home`` is where ``#id`` is looked up; ``card`` lets addresses through, ``section`` a narrative.
        """
        kept: Resource = {}
        lost = False
        for name, value in node.items():
            bare = name.removeprefix("_")
            if (
                bare in _ALWAYS_OUT
                or (bare in DIRECT and not card)
                or (is_narrative(value, bare) and not section)
            ):
                continue
            many = isinstance(value, list)
            items = value if many else [value]
            fitted = [self._value(item, bare, home, card=card) for item in items]
            if bare not in _OPTIONAL_REFERENCES:
                lost = lost or any(
                    _is_gone(after) and is_reference(item) for item, after in zip(items, fitted, strict=True)
                )
            whole = _list(fitted, items, name) if many else fitted[0]
            if not _is_gone(whole):
                kept[name] = whole
        # The extensions of a primitive do not stay when the primitive itself went.
        for name in node.keys() - kept.keys():
            kept.pop(f"_{name}", None)
        return kept, lost

    def _value(self, value: Any, element: str, home: Resource, *, card: bool) -> Any:
        if not isinstance(value, dict):
            return _GONE if isinstance(value, list) or is_pointer(value) else value
        if self.depth == _DEPTH:
            return _GONE
        self.depth += 1
        try:
            return self._object(value, element, home, card=card)
        finally:
            self.depth -= 1

    def _object(self, node: Resource, element: str, home: Resource, *, card: bool) -> Any:
        if is_reference(node):
            return self._reference(node, home)
        if is_identifier(node) and not (card and element == "telecom"):
            return _GONE
        if is_attachment(node, element):
            return self._attachment(node, home)
        if (
            node.get("resourceType") in PEOPLE
            or node.get("url") in _MARKS
            or documents.is_original_picture(node)
        ):
            return _GONE
        section = element == "section"
        losses = self.losses
        kept, lost = self._members(node, home, card=card, section=section)
        if section:
            # Its narrative speaks of all that it lists, its title of what is left.
            lost = self.losses > losses and kept.keys().isdisjoint({"entry", "section"})
            if self.losses > losses:
                kept.pop("text", None)
        return _GONE if lost or not kept or kept.keys() == {"url"} else kept

    def _reference(self, node: Resource, home: Resource) -> Any:
        text = node.get("reference")
        if not isinstance(text, str) or not text:
            named = subject_of({"patient": node})
            return self._patient() if named and named == self.subject else self._named(node, node.get("type"))
        if text.startswith("#"):
            return self._contained(node, text, home)
        if text == self.subject:
            return self._patient()
        target = lookup.resolve(self.vault, text, near=self.entry_id)
        if target is None:
            return self._named(node, references.split(text).type or node.get("type"))
        return self._found(node, target, text)

    def _found(self, node: Resource, target: Target, text: str) -> Any:
        """A reference to a resource of the vault."""
        if target.entry_id:
            url = self.links.entries.get(target.entry_id)
            return {"reference": url} if url else self._left_out()
        if target.type == "Patient" and self._is_subject(target):
            return self._patient()
        if target.type not in HELPERS:
            return self._named({"display": node.get("display") or name_of(target.resource)[0]}, target.type)
        if subject_of(target.resource) not in ("", self.subject):
            return self._left_out()
        return self._include(node, target.resource, target.resource, (0, f"{target.type} {text}"))

    def _contained(self, node: Resource, text: str, home: Resource) -> Any:
        if text == "#":
            return {"reference": "#"} if home is self.root else self._left_out()
        if text == self.subject and home is self.root:
            return self._patient()
        other = references.contained(home, text)
        kind = other.get("resourceType") if other else None
        if other is None or not isinstance(kind, str) or kind in PEOPLE:
            return self._left_out()
        if kind in ACTORS:
            return self._named({"display": node.get("display") or name_of(other)[0]}, kind)
        return self._include(node, other, home, (id(home), text))

    def _include(self, node: Resource, other: Resource, home: Resource, key: tuple[int, str]) -> Resource:
        """A reference to a resource that travels inside this one."""
        number = self.numbers.get(key)
        if number is None:
            number = self.numbers[key] = str(len(self.numbers) + 1)
            self.waiting.append((number, other, home))
        display = {"display": node["display"]} if isinstance(node.get("display"), str) else {}
        return {"reference": f"#{number}"} | display

    def _attachment(self, node: Resource, home: Resource) -> Any:
        kept, _ = self._members(
            {name: value for name, value in node.items() if name not in ("url", "_url")}, home
        )
        if not isinstance(kept.get("data"), str):
            kept = {name: value for name, value in kept.items() if name not in ("data", "size", "hash")}
            kept |= self._content(node.get("url"), home)
        return kept or _GONE

    def _content(self, url: Any, home: Resource) -> Resource:
        """The document that an url leads to: a file of this entry, or a Binary of the vault; else nothing."""
        if not isinstance(url, str) or not url:
            return {}
        for file in attachments.of_entry(self.vault, self.entry_id):
            if url == documents.ATTACHMENT + file.id:
                data = base64.b64encode(attachments.read(self.vault, file.id)).decode("ascii")
                return {"contentType": file.media_type, "data": data}
        binary = self._binary(url, home)
        return {name: binary[name] for name in ("contentType", "data") if name in binary} if binary else {}

    def _binary(self, url: str, home: Resource) -> Resource | None:
        if url.startswith("#"):
            binary = references.contained(home, url)
        else:
            target = lookup.resolve(self.vault, url, near=self.entry_id)
            binary = target.resource if target is not None and not target.entry_id else None
        if (
            binary is None
            or binary.get("resourceType") != "Binary"
            or not isinstance(binary.get("data"), str)
        ):
            return None
        return binary

    def _is_subject(self, target: Target) -> bool:
        """Whether another spelling of a reference leads to the patient whom the entry is about."""
        if not self.subject or self.subject.startswith("#"):
            return False
        own = lookup.resolve(self.vault, self.subject, near=self.entry_id)
        return own is not None and own.resource == target.resource

    def _patient(self) -> Resource:
        return {"reference": self.links.patient}

    def _named(self, node: Resource, kind: Any) -> Any:
        """By its display only, if it is somebody or something that may be named."""
        display = node.get("display")
        if kind in NAMED and isinstance(display, str) and display:
            return {"display": display}
        return self._left_out()

    def _left_out(self) -> _Gone:
        self.losses += 1
        return _GONE


def _is_gone(value: Any) -> bool:
    return isinstance(value, _Gone)


def _list(fitted: list[Any], items: list[Any], name: str) -> Any:
    """What is left of a list. Lists of primitives run parallel to those of their extensions: all or nothing."""
    if name.startswith("_"):
        parallel = [None if _is_gone(item) else item for item in fitted]
        return parallel if any(item is not None for item in parallel) else _GONE
    if any(_is_gone(after) and not isinstance(item, dict) for item, after in zip(items, fitted, strict=True)):
        return _GONE
    return [item for item in fitted if not _is_gone(item)] or _GONE
