"""``open``: the practitioner's side, in a terminal."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ui.catalogue import translate
from ui.cli.command import Verb
from ui.cli.errors import NothingTyped
from ui.cli.private_file import write_privately
from ui.cli.session import Session, read_secret

if TYPE_CHECKING:
    from sharing.opening import Opening


@click.command("open", cls=Verb, help=translate("cli", "Open a protected file that you were given."))
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--words-file",
    metavar="FILE",
    help=translate("cli", "Read the words from this file instead of asking for them."),
)
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    metavar="BUNDLE",
    help=translate("cli", "Write the FHIR Bundle here."),
)
@click.pass_obj
def open_verb(session: Session, file: Path, words_file: str | None, out: Path | None) -> None:
    from sharing.opening import Opening

    if words_file == "-":
        raise click.UsageError(translate("cli", "Standard input is for the code: name a file for the words."))
    opening = Opening.from_file(file)
    if opening.needs_words:
        opening.unwrap(read_secret(words_file) if words_file else _typed(translate("cli", "Words: ")))
    if opening.challenge:
        click.echo(f"challenge: {opening.challenge}", err=True)
        sys.stderr.flush()
    bundle = _opened(opening)
    if out is None:
        session.answer_bytes(bundle.rstrip())
        return
    write_privately(out.absolute(), [bundle])
    session.answer({"bundle": str(out.absolute())}, lambda: click.echo(out.absolute()))


def _opened(opening: "Opening") -> bytes:
    """The Bundle. On a terminal a code that was mistyped may be typed again: another opening would need another."""
    from sharing.errors import BadCode, WrongCode
    from ui.sentences import sentence

    if not opening.needs_code:
        return opening.open()
    while True:
        try:
            return opening.open(_typed(translate("cli", "Code: ")))
        except (BadCode, WrongCode) as error:
            if not sys.stdin.isatty():
                raise
            click.echo(sentence(error), err=True)


def _typed(prompt: str) -> str:
    """The next line of standard input, asked for if somebody sits there. Raises NothingTyped at its end."""
    if sys.stdin.isatty():
        click.echo(prompt, nl=False, err=True)
        sys.stderr.flush()
    line = sys.stdin.readline()
    if not line:
        raise NothingTyped
    return line
