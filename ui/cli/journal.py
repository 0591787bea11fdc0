"""``log``: the history of a vault, read, checked and written out."""

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from ui.catalogue import translate
from ui.cli.arguments import FROM_HELP, TO_HELP, vault_argument
from ui.cli.command import REFUSED, Verb
from ui.cli.dates import since
from ui.cli.private_file import write_privately
from ui.cli.session import Session
from ui.cli.text import columns

if TYPE_CHECKING:
    from storage.journal import Line
    from storage.journal_pages import LineFilter
    from storage.vault import Vault

FORMATS: Final = ("csv", "json", "pdf")
GROUPS: Final = ("accesses", "codes", "replies", "imports", "items", "people", "vault")
_FILTERS: Final = ("grant", "person", "practitioner", "entry", "about", "date_from", "date_to")


@click.command("log", cls=Verb, help=translate("cli", "Show the history: what this program knows was done."))
@vault_argument
@click.option("--grant", default="", help=translate("cli", "Only of this access."))
@click.option(
    "--person", default="", help=translate("cli", "Only of accesses to this person's record (id or name).")
)
@click.option(
    "--practitioner",
    metavar="WHO",
    default="",
    help=translate("cli", "Only of the accesses of this care professional (id or name)."),
)
@click.option(
    "--entry",
    default="",
    help=translate("cli", "Only what was done with this item, and the accesses that held it."),
)
@click.option(
    "--about",
    type=click.Choice(GROUPS),
    multiple=True,
    help=translate("cli", "Only what happened to this."),
)
@click.option("--from", "date_from", default="", metavar="DATE", help=FROM_HELP)
@click.option("--to", "date_to", default="", metavar="DATE", help=TO_HELP)
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
    verifying, head, file = (options[name] for name in ("verifying", "head", "file"))
    listing = verifying or any(options[name] for name in _FILTERS)
    if sum((head is not None, file is not None, listing)) > 1:
        raise click.UsageError(
            translate("cli", "Ask for one thing at a time: the lines, --check-head or --export.")
        )
    if head is not None:
        _check_head(context, session, vault, head)
    elif file is not None:
        _export(session, vault, file.absolute(), options["form"] or file.suffix[1:].lower())
    else:
        _show(context, session, vault, options)


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


def _show(context: click.Context, session: Session, vault: Path, options: dict[str, Any]) -> None:
    from sharing.holders import shared_with
    from storage.journal import verify

    verifying = options["verifying"]
    with session.vault(vault) as opened:
        faults = verify(opened) if verifying else []
        broken = int(faults[0].where.removeprefix("line ")) if faults else None
        found = _lines(opened, _asked_for(opened, options), before=broken)
        if options["entry"] and not found:
            shared_with(opened, options["entry"])  # raises for an item that never was
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


def _asked_for(vault: "Vault", options: dict[str, Any]) -> "LineFilter":
    """The filter that the options make. Raises NoSuchPerson, NoSuchPractitioner and the like, and NotADate."""
    from storage.journal_pages import Group, LineFilter
    from storage.people import person
    from storage.practitioners import practitioner

    return LineFilter(
        grant=options["grant"],
        person=person(vault, options["person"]).id if options["person"] else "",
        practitioner=practitioner(vault, options["practitioner"]).id if options["practitioner"] else "",
        entry=options["entry"],
        groups=tuple(Group(one) for one in options["about"]),
        date_from=since(options["date_from"]),
        date_to=since(options["date_to"]),
    )


def _lines(vault: "Vault", which: "LineFilter", *, before: int | None) -> "list[Line]":
    """Oldest first. ``before`` is the first that does not hold: the rest says nothing sure, and may not be readable."""
    from storage.journal_pages import page

    return page(vault, which, before=before, limit=-1)[::-1]
