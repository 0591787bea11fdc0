"""Real vaults in temporary folders."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

import pytest

from storage import grants, journal, state
from storage.grants import GrantRow
from storage.keyslots import LEAST_COST
from storage.vault import Vault, create

PASSPHRASE = "trois petits chats bleus"
SHARE = b"fifteen bytes !"


@pytest.fixture
def vault_folder(tmp_path: Path) -> Path:
    """Where a vault may be made."""
    return tmp_path / "vault"


@pytest.fixture
def vault(vault_folder: Path) -> Iterator[Vault]:
    """A fresh vault, open, with the lowest cost that is allowed."""
    with create(vault_folder, PASSPHRASE, cost=LEAST_COST) as made:
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
