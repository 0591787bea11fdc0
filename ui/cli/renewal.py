"""``grant renew`` and ``grant narrow``: an access given anew, with what changed since or with less."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ui.catalogue import translate
from ui.cli.arguments import grant_argument, vault_argument
from ui.cli.command import Verb
from ui.cli.consultation import consultation_of, consultation_options
from ui.cli.handover import ask_no_way_back, made_shape, tell_made, terms_of, terms_options, write_receipt
from ui.cli.preview import Looked, look_before
from ui.cli.record import entry_row
from ui.cli.scope import narrowing_of, narrowing_options, recipient
from ui.cli.session import Session, ask_first
from ui.cli.shapes import Shape
from ui.cli.text import columns

if TYPE_CHECKING:
    from sharing.renewal import Difference
    from storage.grants import GrantRow
    from storage.vault import Vault

keep_option = click.option(
    "--keep-former", is_flag=True, help=translate("cli", "Let the former access run on beside the new one.")
)


@click.command(
    "renew",
    cls=Verb,
    help=translate("cli", "Give an access anew, with what changed in the record since; the former one ends."),
)
@vault_argument
@grant_argument
@narrowing_options
@consultation_options
@terms_options
@keep_option
@click.pass_obj
def renew_verb(session: Session, /, vault: Path, **options: Any) -> None:
    if not options["until"]:
        raise click.UsageError(translate("cli", "Say until when: --until."))
    _give_again(session, vault, options, only_held=False)


@click.command(
    "narrow",
    cls=Verb,
    help=translate("cli", "Give an access anew with less in it; the former one ends."),
)
@vault_argument
@grant_argument
@narrowing_options
@consultation_options
@terms_options
@click.pass_obj
def narrow_verb(session: Session, /, vault: Path, **options: Any) -> None:
    _give_again(session, vault, {**options, "keep_former": False}, only_held=True)


def _give_again(session: Session, vault: Path, options: dict[str, Any], *, only_held: bool) -> None:
    from sharing.envelope import WORD_COUNT, Mode
    from sharing.grants import check_terms
    from sharing.renewal import difference, renew, within
    from storage.grants import grant
    from storage.practitioners import practitioner

    if recipient(options["to"]).practitioner:
        raise click.UsageError(
            translate("cli", "The care professional stays the same: --to takes a date here.")
        )
    with session.vault(vault) as opened:
        former = grant(opened, options["grant"])
        known = Mode(former.mode) in WORD_COUNT
        mode = Mode(options["mode"] or (former.mode if known else Mode.CODE))
        if mode is Mode.NO_WAY_BACK:
            ask_no_way_back(sure=options["yes"])
        releases = options["releases"] or former.releases
        terms = terms_of({**options, "until": options["until"] or former.until}, opened.now())
        check_terms(opened, terms["not_before"], terms["until"], releases)
        scope = narrowing_of(opened, former, options)
        if only_held:
            scope = within(opened, former.gid, scope)
        looked = look_before(opened, scope)
        changes = difference(opened, former.gid, looked.shown)
        _tell_difference(changes)
        _tell_before(opened, former, looked, keep=options["keep_former"])
        told = consultation_of(opened, practitioner(opened, former.practitioner), looked.shown, options)
        ask_first(translate("cli", "Give this access?"), sure=options["yes"])
        made = renew(
            opened,
            former.gid,
            scope=scope,
            mode=mode,
            releases=releases,
            purpose=options["purpose"],
            keep=options["keep_former"],
            consultation=told,
            **terms,
        )
        receipt = write_receipt(opened, made.gid, options["receipt"])
        state = grant(opened, former.gid).state
    data = {
        **made_shape(made, receipt),
        **looked.shape(),
        "former": former.gid,
        "former_state": state,
        "difference": _shape(changes),
    }
    session.answer(data, lambda: tell_made(made, receipt))


def _tell_before(vault: "Vault", former: "GrantRow", looked: Looked, *, keep: bool) -> None:
    """What is said before going on, on standard error."""
    from sharing.grants import withdrawal
    from ui.withdrawals import what_is_left

    looked.tell()
    if former.state == "running" and not keep:
        text = translate("cli", "The former access ends.") + " " + what_is_left(withdrawal(vault, former))
        click.echo(text, err=True)


def _tell_difference(changes: "Difference") -> None:
    """What would newly leave, what leaves again corrected, what no longer leaves, on standard error."""
    marked = [("+", changes.added), ("~", changes.changed), ("-", changes.gone)]
    if not any(found for _, found in marked) and not changes.deleted:
        click.echo(translate("cli", "Nothing has changed since: the same items leave."), err=True)
    columns(((mark, *entry_row(entry)) for mark, found in marked for entry in found), err=True)
    if changes.deleted:
        count = changes.deleted
        text = translate("cli", "%n item(s) given before are deleted from the record since.", "", count)
        click.echo(text, err=True)
    count = len(changes.private)
    if count:
        text = translate(
            "cli",
            "%n item(s) that you keep private leave again, because you named them one by one.",
            "",
            count,
        )
        click.echo(text, err=True)


def _shape(changes: "Difference") -> Shape:
    return {
        "added": [entry.id for entry in changes.added],
        "changed": [entry.id for entry in changes.changed],
        "gone": [entry.id for entry in changes.gone],
        "deleted": changes.deleted,
        "private": [entry.id for entry in changes.private],
    }
