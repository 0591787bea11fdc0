"""``person add`` and ``person edit``."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from ui.catalogue import translate
from ui.cli.arguments import vault_argument
from ui.cli.command import Group, Verb
from ui.cli.session import Session

if TYPE_CHECKING:
    from storage.people import Person

_name = click.option("--name", default=None, help=translate("cli", "First name and last name."))
_birth_date = click.option("--birth-date", default=None, metavar="DATE")
# http://hl7.org/fhir/administrative-gender
_sex = click.option("--sex", default=None, type=click.Choice(["female", "male", "other", "unknown", ""]))


@click.group(
    "person", cls=Group, help=translate("cli", "Add somebody to this vault, or correct who they are.")
)
def person_verbs() -> None:
    """Holds its verbs; does nothing by itself."""


@person_verbs.command("add", cls=Verb, help=translate("cli", "Add a person whose record this vault keeps."))
@vault_argument
@_name
@_birth_date
@_sex
@click.pass_obj
def add_verb(
    session: Session, vault: Path, *, name: str | None, birth_date: str | None, sex: str | None
) -> None:
    from storage.people import add_person

    wanted = _named(name or "")
    with session.vault(vault) as opened:
        made = add_person(opened, wanted, birth_date or "", sex or "")
    _answer(session, made)


@person_verbs.command(
    "edit",
    cls=Verb,
    help=translate("cli", "Correct a person's name, birth date or sex; items stay as they are."),
)
@vault_argument
@click.argument("person", metavar="PERSON")
@_name
@_birth_date
@_sex
@click.pass_obj
def edit_verb(
    session: Session,
    vault: Path,
    *,
    person: str,
    name: str | None,
    birth_date: str | None,
    sex: str | None,
) -> None:
    from storage.people import edit_person
    from storage.people import person as find_person

    with session.vault(vault) as opened:
        found = find_person(opened, person)
        changed = edit_person(
            opened,
            found.id,
            name=_named(found.name if name is None else name),
            birth_date=found.birth_date if birth_date is None else birth_date,
            sex=found.sex if sex is None else sex,
        )
    _answer(session, changed)


def _named(name: str) -> str:
    if not name.strip():
        raise click.UsageError(translate("cli", "A person has a name: give it with --name."))
    return name


def _answer(session: Session, person: "Person") -> None:
    data = {"id": person.id, "name": person.name, "birth_date": person.birth_date, "sex": person.sex}
    session.answer(data, lambda: click.echo(person.id))
