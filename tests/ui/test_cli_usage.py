"""Habits of the command line: help, versions, wrong usage, interruptions, faults."""

import os
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from phr.errors import PhrError
from ui.cli.command import Program
from ui.cli.main import language_asked
from ui.cli.program import program


def all_verbs(group: click.Group, *path: str) -> list[tuple[str, ...]]:
    found = []
    for name, verb in group.commands.items():
        found.append((*path, name))
        if isinstance(verb, click.Group):
            found += all_verbs(verb, *path, name)
    return found


def phr(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "phr", *arguments],
        env={**os.environ, **environment},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


@pytest.mark.parametrize("path", all_verbs(program), ids=" ".join)
@pytest.mark.parametrize("option", ["--help", "-h"])
def test_every_verb_has_help(path: tuple[str, ...], option: str) -> None:
    done = CliRunner().invoke(program, [*path, option])
    assert done.exit_code == 0
    for common in ("--json", "--passphrase-file", "--lang", "--help"):
        assert common in done.stdout


@pytest.mark.parametrize(
    "arguments", [("entries",), ("frob",), ("entries", "v", "--frob"), ("add", "v", "--kind", "x")]
)
def test_wrong_usage_ends_with_2(arguments: tuple[str, ...]) -> None:
    done = CliRunner().invoke(program, list(arguments))
    assert done.exit_code == 2
    assert not done.stdout


def test_the_version_is_told() -> None:
    assert phr("--version").stdout == f"phr, version {version('phr')}\n"


def test_help_speaks_the_users_language() -> None:
    assert "Créer un coffre" in phr("--help", LANG="fr_FR.UTF-8", LC_ALL="").stdout
    assert "Créer un coffre" in phr("--lang", "fr", "--help", LC_ALL="C.UTF-8").stdout
    assert "Create a vault" in phr("--help", "--lang=en", LC_ALL="fr_FR.UTF-8").stdout


def test_the_language_asked_for_wins() -> None:
    assert language_asked(["--lang=en"], {"LANG": "fr_FR"}) == "en"
    assert language_asked(["entries", "--lang", "fr"], {}) == "fr"
    assert language_asked(["entries", "--lang", "de"], {"LANG": "fr_FR"}) == "fr"


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_shell_can_complete(shell: str) -> None:
    assert "_PHR_COMPLETE" in CliRunner().invoke(program, ["completion", shell]).stdout


def test_completion_knows_the_verbs() -> None:
    done = phr(_PHR_COMPLETE="bash_complete", COMP_WORDS="phr gra", COMP_CWORD="1")
    assert done.stdout == "plain,grant\n"


def test_help_comes_without_qt_or_sql() -> None:
    code = (
        "import sys; from ui.cli.program import program\n"
        "print([name for name in ('PySide6', 'sqlcipher3', 'pydantic', 'lxml') if name in sys.modules])"
    )
    assert (
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
        == "[]\n"
    )


def test_without_a_terminal_a_passphrase_needs_a_file(tmp_path: Path) -> None:
    done = phr("init", str(tmp_path / "vault"), "--lang", "en")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "There is no terminal to ask on: name a file with --passphrase-file.\n"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("import", "v", "-", "--passphrase-file", "-"), "standard input"),
        (("passphrase", "v", "--passphrase-file", "-", "--new-passphrase-file", "-"), "standard input"),
        (("export", "v", "--fhir", "-", "--json"), "standard output"),
        (("open", "f.phr", "--words-file", "-"), "Standard input"),
    ],
)
def test_one_stream_serves_one_purpose(arguments: tuple[str, ...], told: str) -> None:
    done = CliRunner().invoke(program, ["--lang", "en", *arguments])
    assert done.exit_code == 2
    assert told in done.stderr


def failing(error: BaseException) -> Program:
    """A program whose one verb fails so."""

    def verb() -> None:
        raise error

    return Program("phr", commands={"verb": click.Command("verb", callback=verb)})


def test_a_fault_of_ours_is_told_without_its_message() -> None:
    done = CliRunner().invoke(failing(RuntimeError("Mme Dupont, VIH")), ["verb"])
    assert done.exit_code == 70
    assert "RuntimeError" in done.stderr
    assert "Dupont" not in done.stderr


def test_ctrl_c_ends_with_130() -> None:
    assert CliRunner().invoke(failing(KeyboardInterrupt()), ["verb"]).exit_code == 130


def test_a_cause_of_an_extension_still_has_a_sentence() -> None:
    done = CliRunner().invoke(failing(type("Unheard", (PhrError,), {})()), ["verb"])
    assert done.exit_code == 1
    assert len(done.stderr.splitlines()) == 1
