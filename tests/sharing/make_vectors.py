"""Writes ``vectors.json``: one package of each mode from fixed shares, for openers in any language.

Run it only when the format changes: ``python -m tests.sharing.make_vectors``. The age files are new each time, so the
rest is compared with the constants in the file by ``test_vectors.py``.
"""

import base64
import json
from pathlib import Path
from typing import Any

from sharing import codes, padding, shares, spelling, wordlist
from sharing.envelope import WORD_COUNT, Envelope, Mode
from sharing.errors import BadCode

VECTORS = Path(__file__).with_name("vectors.json")

_SHARES = shares.Shares(bytes(range(16)), bytes(range(16, 32)), bytes(range(32, 47)))
_WORDS = {Mode.CARD: "", Mode.CODE: "abaisser zoologie étoile réglage séparer"}
_WORDS[Mode.NO_WAY_BACK] = "abandon zoo ability able about absent"
_PLAINTEXT = b'{"resourceType":"Bundle","type":"collection"}'
_NONCES = (0, 1, 0x123456789, 2**35 - 1)
_ANSWER = bytes(range(100, 115))
_SAID = codes.to_words(_ANSWER, "fr").split()
_HEARD = codes.to_words(_ANSWER, "en").split()
# What may be typed for an answer, and for a phrase of five words.
_TYPED = (
    codes.to_text(_ANSWER),
    codes.to_text(_ANSWER).lower().replace("-", " "),
    codes.to_text(_ANSWER).replace("1", "l").replace("0", "o"),
    "\u00a0".join(codes.to_text(_ANSWER)),
    codes.to_text(_ANSWER)[:-1],
    codes.to_text(_ANSWER) + "0",
    "U" + codes.to_text(_ANSWER)[1:],
    "É" + codes.to_text(_ANSWER)[1:],
    " ".join(_SAID),
    " ".join(_HEARD).upper(),
    "-".join(word[:4] for word in _SAID),
    " ".join(f"l\u2019{word}" for word in _SAID),
    *(" ".join([_HEARD[0][:size], *_HEARD[1:]]) for size in range(1, 5)),
    *(
        " ".join([*_SAID[:5], slip, *_SAID[6:]])
        for word in _SAID[5:6]
        for slip in (f"{word}s", f"x{word}", word[1:])
    ),
    *(" ".join([*_SAID[:8], word[1] + word[0] + word[2:], *_SAID[9:]]) for word in _SAID[8:9]),
    " ".join([*_SAID[:5], "zzzz", *_SAID[6:]]),
    " ".join([*_SAID[:5], *_HEARD[5:]]),
    " ".join(_SAID[:-1]),
    " ".join([*_SAID[:-1], "abaisser"]),
    "",
)
_PHRASES = (
    "abaisser zoologie étoile réglage séparer",
    "abai zool etoi regl sepa",
    "abaissr ZOOLOGIES étoile réglage separer",
    "abaisser zoo étoile able séparer",
    "un deux trois quatre cinq",
)
_SIZES = (0, 1, 2, 9, 45, 1000, 65_537, 1_000_000, 26_700_123)


def vectors() -> dict[str, Any]:
    """Everything that follows from the shares, and an envelope of each mode."""
    payload = shares.seal(padding.pad(_PLAINTEXT), _SHARES)
    return {
        "gid": _SHARES.gid.hex(),
        "practitioner_share": _SHARES.practitioner.hex(),
        "release_share": _SHARES.release.hex(),
        "identity": _SHARES.identity(),
        "card_code": codes.to_text(_SHARES.release),
        "challenge_key": shares.challenge_key(_SHARES.gid, _SHARES.practitioner).hex(),
        "mask_key": shares.mask_key(_SHARES.gid, _SHARES.practitioner).hex(),
        "exchanges": [_exchange(nonce) for nonce in _NONCES],
        "spellings": [{"typed": typed, "readings": _readings(typed)} for typed in _TYPED],
        "phrases": [{"typed": typed, "phrases": _phrases(typed)} for typed in _PHRASES],
        "padded": [[size, padding.padded_size(size)] for size in _SIZES],
        "plaintext": _PLAINTEXT.decode(),
        "packages": {
            mode: {"words": _WORDS[mode], "envelope": _envelope(mode, payload)} for mode in WORD_COUNT
        },
    }


def _readings(typed: str) -> list[str]:
    """The answers that may be meant, none where it is no code."""
    try:
        return [code.hex() for code in codes.readings(typed, codes.ANSWER_SIZE)]
    except BadCode:
        return []


def _phrases(typed: str) -> list[str]:
    return [wordlist.fold(phrase) for phrase in spelling.phrases(typed, 5)]


def _exchange(nonce: int) -> dict[str, Any]:
    challenge = codes.challenge(shares.challenge_key(_SHARES.gid, _SHARES.practitioner), _SHARES.gid, nonce)
    mask = shares.mask_key(_SHARES.gid, _SHARES.practitioner)
    answer = codes.answer(mask, _SHARES.gid, nonce, _SHARES.release)
    return {
        "nonce": nonce,
        "challenge": codes.to_text(challenge),
        "challenge_words_fr": codes.to_words(challenge, "fr"),
        "challenge_words_en": codes.to_words(challenge, "en"),
        "answer": codes.to_text(answer),
        "answer_words_fr": codes.to_words(answer, "fr"),
        "answer_words_en": codes.to_words(answer, "en"),
    }


def _envelope(mode: Mode, payload: bytes) -> str:
    return base64.b64encode(Envelope.wrap(mode, _SHARES, _WORDS[mode], payload).to_bytes()).decode()


if __name__ == "__main__":
    VECTORS.write_text(json.dumps(vectors(), indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
