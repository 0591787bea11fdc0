"""What can go wrong between a person and the terminal."""

from typing import TYPE_CHECKING

from phr.errors import PhrError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from storage.people import Person


class NoTerminal(PhrError):
    """A secret has to be typed and there is no terminal to ask on, and no file was named either."""


class SecretsDiffer(PhrError):
    """A new passphrase was typed twice and not the same way."""


class NotText(PhrError):
    """A file that should hold a passphrase or words is not UTF-8 text."""


class NothingTyped(PhrError):
    """Standard input ended before what was asked for."""


class WhoseRecord(PhrError):
    """The vault keeps the records of several people and none was named. ``people`` are their names and ids."""

    def __init__(self, people: "Sequence[Person]") -> None:
        super().__init__(f"{len(people)} people")
        self.people = people
