"""What ``grant new``, ``grant renew`` and ``grant narrow`` have in common: the terms, the files, the answer."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from ui.catalogue import LANGUAGES, language, translate
from ui.cli.arguments import yes_option
from ui.cli.private_file import check_place, write_privately
from ui.cli.session import ask_first
from ui.cli.shapes import Shape
from ui.cli.text import columns

if TYPE_CHECKING:
    from datetime import datetime

    from sharing.grants import NewGrant
    from storage.vault import Vault

_Function = TypeVar("_Function", bound=Callable[..., Any])

_OPTIONS = (
    click.option(
        "--until",
        default="",
        metavar="WHEN",
        help=translate("cli", "When the access ends: a day, an instant, or a duration such as P7D."),
    ),
    click.option("--not-before", default="", metavar="WHEN", help=translate("cli", "When it begins.")),
    click.option(
        "--releases", type=click.IntRange(1, 99), help=translate("cli", "How many openings may be allowed.")
    ),
    click.option(
        "--mode",
        type=click.Choice(["card", "code", "no-way-back"]),
        help=translate("cli", "A printed card, a code for each opening, or words that cannot be taken back."),
    ),
    click.option("--purpose", help=translate("cli", "Why, in your own words; the reader sees it.")),
    click.option(
        "--words-lang", type=click.Choice(LANGUAGES), help=translate("cli", "Language of the words.")
    ),
    click.option(
        "--out",
        required=True,
        type=click.Path(path_type=Path),
        help=translate("cli", "Folder for the protected file."),
    ),
    click.option(
        "--receipt",
        type=click.Path(path_type=Path),
        metavar="FILE.pdf",
        help=translate("cli", "Write the sharing receipt too, to this file."),
    ),
    yes_option,
)


def terms_options(function: _Function) -> _Function:
    """Give a verb the options that say how an access is given."""
    for option in reversed(_OPTIONS):
        function = option(function)
    return function


def terms_of(options: dict[str, Any], now: "datetime") -> dict[str, Any]:
    """What those options say, as ``new_grant`` takes it; not yet ``mode``, ``releases`` and ``purpose``.

    Raises ``NotADate``, and as :func:`check_place` for the receipt: before an access is made.
    """
    from phr.dates import when

    receipt: Path | None = options["receipt"]
    if receipt:
        check_place(receipt.absolute())
    return {
        "not_before": when(options["not_before"], now) if options["not_before"] else None,
        "until": when(options["until"], now),
        "folder": options["out"].absolute(),
        "language": options["words_lang"] or language(),
    }


def ask_no_way_back(*, sure: bool) -> None:
    """Say what has no way back, and ask. Raises click.Abort."""
    text = translate(
        "cli",
        "This access cannot be withdrawn. Whoever has this file and the six words can read it, today and in ten "
        "years. The end date changes nothing about that.",
    )
    click.echo(text, err=True)
    ask_first(translate("cli", "Go on, with no way back?"), sure=sure)


def write_receipt(vault: "Vault", gid: str, file: Path | None) -> str | None:
    """Write the sharing receipt of an access just made, if asked for: its path."""
    from sharing.receipt import make_receipt
    from ui.receipt_pdf import receipt_pdf

    if file is None:
        return None
    write_privately(file.absolute(), [receipt_pdf(make_receipt(vault, gid))])
    return str(file.absolute())


def made_shape(made: "NewGrant", receipt: str | None) -> Shape:
    """An access just made, as JSON."""
    return {
        "grant": made.gid,
        "mode": made.mode.value,
        "html": str(made.html),
        "envelope": str(made.envelope),
        "words": made.words,
        "expires_at": made.expires_at.isoformat(),
        "entries": made.entries,
        "large": made.large,
        "receipt": receipt,
    }


def tell_made(made: "NewGrant", receipt: str | None) -> None:
    """The same for people."""
    entries = made.entries
    click.echo(translate("cli", "%n item(s) in this protected file.", "", entries))
    columns(
        [
            (translate("cli", "Access"), made.gid),
            (translate("cli", "Reading page"), str(made.html)),
            (translate("cli", "Protected file"), str(made.envelope)),
            *([(translate("cli", "Words"), made.words)] if made.words else []),
            *([(translate("cli", "Sharing receipt"), receipt)] if receipt else []),
            (translate("cli", "Access ends"), made.expires_at.astimezone().isoformat()),
        ]
    )
    if made.large:
        text = translate("cli", "The page is large: hand over the .phr file and reader.html instead.")
        click.echo(text, err=True)
