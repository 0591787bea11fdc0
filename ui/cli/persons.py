"""Who is meant when a vault keeps the records of several people."""

from typing import TYPE_CHECKING

from ui.cli.errors import WhoseRecord

if TYPE_CHECKING:
    from storage.people import Person
    from storage.vault import Vault


def whose_record(vault: "Vault", named: str, *, or_new: bool = False) -> "Person":
    """The person of this id or name; without one, the only person there is.

    With ``or_new`` the first person of a vault that has nobody yet is made, and may be without a name. Raises
    WhoseRecord if there are several, and storage.errors.NoSuchPerson, AmbiguousPerson.
    """
    from storage.people import add_person, people, person

    found = people(vault)
    if not found and or_new:
        return add_person(vault, named)
    if named or not found:
        return person(vault, named)
    if len(found) > 1:
        raise WhoseRecord(found)
    return found[0]
