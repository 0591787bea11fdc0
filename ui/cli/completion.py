"""``completion``: what a shell needs to complete the verbs and options of ``phr``."""

import click
from click.shell_completion import get_completion_class

from ui.catalogue import translate
from ui.cli.command import Verb


@click.command(
    "completion",
    cls=Verb,
    help=translate("cli", 'Write the completion script of a shell: eval "$(phr completion bash)".'),
)
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def completion_verb(context: click.Context, shell: str) -> None:
    script = get_completion_class(shell)
    assert script is not None  # noqa: S101 -- click has all three
    click.echo(script(context.find_root().command, {}, "phr", "_PHR_COMPLETE").source())
