"""``log``: the history of a vault, read, checked and written out."""

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from ui.catalogue import translate
from ui.cli.arguments import vault_argument
from ui.cli.command import REFUSED, Verb
from ui.cli.private_file import write_privately
from ui.cli.session import Session
from ui.cli.text import columns

if TYPE_CHECKING:
    from collections.abc import Iterator

    from storage.journal import Line
    from storage.vault import Vault

FORMATS: Final = ("csv", "json", "pdf")


@click.command("log", cls=Verb, help=translate("cli", "Show the history: what this program knows was done."))
@vault_argument
@click.option("--grant", default="", help=translate("cli", "Only of this access."))
@click.option(
    "--verify", "verifying", is_flag=True, help=translate("cli", "Check that it was not rewritten.")
)
@click.option(
    "--check-head",
    "head",
    metavar="HEAD",
    help=translate(
        "cli",
        "Check that the history continues the one that a receipt or a package was made from. If it does not, all "
        "accesses end.",
    ),
)
@click.option(
    "--export",
    "file",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help=translate("cli", "Write all of it, with its signed head, to be checked without Carnet."),
)
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    help=translate("cli", "CSV, FHIR R4 (json) or pages to print; without this, by the file's ending."),
)
@click.pass_obj
@click.pass_context
def log_verb(context: click.Context, session: Session, /, vault: Path, **options: Any) -> None:
    grant, verifying, head, file = (options[name] for name in ("grant", "verifying", "head", "file"))
    if sum((head is not None, file is not None, bool(grant or verifying))) > 1:
        raise click.UsageError(
            translate("cli", "Ask for one thing at a time: the lines, --check-head or --export.")
        )
    if head is not None:
        _check_head(context, session, vault, head)
    elif file is not None:
        _export(session, vault, file.absolute(), options["form"] or file.suffix[1:].lower())
    else:
        _show(context, session, vault, grant, verifying=verifying)


def _check_head(context: click.Context, session: Session, vault: Path, head: str) -> None:
    from storage.heads import check_head
    from ui.notices import continuation

    with session.vault(vault) as opened:
        found = check_head(opened, head)
    data = {"seq": found.seq, "holds": found.holds, "ended": found.ended}
    session.answer(data, lambda: click.echo(continuation(found)) if found.holds else None)
    if not found.holds:
        click.echo(continuation(found), err=True)
        context.exit(REFUSED)


def _export(session: Session, vault: Path, file: Path, form: str) -> None:
    from sharing.history import history, to_csv, to_fhir

    if form not in FORMATS:
        raise click.UsageError(translate("cli", "Say in which --format, or let the file end in one."))
    with session.vault(vault) as opened:
        whole = history(opened)
        if form == "pdf":
            from ui.history_pdf import history_pdf

            data = history_pdf(opened, whole)
        else:
            data = to_csv(whole) if form == "csv" else to_fhir(whole)
    write_privately(file, [data])
    told = {"file": str(file), "format": form, "lines": len(whole.lines), "head": whole.text}
    session.answer(told, lambda: click.echo(file))


def _show(context: click.Context, session: Session, vault: Path, grant: str, *, verifying: bool) -> None:
    from storage.journal import verify

    with session.vault(vault) as opened:
        faults = verify(opened) if verifying else []
        broken = int(faults[0].where.removeprefix("line ")) if faults else None
        found = list(_all_lines(opened, grant, before=broken))
    verified = broken is None if verifying else None
    data = {
        "lines": [
            {
                "seq": line.seq,
                "at": line.at,
                "action": line.action,
                "grant": line.grant or None,
                "detail": line.detail,
            }
            for line in found
        ],
        "verified": verified,
        "broken": broken,
    }

    def tell() -> None:
        columns(
            (
                str(line.seq),
                line.at,
                line.action,
                line.grant,
                " ".join(f"{k}={v}" for k, v in line.detail.items()),
            )
            for line in found
        )

    session.answer(data, tell)
    if broken is not None:
        text = translate(
            "cli",
            "The history does not hold together: line {line} was changed by something else, or is missing.",
        )
        click.echo(text.format(line=broken), err=True)
        context.exit(REFUSED)
    if verified and not session.as_json:
        click.echo(translate("cli", "The history holds together."))


def _all_lines(vault: "Vault", grant: str, *, before: int | None) -> "Iterator[Line]":
    """All lines, or those before the first that does not hold: the rest says nothing sure, and may not be readable."""
    from storage.journal import lines

    after = 0
    while found := lines(vault, grant=grant, after=after, before=before):
        yield from found
        after = found[-1].seq
