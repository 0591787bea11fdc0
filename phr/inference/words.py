"""Texts as words that compare: without case, accents, ligatures and punctuation."""

import re
import unicodedata

_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "’": "'"})
_WORD = re.compile(r"[^\W_]+")
# "ALD 23", "ALD n° 23", "A.L.D. no 23" are one word: the number of a French long-term coverage.
_ALD = re.compile(r"\ba\.?l\.?d\.?\s*-?\s*(?:n\s*[°ºo]?\.?\s*|numero\s*)?(\d{1,2})\b")


def words(text: str) -> list[str]:
    """The words of a text, in their order."""
    lower = unicodedata.normalize("NFD", text.lower().translate(_LIGATURES))
    if not lower.isascii():
        lower = "".join(char for char in lower if not unicodedata.combining(char))
    return _WORD.findall(_ALD.sub(r"ald\1", lower) if "ald" in lower or "a.l.d" in lower else lower)
