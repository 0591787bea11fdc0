"""Who is who: whose the resources of a file are.

A file names its patients by Patient resources and by references. Each is somebody whom the vault knows
(``known_people.py``), or somebody new; when that is not plain, the user is asked, and nothing is filed before the
answer.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from phr.formats.fhir.references import contained
from phr.formats.fhir.subjects import identity_of, subject_of
from storage import known_people
from storage.errors import AnotherPerson, Candidate, PersonNeeded, SeveralPatients
from storage.patients import Patient, alias_of, aliases_of, differ, same
from storage.people import Person, everybody, insert, named

if TYPE_CHECKING:
    from collections.abc import Mapping

    from phr.formats.fhir.items import Resource
    from storage.connection import Connection


@dataclass(frozen=True, slots=True)
class Who:
    """The user's answer to who is who.

    ``person``: everything is this person's (an id or name of the vault, or a new name); if it names one of several
    patients of the file, only that patient's resources become entries. ``mapping``: patients of the file (reference
    or name) to people (id, name or new name); those left out are not filed. ``each``: everybody in the file is
    somebody of their own.
    """

    person: str = ""
    mapping: Mapping[str, str] = field(default_factory=dict)
    each: bool = False

    @property
    def answered(self) -> bool:
        """Whether the user has answered at all."""
        return bool(self.person or self.mapping or self.each)


class CensusChangedError(Exception):
    """A patient was met after it was decided who is who: to be started again knowing all of them."""


class Register:
    """The patients of one file from ``place``, and whose record each is.

    ``complete`` says that :meth:`meet` has seen all of the file. Until then :class:`CensusChangedError` is raised
    where the answer might depend on what is still to come.
    """

    def __init__(self, db: Connection, place: str, who: Who) -> None:
        self.complete = False
        self._db = db
        self._place = _scope(place)
        self._who = who
        self._patients: list[Patient] = []
        self._by_alias: dict[str, Patient] = {}
        self._decided = False
        self._everything: str | None = None
        # By reference as it is written: most resources of a file name one and the same patient.
        self._answered: dict[str, str | None] = {}

    def enter(self, place: str) -> None:
        """Go on with another file of the same zip."""
        self._place = _scope(place)
        self._answered.clear()

    @property
    def patients(self) -> list[Patient]:
        """Those whom the file names, and whose record is known."""
        return [one for one in self._patients if one.person]

    @property
    def persons(self) -> list[str]:
        """The ids of the people whose resources the file holds."""
        found = {one.person for one in self._patients} | {self._everything}
        return sorted(person for person in found if person)

    def meet(self, resource: Resource, full_url: str) -> None:
        """Take note of whom a resource is, or is about."""
        if resource.get("resourceType") == "Patient":
            self._meet_patient(resource, full_url)
            return
        reference = subject_of(resource)
        if not reference:
            return
        if reference.startswith("#"):
            inside = contained(resource, reference)
            if inside is not None:
                self._meet_patient({**inside, "id": None}, "")
        elif alias_of(reference, self._place) not in self._by_alias:
            self._add(Patient(refs=[reference]), [alias_of(reference, self._place)])

    def person_of(self, resource: Resource, full_url: str, *, needed: bool) -> str | None:
        """Whose a resource is, None if nobody's whom the user wants filed.

        ``needed`` says that it would become an entry. Raises what asks the user: :class:`PersonNeeded`,
        :class:`AnotherPerson`, :class:`SeveralPatients`; and ``NoSuchPerson``, ``AmbiguousPerson``.
        """
        reference = "" if resource.get("resourceType") == "Patient" else subject_of(resource)
        if reference in self._answered:
            return self._answered[reference]
        self.meet(resource, full_url)
        patient = self._patient_of(resource, full_url)
        if patient is None:
            return self._person_of_unnamed() if needed else None
        if not self._decided:
            self._decide()
        if reference and not reference.startswith("#"):
            self._answered[reference] = patient.person
        return patient.person

    def _person_of_unnamed(self) -> str | None:
        """Whose an entry is that names no patient: the file's only one, or else the vault's."""
        if not self._decided:
            self._decide()
        if len(self._patients) > 1 or self._everything:
            return self._everything
        if self._patients:
            return self._patients[0].person
        self._everything = self._nobody_named()
        return self._everything

    def person_of_document(self) -> str | None:
        """Whose a file is that names nobody, None if the user's answer leaves it out. Raises as :meth:`person_of`."""
        person = self.person_of({}, "", needed=True)
        if person is None and not self._who.answered:
            raise PersonNeeded((), self._candidates())
        return person

    def _patient_of(self, resource: Resource, full_url: str) -> Patient | None:
        if resource.get("resourceType") == "Patient":
            aliases = aliases_of(resource, full_url, self._place)
        else:
            reference = subject_of(resource)
            inside = contained(resource, reference) if reference.startswith("#") else None
            aliases = (
                aliases_of({**inside, "id": None}, "", self._place)
                if inside
                else [alias_of(reference, self._place)]
            )
        return next((self._by_alias[one] for one in aliases if one in self._by_alias), None)

    def _meet_patient(self, resource: Resource, full_url: str) -> None:
        identity = identity_of(resource)
        aliases = aliases_of(resource, full_url, self._place)
        called = (self._by_alias[one] for one in aliases if one in self._by_alias)
        # Children have the national number of a parent: one number, two people.
        met = next((one for one in called if not (one.identity and differ(one.identity, identity))), None)
        if met is None or met.identity is None:
            alike = next(
                (one for one in self._patients if one.identity and same(one.identity, identity)), None
            )
            met = self._join(met, alike) if met and alike else met or alike
        refs = [full_url] if full_url else []
        if isinstance(resource.get("id"), str):
            refs.append(f"Patient/{resource['id']}")
        if met is None:
            self._add(Patient(refs=refs or [identity.name], identity=identity), aliases)
            return
        new = [one for one in aliases if one not in self._by_alias]
        met.refs += [ref for ref in refs if ref not in met.refs]
        met.aliases += new
        self._by_alias.update(dict.fromkeys(new, met))
        if met.identity is None:
            met.identity = identity
            if self._decided:
                self._changed()
            return
        if not met.identity.name:
            met.identity = identity
        if self._decided and met.person:
            self._remember(met)

    def _join(self, referred: Patient, described: Patient) -> Patient:
        """Somebody known only by references so far turns out to be one who is described elsewhere."""
        if self._decided:
            self._changed()
        self._patients.remove(referred)
        described.refs += referred.refs
        described.aliases += referred.aliases
        self._by_alias.update(dict.fromkeys(referred.aliases, described))
        return described

    def _add(self, patient: Patient, aliases: list[str]) -> None:
        if self._decided:
            self._changed()
        patient.aliases += aliases
        self._patients.append(patient)
        for one in aliases:
            self._by_alias.setdefault(one, patient)

    def _changed(self) -> None:
        if not self.complete:
            raise CensusChangedError
        raise AssertionError("a patient whom the census did not meet")

    # Deciding.

    def _decide(self) -> None:
        people = everybody(self._db)
        for patient in self._patients:
            patient.known = known_people.find(self._db, patient, people)
        try:
            self._answer(people)
        except (AnotherPerson, SeveralPatients):
            # The question is asked with all the file's patients to choose from.
            if not self.complete:
                raise CensusChangedError from None
            raise
        self._decided = True
        for patient in self._patients:
            if patient.person:
                self._remember(patient)

    def _answer(self, people: list[Person]) -> None:
        who = self._who
        if who.person:
            self._answer_person(who.person, people)
        elif who.mapping:
            for patient in self._patients:
                wanted = next((to for key, to in who.mapping.items() if patient.is_called(key)), "")
                if wanted:
                    patient.person = (named(everybody(self._db), wanted) or self._new(patient, wanted)).id
                elif patient.known:
                    patient.person = patient.known.id
        else:
            self._answer_none(people)

    def _answer_person(self, wanted: str, people: list[Person]) -> None:
        person = named(people, wanted)
        chosen = [one for one in self._patients if (person and one.known == person) or one.is_called(wanted)]
        if chosen and len(self._patients) > 1:
            target = person or chosen[0].known or self._new(chosen[0], chosen[0].name)
            for patient in chosen:
                patient.person = target.id
            if not self.complete:
                raise CensusChangedError
            return
        if person is None and chosen:
            person = chosen[0].known or self._new(chosen[0], chosen[0].name)
        if person is None:
            only = self._patients[0] if len(self._patients) == 1 else Patient()
            person = self._new(only, wanted)
        self._everything = person.id
        for patient in self._patients:
            patient.person = person.id

    def _answer_none(self, people: list[Person]) -> None:
        unknown = [one for one in self._patients if one.known is None]
        if unknown and not self._who.each:
            if len(self._patients) > 1:
                raise SeveralPatients(tuple(one.candidate() for one in self._patients), self._candidates())
            if people and self._waiting(people) is None:
                raise AnotherPerson((unknown[0].candidate(),), self._candidates())
        for patient in self._patients:
            known = patient.known or (None if self._who.each else self._waiting(people))
            patient.person = (known or self._new(patient, patient.name)).id

    def _nobody_named(self) -> str:
        """Whose an entry is in a file that names nobody."""
        people = everybody(self._db)
        if len(people) > 1:
            raise PersonNeeded((), self._candidates())
        return people[0].id if people else insert(self._db, "").id

    def _waiting(self, people: list[Person]) -> Person | None:
        """The owner who has no name yet, and whom no file has named: the first patient that comes."""
        if len(people) != 1 or people[0].name:
            return None
        row = self._db.execute(
            "SELECT 1 FROM person_alias WHERE person = ? LIMIT 1", (people[0].id,)
        ).fetchone()
        return None if row else people[0]

    def _new(self, patient: Patient, name: str) -> Person:
        identity = patient.identity
        return insert(
            self._db, name, identity.birth_date if identity else "", identity.sex if identity else ""
        )

    def _remember(self, patient: Patient) -> None:
        """What names a patient; that another name is theirs was said by an answer that names them."""
        confirmed = bool(self._who.person or self._who.mapping)
        known_people.remember(self._db, patient, everybody(self._db), confirmed=confirmed)

    def _candidates(self) -> tuple[Candidate, ...]:
        return tuple(Candidate(one.id, one.name, one.birth_date) for one in everybody(self._db))


def _scope(place: str) -> str:
    """A place as it is noted beside a person: the name of a file tells what was in it, and would outlive it."""
    return hashlib.sha256(place.encode("utf-8", "replace")).hexdigest()[:32]
