"""Renewing and narrowing: the difference shown before, the same selection for the same record, never more when less."""

import json
from itertools import combinations
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from phr.entry import Kind
from sharing import grants, holders, on_screen, renewal
from sharing.envelope import Mode
from sharing.errors import GrantEnded, NothingToShare, WrongMode
from sharing.grants import NewGrant
from sharing.opening import Opening
from sharing.preview import select
from sharing.scope import Scope
from storage import entries, journal, people, practitioners, state
from storage import grants as rows
from storage.keyslots import LEAST_COST
from storage.vault import Vault, create
from tests.sharing.conftest import PASSPHRASE, Clock, Practice

KINDS = (Kind.PROBLEM, Kind.ALLERGY, Kind.RESULT)
LABELS = ("psychiatry", "hiv")


def renewed(practice: Practice, gid: str, scope: Scope, **terms: Any) -> NewGrant:
    former = rows.grant(practice.vault, gid)
    defaults: dict[str, Any] = {
        "not_before": None,
        "until": practice.clock.now.replace(year=2027),
        "releases": former.releases,
        "mode": Mode(former.mode),
        "folder": practice.folder,
        "language": "fr",
    }
    return renewal.renew(practice.vault, gid, scope=scope, **(defaults | terms))


def held(vault: Vault, gid: str) -> set[str]:
    return set(json.loads(rows.grant(vault, gid).entries))


def test_a_renewal_is_a_new_access_and_ends_the_former_one(practice: Practice) -> None:
    vault = practice.vault
    former = practice.grant(releases=2)
    reading = Opening.from_file(former.html)
    reading.unwrap(former.words or "")
    made = renewed(practice, former.gid, renewal.scope_again(vault, former.gid))
    row, old = rows.grant(vault, made.gid), rows.grant(vault, former.gid)
    assert (made.gid != former.gid, made.words != former.words, row.former) == (True, True, former.gid)
    assert (row.practitioner, row.purpose, row.releases) == (old.practitioner, old.purpose, 2)
    assert (old.state, state.get_share(vault, former.gid)) == ("withdrawn", None)
    with pytest.raises(GrantEnded):
        grants.release(vault, reading.challenge)
    (line,) = journal.lines(vault, grant=made.gid)
    assert (line.action, line.detail["former"]) == ("grant-made", former.gid)
    assert [line.action for line in journal.lines(vault, grant=former.gid)][:2] == ["grant-made", "withdrawn"]


def test_the_former_one_can_be_kept_and_an_ended_one_is_renewed_too(practice: Practice) -> None:
    vault = practice.vault
    former = practice.grant()
    scope = renewal.scope_again(vault, former.gid)
    renewed(practice, former.gid, scope, keep=True)
    assert rows.grant(vault, former.gid).state == "running"
    grants.revoke(vault, former.gid)
    made = renewed(practice, former.gid, scope)
    assert held(vault, made.gid) == held(vault, former.gid)


def test_nothing_takes_the_place_of_what_is_on_the_screen(practice: Practice) -> None:
    vault = practice.vault
    scope = Scope(person=practice.person.id)
    shown = on_screen.begin(vault, practitioner=practice.doctor.id, purpose="", scope=scope, minutes=20)
    with pytest.raises(WrongMode):
        renewal.scope_again(vault, shown.gid)
    on_screen.finish(vault, shown.gid, vault.now())
    assert renewal.scope_again(vault, shown.gid) == scope


def test_a_renewal_that_fails_leaves_the_former_one(practice: Practice) -> None:
    former = practice.grant()
    scope = Scope(person=practice.person.id, kinds=(Kind.VACCINE,))
    with pytest.raises(NothingToShare):
        renewed(practice, former.gid, scope)
    assert rows.grant(practice.vault, former.gid).state == "running"
    assert grants.words(practice.vault, former.gid) == former.words


def test_the_difference_names_what_is_new_corrected_gone_and_deleted(practice: Practice) -> None:
    vault, person = practice.vault, practice.person.id
    add = entries.add_own
    kept, corrected, hidden, deleted = (
        add(vault, person, Kind.NOTE, title) for title in ("reste", "corrigé", "gardé", "supprimé")
    )
    former = practice.grant(scope=Scope(person=person, kinds=(Kind.NOTE,)))
    practice.clock.advance(days=1)
    new = add(vault, person, Kind.NOTE, "nouveau")
    entries.edit(vault, corrected.id, {"title": "corrigée"})
    entries.set_hidden(vault, [hidden.id], True)
    entries.delete(vault, [deleted.id])
    shown = select(vault, renewal.scope_again(vault, former.gid))
    found = renewal.difference(vault, former.gid, shown)
    assert [[one.id for one in part] for part in (found.added, found.changed, found.gone, found.private)] == [
        [new.id], [corrected.id], [hidden.id], [],
    ]  # fmt: skip
    assert found.deleted == 1
    assert kept.id in {entry.id for entry in shown.entries}


def test_an_item_named_before_it_was_kept_private_is_pointed_out(practice: Practice) -> None:
    former = practice.grant(scope=Scope(person=practice.person.id, entries=(practice.entry.id,)))
    entries.set_hidden(practice.vault, [practice.entry.id], True)
    shown = select(practice.vault, renewal.scope_again(practice.vault, former.gid))
    assert renewal.difference(practice.vault, former.gid, shown).private == shown.entries != ()


