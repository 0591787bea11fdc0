"""``columns``: what the columns of tables hold, as it was said at an import."""

from pathlib import Path

import click

from ui.catalogue import translate
from ui.cli.arguments import vault_argument
from ui.cli.command import Verb
from ui.cli.session import Session
from ui.cli.shapes import Shape
from ui.cli.text import columns as in_columns


@click.command(
    "columns",
    cls=Verb,
    help=translate("cli", "List what you said about the columns of tables (import --columns), or forget it."),
)
@vault_argument
@click.option(
    "--forget",
    type=click.IntRange(1),
    metavar="NUMBER",
    help=translate("cli", "No longer read tables with these headings so."),
)
@click.pass_obj
def columns_verb(session: Session, vault: Path, forget: int | None) -> None:
    from phr.formats.tables.layouts import roles
    from storage import layouts

    with session.vault(vault) as opened:
        known = layouts.known(opened)
        if forget is not None:
            if forget > len(known):
                raise click.UsageError(translate("cli", "--forget: there is no such number in the list."))
            layouts.forget(opened, list(known)[forget - 1])
            known = layouts.known(opened)
    shapes: list[Shape] = [
        {
            "number": number,
            "columns": [
                {"heading": column.heading, "role": role}
                for column, role in zip(layout.columns, roles(layout), strict=True)
            ],
        }
        for number, layout in enumerate(known.values(), 1)
    ]
    session.answer({"tables": shapes}, lambda: _tell(shapes))


def _tell(shapes: list[Shape]) -> None:
    for shape in shapes:
        click.echo(str(shape["number"]))
        in_columns([("  " + one["heading"], one["role"] or "-") for one in shape["columns"]])
