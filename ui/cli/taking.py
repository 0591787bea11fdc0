"""What ``import`` and ``inbox`` share: whose a file is, one file that cannot be taken, what is answered."""

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ui.catalogue import translate
from ui.cli.review import review_shape, tell_review
from ui.cli.shapes import Shape
from ui.cli.text import columns, plain

if TYPE_CHECKING:
    from storage.errors import WhoIsWho
    from storage.intake import FileReport, Progress, Who
    from storage.review import Review

_TOLD = ("added", "updated", "unchanged", "kept", "refused")
COUNTS = ("resources", *_TOLD, "duplicate", "left_out")

persons_option = click.option(
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
without_option = click.option(
    "--without",
    multiple=True,
    metavar="KEY",
    help=translate("cli", "Leave this out; the keys are those that a review gives."),
)


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of one file: its shape, its SHA-256, and its review if it was only reviewed."""

    shape: Shape
    digest: bytes = b""
    review: "Review | None" = None


def who_of(persons: Sequence[str]) -> "Who":
    """The answer to who is who that ``--person`` gives."""
    from storage.intake import Who

    pairs = dict(person.rsplit("=", 1) for person in persons if "=" in person)
    names = [person for person in persons if "=" not in person]
    if len(names) > 1 or (names and pairs):
        raise click.UsageError(translate("cli", "--person: one person, or PATIENT=WHO as often as needed."))
    if names == ["each"]:
        return Who(each=True)
    return Who(person=names[0] if names else "", mapping=pairs)


def attempt(name: str, act: "Callable[[Progress | None], FileReport | Review]") -> Taken:
    """Take or review one file. What is wrong with this file alone is told and does not stop the others."""
    from storage.errors import AmbiguousPerson, NoSuchPerson, NotAFile, TooManyAtOnce, WhoIsWho
    from storage.review import Review
    from ui.sentences import sentence

    try:
        done = _with_progress(name, act)
    except (NotAFile, WhoIsWho, AmbiguousPerson, NoSuchPerson, TooManyAtOnce) as error:
        why = sentence(error)
        click.echo(plain(f"{name}: {why}"), err=True)
        if isinstance(error, WhoIsWho):
            _tell_choices(error)
        none = dict.fromkeys(COUNTS, 0)
        return Taken({"file": name, **none, "problems": [{"where": "", "why": why, "code": "not-taken"}]})
    if isinstance(done, Review):
        return Taken(_report_shape(name, done.report) | review_shape(done), done.report.digest, done)
    original = "there" if Path(name).is_absolute() else None
    return Taken(_report_shape(name, done) | {"original": original}, done.digest)


def _with_progress(
    name: str, act: "Callable[[Progress | None], FileReport | Review]"
) -> "FileReport | Review":
    if not sys.stderr.isatty():
        return act(None)
    shown = plain(Path(name).name)

    def tell(done: int, size: int) -> None:
        click.echo(f"\r{shown}  {100 * done // max(size, 1)} %", nl=False, err=True)

    try:
        return act(tell)
    finally:
        click.echo("\r\x1b[K", nl=False, err=True)


def _report_shape(name: str, report: "FileReport") -> Shape:
    counts = {count: getattr(report, count) for count in COUNTS}
    problems = [
        {"where": one.where, "why": f"{one.why} {one.detail}".strip(), "code": one.code.value}
        for one in report.problems
    ]
    return {"file": name, **counts, "persons": report.persons, "problems": problems}


def refused_whole(shape: Shape) -> bool:
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


def tell_taken(taken: Sequence[Taken]) -> None:
    """What became of files, for people: reviews in full, then one line for each file and what was odd."""
    from ui.notices import reason

    for one in taken:
        if one.review:
            tell_review(one.shape["file"], one.review)
    heads = (
        translate("cli", "added"),
        translate("cli", "updated"),
        translate("cli", "unchanged"),
        translate("cli", "only kept"),
        translate("cli", "refused"),
    )
    shapes = [one.shape for one in taken]
    columns([(*heads, ""), *((*(str(shape[count]) for count in _TOLD), shape["file"]) for shape in shapes)])
    for shape in shapes:
        if shape["duplicate"]:
            count = shape["duplicate"]
            click.echo(
                translate("cli", "%n result(s) were already here from another source.", "", count), err=True
            )
        for problem in shape["problems"]:
            if problem["code"] != "not-taken":
                click.echo(plain(f"{shape['file']}: {problem['where']} {reason(problem['code'])}"), err=True)
