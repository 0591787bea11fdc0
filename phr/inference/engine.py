"""From what is shared and what is held back to what could be guessed."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from phr.entry import Kind
from phr.inference.blanks import blanked_out, left_out_of_reports
from phr.inference.clues import Finding, Sure, Why
from phr.inference.rulebook import Rule, Rulebook, rulebook
from phr.inference.words import words

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from phr.inference.clues import Clue
    from phr.inference.rulebook import Signs

_SURENESS = {sure: place for place, sure in enumerate(Sure)}
# Titles of these name a thing; those of the others ("Ordonnance", "Glycémie") recur without saying the same.
_NAMING = frozenset({Kind.PROBLEM, Kind.ALLERGY, Kind.TREATMENT, Kind.PROCEDURE})
_SHORTEST_NAME = 5


class _Held(NamedTuple):
    """What is held back, its topics, and the rules that told them."""

    clue: Clue
    topics: frozenset[str]
    rules: frozenset[Rule]


def findings(
    shared: Iterable[Clue], held_back: Iterable[Clue], without_labels: Collection[str] = ()
) -> list[Finding]:
    """What somebody who reads ``shared`` could guess about ``held_back``: what was chosen first, then surest first.

    A shared entry betrays when a rule finds a topic in it that something held back has: as the patient's own label,
    or because the rules find that topic there too, more than possibly. ``without_labels`` are topics that are left out
    whether or not an entry has them. What kind or period alone leave out counts less: not when the topic is shared
    openly, not by the very sign that is shared, and not by a sign that is only possible.
    """
    book = rulebook()
    leaving = [(clue, book.signs(clue)) for clue in shared]
    held = [_topics(book, clue) for clue in held_back]
    openly = frozenset(label for clue, _ in leaving for label in clue.labels)
    found = []
    for rule, entries in _betrayed(book, leaving).items():
        label, about = _concerned(rule, held, openly, without_labels)
        if label:
            ids = tuple(clue.id for clue in about)
            chosen = all(clue.chosen for clue in about)
            found.append(Finding(label, rule.why, rule.sure, tuple(entries), ids, rule.fr, rule.en, chosen))
    meant = [one.clue for one in held if one.clue.chosen]
    clues = [clue for clue, _ in leaving]
    found += _named(clues, meant, found)
    found += blanked_out(clues, meant)
    found += left_out_of_reports(clues, meant)
    return _once(sorted(found, key=lambda one: (not one.chosen, _SURENESS[one.sure], one.label)))


def _once(found: Iterable[Finding]) -> list[Finding]:
    """Without those that say of entries what a surer one has said of these and others."""
    kept: list[Finding] = []
    for one in found:
        if not any(one.label == other.label and set(one.entries) <= set(other.entries) for other in kept):
            kept.append(one)
    return kept


def _topics(book: Rulebook, clue: Clue) -> _Held:
    rules = frozenset(rule for rule in book.shown_by(book.signs(clue)) if rule.sure is not Sure.POSSIBLE)
    return _Held(clue, clue.labels.union(*(rule.labels for rule in rules)), rules)


def _betrayed(book: Rulebook, leaving: Sequence[tuple[Clue, Signs]]) -> dict[Rule, list[str]]:
    """The rules that apply, each with the ids of the entries that it applies to."""
    everywhere = frozenset[str]().union(*(signs for _, signs in leaving))
    applied: dict[Rule, list[str]] = {}
    for clue, signs in leaving:
        for rule in book.shown_by(signs):
            if (not rule.beside or rule.beside & everywhere) and rule.explained.isdisjoint(everywhere):
                applied.setdefault(rule, []).append(clue.id)
    return applied


def _concerned(
    rule: Rule, held: Sequence[_Held], openly: frozenset[str], without_labels: Collection[str]
) -> tuple[str, list[Clue]]:
    """The first topic of a rule that something held back has, and what; ("", []) if there is none."""
    for label in rule.labels:
        about = [one for one in held if label in one.topics]
        chosen = [one.clue for one in about if one.clue.chosen]
        if chosen or label in without_labels:
            return label, chosen
        by_chance = [one.clue for one in about if rule not in one.rules]
        if by_chance and label not in openly and rule.sure is not Sure.POSSIBLE:
            return label, by_chance
    return "", []


def _named(shared: Sequence[Clue], chosen: Sequence[Clue], found: Sequence[Finding]) -> list[Finding]:
    """Where the name of what is held back stands in what is shared, unless a rule has told so already."""
    told = {(entry, held) for one in found for entry in one.entries for held in one.held_back}
    texts = [(clue.id, _spaced("\n".join((clue.title, clue.text)))) for clue in shared]
    named = []
    for held in chosen:
        name = _spaced(held.title)
        if held.kind not in _NAMING or max(map(len, name.split()), default=0) < _SHORTEST_NAME:
            continue
        entries = tuple(id_ for id_, text in texts if name in text and (id_, held.id) not in told)
        if entries:
            label = min(held.labels, default="")
            named.append(Finding(label, Why.SAME, Sure.CLEAR, entries, (held.id,)))
    return named


def _spaced(text: str) -> str:
    return f" {' '.join(words(text))} "
