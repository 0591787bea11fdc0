"""The options that say what is shared: for ``grant new`` and ``grant preview``, and those that narrow an access.

``--to`` means two things, as its value tells: a date ends the period, anything else is the care professional.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, TypeVar

import click

from phr import dates
from phr.entry import Kind
from phr.errors import NotADate
from ui.catalogue import translate
from ui.cli.arguments import FROM_HELP, PERSON_HELP, kind_choice
from ui.cli.dates import since
from ui.cli.persons import whose_record

if TYPE_CHECKING:
    from sharing.scope import Scope
    from storage.grants import GrantRow
    from storage.vault import Vault

_Function = TypeVar("_Function", bound=Callable[..., Any])

_TEMPLATES = ("general-practitioner", "specialist", "hospital", "pharmacist", "second-opinion")

_TO = click.option(
    "--to",
    multiple=True,
    metavar="WHO|DATE",
    help=translate("cli", "The care professional (id or name); given again with a date: up to this date."),
)
_TEMPLATE = click.option(
    "--for",
    "template",
    type=click.Choice(_TEMPLATES),
    help=translate(
        "cli", "Begin with what is useful for this purpose; sensitive topics stay out unless named."
    ),
)
_SCOPE = (
    click.option("--person", default="", help=PERSON_HELP),
    click.option(
        "--kind", "kinds", type=kind_choice, multiple=True, help=translate("cli", "Items of this kind.")
    ),
    click.option("--from", "date_from", default="", metavar="DATE", help=FROM_HELP),
    click.option(
        "--entry", "entries", multiple=True, help=translate("cli", "This item, even one kept private.")
    ),
    click.option("--without", multiple=True, help=translate("cli", "Not this item.")),
    click.option(
        "--without-label", multiple=True, help=translate("cli", "Nothing with this sensitive topic.")
    ),
    click.option(
        "--with-label",
        multiple=True,
        help=translate("cli", "Of the sensitive topics only this one, unless items are named."),
    ),
    click.option(
        "--any-date",
        type=kind_choice,
        multiple=True,
        help=translate("cli", "Items of this kind however old, whatever the period."),
    ),
    click.option(
        "--identifiers",
        multiple=True,
        type=click.Choice(["identifier", "address", "telecom"]),
        help=translate("cli", "Share these too: the person's number, address, telephone and e-mail."),
    ),
)


def scope_options(function: _Function) -> _Function:
    """Give a verb the options that make a scope."""
    for option in reversed((_TO, _TEMPLATE, *_SCOPE)):
        function = option(function)
    return function


def narrowing_options(function: _Function) -> _Function:
    """Give a verb the options that narrow the scope of an access: the person is known, nothing is added."""
    for option in reversed((_TO, *_SCOPE[1:])):
        function = option(function)
    return function


@dataclass(frozen=True, slots=True)
class Recipient:
    """What the ``--to`` options said: a care professional (id or name) and the end of the period, "" if not said."""

    practitioner: str
    date_to: str


def recipient(told: Sequence[str]) -> Recipient:
    """Tell the two meanings of ``--to`` apart. Raises click.UsageError if one of them is given twice."""
    days = [text for text in told if _is_date(text)]
    names = [text for text in told if not _is_date(text)]
    if len(days) > 1 or len(names) > 1:
        raise click.UsageError(translate("cli", "--to takes one care professional and one date at most."))
    return Recipient(names[0] if names else "", since(days[0]) if days else "")


def scope_of(vault: "Vault", date_to: str, options: dict[str, Any]) -> "Scope":
    """The scope that the options make. Raises what storage.people.person raises, and NotADate."""
    from sharing.templates import template

    scope = _scope(_person(vault, options["person"], options["entries"]), date_to, options)
    if not options["template"]:
        return scope
    begin = template(options["template"])
    return scope.model_copy(
        update={
            "kinds": scope.kinds or begin.kinds,
            "any_date": scope.any_date or begin.any_date,
            "date_from": scope.date_from or begin.date_from(datetime.now(UTC)),
            "with_labels": tuple(options["with_label"]),
        }
    )


def narrowing_of(vault: "Vault", former: "GrantRow", options: dict[str, Any]) -> "Scope":
    """The scope of an access again, made narrower by the options. Raises as sharing.renewal.narrowed."""
    from sharing.renewal import narrowed

    by = _scope(former.person, recipient(options["to"]).date_to, options)
    return narrowed(vault, former.gid, by)


def _scope(person: str, date_to: str, options: dict[str, Any]) -> "Scope":
    from sharing.scope import Scope

    return Scope(
        person=person,
        kinds=tuple(Kind(kind) for kind in options["kinds"]),
        date_from=since(options["date_from"]),
        date_to=date_to,
        any_date=tuple(Kind(kind) for kind in options["any_date"]),
        entries=options["entries"],
        without=options["without"],
        without_labels=options["without_label"],
        with_labels=tuple(options["with_label"]) if options["with_label"] else None,
        identifiers=options["identifiers"],
    )


def _person(vault: "Vault", named: str, entries: Sequence[str]) -> str:
    """The id of the person meant; without a name, the one whose items are named."""
    from storage.entries import entry

    if not named and entries:
        return entry(vault, entries[0]).person
    return whose_record(vault, named).id


def _is_date(text: str) -> bool:
    try:
        dates.check(since(text))
    except NotADate:
        return False
    return True
