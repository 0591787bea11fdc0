"""Codes that people read aloud and type: the challenge, the answer, the card's code (docs/package-format.md).

Crockford's base32 without its check symbol: the challenge carries a 45-bit tag of its own, and a wrong
answer is found by the age header's MAC. Both may also be said as words of one BIP39 list.
"""

import hmac
import secrets
import unicodedata

from sharing import spelling
from sharing.errors import BadCode
from sharing.wordlist import BITS_PER_WORD, TYPED_LIMIT, Language, words

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
CHALLENGE_SIZE = 10
"""Bytes of a challenge: 35 bits of nonce, 45 bits of tag; 16 characters or 8 words."""
ANSWER_SIZE = 15
"""Bytes of an answer and of the card's code; 24 characters or 11 words."""

_NONCE_BITS = 35
_TAG_BITS = 45
_ALIKE = str.maketrans("OIL", "011")


def to_text(code: bytes) -> str:
    """A code in groups of four characters joined by hyphens. Its size must be a multiple of five bytes."""
    number = int.from_bytes(code)
    count = len(code) * 8 // 5
    text = "".join(ALPHABET[number >> (5 * place) & 31] for place in reversed(range(count)))
    return "-".join(text[start : start + 4] for start in range(0, count, 4))


def to_words(code: bytes, language: Language) -> str:
    """A code as words, its bits followed by zero bits up to a whole word."""
    count = -(-len(code) * 8 // BITS_PER_WORD)
    number = int.from_bytes(code) << (count * BITS_PER_WORD - len(code) * 8)
    places = range((count - 1) * BITS_PER_WORD, -1, -BITS_PER_WORD)
    return " ".join(words(language)[number >> place & 2047] for place in places)


def readings(typed: str, size: int) -> list[bytes]:
    """The codes of ``size`` bytes that may be meant by what was typed, as characters or as words.

    Characters are read in one way only; words, which may be misspelled (:mod:`sharing.spelling`), in one or two, of
    which the caller's check takes one or none. Raises :class:`BadCode` if there is no reading at all.
    """
    if len(typed) > TYPED_LIMIT:
        raise BadCode("too long")
    compact = _compact(typed)
    if len(compact) == size * 8 // 5:
        return [_from_characters(compact, size)]
    count = -(-size * 8 // BITS_PER_WORD)
    found = [code for _, said in spelling.readings(typed, count) for code in _from_words(said, size)]
    if not found:
        raise BadCode("neither a whole code nor its words")
    return list(dict.fromkeys(found))


def _compact(typed: str) -> str:
    """Letters and digits of what was typed, in the alphabet's spelling; all else only divides them."""
    kept = (char for char in unicodedata.normalize("NFKC", typed) if unicodedata.category(char)[0] in "LN")
    return "".join(kept).upper().translate(_ALIKE)


def _from_characters(compact: str, size: int) -> bytes:
    number = 0
    for char in compact:
        digit = ALPHABET.find(char)
        if digit < 0:
            raise BadCode("a character that no code has")
        number = number << 5 | digit
    return number.to_bytes(size)


def _from_words(said: tuple[int, ...], size: int) -> list[bytes]:
    """The code that words (their numbers) stand for; none where the spare bits are not zero."""
    number = 0
    for word in said:
        number = number << BITS_PER_WORD | word
    spare = len(said) * BITS_PER_WORD - size * 8
    return [] if number & ((1 << spare) - 1) else [(number >> spare).to_bytes(size)]


def challenge(challenge_key: bytes, gid: bytes, nonce: int | None = None) -> bytes:
    """A challenge of a grant, with a fresh nonce of 35 bits unless one is given."""
    nonce = secrets.randbits(_NONCE_BITS) if nonce is None else nonce
    return (nonce << _TAG_BITS | _tag(challenge_key, gid, nonce)).to_bytes(CHALLENGE_SIZE)


def nonce_of(code: bytes) -> int:
    """The nonce in a challenge."""
    return int.from_bytes(code) >> _TAG_BITS


def is_challenge_of(challenge_key: bytes, gid: bytes, code: bytes) -> bool:
    """Whether a challenge was made from this grant's practitioner share."""
    return hmac.compare_digest(challenge(challenge_key, gid, nonce_of(code)), code)


def answer(mask_key: bytes, gid: bytes, nonce: int, release_share: bytes) -> bytes:
    """The answer to a challenge. Its own inverse: given an answer instead, the release share."""
    mask = hmac.digest(mask_key, b"R" + gid + nonce.to_bytes(5), "sha256")[:ANSWER_SIZE]
    return bytes(a ^ b for a, b in zip(release_share, mask, strict=True))


def _tag(challenge_key: bytes, gid: bytes, nonce: int) -> int:
    mac = hmac.digest(challenge_key, b"C" + gid + nonce.to_bytes(5), "sha256")
    return int.from_bytes(mac) >> (256 - _TAG_BITS)
