"""The program as it is started, with real keys and clicks on a real display: unlocked by typing, locked again."""

from pathlib import Path

import pytest

from phr.entry import Kind
from storage import entries
from storage.errors import VaultInUse
from storage.keyslots import LEAST_COST
from storage.people import add_person
from storage.vault import create, open_vault
from tests.ui.conftest import PASSPHRASE
from tests.ui.real_display import MISSING, Hands, display, program, until

pytestmark = pytest.mark.skipif(bool(MISSING), reason=f"not installed: {', '.join(MISSING)}")


def can_open(folder: Path) -> bool:
    """Whether no other process holds the vault."""
    try:
        open_vault(folder, PASSPHRASE).close()
    except VaultInUse:
        return False
    return True


def test_unlocked_and_locked_with_real_keys(tmp_path: Path) -> None:
    folder = tmp_path / "coffre"
    with create(folder, PASSPHRASE, cost=LEAST_COST) as vault:
        person = add_person(vault, "Odile Mercier").id
        entries.add_own(vault, person, Kind.NOTE, "Vertiges", date="2026-03-02")
    with display() as name, program(folder, tmp_path / "home", {"DISPLAY": name}):
        hands = Hands(name)
        window = hands.window()
        hands.type(PASSPHRASE)
        hands.key("Return")
        until(lambda: not can_open(folder))
        hands.click(window, 90, 200)  # a page in the column
        hands.key("ctrl+l")
        until(lambda: can_open(folder))
