"""``import``: files into the record."""

import sys
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ui.catalogue import translate
from ui.cli.arguments import vault_argument
from ui.cli.command import REFUSED, Verb
from ui.cli.photographs import pages_options, take_pages
from ui.cli.reply import reply_taken
from ui.cli.session import STANDARD, Session
from ui.cli.taking import (
    COUNTS,
    Taken,
    attempt,
    persons_option,
    refused_whole,
    tell_taken,
    who_of,
    without_option,
)
from ui.cli.text import plain

if TYPE_CHECKING:
    from storage.intake import Who
    from storage.vault import Vault
    from ui.cli.shapes import Shape


@click.command(
    "import", cls=Verb, help=translate("cli", "Take files in: FHIR (JSON, NDJSON, XML), PDF, images, text.")
)
@vault_argument
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@persons_option
@click.option(
    "--review", is_flag=True, help=translate("cli", "Only tell what would be imported; nothing is saved.")
)
@without_option
@click.option(
    "--closed",
    is_flag=True,
    help=translate("cli", "Leave the results and letters of these files closed for now."),
)
@click.option(
    "--delete-originals",
    is_flag=True,
    help=translate(
        "cli", "Delete each file once it is in the vault. This is not shredding: the disk may keep it."
    ),
)
@click.option(
    "--columns",
    default="",
    metavar="N=ROLE,...",
    help=translate(
        "cli",
        "What the columns of a table hold, remembered for files with the same headings: "
        "1=date,2=time,3=value:weight:kg,4=note; also unit, measure, value, date:dmy, date:mdy.",
    ),
)
@pages_options
@click.pass_obj
@click.pass_context
def import_verb(
    context: click.Context,
    session: Session,
    vault: Path,
    *,
    files: tuple[str, ...],
    persons: tuple[str, ...],
    review: bool,
    without: tuple[str, ...],
    closed: bool,
    delete_originals: bool,
    columns: str,
    one_document: bool,
    title: str,
    date: str,
    as_taken: bool,
) -> None:
    who = who_of(persons)
    if one_document:
        if review or without or delete_originals or columns or STANDARD in files:
            raise click.UsageError(
                translate("cli", "--one-document takes files, and of the other options only --person.")
            )
        take_pages(session, vault, files, who, title=title, date=date, as_taken=as_taken)
        return
    if title or date or as_taken:
        raise click.UsageError(translate("cli", "--title, --date, --as-taken: with --one-document."))
    if review and (without or delete_originals):
        raise click.UsageError(translate("cli", "--review saves and deletes nothing: give it alone."))
    _check_files(session, files, without=without, columns=columns)
    roles = _roles(columns)
    with session.vault(vault) as opened:
        if roles:
            for file in files:
                _remember(opened, Path(file), roles)
        taken = [_take(opened, file, who, review=review, without=without, closed=closed) for file in files]
        _catch_up(opened, review=review)
    if delete_originals:
        for one in taken:
            _discard(one)
    shapes = [one.shape for one in taken]
    totals = {count: sum(shape[count] for shape in shapes) for count in COUNTS}
    session.answer({**totals, "files": shapes}, lambda: tell_taken(taken))
    _tell_originals(shapes)
    _tell_columns(shapes)
    if any(refused_whole(shape) for shape in shapes):
        context.exit(REFUSED)


def _check_files(session: Session, files: Sequence[str], *, without: Sequence[str], columns: str) -> None:
    """See that the options fit how many files there are, and standard input among them."""
    if without and len(files) != 1:
        raise click.UsageError(
            translate("cli", "--without: the keys are those of one file, as --review gives them.")
        )
    if columns and STANDARD in files:
        raise click.UsageError(translate("cli", "--columns needs a file that can be read twice."))
    if STANDARD in files and session.passphrase_file == STANDARD:
        raise click.UsageError(
            translate("cli", "The file and the passphrase cannot both come from standard input.")
        )


def _catch_up(vault: "Vault", *, review: bool) -> None:
    """Read the files of documents that came before files were read for search."""
    from storage.document_text import catch_up

    if not review:
        catch_up(vault)


def _roles(columns: str) -> dict[int, str]:
    """The roles by their column, counted from 0."""
    pairs = [part.partition("=") for part in columns.split(",")] if columns else []
    if not all(number.strip().isdecimal() and role for number, _, role in pairs):
        raise click.UsageError(
            translate("cli", "--columns: a number and a role for each, as in 1=date,3=value:weight:kg.")
        )
    return {int(number) - 1: role for number, _, role in pairs}


def _remember(vault: "Vault", file: Path, roles: dict[int, str]) -> None:
    from phr.formats.tables.layouts import layout
    from storage.errors import NotATable
    from storage.layouts import remember, table_in

    table = table_in(file)
    if table is None:
        raise NotATable
    try:
        told = layout(table.headings, roles)
    except ValueError as error:
        raise click.UsageError(
            translate(
                "cli",
                "--columns: this does not fit the table's {count} columns, or lacks a date and something measured.",
            ).format(count=len(table.headings))
        ) from error
    remember(vault, told)


def _take(
    vault: "Vault", file: str, who: "Who", *, review: bool, without: Sequence[str], closed: bool
) -> Taken:
    """Take one file in, or tell what taking it would do."""
    from storage import intake
    from storage.review import review as look_at
    from storage.review import review_stream
    from ui.replies import is_reply

    if file == STANDARD:
        data = BytesIO(sys.stdin.buffer.read())
        if review:
            return attempt(STANDARD, lambda _: review_stream(vault, data, "standard-input", who=who))
        return attempt(
            STANDARD,
            lambda _: intake.import_stream(
                vault, data, "standard-input", who=who, without=without, closed=closed
            ),
        )
    path = Path(file)
    name = str(path.absolute())
    if is_reply(path):
        return reply_taken(vault, path, review=review)
    if review:
        return attempt(name, lambda progress: look_at(vault, path, who=who, progress=progress))
    return attempt(
        name,
        lambda progress: intake.import_file(
            vault, path, who=who, without=without, closed=closed, progress=progress
        ),
    )


def _discard(taken: Taken) -> None:
    """Delete the original of a file of which nothing was refused; ``original`` of the shape says what became of it."""
    from storage.errors import NotAFile, OriginalChanged
    from storage.originals import discard_original
    from ui.sentences import sentence

    if taken.shape.get("original") != "there" or taken.shape["refused"]:
        return
    try:
        discard_original(Path(taken.shape["file"]), taken.digest)
    except (NotAFile, OriginalChanged) as error:
        click.echo(plain(f"{taken.shape['file']}: {sentence(error)}"), err=True)
    else:
        taken.shape["original"] = "deleted"


def _tell_columns(shapes: "Sequence[Shape]") -> None:
    from storage.intake import Why

    if any(problem["code"] == Why.COLUMNS for shape in shapes for problem in shape["problems"]):
        click.echo(translate("cli", "To say what the columns of a table hold: --columns."), err=True)


def _tell_originals(shapes: "Sequence[Shape]") -> None:
    states = {shape.get("original") for shape in shapes}
    if "there" in states:
        click.echo(
            translate(
                "cli",
                "What was imported still lies unencrypted where it was. --delete-originals deletes such files.",
            ),
            err=True,
        )
    if "deleted" in states:
        click.echo(
            translate("cli", "Originals deleted. The disk, backups and synchronised folders may keep them."),
            err=True,
        )