def test_named_items_that_are_all_deleted_do_not_become_everything(practice: Practice) -> None:
    note = entries.add_own(practice.vault, practice.person.id, Kind.NOTE, "seule")
    former = practice.grant(scope=Scope(person=practice.person.id, entries=(note.id,)))
    entries.delete(practice.vault, [note.id])
    with pytest.raises(NothingToShare):
        renewal.scope_again(practice.vault, former.gid)


@pytest.mark.parametrize(
    ("former", "by"),
    [
        ({"kinds": ("allergy",)}, {"kinds": ("note",)}),
        ({"kinds": ("allergy",), "date_from": "2000"}, {"kinds": ("vaccine",)}),
    ],
)
def test_narrowing_to_nothing_is_refused_and_never_widens(
    practice: Practice, former: dict[str, Any], by: dict[str, Any]
) -> None:
    made = practice.grant(scope=Scope(person=practice.person.id, **former))
    with pytest.raises(NothingToShare):
        renewal.narrowed(practice.vault, made.gid, Scope(person=practice.person.id, **by))


@pytest.fixture(scope="module")
def mixed(tmp_path_factory: pytest.TempPathFactory) -> Practice:
    """Thirty-six entries of three kinds, four years, some hidden, some with topics."""
    folder, clock = tmp_path_factory.mktemp("mixed"), Clock()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_STATE_HOME", str(folder / "state"))
        vault = create(folder / "vault", PASSPHRASE, cost=LEAST_COST, now=clock)
    person = people.add_person(vault, "Jeanne Martin", "1980-05-17", "female")
    doctor = practitioners.add_practitioner(vault, "Dr Salomé Roux")
    made = [
        entries.add_own(vault, person.id, kind, f"{kind} {year}", date=year)
        for kind in KINDS
        for year in ("2019", "2021-05", "2023-03-04", "")
        for _ in range(3)
    ]
    for number, entry in enumerate(made):
        if number % 5 == 0:
            entries.set_hidden(vault, [entry.id], True)
        if number % 4 == 0:
            entries.add_labels(vault, entry.id, LABELS[: 1 + number % 8 // 4])
    return Practice(vault, clock, person, doctor, made[0], folder / "à donner")


def scopes(practice: Practice) -> st.SearchStrategy[Scope]:
    ids = [entry.id for entry in entries.page(practice.vault, entries.Filter(), limit=100).entries]
    some = st.lists(st.sampled_from(ids), max_size=3, unique=True).map(tuple)
    labels = st.sampled_from([(), *combinations(LABELS, 1), LABELS])
    return st.builds(
        Scope,
        person=st.just(practice.person.id),
        kinds=st.lists(st.sampled_from(KINDS), max_size=2, unique=True).map(tuple),
        date_from=st.sampled_from(["", "2020", "2021-05-31"]),
        date_to=st.sampled_from(["", "2022", "2021-05-02"]),
        any_date=st.sampled_from([(), (Kind.ALLERGY,)]),
        entries=some,
        without=some,
        without_labels=labels,
        with_labels=st.one_of(st.none(), labels),
    )


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_laws_of_renewing_and_narrowing(
    mixed: Practice, data: st.DataObject, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(mixed.folder.parent / "state"))
    vault = mixed.vault
    scope, by = data.draw(scopes(mixed)), data.draw(scopes(mixed))
    if not select(vault, scope).entries:
        return
    gid = mixed.grant(Mode.CARD, scope=scope).gid
    again = select(vault, renewal.scope_again(vault, gid))
    assert {entry.id for entry in again.entries} == held(vault, gid)
    found = renewal.difference(vault, gid, again)
    assert (found.added, found.changed, found.gone, found.deleted) == ((), (), (), 0)
    try:
        narrow = select(vault, renewal.within(vault, gid, renewal.narrowed(vault, gid, by))).entries
    except NothingToShare:
        return
    assert {entry.id for entry in narrow} <= held(vault, gid)
    assert not {entry.id for entry in narrow} & set(by.without)
    for entry in narrow:
        if entry.id not in by.entries:
            assert not by.kinds or entry.kind in by.kinds
            assert not by.leaves_out(entry.labels)


def test_all_that_ever_left_is_told_the_deleted_too(practice: Practice) -> None:
    vault = practice.vault
    note = entries.add_own(vault, practice.person.id, Kind.NOTE, "lettre")
    first = practice.grant(scope=Scope(person=practice.person.id, entries=(note.id,)))
    practice.clock.advance(days=1)
    other = practitioners.add_practitioner(vault, "Dr Blanc")
    second = practice.grant(practitioner=other.id)
    entries.delete(vault, [note.id])
    found = {one.id: one for one in holders.everything_given(vault)}
    assert (found[note.id].entry, [row.gid for row in found[note.id].grants]) == (
        None,
        [second.gid, first.gid],
    )
    assert found[practice.entry.id].entry == practice.entry
    assert [row.gid for row in holders.shared_with(vault, note.id)] == [second.gid, first.gid]
    assert holders.everything_given(vault, "somebody else") == []
    both = holders.compare(vault, practice.doctor.name, other.id)
    assert (both.only_first, both.only_second, both.both) == ((), (practice.entry.id,), (note.id,))
