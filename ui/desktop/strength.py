"""How good a new passphrase is, in words."""

from storage.passphrase import strength
from ui.catalogue import translate


def advice(passphrase: str) -> str:
    """A sentence on ``passphrase``, or on how to find one while it is empty."""
    if not passphrase:
        return translate(
            "Strength",
            "Five or six ordinary words that have nothing to do with each other are easy to keep and hard to guess.",
        )
    return (
        translate("Strength", "Guessed at once. Please choose another."),
        translate("Strength", "Easily guessed. Please choose another."),
        translate("Strength", "Would hold for a while. Two more words would make it good."),
        translate("Strength", "Good."),
        translate("Strength", "Very good."),
    )[strength(passphrase).score]


# Argon2id as the vault uses it takes a second and 256 MiB a guess: ten thousand a second is a very rich attacker.
_GUESSES_A_SECOND = 4.0  # a power of ten


def effort(passphrase: str) -> str:
    """How long somebody rich who took the vault would guess at ``passphrase``, in words; "" for an empty one."""
    if not passphrase:
        return ""
    seconds = strength(passphrase).guesses - _GUESSES_A_SECOND
    for limit, text in (
        (3.6, translate("Strength", "Somebody with many computers would find it within an hour.")),
        (6.4, translate("Strength", "Somebody with many computers would find it within a month.")),
        (8.5, translate("Strength", "Somebody with many computers would find it within ten years.")),
    ):
        if seconds < limit:
            return text
    return translate("Strength", "Even with many computers, nobody would find it within a lifetime.")
