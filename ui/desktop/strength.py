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
