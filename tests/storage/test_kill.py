"""Killed at random moments during import and curation, a vault holds the whole of each operation or none of it."""

import multiprocessing
import random
import time
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path

from storage import people, verify
from storage.keyslots import LEAST_COST
from storage.vault import Vault, create, open_vault
from tests.storage import killed
from tests.storage.conftest import PASSPHRASE

_KILLS = 100
_SEED = 20261121
# Seconds that a process may work before it is killed: about as long as its longest operation takes.
_LONGEST = 0.25


def test_killed_a_hundred_times(tmp_path: Path) -> None:
    folder, files = tmp_path / "vault", tmp_path / "files"
    files.mkdir()
    with create(folder, PASSPHRASE, cost=LEAST_COST) as vault:
        people.add_person(vault, killed.OWNER, "1980-02-01")
        before = killed.digest(killed.state_of(vault))
    processes = multiprocessing.get_context("forkserver")
    processes.set_forkserver_preload(["tests.storage.killed"])
    chance = random.Random(_SEED)
    cut_short = 0
    for number in range(_KILLS):
        hear, tell = processes.Pipe(duplex=False)
        process = processes.Process(target=killed.work, args=(folder, files, number, tell))
        process.start()
        tell.close()
        finished, begun = _hear(hear, before, chance.uniform(0, _LONGEST), process.kill)
        process.join()
        hear.close()
        assert process.exitcode == -9
        with open_vault(folder, PASSPHRASE) as vault:
            now = killed.digest(killed.state_of(vault))
            assert now in {finished, begun}
            assert not verify.verify(vault)
            assert not vault.notices
            _check_whole(vault)
        cut_short += finished != begun
        before = now
    # Otherwise the moments were badly chosen, and nothing was shown.
    assert cut_short > _KILLS // 2


def _hear(hear: Connection, state: str, seconds: float, kill: Callable[[], None]) -> tuple[str, str]:
    """Listen from the first operation on for ``seconds``, then kill: the last state finished and the last begun."""
    finished = begun = state
    killed_yet = False
    end = None
    try:
        while True:
            if end is not None and not killed_yet and time.monotonic() >= end:
                kill()
                killed_yet = True
            if not hear.poll(None if killed_yet or end is None else max(0, end - time.monotonic())):
                continue
            heard = hear.recv()
            end = end or time.monotonic() + seconds
            finished, begun = (begun, begun) if heard == "done" else (finished, heard)
    except (EOFError, ConnectionResetError):
        return finished, begun


def _check_whole(vault: Vault) -> None:
    """Every entry has its resource and its words, and nothing is left of what was deleted."""
    with vault.write() as db:
        assert (
            db.execute("SELECT count(*) FROM entry").fetchone()
            == db.execute("SELECT count(*) FROM resource WHERE entry IS NOT NULL").fetchone()
        )
        db.execute("INSERT INTO entry_words (entry_words, rank) VALUES ('integrity-check', 1)")
