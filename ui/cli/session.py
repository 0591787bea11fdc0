"""What one run of the program knows: how to answer, and the secret that opens the vault."""

import json
import sys
from collections.abc import Callable
from contextlib import contextmanager
from dataclasses import dataclass
from getpass import getpass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ui.catalogue import translate
from ui.cli.errors import NoTerminal, NothingTyped, NotText, SecretsDiffer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from storage.vault import Vault


STANDARD = "-"
"""What names standard input or output instead of a file."""

CLOCK_NOTICES = frozenset({"date-unconfirmed", "wrong-clock"})


@dataclass
class Session:
    """``as_json``: answer in JSON. ``passphrase_file``: where the vault's passphrase stands, "-" for standard input."""

    as_json: bool = False
    passphrase_file: str | None = None

    def passphrase(self, *, new: bool = False) -> str:
        """The vault's passphrase, from its file or asked for; a new one is asked for twice.

        Raises NoTerminal, SecretsDiffer, NotText, OSError.
        """
        if self.passphrase_file is not None:
            return read_secret(self.passphrase_file)
        if new:
            return ask_new_secret()
        return ask_secret(translate("cli", "Passphrase: "))

    @contextmanager
    def vault(self, folder: Path) -> "Iterator[Vault]":
        """The vault in ``folder``, open, with the accesses that are due ended and what it noticed told."""
        from sharing.grants import end_due
        from storage.vault import open_vault
        from ui.notices import notice

        with open_vault(folder, self.passphrase()) as vault:
            if CLOCK_NOTICES.isdisjoint(vault.notices):
                end_due(vault)
            for code in vault.notices:
                click.echo(notice(code), err=True)
            yield vault

    def answer(self, data: object, tell: Callable[[], None]) -> None:
        """Write ``data`` as JSON, or call ``tell`` to write it for people."""
        if self.as_json:
            self.answer_bytes(json.dumps(data).encode())
        else:
            tell()

    def answer_bytes(self, document: bytes) -> None:
        """Write a JSON document that is already in bytes."""
        stream = sys.stdout.buffer
        stream.write(document + b"\n")
        stream.flush()


def read_secret(file: str) -> str:
    """The secret that stands in ``file`` ("-": standard input), without one final newline.

    Raises NotText, OSError.
    """
    data = sys.stdin.buffer.read() if file == STANDARD else Path(file).read_bytes()
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        # "from None": the error would carry the secret's bytes along
        raise NotText from None
    return text.removesuffix("\n").removesuffix("\r")


def ask_first(question: str, *, sure: bool) -> None:
    """Ask somebody at a terminal before going on, unless they said they are ``sure``. Raises click.Abort."""
    if sys.stdin.isatty() and not sure:
        click.confirm(question, abort=True, err=True)


def ask_secret(prompt: str) -> str:
    """Ask for a secret on the terminal, unseen. Raises NoTerminal, NothingTyped."""
    if not (sys.stdin.isatty() or sys.stderr.isatty()):
        raise NoTerminal
    try:
        return getpass(prompt)
    except EOFError:
        raise NothingTyped from None


def ask_new_secret() -> str:
    """Ask for a new passphrase twice. Raises NoTerminal, SecretsDiffer."""
    secret = ask_secret(translate("cli", "New passphrase: "))
    if ask_secret(translate("cli", "The same once more: ")) != secret:
        raise SecretsDiffer
    return secret
