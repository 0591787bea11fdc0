"""What the program remembers between two runs: where the last vault is, the window's size, language and colours.

Nothing of the record: no title, no name, no search.
"""

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings


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
    def geometry(self) -> QByteArray:
        """Size and place of the window, as ``QWidget.saveGeometry`` gives it; empty the first time."""
        value = self._store.value("geometry")
        return value if isinstance(value, QByteArray) else QByteArray()

    @geometry.setter
    def geometry(self, geometry: QByteArray) -> None:
        self._store.setValue("geometry", geometry)
