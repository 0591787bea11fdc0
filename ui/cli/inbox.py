"""``inbox``: files put aside to be checked later."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from ui.catalogue import translate
from ui.cli.arguments import vault_argument, yes_option
from ui.cli.command import REFUSED, Group, Verb
from ui.cli.session import Session, ask_first
from ui.cli.taking import attempt, persons_option, refused_whole, tell_taken, who_of, without_option
from ui.cli.text import columns

if TYPE_CHECKING:
    from storage.inbox import Waiting

_file_argument = click.argument("file", metavar="ID")


@click.group("inbox", cls=Group, help=translate("cli", "Files put aside to be checked later."))
def inbox_verbs() -> None:
    """Holds its verbs; does nothing by itself."""


@inbox_verbs.command("list", cls=Verb, help=translate("cli", "List the files that wait to be checked."))
@vault_argument
@click.pass_obj
def list_verb(session: Session, vault: Path) -> None:
    from storage.inbox import waiting

    with session.vault(vault) as opened:
        found = waiting(opened)
    _answer(session, found)


@inbox_verbs.command(
    "add",
    cls=Verb,
    help=translate("cli", "Put files aside, encrypted, without making them part of the record."),
)
@vault_argument
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--why", default="", metavar="TEXT", help=translate("cli", "Why they are to be checked."))
@click.pass_obj
def add_verb(session: Session, vault: Path, *, files: tuple[Path, ...], why: str) -> None:
    from storage.inbox import put_aside

    with session.vault(vault) as opened:
        found = [put_aside(opened, file, why=why) for file in files]
    _answer(session, found)


def _answer(session: Session, found: "list[Waiting]") -> None:
    shapes = [
        {"id": one.id, "name": one.name, "size": one.size, "put_at": one.put_at.isoformat(), "why": one.why}
        for one in found
    ]
    session.answer(
        {"waiting": shapes},
        lambda: columns((one.id, str(one.size), one.put_at.isoformat(), one.name, one.why) for one in found),
    )


@inbox_verbs.command(
    "review", cls=Verb, help=translate("cli", "Tell what taking this file in would do; nothing is saved.")
)
@vault_argument
@_file_argument
@persons_option
@click.pass_obj
@click.pass_context
def review_verb(
    context: click.Context, session: Session, vault: Path, *, file: str, persons: tuple[str, ...]
) -> None:
    from storage.inbox import review_waiting

    who = who_of(persons)
    with session.vault(vault) as opened:
        taken = attempt(file, lambda progress: review_waiting(opened, file, who=who, progress=progress))
    session.answer(taken.shape, lambda: tell_taken([taken]))
    if refused_whole(taken.shape):
        context.exit(REFUSED)


@inbox_verbs.command("take", cls=Verb, help=translate("cli", "Take a file in; it then waits no longer."))
@vault_argument
@_file_argument
@persons_option
@without_option
@click.pass_obj
@click.pass_context
def take_verb(
    context: click.Context,
    session: Session,
    vault: Path,
    *,
    file: str,
    persons: tuple[str, ...],
    without: tuple[str, ...],
) -> None:
    from storage.inbox import take_waiting

    who = who_of(persons)
    with session.vault(vault) as opened:
        taken = attempt(
            file,
            lambda progress: take_waiting(opened, file, who=who, without=without, progress=progress),
        )
    session.answer(taken.shape, lambda: tell_taken([taken]))
    if refused_whole(taken.shape):
        context.exit(REFUSED)


@inbox_verbs.command("discard", cls=Verb, help=translate("cli", "Delete a file that waits, for good."))
@vault_argument
@_file_argument
@yes_option
@click.pass_obj
def discard_verb(session: Session, vault: Path, *, file: str, yes: bool) -> None:
    from storage.inbox import discard_waiting

    ask_first(translate("cli", "Delete this file from the vault for good?"), sure=yes)
    with session.vault(vault) as opened:
        done = discard_waiting(opened, file)

    def tell() -> None:
        click.echo(translate("cli", "The file is deleted from this vault."))
        if not done:
            click.echo(
                translate("cli", "Traces are still being cleared: open the vault once more to finish.")
            )

    session.answer({"id": file, "pending": not done}, tell)
