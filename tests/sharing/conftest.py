"""A real vault with a clock that tests move, a person, a care professional, and grants of them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from phr.entry import Entry, Kind
from sharing import grants
from sharing.envelope import Mode
from sharing.grants import NewGrant
from sharing.scope import Scope
from storage import entries, people, practitioners
from storage.keyslots import LEAST_COST
from storage.people import Person
from storage.practitioners import Practitioner
from storage.vault import Vault, create

PASSPHRASE = "trois petits chats bleus"


@dataclass
class Clock:
    """The computer's clock, which a test moves."""

    now: datetime = field(default_factory=lambda: datetime(2026, 3, 2, 9, 0, tzinfo=UTC))

    def __call__(self) -> datetime:
        return self.now

    def advance(self, **duration: int) -> None:
        """Let time pass."""
        self.now += timedelta(**duration)


@dataclass
class Practice:
    """A vault, whose record it is, and who is given access."""

    vault: Vault
    clock: Clock
    person: Person
    doctor: Practitioner
    entry: Entry
    folder: Path

    def grant(self, mode: Mode = Mode.CODE, **terms: Any) -> NewGrant:
        """A grant of everything shown for a week and one release, unless said otherwise."""
        defaults: dict[str, Any] = {
            "practitioner": self.doctor.id,
            "purpose": "Première consultation",
            "scope": Scope(person=self.person.id),
            "not_before": None,
            "until": self.clock.now + timedelta(days=7),
            "releases": 1,
            "mode": mode,
            "folder": self.folder,
            "language": "fr",
        }
        return grants.new_grant(self.vault, **(defaults | terms))


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def vault(tmp_path: Path, clock: Clock) -> Iterator[Vault]:
    """A fresh vault, open, with the lowest cost that is allowed."""
    with create(tmp_path / "vault", PASSPHRASE, cost=LEAST_COST, now=clock) as made:
        yield made


@pytest.fixture
def practice(vault: Vault, clock: Clock, tmp_path: Path) -> Practice:
    person = people.add_person(vault, "Jeanne Martin", "1980-05-17", "female")
    doctor = practitioners.add_practitioner(vault, "Dr Salomé Roux", specialty="médecine générale")
    entry = entries.add_own(vault, person.id, Kind.ALLERGY, "Pénicilline", date="2019")
    return Practice(vault, clock, person, doctor, entry, tmp_path / "à donner")
