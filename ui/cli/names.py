"""``names``: other names that were confirmed for a person, and forgetting one."""

from pathlib import Path

import click

from ui.catalogue import translate
from ui.cli.arguments import vault_argument
from ui.cli.command import Verb
from ui.cli.session import Session
from ui.cli.text import columns


@click.command(
    "names",
    cls=Verb,
    help=translate(
        "cli", "List the other names of a person that you confirmed, or forget one. They stay in the vault."
    ),
)
@vault_argument
@click.argument("person", metavar="PERSON")
@click.option("--forget", default="", metavar="NAME", help=translate("cli", "Ask again about this name."))
@click.pass_obj
def names_verb(session: Session, vault: Path, *, person: str, forget: str) -> None:
    from storage.known_people import forget_name, known_names
    from storage.people import person as find_person

    with session.vault(vault) as opened:
        found = find_person(opened, person)
        if forget:
            forget_name(opened, found.id, forget)
        names = known_names(opened, found.id)
    data = {
        "person": found.id,
        "names": [{"name": one.name, "birth_date": one.birth_date} for one in names],
    }
    session.answer(data, lambda: columns((one.name, one.birth_date) for one in names))
