"""What all tests share: nothing of a test reaches the user's own state."""

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def _own_state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each test has a state file of its own."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
