"""``grant receipt``, ``grant compare`` and ``grant given``: what was handed over, told afterwards."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from ui.catalogue import language, translate
from ui.cli.arguments import PERSON_HELP, grant_argument, vault_argument
from ui.cli.command import Verb
from ui.cli.private_file import check_place, write_privately
from ui.cli.session import Session
from ui.cli.shapes import holder_shape
from ui.cli.text import columns

if TYPE_CHECKING:
    from phr.entry import Entry


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
        if file:
            check_place(file)
    with session.vault(vault) as opened:
        receipt = make_receipt(opened, grant)
    write_privately(pdf, [receipt_pdf(receipt)])
    if consent:
        write_privately(consent, [to_fhir(receipt)])
    told = {"grant": grant, "pdf": str(pdf), "fhir": str(consent) if consent else None, "head": receipt.mark}
    session.answer(told, lambda: click.echo(pdf))


@click.command(
    "compare", cls=Verb, help=translate("cli", "List what two accesses or two care professionals hold.")
)
@vault_argument
@click.argument("first", metavar="GRANT|WHO")
@click.argument("second", metavar="GRANT|WHO")
@click.pass_obj
def compare_verb(session: Session, vault: Path, first: str, second: str) -> None:
    from sharing.holders import compare, still_there

    with session.vault(vault) as opened:
        found = compare(opened, first, second)
        ids = (*found.only_first, *found.only_second, *found.both)
        titles = {one: title(still_there(opened, one)) for one in ids}
    data = {"only_first": found.only_first, "only_second": found.only_second, "both": found.both}
    named = (
        (translate("cli", "first only"), found.only_first),
        (translate("cli", "second only"), found.only_second),
        (translate("cli", "both"), found.both),
    )
    session.answer(data, lambda: columns((name, one, titles[one]) for name, ids in named for one in ids))


@click.command(
    "given",
    cls=Verb,
    help=translate("cli", "List everything that a protected file was ever made with, and for whom."),
)
@vault_argument
@click.option("--person", default="", help=PERSON_HELP)
@click.pass_obj
def given_verb(session: Session, vault: Path, person: str) -> None:
    from sharing.holders import everything_given
    from storage.people import person as find_person
    from storage.practitioners import practitioners

    with session.vault(vault) as opened:
        found = everything_given(opened, find_person(opened, person).id if person else "")
        names = {one.id: one.name for one in practitioners(opened)}
    data = [
        {
            "entry": one.id,
            "deleted": one.entry is None,
            "shared_with": [holder_shape(row) for row in one.grants],
        }
        for one in found
    ]
    session.answer(
        {"given": data},
        lambda: columns(
            (one.id, title(one.entry), names[row.practitioner], row.made_at, row.state)
            for one in found
            for row in one.grants
        ),
    )


def title(entry: "Entry | None") -> str:
    """The title of an entry, or that it is deleted."""
    return entry.title_in(language()) if entry else translate("cli", "a deleted item")
