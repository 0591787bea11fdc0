"""The rules, read from ``rules/*.toml``, and which signs an entry shows.

A sign is a code (``atc:N05AN``, ``icd10:F31``: that code and all below it; ``loinc:14334-7``: that one) or words
(``lithium``; ``psychiatr*``: how a word begins; ``viral load``: words in a row).
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Final

from phr.inference.clues import Sure, Why
from phr.inference.words import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from phr.entry import Coding
    from phr.inference.clues import Clue

    Signs = Mapping[str, Sequence[int]]

# How a code system is named in FHIR, by an OID, or by a national server: a part of its URI that tells it.
_SYSTEMS: Final = {
    "atc": ("atc", "2.16.840.1.113883.6.73"),
    "loinc": ("loinc", "2.16.840.1.113883.6.1"),
    "icd10": ("icd-10", "cim-10", "cim10", "2.16.840.1.113883.6.3", "2.16.840.1.113883.6.90"),
}
_EXACT = "loinc"
# R4's codes are far shorter, and what is longer comes from a hostile file.
_LONGEST_CODE = 12
_NOWHERE = -1
# Words apart: "pile au lithium" is one thing, a vaccine at the end of a letter about hepatitis another.
_NEAR = 8
# Letters that tell at once that no sign begins with a word. No sign ends in "*" before them.
_HEAD = 3
_FIELDS = ("signs", "unless", "beside", "explained")


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """One kind of sign of a topic. ``fr`` and ``en`` name it.

    ``signs``: any of them. ``unless``: none of these near it in the same entry. ``beside``, if it says
    anything: one of these anywhere in what is shared. ``explained``: none of these anywhere, since a reader takes that
    for the reason.
    """

    labels: tuple[str, ...]
    why: Why
    sure: Sure
    fr: str
    en: str
    source: str
    signs: frozenset[str]
    unless: frozenset[str]
    beside: frozenset[str]
    explained: frozenset[str]


class Rulebook:
    """All rules, and an index of their signs."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self.rules = tuple(rules)
        self._by_sign: dict[str, list[Rule]] = {}
        self._codes: set[str] = set()
        self._first: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
        for rule in self.rules:
            for sign in rule.signs:
                self._by_sign.setdefault(sign, []).append(rule)
        for sign in {sign for rule in self.rules for name in _FIELDS for sign in getattr(rule, name)}:
            self._learn(sign)
        self._beginnings = sorted({len(first) - 1 for first in self._first if first.endswith("*")})
        self._heads = {first.rstrip("*")[:_HEAD] for first in self._first}

    def _learn(self, sign: str) -> None:
        if ":" in sign:
            self._codes.add(sign)
            return
        first, *rest = sign.split()
        self._first.setdefault(first, []).append((sign, tuple(rest)))

    def signs(self, clue: Clue) -> Signs:
        """The signs that an entry shows, each with the places of its words; a code stands at no place."""
        found: dict[str, list[int]] = {sign: [_NOWHERE] for sign in self._coded(clue.codes)}
        read = words("\n".join((clue.title, clue.author, clue.text)))
        for place, word in enumerate(read):
            for sign, rest in self._begun(word):
                if all(
                    place + ahead < len(read) and _fits(read[place + ahead], part)
                    for ahead, part in enumerate(rest, 1)
                ):
                    found.setdefault(sign, []).append(place)
        return found

    def shown_by(self, signs: Signs) -> list[Rule]:
        """The rules whose signs are among those of one entry, without what other entries say."""
        found = dict.fromkeys(rule for sign in signs for rule in self._by_sign.get(sign, ()))
        return [rule for rule in found if not rule.unless or _stands(rule, signs)]

    def _begun(self, word: str) -> Iterator[tuple[str, tuple[str, ...]]]:
        """The signs that may begin with a word, and how they go on."""
        if word[:_HEAD] not in self._heads:  # most words; nothing of a record is kept here to know them again
            return
        yield from self._first.get(word, ())
        for length in self._beginnings:
            if length <= len(word):
                yield from self._first.get(f"{word[:length]}*", ())

    def _coded(self, codes: Iterable[Coding]) -> Iterator[str]:
        for coding in codes:
            uri = coding.system.lower()
            system = next(
                (name for name, parts in _SYSTEMS.items() if any(part in uri for part in parts)), ""
            )
            code = coding.code.upper()[:_LONGEST_CODE]
            if system == _EXACT:
                candidates = [f"{system}:{code}"]
            else:
                code = code.replace(".", "")
                candidates = [f"{system}:{code[:length]}" for length in range(1, len(code) + 1)]
            yield from (one for one in candidates if one in self._codes)


def _stands(rule: Rule, signs: Signs) -> bool:
    """Whether a sign of the rule has nothing beside it that means something else."""
    against = [place for sign in rule.unless & signs.keys() for place in signs[sign]]
    return any(
        all(_NOWHERE not in (place, other) and abs(place - other) > _NEAR for other in against)
        for sign in rule.signs & signs.keys()
        for place in signs[sign]
    )


def _fits(word: str, part: str) -> bool:
    return word.startswith(part[:-1]) if part.endswith("*") else word == part


@cache
def rulebook() -> Rulebook:
    """The rules that come with the program."""
    folder = files("phr.inference").joinpath("rules")
    tables = [
        tomllib.loads(file.read_text("utf-8"))
        for file in sorted(folder.iterdir(), key=lambda one: one.name)
        if file.name.endswith(".toml")
    ]
    return Rulebook(_rule(table["label"], raw) for table in tables for raw in table["rule"])


def _rule(label: str, raw: dict[str, Any]) -> Rule:
    return Rule(
        (label, *raw.get("also", ())),
        Why(raw["why"]),
        Sure(raw["sure"]),
        raw["fr"],
        raw["en"],
        raw["source"],
        *(frozenset(raw.get(name, ())) for name in _FIELDS),
    )
