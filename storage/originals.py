"""The file that was taken in, as it still lies unencrypted where it was."""

from __future__ import annotations

import hashlib
import os
import stat
from typing import TYPE_CHECKING

from storage.errors import NotAFile, OriginalChanged

if TYPE_CHECKING:
    from pathlib import Path

_CHUNK = 1 << 20


def discard_original(path: Path, digest: bytes) -> None:
    """Delete a file if it still is the one that was taken in: ``digest`` is its report's.

    This is what a file manager does, not shredding: the disk, backups, snapshots and synchronised folders may keep
    the bytes, and so do other names of the same file. Raises :class:`OriginalChanged` when the bytes are others or
    it is no plain file (a link stays, and what it leads to), :class:`NotAFile` when it cannot be read or deleted.
    """
    try:
        # Looked at before it is opened: opening a pipe would wait for ever.
        if not stat.S_ISREG(path.lstat().st_mode):
            raise OriginalChanged
        with path.open("rb") as file:
            sha256 = hashlib.sha256()
            while chunk := file.read(_CHUNK):
                sha256.update(chunk)
            here = os.fstat(file.fileno())
        if sha256.digest() != digest or not os.path.samestat(here, path.lstat()):
            raise OriginalChanged
        path.unlink()
    except OSError as error:
        raise NotAFile from error
