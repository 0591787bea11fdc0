"""The format against fixed values, and against Debian's age program."""

import base64
import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from sharing import codes
from sharing.envelope import WORD_COUNT, Envelope, Mode
from sharing.opening import Opening
from tests.sharing.make_vectors import VECTORS, vectors

FIXED = json.loads(VECTORS.read_text("utf-8"))


def envelope(mode: Mode) -> bytes:
    return base64.b64decode(FIXED["packages"][mode]["envelope"])


def test_the_derivations_give_the_fixed_values() -> None:
    now = vectors()
    for name in FIXED.keys() - {"packages"}:
        assert now[name] == FIXED[name], name


@pytest.mark.parametrize("exchange", FIXED["exchanges"], ids=lambda one: str(one["nonce"]))
def test_an_answer_unmasks_the_release_share_and_nothing_else_does(exchange: dict[str, Any]) -> None:
    challenge = codes.readings(exchange["challenge"], codes.CHALLENGE_SIZE)[0]
    assert codes.readings(exchange["challenge_words_fr"], codes.CHALLENGE_SIZE)[0] == challenge
    assert codes.readings(exchange["challenge_words_en"], codes.CHALLENGE_SIZE)[0] == challenge
    assert codes.nonce_of(challenge) == exchange["nonce"]
    answer = codes.readings(exchange["answer_words_fr"], codes.ANSWER_SIZE)[0]
    share = codes.answer(
        bytes.fromhex(FIXED["mask_key"]), bytes.fromhex(FIXED["gid"]), exchange["nonce"], answer
    )
    assert share.hex() == FIXED["release_share"]


@pytest.mark.parametrize("mode", list(WORD_COUNT))
def test_the_fixed_packages_open(mode: Mode) -> None:
    opening = Opening(Envelope.from_bytes(envelope(mode)))
    if opening.needs_words:
        opening.unwrap(FIXED["packages"][mode]["words"])
    code = FIXED["card_code"] if mode is Mode.CARD else ""
    if mode is Mode.CODE:
        nonce = codes.nonce_of(codes.readings(opening.challenge, codes.CHALLENGE_SIZE)[0])
        share = bytes.fromhex(FIXED["release_share"])
        key = bytes.fromhex(FIXED["mask_key"])
        code = codes.to_text(codes.answer(key, bytes.fromhex(FIXED["gid"]), nonce, share))
    assert opening.open(code).decode() == FIXED["plaintext"]


@pytest.mark.skipif(shutil.which("age") is None, reason="the age program is not installed")
def test_the_stock_age_program_opens_the_payload(tmp_path: Path) -> None:
    identity = tmp_path / "identity.txt"
    identity.write_text(FIXED["identity"] + "\n")
    payload = envelope(Mode.CODE).partition(b"\n")[2]
    plain = subprocess.run(
        ["age", "-d", "-i", identity], input=payload, capture_output=True, check=True
    ).stdout
    assert plain.rstrip(b" ").decode() == FIXED["plaintext"]
