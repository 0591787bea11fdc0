"""``grant paper`` and ``grant pdf``: the selection as pages, handed over for good."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ui.catalogue import LANGUAGES, language, translate
from ui.cli.arguments import vault_argument, yes_option
from ui.cli.command import Verb
from ui.cli.consultation import consultation_of, consultation_options
from ui.cli.preview import Looked, look_before
from ui.cli.private_file import check_place, write_privately
from ui.cli.scope import recipient, scope_of, scope_options
from ui.cli.session import Session, ask_first
from ui.cli.text import columns

if TYPE_CHECKING:
    from sharing.extract import Extract
    from storage.vault import Vault

_purpose_option = click.option(
    "--purpose", default="", help=translate("cli", "Why, in your own words; the reader sees it.")
)


@click.command(
    "paper",
    cls=Verb,
    help=translate("cli", "Set what you choose on pages to print. They are handed over for good."),
)
@vault_argument
@scope_options
@consultation_options
@_purpose_option
@click.option("--out", required=True, type=click.Path(path_type=Path), metavar="FILE.pdf")
@yes_option
@click.pass_obj
def paper_verb(session: Session, /, vault: Path, **options: Any) -> None:
    from sharing.handed_over import on_paper
    from ui.selection_pdf import selection_pdf

    file = options["out"].absolute()
    check_place(file)
    text = translate(
        "cli",
        "Paper cannot be taken back. The pages are written as a file that is not protected: print it, then delete it.",
    )
    with session.vault(vault) as opened:
        looked, whole = _chosen(opened, options, text)
        paper = selection_pdf(whole)
        given = on_paper(opened, whole, paper.file)
    write_privately(file, [given.data])
    data = {"grant": given.gid, "pdf": str(file), "pages": paper.pages, "entries": len(whole.items)}
    session.answer({**data, **looked.shape()}, lambda: click.echo(file))


@click.command(
    "pdf",
    cls=Verb,
    help=translate("cli", "Make a PDF locked with six words, where nothing else gets through. No way back."),
)
@vault_argument
@scope_options
@consultation_options
@_purpose_option
@click.option("--words-lang", type=click.Choice(LANGUAGES), help=translate("cli", "Language of the words."))
@click.option(
    "--out", required=True, type=click.Path(path_type=Path), help=translate("cli", "Folder for the PDF.")
)
@yes_option
@click.pass_obj
def pdf_verb(session: Session, /, vault: Path, **options: Any) -> None:
    from sharing.handed_over import as_pdf
    from ui.selection_pdf import selection_pdf

    text = translate(
        "cli",
        "This access cannot be withdrawn. Whoever has this PDF and the six words can read it, today and in ten years.",
    )
    with session.vault(vault) as opened:
        looked, whole = _chosen(opened, options, text)
        paper = selection_pdf(whole)
        spoken = options["words_lang"] or language()
        made = as_pdf(opened, whole, paper.file, options["out"].absolute(), spoken)
    data = {
        "grant": made.gid,
        "pdf": str(made.file),
        "words": made.words,
        "pages": paper.pages,
        "entries": len(whole.items),
    }
    told = (
        (translate("cli", "Access"), made.gid),
        (translate("cli", "Locked PDF"), str(made.file)),
        (translate("cli", "Words"), made.words),
    )
    session.answer({**data, **looked.shape()}, lambda: columns(told))


def _chosen(vault: "Vault", options: dict[str, Any], no_way_back: str) -> tuple[Looked, "Extract"]:
    """What was chosen, read as it leaves, once the person has gone on knowing that it is for good."""
    from sharing.extract import extract
    from storage.practitioners import practitioner

    to = recipient(options["to"])
    if not to.practitioner:
        raise click.UsageError(translate("cli", "Say for whom: --to with a care professional."))
    whom = practitioner(vault, to.practitioner)
    looked = look_before(vault, scope_of(vault, to.date_to, options))
    looked.tell()
    told = consultation_of(vault, whom, looked.shown, options)
    click.echo(no_way_back, err=True)
    ask_first(translate("cli", "Go on, with no way back?"), sure=options["yes"])
    return looked, extract(vault, looked.shown, whom, options["purpose"], consultation=told)
