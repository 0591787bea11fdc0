"""How good a new passphrase is, in words."""

from storage.passphrase import Strength, strength
from ui.catalogue import translate


def advice(passphrase: str) -> str:
    """A sentence on ``passphrase``, or on how to find one while it is empty."""
    if not passphrase:
        return translate(
            "Strength",
            "Five or six ordinary words that have nothing to do with each other are easy to keep and hard to guess.",
        )
    return _advice(strength(passphrase))


def advice_and_effort(passphrase: str) -> str:
    """The same, and how long somebody rich who took the vault would guess at it."""
    if not passphrase:
        return advice(passphrase)
    found = strength(passphrase)  # once: it takes half of a tenth of a second
    return f"{_advice(found)} {_effort(found)}"


def _advice(found: Strength) -> str:
    return (
        translate("Strength", "Guessed at once. Please choose another."),
        translate("Strength", "Easily guessed. Please choose another."),
        translate("Strength", "Would hold for a while. Two more words would make it good."),
        translate("Strength", "Good."),
        translate("Strength", "Very good."),
    )[found.score]


# Argon2id as the vault uses it takes a second and 256 MiB a guess: ten thousand a second is a very rich attacker.
_GUESSES_A_SECOND = 4.0  # a power of ten


def _effort(found: Strength) -> str:
    seconds = found.guesses - _GUESSES_A_SECOND
    for limit, text in (
        (3.6, translate("Strength", "Somebody with many computers would find it within an hour.")),
        (6.4, translate("Strength", "Somebody with many computers would find it within a month.")),
        (8.5, translate("Strength", "Somebody with many computers would find it within ten years.")),
    ):
        if seconds < limit:
            return text
    return translate("Strength", "Even with many computers, nobody would find it within a lifetime.")
