"""What could be guessed, in words: the same on the command line and on the screen. It speaks of privacy only."""

from phr.inference import Sure, Why
from sharing.guard import Guess
from ui.catalogue import language, translate
from ui.desktop.names import label_name, title_of


def guess_sentence(guess: Guess) -> str:
    """What is held back, what may let guess it, how, and that Carnet does not notice everything."""
    held, shared = guess.held_back, guess.entries
    if held and guess.chosen:
        n = len(held) - 1
        begin = (
            translate("Guess", "You keep “%1” and %n other item(s) to yourself.", "", n)
            if n
            else translate("Guess", "You keep “%1” to yourself.")
        )
    elif held:
        begin = translate("Guess", "“%1” is not shared.")
    else:
        begin = translate("Guess", "You leave out the topic “%1”.")
    begin = begin.replace("%1", title_of(held[0]) if held else label_name(guess.label))
    n = len(shared) - 1
    date = _day(shared[0].date or "")
    named = translate("Guess", "“%1” (%2)").replace("%2", date) if date else translate("Guess", "“%1”")
    betrays = (
        translate("Guess", "%1 and %n other item(s) that you share may let it be guessed.", "", n)
        if n
        else translate("Guess", "%1, which you share, may let it be guessed.")
    ).replace("%1", named.replace("%1", title_of(shared[0])))
    end = translate("Guess", "Carnet does not notice everything.")
    return f"{begin} {betrays} {_reason(guess)} {end}"


def guess_name(guess: Guess) -> str:
    """The topic, and how easily it may be guessed."""
    sure = {
        Sure.CLEAR: translate("Guess", "easy to guess"),
        Sure.LIKELY: translate("Guess", "fairly easy to guess"),
        Sure.POSSIBLE: translate("Guess", "perhaps to be guessed"),
    }[guess.sure]
    topic = label_name(guess.label) if guess.label else translate("Guess", "What you keep private")
    return translate("Guess", "%1: %2").replace("%2", sure).replace("%1", topic)


def _day(date: str) -> str:
    """The day on which a partial date or a period begins, as it is written in the language shown."""
    start, _, end = date.partition("/")
    parts = (start or end)[:10].split("-")
    return "/".join(reversed(parts)) if language() == "fr" else "-".join(parts)


def _reason(guess: Guess) -> str:
    sign = guess.sign_fr if language() == "fr" else guess.sign_en
    return {
        Why.TREATMENT: translate("Guess", "What gives it away: a treatment (%1)."),
        Why.ANALYSIS: translate("Guess", "What gives it away: a test (%1)."),
        Why.PLACE: translate("Guess", "What gives it away: who was seen, or where (%1)."),
        Why.WORD: translate("Guess", "What gives it away: a word or a code (%1)."),
        Why.COVERAGE: translate("Guess", "What gives it away: a coverage or a certificate (%1)."),
        Why.SAME: translate("Guess", "What gives it away: its name stands there."),
        Why.DATES: translate("Guess", "What gives it away: the dates around what is missing."),
        Why.ABSENT: translate("Guess", "What gives it away: the report counts it among its contents."),
    }[guess.why].replace("%1", sign)
