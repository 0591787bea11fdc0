"""What the program remembers between two runs: where the last vault is, the window, how it looks, the last pages.

Nothing of the record: no title, no name, no search.
"""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

TEXT_SIZES = (100, 115, 130)
"""Sizes of the letters, in percent of the usual ones."""
LOCK_AFTER = (2, 5, 10, 30)
"""Minutes without a touch, after which the vault locks."""
_LOCK_AFTER = 10


class Settings:
    """The few remembered things, in one small file of the user's configuration folder."""

    def __init__(self) -> None:
        self._store = QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "phr", "desktop")

    def _text(self, key: str, default: str) -> str:
        value = self._store.value(key, default)
        return value if isinstance(value, str) else default

    @property
    def vault(self) -> Path | None:
        """The folder of the vault opened last."""
        text = self._text("vault", "")
        return Path(text) if text else None

    @vault.setter
    def vault(self, folder: Path) -> None:
        self._store.setValue("vault", str(folder))

    @property
    def language(self) -> str:
        """``fr``, ``en``, or "" for the system's."""
        text = self._text("language", "")
        return text if text in ("fr", "en") else ""

    @language.setter
    def language(self, language: str) -> None:
        self._store.setValue("language", language)

    @property
    def scheme(self) -> str:
        """``light``, ``dark`` or ``system``."""
        text = self._text("scheme", "system")
        return text if text in ("light", "dark") else "system"

    @scheme.setter
    def scheme(self, scheme: str) -> None:
        self._store.setValue("scheme", scheme)

    @property
    def places(self) -> list[tuple[str, str]]:
        """Of each person of the last vault, a key that says nothing without it, and the page: the last one last."""
        kept = self._store.value("places", [])
        lines = kept if isinstance(kept, list) else [kept]  # Qt gives a list of one as its one text
        pairs = (line.partition(" ") for line in lines if isinstance(line, str))
        return [(key, page) for key, _, page in pairs]

    @places.setter
    def places(self, places: Sequence[tuple[str, str]]) -> None:
        self._store.setValue("places", [f"{key} {page}" for key, page in places])

    def _number(self, key: str, allowed: tuple[int, ...], default: int) -> int:
        text = self._text(key, "")
        return int(text) if text.isdecimal() and int(text) in allowed else default

    @property
    def text_size(self) -> int:
        """One of :data:`TEXT_SIZES`."""
        return self._number("text-size", TEXT_SIZES, TEXT_SIZES[0])

    @text_size.setter
    def text_size(self, percent: int) -> None:
        self._store.setValue("text-size", str(percent))

    @property
    def lock_after(self) -> int:
        """One of :data:`LOCK_AFTER`, in minutes."""
        return self._number("lock-after", LOCK_AFTER, _LOCK_AFTER)

    @lock_after.setter
    def lock_after(self, minutes: int) -> None:
        self._store.setValue("lock-after", str(minutes))

    @property
    def simple(self) -> bool:
        """Whether only the four pages that everybody needs stand in the column."""
        return self._text("simple", "") == "yes"

    @simple.setter
    def simple(self, simple: bool) -> None:
        self._store.setValue("simple", "yes" if simple else "no")

    @property
    def leave_closed(self) -> bool:
        """Whether the results and letters of imported files stay closed."""
        return self._text("leave-closed", "") == "yes"

    @leave_closed.setter
    def leave_closed(self, closed: bool) -> None:
        self._store.setValue("leave-closed", "yes" if closed else "no")

    @property
    def geometry(self) -> QByteArray:
        """Size and place of the window, as ``QWidget.saveGeometry`` gives it; empty the first time."""
        value = self._store.value("geometry")
        return value if isinstance(value, QByteArray) else QByteArray()

    @geometry.setter
    def geometry(self, geometry: QByteArray) -> None:
        self._store.setValue("geometry", geometry)
