"""What a long French record is made of: titles, authors, notes; and what people type to find them."""

import json
import random
from collections.abc import Iterator
from datetime import date, timedelta
from importlib.resources import files
from pathlib import Path

from phr.entry import Draft, Kind, Value

_SEED = 20261121
_FIRST_DAY = date(1990, 1, 1)
_DAYS = 13_400
_LOINC = "http://loinc.org"
_CVX = "http://hl7.org/fhir/sid/cvx"

_WORDS: dict[str, list[str]] = json.loads(Path(__file__).with_name("words.json").read_bytes())

TYPED = _WORDS["typed"]
"""What a person types; each beginning, from its first letter on, is a search."""


def beginnings() -> list[str]:
    """What the field holds after each key of :data:`TYPED`, each once."""
    return list(dict.fromkeys(typed[:size] for typed in TYPED for size in range(1, len(typed) + 1)))


def tests() -> list[tuple[str, tuple[str, str]]]:
    """LOINC codes with their French and English names."""
    return _named(_LOINC)


def drafts(count: int) -> Iterator[Draft]:
    """So many entries, oldest first, the same each time: half of them results, some with a few words of a note."""
    draw = random.Random(_SEED)  # noqa: S311 - no secret
    notes = (files("sharing") / "wordlists" / "french.txt").read_text(encoding="utf-8").split()
    authors = [f"Dr {given} {family}" for given in _WORDS["given"] for family in _WORDS["families"]]
    results, vaccines = [names for _, names in tests()], [names for _, names in _named(_CVX)]
    doses = [
        f"{amount} {unit}"
        for amount in (1, 2, 5, 10, 20, 40, 75, 100, 250, 500, 1000)
        for unit in ("mg", "µg")
    ]
    for number in range(count):
        kind = draw.choices(tuple(_SHARES), tuple(_SHARES.values()))[0]
        title_en, value = "", None
        if kind in (Kind.RESULT, Kind.MEASUREMENT):
            title, title_en = draw.choice(results)
            value = Value(f"{draw.uniform(0.1, 200):.1f}", "mmol/L", low="3.5", high="120")
        elif kind is Kind.VACCINE:
            title, title_en = draw.choice(vaccines)
        elif kind is Kind.TREATMENT:
            title = f"{draw.choice(_WORDS['treatments'])} {draw.choice(doses)}"
        else:
            title = draw.choice(_WORDS[f"{kind.value}s"])
        note = " ".join(draw.choices(notes, k=draw.randint(3, 12))) if draw.random() < 0.2 else ""
        day = _FIRST_DAY + timedelta(days=number * _DAYS // count)
        yield Draft(
            kind, title, title_en, day.isoformat(), value=value, author=draw.choice(authors), note=note
        )


# How often each kind comes.
_SHARES = {
    Kind.RESULT: 50,
    Kind.MEASUREMENT: 12,
    Kind.TREATMENT: 15,
    Kind.DOCUMENT: 8,
    Kind.APPOINTMENT: 6,
    Kind.PROCEDURE: 4,
    Kind.PROBLEM: 3,
    Kind.VACCINE: 2,
}


def _named(system: str) -> list[tuple[str, tuple[str, str]]]:
    table = json.loads((files("phr.formats.fhir.terms") / "names.json").read_bytes())
    return [(code, (french, english)) for code, (french, english) in table[system].items()]
