"""``grant new``, ``grant card``, ``grant preview``, ``grant list``."""

from errno import ENOENT
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ui.catalogue import LANGUAGES, language, translate
from ui.cli.arguments import grant_argument, vault_argument, yes_option
from ui.cli.command import Group, Verb
from ui.cli.export import write_privately
from ui.cli.record import entry_row
from ui.cli.scope import recipient, scope_of, scope_options
from ui.cli.session import Session, ask_first
from ui.cli.shapes import Shape
from ui.cli.text import columns, plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sharing.grants import NewGrant
    from sharing.guard import Guess
    from sharing.preview import Preview
    from storage.grants import GrantRow


@click.group("grant", cls=Group, help=translate("cli", "Give a care professional access to what you choose."))
def grant_verbs() -> None:
    """Holds its verbs; does nothing by itself."""


@grant_verbs.command("new", cls=Verb, help=translate("cli", "Make a protected file for a care professional."))
@vault_argument
@scope_options
@click.option(
    "--until",
    required=True,
    metavar="WHEN",
    help=translate("cli", "When the access ends: a day, an instant, or a duration such as P7D."),
)
@click.option("--not-before", default="", metavar="WHEN", help=translate("cli", "When it begins."))
@click.option(
    "--releases",
    type=click.IntRange(min=1),
    default=1,
    show_default=True,
    help=translate("cli", "How many openings may be allowed."),
)
@click.option(
    "--mode",
    type=click.Choice(["card", "code", "no-way-back"]),
    default="code",
    show_default=True,
    help=translate("cli", "A printed card, a code for each opening, or words that cannot be taken back."),
)
@click.option("--purpose", default="", help=translate("cli", "Why, in your own words; the reader sees it."))
@click.option("--words-lang", type=click.Choice(LANGUAGES), help=translate("cli", "Language of the words."))
@click.option(
    "--out",
    required=True,
    type=click.Path(path_type=Path),
    help=translate("cli", "Folder for the protected file."),
)
@yes_option
@click.pass_obj
def new_verb(session: Session, /, vault: Path, **options: Any) -> None:

    from phr.dates import when
    from sharing.envelope import Mode
    from sharing.grants import new_grant
    from sharing.guard import guess
    from sharing.preview import select

    to = recipient(options["to"])
    if not to.practitioner:
        raise click.UsageError(translate("cli", "Say for whom: --to with a care professional."))
    if options["mode"] == Mode.NO_WAY_BACK:
        text = translate(
            "cli",
            "This access cannot be withdrawn. Whoever has this file and the six words can read it, today and in ten "
            "years. The end date changes nothing about that.",
        )
        click.echo(text, err=True)
        ask_first(translate("cli", "Go on, with no way back?"), sure=options["yes"])
    with session.vault(vault) as opened:
        now = opened.now()
        scope = scope_of(opened, to.date_to, options)
        shown = select(opened, scope)
        guesses = guess(opened, shown)
        _tell_withheld(shown)
        _tell_guesses(guesses)
        if guesses:
            ask_first(translate("cli", "Share all the same?"), sure=options["yes"])
        made = new_grant(
            opened,
            practitioner=to.practitioner,
            purpose=options["purpose"],
            scope=scope,
            not_before=when(options["not_before"], now) if options["not_before"] else None,
            until=when(options["until"], now),
            releases=options["releases"],
            mode=Mode(options["mode"]),
            folder=options["out"].absolute(),
            language=options["words_lang"] or language(),
        )
    data = {
        "grant": made.gid,
        "mode": made.mode.value,
        "html": str(made.html),
        "envelope": str(made.envelope),
        "words": made.words,
        "expires_at": made.expires_at.isoformat(),
        "entries": made.entries,
        "withheld": [entry.id for entry in shown.withheld],
        "large": made.large,
        "guesses": [_guess_shape(one) for one in guesses],
    }
    session.answer(data, lambda: _tell_new(made))


