"""What a reader could guess about what is held back, from what is shared.

:func:`findings` compares plain data: what leaves and what stays. Its rules are data (``rules/*.toml``), each with its
source, in French and English. They speak of privacy only: a sign "may let guess" a sensitive topic; nothing here says
what somebody has, and negation is not understood, because a letter that says "no sign of psychosis" betrays as well.
Nothing of a finding is written anywhere: it is for the eyes of the patient. docs/inference.md says what it misses.
"""

from phr.inference.clues import Clue, Finding, Sure, Why
from phr.inference.engine import findings

__all__ = ["Clue", "Finding", "Sure", "Why", "findings"]
