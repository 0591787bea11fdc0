"""Words for people: the BIP39 lists, phrases drawn from them, and how a typed phrase is read.

A list has 2048 words, so a word is 11 bits. Words are shown composed (NFC) and accepted without accents.
"""

import re
import secrets
import unicodedata
from functools import cache
from importlib.resources import files
from typing import Literal

Language = Literal["fr", "en"]
LANGUAGES: tuple[Language, ...] = ("fr", "en")
BITS_PER_WORD = 11
TYPED_LIMIT = 1000
"""Characters of a typed phrase that are looked at, at most (docs/package-format.md, "Sizes and refusals")."""

_FILES = {"fr": "french.txt", "en": "english.txt"}


@cache
def words(language: Language) -> tuple[str, ...]:
    """The 2048 words of a language, in the order that gives them their number."""
    text = files("sharing").joinpath("wordlists", _FILES[language]).read_text("utf-8")
    return tuple(unicodedata.normalize("NFC", text).split())


@cache
def numbers(language: Language) -> dict[str, int]:
    """The number of each word of a language, by the word as :func:`fold` leaves it."""
    return {fold(word): number for number, word in enumerate(words(language))}


def fold(typed: str) -> str:
    """A phrase as it counts: no accents, no case, a-z and single spaces (docs/package-format.md, "Words")."""
    decomposed = unicodedata.normalize("NFKD", typed)
    bare = "".join(char for char in decomposed if unicodedata.category(char) != "Mn")
    return re.sub("[^a-z]+", " ", bare.lower()).strip()


def draw(count: int, language: Language) -> str:
    """A phrase of ``count`` words drawn uniformly, 11 bits each."""
    return " ".join(secrets.choice(words(language)) for _ in range(count))
