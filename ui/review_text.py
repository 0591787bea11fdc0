"""What a review of a file says, in words: what becomes of each thing, and what looks odd."""

from storage.findings import Oddity, State
from ui.catalogue import QT_TRANSLATE_NOOP, translate

_STATES = {
    State.NEW: QT_TRANSLATE_NOOP("review", "new"),
    State.CHANGED: QT_TRANSLATE_NOOP("review", "changes what is here"),
    State.SAME: QT_TRANSLATE_NOOP("review", "already here"),
    State.DUPLICATE: QT_TRANSLATE_NOOP("review", "already here from another source"),
    State.KEPT: QT_TRANSLATE_NOOP("review", "only kept"),
}
_ODDITIES = {
    Oddity.FUTURE: QT_TRANSLATE_NOOP("review", "The date is still to come."),
    Oddity.BEFORE_BIRTH: QT_TRANSLATE_NOOP("review", "The date is before the date of birth."),
    Oddity.NO_DATE: QT_TRANSLATE_NOOP("review", "There is no date."),
    Oddity.OTHER_NAME: QT_TRANSLATE_NOOP("review", "The file has another name or another date of birth."),
    Oddity.NO_NUMBER: QT_TRANSLATE_NOOP("review", "There is a unit, but no number."),
    Oddity.NO_UNIT: QT_TRANSLATE_NOOP("review", "There is a number, but no unit."),
    Oddity.SIGNATURE_BROKEN: QT_TRANSLATE_NOOP("review", "The signature is not valid."),
}


def state_text(state: State) -> str:
    """What becomes of a thing, in a few words."""
    return translate("review", _STATES[state])


def oddity_text(what: Oddity) -> str:
    """What looks odd, as a sentence."""
    return translate("review", _ODDITIES[what])
