"""Search as one types."""

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phr.entry import Draft, Kind
from storage import entries, people, search
from storage.entries import Filter
from storage.rows import entry_row, insert_entries
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


# Beginnings in common, up to more than are looked for one by one; of one length, so that none begins another.
_STEMS = ["card", "cardio", "mass", "e\u0301chographie"]
_WORDS = [f"{stem}{number:03}" for stem in _STEMS for number in range(70)]


@pytest.fixture(scope="module")
def long_record(tmp_path_factory: pytest.TempPathFactory) -> Vault:
    from storage.keyslots import LEAST_COST
    from storage.vault import create

    vault = create(tmp_path_factory.mktemp("long") / "vault", "trois petits chats bleus", cost=LEAST_COST)
    person = people.add_person(vault, "Anna").id
    with vault.write() as db:
        insert_entries(
            db,
            [
                entry_row(place, f"e{place}", person, Draft(Kind.NOTE, f"{one} {other}", ""), hidden=False)
                for place, (one, other) in enumerate(zip(_WORDS * 2, _WORDS[1:] + _WORDS, strict=False))
            ],
        )
    return vault


@given(st.lists(st.sampled_from(_WORDS), min_size=1, max_size=3), st.data())
def test_any_beginnings_find_what_fts5_finds_newest_first(
    long_record: Vault, words: list[str], data: st.DataObject
) -> None:
    typed = [word[: data.draw(st.integers(1, len(word)))] for word in words]
    expression = " AND ".join(f'"{word}"*' for word in typed)
    with long_record.read() as db:
        rows = db.execute(
            "SELECT rowid FROM entry_words WHERE entry_words MATCH ? ORDER BY rowid DESC LIMIT 50",
            (expression,),
        )
        expected = [f"e{row[0]}" for row in rows]
    assert [
        entry.id for entry in entries.page(long_record, Filter(search=" ".join(typed))).entries
    ] == expected


def test_letters_are_folded_as_the_index_folds_them(record: Vault) -> None:
    letters = [
        char
        for char in map(chr, range(sys.maxunicode + 1))
        if unicodedata.category(char)[0] in "LN" and search.folded(char)
    ]
    assert {"É", "ÿ", "Å", "7"} <= set(letters)
    with record.write() as db:
        db.execute(
            "CREATE VIRTUAL TABLE temp.one USING fts5(letter, tokenize='unicode61 remove_diacritics 2')"
        )
        db.execute("CREATE VIRTUAL TABLE temp.one_term USING fts5vocab(temp, one, instance)")
        db.executemany(
            "INSERT INTO temp.one (rowid, letter) VALUES (?, ?)", [(ord(one), one) for one in letters]
        )
        folded = dict(db.execute("SELECT doc, term FROM temp.one_term").fetchall())
        db.execute("DROP TABLE temp.one_term")
        db.execute("DROP TABLE temp.one")
    assert folded == {ord(letter): search.folded(letter) for letter in letters}
