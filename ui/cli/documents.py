"""Verbs on what documents say: ``proposals``, ``accept``, ``text``."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from ui.catalogue import translate
from ui.cli.arguments import entry_argument, vault_argument
from ui.cli.command import Verb
from ui.cli.session import Session
from ui.cli.shapes import Shape
from ui.cli.text import columns, plain

if TYPE_CHECKING:
    from storage.proposals import Offer, Offered


@click.command(
    "proposals",
    cls=Verb,
    help=translate("cli", "Show the results that a document prints; none is taken before you confirm it."),
)
@vault_argument
@entry_argument
@click.pass_obj
def proposals_verb(session: Session, vault: Path, entry: str) -> None:
    from storage.proposals import proposals

    with session.vault(vault) as opened:
        offer = proposals(opened, entry)
    data = {
        "entry": entry,
        "date": offer.date,
        "laboratory": offer.laboratory,
        "left_out": offer.left_out,
        "proposals": [_shape(one) for one in offer.offered],
    }
    session.answer(data, lambda: _tell(offer))


def _shape(one: "Offered") -> Shape:
    row = one.proposal.row
    return {
        "number": one.number,
        "analyte": row.analyte,
        "value": row.value,
        "unit": row.unit,
        "low": row.low,
        "high": row.high,
        "range": row.range_text,
        "flag": row.flag,
        "page": one.proposal.page,
        "printed": one.proposal.printed,
        "recognised": one.recognised,
        "entry": one.entry,
    }


def _tell(offer: "Offer") -> None:
    columns(
        (
            str(one.number),
            one.proposal.row.analyte,
            f"{one.proposal.row.value} {one.proposal.row.unit}",
            one.proposal.row.range_text,
            one.proposal.row.flag,
            translate("cli", "already in the record") if one.entry else "",
        )
        for one in offer.offered
    )
    if not offer.offered:
        click.echo(translate("cli", "This document prints no result that Carnet can read."))
    else:
        date = offer.date or translate("cli", "none")
        click.echo(plain(translate("cli", "Date of the results: %1.").replace("%1", date)))
    if any(one.recognised for one in offer.offered):
        click.echo(translate("cli", "Recognised text, may hold mistakes: compare with the picture."))
    if offer.left_out:
        click.echo(translate("cli", "%n line(s) not understood and left out.", "", offer.left_out))


@click.command(
    "accept",
    cls=Verb,
    help=translate("cli", "Put results of a document into the record, once you have compared them with it."),
)
@vault_argument
@entry_argument
@click.argument("numbers", metavar="[NUMBER]...", nargs=-1, type=int)
@click.option("--all", "everything", is_flag=True, help=translate("cli", "All that the document offers."))
@click.option("--date", help=translate("cli", "When the samples were taken, if the document does not say."))
@click.pass_obj
def accept_verb(
    session: Session,
    vault: Path,
    entry: str,
    *,
    numbers: tuple[int, ...],
    everything: bool,
    date: str | None,
) -> None:
    from storage.proposals import accept, proposals

    if bool(numbers) is everything:
        raise click.UsageError(translate("cli", "Say which: the numbers of proposals, or --all."))
    with session.vault(vault) as opened:
        chosen = [one.number for one in proposals(opened, entry).offered] if everything else numbers
        made = accept(opened, entry, chosen, date=date)
    told = translate("cli", "%n result(s) in the record.", "", len(made))
    session.answer({"entry": entry, "entries": made}, lambda: click.echo(told))


@click.command(
    "text",
    cls=Verb,
    help=translate("cli", "Show the text recognised in a picture or scan; it may hold mistakes."),
)
@vault_argument
@entry_argument
@click.pass_obj
def text_verb(session: Session, vault: Path, entry: str) -> None:
    from storage.recognition import recognise

    with session.vault(vault) as opened:
        text = recognise(opened, entry)

    def tell() -> None:
        for line in text.replace("\f", "\n\n").splitlines():
            click.echo(plain(line))
        if text.strip():
            told = translate("cli", "Recognised text, may hold mistakes: compare with the picture.")
        else:
            told = translate("cli", "No text was recognised in this document.")
        click.echo(told, err=True)

    session.answer({"entry": entry, "text": text}, tell)
