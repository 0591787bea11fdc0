"""Writing what the patient asked to have outside the vault."""

import os
from collections.abc import Callable, Iterable
from pathlib import Path


def write_private(place: Path, data: bytes) -> None:
    """Write ``data`` to ``place``, readable by its owner alone. Raises OSError."""
    descriptor = os.open(place, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(data)


def write_private_stream(place: Path, pieces: Iterable[bytes], look: Callable[[], None]) -> None:
    """Write ``pieces`` to ``place``, readable by its owner alone, in whole or not at all.

    ``look`` is called between two of them; what it raises stops the writing. Raises OSError.
    """
    part = place.with_name(f"{place.name}.part")
    try:
        descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            for piece in pieces:
                look()
                file.write(piece)
        part.replace(place)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
