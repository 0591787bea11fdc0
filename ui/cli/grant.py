"""``grant new`` and ``grant list``."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ui.catalogue import language, translate
from ui.cli.arguments import vault_argument
from ui.cli.command import Group, Verb
from ui.cli.consultation import consultation_of, consultation_options
from ui.cli.handover import ask_no_way_back, made_shape, tell_made, terms_of, terms_options, write_receipt
from ui.cli.on_screen import show_on_screen_verb
from ui.cli.preview import look_before
from ui.cli.scope import recipient, scope_of, scope_options
from ui.cli.session import Session, ask_first
from ui.cli.shapes import Shape
from ui.cli.text import columns

if TYPE_CHECKING:
    from sharing.templates import Template
    from storage.grants import GrantRow
    from storage.practitioners import Practitioner
    from storage.vault import Vault


@click.group("grant", cls=Group, help=translate("cli", "Give a care professional access to what you choose."))
def grant_verbs() -> None:
    """Holds its verbs; does nothing by itself."""


grant_verbs.add_command(show_on_screen_verb)


@grant_verbs.command("new", cls=Verb, help=translate("cli", "Make a protected file for a care professional."))
@vault_argument
@scope_options
@consultation_options
@terms_options
@click.pass_obj
def new_verb(session: Session, /, vault: Path, **options: Any) -> None:
    from sharing.envelope import Mode
    from sharing.grants import check_terms, new_grant
    from sharing.templates import template
    from storage.practitioners import practitioner

    to = recipient(options["to"])
    if not to.practitioner:
        raise click.UsageError(translate("cli", "Say for whom: --to with a care professional."))
    begin = template(options["template"]) if options["template"] else None
    until = options["until"] or (f"P{begin.days}D" if begin else "")
    if not until:
        raise click.UsageError(translate("cli", "Say until when: --until."))
    mode = Mode(options["mode"] or (begin.mode if begin else Mode.CODE))
    if mode is Mode.NO_WAY_BACK:
        ask_no_way_back(sure=options["yes"])
    with session.vault(vault) as opened:
        whom = practitioner(opened, to.practitioner)
        terms = terms_of({**options, "until": until}, opened.now())
        scope = scope_of(opened, to.date_to, options)
        releases = options["releases"] or (begin.releases if begin else 1)
        check_terms(opened, terms["not_before"], terms["until"], releases)
        looked = look_before(opened, scope)
        if begin:
            _tell_template(opened, begin, whom, options["with_label"])
        looked.tell()
        if looked.guesses:
            ask_first(translate("cli", "Share all the same?"), sure=options["yes"])
        told = consultation_of(opened, whom, looked.shown, options)
        made = new_grant(
            opened,
            practitioner=whom.id,
            purpose=options["purpose"] or "",
            scope=scope,
            mode=mode,
            releases=releases,
            consultation=told,
            **terms,
        )
        receipt = write_receipt(opened, made.gid, options["receipt"])
    session.answer({**made_shape(made, receipt), **looked.shape()}, lambda: tell_made(made, receipt))


def _tell_template(vault: "Vault", begin: "Template", whom: "Practitioner", named: tuple[str, ...]) -> None:
    """Why so, and which topic of that specialty stays out unless it is named; on standard error."""
    from sharing.templates import topics_of
    from storage.entries import labels

    click.echo(begin.reason_fr if language() == "fr" else begin.reason_en, err=True)
    used = labels(vault)
    for topic in topics_of(whom.specialty):
        if topic in used and topic not in named:
            text = translate(
                "cli", "Items with the topic {topic} stay out. To share them: --with-label {topic}"
            )
            click.echo(text.format(topic=topic), err=True)


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
        "former": row.former or None,
        "card_back": row.card_back or None,
    }
