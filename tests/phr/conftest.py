"""Real-world samples, which stand beside the repository and are not part of it."""

from collections.abc import Callable
from pathlib import Path

import pytest

_DATA = Path(__file__).parents[2].parent / "shared" / "data"


@pytest.fixture
def samples() -> Callable[..., list[Path]]:
    """Finds sample files by pattern; the test is skipped where there are none."""

    def find(*patterns: str) -> list[Path]:
        found = sorted(path for pattern in patterns for path in _DATA.glob(pattern))
        if not found:
            pytest.skip(f"no samples in {_DATA}")
        return found

    return find
