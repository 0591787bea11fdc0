"""Killed at random moments while a record moves out, it is whole in the old vault or in both, never in neither."""

import multiprocessing
import random
import shutil
import time
from pathlib import Path

import pytest

from storage import entries, people, verify
from storage.entries import Filter
from storage.separation import separate
from storage.vault import Vault, open_vault
from tests.storage.conftest import PASSPHRASE
from tests.storage.families import family
from tests.storage.separating_until_killed import NEW, work

_KILLS = 8
_SEED = 20261122


def _titles(vault: Vault, person: str) -> list[str]:
    return sorted(one.title for one in entries.page(vault, Filter(person=person), limit=1000).entries)


def test_killed_while_separating(vault: Vault, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    zoe, ben = family(vault, tmp_path / "files")
    hers, his = _titles(vault, zoe), _titles(vault, ben)
    whole = vault.folder
    vault.close()
    processes = multiprocessing.get_context("forkserver")
    processes.set_forkserver_preload(["tests.storage.separating_until_killed"])
    chance = random.Random(_SEED)
    longest = 0.0
    left_in_both = 0
    for number in range(_KILLS + 1):
        # A vault and a state file of its own for each, where the first runs to its end and tells how long it takes.
        place = tmp_path / str(number)
        shutil.copytree(whole, place / "vault")
        target = place / "hers"
        monkeypatch.setenv("XDG_STATE_HOME", str(place / "state"))
        hear, tell = processes.Pipe()
        process = processes.Process(
            target=work, args=(place / "vault", zoe, target, str(place / "state"), tell)
        )
        process.start()
        tell.close()
        assert hear.recv() == "begun"
        begun = time.monotonic()
        if number == 0:
            assert hear.recv() == "done"
            longest = time.monotonic() - begun
        elif number % 2:
            hear.poll(chance.uniform(0, longest))
        else:  # just after the new vault came to its place
            while not (target / "keyslots.json").exists() and not hear.poll(0.001):
                pass
        process.kill()
        process.join()
        hear.close()
        with open_vault(place / "vault", PASSPHRASE) as old:
            assert not verify.verify(old)
            assert _titles(old, ben) == his
            if any(one.id == zoe for one in people.people(old)):
                assert _titles(old, zoe) == hers
                left_in_both += (target / "keyslots.json").exists()
                separate(old, zoe, target, NEW)  # goes on with what is there
            assert [one.id for one in people.people(old)] == [ben]
        with open_vault(target, NEW) as new:
            assert not verify.verify(new)
            assert _titles(new, zoe) == hers
            assert not new.notices
    assert left_in_both  # otherwise the moments were badly chosen
