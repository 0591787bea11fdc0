"""The language of the window: Qt's translator over the catalogue that the command line reads too."""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from ui.catalogue import Catalogue, set_language


class CatalogueTranslator(QTranslator):
    """Answers Qt from a :class:`ui.catalogue.Catalogue`."""

    def __init__(self, catalogue: Catalogue, parent: QCoreApplication) -> None:
        super().__init__(parent)
        self._catalogue = catalogue

    def isEmpty(self) -> bool:
        """Never: Qt ignores an empty translator."""
        return False

    def translate(
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:
        """The text in the catalogue's language, or None so that Qt asks the next translator."""
        text = self._catalogue.text(context, source, None if n < 0 else n, disambiguation or "")
        return text if text != source else None


class Language:
    """Speaks ``fr`` or ``en``, and changes at once: every widget hears ``LanguageChange`` and says itself again."""

    def __init__(self, application: QApplication) -> None:
        self._application = application
        self._installed: list[QTranslator] = []

    def speak(self, language: str) -> None:
        """Show ``fr`` or ``en`` from now on, dates and Qt's own words included."""
        for translator in self._installed:
            self._application.removeTranslator(translator)
        set_language(language)
        QLocale.setDefault(QLocale(QLocale.Language.French if language == "fr" else QLocale.Language.English))
        own = QTranslator(self._application)
        own.load(f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
        self._installed = [own, CatalogueTranslator(Catalogue.load(language), self._application)]
        for translator in self._installed:
            self._application.installTranslator(translator)


def system_language() -> str:
    """English where the system speaks it, French everywhere else."""
    return "en" if QLocale.system().language() == QLocale.Language.English else "fr"
