"""Search as one types."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phr.entry import Kind
from storage import entries, people
from storage.entries import Filter
from storage.vault import Vault

TITLES = [
    "Œdème pulmonaire",
    "Hæmoglobine glyquée",
    "L'état général",
    "ÉCHOGRAPHIE du cœur",
    "Straße",
    "TSH 3.2",
]


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Vault:
    from storage.keyslots import LEAST_COST
    from storage.vault import create

    vault = create(tmp_path_factory.mktemp("search") / "vault", "trois petits chats bleus", cost=LEAST_COST)
    anna = people.add_person(vault, "Anna").id
    for title in TITLES:
        entries.add_own(vault, anna, Kind.PROBLEM, title)
    return vault


def found(record: Vault, typed: str) -> list[str]:
    return sorted(entry.title for entry in entries.page(record, Filter(search=typed)).entries)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("oed", ["Œdème pulmonaire"]),
        ("œdeme", ["Œdème pulmonaire"]),
        ("ŒDÈME PUL", ["Œdème pulmonaire"]),
        ("pulm oed", ["Œdème pulmonaire"]),
        ("haemo", ["Hæmoglobine glyquée"]),
        ("hæmo", ["Hæmoglobine glyquée"]),
        ("glyquee", ["Hæmoglobine glyquée"]),
        ("l'etat", ["L'état général"]),
        ("e\u0301tat", ["L'état général"]),
        ("echo coeur", ["ÉCHOGRAPHIE du cœur"]),
        ("3.2", ["TSH 3.2"]),
        ("g", ["Hæmoglobine glyquée", "L'état général"]),
        ("absent", []),
        ("oed absent", []),
        ("", sorted(TITLES)),
        ("  %* ", sorted(TITLES)),
    ],
)
def test_case_accents_and_ligatures_are_folded_and_beginnings_suffice(
    record: Vault, typed: str, expected: list[str]
) -> None:
    assert found(record, typed) == expected


@pytest.mark.parametrize(
    "typed", ['"', 'a" OR "b', "title:x", "NEAR(a b)", "a AND", "^a", "-a", "a*b", "\x00", "(", "a\x00b"]
)
def test_nothing_typed_is_a_command(record: Vault, typed: str) -> None:
    found(record, typed)


@given(st.text(max_size=40))
def test_anything_can_be_typed(record: Vault, typed: str) -> None:
    found(record, typed)


@given(st.sampled_from(TITLES), st.data())
def test_every_beginning_of_a_word_finds_it(record: Vault, title: str, data: st.DataObject) -> None:
    word = data.draw(st.sampled_from(title.split()))
    length = data.draw(st.integers(1, len(word)))
    assert title in found(record, word[:length])
