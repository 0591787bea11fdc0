"""The journal looked through: pages newest first, and filters."""

import ast
import json
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import sharing
import storage
from phr.entry import Kind
from phr.errors import NotADate
from storage import entries, grants, journal, people, practitioners
from storage.errors import Cancelled
from storage.journal import Line
from storage.journal_pages import ACTIONS, Group, LineFilter, page
from storage.keyslots import LEAST_COST
from storage.vault import Vault, create
from tests.storage.conftest import PASSPHRASE, Clock, add_grant

BEGAN = datetime(2026, 3, 1, 8, 30, tzinfo=UTC)
ROOMS = [Path(str(room.__file__)).parent for room in (storage, sharing)]


def all_of(vault: Vault, which: LineFilter, limit: int = 3) -> list[Line]:
    """Page after page."""
    found: list[Line] = []
    while more := page(vault, which, before=found[-1].seq if found else None, limit=limit):
        assert len(more) <= limit
        found += more
    return found


def actions(found: list[Line]) -> list[str]:
    return [line.action for line in found]


@pytest.fixture
def timed(vault_folder: Path, clock: Clock) -> Iterator[Vault]:
    """A vault that lives by the clock."""
    with create(vault_folder, PASSPHRASE, cost=LEAST_COST, now=clock) as vault:
        yield vault


@pytest.fixture(autouse=True)
def zone(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], None]]:
    """Sets this computer's zone of time: UTC unless a test asks for another."""

    def set_to(name: str) -> None:
        monkeypatch.setenv("TZ", name)
        time.tzset()

    set_to("UTC")
    yield set_to
    monkeypatch.undo()
    time.tzset()


def test_every_action_that_is_written_is_in_one_group() -> None:
    """Actions stand as literals in calls of ``append``, or as the words that these are given."""
    every = [action for group in Group for action in ACTIONS[group]]
    assert len(every) == len(set(every))
    written: set[str] = set()
    for file in (file for room in ROOMS for file in room.glob("*.py")):
        for call in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(call, ast.Call) and ast.unparse(call.func) == "journal.append":
                words = [one.value for one in ast.walk(call.args[1]) if isinstance(one, ast.Constant)]
                written.update(word for word in words if isinstance(word, str))
    assert len(written) > 30
    assert written <= set(every)


def test_all_lines_newest_first(vault: Vault) -> None:
    people.add_person(vault, "Anna")
    assert all_of(vault, LineFilter(), limit=1) == journal.lines(vault)[::-1]


def test_an_item_has_a_history_of_its_own(vault: Vault) -> None:
    """Also when it was one of several, and when it is gone."""
    anna = people.add_person(vault, "Anna").id
    one, other = (entries.add_own(vault, anna, Kind.PROBLEM, title) for title in ("Asthme", "Goutte"))
    entries.edit(vault, one.id, {"title": "Bronchite"})
    entries.add_labels(vault, one.id, ["secret"])
    entries.set_hidden(vault, [one.id, other.id], hidden=True)
    entries.set_hidden(vault, [other.id], hidden=False)
    entries.close_entries(vault, [one.id])
    entries.open_entries(vault, [one.id])
    entries.delete(vault, [one.id, other.id])
    told = ["deleted", "item-opened", "item-closed", "hidden", "labelled", "entry-edited", "entry-added"]
    assert actions(all_of(vault, LineFilter(entry=one.id))) == told
    assert actions(all_of(vault, LineFilter(entry=other.id))) == ["deleted", "shown", "hidden", "entry-added"]
    assert all_of(vault, LineFilter(entry="entries")) == []


def test_many_items_at_once_are_all_named(vault: Vault) -> None:
    anna = people.add_person(vault, "Anna").id
    ids = [entries.add_own(vault, anna, Kind.NOTE, f"{number}").id for number in range(101)]
    entries.set_hidden(vault, ids, hidden=True)
    lines = all_of(vault, LineFilter(groups=(Group.ITEMS,)))[:2]
    assert [(line.action, line.detail["entries"]) for line in lines] == [("hidden", 1), ("hidden", 100)]
    assert all(page(vault, LineFilter(entry=one))[0].action == "hidden" for one in ids)


def test_an_item_tells_what_became_of_the_accesses_that_held_it(vault: Vault) -> None:
    add_grant(vault, "a" * 32)
    row = add_grant(vault, "b" * 32)
    with vault.write() as db:
        grants.update(db, "b" * 32, entries='["c0ffee"]')
        for gid in ("a" * 32, "b" * 32):
            journal.append(db, "released", grant=gid)
            journal.append(db, "withdrawn", grant=gid)
    found = all_of(vault, LineFilter(entry="c0ffee"))
    assert actions(found) == ["withdrawn", "released", "grant"]
    assert {line.grant for line in found} == {row.gid}


