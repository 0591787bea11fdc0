"""What withdrawing an access can still do, in words: the same on the command line and on the screen."""

from datetime import datetime

from sharing.envelope import Mode
from sharing.grants import Withdrawal
from ui.catalogue import day, translate


def what_is_left(done: Withdrawal) -> str:
    """The honest sentence, before or after an access is withdrawn."""
    if done.mode is Mode.NO_WAY_BACK:
        return translate(
            "Withdrawal", "This access has no way back: whoever has the file and its words can still read it."
        )
    if not done.released:
        return translate(
            "Withdrawal",
            "No code and no card has been given. If you withdraw the access, this file stays closed, even copied.",
        )
    if done.mode is Mode.CARD:
        return _of_a_card(done.card_back)
    text = translate(
        "Withdrawal",
        "A code was given on %1. Carnet will give no more. What was read, printed or copied cannot be erased.",
    )
    return text.replace("%1", day(done.at) if done.at else "…")


def _of_a_card(back: datetime | None) -> str:
    if back is None:
        return translate(
            "Withdrawal",
            "The printed card still opens the file. Take it back or destroy it; a photo of the card is enough to open "
            "it too.",
        )
    text = translate(
        "Withdrawal",
        "You took the card back or destroyed it on %1. The file stays closed, unless somebody kept a photo of the "
        "card. What was read, printed or copied cannot be erased.",
    )
    return text.replace("%1", day(back))
