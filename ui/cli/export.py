"""``export``: everything, as FHIR."""

import os
import sys
from collections.abc import Iterable
from pathlib import Path

import click

from ui.catalogue import translate
from ui.cli.arguments import vault_argument
from ui.cli.command import Verb
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


def write_privately(file: Path, pieces: Iterable[bytes]) -> None:
    """Write a file that its owner alone may read, whole or not at all. Raises OSError."""
    part = file.with_name(f".{file.name}.part")
    part.unlink(missing_ok=True)
    try:
        with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as stream:
            stream.writelines(pieces)
            stream.flush()
            os.fsync(stream.fileno())
        part.replace(file)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
