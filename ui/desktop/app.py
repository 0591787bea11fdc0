"""``phr-desktop``: starts Qt, dresses it and opens the window."""

import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

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
    return Window(application, theme, speech, settings)


def main() -> None:
    """Run the desktop program: ``phr-desktop [VAULT]``."""
    application = QApplication(sys.argv)
    application.setApplicationName("Carnet")
    application.setDesktopFileName("phr")
    window = window_for(application, Settings())
    arguments = application.arguments()[1:]
    if arguments:
        window.unlock.ask(Path(arguments[0]), creating=False)
    window.show()
    sys.exit(application.exec())


if __name__ == "__main__":
    main()
