"""``reply``: what care professionals answer, taken in closed and opened when the patient chooses."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ui.catalogue import translate
from ui.cli.arguments import vault_argument, yes_option
from ui.cli.command import Group, Verb
from ui.cli.session import STANDARD, Session, ask_first
from ui.cli.shapes import Shape, reply_shape
from ui.cli.taking import COUNTS, Taken
from ui.cli.text import columns, plain

if TYPE_CHECKING:
    from sharing.replies import ReplyInfo
    from storage.vault import Vault

reply_argument = click.argument("reply", metavar="REPLY")


@click.group("reply", cls=Group, help=translate("cli", "Replies from those who opened a file you gave."))
def reply_verbs() -> None:
    """Holds its verbs; does nothing by itself."""


@reply_verbs.command("add", cls=Verb, help=translate("cli", "Take a reply in, closed."))
@vault_argument
@click.argument("file")
@click.pass_obj
def add_verb(session: Session, vault: Path, file: str) -> None:
    from ui.replies import take_in, take_in_file

    if file == STANDARD and session.passphrase_file == STANDARD:
        raise click.UsageError(
            translate("cli", "The file and the passphrase cannot both come from standard input.")
        )
    with session.vault(vault) as opened:
        if file == STANDARD:
            info = take_in(opened, sys.stdin.buffer, "standard-input")
        else:
            info = take_in_file(opened, Path(file))
    tell_received(info)
    session.answer(reply_shape(info), lambda: click.echo(info.id))


@reply_verbs.command("list", cls=Verb, help=translate("cli", "List the replies that wait to be opened."))
@vault_argument
@click.pass_obj
def list_verb(session: Session, vault: Path) -> None:
    from sharing.replies import waiting

    with session.vault(vault) as opened:
        found = waiting(opened)
    session.answer(
        {"replies": [reply_shape(info) for info in found]},
        lambda: columns(
            (info.id, info.practitioner.name, info.made.isoformat(), str(info.size)) for info in found
        ),
    )


@reply_verbs.command("open", cls=Verb, help=translate("cli", "Open a reply: it becomes items of the record."))
@vault_argument
@reply_argument
@click.pass_obj
def open_verb(session: Session, vault: Path, reply: str) -> None:
    from sharing.replies import one_waiting
    from ui.replies import open_reply, provenance

    with session.vault(vault) as opened:
        info = one_waiting(opened, reply)
        done = open_reply(opened, info)
    told = {"grant": done.grant.gid, "entries": list(done.entries), "sender": done.sender}

    def tell() -> None:
        click.echo("\n".join(done.entries))
        click.echo(plain(provenance(info)), err=True)

    session.answer(told, tell)


@reply_verbs.command("delete", cls=Verb, help=translate("cli", "Delete a reply that waits, unopened."))
@vault_argument
@reply_argument
@yes_option
@click.pass_obj
def delete_verb(session: Session, vault: Path, reply: str, *, yes: bool) -> None:
    from sharing.replies import discard

    ask_first(
        translate("cli", "This reply will be deleted unopened, and cannot be taken in again. Go on?"),
        sure=yes,
    )
    with session.vault(vault) as opened:
        discard(opened, reply)
    session.answer({"reply": reply}, lambda: None)


def reply_taken(vault: "Vault", file: Path, *, review: bool) -> Taken:
    """A reply among files to import: taken in closed, or only looked at. A refused one is told and stops no other."""
    from sharing.errors import SharingError
    from ui.replies import look_at_file, take_in_file
    from ui.sentences import sentence

    shape: Shape = {
        "file": str(file.absolute()),
        **dict.fromkeys(COUNTS, 0),
        "problems": [],
        "original": None,
    }
    try:
        info = look_at_file(vault, file) if review else take_in_file(vault, file)
    except SharingError as error:
        why = sentence(error)
        click.echo(plain(f"{shape['file']}: {why}"), err=True)
        return Taken(shape | {"problems": [{"where": "", "why": why, "code": "not-taken"}]})
    if not review:
        tell_received(info)
    return Taken(shape | {"reply": reply_shape(info)})


def tell_received(info: "ReplyInfo") -> None:
    """Say that a reply waits, and what it proves."""
    text = translate(
        "cli",
        "A reply waits, closed ({id}). It was written by somebody who opened the file given to {name}; who, it does "
        "not prove. Open it with: phr reply open VAULT {id}",
    )
    click.echo(plain(text.format(id=info.id, name=info.practitioner.name)), err=True)
