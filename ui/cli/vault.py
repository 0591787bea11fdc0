"""Verbs about the vault as a whole: ``init``, ``passphrase``, ``backup``, ``restore``, ``verify``, ``date``."""

from datetime import UTC, datetime
from pathlib import Path

import click

from ui.catalogue import translate
from ui.cli.arguments import vault_argument
from ui.cli.command import REFUSED, Verb
from ui.cli.session import CLOCK_NOTICES, STANDARD, Session, ask_new_secret, read_secret
from ui.cli.text import columns

# zxcvbn's third of four steps: safe against somebody who tries at their leisure.
_STRONG = 3

_folder = click.Path(path_type=Path)


@click.command("init", cls=Verb, help=translate("cli", "Create a vault in a new or empty folder."))
@vault_argument
@click.pass_obj
def init_verb(session: Session, vault: Path) -> None:
    from storage.vault import create

    passphrase = session.passphrase(new=True)
    tell_strength(passphrase)
    with create(vault, passphrase) as made:
        data = {"vault": str(vault.absolute()), "id": made.id}

    def tell() -> None:
        click.echo(translate("cli", "Vault created in {folder}").format(folder=vault.absolute()))
        text = translate("cli", "Nobody, not even we, can find your passphrase again: keep it safe.")
        click.echo(text)

    session.answer(data, tell)


@click.command("passphrase", cls=Verb, help=translate("cli", "Change the passphrase of a vault."))
@vault_argument
@click.option(
    "--new-passphrase-file",
    metavar="FILE",
    help=translate("cli", "Read the new passphrase from this file (- for standard input)."),
)
@click.pass_obj
def passphrase_verb(session: Session, vault: Path, new_passphrase_file: str | None) -> None:
    if new_passphrase_file == STANDARD == session.passphrase_file:
        raise click.UsageError(
            translate("cli", "Only one of the two passphrases can come from standard input.")
        )
    with session.vault(vault) as opened:
        new = read_secret(new_passphrase_file) if new_passphrase_file else ask_new_secret()
        tell_strength(new)
        opened.change_passphrase(new)
    told = translate(
        "cli", "Passphrase changed. Backups and copies made earlier still open with the old one."
    )
    session.answer({"vault": str(vault.absolute())}, lambda: click.echo(told))


@click.command(
    "backup", cls=Verb, help=translate("cli", "Make a full, encrypted, verified copy in a folder.")
)
@vault_argument
@click.argument("folder", type=_folder)
@click.pass_obj
def backup_verb(session: Session, vault: Path, folder: Path) -> None:
    from storage.backup import backup

    with session.vault(vault) as opened:
        made = backup(opened, folder).absolute()
    session.answer({"backup": str(made)}, lambda: click.echo(made))


@click.command(
    "restore", cls=Verb, help=translate("cli", "Make a vault from a backup. Its accesses are to be renewed.")
)
@click.argument("folder", type=_folder)
@vault_argument
@click.pass_obj
def restore_verb(session: Session, folder: Path, vault: Path) -> None:
    from storage.backup import restore

    restore(folder, vault, session.passphrase())
    target = vault.absolute()
    told = translate("cli", "Vault restored in {folder}. Accesses given before have to be given anew.")
    session.answer({"vault": str(target)}, lambda: click.echo(told.format(folder=target)))


@click.command(
    "verify", cls=Verb, help=translate("cli", "Check every page, every reference and the history.")
)
@vault_argument
@click.pass_obj
@click.pass_context
def verify_verb(context: click.Context, session: Session, vault: Path) -> None:
    from storage.verify import verify

    with session.vault(vault) as opened:
        faults = verify(opened)
    data = {
        "ok": not faults,
        "faults": [{"kind": fault.kind, "where": fault.where} for fault in faults],
    }
    session.answer(data, lambda: columns((fault.kind, fault.where) for fault in faults))
    if count := len(faults):
        click.echo(translate("cli", "%n fault(s) found: use a backup.", "", count), err=True)
        context.exit(REFUSED)
    if not session.as_json:
        click.echo(translate("cli", "No fault found."))


@click.command(
    "date", cls=Verb, help=translate("cli", "See this computer's date, or confirm that it is right.")
)
@vault_argument
@click.option("--confirm", is_flag=True, help=translate("cli", "Yes, this computer's date is right."))
@click.pass_obj
def date_verb(session: Session, vault: Path, confirm: bool) -> None:
    with session.vault(vault) as opened:
        if confirm:
            opened.confirm_date()
        confirmed = CLOCK_NOTICES.isdisjoint(opened.notices)
    now = datetime.now(UTC).isoformat(timespec="seconds")
    session.answer({"now": now, "confirmed": confirmed}, lambda: click.echo(now))


def tell_strength(passphrase: str) -> None:
    """Say so when a new passphrase would soon be guessed; it is the person's own decision."""
    from storage.passphrase import strength

    if strength(passphrase).score < _STRONG:
        text = translate(
            "cli", "This passphrase is easy to guess: several words that do not go together are better."
        )
        click.echo(text, err=True)
