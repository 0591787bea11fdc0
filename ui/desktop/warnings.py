"""Sentences that must be the same wherever they are said."""

from ui.catalogue import translate


def caution() -> str:
    """Said whenever a treatment or an allergy is held back."""
    return translate(
        "Caution",
        "A care professional who does not know of it cannot take it into account. If in doubt, speak to a pharmacist.",
    )
