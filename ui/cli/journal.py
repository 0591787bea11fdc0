"""``log``: the history of a vault."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from ui.catalogue import translate
from ui.cli.arguments import vault_argument
from ui.cli.command import REFUSED, Verb
from ui.cli.session import Session
from ui.cli.text import columns

if TYPE_CHECKING:
    from collections.abc import Iterator

    from storage.journal import Line
    from storage.vault import Vault


@click.command("log", cls=Verb, help=translate("cli", "Show the history: what this program knows was done."))
@vault_argument
@click.option("--grant", default="", help=translate("cli", "Only of this access."))
@click.option(
    "--verify", "verifying", is_flag=True, help=translate("cli", "Check that it was not rewritten.")
)
@click.pass_obj
@click.pass_context
def log_verb(context: click.Context, session: Session, vault: Path, grant: str, verifying: bool) -> None:
    from storage.journal import verify

    with session.vault(vault) as opened:
        found = list(_all_lines(opened, grant))
        verified = not verify(opened) if verifying else None
    data = {
        "lines": [
            {
                "seq": line.seq,
                "at": line.at,
                "action": line.action,
                "grant": line.grant or None,
                "detail": line.detail,
            }
            for line in found
        ],
        "verified": verified,
    }

    def tell() -> None:
        columns(
            (
                str(line.seq),
                line.at,
                line.action,
                line.grant,
                " ".join(f"{k}={v}" for k, v in line.detail.items()),
            )
            for line in found
        )

    session.answer(data, tell)
    if verified is False:
        click.echo(
            translate("cli", "The history does not hold together: it was changed by something else."),
            err=True,
        )
        context.exit(REFUSED)
    if verified and not session.as_json:
        click.echo(translate("cli", "The history holds together."))


def _all_lines(vault: "Vault", grant: str) -> "Iterator[Line]":
    from storage.journal import lines

    after = 0
    while found := lines(vault, grant=grant, after=after):
        yield from found
        after = found[-1].seq
