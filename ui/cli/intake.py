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
from ui.cli.session import STANDARD, Session
from ui.cli.shapes import Shape
from ui.cli.text import columns, plain

if TYPE_CHECKING:
    from storage.errors import WhoIsWho
    from storage.intake import FileReport, Who
    from storage.vault import Vault

_COUNTS = ("added", "updated", "unchanged", "kept", "refused")


@click.command(
    "import", cls=Verb, help=translate("cli", "Take files in: FHIR (JSON, NDJSON, XML), PDF, images, text.")
)
@vault_argument
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@click.option(
    "--person",
    "persons",
    multiple=True,
    metavar="WHO",
    help=translate(
        "cli",
        "Whose it is: id, name or new name; PATIENT=WHO (repeatable) for a patient of the file; "
        "or each: everybody of the file is somebody of their own.",
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
@click.pass_obj
@click.pass_context
def import_verb(
    context: click.Context,
    session: Session,
    vault: Path,
    *,
    files: tuple[str, ...],
    persons: tuple[str, ...],
    columns: str,
) -> None:
    who = _who(persons)
    if columns and STANDARD in files:
        raise click.UsageError(translate("cli", "--columns needs a file that can be read twice."))
    if STANDARD in files and session.passphrase_file == STANDARD:
        raise click.UsageError(
            translate("cli", "The file and the passphrase cannot both come from standard input.")
        )
    roles = _roles(columns)
    with session.vault(vault) as opened:
        if roles:
            for file in files:
                _remember(opened, Path(file), roles)
        shapes = [_take(opened, file, who) for file in files]
    totals = {count: sum(shape[count] for shape in shapes) for count in ("resources", *_COUNTS)}
    session.answer({**totals, "files": shapes}, lambda: _tell(shapes))
    if any(_refused_whole(shape) for shape in shapes):
        context.exit(REFUSED)


def _who(persons: Sequence[str]) -> "Who":
    from storage.intake import Who

    pairs = dict(person.rsplit("=", 1) for person in persons if "=" in person)
    names = [person for person in persons if "=" not in person]
    if len(names) > 1 or (names and pairs):
        raise click.UsageError(translate("cli", "--person: one person, or PATIENT=WHO as often as needed."))
    if names == ["each"]:
        return Who(each=True)
    return Who(person=names[0] if names else "", mapping=pairs)


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


def _take(vault: "Vault", file: str, who: "Who") -> Shape:
    """Take one file in. What is wrong with this file alone does not stop the others."""
    from storage.errors import AmbiguousPerson, NoSuchPerson, NotAFile, TooManyAtOnce, WhoIsWho
    from ui.sentences import sentence

    name = STANDARD if file == STANDARD else str(Path(file).absolute())
    try:
        report = _import(vault, file, who)
    except (NotAFile, WhoIsWho, AmbiguousPerson, NoSuchPerson, TooManyAtOnce) as error:
        why = sentence(error)
        click.echo(plain(f"{name}: {why}"), err=True)
        if isinstance(error, WhoIsWho):
            _tell_choices(error)
        none = dict.fromkeys(("resources", *_COUNTS), 0)
        return {"file": name, **none, "problems": [{"where": "", "why": why, "code": "not-taken"}]}
    return _report_shape(name, report)


def _import(vault: "Vault", file: str, who: "Who") -> "FileReport":
    from storage.intake import import_file, import_stream

    if file == STANDARD:
        data = BytesIO(sys.stdin.buffer.read())
        return import_stream(vault, data, "standard-input", who=who)
    if not sys.stderr.isatty():
        return import_file(vault, Path(file), who=who)
    shown = plain(Path(file).name)

    def tell(done: int, size: int) -> None:
        click.echo(f"\r{shown}  {100 * done // max(size, 1)} %", nl=False, err=True)

    try:
        return import_file(vault, Path(file), who=who, progress=tell)
    finally:
        click.echo("\r\x1b[K", nl=False, err=True)


def _report_shape(name: str, report: "FileReport") -> Shape:
    counts = {count: getattr(report, count) for count in ("resources", *_COUNTS)}
    problems = [
        {"where": one.where, "why": f"{one.why} {one.detail}".strip(), "code": one.code.value}
        for one in report.problems
    ]
    return {"file": name, **counts, "persons": report.persons, "problems": problems}


def _refused_whole(shape: Shape) -> bool:
    """Whether nothing at all of a file could be taken."""
    return bool(shape["problems"]) and shape["resources"] == shape["refused"]


def _tell_choices(error: "WhoIsWho") -> None:
    """The exact options that answer the question, one a line."""
    patients = [
        ("  --person", f"'{one.ref or one.name}=WHO'", one.name, one.birth_date) for one in error.patients
    ]
    people = [("  --person", one.ref, one.name, one.birth_date) for one in error.people]
    if patients:
        click.echo(translate("cli", "In the file:"), err=True)
        columns(patients, err=True)
    if people:
        click.echo(translate("cli", "In the vault:"), err=True)
        columns(people, err=True)
    click.echo(
        translate("cli", "A new name makes a new person; --person each makes one of everybody."), err=True
    )


def _tell(shapes: Sequence[Shape]) -> None:
    from ui.sentences import reason

    heads = (
        translate("cli", "added"),
        translate("cli", "updated"),
        translate("cli", "unchanged"),
        translate("cli", "only kept"),
        translate("cli", "refused"),
    )
    columns([(*heads, ""), *((*(str(shape[count]) for count in _COUNTS), shape["file"]) for shape in shapes)])
    for shape in shapes:
        for problem in shape["problems"]:
            if problem["code"] != "not-taken":
                click.echo(plain(f"{shape['file']}: {problem['where']} {reason(problem['code'])}"), err=True)
