"""The people whose record a vault holds."""

from __future__ import annotations

import json
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from phr.dates import check
from phr.errors import NotADate
from storage import bodies, journal
from storage.errors import AmbiguousPerson, NoSuchPerson
from storage.ids import Ids

if TYPE_CHECKING:
    from storage.connection import Connection
    from storage.vault import Vault


@dataclass(frozen=True, slots=True)
class Person:
    """One person. ``name`` is "" for the owner who has not said it yet; ``birth_date`` and ``sex`` are FHIR's."""

    id: str
    name: str
    birth_date: str = ""
    sex: str = ""


def people(vault: Vault) -> list[Person]:
    """Everybody, in the order of their names."""
    with vault.read() as db:
        return everybody(db)


def everybody(db: Connection) -> list[Person]:
    """The same, within a transaction."""
    rows = db.execute("SELECT id, name, birth_date, sex FROM person").fetchall()
    return sorted((Person(*row) for row in rows), key=lambda person: (folded(person.name), person.id))


def add_person(vault: Vault, name: str, birth_date: str = "", sex: str = "") -> Person:
    """A new person; ``birth_date`` is FHIR's or "". Raises ``NotADate``."""
    born = _born(birth_date)
    with vault.write() as db:
        return insert(db, name, born, sex)


def edit_person(vault: Vault, person_id: str, *, name: str, birth_date: str, sex: str) -> Person:
    """Correct what a person is called, when they were born (FHIR's date or "") and their sex (FHIR's code or "").

    Entries stay as they are. Raises :class:`NoSuchPerson`, ``NotADate``, and ``ValueError`` for an empty name.
    """
    after = Person(person_id, " ".join(name.split()), _born(birth_date), sex)
    if not after.name:
        raise ValueError("a person who is corrected has a name")
    with vault.write() as db:
        before = next((one for one in everybody(db) if one.id == person_id), None)
        if before is None:
            raise NoSuchPerson
        if after != before:
            db.execute(
                "UPDATE person SET name = ?, birth_date = ?, sex = ? WHERE id = ?",
                (after.name, after.birth_date, after.sex, person_id),
            )
            journal.append(db, "person-edited", detail={"person": person_id})
    return after


def entry_counts(vault: Vault) -> dict[str, int]:
    """How many entries each person has, by id; who has none is left out."""
    with vault.read() as db:
        return dict(db.execute("SELECT person, count(*) FROM entry GROUP BY person").fetchall())


def insert(db: Connection, name: str, birth_date: str = "", sex: str = "") -> Person:
    """The same, within a transaction."""
    person = Person(Ids().new(), " ".join(name.split()), birth_date, sex)
    db.execute(
        "INSERT INTO person (id, name, birth_date, sex) VALUES (?, ?, ?, ?)",
        (person.id, person.name, person.birth_date, person.sex),
    )
    journal.append(db, "person", detail={"person": person.id})
    return person


def person(vault: Vault, id_or_name: str) -> Person:
    """The person of this id or name; case and accents do not count.

    Raises :class:`NoSuchPerson`, or :class:`AmbiguousPerson` when several have the name.
    """
    found = named(people(vault), id_or_name)
    if found is None:
        raise NoSuchPerson
    return found


def named(among: list[Person], id_or_name: str) -> Person | None:
    """The one of this id or name, or None. Raises :class:`AmbiguousPerson`."""
    by_id = [one for one in among if one.id == id_or_name]
    matches = by_id or [one for one in among if folded(one.name) == folded(id_or_name)]
    if len(matches) > 1:
        raise AmbiguousPerson
    return matches[0] if matches else None


def patient_resource(vault: Vault, person_id: str) -> dict[str, Any] | None:
    """The latest Patient resource that came for a person, or None. Its decimals are floats: it is for reading."""
    with vault.read() as db:
        row = db.execute(
            "SELECT codec, body FROM resource WHERE person = ? AND type = 'Patient' ORDER BY id DESC LIMIT 1",
            (person_id,),
        ).fetchone()
    resource: dict[str, Any] | None = json.loads(bodies.unpack(*row)) if row else None
    return resource


def folded(name: str) -> str:
    """A name as it is compared: without case, accents and superfluous space."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    return " ".join("".join(char for char in plain if not unicodedata.combining(char)).split())


def _born(birth_date: str) -> str:
    """A birth date as FHIR has it: a year, a month or a day. Raises ``NotADate``."""
    date = check(birth_date) if birth_date else ""
    if len(date) > len("2000-01-01") or "/" in date:
        raise NotADate("a birth date is no period and has no time")
    return date
