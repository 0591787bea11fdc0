"""Envelopes that were changed, cut or forged; age files that no reader should be given."""

import base64
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sharing import age_header, page
from sharing.envelope import ELEMENT, ELEMENT_END, NEXT_ELEMENT, PIECE, WORD_COUNT, Envelope, Mode
from sharing.errors import DamagedPackage, NewerPackage, NotAPackage, SharingError, WrongCode, WrongWords
from sharing.opening import Opening
from tests.sharing.make_vectors import VECTORS

FIXED = json.loads(VECTORS.read_text("utf-8"))
REFUSALS = (NotAPackage, NewerPackage, DamagedPackage)


def envelope(mode: Mode) -> bytes:
    return base64.b64decode(FIXED["packages"][mode]["envelope"])


@pytest.mark.parametrize("mode", list(WORD_COUNT))
def test_an_envelope_is_read_back_from_both_files(mode: Mode) -> None:
    data = envelope(mode)
    assert Envelope.from_file(data).to_bytes() == data
    assert Envelope.from_file(page.page(data)).to_bytes() == data


@pytest.mark.parametrize("mode", list(WORD_COUNT))
def test_every_changed_byte_of_the_header_line_is_refused(mode: Mode) -> None:
    """By the parser, or by the wrap: the header is bound to it. A card's gid and share are checked by the payload."""
    data = envelope(mode)
    line = data.index(b"\n") + 1
    opened = 0
    for at in range(line):
        for change in (0x01, 0x20, 0x80):
            changed = data[:at] + bytes([data[at] ^ change]) + data[at + 1 :]
            try:
                found = Envelope.from_file(changed)
            except REFUSALS:
                continue
            opened += 1
            assert found != Envelope.from_file(data)
            if mode is Mode.CARD:
                with pytest.raises((WrongCode, DamagedPackage)):
                    Opening(found).open(FIXED["card_code"])
            elif opened % 40 == 1:  # each takes Argon2's tenths of a second
                with pytest.raises(WrongWords):
                    found.unwrap(FIXED["packages"][mode]["words"])


def test_every_changed_byte_of_the_payload_is_refused() -> None:
    data = envelope(Mode.CARD)
    start = data.index(b"\n") + 1
    for at in range(start, len(data)):
        changed = data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]
        with pytest.raises((DamagedPackage, WrongCode)):
            Opening(Envelope.from_file(changed)).open(FIXED["card_code"])


def test_a_file_cut_anywhere_is_refused() -> None:
    data = envelope(Mode.CARD)
    for end in range(len(data)):
        with pytest.raises((*REFUSALS, WrongCode)):
            Opening(Envelope.from_file(data[:end])).open(FIXED["card_code"])


@pytest.mark.parametrize(
    ("change", "refusal"),
    [
        ((b"", b""), None),
        ((b"phr-grant/v1", b"phr-grant/v2"), NewerPackage),
        ((b"phr-grant/v1", b"phr-grant/v10"), NewerPackage),
        ((b"phr-grant/v1", b"other/v1"), NotAPackage),
        ((b'"mode":"code"', b'"mode":"card"'), DamagedPackage),
        ((b'"mode":"code"', b'"mode":"no-way-back"'), DamagedPackage),
        ((b'"mode":"code"', b'"mode":"open"'), DamagedPackage),
        ((b'"m":65536', b'"m":65537'), DamagedPackage),
        ((b'"m":65536', b'"m":4294967295'), DamagedPackage),
        ((b'"t":3', b'"t":1'), DamagedPackage),
        ((b'"p":1', b'"p":1,"x":0'), DamagedPackage),
        ((b"argon2id", b"argon2i"), DamagedPackage),
        ((b',"mode"', b', "mode"'), DamagedPackage),
        ((b'"}\n', b'"}\r\n'), DamagedPackage),
        ((b'"}\n', b'"}' + b" " * 5000 + b"\n"), DamagedPackage),
        ((b"\n", b""), DamagedPackage),
    ],
)
def test_a_header_has_one_spelling(change: tuple[bytes, bytes], refusal: type[SharingError] | None) -> None:
    data = envelope(Mode.CODE).replace(*change, 1)
    if refusal is None:
        assert Envelope.from_file(data).mode is Mode.CODE
        return
    with pytest.raises(refusal):
        Envelope.from_file(data)


