"""The vault locks with the session: D-Bus on a bus of the test's own, Windows' messages as they lie in memory."""

import ctypes
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from ctypes import wintypes

import pytest

from storage.vault import Vault
from ui.desktop.session_lock import SCREEN_SAVERS, SessionMessages
from ui.desktop.window import Window

if not sys.platform.startswith("linux"):
    pytest.skip("D-Bus is Linux's", allow_module_level=True)

from PySide6.QtDBus import QDBusConnection, QDBusMessage
from PySide6.QtTest import QSignalSpy

_LOGIND = "org.freedesktop.login1"


Wait = Callable[[Callable[[], bool]], None]


@pytest.fixture
def desktop() -> Iterator[QDBusConnection]:
    """A bus of its own, and the connection of what speaks there as the desktop and as logind."""
    daemon = shutil.which("dbus-daemon")
    if daemon is None:
        pytest.skip("dbus-daemon is not installed")
    command = [daemon, "--session", "--nofork", "--nopidfile", "--print-address=1"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as bus:
        assert bus.stdout is not None
        address = bus.stdout.readline().strip()
        QDBusConnection.connectToBus(address, "carnet")
        speaker = QDBusConnection.connectToBus(address, "desktop")
        for name in (_LOGIND, *SCREEN_SAVERS):
            assert speaker.registerService(name)
        yield speaker
        for name in ("carnet", "desktop"):
            QDBusConnection.disconnectFromBus(name)
        bus.terminate()


@pytest.fixture
def opened(window: Window, vault: Vault, desktop: QDBusConnection) -> Window:
    """The window with an open vault, listening on that bus."""
    assert desktop.isConnected()
    bus = QDBusConnection("carnet")
    window.session.listen_to(bus, bus)
    window.open_vault(vault)
    return window


@pytest.mark.parametrize(
    ("interface", "signal"),
    [(f"{_LOGIND}.Manager", "PrepareForSleep"), *((name, "ActiveChanged") for name in SCREEN_SAVERS)],
)
def test_the_vault_locks_for_sleep_and_screen_saver(
    opened: Window, desktop: QDBusConnection, wait_for: Wait, interface: str, signal: str
) -> None:
    message = QDBusMessage.createSignal("/" + interface.replace(".", "/"), interface, signal)
    message.setArguments([False])  # it is over
    desktop.send(message)
    message.setArguments([True])
    heard = QSignalSpy(opened.session.locked)
    desktop.send(message)
    wait_for(lambda: opened.vault is None)
    assert heard.count() == 1


def test_the_vault_locks_with_the_session(opened: Window, desktop: QDBusConnection, wait_for: Wait) -> None:
    path = "/org/freedesktop/login1/session/_32"
    desktop.send(QDBusMessage.createSignal(path, f"{_LOGIND}.Session", "Lock"))
    wait_for(lambda: opened.vault is None)


@pytest.mark.parametrize(
    ("message", "what", "locks"),
    [
        (0x02B1, 0x7, True),
        (0x0218, 0x4, True),
        (0x02B1, 0x8, False),
        (0x0218, 0x12, False),
        (0x0100, 0x7, False),
    ],
)
def test_windows_messages(window: Window, vault: Vault, message: int, what: int, locks: bool) -> None:
    window.open_vault(vault)
    said = wintypes.MSG()
    said.message, said.wParam = message, what
    heard = SessionMessages(window.session).nativeEventFilter(b"windows_generic_MSG", ctypes.addressof(said))
    assert heard == (False, 0)
    assert (window.vault is None) is locks
