"""The full-text query of what is being typed."""

import re
import unicodedata

# What SQLite's unicode61 splits at, as far as Python's Unicode tables agree: anything but letters, digits and
# private characters. New Tai Lue vowels and two Vedic signs became letters after SQLite's tables were made.
_SEPARATORS = re.compile(r"[\W_\u19b0-\u19c0\u19c8\u19c9\u1cf2\u1cf3]+")
_LIGATURES = str.maketrans({"œ": "oe", "Œ": "OE", "æ": "ae", "Æ": "AE"})
_MOST_WORDS = 16


def query(typed: str) -> str:
    """An FTS5 expression: every word of ``typed`` begins a word of the entry. "" if nothing was typed to look for.

    Case and accents are folded by the index; œ and æ here and, for the index, by :func:`spelled_out`. Words are quoted,
    so nothing that is typed has a meaning to FTS5 (https://sqlite.org/fts5.html#full_text_query_syntax).
    """
    text = unicodedata.normalize("NFC", typed).translate(_LIGATURES)
    words = [word for word in _SEPARATORS.split(text) if word]
    return " ".join(f'"{word}"*' for word in words[:_MOST_WORDS])


def spelled_out(*texts: str) -> str:
    """What is added to the searched words of an entry so that its œ and æ are found as oe and ae."""
    return " ".join(text.translate(_LIGATURES) for text in texts if not text.isascii() and _ligature(text))


def _ligature(text: str) -> bool:
    return any(char in text for char in "œŒæÆ")
