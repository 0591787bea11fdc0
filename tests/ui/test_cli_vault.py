"""The vault as a whole by the command: making, locking, copying, checking it."""

import subprocess
import sys
from pathlib import Path

import pytest

from storage.vault import open_vault
from tests.ui.phr_command import PASSPHRASE, Phr


@pytest.fixture
def phr(tmp_path: Path) -> Phr:
    return Phr(tmp_path).create()


def test_init_makes_a_vault_once(tmp_path: Path) -> None:
    phr = Phr(tmp_path)
    assert phr("init")["vault"] == str(phr.vault)
    assert phr("entries") == {"entries": [], "next": None}
    assert "not empty" in phr.refused("init", phr.vault)


def test_a_weak_passphrase_is_said_to_be_weak(tmp_path: Path) -> None:
    phr = Phr(tmp_path)
    phr.passphrase_file.write_text("azerty1234", "utf-8")
    assert "easy to guess" in phr.run("init", phr.vault).stderr


def test_the_passphrase_is_changed(phr: Phr, tmp_path: Path) -> None:
    new = tmp_path / "new"
    new.write_text("quatre grands chiens verts\r\n", "utf-8")
    phr("passphrase", "--new-passphrase-file", new)
    assert "does not open" in phr.refused("entries", phr.vault)
    phr.passphrase_file = new
    phr("entries")


def test_only_one_final_newline_is_left_out(tmp_path: Path) -> None:
    phr = Phr(tmp_path).create("deux lignes\n")
    phr.passphrase_file.write_text("deux lignes\n", "utf-8")
    phr.refused("entries", phr.vault)
    phr.passphrase_file.write_text("deux lignes\n\n", "utf-8")
    phr("entries")


def test_the_passphrase_file_is_named_before_or_after_the_verb(phr: Phr) -> None:
    phr.passphrase_file.rename(phr.folder / "other")
    phr("entries", "--passphrase-file", phr.folder / "other")
    phr("entries", "--passphrase-file", "-", given=PASSPHRASE)
    assert "no such file" in phr.refused("entries", phr.vault)


def test_a_second_writer_is_refused_at_once(phr: Phr) -> None:
    with phr.at_home(), open_vault(phr.vault, PASSPHRASE):
        command = [
            sys.executable,
            "-m",
            "phr",
            "entries",
            str(phr.vault),
            "--lang",
            "fr",
            "--passphrase-file",
            "-",
        ]
        done = subprocess.run(
            command, input=PASSPHRASE, capture_output=True, text=True, timeout=30, check=False
        )
    assert (done.returncode, done.stdout) == (1, "")
    assert (
        done.stderr
        == "Ce coffre est déjà ouvert ailleurs\u00a0: fermez-le d’abord là-bas. Rien n’a été modifié.\n"
    )


def test_backup_and_restore(phr: Phr) -> None:
    entry = phr("add", "--kind", "note", "--title", "Sommeil")["id"]
    made = Path(phr("backup", phr.folder / "backups")["backup"])
    assert made.is_absolute()
    assert made.is_dir()
    restored = phr.folder / "restored"
    phr.run("restore", phr.folder / "backups", restored)
    assert "not empty" in phr.refused("restore", phr.folder / "backups", restored)
    assert "no backup" in phr.refused("restore", phr.folder / "state", phr.folder / "x")
    phr.vault = restored
    assert phr.ids() == [entry]


def test_verify_tells_whether_all_is_well(phr: Phr) -> None:
    assert phr("verify") == {"ok": True, "faults": []}
    phr("import", Path(__file__))
    database = next(phr.vault.glob("record-*.db"))
    damaged = bytearray(database.read_bytes())
    damaged[-2000] ^= 1
    database.write_bytes(damaged)
    found = phr("verify", code=1)
    assert found["ok"] is False
    assert found["faults"]


def test_the_history_is_whole(phr: Phr) -> None:
    log = phr("log")
    assert log["verified"] is None
    assert {"seq", "at", "action", "grant", "detail"} == set(log["lines"][0])
    assert [line["seq"] for line in log["lines"]] == list(range(1, len(log["lines"]) + 1))
    assert phr("log", "--verify")["verified"] is True


def test_what_is_no_vault_is_said_to_be_none(phr: Phr) -> None:
    assert "no vault" in phr.refused("entries", phr.folder / "nowhere")
    (phr.vault / "keyslots.json").write_text("{}")
    assert "keyslots.json" in phr.refused("entries", phr.vault)


def test_the_date_can_be_confirmed(phr: Phr) -> None:
    assert phr("date")["confirmed"] is True
    assert phr("date", "--confirm")["confirmed"] is True
