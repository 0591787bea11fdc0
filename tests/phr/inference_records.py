"""Small records of which it is known what betrays what, made from ``inference_truth.toml``.

Each holds back one entry of a topic and shares ordinary entries, entries that betray the topic, and entries that only
look as if they did.
"""

import random
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from phr.entry import Coding, Kind
from phr.inference import Clue, Finding, findings

RECORDS = 200
"""How many records there are of each topic."""

_SYSTEMS = {
    "atc": "http://www.whocc.no/atc",
    "loinc": "http://loinc.org",
    "icd10": "http://hl7.org/fhir/sid/icd-10",
}
_ORDINARY = (
    "treatment | Paracétamol 1 g", "treatment | Lévothyroxine 75 µg", "vaccine | Grippe", "result | Sodium",
    "result | Hémoglobine", "measurement | Poids", "measurement | Taille", "allergy | Pénicillines",
    "appointment | Médecin généraliste", "appointment | Dentiste", "problem | Asthme", "problem | Entorse de cheville",
    "document | Ordonnance | Paracétamol en cas de douleur.", "document | Radiographie du genou | Pas de fracture.",
    "result | Créatinine", "treatment | Salbutamol", "note | Rendez-vous à prendre", "procedure | Appendicectomie",
    "result | Full blood count", "appointment | Physiotherapist", "treatment | Oméprazole 20 mg",
)  # fmt: skip


@dataclass(frozen=True)
class Topic:
    """What is known of a topic."""

    held: tuple[str, ...]
    betrays: tuple[str, ...]
    innocent: tuple[str, ...]


@dataclass(frozen=True)
class Record:
    """A record of which the ids of the entries that betray the topic are known."""

    label: str
    shared: tuple[Clue, ...]
    held: tuple[Clue, ...]
    betraying: frozenset[str]

    def found(self) -> list[Finding]:
        """What the guard finds of the topic."""
        return [one for one in findings(self.shared, self.held) if one.label == self.label]


def topics() -> dict[str, Topic]:
    """All topics, by label."""
    tables = tomllib.loads(Path(__file__).with_name("inference_truth.toml").read_text("utf-8"))
    return {
        label: Topic(tuple(one["held"]), tuple(one["betrays"]), tuple(one["innocent"]))
        for label, one in tables.items()
    }


def records(label: str, topic: Topic) -> Iterator[Record]:
    """The records of a topic, the same each time: every fourth one betrays nothing."""
    chance = random.Random(label)
    for number in range(RECORDS):
        betrays = [] if number % 4 == 3 else chance.sample(topic.betrays, chance.choice((1, 1, 2)))
        innocent = chance.sample(topic.innocent, chance.choice((0, 1, 1)))
        ordinary = chance.sample(_ORDINARY, chance.randint(3, 8))
        lines = betrays + innocent + ordinary
        shared = tuple(clue(text, str(place)) for place, text in enumerate(lines))
        labels = frozenset({label}) if number % 2 else frozenset[str]()
        held = clue(chance.choice(topic.held), "held", labels)
        truth = frozenset(str(place) for place in range(len(betrays)))
        yield Record(label, tuple(chance.sample(shared, len(shared))), (held,), truth)


def clue(line: str, id_: str, labels: frozenset[str] = frozenset()) -> Clue:
    """An entry from ``kind | title | text | author | codes``."""
    kind, title, text, author, codes = (*(part.strip() for part in line.split("|")), "", "", "")[:5]
    codings = tuple(
        Coding(_SYSTEMS[system], code) for system, _, code in (one.partition(":") for one in codes.split())
    )
    return Clue(id_, Kind(kind), title, "2024-05-12", codings, author, text, labels)


@dataclass
class Score:
    """Counts of entries: rightly found, wrongly found, missed."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        """Of what was found, how much betrays."""
        return self.right / (self.right + self.wrong)

    @property
    def recall(self) -> float:
        """Of what betrays, how much was found."""
        return self.right / (self.right + self.missed)


def score(label: str, topic: Topic) -> tuple[Score, set[str], set[str]]:
    """How well a topic is guarded over its records, with the titles that were missed and wrongly found."""
    total, missed, wrong = Score(), set(), set()
    for record in records(label, topic):
        titles = {one.id: f"{one.title} {one.text} {one.author}".strip() for one in record.shared}
        found = {id_ for one in record.found() for id_ in one.entries}
        total.right += len(found & record.betraying)
        total.wrong += len(found - record.betraying)
        total.missed += len(record.betraying - found)
        missed |= {titles[id_] for id_ in record.betraying - found}
        wrong |= {titles[id_] for id_ in found - record.betraying}
    return total, missed, wrong
