"""The catalogues are whole: every text of the interface has its French, and nothing stale is left in them."""

import ast
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest

from ui.catalogue import Catalogue, preferred_language, set_language

ROOT = Path(__file__).parents[2]
TRANSLATIONS = ROOT / "ui" / "translations"


@pytest.fixture(scope="module")
def collected(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The catalogues as they would be after collecting the texts of the sources once more."""
    folder = tmp_path_factory.mktemp("translations")
    for name in ("phr_fr.ts", "phr_en.ts"):
        shutil.copy(TRANSLATIONS / name, folder)
    script = ROOT / "packaging" / "update_translations.py"
    subprocess.run([sys.executable, script, folder], check=True, capture_output=True)
    return folder


@pytest.mark.parametrize("name", ["phr_fr.ts", "phr_en.ts"])
def test_each_text_of_the_sources_is_in_the_catalogue(collected: Path, name: str) -> None:
    assert (collected / name).read_text("utf-8") == (TRANSLATIONS / name).read_text("utf-8")


def test_lupdate_missed_no_text() -> None:
    """It passes over a call whose number is not a plain name, and over a text that is not a literal."""
    tree = ElementTree.parse(TRANSLATIONS / "phr_fr.ts")
    known = {message.findtext("source", "") for message in tree.iter("message")}
    missed = {text for path in (ROOT / "ui").rglob("*.py") for text in _texts_of(path) if text not in known}
    assert missed == set()


@pytest.mark.parametrize("name", ["phr_fr.ts", "phr_en.ts"])
def test_no_translation_is_unfinished(name: str) -> None:
    tree = ElementTree.parse(TRANSLATIONS / name)
    unfinished = [
        message.findtext("source")
        for message in tree.iter("message")
        if (translation := message.find("translation")) is None
        or translation.get("type")
        or not _forms(translation)
    ]
    assert unfinished == []


def test_placeholders_are_the_same_in_both_languages() -> None:
    tree = ElementTree.parse(TRANSLATIONS / "phr_fr.ts")
    for message in tree.iter("message"):
        source, translation = message.findtext("source", ""), message.find("translation")
        assert translation is not None
        for form in _forms(translation):
            assert _placeholders(form) == _placeholders(source), source


def test_french_is_set_as_french_is() -> None:
    """The apostrophe is curled; no line breaks before a colon, a semicolon, ! and ?, nor inside guillemets."""
    for message in ElementTree.parse(TRANSLATIONS / "phr_fr.ts").iter("message"):
        translation = message.find("translation")
        assert translation is not None
        for form in _forms(translation):
            assert not re.search(r"\w'\w| [:;!?»]|« |\u202f", form.replace("'phr[ocr]'", "")), form


def test_the_plural_follows_the_language() -> None:
    french, english = Catalogue.load("fr"), Catalogue.load("en")
    source = "%n item(s) kept private."
    assert [french.text("cli", source, n) for n in (0, 1, 2)] == [
        "0 élément gardé pour vous.",
        "1 élément gardé pour vous.",
        "2 éléments gardés pour vous.",
    ]
    assert [english.text("cli", source, n) for n in (0, 1, 2)] == [
        "0 items kept private.",
        "1 item kept private.",
        "2 items kept private.",
    ]


def test_a_text_without_translation_stays_as_it_is() -> None:
    assert Catalogue.load("fr").text("no such context", "Some text") == "Some text"
    assert Catalogue.load("fr").text("no such context", "%n texts", 3) == "3 texts"


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({"LANG": "fr_FR.UTF-8"}, "fr"),
        ({"LANG": "fr_FR.UTF-8", "LC_ALL": "en_GB.UTF-8"}, "en"),
        ({"LANG": "en_GB.UTF-8", "LC_MESSAGES": "fr_CH"}, "fr"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({"LC_ALL": "", "LANG": "fr"}, "fr"),
        ({}, "en"),
    ],
)
def test_the_environment_chooses_the_language(environment: dict[str, str], expected: str) -> None:
    assert preferred_language(environment) == expected


def test_another_language_is_refused() -> None:
    with pytest.raises(ValueError, match="de"):
        set_language("de")


def _texts_of(path: Path) -> Iterator[str]:
    """The literal texts that a source file hands to ``tr``, ``translate`` and ``QT_TRANSLATE_NOOP``."""
    for call in ast.walk(ast.parse(path.read_text("utf-8"))):
        if not isinstance(call, ast.Call):
            continue
        name = getattr(call.func, "attr", getattr(call.func, "id", ""))
        place = {"tr": 0, "translate": 1, "QT_TRANSLATE_NOOP": 1}.get(name)
        if place is None or len(call.args) <= place:
            continue
        text = call.args[place]
        if isinstance(text, ast.Constant) and isinstance(text.value, str):
            yield text.value


def _forms(translation: ElementTree.Element) -> list[str]:
    """The plural forms, or the one text; empty if any of them is."""
    forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
    return forms if all(forms) else []


def _placeholders(text: str) -> list[str]:
    return sorted(re.findall(r"\{\w*\}|%[n\d]", text))
