"""Sentences about what is no error: what an opening vault noticed, whether a history continues, what is no item."""

from storage.errors import DateUnconfirmed, WrongClock
from storage.heads import Continuation
from storage.reports import Why
from ui.catalogue import QT_TRANSLATE_NOOP, translate
from ui.sentences import sentence

_NOTICES: dict[str, str] = {
    "copied": QT_TRANSLATE_NOOP(
        "notices",
        "This vault is a copy, or was moved or restored: accesses given before have to be given anew.",
    ),
    "rolled-back": QT_TRANSLATE_NOOP(
        "notices",
        "This vault, or what this computer keeps beside it, is older than when it was last used here: someone, or a "
        "backup, put it back to an earlier state. The accesses that were running have ended.",
    ),
    "shares-dropped": QT_TRANSLATE_NOOP("notices", "Opening codes of accesses that have ended were erased."),
}

_DOUBTS = {"date-unconfirmed": DateUnconfirmed, "wrong-clock": WrongClock}

_REASONS: dict[str, str] = {
    Why.EMPTY: QT_TRANSLATE_NOOP("notices", "The file is empty."),
    Why.NOT_AN_OBJECT: QT_TRANSLATE_NOOP("notices", "There is nothing to understand here; it was not kept."),
    Why.BROKEN_FILE: QT_TRANSLATE_NOOP("notices", "The file is damaged here. It was kept as it is."),
    Why.UNKNOWN_FORMAT: QT_TRANSLATE_NOOP("notices", "The format is not known. The file was kept as it is."),
    Why.NOT_UNDERSTOOD: QT_TRANSLATE_NOOP("notices", "This could not be understood. It was kept as it is."),
    Why.SOMEBODY_ELSE: QT_TRANSLATE_NOOP("notices", "This belongs to another patient. It was kept aside."),
    Why.NOT_OPENED: QT_TRANSLATE_NOOP(
        "notices", "This zip is damaged or not safe to open. It was kept as it is."
    ),
    Why.NOT_UNPACKED: QT_TRANSLATE_NOOP(
        "notices", "This part of the zip is damaged or locked. The zip was kept as it is."
    ),
    Why.PACKAGING: QT_TRANSLATE_NOOP(
        "notices", "This only presents the other files of the zip. It was kept aside."
    ),
    Why.NOT_AS_DESCRIBED: QT_TRANSLATE_NOOP(
        "notices", "This is not the file that its sender described. It was taken all the same."
    ),
    Why.COLUMNS: QT_TRANSLATE_NOOP(
        "notices", "This is a table, but what its columns hold is not told. It was kept as a document."
    ),
    Why.NOTHING: QT_TRANSLATE_NOOP("notices", "There is nothing in this file. It was kept as it is."),
    Why.MISSING: QT_TRANSLATE_NOOP("notices", "The sender names this file, but it is not in the zip."),
}


def notice(code: str) -> str:
    """What a vault noticed when it was opened (``Vault.notices``), as a sentence."""
    if code in _NOTICES:
        return translate("notices", _NOTICES[code])
    return sentence(_DOUBTS[code]())


def continuation(found: Continuation) -> str:
    """Whether the history leads through a head that somebody else holds, as a sentence."""
    if found.holds:
        return translate(
            "notices",
            "The history holds that line: it continues the one that receipt or file was made from.",
        )
    n = found.ended
    return translate(
        "notices",
        "This vault's history is not a continuation of that one: an older vault was put in its place, or its "
        "history was changed. %n running access(es) ended; give them anew.",
        "",
        n,
    )


def reason(why: str) -> str:
    """Why something of a file did not become an item (:class:`storage.reports.Why`), as a sentence."""
    return translate("notices", _REASONS[why])
