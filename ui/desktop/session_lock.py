"""Hears from the system that the session is being locked, or that the computer goes to sleep.

Linux: signals of D-Bus, logind's ``Lock`` and ``PrepareForSleep`` (org.freedesktop.login1(5)) and the desktop's screen
saver's ``ActiveChanged``. Windows: WM_WTSSESSION_CHANGE and WM_POWERBROADCAST. macOS tells only those who speak its own
notifications, which this program does not: there the lock after a while of rest has to do.
"""

import sys
from ctypes import wintypes
from typing import Any

from PySide6.QtCore import (
    SLOT,
    QAbstractNativeEventFilter,
    QByteArray,
    QCoreApplication,
    QObject,
    Signal,
    Slot,
)

if sys.platform.startswith("linux"):
    from PySide6.QtDBus import QDBusConnection

_LOGIND = "org.freedesktop.login1"
SCREEN_SAVERS = (
    "org.freedesktop.ScreenSaver",
    "org.gnome.ScreenSaver",
    "org.cinnamon.ScreenSaver",
    "org.mate.ScreenSaver",
)

# https://learn.microsoft.com/windows/win32/termserv/wm-wtssession-change, .../power/wm-powerbroadcast
_WM_WTSSESSION_CHANGE, _WTS_SESSION_LOCK = 0x02B1, 0x7
_WM_POWERBROADCAST, _PBT_APMSUSPEND = 0x0218, 0x4


class SessionLock(QObject):
    """Emits :attr:`locked` when nobody is to see the screen any more."""

    locked = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._filter: SessionMessages | None = None

    def listen(self, window: int) -> None:
        """Hear this computer's own session; ``window`` is the system's number of our window (Windows needs one)."""
        if sys.platform.startswith("linux"):
            self.listen_to(QDBusConnection.sessionBus(), QDBusConnection.systemBus())
        elif sys.platform == "win32":
            import ctypes

            ctypes.windll.wtsapi32.WTSRegisterSessionNotification(wintypes.HWND(window), 0)
            self._filter = SessionMessages(self)
            application = QCoreApplication.instance()
            if application is not None:
                application.installNativeEventFilter(self._filter)

    def listen_to(self, session: "QDBusConnection", system: "QDBusConnection") -> None:
        """Hear these two buses; one that is not there says nothing."""
        # PySide6 takes the text of SLOT() here, not the bytes that its stubs ask for.
        lock: Any = SLOT("on_lock()")
        active: Any = SLOT("on_active(bool)")
        # Any session's lock: another one's locks this vault too, which does no harm.
        system.connect(_LOGIND, "", f"{_LOGIND}.Session", "Lock", self, lock)
        system.connect(_LOGIND, "", f"{_LOGIND}.Manager", "PrepareForSleep", self, active)
        for name in SCREEN_SAVERS:
            session.connect(name, "", name, "ActiveChanged", self, active)

    @Slot()
    def on_lock(self) -> None:
        """The session is locked."""
        self.locked.emit()

    @Slot(bool)
    def on_active(self, active: bool) -> None:
        """Sleep or the screen saver begins, or is over."""
        if active:
            self.locked.emit()


class SessionMessages(QAbstractNativeEventFilter):
    """Windows' messages about the session and its sleep."""

    def __init__(self, session: SessionLock) -> None:
        super().__init__()
        self._session = session

    def nativeEventFilter(self, kind: QByteArray | bytes | bytearray | memoryview, message: Any) -> object:
        """Look at one message; it goes on to whom it is for."""
        if QByteArray(kind) == b"windows_generic_MSG":
            said = wintypes.MSG.from_address(int(message))
            if (said.message, said.wParam) in (
                (_WM_WTSSESSION_CHANGE, _WTS_SESSION_LOCK),
                (_WM_POWERBROADCAST, _PBT_APMSUSPEND),
            ):
                self._session.locked.emit()
        return False, 0
