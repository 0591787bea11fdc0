"""Writes ``vectors.json``: one package of each mode from fixed shares, for openers in any language.

Run it only when the format changes: ``python -m tests.sharing.make_vectors``. The age files are new each time, so the
rest is compared with the constants in the file by ``test_vectors.py``.
"""

import base64
import json
from pathlib import Path
from typing import Any

from sharing import codes, padding, shares
from sharing.envelope import WORD_COUNT, Envelope, Mode

VECTORS = Path(__file__).with_name("vectors.json")

_SHARES = shares.Shares(bytes(range(16)), bytes(range(16, 32)), bytes(range(32, 47)))
_WORDS = {Mode.CARD: "", Mode.CODE: "abaisser zoologie étoile réglage séparer"}
_WORDS[Mode.NO_WAY_BACK] = "abandon zoo ability able about absent"
_PLAINTEXT = b'{"resourceType":"Bundle","type":"collection"}'
_NONCES = (0, 1, 0x123456789, 2**35 - 1)


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
        "plaintext": _PLAINTEXT.decode(),
        "packages": {
            mode: {"words": _WORDS[mode], "envelope": _envelope(mode, payload)} for mode in WORD_COUNT
        },
    }


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
