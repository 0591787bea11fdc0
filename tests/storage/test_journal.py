"""The journal: append-only, chained, signed, and without words of the record."""

import base64
import hashlib
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from sqlcipher3 import dbapi2

from storage import journal
from storage.connection import Connection
from storage.vault import Vault, open_vault
from tests.storage.conftest import PASSPHRASE

GID = "0123456789abcdef0123456789abcdef"


@pytest.fixture
def written(vault: Vault) -> Vault:
    """A vault with ten lines."""
    for number in range(1, 10):
        with vault.write() as db:
            journal.append(
                db, "release", grant=GID if number % 2 else "", detail={"left": number, "at": None}
            )
    return vault


def test_anyone_can_check_the_chain(written: Vault) -> None:
    """With SHA-256 and JSON, from the lines alone."""
    before = bytes(32)
    for line in journal.lines(written):
        text = json.dumps(
            [line.seq, line.at, line.action, line.grant, line.detail], sort_keys=True, separators=(",", ":")
        )
        before = hashlib.sha256(before + text.encode("ascii")).digest()
        assert line.hash == before.hex()
    assert journal.head(written).hash == before.hex()
    assert journal.verify(written) == []


def test_lines_come_in_pages_and_by_grant(written: Vault) -> None:
    assert [line.seq for line in journal.lines(written, limit=3)] == [1, 2, 3]
    assert [line.seq for line in journal.lines(written, after=8)] == [9, 10]
    assert [line.seq for line in journal.lines(written, GID, after=4)] == [6, 8, 10]
    assert journal.lines(written, "f" * 32) == []


@pytest.mark.parametrize(
    "statement", ["UPDATE journal SET action = 'x'", "DELETE FROM journal WHERE seq = 10"]
)
def test_lines_stay(written: Vault, statement: str) -> None:
    with pytest.raises(dbapi2.IntegrityError, match="append-only"), written.write() as db:
        db.execute(statement)
    assert len(journal.lines(written)) == 10


def _change(db: Connection) -> None:
    db.execute("""UPDATE journal SET detail = '{"at":null,"left":9}' WHERE seq = 5""")


def _backdate(db: Connection) -> None:
    db.execute("UPDATE journal SET at = '2020-01-01T00:00:00Z' WHERE seq = 5")


def _break(db: Connection) -> None:
    db.execute("UPDATE journal SET detail = 'not json' WHERE seq = 5")


def _remove(db: Connection) -> None:
    db.execute("DELETE FROM journal WHERE seq = 5")


def _renumber(db: Connection) -> None:
    _remove(db)
    db.execute("UPDATE journal SET seq = seq - 1 WHERE seq > 5")


def _change_with_hash(db: Connection) -> None:
    """Even somebody who computes the line's own hash anew is found at the next line."""
    _change(db)
    before = db.execute("SELECT hash FROM journal WHERE seq = 4").fetchone()[0]
    seq, at, action, grant, detail = db.execute(
        "SELECT seq, at, action, grant_id, detail FROM journal WHERE seq = 5"
    ).fetchone()
    line = journal.Line(seq, at, action, grant, json.loads(detail), "")
    db.execute("UPDATE journal SET hash = ? WHERE seq = 5", (journal.line_hash(before, line),))


@pytest.mark.parametrize(
    ("tamper", "where"),
    [
        (_change, "line 5"),
        (_backdate, "line 5"),
        (_break, "line 5"),
        (_remove, "line 5"),
        (_renumber, "line 5"),
        (_change_with_hash, "line 6"),
    ],
)
def test_the_first_faulty_line_is_named(
    written: Vault, tamper: Callable[[Connection], None], where: str
) -> None:
    with written.write() as db:
        db.execute("DROP TRIGGER journal_no_update")
        db.execute("DROP TRIGGER journal_no_delete")
        tamper(db)
    assert journal.verify(written) == [journal.Fault("journal", where)]


def test_a_check_says_how_far_it_is_and_can_be_ended(vault: Vault) -> None:
    with vault.write() as db:
        for _ in range(2100):
            journal.append(db, "unlock")
    told: list[tuple[int, int]] = []
    assert journal.verify(vault, progress=lambda done, total: told.append((done, total))) == []
    assert told == [(1000, 2101), (2000, 2101)]

    def stop(_done: int, _total: int) -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        journal.verify(vault, progress=stop)
    assert journal.verify(vault) == []


def test_an_empty_journal_is_a_fault(written: Vault) -> None:
    with written.write() as db:
        db.execute("DROP TRIGGER journal_no_delete")
        db.execute("DELETE FROM journal")
    assert journal.verify(written) == [journal.Fault("journal", "line 1")]


def test_the_head_is_signed(written: Vault, vault_folder: Path) -> None:
    head = journal.head(written)
    text = json.dumps(
        {"vault": written.id, "seq": head.seq, "hash": head.hash}, sort_keys=True, separators=(",", ":")
    )
    signed = b"phr-journal-head/v1\n" + text.encode("ascii")
    key = Ed25519PublicKey.from_public_bytes(base64.b64decode(head.public_key))
    key.verify(base64.b64decode(head.signature), signed)
    with pytest.raises(InvalidSignature):
        key.verify(base64.b64decode(head.signature), signed.replace(b'"seq":10', b'"seq":11'))
    created = journal.lines(written)[0]
    assert created.detail["key"] == base64.b64decode(head.public_key).hex()
    written.close()
    with open_vault(vault_folder, PASSPHRASE) as again:
        assert journal.head(again).public_key == head.public_key


@pytest.mark.parametrize(
    "detail",
    [
        {"title": "Trouble bipolaire"},
        {"name": "Martin"},
        {"file": "bilan.pdf"},
        {"file": "/home/lea/bilan"},
        {"word": "été"},
        {"two words": 1},
        {"id": "a" * 129},
        {"id": "abc\n"},
        {"value": 1.5},
        {"list": ["a"]},
    ],
)
def test_words_of_the_record_are_refused(vault: Vault, detail: dict[str, str]) -> None:
    with pytest.raises(ValueError, match="journal"), vault.write() as db:
        journal.append(db, "edited", detail=detail)
    assert len(journal.lines(vault)) == 1


@pytest.mark.parametrize(
    "value",
    [
        "",
        "a1b2c3",
        "d3adb33f-0000-4000-8000-000000000000",
        "no-way-back",
        "2026-03-01T08:30:00Z",
        "2026-03-01",
        7,
        None,
    ],
)
def test_ids_counts_times_and_fixed_words_are_taken(vault: Vault, value: str | int | None) -> None:
    with vault.write() as db:
        journal.append(db, "edited", detail={"value": value})
    assert journal.lines(vault)[-1].detail == {"value": value}
