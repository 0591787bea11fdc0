"""What is dropped on the window or pasted: files, folders of files, or a picture as mere data."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QDateTime, QIODevice, QLocale, QMimeData
from PySide6.QtGui import QImage

from ui.catalogue import translate

MOST_FILES = 1000
"""Taken from what is dropped at once; a folder may be a whole disk."""


def holds_something(data: QMimeData) -> bool:
    """Whether there is anything here that could come into the record."""
    return data.hasImage() or any(url.isLocalFile() for url in data.urls())


def paths(data: QMimeData) -> list[Path]:
    """The files and folders of this computer that ``data`` names."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


def picture(data: QMimeData) -> QImage | None:
    """The picture that ``data`` is, if it names no file of this computer."""
    image = data.imageData() if data.hasImage() and not paths(data) else None
    return image if isinstance(image, QImage) and not image.isNull() else None


def files_within(chosen: Sequence[Path]) -> tuple[list[Path], bool]:
    """The files among ``chosen`` and in the folders among them, and whether there are more than :data:`MOST_FILES`.

    Hidden files stay out, and links within a folder are not followed.
    """
    found: list[Path] = []
    for path in _files(chosen):
        if len(found) == MOST_FILES:
            return found, True
        found.append(path)
    return found, False


def _files(chosen: Sequence[Path]) -> Iterator[Path]:
    for path in chosen:
        if not path.is_dir():
            yield path
            continue
        for folder, folders, names in os.walk(path):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            for name in sorted(names):
                file = Path(folder, name)
                if not name.startswith(".") and not file.is_symlink():
                    yield file


def to_png(image: QImage) -> bytes:
    """A picture's points as PNG, in memory."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs want text for bytes
    return bytes(data.data())


def picture_name() -> str:
    """What a picture without a file is called: by the moment, down to the second."""
    moment = QLocale().toString(QDateTime.currentDateTime(), "yyyy-MM-dd HH.mm.ss")
    return translate("Dropped", "Pasted picture %1").replace("%1", moment) + ".png"
