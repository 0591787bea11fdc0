"""Real vaults in temporary folders."""

import shutil
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

from storage import clock as clocks
from storage import folder, grants, journal, state
from storage.grants import GrantRow
from storage.keyslots import LEAST_COST, KeySlots
from storage.vault import Vault, create
from storage.wiping import own_copy

PASSPHRASE = "trois petits chats bleus"
SHARE = b"fifteen bytes !"


@pytest.fixture
def vault_folder(tmp_path: Path) -> Path:
    """Where a vault may be made."""
    return tmp_path / "vault"


@dataclass(frozen=True)
class Fresh:
    """A vault as it was made, closed: its folder, what was kept outside it, and what opens it without Argon2."""

    folder: Path
    state: Path
    slots: KeySlots
    data_key: bytes


@pytest.fixture(scope="session")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Fresh:
    """Made once, with the lowest cost that is allowed: most tests would spend their time on that."""
    place = tmp_path_factory.mktemp("fresh")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_STATE_HOME", str(place / "state"))
        with create(place / "vault", PASSPHRASE, cost=LEAST_COST) as made:
            return Fresh(made.folder, state.path(), made.slots, own_copy(made.data_key))


@pytest.fixture
def vault(vault_folder: Path, fresh: Fresh) -> Iterator[Vault]:
    """A fresh vault, open."""
    shutil.copytree(fresh.folder, vault_folder)
    state.path().parent.mkdir(parents=True)
    shutil.copy(fresh.state, state.path())
    with Vault(
        vault_folder, fresh.data_key, fresh.slots, folder.lock(vault_folder), clocks.system_now
    ) as made:
        state.set_place(made)
        yield made


class Clock:
    """A computer's clock that a test sets."""

    def __init__(self) -> None:
        self.time = datetime(2026, 3, 1, 8, 30, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.time


@pytest.fixture
def clock() -> Clock:
    """A clock at 1 March 2026, 08:30 UTC."""
    return Clock()


def add_grant(vault: Vault, gid: str = "a" * 32) -> GrantRow:
    """A running access, whose share is kept."""
    row = GrantRow(
        gid=gid,
        practitioner="d",
        person="p",
        scope="{}",
        entries="[]",
        mode="code",
        until="2027-01-01T00:00:00Z",
        releases=1,
        made_at="2026-03-01T08:30:00Z",
        challenge_key=b"k" * 32,
        digest=b"h" * 32,
    )
    state.put_share(vault, gid, SHARE)
    with vault.write() as db:
        db.execute("INSERT OR IGNORE INTO person(id, name) VALUES ('p', 'Somebody')")
        db.execute("INSERT OR IGNORE INTO practitioner(id, name) VALUES ('d', 'Dr')")
        grants.insert(db, row)
        journal.append(db, "grant", grant=gid)
    return row


def in_another_thread(work: Callable[[], object]) -> None:
    """Do ``work`` to its end in another thread; what it raises is raised here."""
    with ThreadPoolExecutor(1) as pool:
        pool.submit(work).result()
