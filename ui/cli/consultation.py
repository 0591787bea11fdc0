"""The options of "my consultation", the same for every way to give access."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click

from ui.catalogue import translate

if TYPE_CHECKING:
    from sharing.consultation import Consultation
    from sharing.preview import Preview
    from storage.practitioners import Practitioner
    from storage.vault import Vault

_Function = TypeVar("_Function", bound=Callable[..., Any])

_OPTIONS = (
    click.option(
        "--reason", default="", help=translate("cli", "Why you come, in your own words; it is read first.")
    ),
    click.option(
        "--question",
        "questions",
        multiple=True,
        help=translate("cli", "A question to ask; three at most."),
    ),
    click.option(
        "--since-last",
        is_flag=True,
        help=translate("cli", "Say what is new or changed in it since they were last given an access."),
    ),
)


def consultation_options(function: _Function) -> _Function:
    """Give a verb the options that make a consultation."""
    for option in reversed(_OPTIONS):
        function = option(function)
    return function


def consultation_of(
    vault: "Vault", whom: "Practitioner", shown: "Preview", options: dict[str, Any]
) -> "Consultation":
    """The consultation that the options make; what changed is told, on standard error. Raises ``TooMuchToSay``."""
    from sharing.consultation import consultation, since_last

    told = consultation(options["reason"], options["questions"])
    if not options["since_last"]:
        return told
    told = since_last(vault, whom.id, shown, told)
    if not told.since:
        text = translate("cli", "Nothing was given to this care professional before.")
    else:
        new, changed = len(told.added), len(told.changed)
        text = translate("cli", "Since the last access: {new} new, {changed} changed.").format(
            new=new, changed=changed
        )
    click.echo(text, err=True)
    return told
