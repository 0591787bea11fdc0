"""Secrets leave the clipboard by themselves."""

from PySide6.QtCore import QMimeData, QObject, QTimer
from PySide6.QtGui import QGuiApplication

CLEAR_AFTER = 30_000
"""Milliseconds that a secret stays."""


class SecretClipboard(QObject):
    """Copies a code for half a minute, then clears the clipboard if it still holds that code."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._secret = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.clear)

    def copy(self, secret: str) -> None:
        """Put ``secret`` in the clipboard, marked so that clipboard managers that respect the mark keep none."""
        data = QMimeData()
        data.setText(secret)
        data.setData("x-kde-passwordManagerHint", b"secret")
        data.setData("ExcludeClipboardContentFromMonitorProcessing", b"1")
        QGuiApplication.clipboard().setMimeData(data)
        self._secret = secret
        self._timer.start(CLEAR_AFTER)

    def clear(self) -> None:
        """Take the secret back now."""
        self._timer.stop()
        clipboard = QGuiApplication.clipboard()
        if self._secret and clipboard.text() == self._secret:
            clipboard.clear()
        self._secret = ""
