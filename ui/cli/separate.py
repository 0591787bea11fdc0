"""``separate``: a record moves to a vault of its own."""

from pathlib import Path

import click

from ui.catalogue import translate
from ui.cli.arguments import vault_argument, yes_option
from ui.cli.command import Verb
from ui.cli.session import STANDARD, Session, ask_first, ask_new_secret, read_secret
from ui.cli.vault import tell_strength


@click.command(
    "separate", cls=Verb, help=translate("cli", "Move a person's record to a new vault with keys of its own.")
)
@vault_argument
@click.argument("person", metavar="PERSON")
@click.argument("folder", type=click.Path(path_type=Path))
@click.option(
    "--new-passphrase-file",
    metavar="FILE",
    help=translate("cli", "Read the new passphrase from this file (- for standard input)."),
)
@yes_option
@click.pass_obj
def separate_verb(
    session: Session, vault: Path, *, person: str, folder: Path, new_passphrase_file: str | None, yes: bool
) -> None:
    from storage.people import person as find_person
    from storage.separation import separate

    if new_passphrase_file == STANDARD == session.passphrase_file:
        raise click.UsageError(
            translate("cli", "Only one of the two passphrases can come from standard input.")
        )
    ask_first(
        translate(
            "cli",
            "Move this record to a vault of its own? It leaves this one, and its running accesses end: they have to "
            "be given anew from the new vault.",
        ),
        sure=yes,
    )
    with session.vault(vault) as opened:
        who = find_person(opened, person)
        new = read_secret(new_passphrase_file) if new_passphrase_file else ask_new_secret()
        tell_strength(new)
        done = separate(opened, who.id, folder, new)

    def tell() -> None:
        click.echo(translate("cli", "%n item(s) moved.", "", done.entries))
        click.echo(translate("cli", "The new vault is in {folder}").format(folder=done.folder))
        if done.grants_ended:
            click.echo(translate("cli", "%n access(es) ended: renew them there.", "", done.grants_ended))
        if left := done.waiting + done.unassigned:
            click.echo(
                translate("cli", "%n file(s) stay here that are not known to be this person's.", "", left)
            )
        if not done.cleaned:
            click.echo(
                translate("cli", "Traces are still being cleared: open the vault once more to finish.")
            )
        click.echo(
            translate(
                "cli",
                "Backups and copies made earlier, and files, codes and cards already given, still hold this record: "
                "whoever has them can go on reading it.",
            )
        )

    data = {
        "person": who.id,
        "vault": str(done.folder),
        "id": done.vault_id,
        "entries": done.entries,
        "grants_ended": done.grants_ended,
        "files_left": done.waiting + done.unassigned,
        "pending": not done.cleaned,
    }
    session.answer(data, tell)
