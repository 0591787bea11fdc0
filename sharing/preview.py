"""What a scope selects, before anything leaves: exactly the entries that the package will hold."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from phr import dates
from phr.entry import Entry, Kind
from sharing.errors import EntryOfAnother
from storage import entries, journal, people
from storage.entries import Filter

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sharing.scope import Scope
    from storage.people import Person
    from storage.vault import Vault

_ORDER = {kind: place for place, kind in enumerate(Kind)}
_PAGE = 500


@dataclass(frozen=True, slots=True)
class Preview:
    """The selection: whose, by which scope, and the entries, by kind, then newest first.

    ``withheld`` are documents that stay out because their file also tells what is kept back.
    """

    person: Person
    scope: Scope
    entries: tuple[Entry, ...]
    withheld: tuple[Entry, ...] = ()


def preview(vault: Vault, scope: Scope) -> Preview:
    """The selection, shown to somebody: it is written in the journal. Raises as :func:`select`."""
    shown = select(vault, scope)
    with vault.write() as db:
        journal.append(db, "preview", detail={"entries": len(shown.entries)})
    return shown


def select(vault: Vault, scope: Scope) -> Preview:
    """The selection, without a trace.

    Raises :class:`EntryOfAnother` when an entry of another person is named, and what the vault raises for a person
    or an entry that it does not have.
    """
    person = people.person(vault, scope.person)
    named = [entries.entry(vault, entry_id) for entry_id in scope.entries]
    if any(entry.person != person.id for entry in named):
        raise EntryOfAnother
    for entry_id in scope.without:
        entries.entry(vault, entry_id)  # one that does not exist was mistyped, and what was meant would leave
    candidates = named if scope.named_only else _of(vault, person)
    admitted = {entry.id: entry for entry in candidates if scope.admits(entry)}
    withheld = [
        entry
        for entry in admitted.values()
        if entry.kind is Kind.DOCUMENT and _would_tell(vault, scope, entry)
    ]
    for document in withheld:
        del admitted[document.id]
    in_order = sorted(admitted.values(), key=_reading_order)
    return Preview(person, scope, tuple(in_order), tuple(withheld))


def leaves_care_out(vault: Vault, shown: Preview) -> bool:
    """Whether a treatment or an allergy of the person stays out: who does not know of it cannot reckon with it."""
    kinds = (Kind.TREATMENT, Kind.ALLERGY)
    shared = sum(entry.kind in kinds for entry in shown.entries)
    return entries.count(vault, Filter(person=shown.person.id, kinds=kinds)) > shared


def _would_tell(vault: Vault, scope: Scope, document: Entry) -> bool:
    """Whether a document that was not named itself holds what the scope keeps back."""
    return document.id not in scope.entries and any(
        scope.keeps_back(entry) for entry in entries.read_from(vault, document.id)
    )


def _of(vault: Vault, person: Person) -> Iterator[Entry]:
    after = ""
    while True:
        page = entries.page(vault, Filter(person=person.id), after=after, limit=_PAGE)
        yield from page.entries
        after = page.next
        if not after:
            return


def _reading_order(entry: Entry) -> tuple[int, int, str]:
    return _ORDER[entry.kind], -dates.sort_key(entry.date), entry.id