def test_base64_with_spare_bits_set_is_refused() -> None:
    """A 16-byte value ends in ``w==``; ``x==`` decodes to the same bytes."""
    data = envelope(Mode.CARD)
    end = data.index(b'=="}')
    other = bytes([data[end - 1] + 1])
    assert base64.b64decode(data[end - 1 : end] * 2 + b"==") == base64.b64decode(
        data[end - 1 : end] + other + b"=="
    )
    with pytest.raises(DamagedPackage):
        Envelope.from_file(data[: end - 1] + other + data[end:])


@pytest.mark.parametrize("content", [b"", b"!", b"e30", b"e30=e30="])
def test_a_page_with_another_content_is_refused(content: bytes) -> None:
    with pytest.raises(REFUSALS):
        Envelope.from_file(b"<!doctype html>" + ELEMENT + content + ELEMENT_END)


def test_a_page_with_two_envelopes_is_refused() -> None:
    html = page.page(envelope(Mode.CARD))
    with pytest.raises(DamagedPackage):
        Envelope.from_file(html + ELEMENT + ELEMENT_END)


def test_a_large_envelope_stands_in_pieces() -> None:
    whole = envelope(Mode.CARD)
    large = whole + bytes(500_000)
    html = page.page(large)
    assert html.count(NEXT_ELEMENT) == 2
    assert Envelope.from_file(html) == Envelope.from_file(large)
    joint = ELEMENT_END + NEXT_ELEMENT
    for spoilt in (
        html.replace(joint, b"", 1),  # pieces of another size
        html.replace(joint, joint + joint, 1),  # an empty piece
        html.replace(joint, ELEMENT_END + b" " + NEXT_ELEMENT, 1),  # not one right after the other
        html + NEXT_ELEMENT + b"e30=" + ELEMENT_END,
    ):
        with pytest.raises(REFUSALS):
            Envelope.from_file(spoilt)


@pytest.mark.parametrize("over", [-3, 0, 3])
def test_an_envelope_that_fills_its_pieces(over: int) -> None:
    whole = envelope(Mode.CARD)
    size = 2 * PIECE // 4 * 3 + over
    exact = whole + bytes(size - len(whole))
    assert Envelope.from_file(page.page(exact)) == Envelope.from_file(exact)


def test_the_constant_page_holds_none() -> None:
    with pytest.raises(NotAPackage):
        Envelope.from_file(page.constant())


@given(
    st.binary(max_size=300)
    | st.binary(max_size=200).map(lambda tail: b'{"format":"phr-grant/v1","mode":"' + tail)
)
def test_any_bytes_give_an_envelope_or_a_refusal(data: bytes) -> None:
    with pytest.raises(REFUSALS):
        Envelope.from_file(data)


@pytest.mark.parametrize("words", ["", "a" * 1001, "abaisser zoologie étoile réglage sépare"])
def test_wrong_words_are_refused(words: str) -> None:
    with pytest.raises(WrongWords):
        Envelope.from_file(envelope(Mode.CODE)).unwrap(words)


def test_a_wrong_code_is_told_from_damage() -> None:
    opening = Opening(Envelope.from_file(envelope(Mode.CARD)))
    with pytest.raises(WrongCode):
        opening.open(FIXED["card_code"].replace("0", "1"))
    assert opening.open(FIXED["card_code"]).decode() == FIXED["plaintext"]


def test_a_header_that_costs_quadratic_time_never_reaches_the_library() -> None:
    head, _, tail = envelope(Mode.CARD).partition(b"\n")[2].partition(b"--- ")
    for stanza in (b"-> X25519 " + b"A" * 43 + b"\n" + b"A" * 43 + b"\n", b"-> a-grease\n\n"):
        with pytest.raises(DamagedPackage):
            age_header.check(head + stanza * 1000 + b"--- " + tail)
