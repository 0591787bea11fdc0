"""How good a passphrase is, French habits included."""

import time

import pytest

from storage.passphrase import strength


@pytest.mark.parametrize(
    "weak", ["", "password", "azerty", "motdepasse", "doudou", "soleil1", "Marseille13", "aaaaaaaaaaaa"]
)
def test_what_people_choose_first_is_weak(weak: str) -> None:
    assert strength(weak).score <= 1


@pytest.mark.parametrize(
    "strong", ["girafe lampe tunnel velours", "correct horse battery staple", "hZ7#kq2!mW9x"]
)
def test_four_words_of_chance_are_strong(strong: str) -> None:
    assert strength(strong).score == 4


def test_weakness_is_explained() -> None:
    found = strength("qwertyqwerty")
    assert found.suggestions
    assert found.guesses < 8


@pytest.mark.parametrize("long", ["x" * 100_000, "aB1é" * 20_000, "1" * 72, " " * 1000, "\ud800", "\0"])
def test_any_text_is_answered_quickly(long: str) -> None:
    began = time.process_time()
    assert 0 <= strength(long).score <= 4
    assert time.process_time() - began < 2
