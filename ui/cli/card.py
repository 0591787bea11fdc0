"""``grant card`` and ``grant card-returned``: the consultation card goes out and comes back."""

from pathlib import Path

import click

from ui.catalogue import translate
from ui.cli.arguments import grant_argument, vault_argument
from ui.cli.command import Verb
from ui.cli.private_file import check_place, write_privately
from ui.cli.session import Session


@click.command(
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
    check_place(pdf)  # making the card is the release
    with session.vault(vault) as opened:
        card = make_card(opened, grant)
    write_privately(pdf, [card_pdf(card.code, card.until)])
    session.answer({"grant": card.gid, "code": card.code, "pdf": str(pdf)}, lambda: click.echo(pdf))


@click.command(
    "card-returned", cls=Verb, help=translate("cli", "Write down that the card was taken back or destroyed.")
)
@vault_argument
@grant_argument
@click.pass_obj
def card_returned_verb(session: Session, vault: Path, grant: str) -> None:
    from sharing.grants import card_returned, withdrawal
    from storage.grants import grant as find_grant
    from ui.withdrawals import what_is_left

    with session.vault(vault) as opened:
        card_returned(opened, grant)
        row = find_grant(opened, grant)
        left = what_is_left(withdrawal(opened, row))
    session.answer({"grant": grant, "card_back": row.card_back}, lambda: click.echo(left))
