"""The full-text query of what is being typed, and where a text has it."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from storage.connection import Connection

# What SQLite's unicode61 splits at, as far as Python's Unicode tables agree: anything but letters, digits and
# private characters. New Tai Lue vowels and two Vedic signs became letters after SQLite's tables were made.
_SEPARATORS = re.compile(r"[\W_\u19b0-\u19c0\u19c8\u19c9\u1cf2\u1cf3]+")
_WORD = re.compile(r"(?:(?![\u19b0-\u19c0\u19c8\u19c9\u1cf2\u1cf3])[^\W_])+")
_LIGATURES = str.maketrans({"œ": "oe", "Œ": "OE", "æ": "ae", "Æ": "AE"})
_MOST_WORDS = 16
_LAST_FOLDED = "\u017f"  # the end of Latin Extended-A
# The index holds beginnings up to this length ("prefix" in schema.sql).
_INDEXED = 3
_MOST_TERMS = 64
# The terms from ?1 on and before ?2. Each is sought by itself, so that how often it occurs costs nothing.
_TERMS = """
    WITH RECURSIVE found(term) AS (
        SELECT * FROM (SELECT term FROM entry_term WHERE term >= ?1 LIMIT 1)
        UNION ALL
        SELECT (SELECT term FROM entry_term WHERE term >= found.term || char(1) LIMIT 1) FROM found
        WHERE found.term < ?2 LIMIT ?3
    )
    SELECT term FROM found WHERE term < ?2
"""


def query(db: Connection, typed: str) -> str:
    """An FTS5 expression: every word of ``typed`` begins a word of the entry. "" if nothing was typed to look for.

    Case and accents are folded by the index; œ and æ here and, for the index, by :func:`spelled_out`. Words are quoted,
    so nothing that is typed has a meaning to FTS5 (https://sqlite.org/fts5.html#full_text_query_syntax).
    """
    return " AND ".join(_beginning(db, word) for word in _words(typed))


def _words(typed: str) -> list[str]:
    text = unicodedata.normalize("NFC", typed).translate(_LIGATURES)
    return [word for word in _SEPARATORS.split(text) if word][:_MOST_WORDS]


def found_in(text: str, typed: str) -> list[tuple[int, int]]:
    """Where words of ``text`` begin as a word of ``typed`` does: (first, end) pairs, in order.

    As :func:`query` finds them, but for texts whose accents are characters of their own, which are not looked into.
    """
    sought = [_without_accents(word) for word in _words(typed)]
    spots = []
    for match in _WORD.finditer(text):
        ends = [end for word in sought if (end := _end(match.group(), word))]
        if ends:
            spots.append((match.start(), match.start() + max(ends)))
    return spots


def _end(word: str, beginning: str) -> int:
    """How many letters of ``word`` make up ``beginning``; 0 if it begins otherwise."""
    read = ""
    for number, letter in enumerate(word, 1):
        read += _without_accents(letter.translate(_LIGATURES))
        if read.startswith(beginning):
            return number
        if not beginning.startswith(read):
            return 0
    return 0


def _without_accents(text: str) -> str:
    letters = unicodedata.normalize("NFD", text)
    return "".join(letter for letter in letters if not unicodedata.combining(letter)).lower()


def _beginning(db: Connection, word: str) -> str:
    """What finds the words that begin with ``word``: ``"car"*``, or ``("cardiaque" OR "cardiologue")``.

    FTS5 merges all that a longer beginning finds before it gives the first row; whole words it reads only as far as
    they are asked for, from the newest on.
    """
    start = folded(word)
    if len(start) > _INDEXED:
        end = start[:-1] + chr(ord(start[-1]) + 1)
        terms = [row[0] for row in db.execute(_TERMS, (start, end, _MOST_TERMS + 1))]
        if 0 < len(terms) <= _MOST_TERMS and all(term.isascii() for term in terms):
            return "(" + " OR ".join(f'"{term}"' for term in terms) + ")"
    return f'"{word}"*'


def folded(word: str) -> str:
    """A word as the index has it, in ASCII; "" for one with other letters, which unicode61 folds by its own tables."""
    if max(word) > _LAST_FOLDED:
        return ""
    start = _without_accents(word)
    return start if start.isascii() else ""


def spelled_out(*texts: str) -> str:
    """What is added to the searched words of an entry so that its œ and æ are found as oe and ae."""
    return " ".join(text.translate(_LIGATURES) for text in texts if not text.isascii() and _ligature(text))


def _ligature(text: str) -> bool:
    return any(char in text for char in "œŒæÆ")
