"""Codes as people type them: every way to say the same, and every slip."""

import itertools

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from sharing import codes, spelling, wordlist
from sharing.errors import BadCode
from sharing.shares import Shares, challenge_key

_SHARES = Shares(bytes(range(16)), bytes(range(16, 32)), bytes(range(32, 47)))
_KEY = challenge_key(_SHARES.gid, _SHARES.practitioner)
_OTHER: dict[wordlist.Language, wordlist.Language] = {"fr": "en", "en": "fr"}
SIZES = st.sampled_from([codes.CHALLENGE_SIZE, codes.ANSWER_SIZE])


@settings(deadline=None)  # the lists are read at the first use
@given(st.data(), SIZES)
def test_a_code_survives_characters_and_words(data: st.DataObject, size: int) -> None:
    code = data.draw(st.binary(min_size=size, max_size=size))
    english = codes.to_words(code, "en").split()
    assume(not all(wordlist.fold(word) in wordlist.numbers("fr") for word in english))
    spellings = [codes.to_text(code), codes.to_words(code, "fr"), codes.to_words(code, "en")]
    spellings += [one.upper() for one in spellings] + [wordlist.fold(one) for one in spellings[1:3]]
    for spelled in spellings:
        assert codes.readings(f" {spelled}\n", size)[0] == code


def test_letters_that_look_like_digits_are_read_as_digits() -> None:
    assert codes.readings("oOiI-lL00 1111-0000", 10) == codes.readings("0011110011110000", 10)


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
        codes.readings(typed, codes.CHALLENGE_SIZE)


def test_words_with_bits_to_spare_are_refused() -> None:
    said = codes.to_words(bytes(10), "en").split()
    assert said == ["abandon"] * 8
    with pytest.raises(BadCode):
        codes.readings(" ".join([*said[:7], "ability"]), codes.CHALLENGE_SIZE)


def _is_challenge(shares: Shares, typed: str) -> bool:
    key = challenge_key(shares.gid, shares.practitioner)
    try:
        readings = codes.readings(typed, codes.CHALLENGE_SIZE)
    except BadCode:
        return False
    return any(codes.is_challenge_of(key, shares.gid, code) for code in readings)


def test_every_slip_in_a_challenge_is_noticed() -> None:
    """One character wrong, or two neighbours exchanged: no such text is a challenge of the grant."""
    shares = Shares.draw()
    key = challenge_key(shares.gid, shares.practitioner)
    right = codes.to_text(codes.challenge(key, shares.gid)).replace("-", "")
    typed = codes.ALPHABET + "UÉ-*\u0660 "
    slips = {right[:at] + char + right[at + 1 :] for at in range(16) for char in typed}
    slips |= {right[:at] + right[at + 1] + right[at] + right[at + 2 :] for at in range(15)}
    assert _is_challenge(shares, right)
    for slip in slips - {right}:
        assert not _is_challenge(shares, slip)


def test_a_challenge_names_its_own_grant_only() -> None:
    first, second = Shares.draw(), Shares.draw()
    for mine, other in itertools.permutations((first, second)):
        code = codes.challenge(challenge_key(mine.gid, mine.practitioner), mine.gid)
        assert not codes.is_challenge_of(challenge_key(other.gid, other.practitioner), other.gid, code)
        assert not codes.is_challenge_of(challenge_key(mine.gid, mine.practitioner), other.gid, code)


@settings(deadline=None)
@given(st.data(), st.sampled_from(wordlist.LANGUAGES), st.integers(0, 2**35 - 1))
def test_a_slip_in_a_word_is_mended_or_leads_nowhere(
    data: st.DataObject, language: wordlist.Language, nonce: int
) -> None:
    """What is heard wrong is either the very challenge or none: the tag decides, never the nearness of a word."""
    said = codes.to_words(codes.challenge(_KEY, _SHARES.gid, nonce), language).split()
    place = data.draw(st.integers(0, 7))
    word = wordlist.fold(said[place])
    at = data.draw(st.integers(0, len(word) - 1))
    letter = data.draw(st.sampled_from("abcdefghijklmnopqrstuvwxyz"))
    slip = data.draw(
        st.sampled_from(
            [
                word[:at] + letter + word[at + 1 :],
                word[:at] + letter + word[at:],
                word[:at] + word[at + 1 :],
                word[:4],
            ]
        )
    )
    typed = " ".join([*said[:place], slip, *said[place + 1 :]])
    right = codes.readings(" ".join(said), codes.CHALLENGE_SIZE)[0]
    try:
        readings = codes.readings(typed, codes.CHALLENGE_SIZE)
    except BadCode:
        return
    proved = [code for code in readings if codes.is_challenge_of(_KEY, _SHARES.gid, code)]
    assert proved in ([], [right])
    if slip in (word, word[:4]):
        assert proved == [right]


@pytest.mark.parametrize(
    ("typed", "language", "word"),
    [
        ("aban", "en", "abandon"),
        ("étoi", "fr", "étoile"),
        ("abandn", "en", "abandon"),
        ("abadnon", "en", "abandon"),
        ("abbandon", "en", "abandon"),
        ("l\u2019étoile", "fr", "étoile"),
        ("cap", "en", None),  # "can", "car", "cat", "clap"…
        ("zzzz", "en", None),
        ("aba", "en", None),
    ],
)
def test_a_word_is_guessed_only_where_one_can_be_meant(
    typed: str, language: wordlist.Language, word: str | None
) -> None:
    others = [
        one
        for one in wordlist.words(language)
        if wordlist.fold(one) not in wordlist.numbers(_OTHER[language])
    ]
    phrases = spelling.phrases(" ".join([*others[:4], typed]), 5)
    assert phrases == [" ".join([*others[:4], word] if word else [*others[:4], typed])]


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
