"""What an import would do, before anything is saved.

A review is the very import, in its transaction, which is then rolled back: what it tells is what the import does with
the same bytes, the same answer and the same record. Nothing of it stays in the vault, and it is not journalled.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO

from storage import known_people
from storage.acceptance import Acceptance
from storage.findings import LISTED, Found, Notes, Odd, Oddity, State
from storage.importing import take
from storage.intake import FileReport, opened
from storage.people import Person, everybody

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Callable
    from pathlib import Path

    from phr.entry import Kind
    from storage.connection import Connection
    from storage.identity import Register, Who
    from storage.intake import Progress
    from storage.patients import Patient
    from storage.vault import Vault

__all__ = ["LISTED", "Found", "FoundPerson", "Odd", "Oddity", "Review", "State", "review", "review_stream"]


@dataclass(frozen=True, slots=True)
class FoundPerson:
    """Whom a file is about: ``name`` and ``birth_date`` as the record has them, or would if they are ``new``.

    The ``id`` of somebody new holds within the review only. ``named`` are the names and birth dates that the file
    gives.
    """

    id: str
    name: str
    birth_date: str
    new: bool
    named: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Review:
    """What would come of a file.

    ``report`` is the import's, with those persons that are here. ``found`` lists up to :data:`LISTED` things, in the
    order of the file; ``counts`` counts all of them by kind (None: kept without an entry) and state, so that the
    states add up as the report does: new = added, changed = updated, same and duplicate = unchanged, kept = kept.
    ``unlisted`` are counted only, and not looked at for what is ``odd``. What could not be read is in the report's
    problems.
    """

    report: FileReport
    persons: list[FoundPerson]
    found: list[Found]
    odd: list[Odd]
    counts: Counter[tuple[Kind | None, State]]
    unlisted: int


class _RolledBackError(Exception):
    """The end of a review's transaction."""


def review(
    vault: Vault,
    path: Path,
    *,
    who: Who | None = None,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Review:
    """What :func:`storage.intake.import_file` would do with a file; it raises the same.

    The keys of what is found go into its ``without``.
    """
    with opened(path) as (stream, name, place):
        return review_stream(
            vault, stream, name, place=place, who=who, progress=progress, cancelled=cancelled
        )


def review_stream(
    vault: Vault,
    stream: BinaryIO,
    name: str,
    *,
    place: str = "",
    who: Who | None = None,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Review:
    """The same for an open, seekable stream, which has a ``name`` and comes from a ``place``."""
    notes = Notes()
    with vault.read() as db:
        here = {one.id for one in everybody(db)}
    made: list[Review] = []

    def end(db: Connection, report: FileReport, register: Register | None) -> None:
        made.append(_review(db, notes, report, register, here))
        patients = register.patients if register else []
        with vault.read() as before:
            # Names that were confirmed before, not by the answer that this review was given.
            made[0].odd.extend(
                Odd(Oddity.OTHER_NAME) for one in patients if not _is_called(before, one, made[0].persons)
            )
        raise _RolledBackError

    try:
        take(
            vault,
            stream,
            name,
            place=place,
            who=who,
            acceptance=Acceptance(notes=notes),
            progress=progress,
            cancelled=cancelled,
            last=end,
        )
    except _RolledBackError:
        return made[0]
    finally:
        # A long transaction writes into the log before it ends: those pages go too.
        vault.scrub()
    raise AssertionError("an import without an end")


def _review(
    db: Connection, notes: Notes, report: FileReport, register: Register | None, here: set[str]
) -> Review:
    patients = register.patients if register else []
    people = {one.id: one for one in everybody(db)}
    found = notes.found(db)
    persons = [
        FoundPerson(id_, people[id_].name, people[id_].birth_date, id_ not in here, _named(patients, id_))
        for id_ in report.persons
    ]
    odd = notes.odd(found, {one.id: one.birth_date for one in people.values()}, db.clock())
    report.persons = [id_ for id_ in report.persons if id_ in here]
    return Review(report, persons, found, odd, notes.counts, notes.unlisted)


def _is_called(db: Connection, patient: Patient, persons: list[FoundPerson]) -> bool:
    found = next(one for one in persons if one.id == patient.person)
    return known_people.is_called(db, patient.identity, Person(found.id, found.name, found.birth_date))


def _named(patients: list[Patient], person: str) -> tuple[tuple[str, str], ...]:
    named = [(one.name, one.birth_date) for one in patients if one.person == person and one.identity]
    return tuple(dict.fromkeys(named))
