"""Where one was, for each person: unlocking leads back there, and so does turning to that person again.

While the program runs, and until another vault is opened, it knows the page, and on it what was chosen and what stood
at the top: random ids, no text. From one run to the next only the page's name is kept, in the settings, under a key
that tells nothing without the vault: HMAC-SHA256 of the person's id under the vault's id, which is in the encrypted
database. Of the sample record nothing is kept.
"""

import hashlib
import hmac
from collections.abc import Iterable
from dataclasses import dataclass

from storage import sample
from storage.vault import Vault
from ui.desktop.navigation import PAGES
from ui.desktop.settings import Settings


@dataclass(frozen=True, slots=True)
class Spot:
    """What is chosen on a page, and what stands at its top: ids of items, or ""."""

    chosen: str = ""
    top: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """A page by its name in :data:`ui.desktop.navigation.PAGES`, and the spot on it."""

    page: str
    spot: Spot = Spot()


def key(vault: Vault, person: str) -> str:
    """What a person (an id, "" for everybody) is called in the settings."""
    return hmac.new(vault.id.encode(), person.encode(), hashlib.sha256).hexdigest()[:16]


class Whereabouts:
    """The places of the people of one vault, the one looked at last at the end."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._vault = ""
        self._places: dict[str, Place] = {}

    def open(self, vault: Vault, people: Iterable[str]) -> None:
        """Know this vault's places: those of this run if it is the same vault, else what the settings kept of it."""
        names = {key(vault, person): person for person in ("", *people)}
        if vault.id != self._vault:
            self._vault = vault.id
            kept = self._settings.places
            self._places = {names[one]: Place(page) for one, page in kept if one in names and page in PAGES}
        self._places = {one: place for one, place in self._places.items() if one in names.values()}

    def last_person(self) -> str | None:
        """Who was looked at last, or None where nobody was."""
        return next(reversed(self._places), None)

    def of(self, person: str) -> Place | None:
        """Where one was with this person."""
        return self._places.get(person)

    def leave(self, vault: Vault, person: str, place: Place) -> None:
        """One is here with this person, and goes."""
        self._places.pop(person, None)
        self._places[person] = place
        if not sample.is_sample(vault):
            self._settings.places = [(key(vault, one), left.page) for one, left in self._places.items()]
