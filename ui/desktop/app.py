"""``phr-desktop``: starts Qt, dresses it and opens the window."""

import sys
from functools import partial
from pathlib import Path
from types import TracebackType

from PySide6.QtWidgets import QApplication

from storage.errors import VaultBusy
from ui.desktop import screen_capture
from ui.desktop.focus_ring import FocusRing
from ui.desktop.settings import Settings
from ui.desktop.theme import Theme
from ui.desktop.translation import Language, system_language
from ui.desktop.window import Window


def window_for(application: QApplication, settings: Settings) -> Window:
    """The window, in the language and colours remembered or the system's."""
    speech = Language(application)
    speech.speak(settings.language or system_language())
    theme = Theme(application)
    theme.choose(settings.scheme)
    window = Window(application, theme, speech, settings)
    FocusRing(window)
    return window


def _failed(
    window: Window, kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    """Our own failure: the traceback for us, a sentence for the person. A vault that others write to is none."""
    if isinstance(error, VaultBusy):
        window.say_busy(error)
        return
    sys.__excepthook__(kind, error, trace)
    window.say_failure()


def main() -> None:
    """Run the desktop program: ``phr-desktop [VAULT]``."""
    application = QApplication(sys.argv)
    application.setApplicationName("Carnet")
    application.setDesktopFileName("phr")
    window = window_for(application, Settings())
    arguments = application.arguments()[1:]
    if arguments:
        window.unlock.ask(Path(arguments[0]), creating=False)
    sys.excepthook = partial(_failed, window)
    window.show()
    screen_capture.exclude(int(window.winId()))
    window.session.listen(int(window.winId()))
    sys.exit(application.exec())


if __name__ == "__main__":
    main()
