"""Patients as files name them, and when two of them are one.

Sources: the French national identifier (INS) and its roots: CI-SIS, volet Structuration minimale, and the INS
referential of the Agence du numérique en santé. A number of the INS is one person's; it comes with the traits that it
was verified with, so another birth date beside it is to be looked at.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from phr.formats.fhir.references import Form, split
from phr.formats.fhir.subjects import Identity, identity_of
from storage.errors import Candidate
from storage.people import Person, folded
from storage.sameness import is_uuid

if TYPE_CHECKING:
    from collections.abc import Iterable

    from phr.formats.fhir.items import Resource

INS_ROOT = "urn:oid:1.2.250.1.213.1.4."
# NIR, NIA, and the two roots that tests use.
_INS = frozenset(INS_ROOT + last for last in ("8", "9", "10", "11"))
IDENTIFIER = "identifier:"


@dataclass(eq=False, slots=True)
class Patient:
    """A patient as a file names them; ``person`` is whose record this is, once that is decided."""

    refs: list[str] = field(default_factory=list)
    aliases: list[str] = field(default_factory=list)
    identity: Identity | None = None
    known: Person | None = None
    person: str | None = None

    @property
    def name(self) -> str:
        """The name, "" if the file gives none."""
        return self.identity.name if self.identity else ""

    @property
    def birth_date(self) -> str:
        """The birth date, "" if the file gives none."""
        return self.identity.birth_date if self.identity else ""

    def candidate(self) -> Candidate:
        """The patient as somebody to choose."""
        return Candidate(self.refs[0] if self.refs else "", self.name, self.birth_date)

    def is_called(self, text: str) -> bool:
        """Whether a user's answer means this patient."""
        return text in self.refs or bool(self.name and folded(self.name) == folded(text))


def alias_of(reference: str, place: str) -> str:
    """What a reference is known by beyond its file; one that only its server understands stays with the file."""
    parts = split(reference)
    if parts.form is Form.CONDITIONAL and parts.token:
        return f"{IDENTIFIER}{parts.token}"
    if parts.id and is_uuid(parts.id):
        return f"urn:uuid:{parts.id.lower()}"
    if parts.form is Form.URN:
        return reference.lower()
    return parts.url if parts.form is Form.ABSOLUTE else f"{place}#{parts.url or reference}"


def aliases_of(patient: Resource, full_url: str, place: str) -> list[str]:
    """All that names a Patient resource, the surest first."""
    names = [full_url] if full_url else []
    if isinstance(patient.get("id"), str):
        names.append(f"Patient/{patient['id']}")
    identity = identity_of(patient)
    aliases = [alias_of(name, place) for name in names]
    aliases += [f"{IDENTIFIER}{token}" for token in identity.identifiers if not token.startswith("|")]
    if not aliases:
        # A contained patient without identifiers: nothing but the name tells them from others.
        aliases.append(f"{place}#{folded(identity.name)}|{identity.birth_date}")
    return aliases


def spellings(identity: Identity) -> set[str]:
    """A name as it may have been written down, folded."""
    return {
        folded(text)
        for text in (
            identity.name,
            f"{identity.given} {identity.family}",
            f"{identity.given.partition(' ')[0]} {identity.family}",
        )
        if text.strip()
    }


def same(one: Identity, other: Identity) -> bool:
    """Whether two patients of a file are one: born on one day and called alike, or one of them not called at all."""
    if not one.birth_date or one.birth_date != other.birth_date or ins_differs(one, other.identifiers):
        return False
    unnamed = bool(one.name) != bool(other.name) and (not one.sex or not other.sex or one.sex == other.sex)
    return unnamed or bool(spellings(one) & spellings(other))


def differ(one: Identity, other: Identity) -> bool:
    """Whether another name and another birth date show that two patients are not one."""
    return bool(
        one.name
        and other.name
        and not spellings(one) & spellings(other)
        and one.birth_date
        and other.birth_date
        and one.birth_date != other.birth_date
    )


def has_ins(identity: Identity, tokens: Iterable[str]) -> bool:
    """Whether one of the identifiers (``system|value``) is a patient's own INS."""
    mine = _ins(identity.identifiers)
    return any(mine[root] & numbers for root, numbers in _ins(tokens).items() if root in mine)


def ins_differs(identity: Identity, tokens: Iterable[str]) -> bool:
    """Whether the identifiers hold another INS of the same root than a patient's."""
    mine = _ins(identity.identifiers)
    return any(not mine[root] & numbers for root, numbers in _ins(tokens).items() if root in mine)


def _ins(tokens: Iterable[str]) -> dict[str, set[str]]:
    """National identifiers by root. A NIR is 13 digits and a key of two, which some leave out."""
    found: dict[str, set[str]] = defaultdict(set)
    for token in tokens:
        system, _, value = token.rpartition("|")
        if system in _INS:
            found[system].add("".join(value.split()).upper()[:13])
    return found
