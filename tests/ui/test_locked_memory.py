"""What a locked program still holds in memory, read from outside: its key in no form. See docs/threat-model.md."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from phr.entry import Kind
from storage import entries, keyslots, people
from storage.keyslots import LEAST_COST
from storage.vault import create
from storage.wiping import wipe
from tests.memory import copies, needs_proc

PASSPHRASE = "quatre mots sans rapport aucun"
TITLE = "zanzibarite du coude"
ROOT = Path(__file__).parents[2]


@needs_proc
@pytest.mark.parametrize("program", ["handle", "desktop"])
def test_a_locked_program_has_no_key(program: str, tmp_path: Path) -> None:
    with create(tmp_path / "vault", PASSPHRASE, cost=LEAST_COST) as vault:
        person = people.add_person(vault, "Jeanne Martin")
        entries.add_own(vault, person.id, Kind.PROBLEM, TITLE)
    key = keyslots.unlock(keyslots.read(tmp_path / "vault"), PASSPHRASE)
    forms = (key, key.hex().encode(), key.hex().upper().encode())
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "XDG_CONFIG_HOME": str(tmp_path / "config")}
    command = [sys.executable, "-m", "tests.ui.locked_program", program, str(tmp_path / "vault")]
    process = subprocess.Popen(
        command,
        cwd=ROOT,
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    with process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(PASSPHRASE.encode() + b"\n")
        process.stdin.flush()
        assert process.stdout.readline() == b"open\n"
        held = copies(process.pid, *forms, TITLE.encode())
        assert held[key]  # the measure works
        assert held[TITLE.encode()]
        process.stdin.write(b"\n")
        process.stdin.flush()
        assert process.stdout.readline() == b"locked\n"
        assert copies(process.pid, *forms) == dict.fromkeys(forms, 0)
        process.stdin.write(b"\n")
    assert process.returncode == 0


def test_wiping_overwrites_in_place() -> None:
    secret, array, text = bytes(range(1, 33)), bytearray(b"abc"), bytes(range(65, 75)).decode("ascii")
    for one in (secret, array, text):
        wipe(one)
    assert secret == bytes(32)
    assert array == bytes(3)
    assert text == "\0" * 10
    with pytest.raises(ValueError, match="ASCII"):
        wipe("éé")
