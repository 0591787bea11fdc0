"""The timeline, its filters, and what a patient does with entries."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from phr.dates import sort_key
from phr.entry import Entry, Kind
from phr.errors import NotADate, NotEditable
from storage import entries, journal, people, verify
from storage.entries import Filter
from storage.errors import NoSuchEntry, NoSuchPage, NoSuchPerson, NotALabel
from storage.vault import Vault

DATES = [
    "2024",
    "2024-03",
    "2024-03-12",
    "2024-03-12T08:00:00+01:00",
    "1931-05-06",
    None,
    "2024-03-12/2024-04-01",
]


@pytest.fixture
def anna(vault: Vault) -> str:
    return people.add_person(vault, "Anna").id


def add(vault: Vault, person: str, title: str, date: str | None = None, kind: Kind = Kind.PROBLEM) -> Entry:
    return entries.add_own(vault, person, kind, title, date=date)


def titles(vault: Vault, which: Filter) -> list[str]:
    return [entry.title for entry in entries.page(vault, which).entries]


def test_newest_first_undated_last_page_by_page(vault: Vault, anna: str) -> None:
    added = [add(vault, anna, f"t{number}", DATES[number % len(DATES)]) for number in range(31)]
    seen: list[Entry] = []
    cursor = ""
    while True:
        page = entries.page(vault, Filter(), after=cursor, limit=4)
        seen += page.entries
        cursor = page.next
        if not cursor:
            break
    assert sorted(entry.id for entry in seen) == sorted(entry.id for entry in added)
    keys = [sort_key(entry.date) for entry in seen]
    assert keys == sorted(keys, reverse=True)
    assert entries.count(vault, Filter()) == 31


def test_filters_combine(vault: Vault, anna: str) -> None:
    bob = people.add_person(vault, "Bob").id
    one = add(vault, anna, "Asthme", "2020-05")
    two = add(vault, anna, "Bilan", "2021-01-01", Kind.RESULT)
    add(vault, bob, "Bilan de Bob", "2021-01-02", Kind.RESULT)
    undated = add(vault, anna, "Note", None, Kind.NOTE)
    entries.add_labels(vault, one.id, ["cœur", "  ma   vie "])
    entries.set_hidden(vault, [two.id], hidden=True)

    assert titles(vault, Filter(person=anna)) == ["Bilan", "Asthme", "Note"]
    assert titles(vault, Filter(kinds=(Kind.RESULT,))) == ["Bilan de Bob", "Bilan"]
    assert titles(vault, Filter(kinds=(Kind.RESULT, Kind.NOTE), person=anna)) == ["Bilan", "Note"]
    assert titles(vault, Filter(date_from="2020-05", date_to="2020")) == ["Asthme"]
    assert titles(vault, Filter(date_to="2021-01-01")) == ["Bilan", "Asthme"]
    assert titles(vault, Filter(date_from="2021")) == ["Bilan de Bob", "Bilan"]
    assert titles(vault, Filter(label="ma vie")) == ["Asthme"]
    assert titles(vault, Filter(hidden=True)) == ["Bilan"]
    assert titles(vault, Filter(hidden=False, search="bil")) == ["Bilan de Bob"]
    assert titles(vault, Filter(search="bil", person=anna, kinds=(Kind.RESULT,), date_to="2021-01")) == [
        "Bilan"
    ]
    assert titles(vault, Filter(author="Dr")) == []
    assert entries.labels(vault) == ["cœur", "ma vie"]
    assert entries.entry(vault, one.id).labels == ("cœur", "ma vie")
    assert entries.entry(vault, undated.id).date is None
    with pytest.raises(NotADate):
        entries.page(vault, Filter(date_from="hier"))


@pytest.mark.parametrize("cursor", ["zz", "-1", "f" * 17])
def test_a_cursor_that_no_page_gave(vault: Vault, cursor: str) -> None:
    with pytest.raises(NoSuchPage):
        entries.page(vault, Filter(), after=cursor)


def test_an_edit_keeps_what_was_there_and_moves_with_its_date(vault: Vault, anna: str) -> None:
    entry = add(vault, anna, "Asme", "2020")
    add(vault, anna, "Plus tard", "2021")
    edited = entries.edit(vault, entry.id, {"title": "Asthme", "date": "2022-03"})
    assert (edited.title, edited.date, edited.id) == ("Asthme", "2022-03", entry.id)
    assert titles(vault, Filter()) == ["Asthme", "Plus tard"]
    assert titles(vault, Filter(search="asme")) == []
    (revision,) = entries.revisions(vault, entry.id)
    assert revision.number == 1
    assert b"Asme" in revision.resource
    assert "Asthme" in json.dumps(entries.resource(vault, entry.id))
    entries.edit(vault, entry.id, {"title": "Asthme"})
    assert len(entries.revisions(vault, entry.id)) == 1
    with pytest.raises(NotEditable):
        entries.edit(vault, entry.id, {"person": "Bob"})


@pytest.mark.parametrize("kind", list(Kind))
def test_own_entries_of_every_kind(vault: Vault, anna: str, kind: Kind) -> None:
    entry = entries.add_own(vault, anna, kind, "Le titre", date="2024-02", note="et une remarque")
    assert (entry.kind, entry.title, entry.person, entry.source) == (kind, "Le titre", anna, "")
    assert entries.entry(vault, entry.id) == entry
    assert f"Patient/{anna}" in entries.resource_bytes(vault, entry.id).decode()


def test_what_does_not_exist(vault: Vault, anna: str) -> None:
    one = add(vault, anna, "Asthme")
    for call in (
        lambda: entries.entry(vault, "0" * 16),
        lambda: entries.resource_bytes(vault, "0" * 16),
        lambda: entries.revisions(vault, "0" * 16),
        lambda: entries.edit(vault, "0" * 16, {"title": "x"}),
        lambda: entries.set_hidden(vault, [one.id, "0" * 16], hidden=True),
        lambda: entries.delete(vault, [one.id, "0" * 16]),
        lambda: entries.add_labels(vault, "0" * 16, ["x"]),
    ):
        with pytest.raises(NoSuchEntry):
            call()
    assert entries.entry(vault, one.id) == one
    with pytest.raises(NoSuchPerson):
        add(vault, "nobody", "x")
    for label in ("", "  ", "x" * 101):
        with pytest.raises(NotALabel):
            entries.add_labels(vault, one.id, [label])


def test_labels_come_and_go(vault: Vault, anna: str) -> None:
    entry = add(vault, anna, "Asthme")
    entries.add_labels(vault, entry.id, ["a", "b", "a"])
    entries.remove_labels(vault, entry.id, ["a", "absent"])
    assert entries.entry(vault, entry.id).labels == ("b",)


def test_deleting_takes_everything_along(vault: Vault, anna: str) -> None:
    entry = add(vault, anna, "Asthme")
    entries.edit(vault, entry.id, {"title": "Goutte"})
    entries.add_labels(vault, entry.id, ["secret"])
    assert entries.delete(vault, [entry.id])
    assert entries.count(vault, Filter()) == 0
    assert entries.labels(vault) == []
    with vault.read() as db:
        left = [
            db.execute(f"SELECT count(*) FROM {name}").fetchone()[0]
            for name in ("resource", "revision", "label")
        ]
    assert left == [0, 0, 0]
    assert not verify.verify(vault)


def test_every_change_is_in_the_journal_without_a_word_of_it(vault: Vault, anna: str) -> None:
    entry = add(vault, anna, "Asthme")
    entries.edit(vault, entry.id, {"title": "Goutte"})
    entries.add_labels(vault, entry.id, ["secret"])
    entries.set_hidden(vault, [entry.id], hidden=True)
    entries.set_hidden(vault, [entry.id], hidden=False)
    entries.remove_labels(vault, entry.id, ["secret"])
    entries.delete(vault, [entry.id])
    lines = journal.lines(vault)[-7:]
    assert [line.action for line in lines] == [
        "entry-added",
        "entry-edited",
        "labelled",
        "hidden",
        "shown",
        "unlabelled",
        "deleted",
    ]
    assert not any(word in str(lines) for word in ("Asthme", "Goutte", "secret"))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(DATES), max_size=12), st.integers(1, 5))
def test_pages_hold_each_entry_once(vault: Vault, dates: list[str | None], limit: int) -> None:
    person = people.add_person(vault, "somebody").id
    added = [add(vault, person, "x", date).id for date in dates]
    seen: list[str] = []
    cursor = ""
    for _ in range(len(added) + 1):
        page = entries.page(vault, Filter(person=person), after=cursor, limit=limit)
        seen += [entry.id for entry in page.entries]
        cursor = page.next
        if not cursor:
            break
    assert sorted(seen) == sorted(added)
