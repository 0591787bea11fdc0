"""``keyslots.json``: opens with the passphrase, and refuses everything else quickly and by name."""

import hashlib
import json
import time
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage import keyslots
from storage.canonical import canonical
from storage.errors import DamagedHeader, EmptyPassphrase, NewerVault, UnsafeParameters, WrongPassphrase
from storage.keyslots import LEAST_COST, Cost, KeySlots

KEY = bytes(range(32))


@pytest.fixture(scope="module")
def slots() -> KeySlots:
    return keyslots.make(KEY, "été à la mer", database="record-1.db", cost=LEAST_COST)


def _edited(slots: KeySlots, **changes: Any) -> bytes:
    """The file with members of its slot or of itself changed, and a check that fits."""
    members = slots.model_dump()
    for name, value in changes.items():
        (members if name in members else members["slots"][0])[name] = value
    check = hashlib.sha256(canonical(members)).hexdigest()
    return canonical({**members, "check": check})


def test_the_passphrase_gives_the_key_back(slots: KeySlots) -> None:
    assert keyslots.unlock(keyslots.decode(keyslots.encode(slots)), "été à la mer") == KEY


def test_the_same_phrase_from_another_keyboard(slots: KeySlots) -> None:
    typed = unicodedata.normalize("NFD", "été\u00a0à\u202fla mer")
    assert keyslots.unlock(slots, typed) == KEY


@pytest.mark.parametrize("wrong", ["Été à la mer", "été à la mer ", "ete a la mer", "x" * 10_000])
def test_a_wrong_passphrase(slots: KeySlots, wrong: str) -> None:
    with pytest.raises(WrongPassphrase):
        keyslots.unlock(slots, wrong)


def test_an_empty_passphrase(slots: KeySlots) -> None:
    with pytest.raises(EmptyPassphrase):
        keyslots.unlock(slots, "")


def test_salt_and_nonce_are_fresh(slots: KeySlots) -> None:
    again = keyslots.make(KEY, "été à la mer", database="record-1.db", cost=LEAST_COST).slots[0]
    assert again.salt != slots.slots[0].salt
    assert again.nonce != slots.slots[0].nonce


def test_any_byte_changed_is_damage(slots: KeySlots) -> None:
    data = keyslots.encode(slots)
    for position in range(len(data)):
        for bit in range(8):
            damaged = bytearray(data)
            damaged[position] ^= 1 << bit
            with pytest.raises(DamagedHeader):
                keyslots.decode(bytes(damaged))


def test_any_truncation_is_damage(slots: KeySlots) -> None:
    data = keyslots.encode(slots)
    for length in range(len(data)):
        with pytest.raises(DamagedHeader):
            keyslots.decode(data[:length])
    with pytest.raises(DamagedHeader):
        keyslots.decode(data + b"\n")


@given(st.binary(max_size=300))
def test_noise_is_damage(noise: bytes) -> None:
    with pytest.raises(DamagedHeader):
        keyslots.decode(noise)


texts = st.text("ab/-0", max_size=8)
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=8,
)


@given(
    st.dictionaries(
        st.sampled_from(["format", "database", "slots", "other"]),
        st.just("phr-vault/v1") | st.just("record-1.db") | json_values,
    )
)
def test_any_other_object_with_a_good_check_is_refused(members: dict[str, object]) -> None:
    check = hashlib.sha256(canonical(members)).hexdigest()
    with pytest.raises((DamagedHeader, NewerVault)):
        keyslots.decode(canonical({**members, "check": check}))


@pytest.mark.parametrize(
    "hostile",
    [
        b"[" * 60_000,
        b"9" * 60_000,
        b'{"a":' * 10_000,
        b" " * 70_000,
        b"null",
        b"[]",
        b'"phr-vault/v1"',
        b"NaN",
        b"\xff\xfe",
    ],
)
def test_hostile_json(hostile: bytes) -> None:
    with pytest.raises(DamagedHeader):
        keyslots.decode(hostile)


def test_a_long_file_is_not_read(tmp_path: Path, slots: KeySlots) -> None:
    (tmp_path / keyslots.NAME).write_bytes(keyslots.encode(slots) + b" " * 10_000_000)
    with pytest.raises(DamagedHeader):
        keyslots.read(tmp_path)


@pytest.mark.parametrize("format_", ["phr-vault/v2", "phr-vault/v10"])
def test_a_later_format(slots: KeySlots, format_: str) -> None:
    with pytest.raises(NewerVault):
        keyslots.decode(_edited(slots, format=format_))


@pytest.mark.parametrize(
    "name", ["../record-1.db", "record-0.db", "record-1.db\n", "/etc/passwd", "record-1.db-wal"]
)
def test_the_database_is_a_file_of_the_folder(slots: KeySlots, name: str) -> None:
    with pytest.raises(DamagedHeader):
        keyslots.decode(_edited(slots, database=name))


@pytest.mark.parametrize(
    "changes",
    [
        {"memory": 2**40},
        {"memory": 1024 * 1024 + 1},
        {"memory": 8},
        {"memory": -1},
        {"passes": 2**31},
        {"passes": 11},
        {"passes": 1},
        {"lanes": 17},
        {"lanes": 1},
        {"lanes": 0},
    ],
)
def test_unsafe_parameters_are_refused_before_they_cost_anything(
    slots: KeySlots, changes: dict[str, int]
) -> None:
    began = time.process_time()
    with pytest.raises(UnsafeParameters):
        keyslots.unlock(keyslots.decode(_edited(slots, **changes)), "été à la mer")
    assert time.process_time() - began < 0.1


def test_unsafe_parameters_are_not_written() -> None:
    with pytest.raises(UnsafeParameters):
        keyslots.make(KEY, "x", database="record-1.db", cost=Cost(1024, 3, 4))


@pytest.mark.parametrize(
    "changes",
    [{"passes": 4}, {"id": "0" * 16}, {"salt": "0" * 32}, {"nonce": "0" * 24}, {"database": "record-2.db"}],
)
def test_nothing_of_the_header_can_be_exchanged(slots: KeySlots, changes: dict[str, Any]) -> None:
    """A header rewritten on purpose, with a check that fits, does not give the key."""
    with pytest.raises(WrongPassphrase):
        keyslots.unlock(keyslots.decode(_edited(slots, **changes)), "été à la mer")


def test_neither_key_nor_passphrase_is_in_the_file(slots: KeySlots) -> None:
    text = keyslots.encode(slots)
    assert KEY.hex().encode() not in text
    assert set(json.loads(text)) == {"check", "database", "format", "slots"}
