"""The two files of a grant on the disk, under names that say nothing."""

import secrets
from contextlib import suppress
from pathlib import Path

from sharing.errors import PackageNotWritten
from storage import durable
from storage.errors import DiskFailed, DiskFull, ReadOnlyPlace

_LETTERS = "23456789abcdefghjkmnpqrstuvwxyz"


def write(folder: Path, html: bytes, envelope: bytes) -> tuple[Path, Path]:
    """Write ``NAME.html`` and ``NAME.phr`` into ``folder``, made if absent; on the disk when this returns.

    Raises :class:`PackageNotWritten`; nothing is left behind then.
    """
    written: list[Path] = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        name = _free_name(folder)
        for path, data in ((folder / f"{name}.html", html), (folder / f"{name}.phr", envelope)):
            written.append(path)
            durable.replace(path, data)
    except (OSError, DiskFull, ReadOnlyPlace, DiskFailed) as error:
        remove(written)
        raise PackageNotWritten from error
    return written[0], written[1]


def remove(paths: list[Path]) -> None:
    """Remove files that no grant stands behind."""
    for path in paths:
        with suppress(OSError):
            path.unlink()


def _free_name(folder: Path) -> str:
    while True:
        name = "dossier-" + "".join(secrets.choice(_LETTERS) for _ in range(4))
        if not any((folder / f"{name}{suffix}").exists() for suffix in (".html", ".phr")):
            return name
