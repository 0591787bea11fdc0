"""``grant receipt`` and ``grant compare``: what was handed over, told afterwards."""

from errno import ENOENT
from pathlib import Path

import click

from ui.catalogue import translate
from ui.cli.arguments import grant_argument, vault_argument
from ui.cli.command import Verb
from ui.cli.export import write_privately
from ui.cli.session import Session
from ui.cli.text import columns


@click.command(
    "receipt",
    cls=Verb,
    help=translate(
        "cli",
        "Write the sharing receipt: what was given, to whom, until when, and what cannot be taken back.",
    ),
)
@vault_argument
@grant_argument
@click.option("--out", required=True, type=click.Path(path_type=Path), metavar="FILE.pdf")
@click.option(
    "--fhir",
    type=click.Path(path_type=Path),
    metavar="FILE.json",
    help=translate("cli", "As a FHIR R4 Consent too, to this file."),
)
@click.pass_obj
def receipt_verb(session: Session, vault: Path, grant: str, out: Path, fhir: Path | None) -> None:
    from sharing.receipt import make_receipt, to_fhir
    from ui.receipt_pdf import receipt_pdf

    pdf, consent = out.absolute(), fhir.absolute() if fhir else None
    for file in (pdf, consent):
        if file and not file.parent.is_dir():  # before the history says that a receipt was made
            raise FileNotFoundError(ENOENT, "", str(file.parent))
    with session.vault(vault) as opened:
        receipt = make_receipt(opened, grant)
    write_privately(pdf, [receipt_pdf(receipt)])
    if consent:
        write_privately(consent, [to_fhir(receipt)])
    told = {"grant": grant, "pdf": str(pdf), "fhir": str(consent) if consent else None, "head": receipt.mark}
    session.answer(told, lambda: click.echo(pdf))


@click.command("compare", cls=Verb, help=translate("cli", "List what two accesses hold, each and both."))
@vault_argument
@click.argument("first", metavar="GRANT")
@click.argument("second", metavar="GRANT")
@click.pass_obj
def compare_verb(session: Session, vault: Path, first: str, second: str) -> None:
    from sharing.holders import compare

    with session.vault(vault) as opened:
        found = compare(opened, first, second)
    data = {"only_first": found.only_first, "only_second": found.only_second, "both": found.both}
    named = (
        (translate("cli", "first only"), found.only_first),
        (translate("cli", "second only"), found.only_second),
        (translate("cli", "both"), found.both),
    )
    session.answer(data, lambda: columns((name, entry) for name, ids in named for entry in ids))
