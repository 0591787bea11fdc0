"""Writing what the patient asked to have outside the vault."""

import os
from pathlib import Path


def write_private(place: Path, data: bytes) -> None:
    """Write ``data`` to ``place``, readable by its owner alone. Raises OSError."""
    descriptor = os.open(place, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(data)
