"""All the verbs of ``phr``, in the order of a record's life."""

from importlib.metadata import version

import click

from ui.catalogue import translate
from ui.cli.card import card_returned_verb, card_verb
from ui.cli.columns import columns_verb
from ui.cli.command import Program
from ui.cli.completion import completion_verb
from ui.cli.curate import (
    add_verb,
    close_verb,
    delete_verb,
    edit_verb,
    hide_verb,
    label_verb,
    unclose_verb,
    unhide_verb,
)
from ui.cli.documents import accept_verb, proposals_verb, text_verb
from ui.cli.export import export_verb
from ui.cli.grant import grant_verbs
from ui.cli.inbox import inbox_verbs
from ui.cli.intake import import_verb
from ui.cli.journal import log_verb
from ui.cli.names import names_verb
from ui.cli.opening import open_verb
from ui.cli.paper import paper_verb, pdf_verb
from ui.cli.person import person_verbs
from ui.cli.practitioner import practitioner_verbs
from ui.cli.preview import preview_verb
from ui.cli.receipt import compare_verb, given_verb, receipt_verb
from ui.cli.record import entries_verb, people_verb, show_verb
from ui.cli.release import received_verb, release_verb, revoke_verb
from ui.cli.renewal import narrow_verb, renew_verb
from ui.cli.reply import reply_verbs
from ui.cli.separate import separate_verb
from ui.cli.vault import backup_verb, date_verb, init_verb, passphrase_verb, restore_verb, verify_verb


@click.group(
    cls=Program,
    help=translate(
        "cli",
        "Carnet keeps your health record encrypted on this computer, and lets you share what you choose, "
        "with whom you choose, until when you choose. It stores and hands over; it does not interpret.",
    ),
)
@click.version_option(
    version("phr"), "--version", prog_name="phr", help=translate("cli", "Show the version.")
)
def program() -> None:
    """Holds the verbs; does nothing by itself."""


VERBS = (
    init_verb,
    passphrase_verb,
    separate_verb,
    import_verb,
    inbox_verbs,
    proposals_verb,
    accept_verb,
    text_verb,
    columns_verb,
    people_verb,
    person_verbs,
    names_verb,
    entries_verb,
    show_verb,
    add_verb,
    edit_verb,
    hide_verb,
    unhide_verb,
    close_verb,
    unclose_verb,
    label_verb,
    delete_verb,
    practitioner_verbs,
    grant_verbs,
    release_verb,
    received_verb,
    revoke_verb,
    reply_verbs,
    log_verb,
    open_verb,
    export_verb,
    backup_verb,
    restore_verb,
    verify_verb,
    date_verb,
    completion_verb,
)
for verb in VERBS:
    program.add_command(verb)
for verb in (
    preview_verb,
    paper_verb,
    pdf_verb,
    card_verb,
    card_returned_verb,
    renew_verb,
    narrow_verb,
    receipt_verb,
    compare_verb,
    given_verb,
):
    grant_verbs.add_command(verb)
