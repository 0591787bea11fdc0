"""``practitioner add`` and ``practitioner list``."""

from pathlib import Path

import click

from ui.catalogue import translate
from ui.cli.arguments import vault_argument
from ui.cli.command import Group, Verb
from ui.cli.session import Session
from ui.cli.text import columns


@click.group("practitioner", cls=Group, help=translate("cli", "Care professionals you share with."))
def practitioner_verbs() -> None:
    """Holds its verbs; does nothing by itself."""


@practitioner_verbs.command("add", cls=Verb, help=translate("cli", "Add a care professional."))
@vault_argument
@click.option("--name", required=True)
@click.option("--specialty", default="")
@click.option(
    "--rpps", default="", help=translate("cli", "Their number in the French directory (11 digits).")
)
@click.option("--contact", default="")
@click.pass_obj
def add_verb(session: Session, vault: Path, *, name: str, specialty: str, rpps: str, contact: str) -> None:
    from storage.practitioners import add_practitioner

    if not name.strip():
        raise click.UsageError(translate("cli", "A care professional has a name."))
    with session.vault(vault) as opened:
        made = add_practitioner(opened, name, specialty=specialty, rpps=rpps, contact=contact)
    session.answer({"id": made.id}, lambda: click.echo(made.id))


@practitioner_verbs.command("list", cls=Verb, help=translate("cli", "List the care professionals."))
@vault_argument
@click.pass_obj
def list_verb(session: Session, vault: Path) -> None:
    from storage.practitioners import practitioners

    with session.vault(vault) as opened:
        found = practitioners(opened)
    data = {
        "practitioners": [
            {
                "id": one.id,
                "name": one.name,
                "specialty": one.specialty,
                "rpps": one.rpps,
                "contact": one.contact,
            }
            for one in found
        ]
    }
    session.answer(
        data, lambda: columns((one.id, one.name, one.specialty, one.rpps, one.contact) for one in found)
    )
