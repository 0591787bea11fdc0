"""The history rewritten by somebody who has the data key and opens the database directly: found, and the line named.

Three look for it: the program (``phr log --verify``, and each opening by what the state file knows), a head held
elsewhere, and the stand-alone verifier on an export.
"""

import base64
import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from storage import journal, keyslots, state
from storage.connection import Connection, connect
from storage.heads import head_text
from storage.vault import Vault, open_vault
from tests.ui.phr_command import PASSPHRASE, Phr

VERIFIER = Path(__file__).parents[3] / "docs" / "verify_history.py"
CHANGED = 4
"""The line that is tampered with."""


@dataclass
class Held:
    """A vault, and the head that a receipt or a package took along: its text and its line."""

    phr: Phr
    text: str
    seq: int

    def tamper(self, change: Callable[[Connection], None]) -> None:
        """Change the database as SQLCipher lets whoever has the key."""
        slots = keyslots.read(self.phr.vault)
        db = connect(self.phr.vault / slots.database, keyslots.unlock(slots, PASSPHRASE))
        for trigger in ("journal_no_update", "journal_no_delete"):
            db.execute(f"DROP TRIGGER {trigger}")
        change(db)
        db.close()

    def exported(self, head: str = "") -> str:
        """What the stand-alone verifier says of an export of now."""
        file = self.phr.folder / "history.csv"
        self.phr("log", "--export", file)
        command = [sys.executable, str(VERIFIER), str(file), *([head] if head else [])]
        done = subprocess.run(command, check=False, capture_output=True, text=True, timeout=60)
        assert not done.stderr
        said: str = done.stdout
        return said


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Phr:
    """A vault with a running access, whose history has a dozen lines."""
    folder = tmp_path_factory.mktemp("made")
    phr = Phr(folder).create()
    phr("add", "--kind", "problem", "--title", "Asthme", "--person", "Ana Lima")
    phr("practitioner add", "--name", "Dr Reine")
    phr("grant new", "--to", "Dr Reine", "--until", "P7D", "--kind", "problem", "--out", folder / "out")
    for _ in range(2):
        phr("entries")
    return phr


@pytest.fixture
def held(made: Phr, tmp_path: Path) -> Iterator[Held]:
    """The same, anew for each test, at the same place: elsewhere it would be a copy."""
    kept = tmp_path / "kept"
    shutil.copytree(made.folder, kept)
    with made.at_home(), open_vault(made.vault, PASSPHRASE) as vault:
        head = journal.head(vault)
        held = Held(made, head_text(vault.id, head.seq, head.hash), head.seq)
    yield held
    for place in (made.vault, made.folder / "state"):
        shutil.rmtree(place)
        shutil.copytree(kept / place.name, place)


def _edit(db: Connection) -> None:
    db.execute("UPDATE journal SET at = '2020-01-01T00:00:00Z' WHERE seq = ?", (CHANGED,))


def _delete(db: Connection) -> None:
    db.execute("DELETE FROM journal WHERE seq = ?", (CHANGED,))


def _insert(db: Connection) -> None:
    db.execute("UPDATE journal SET seq = -seq WHERE seq >= ?", (CHANGED,))
    db.execute("UPDATE journal SET seq = 1 - seq WHERE seq < 0")
    db.execute(
        "INSERT INTO journal SELECT ?1, at, 'unlock', '', detail, hash FROM journal WHERE seq = ?1 + 1",
        (CHANGED,),
    )


def _reorder(db: Connection) -> None:
    for old, new in ((CHANGED, -1), (CHANGED + 1, CHANGED), (-1, CHANGED + 1)):
        db.execute("UPDATE journal SET seq = ? WHERE seq = ?", (new, old))


def _garble(db: Connection) -> None:
    db.execute("UPDATE journal SET detail = ? WHERE seq = ?", ("[" * 100_000, CHANGED))


def _empty(db: Connection) -> None:
    db.execute("UPDATE journal SET action = '', detail = '' WHERE seq = ?", (CHANGED,))


def _truncate(db: Connection) -> None:
    db.execute("DELETE FROM journal WHERE seq > ?", (CHANGED,))


