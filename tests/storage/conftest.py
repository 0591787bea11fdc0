"""Real vaults in temporary folders."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from storage.keyslots import LEAST_COST
from storage.vault import Vault, create

PASSPHRASE = "trois petits chats bleus"


@pytest.fixture
def vault_folder(tmp_path: Path) -> Path:
    """Where a vault may be made."""
    return tmp_path / "vault"


@pytest.fixture
def vault(vault_folder: Path) -> Iterator[Vault]:
    """A fresh vault, open, with the lowest cost that is allowed."""
    with create(vault_folder, PASSPHRASE, cost=LEAST_COST) as made:
        yield made
