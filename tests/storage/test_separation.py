"""A record moves out whole, and nothing of it is left; what others have stays as it was."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from storage import attachments, belongings, entries, export, grants, journal, people, state, verify
from storage.entries import Filter
from storage.errors import NoSuchPerson, OnlyPerson, VaultExists, VaultInUse, WrongPassphrase
from storage.intake import Who, import_file
from storage.separation import Separated, separate
from storage.vault import Vault, open_vault
from tests.storage.bundles import condition, patient, write
from tests.storage.conftest import PASSPHRASE
from tests.storage.families import CANARY, GID, family
from tests.storage.pages import decrypted

NEW = "une autre phrase longue"


def exported(vault: Vault) -> list[str]:
    """Every resource, with what the export says beside it."""
    bundle = json.loads(b"".join(export.export_fhir(vault)))
    return sorted(json.dumps(one, sort_keys=True) for one in bundle["entry"])


@contextmanager
def separated(vault: Vault, person: str, folder: Path) -> Iterator[tuple[Separated, Vault]]:
    done = separate(vault, person, folder, NEW)
    with open_vault(folder, NEW) as new:
        yield done, new


@pytest.fixture
def both(vault: Vault, tmp_path: Path) -> tuple[str, str]:
    """The ids of the two people of a vault."""
    return family(vault, tmp_path / "files")


def test_every_resource_is_in_one_of_the_two(vault: Vault, both: tuple[str, str], tmp_path: Path) -> None:
    before = exported(vault)
    with separated(vault, both[0], tmp_path / "hers") as (done, new):
        hers, his = exported(new), exported(vault)
        assert not verify.verify(new)
        assert done.entries == entries.count(new, Filter())
        assert done.vault_id == new.id != vault.id
        assert new.data_key != vault.data_key
    assert not verify.verify(vault)
    # What both need is copied, and no longer says the name of her file.
    copied = set(hers) - (set(before) - set(his))
    assert {json.loads(one)["resource"]["id"] for one in copied} == {"common"}
    assert {one for one in his if one not in before} == {
        one for one in his if json.loads(one)["resource"]["id"] == "later"
    }
    assert set(before) <= {*hers, *his}
    assert CANARY in "".join(hers)
    assert CANARY not in "".join(his).casefold()


def test_what_others_have_is_untouched(vault: Vault, both: tuple[str, str], tmp_path: Path) -> None:
    def of_ben() -> list[tuple[object, ...]]:
        found = entries.page(vault, Filter(person=both[1]), limit=100).entries
        return [
            (one, entries.resource_bytes(vault, one.id), entries.revisions(vault, one.id)) for one in found
        ]

    before = of_ben()
    separate(vault, both[0], tmp_path / "hers", NEW)
    assert of_ben() == before
    assert [one.gid for one in grants.grants(vault)] == ["c" * 32]
    assert state.shares(vault) == {"c" * 32}


def test_all_that_hangs_on_an_entry_comes_along(vault: Vault, both: tuple[str, str], tmp_path: Path) -> None:
    def told(of: Vault) -> list[tuple[object, ...]]:
        return [
            (
                one,
                entries.resource_bytes(of, one.id),
                entries.revisions(of, one.id),
                entries.provenances(of, one.id),
                [(file, attachments.read(of, file.id)) for file in attachments.of_entry(of, one.id)],
            )
            for one in entries.page(of, Filter(person=both[0]), limit=100).entries
        ]

    before = told(vault)
    originals = len(attachments.originals(vault))
    with separated(vault, both[0], tmp_path / "hers") as (done, new):
        assert told(new) == before
        # One is closed, and not found by its words.
        assert entries.count(new, Filter(search=CANARY)) == done.entries - 1
        assert entries.count(new, Filter(closed=True)) == 1
        assert people.people(new) == [people.Person(both[0], people.people(new)[0].name, "2008-03-01")]
        assert len(attachments.originals(new)) == originals
        assert done.unassigned == 0
        assert done.waiting == 1


def test_nothing_is_left_of_the_record(vault: Vault, both: tuple[str, str], tmp_path: Path) -> None:
    words = [CANARY.encode(), CANARY.title().encode(), CANARY.upper().encode()]
    assert any(word in decrypted(vault.database, vault.data_key) for word in words)
    separate(vault, both[0], tmp_path / "hers", NEW)
    assert entries.count(vault, Filter(search=CANARY)) == 0
    assert CANARY not in str(journal.lines(vault, limit=10_000)).casefold()
    clear = decrypted(vault.database, vault.data_key)
    assert b"tranquille" in clear
    with vault.read() as db:
        doctors = [row[0] for row in db.execute("SELECT name FROM practitioner")]
    assert clear.lower().count(CANARY.encode()) == str(doctors).casefold().count(CANARY)


def test_accesses_end_and_their_shares_go(vault: Vault, both: tuple[str, str], tmp_path: Path) -> None:
    with separated(vault, both[0], tmp_path / "hers") as (done, new):
        assert done.grants_ended == 1
        (row,) = grants.grants(new)
        assert (row.gid, row.state) == (GID, "separated")
        assert not state.shares(new)
        assert "record-received" in [line.action for line in journal.lines(new)]
    assert GID not in state.shares(vault)
    actions = [(line.action, line.grant) for line in journal.lines(vault, limit=10_000)]
    assert actions[-2:] == [("separated", GID), ("record-separated", "")]


def test_an_interrupted_separation_goes_on(vault: Vault, both: tuple[str, str], tmp_path: Path) -> None:
    def stop(done: int, total: int) -> None:
        if (tmp_path / "hers").exists():
            raise KeyboardInterrupt

    before = exported(vault)
    with pytest.raises(KeyboardInterrupt):
        separate(vault, both[0], tmp_path / "hers", NEW, progress=stop)
    assert exported(vault) == before
    with pytest.raises(WrongPassphrase):
        separate(vault, both[0], tmp_path / "hers", "the wrong one")
    with separated(vault, both[0], tmp_path / "hers") as (done, new):
        assert entries.count(new, Filter()) == done.entries
    assert [one.id for one in people.people(vault)] == [both[1]]


def test_a_vault_that_differs_is_left_alone(vault: Vault, both: tuple[str, str], tmp_path: Path) -> None:
    def stop(done: int, total: int) -> None:
        if (tmp_path / "hers").exists():
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        separate(vault, both[0], tmp_path / "hers", NEW, progress=stop)
    path = write(
        tmp_path / "more.json", patient("z", born="2008-03-01"), condition("c9", subject="Patient/z")
    )
    import_file(vault, path, who=Who(person=both[0]))
    before = exported(vault)
    with pytest.raises(VaultExists):
        separate(vault, both[0], tmp_path / "hers", NEW)
    assert exported(vault) == before


def test_stopped_at_once_it_leaves_nothing(vault: Vault, both: tuple[str, str], tmp_path: Path) -> None:
    def stop(done: int, total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        separate(vault, both[0], tmp_path / "hers", NEW, progress=stop)
    assert not list(tmp_path.glob("*hers*"))


def test_refusals(vault: Vault, tmp_path: Path) -> None:
    one = people.add_person(vault, "Ben")
    with pytest.raises(OnlyPerson):
        separate(vault, one.id, tmp_path / "new", NEW)
    with pytest.raises(NoSuchPerson):
        separate(vault, "nobody", tmp_path / "new", NEW)
    people.add_person(vault, "Zoé")
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "file").touch()
    with pytest.raises(VaultExists):
        separate(vault, one.id, tmp_path / "full", NEW)
    with pytest.raises(VaultInUse):
        separate(vault, one.id, vault.folder, PASSPHRASE)


def test_every_table_is_decided_on(vault: Vault) -> None:
    with vault.read() as db:
        tables = {row[0] for row in db.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
        parts = {
            name
            for name in tables
            if name.startswith("sqlite_") or (name.startswith("entry_words_") and "entry_words" in tables)
        }
    assert tables - parts == belongings.MOVED.keys() | belongings.STAYING
    assert not belongings.MOVED.keys() & belongings.STAYING
