"""``import --one-document``: several photographs of paper as one document."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ui.catalogue import translate
from ui.cli.session import Session

if TYPE_CHECKING:
    from storage.intake import Who

_OPTIONS = (
    click.option(
        "--one-document",
        is_flag=True,
        help=translate("cli", "The files are photographs: make one document of them, in this order."),
    ),
    click.option("--title", default="", help=translate("cli", "Title of that document.")),
    click.option("--date", default="", help=translate("cli", "Date of that document: year, month or day.")),
    click.option(
        "--as-taken", is_flag=True, help=translate("cli", "Do not straighten the pages of that document.")
    ),
)


def pages_options(verb: Callable[..., Any]) -> Callable[..., Any]:
    """Gives a verb the options of one document; they arrive as ``one_document``, ``title``, ``date``, ``as_taken``."""
    for option in reversed(_OPTIONS):
        verb = option(verb)
    return verb


def take_pages(
    session: Session, vault: Path, files: Sequence[str], who: "Who", *, title: str, date: str, as_taken: bool
) -> None:
    """Make the document, and tell whether it is new."""
    from storage.photographs import Photograph, import_pages

    if not title.strip():
        raise click.UsageError(translate("cli", "--one-document: give it a --title."))
    pages = [Photograph(Path(file), straighten=not as_taken) for file in files]
    with session.vault(vault) as opened:
        report = import_pages(opened, pages, title.strip(), who=who, date=date)

    def tell() -> None:
        if report.added:
            click.echo(translate("cli", "One document of %n page(s).", "", len(pages)))
            click.echo(
                translate(
                    "cli", "The pictures themselves are kept with it, and leave the vault only in exports."
                )
            )
            click.echo(translate("cli", "What was imported still lies unencrypted where it was."), err=True)
        else:
            click.echo(translate("cli", "This document is in the record already."))

    session.answer({"added": report.added, "unchanged": report.unchanged, "pages": len(pages)}, tell)
