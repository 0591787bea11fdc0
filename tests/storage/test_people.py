"""Who the people of a vault are, corrected without touching what is theirs."""

import pytest

from phr.entry import Kind
from phr.errors import NotADate
from storage import entries, journal, people
from storage.entries import Filter
from storage.errors import NoSuchPerson
from storage.vault import Vault


def test_a_correction_leaves_entries_and_a_line(vault: Vault) -> None:
    zoe = people.add_person(vault, "Zoé Bel", "2008")
    entries.add_own(vault, zoe.id, Kind.NOTE, "Note")
    before = entries.page(vault, Filter()).entries
    changed = people.edit_person(vault, zoe.id, name="  Zoé   Bell ", birth_date="2008-03-01", sex="female")
    assert changed == people.Person(zoe.id, "Zoé Bell", "2008-03-01", "female")
    assert people.people(vault) == [changed]
    assert entries.page(vault, Filter()).entries == before
    last = journal.lines(vault)[-1]
    assert (last.action, last.detail) == ("person-edited", {"person": zoe.id})


def test_no_change_leaves_no_line(vault: Vault) -> None:
    zoe = people.add_person(vault, "Zoé", "2008")
    people.edit_person(vault, zoe.id, name="Zoé", birth_date="2008", sex="")
    assert journal.lines(vault)[-1].action == "person"


def test_what_is_no_name_or_birth_date_changes_nothing(vault: Vault) -> None:
    zoe = people.add_person(vault, "Zoé")
    for date in ("01/03/2008", "2008/2009", "2008-03-01T10:00:00Z"):
        with pytest.raises(NotADate):
            people.edit_person(vault, zoe.id, name="Zoé", birth_date=date, sex="")
        with pytest.raises(NotADate):
            people.add_person(vault, "Ben", date)
    with pytest.raises(ValueError, match="name"):
        people.edit_person(vault, zoe.id, name=" ", birth_date="", sex="")
    with pytest.raises(NoSuchPerson):
        people.edit_person(vault, "nobody", name="Zoé", birth_date="", sex="")
    assert people.people(vault) == [zoe]


def test_entries_are_counted_by_person(vault: Vault) -> None:
    zoe, ben = people.add_person(vault, "Zoé"), people.add_person(vault, "Ben")
    for _ in range(2):
        entries.add_own(vault, zoe.id, Kind.NOTE, "Note")
    assert people.entry_counts(vault) == {zoe.id: 2}
    assert ben.id not in people.entry_counts(vault)
