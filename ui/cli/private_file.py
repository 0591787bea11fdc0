"""Files that a verb writes for their owner alone."""

import os
from collections.abc import Iterable
from errno import EISDIR, ENOENT
from pathlib import Path


def check_place(file: Path) -> None:
    """See that a file can stand there, before the history says that it was made.

    Raises FileNotFoundError where its folder is missing, IsADirectoryError where a folder has its name.
    """
    if not file.parent.is_dir():
        raise FileNotFoundError(ENOENT, "", str(file.parent))
    if file.is_dir():
        raise IsADirectoryError(EISDIR, "", str(file))


def write_privately(file: Path, pieces: Iterable[bytes]) -> None:
    """Write a file that its owner alone may read, whole or not at all. Raises OSError."""
    check_place(file)
    part = file.with_name(f".{file.name}.part")
    part.unlink(missing_ok=True)
    try:
        with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as stream:
            stream.writelines(pieces)
            stream.flush()
            os.fsync(stream.fileno())
        part.replace(file)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
