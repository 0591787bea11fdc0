"""What the guard looks at, and what it says."""

from dataclasses import dataclass
from enum import StrEnum

from phr.entry import Coding, Kind


class Sure(StrEnum):
    """How far a sign leads to a topic, surest first. None of it says that the guess would be right."""

    CLEAR = "clear"  # hardly used for anything else
    LIKELY = "likely"  # mostly
    POSSIBLE = "possible"  # one use among others


class Why(StrEnum):
    """What gives a topic away."""

    TREATMENT = "treatment"
    ANALYSIS = "analysis"
    PLACE = "place"  # who was seen, or where
    WORD = "word"
    COVERAGE = "coverage"
    SAME = "same"  # the name of what is held back
    DATES = "dates"  # a stay left blank, and what happened around it
    ABSENT = "absent"  # a report that lists more than is there


@dataclass(frozen=True, slots=True)
class Clue:
    """An entry as the guard sees it.

    For one that is shared, ``title``, ``author``, ``codes`` and ``text`` (everything else that can be read in it) are
    what leaves. ``lists`` are the ids of the entries that a report is made of; ``files`` says that a document comes
    along. For one that is held back, ``chosen`` says that the patient holds back this one or its topic, not merely
    that kind or period leave it out.
    """

    id: str
    kind: Kind
    title: str
    date: str | None = None
    codes: tuple[Coding, ...] = ()
    author: str = ""
    text: str = ""
    labels: frozenset[str] = frozenset()
    lists: tuple[str, ...] = ()
    files: bool = False
    chosen: bool = True


@dataclass(frozen=True, slots=True)
class Finding:
    """A topic that may be guessed.

    ``entries`` are the ids of the shared entries that let guess it, ``held_back`` of those that it is about: none
    when only the topic was left out. ``label`` is "" when what is held back has no topic. ``sign_fr`` and ``sign_en``
    name the sign in words, "" where ``why`` says all. ``chosen`` says that the patient chose to hold that back.
    """

    label: str
    why: Why
    sure: Sure
    entries: tuple[str, ...]
    held_back: tuple[str, ...]
    sign_fr: str = ""
    sign_en: str = ""
    chosen: bool = True
