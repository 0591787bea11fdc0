"""Words of a list as people type and hear them: accents, beginnings and one slip a word (docs/package-format.md).

A guess is only ever a proposal: the caller has a check (a MAC) that tells the right reading from a wrong one.
"""

from collections.abc import Iterable

from sharing.wordlist import LANGUAGES, TYPED_LIMIT, Language, fold, numbers, words

BEGINNING = 4
"""Letters that tell a word of a BIP39 list from all others of it."""


def tokens(typed: str) -> list[str]:
    """The words in what was typed, as :func:`fold` leaves them. Single letters (« l'», a slip of the finger) go."""
    return [word for word in fold(typed).split() if len(word) > 1]


def readings(typed: str, count: int) -> list[tuple[Language, tuple[int, ...]]]:
    """What ``count`` words may stand for: a list and numbers in it; guessed at only if they are all of neither list.

    French comes first. Empty if there are more or fewer words, or one of them is like none of the list.
    """
    said = tokens(typed)
    if len(said) != count:
        return []
    exact = [(language, [numbers(language).get(word) for word in said]) for language in LANGUAGES]
    return _whole(exact) or _whole(
        (language, [_number(word, language) for word in said]) for language in LANGUAGES
    )


def _whole(found: Iterable[tuple[Language, list[int | None]]]) -> list[tuple[Language, tuple[int, ...]]]:
    """Those that have a number for each word."""
    numbered = (
        (language, tuple(one for one in said if one is not None), len(said)) for language, said in found
    )
    return [(language, said) for language, said, count in numbered if len(said) == count]


def phrases(typed: str, count: int) -> list[str]:
    """The phrases of ``count`` words that may be meant; what was typed where nothing like it is in a list."""
    if len(typed) > TYPED_LIMIT:
        return []
    spelled = ((words(language)[number] for number in whole) for language, whole in readings(typed, count))
    return [" ".join(phrase) for phrase in spelled] or [typed]


def _number(word: str, language: Language) -> int | None:
    """The number of the one word that is meant: spelled so, so beginning, or one slip away."""
    table = numbers(language)
    if word in table:
        return table[word]
    begun = [number for known, number in table.items() if len(word) >= BEGINNING and known.startswith(word)]
    near = begun or [number for known, number in table.items() if _one_slip(word, known)]
    return near[0] if len(near) == 1 else None


def _one_slip(word: str, other: str) -> bool:
    """Whether two words are apart by one letter changed, left out or too many, or by two neighbours exchanged."""
    short, long = sorted((word, other), key=len)
    same = next((at for at, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    if len(short) + 1 == len(long):
        return short[same:] == long[same + 1 :]
    if len(short) != len(long) or same == len(short):
        return False
    exchanged = short[same : same + 2] == long[same : same + 2][::-1]
    return short[same + 1 :] == long[same + 1 :] or (exchanged and short[same + 2 :] == long[same + 2 :])