def _tell_new(made: "NewGrant") -> None:
    entries = made.entries
    click.echo(translate("cli", "%n item(s) in this protected file.", "", entries))
    columns(
        [
            (translate("cli", "Access"), made.gid),
            (translate("cli", "Reading page"), str(made.html)),
            (translate("cli", "Protected file"), str(made.envelope)),
            *([(translate("cli", "Words"), made.words)] if made.words else []),
            (translate("cli", "Access ends"), made.expires_at.astimezone().isoformat()),
        ]
    )
    if made.large:
        text = translate("cli", "The page is large: hand over the .phr file and reader.html instead.")
        click.echo(text, err=True)


@grant_verbs.command(
    "card", cls=Verb, help=translate("cli", "Print the consultation card: this is what opens the file.")
)
@vault_argument
@grant_argument
@click.option("--out", required=True, type=click.Path(path_type=Path), metavar="FILE.pdf")
@click.pass_obj
def card_verb(session: Session, vault: Path, grant: str, out: Path) -> None:

    from sharing.grants import make_card
    from ui.card_pdf import card_pdf

    pdf = out.absolute()
    if not pdf.parent.is_dir():
        # before the card is made: making it is the release
        raise FileNotFoundError(ENOENT, "", str(pdf.parent))
    with session.vault(vault) as opened:
        card = make_card(opened, grant)
    write_privately(pdf, [card_pdf(card.code, card.until)])
    session.answer({"grant": card.gid, "code": card.code, "pdf": str(pdf)}, lambda: click.echo(pdf))


@grant_verbs.command(
    "preview", cls=Verb, help=translate("cli", "List exactly what a protected file would hold.")
)
@vault_argument
@scope_options
@click.pass_obj
def preview_verb(session: Session, /, vault: Path, **options: Any) -> None:
    from sharing.guard import guess
    from sharing.preview import preview

    with session.vault(vault) as opened:
        shown = preview(opened, scope_of(opened, recipient(options["to"]).date_to, options))
        guesses = guess(opened, shown)
    data = {
        "person": shown.person.id,
        "entries": [entry.id for entry in shown.entries],
        "withheld": [entry.id for entry in shown.withheld],
        "guesses": [_guess_shape(one) for one in guesses],
    }
    session.answer(data, lambda: columns(entry_row(entry) for entry in shown.entries))
    if not session.as_json:
        _tell_withheld(shown)
        _tell_guesses(guesses)


def _tell_withheld(shown: "Preview") -> None:
    """Say which documents stay out because of what else they tell, on standard error."""
    count = len(shown.withheld)
    if count:
        text = translate(
            "cli",
            "%n document(s) left out, because they also tell what is kept private. Name them with --entry to share "
            "them.",
            "",
            count,
        )
        click.echo(text, err=True)


def _guess_shape(found: "Guess") -> Shape:
    from ui.guesses import guess_sentence

    return {
        "label": found.label or None,
        "sure": found.sure.value,
        "entries": [entry.id for entry in found.entries],
        "held_back": [entry.id for entry in found.held_back],
        "why": guess_sentence(found),
    }


def _tell_guesses(guesses: "Sequence[Guess]") -> None:
    """Say what could be guessed, on standard error: standard output holds the selection."""
    from ui.guesses import guess_name, guess_sentence

    for one in guesses:
        click.echo(plain(f"{guess_name(one)}. {guess_sentence(one)}"), err=True)


@grant_verbs.command("list", cls=Verb, help=translate("cli", "List the accesses, ended ones too."))
@vault_argument
@click.pass_obj
def list_verb(session: Session, vault: Path) -> None:
    from storage.grants import grants
    from storage.practitioners import practitioners

    with session.vault(vault) as opened:
        found = grants(opened)
        names = {one.id: one.name for one in practitioners(opened)}
    session.answer(
        {"grants": [_grant_shape(row) for row in found]},
        lambda: columns(
            (
                row.gid,
                names[row.practitioner],
                row.mode,
                row.state,
                row.until,
                f"{row.released}/{row.releases}",
            )
            for row in found
        ),
    )


def _grant_shape(row: "GrantRow") -> Shape:
    return {
        "grant": row.gid,
        "practitioner": row.practitioner,
        "person": row.person,
        "purpose": row.purpose,
        "mode": row.mode,
        "state": row.state,
        "not_before": row.not_before or None,
        "expires_at": row.until,
        "releases": row.releases,
        "released": row.released,
        "made_at": row.made_at,
        "ended_at": row.ended_at or None,
    }
