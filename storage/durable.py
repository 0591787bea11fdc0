"""Small files that are either the old or the new one after a crash, and files that are really on the disk."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from storage.errors import DiskFailed, DiskFull, ReadOnlyPlace

_FULL = {errno.ENOSPC, errno.EDQUOT}
_READ_ONLY = {errno.EROFS, errno.EACCES, errno.EPERM}


@contextmanager
def writing() -> Iterator[None]:
    """Turn an ``OSError`` of the block into :class:`DiskFull`, :class:`ReadOnlyPlace` or :class:`DiskFailed`."""
    try:
        yield
    except OSError as error:
        if error.errno in _FULL:
            raise DiskFull from error
        if error.errno in _READ_ONLY:
            raise ReadOnlyPlace from error
        raise DiskFailed from error


def replace(path: Path, data: bytes) -> None:
    """Write ``data`` to ``path``, readable by its owner only, by one rename; on the disk when this returns."""
    temporary = path.with_name(path.name + ".new")
    with writing():
        with suppress(FileNotFoundError):
            temporary.unlink()
        descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.replace(temporary, path)  # noqa: PTH105 - beside the fsync calls it belongs to
        sync_folder(path.parent)


def sync_file(path: Path) -> None:
    """Have the bytes of ``path`` on the disk."""
    with writing(), path.open("rb+") as file:
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Have the names in ``folder`` on the disk, where the platform can (Windows keeps them by itself)."""
    if os.name == "nt":
        return
    with writing():
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
