"""The options that say what is shared, the same for ``grant new`` and ``grant preview``.

``--to`` means two things, as its value tells: a date ends the period, anything else is the care professional.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
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
    from storage.vault import Vault

_Function = TypeVar("_Function", bound=Callable[..., Any])

_OPTIONS = (
    click.option(
        "--to",
        multiple=True,
        metavar="WHO|DATE",
        help=translate(
            "cli", "The care professional (id or name); given again with a date: up to this date."
        ),
    ),
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
        "--identifiers",
        multiple=True,
        type=click.Choice(["identifier", "address", "telecom"]),
        help=translate("cli", "Share these too: the person's number, address, telephone and e-mail."),
    ),
)


def scope_options(function: _Function) -> _Function:
    """Give a verb the options that make a scope."""
    for option in reversed(_OPTIONS):
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
    from sharing.scope import Scope

    return Scope(
        person=_person(vault, options["person"], options["entries"]),
        kinds=tuple(Kind(kind) for kind in options["kinds"]),
        date_from=since(options["date_from"]),
        date_to=date_to,
        entries=options["entries"],
        without=options["without"],
        without_labels=options["without_label"],
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
