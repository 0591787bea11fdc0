"""The words of the interface, in English and French, for the command line and the desktop alike.

English is the source text. ``ui/translations/phr_fr.ts`` holds the French, ``phr_en.ts`` the plural forms
of English. Both are Qt's own format, kept up to date by ``packaging/update_translations.py`` and read here as
they are: nothing is compiled. :func:`translate` takes literal texts only: ``lupdate`` finds no others.
"""

import os
from collections.abc import Mapping
from datetime import datetime
from functools import cache
from importlib.resources import files
from typing import Final, Literal
from xml.etree import ElementTree

Language = Literal["fr", "en"]
LANGUAGES: Final[tuple[Language, ...]] = ("fr", "en")


class Catalogue:
    """The texts of one language, by context, source text and the translator's comment."""

    def __init__(self, language: str, forms: Mapping[tuple[str, str, str], tuple[str, ...]]) -> None:
        self.language = language
        self._forms = forms

    @classmethod
    @cache
    def load(cls, language: str) -> "Catalogue":
        """The catalogue of ``fr`` or ``en``, read once. Raises ValueError for any other language."""
        if language not in LANGUAGES:
            raise ValueError(language)
        forms: dict[tuple[str, str, str], tuple[str, ...]] = {}
        data = files("ui").joinpath("translations", f"phr_{language}.ts").read_bytes()
        for context in ElementTree.fromstring(data).iter("context"):  # noqa: S314 -- our own file
            name = context.findtext("name", "")
            for message in context.iter("message"):
                translation = message.find("translation")
                if translation is None:
                    continue
                plural = tuple(form.text or "" for form in translation.iter("numerusform"))
                key = (name, message.findtext("source", ""), message.findtext("comment", ""))
                forms[key] = plural or (translation.text or "",)
        return cls(language, forms)

    def text(self, context: str, source: str, n: int | None = None, comment: str = "") -> str:
        """The text of ``source`` in this language, or ``source`` itself where there is none.

        ``n`` chooses the plural form and stands where the text says ``%n``.
        """
        forms = self._forms.get((context, source, comment), ())
        if n is None:
            return forms[0] if forms and forms[0] else source
        # Unicode CLDR: French takes the singular for 0 and 1, English for 1 only.
        singular = n in (0, 1) if self.language == "fr" else n == 1
        form = forms[0 if singular else -1] if forms else ""
        return (form or source).replace("%n", str(n))


_language: Language = "en"


def set_language(language: str) -> None:
    """Show ``fr`` or ``en`` from now on, in the whole program. Raises ValueError for any other language."""
    global _language  # noqa: PLW0603 -- a program speaks one language at a time
    if language == "fr":
        _language = "fr"
    elif language == "en":
        _language = "en"
    else:
        raise ValueError(language)


def language() -> Language:
    """The language shown."""
    return _language


def preferred_language(environment: Mapping[str, str] = os.environ) -> str:
    """What the environment asks for, by POSIX's order of locale variables (XBD 8.2): ``fr``, else ``en``."""
    locale = next(
        (environment[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environment.get(name)), ""
    )
    return "fr" if locale.lower().startswith("fr") else "en"


def day(moment: datetime) -> str:
    """A day on this computer's calendar, as it is written in the language shown."""
    return f"{moment.astimezone():%d/%m/%Y}" if _language == "fr" else f"{moment.astimezone():%Y-%m-%d}"


def translate(context: str, source: str, comment: str = "", n: int | None = None) -> str:
    """``source`` in the language shown, with ``n`` (a plain name, or ``lupdate`` passes over it) for ``%n``."""
    return Catalogue.load(_language).text(context, source, n, comment)


def QT_TRANSLATE_NOOP(context: str, source: str) -> str:  # noqa: ARG001, N802 -- the name that lupdate looks for
    """Marks a literal that is translated later, when it is shown."""
    return source
