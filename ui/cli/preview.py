"""``grant preview``, and what is said of a selection before anything leaves."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ui.catalogue import translate
from ui.cli.arguments import vault_argument
from ui.cli.command import Verb
from ui.cli.record import entry_row
from ui.cli.scope import recipient, scope_of, scope_options
from ui.cli.session import Session
from ui.cli.shapes import Shape
from ui.cli.text import columns, plain

if TYPE_CHECKING:
    from sharing.guard import Guess
    from sharing.preview import Preview
    from sharing.scope import Scope
    from storage.vault import Vault


@click.command("preview", cls=Verb, help=translate("cli", "List exactly what a protected file would hold."))
@vault_argument
@scope_options
@click.pass_obj
def preview_verb(session: Session, /, vault: Path, **options: Any) -> None:
    from sharing.preview import preview

    with session.vault(vault) as opened:
        shown = preview(opened, scope_of(opened, recipient(options["to"]).date_to, options))
        looked = look_at(opened, shown)
    data = {
        "person": shown.person.id,
        "entries": [entry.id for entry in shown.entries],
        **looked.shape(),
    }
    session.answer(data, lambda: columns(entry_row(entry) for entry in shown.entries))
    if not session.as_json:
        looked.tell()


@dataclass(frozen=True, slots=True)
class Looked:
    """A selection with what has to be said of it: what could be guessed, and whether care is left out."""

    shown: "Preview"
    guesses: Sequence["Guess"]
    leaves_care_out: bool

    def shape(self) -> Shape:
        """As JSON."""
        return {
            "withheld": [entry.id for entry in self.shown.withheld],
            "guesses": [_guess_shape(one) for one in self.guesses],
            "leaves_care_out": self.leaves_care_out,
        }

    def tell(self) -> None:
        """In words, on standard error: standard output holds the selection."""
        from ui.desktop.warnings import caution
        from ui.guesses import guess_name, guess_sentence

        count = len(self.shown.withheld)
        if count:
            text = translate(
                "cli",
                "%n document(s) left out, because they also tell what is kept private. Name them with --entry to share "
                "them.",
                "",
                count,
            )
            click.echo(text, err=True)
        if self.leaves_care_out:
            click.echo(translate("cli", "Treatments or allergies stay out.") + " " + caution(), err=True)
        for one in self.guesses:
            click.echo(plain(f"{guess_name(one)}. {guess_sentence(one)}"), err=True)


def look_before(vault: "Vault", scope: "Scope") -> Looked:
    """Select what is about to leave. Raises sharing.errors.NothingToShare, and as sharing.preview.select."""
    from sharing.errors import NothingToShare
    from sharing.preview import select

    shown = select(vault, scope)
    if not shown.entries:
        raise NothingToShare
    return look_at(vault, shown)


def look_at(vault: "Vault", shown: "Preview") -> Looked:
    """Read what has to be said of a selection."""
    from sharing.guard import guess
    from sharing.preview import leaves_care_out

    return Looked(shown, guess(vault, shown), leaves_care_out(vault, shown))


def _guess_shape(found: "Guess") -> Shape:
    from ui.guesses import guess_sentence

    return {
        "label": found.label or None,
        "sure": found.sure.value,
        "entries": [entry.id for entry in found.entries],
        "held_back": [entry.id for entry in found.held_back],
        "why": guess_sentence(found),
    }
