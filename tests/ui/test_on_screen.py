"""On my screen: a real process shows the excerpt, the vault is locked, and the history knows when it ended."""

import contextlib
import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from phr.entry import Kind
from phr.formats.pdf_text import text_of
from sharing import grants as sharing
from sharing import holders, on_screen
from sharing.scope import Scope
from storage import clock, entries, grants, journal, people, practitioners
from storage.entries import Filter
from storage.vault import Vault, open_vault
from tests.memory import copies, needs_proc
from tests.ui.conftest import PASSPHRASE
from tests.ui.excerpts import bundle, entry
from tests.ui.phr_command import SAMPLE, Phr
from ui.consultation import pipe
from ui.consultation.pipe import Order
from ui.desktop.pictures import settle
from ui.desktop.window import Window

Wait = Callable[[Callable[[], bool]], None]
CANARY = "zanzibarite"
WITH_CANARY = bundle(entry("problem", CANARY))


def child(order: bytes, folder: Path) -> "subprocess.Popen[bytes]":
    """The process, given this in its pipe."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "TMPDIR": str(folder)}
    process = subprocess.Popen(
        pipe.command(),
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        env=environment,
    )
    assert process.stdin is not None
    with contextlib.suppress(BrokenPipeError):
        process.stdin.write(order)
        process.stdin.flush()
    return process


def ended(process: "subprocess.Popen[bytes]") -> int:
    """Its exit code; its pipe is open still."""
    code = process.wait(20)
    for stream in (process.stdin, process.stderr):
        assert stream is not None
        stream.close()
    return code


def test_the_process_ends_by_itself_when_its_time_is_over(tmp_path: Path) -> None:
    process = child(pipe.encode(Order("fr", "light", 1, WITH_CANARY)), tmp_path)
    assert ended(process) == 0
    assert list(tmp_path.iterdir()) == []


def test_a_broken_order_shows_nothing(tmp_path: Path) -> None:
    assert ended(child(b"nonsense\n", tmp_path)) == 1
    assert ended(child(pipe.encode(Order("fr", "light", 60, b"{}")), tmp_path)) == 1


@needs_proc
def test_the_process_holds_nothing_but_the_excerpt(tmp_path: Path, wait_for: Wait) -> None:
    process = child(pipe.encode(Order("fr", "light", 600, WITH_CANARY)), tmp_path)
    proc = Path(f"/proc/{process.pid}")
    wide = CANARY.encode("utf-16-le")  # as Qt holds what it shows
    wait_for(lambda: copies(process.pid, wide)[wide] > 0)
    loaded = (proc / "maps").read_text()
    assert "sqlcipher" not in loaded
    assert "libQt6Network" not in loaded
    assert CANARY.encode() not in (proc / "cmdline").read_bytes() + (proc / "environ").read_bytes()
    opened = [str(one.readlink()) for one in (proc / "fd").iterdir()]
    assert [one for one in opened if one.startswith(str(tmp_path)) or ".db" in one] == []
    assert list(tmp_path.iterdir()) == []
    assert process.stdin is not None
    process.stdin.close()  # as if the program with the vault had died
    assert process.wait(20) == 0
    assert not proc.exists()  # and its memory with it
    assert process.stderr is not None
    assert CANARY.encode() not in process.stderr.read()
    process.stderr.close()


# The window


def show(window: Window) -> None:
    """Go the way to the screen, with all that is not kept private."""
    window.commands.new_grant.trigger()
    window.grant.who.new.name.setText("Dr Linh Nguyen")
    window.grant.go_on()
    window.grant.go_on()
    window.grant.terms.modes["screen"].setChecked(True)
    window.grant.go_on()
    settle()
    window.grant.go_on()
    settle()
    assert window.vault is None


def unlock(window: Window, wait_for: Wait) -> Vault:
    """Type the passphrase."""
    window.unlock.passphrase.setText(PASSPHRASE)
    window.unlock.start()
    wait_for(lambda: window.vault is not None)
    settle()
    assert window.vault is not None
    return window.vault


def test_the_vault_is_locked_behind_it_and_its_passphrase_ends_it(filled: Window, wait_for: Wait) -> None:
    show(filled)
    assert filled.consultation.is_running
    assert filled.pages.currentWidget() is filled.unlock
    assert "C’est à l’écran" in filled.bar.text()
    vault = unlock(filled, wait_for)
    assert not filled.consultation.is_running
    [row] = grants.grants(vault)
    assert (row.mode, row.state, row.released) == ("screen", "closed", 1)
    assert row.made_at <= row.ended_at <= row.until
    lines = journal.lines(vault, grant=row.gid)
    assert [line.action for line in lines] == ["screen-begun", "screen-ended"]
    assert lines[1].detail == {"ended": row.ended_at}
    assert len(json.loads(row.entries)) == lines[0].detail["entries"] == 22
    filled.show_page(filled.access)
    filled.access.table.selectRow(0)
    assert filled.access.withdraw.isHidden()
    assert filled.access.card.isHidden()


def test_an_end_before_the_unlocking_is_remembered(filled: Window, wait_for: Wait) -> None:
    show(filled)
    process = filled.consultation._process
    assert process is not None
    wait_for(lambda: process.bytesToWrite() == 0)
    process.closeWriteChannel()  # the view takes that for the end of its parent, and goes
    wait_for(lambda: not filled.consultation.is_running)
    assert "La consultation est terminée" in filled.bar.text()
    told = filled.consultation._ended_at
    assert told is not None
    vault = unlock(filled, wait_for)
    [row] = grants.grants(vault)
    assert row.ended_at == clock.instant(told)


def test_an_end_that_nobody_saw_is_not_known(vault: Vault, tmp_path: Path) -> None:
    """The program died with the view; the computer was off until the time was over."""
    person = people.add_person(vault, "Odile Mercier")
    doctor = practitioners.add_practitioner(vault, "Dr Roux")
    entries.add_own(vault, person.id, Kind.ALLERGY, "Pénicilline")
    showing = on_screen.begin(
        vault, practitioner=doctor.id, purpose="", scope=Scope(person=person.id), minutes=15
    )
    vault.close()
    later = clock.system_now() + timedelta(minutes=16)
    with open_vault(tmp_path / "coffre", PASSPHRASE, now=lambda: later) as again:
        sharing.end_due(again)
        assert grants.grant(again, showing.gid).state == "end-unknown"
        assert journal.lines(again, grant=showing.gid)[-1].action == "end-unknown"
        assert grants.grant(again, showing.gid).ended_at == grants.grant(again, showing.gid).until
        assert holders.shared_with(again, entries.page(again, Filter()).entries[0].id)
        # somebody knows after all
        on_screen.finish(again, showing.gid, clock.moment(grants.grant(again, showing.gid).made_at))
        assert grants.grant(again, showing.gid).state == "closed"


# The command


@needs_proc
def test_the_command_shows_it_with_the_vault_closed(tmp_path: Path, wait_for: Wait) -> None:
    folder = tmp_path / "phr"
    folder.mkdir()
    phr = Phr(folder).create()
    phr("import", SAMPLE)
    phr("practitioner add", "--name", "Dr Reine")
    command = [sys.executable, "-m", "phr", "--passphrase-file", str(phr.passphrase_file), "--json"]
    command += ["grant", "show-on-screen", str(phr.vault), "--to", "Dr Reine", "--kind", "allergy"]
    environment = {**os.environ, **phr.environment, "QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as program:
        children = Path(f"/proc/{program.pid}/task/{program.pid}/children")

        def is_shown() -> bool:
            return any(
                "libqoffscreen" in Path(f"/proc/{one}/maps").read_text()
                for one in children.read_text().split()
            )

        wait_for(is_shown)
        [row] = phr("grant list")["grants"]  # the vault is closed: another program may open it
        assert (row["mode"], row["state"]) == ("screen", "running")
        assert "on the screen" in phr.refused("revoke", phr.vault, row["grant"])
        program.send_signal(signal.SIGINT)
        assert program.stdout is not None
        answer = json.loads(program.stdout.read())
    assert program.returncode == 0
    assert answer["entries"] == 2
    [row] = phr("grant list")["grants"]
    assert (row["state"], row["ended_at"]) == ("closed", answer["ended_at"])
    phr("grant receipt", row["grant"], "--out", tmp_path / "receipt.pdf", "--fhir", tmp_path / "consent.json")
    receipt = text_of((tmp_path / "receipt.pdf").read_bytes())
    assert "own screen" in " ".join(receipt.split())
    assert "protected file" not in receipt.lower()
