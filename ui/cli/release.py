"""``release``, ``received``, ``revoke``: what is done with an access once it is given."""

import sys
from pathlib import Path

import click

from ui.catalogue import language, translate
from ui.cli.arguments import grant_argument, vault_argument, yes_option
from ui.cli.command import Verb
from ui.cli.session import Session
from ui.cli.text import plain


@click.command(
    "release", cls=Verb, help=translate("cli", "Allow an opening: answer the code a doctor reads to you.")
)
@vault_argument
@click.argument("challenge", metavar="CODE...", nargs=-1, required=True)
@yes_option
@click.pass_obj
def release_verb(session: Session, vault: Path, challenge: tuple[str, ...], yes: bool) -> None:
    from sharing.grants import release, who_asks

    code = " ".join(challenge)
    if code == "-":
        code = sys.stdin.readline()
    with session.vault(vault) as opened:
        name = plain(who_asks(opened, code).practitioner.name)
        text = translate(
            "cli",
            "Whoever reads you this code has the file for {name} and the five words. Do you know who is asking?",
        ).format(name=name)
        if sys.stdin.isatty() and not yes:
            click.confirm(text, abort=True, err=True)
        else:  # a script does not answer, but whoever reads it sees for whom
            click.echo(text, err=True)
        given = release(opened, code)
    words = given.words_en if language() == "en" else given.words_fr
    data = {
        "grant": given.gid,
        "code": given.code,
        "words": words,
        "left": given.left,
        "repeat": given.repeat,
    }

    def tell() -> None:
        click.echo(given.code)
        click.echo(words)

    session.answer(data, tell)


@click.command("received", cls=Verb, help=translate("cli", "The last code has arrived: forget what made it."))
@vault_argument
@grant_argument
@click.pass_obj
def received_verb(session: Session, vault: Path, grant: str) -> None:
    from sharing.grants import received
    from storage.grants import grant as find_grant

    with session.vault(vault) as opened:
        received(opened, grant)
        state = find_grant(opened, grant).state
    if state == "running":
        told = translate("cli", "Openings are left: this access goes on.")
    else:
        told = translate("cli", "The last code has arrived: no more can be given.")
    session.answer({"grant": grant, "state": state}, lambda: click.echo(told))


@click.command("revoke", cls=Verb, help=translate("cli", "Withdraw an access."))
@vault_argument
@grant_argument
@click.pass_obj
def revoke_verb(session: Session, vault: Path, grant: str) -> None:
    from sharing.grants import revoke
    from ui.withdrawals import what_is_left

    with session.vault(vault) as opened:
        done = revoke(opened, grant)
    session.answer({"grant": done.gid, "released": done.released}, lambda: click.echo(what_is_left(done)))
