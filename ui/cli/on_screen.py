"""``grant show-on-screen``: an excerpt on this computer's screen, the vault locked meanwhile."""

import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ui.catalogue import language, translate
from ui.cli.arguments import vault_argument, yes_option
from ui.cli.command import Verb
from ui.cli.consultation import consultation_of, consultation_options
from ui.cli.preview import look_before
from ui.cli.scope import recipient, scope_of, scope_options
from ui.cli.session import Session, ask_first

if TYPE_CHECKING:
    from sharing.on_screen import Showing


@click.command(
    "show-on-screen",
    cls=Verb,
    help=translate("cli", "Show what you choose on this screen. The passphrase is asked again at the end."),
)
@vault_argument
@scope_options
@consultation_options
@click.option("--purpose", default="", help=translate("cli", "Why, in your own words; the reader sees it."))
@click.option(
    "--minutes",
    type=click.IntRange(1, 240),
    default=20,
    show_default=True,
    help=translate("cli", "After how many minutes it goes off the screen."),
)
@yes_option
@click.pass_obj
def show_on_screen_verb(session: Session, /, vault: Path, **options: Any) -> None:
    from sharing import on_screen
    from storage import clock
    from storage.practitioners import practitioner

    to = recipient(options["to"])
    if not to.practitioner:
        raise click.UsageError(translate("cli", "Say for whom: --to with a care professional."))
    with session.vault(vault) as opened:
        whom = practitioner(opened, to.practitioner)
        scope = scope_of(opened, to.date_to, options)
        looked = look_before(opened, scope)
        looked.tell()
        if looked.guesses:
            ask_first(translate("cli", "Share all the same?"), sure=options["yes"])
        showing = on_screen.begin(
            opened,
            practitioner=whom.id,
            purpose=options["purpose"],
            scope=scope,
            minutes=options["minutes"],
            consultation=consultation_of(opened, whom, looked.shown, options),
        )
    shown = _show(showing)
    ended = clock.system_now()
    with session.vault(vault) as opened:
        on_screen.finish(opened, showing.gid, ended)
    if not shown:
        raise click.ClickException(translate("cli", "It could not be shown on this screen."))
    data = {"grant": showing.gid, "entries": showing.entries, "ended_at": clock.instant(ended)}
    session.answer(
        {**data, **looked.shape()}, lambda: click.echo(translate("cli", "The consultation is over."))
    )


def _show(showing: "Showing") -> bool:
    """Show it until it is over, or until this program is interrupted. False if it could not be shown."""
    from ui.consultation import pipe

    order = pipe.Order(language(), "system", showing.seconds, showing.bundle)
    process = subprocess.Popen(  # noqa: S603 -- this program's own view
        pipe.command(), stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    with process:
        try:
            assert process.stdin is not None  # noqa: S101 -- tells mypy that it is a pipe
            process.stdin.write(pipe.encode(order))
            process.stdin.flush()
            return process.wait() == 0
        except BrokenPipeError:
            return False
        except KeyboardInterrupt:
            process.kill()
            return True
