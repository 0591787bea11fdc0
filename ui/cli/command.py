"""The shape that every verb shares: its common options, and what happens when something is refused.

Exit codes: 0 done, 1 refused (one sentence on standard error), 2 wrong usage, 130 interrupted, 70 a fault of the
program itself (``EX_SOFTWARE`` of BSD's sysexits.h).
"""

import errno
import sys
import traceback
from typing import Any, Final

import click

from phr.errors import PhrError
from ui.catalogue import LANGUAGES, set_language, translate
from ui.cli.session import Session
from ui.cli.text import plain

REFUSED: Final = 1
FAULT: Final = 70
INTERRUPTED: Final = 130


def _common_options() -> list[click.Option]:
    """``--json``, ``--passphrase-file`` and ``--lang``, accepted before and after the verb."""

    def keep(context: click.Context, option: click.Parameter, value: object) -> None:
        if value is None or value is False:
            return
        session = context.ensure_object(Session)
        if option.name == "json":
            session.as_json = True
        elif option.name == "lang":
            set_language(str(value))
        else:
            session.passphrase_file = str(value)

    return [
        click.Option(
            ["--json"],
            is_flag=True,
            expose_value=False,
            callback=keep,
            help=translate("cli", "Answer with one JSON document."),
        ),
        click.Option(
            ["--passphrase-file"],
            metavar="FILE",
            expose_value=False,
            callback=keep,
            help=translate("cli", "Read the vault's passphrase from this file (- for standard input)."),
        ),
        click.Option(
            ["--lang"],
            type=click.Choice(LANGUAGES),
            expose_value=False,
            is_eager=True,
            callback=keep,
            help=translate("cli", "Language of the messages."),
        ),
    ]


class _Common(click.Command):
    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.params += _common_options()
        self.context_settings.setdefault("help_option_names", ["-h", "--help"])

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = translate("cli", "Show this help.")
        return option


class Verb(_Common):
    """One verb."""


class Group(_Common, click.Group):
    """A word with verbs of its own, such as ``grant``, listed in the order in which they were added."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 -- click's own signature
        return list(self.commands)


class Program(Group):
    """The whole program: turns whatever a verb raises into a sentence and an exit code."""

    def invoke(self, ctx: click.Context) -> Any:
        ctx.ensure_object(Session)
        try:
            return super().invoke(ctx)
        except (click.ClickException, click.Abort, click.exceptions.Exit):
            raise
        except KeyboardInterrupt:
            click.echo(translate("cli", "Stopped. Nothing was left half done."), err=True)
            ctx.exit(INTERRUPTED)
        except (PhrError, OSError) as error:
            if isinstance(error, OSError) and error.errno == errno.EPIPE:
                raise  # the reader of our output went away: click ends quietly
            from ui.sentences import sentence

            click.echo(plain(sentence(error)), err=True)
            ctx.exit(REFUSED)
        except Exception as error:  # noqa: BLE001 -- a fault of ours: told without its message, which may hold health data
            _tell_fault(error)
            ctx.exit(FAULT)


def _tell_fault(error: Exception) -> None:
    click.echo(translate("cli", "Carnet has met a fault of its own. What was finished is kept."), err=True)
    for frame in traceback.extract_tb(error.__traceback__):
        click.echo(f"  {frame.filename}:{frame.lineno} {frame.name}", err=True)
    click.echo(f"  {type(error).__name__}", err=True)
    sys.stderr.flush()
