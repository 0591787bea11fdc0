"""Whom the vault knows, and by what: references, identifiers, names and birth dates that were confirmed.

A former name that the user confirmed once is not asked about again. It stays in the vault: no package, receipt or
journal line has it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from storage import clock, journal
from storage.errors import NoSuchName
from storage.patients import IDENTIFIER, INS_ROOT, Patient, has_ins, ins_differs, spellings
from storage.people import Person, folded

if TYPE_CHECKING:
    from collections.abc import Collection

    from phr.formats.fhir.subjects import Identity
    from storage.connection import Connection
    from storage.vault import Vault


@dataclass(frozen=True, slots=True)
class KnownName:
    """Another name or birth date of a person (FHIR's date), as a document had it when the user confirmed it."""

    name: str
    birth_date: str


def known_names(vault: Vault, person_id: str) -> list[KnownName]:
    """The other names that were confirmed for a person, oldest first."""
    with vault.read() as db:
        rows = db.execute(
            "SELECT name, birth_date FROM known_name WHERE person = ? ORDER BY confirmed_at, name",
            (person_id,),
        ).fetchall()
    return [KnownName(*row) for row in rows]


def forget_name(vault: Vault, person_id: str, name: str) -> bool:
    """No longer know a person by ``name``, however it is spelled: the next document with it is asked about.

    True when nothing of it is left among the known names, False while a reader keeps the database from being
    cleaned. Documents that were taken in keep what they say. Raises :class:`NoSuchName`.
    """
    with vault.write() as db:
        rows = db.execute("SELECT name FROM known_name WHERE person = ?", (person_id,)).fetchall()
        wanted = [(person_id, row[0]) for row in rows if folded(row[0]) == folded(name)]
        if not wanted:
            raise NoSuchName
        db.executemany("DELETE FROM known_name WHERE person = ? AND name = ?", wanted)
        journal.append(db, "name-forgotten", detail={"person": person_id})
    return vault.scrub()


def find(db: Connection, patient: Patient, people: Collection[Person]) -> Person | None:
    """Who a patient is, None if that is not plain.

    By a reference or an identifier that was met before, unless name or birth date say otherwise (with the same INS,
    the birth date alone); else by name and birth date, unless the INS is another one.
    """
    by_id = {one.id: one for one in people}
    for alias in patient.aliases:
        row = db.execute("SELECT person FROM person_alias WHERE alias = ?", (alias,)).fetchone()
        if row and agrees(db, patient.identity, by_id[row[0]]):
            return by_id[row[0]]
    identity = patient.identity
    if identity is None or not identity.birth_date or not identity.name:
        return None
    called = {row[0] for row in db.execute("SELECT DISTINCT person FROM known_name")}
    alike = [
        one
        for one in people
        if (one.id in called or _born_alike(identity.birth_date, {one.birth_date}))
        and _called(db, identity, one)
        and not ins_differs(identity, _identifiers(db, one))
    ]
    return alike[0] if len(alike) == 1 else None


def agrees(db: Connection, identity: Identity | None, person: Person) -> bool:
    """Whether a person may be the one of whom a file says this. What one of them does not say contradicts nothing."""
    if identity is None:
        return True
    names, births = _known_by(db, person)
    if identity.birth_date and births and not _born_alike(identity.birth_date, births):
        return False
    tokens = _identifiers(db, person)
    if has_ins(identity, tokens):
        return True
    return not ins_differs(identity, tokens) and not (
        identity.name and names and not names & spellings(identity)
    )


def is_called(db: Connection, identity: Identity | None, person: Person) -> bool:
    """Whether a person has the very name and birth date that a file gives, as far as both say."""
    if identity is None:
        return True
    names, births = _known_by(db, person)
    return not (
        (identity.name and names and not names & spellings(identity))
        or (identity.birth_date and births and not _born_alike(identity.birth_date, births))
    )


def remember(db: Connection, patient: Patient, people: Collection[Person], *, confirmed: bool) -> None:
    """Note what names a patient, and who somebody is who had no name yet; another name only if it was ``confirmed``."""
    db.executemany(
        "INSERT OR IGNORE INTO person_alias (alias, person) VALUES (?, ?)",
        [(alias, patient.person) for alias in patient.aliases],
    )
    identity = patient.identity
    if identity is None or not identity.name:
        return
    db.execute(
        "UPDATE person SET name = ?, birth_date = ?, sex = ? WHERE id = ? AND name = ''",
        (identity.name, identity.birth_date, identity.sex, patient.person),
    )
    person = next((one for one in people if one.id == patient.person), None)
    if confirmed and person and person.name and not is_called(db, identity, person):
        db.execute(
            "INSERT OR IGNORE INTO known_name (person, name, birth_date, confirmed_at) VALUES (?, ?, ?, ?)",
            (person.id, identity.name, identity.birth_date, clock.instant(db.clock())),
        )


def _called(db: Connection, identity: Identity, person: Person) -> bool:
    """Whether name and birth date are both a person's."""
    names, births = _known_by(db, person)
    return bool(names & spellings(identity)) and _born_alike(identity.birth_date, births)


def _known_by(db: Connection, person: Person) -> tuple[set[str], set[str]]:
    """All names, folded, and birth dates of a person."""
    rows = db.execute("SELECT name, birth_date FROM known_name WHERE person = ?", (person.id,)).fetchall()
    names = {folded(name) for name in (person.name, *(row[0] for row in rows))}
    births = {person.birth_date, *(row[1] for row in rows)}
    return names - {""}, births - {""}


def _born_alike(birth_date: str, births: Collection[str]) -> bool:
    """Whether a birth date may be one of these: a year or a month agrees with the days in it."""
    return any(one and (birth_date.startswith(one) or one.startswith(birth_date)) for one in births)


def _identifiers(db: Connection, person: Person) -> list[str]:
    """The national identifiers of a person, as ``system|value``."""
    first = f"{IDENTIFIER}{INS_ROOT}"
    rows = db.execute(
        "SELECT alias FROM person_alias WHERE alias >= ? AND alias < ? AND person = ?",
        (first, first + "\U0010ffff", person.id),
    )
    return [row[0].removeprefix(IDENTIFIER) for row in rows]
