"""``export``: everything, as FHIR."""

import sys
from pathlib import Path

import click

from ui.catalogue import translate
from ui.cli.arguments import vault_argument
from ui.cli.command import Verb
from ui.cli.private_file import write_privately
from ui.cli.session import Session


@click.command(
    "export",
    cls=Verb,
    help=translate(
        "cli", "Write everything of everyone, what is kept private too, as it came. It is not encrypted."
    ),
)
@vault_argument
@click.option(
    "--fhir",
    required=True,
    metavar="FILE",
    help=translate("cli", "FHIR R4, to this file (- for standard output)."),
)
@click.pass_obj
def export_verb(session: Session, vault: Path, fhir: str) -> None:
    from storage.export import export_fhir

    if fhir == "-":
        if session.as_json:
            raise click.UsageError(
                translate("cli", "--json and the export itself cannot both go to standard output.")
            )
        stream = sys.stdout.buffer
        with session.vault(vault) as opened:
            stream.writelines(export_fhir(opened))
        return
    file = Path(fhir).absolute()
    with session.vault(vault) as opened:
        write_privately(file, export_fhir(opened))
    told = translate("cli", "Written to {file}. It is not encrypted: whoever finds it reads it.").format(
        file=file
    )
    session.answer({"file": str(file)}, lambda: click.echo(told))