def _fork(db: Connection) -> None:
    """Another past, of the same length, each line rightly chained."""
    last = journal.end(db)[0]
    _truncate(db)
    for _ in range(last - CHANGED):
        journal.append(db, "preview")


def _chain_anew(db: Connection) -> None:
    """One line changed, and all hashes after it computed anew."""
    _edit(db)
    before = bytes(32)
    for seq, at, action, grant, detail in db.execute(
        "SELECT seq, at, action, grant_id, detail FROM journal ORDER BY seq"
    ).fetchall():
        before = journal.line_hash(before, journal.Line(seq, at, action, grant, json.loads(detail), ""))
        db.execute("UPDATE journal SET hash = ? WHERE seq = ?", (before, seq))


@pytest.mark.parametrize("tamper", [_edit, _delete, _insert, _reorder, _garble, _empty])
def test_a_broken_chain_is_found_by_the_program_itself(
    held: Held, tamper: Callable[[Connection], None]
) -> None:
    held.tamper(tamper)
    said = held.phr.run("log", held.phr.vault, "--verify", "--json", code=1)
    answer = json.loads(said.stdout)
    assert (answer["verified"], answer["broken"]) == (False, CHANGED)
    assert [line["seq"] for line in answer["lines"]] == list(range(1, CHANGED))
    assert f"line {CHANGED} " in said.stderr
    assert held.phr("log", "--check-head", held.text, code=1)["holds"] is False


@pytest.mark.parametrize("tamper", [_edit, _delete, _insert, _reorder])
def test_a_broken_chain_is_found_without_the_program(
    held: Held, tamper: Callable[[Connection], None]
) -> None:
    held.tamper(tamper)
    assert f"line {CHANGED} does not follow" in held.exported()


@pytest.mark.parametrize("tamper", [_truncate, _fork, _chain_anew])
def test_another_past_is_found_by_what_is_held_outside(
    held: Held, tamper: Callable[[Connection], None]
) -> None:
    """Its chain is whole. The state file knows better at the next opening; so does whoever holds a head."""
    held.tamper(tamper)
    with held.phr.at_home(), open_vault(held.phr.vault, PASSPHRASE) as vault:
        assert vault.notices == ("rolled-back",)
        assert journal.verify(vault) == []
        assert state.shares(vault) == set()
    answer = held.phr("log", "--check-head", held.text, code=1)
    assert (answer["seq"], answer["holds"]) == (held.seq, False)
    assert "rolled-back" in {line["action"] for line in held.phr("log", "--verify")["lines"]}
    assert f"line {held.seq} is not the one of {held.text}" in held.exported(held.text)


@pytest.mark.parametrize(
    "named", [False, True], ids=["key swapped", "key swapped and named in the first line"]
)
def test_a_head_signed_with_another_key(held: Held, named: bool) -> None:
    """The forger has the state file too, and wraps a key of their own in it."""
    other = Ed25519PrivateKey.generate()
    public = other.public_key().public_bytes_raw()
    with held.phr.at_home(), open_vault(held.phr.vault, PASSPHRASE) as vault:
        _swap_signing_key(vault, other)
        assert base64.b64decode(journal.head(vault).public_key) == public

    def name_it(db: Connection) -> None:
        db.execute("UPDATE journal SET detail = json_set(detail, '$.key', ?) WHERE seq = 1", (public.hex(),))
        _chain_anew(db)

    if named:
        held.tamper(name_it)
        assert "rolled-back" in held.phr.run("log", held.phr.vault).stdout
        assert f"line {held.seq} is not the one of" in held.exported(held.text)
    else:
        assert "the head is not signed with the key that this history names" in held.exported()


def _swap_signing_key(vault: Vault, key: Ed25519PrivateKey) -> None:
    """As the state file would hold it (docs/threat-model.md: whoever has vault, passphrase and state file)."""
    wrapped = state._wrap(vault.data_key, vault.id, "signing-key", key.private_bytes_raw())
    members = json.loads(state.path().read_bytes())
    (secrets,) = members["vaults"][vault.id]["secrets"].values()
    secrets["signing_key"] = wrapped
    state.path().write_text(json.dumps(members))
