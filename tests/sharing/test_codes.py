"""Codes as people type them: every way to say the same, and every slip."""

import itertools

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from sharing import codes, wordlist
from sharing.errors import BadCode
from sharing.shares import Shares, challenge_key

SIZES = st.sampled_from([codes.CHALLENGE_SIZE, codes.ANSWER_SIZE])


@given(st.data(), SIZES)
def test_a_code_survives_characters_and_words(data: st.DataObject, size: int) -> None:
    code = data.draw(st.binary(min_size=size, max_size=size))
    english = codes.to_words(code, "en").split()
    assume(not all(wordlist.fold(word) in wordlist.numbers("fr") for word in english))
    spellings = [codes.to_text(code), codes.to_words(code, "fr"), codes.to_words(code, "en")]
    spellings += [spelling.upper() for spelling in spellings] + [
        wordlist.fold(spelling) for spelling in spellings[1:3]
    ]
    for spelling in spellings:
        assert codes.parse(f" {spelling}\n", size) == code


def test_letters_that_look_like_digits_are_read_as_digits() -> None:
    assert codes.parse("oOiI-lL00 1111-0000", 10) == codes.parse("0011110011110000", 10)


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "0",
        "0" * 15,
        "0" * 17,
        "U" * 16,
        "é" * 16,
        "a" * 2000,
        "abandon " * 7,
        "abaisser zoo " * 4,
        "0000 " * 5,
    ],
)
def test_what_is_no_code_is_refused(typed: str) -> None:
    with pytest.raises(BadCode):
        codes.parse(typed, codes.CHALLENGE_SIZE)


def test_words_with_bits_to_spare_are_refused() -> None:
    said = codes.to_words(bytes(10), "en").split()
    assert said == ["abandon"] * 8
    with pytest.raises(BadCode):
        codes.parse(" ".join([*said[:7], "ability"]), codes.CHALLENGE_SIZE)


def test_every_slip_in_a_challenge_is_noticed() -> None:
    """One character wrong, or two neighbours exchanged: no such text is a challenge of the grant."""
    shares = Shares.draw()
    key = challenge_key(shares.gid, shares.practitioner)
    right = codes.to_text(codes.challenge(key, shares.gid)).replace("-", "")
    slips = {right[:at] + char + right[at + 1 :] for at in range(16) for char in codes.ALPHABET}
    slips |= {right[:at] + right[at + 1] + right[at] + right[at + 2 :] for at in range(15)}
    assert codes.is_challenge_of(key, shares.gid, codes.parse(right, 10))
    for slip in slips - {right}:
        assert not codes.is_challenge_of(key, shares.gid, codes.parse(slip, 10))


def test_a_challenge_names_its_own_grant_only() -> None:
    first, second = Shares.draw(), Shares.draw()
    for mine, other in itertools.permutations((first, second)):
        code = codes.challenge(challenge_key(mine.gid, mine.practitioner), mine.gid)
        assert not codes.is_challenge_of(challenge_key(other.gid, other.practitioner), other.gid, code)
        assert not codes.is_challenge_of(challenge_key(mine.gid, mine.practitioner), other.gid, code)


@pytest.mark.parametrize("language", wordlist.LANGUAGES)
def test_a_word_list_has_one_word_for_each_number(language: wordlist.Language) -> None:
    assert len(wordlist.words(language)) == len(wordlist.numbers(language)) == 2048


@pytest.mark.parametrize(
    ("typed", "counts_as"),
    [
        ("  Étoile, RÈGLE\tséparer ", "etoile regle separer"),
        ("e\u0301toile", "etoile"),
        ("\uff21bandon", "abandon"),
        ("l\u2019élan", "l elan"),
        ("\u0130ci", "ici"),
        ("123", ""),
    ],
)
def test_words_count_without_accents_case_and_punctuation(typed: str, counts_as: str) -> None:
    assert wordlist.fold(typed) == counts_as