def test_a_care_professional_s_lines_are_those_of_all_their_accesses(vault: Vault) -> None:
    row = add_grant(vault, "a" * 32)
    other = practitioners.add_practitioner(vault, "Dr Roux")
    with vault.write() as db:
        journal.append(db, "released", grant=row.gid)
        journal.append(db, "release-refused")
    assert actions(all_of(vault, LineFilter(practitioner=row.practitioner)))[0] == "released"
    assert actions(all_of(vault, LineFilter(practitioner=other.id))) == ["practitioner-added"]
    assert actions(all_of(vault, LineFilter(person=row.person, groups=(Group.CODES,)))) == ["released"]
    assert all_of(vault, LineFilter(grant=row.gid, practitioner=other.id)) == []


def test_days_are_those_of_this_computer_s_clock(
    timed: Vault, clock: Clock, zone: Callable[[str], None]
) -> None:
    zone("Europe/Paris")
    clock.time = clock.time.replace(day=31, hour=22, minute=30)  # 00:30 on 1 April in Paris
    with timed.write() as db:
        journal.confirm_time(db)
        journal.append(db, "backup-made")
    assert "backup-made" in actions(all_of(timed, LineFilter(date_from="2026-04-01", date_to="2026-04")))
    assert "backup-made" not in actions(all_of(timed, LineFilter(date_to="2026-03")))
    assert all_of(timed, LineFilter(date_from="2026-03-31T23:00:00Z")) == []
    assert all_of(timed, LineFilter(date_from="9999")) == all_of(timed, LineFilter(date_to="0001")) == []
    with pytest.raises(NotADate):
        page(timed, LineFilter(date_from="hier"))


def test_an_old_question_is_dropped(vault: Vault) -> None:
    with vault.write() as db:
        for _ in range(2000):
            journal.append(db, "unlock")
    with pytest.raises(Cancelled):
        page(vault, LineFilter(entry="c0ffee"), cancelled=lambda: True)


WRITTEN = st.lists(
    st.tuples(
        st.sampled_from(sorted(action for group in Group for action in ACTIONS[group])),
        st.sampled_from(["", "a" * 32, "b" * 32]),
        st.dictionaries(
            st.sampled_from(["entry", "entry-2", "person", "practitioner"]),
            st.sampled_from(["e1", "e2", "p", "d", "other"]),
        ),
        st.integers(0, 2 * 24 * 60),
    ),
    max_size=20,
)
ASKED = st.builds(
    LineFilter,
    grant=st.sampled_from(["", "a" * 32, "c" * 32]),
    person=st.sampled_from(["", "p", "other"]),
    practitioner=st.sampled_from(["", "d", "other"]),
    entry=st.sampled_from(["", "e1", "e2"]),
    groups=st.lists(st.sampled_from(Group), max_size=2).map(tuple),
    date_from=st.sampled_from(["", "2026-03-03", "2026-03-10", "2027"]),
    date_to=st.sampled_from(["", "2026-03-05", "2026-03", "2025"]),
)


def is_asked_for(which: LineFilter, line: Line, held: dict[str, list[str]]) -> bool:
    """What the filter says, in Python: both accesses are Dr's and about p; ``held`` are the entries in each."""
    whose = {"p", "d"} if line.grant in held else set()
    return (
        which.grant in ("", line.grant)
        and which.person in {"", line.detail.get("person"), *(whose & {"p"})}
        and which.practitioner in {"", line.detail.get("practitioner"), *(whose & {"d"})}
        and which.entry in {"", *line.detail.values(), *held.get(line.grant, ())}
        and (not which.groups or any(line.action in ACTIONS[group] for group in which.groups))
        and line.at[: len(which.date_from)] >= which.date_from
        and (not which.date_to or line.at[: len(which.date_to)] <= which.date_to)
    )


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(written=WRITTEN, which=ASKED, limit=st.integers(1, 7))
def test_pages_together_are_what_the_filter_says(
    timed: Vault,
    clock: Clock,
    written: list[tuple[str, str, dict[str, str], int]],
    which: LineFilter,
    limit: int,
) -> None:
    held = {"a" * 32: ["e1"], "b" * 32: ["e1", "e2"]}
    for gid, ids in held.items():
        if gid not in {row.gid for row in grants.grants(timed)}:
            add_grant(timed, gid)
            with timed.write() as db:
                grants.update(db, gid, entries=json.dumps(ids))
    clock.time = BEGAN
    with timed.write() as db:
        journal.confirm_time(db)
        for action, gid, detail, minutes in written:
            clock.time += timedelta(minutes=minutes)
            journal.append(db, action, grant=gid, detail=detail)
    every = journal.lines(timed, limit=10**6)
    assert all_of(timed, which, limit) == [
        line for line in reversed(every) if is_asked_for(which, line, held)
    ]
