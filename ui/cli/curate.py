"""Verbs that change the record: ``add``, ``edit``, ``hide``, ``unhide``, ``delete``, ``label``."""

from pathlib import Path

import click

from phr.entry import Kind
from ui.catalogue import translate
from ui.cli.arguments import (
    PERSON_HELP,
    entries_argument,
    entry_argument,
    kind_choice,
    vault_argument,
    yes_option,
)
from ui.cli.command import Verb
from ui.cli.persons import whose_record
from ui.cli.session import Session, ask_first
from ui.cli.shapes import entry_shape


@click.command("add", cls=Verb, help=translate("cli", "Write an item of your own."))
@vault_argument
@click.option("--kind", required=True, type=kind_choice)
@click.option("--title", required=True)
@click.option("--date", default="", help=translate("cli", "Year, month, day, instant or start/end."))
@click.option("--value", default="")
@click.option("--unit", default="")
@click.option("--note", default="")
@click.option("--person", default="", help=PERSON_HELP)
@click.pass_obj
def add_verb(
    session: Session,
    vault: Path,
    *,
    kind: str,
    title: str,
    date: str,
    value: str,
    unit: str,
    note: str,
    person: str,
) -> None:
    from storage.entries import add_own

    with session.vault(vault) as opened:
        whose = whose_record(opened, person, or_new=True)
        made = add_own(
            opened, whose.id, Kind(kind), title, date=date or None, value=value, unit=unit, note=note
        )
    session.answer({"id": made.id, "entry": entry_shape(made)}, lambda: click.echo(made.id))


@click.command("edit", cls=Verb, help=translate("cli", "Correct an item; what it said before is kept."))
@vault_argument
@entry_argument
@click.option("--title")
@click.option("--date", help=translate("cli", "Year, month, day, instant or start/end."))
@click.option("--value", help=translate("cli", "Of an item you wrote yourself."))
@click.option("--unit", help=translate("cli", "Of an item you wrote yourself."))
@click.option("--note")
@click.pass_obj
def edit_verb(session: Session, /, vault: Path, entry: str, **fields: str | None) -> None:
    from storage.entries import edit

    changes = {field: text for field, text in fields.items() if text is not None}
    if not changes:
        raise click.UsageError(
            translate("cli", "Say what to change: --title, --date, --value, --unit or --note.")
        )
    with session.vault(vault) as opened:
        changed = edit(opened, entry, changes)
    session.answer({"id": changed.id, "entry": entry_shape(changed)}, lambda: click.echo(changed.id))


@click.command("hide", cls=Verb, help=translate("cli", "Keep items private: no access takes them along."))
@vault_argument
@entries_argument
@click.pass_obj
def hide_verb(session: Session, vault: Path, entries: tuple[str, ...]) -> None:
    _set_hidden(session, vault, entries, hidden=True)


@click.command("unhide", cls=Verb, help=translate("cli", "Stop keeping items private."))
@vault_argument
@entries_argument
@click.pass_obj
def unhide_verb(session: Session, vault: Path, entries: tuple[str, ...]) -> None:
    _set_hidden(session, vault, entries, hidden=False)


def _set_hidden(session: Session, vault: Path, ids: tuple[str, ...], *, hidden: bool) -> None:
    from storage.entries import set_hidden

    with session.vault(vault) as opened:
        set_hidden(opened, ids, hidden)
    count = len(ids)
    if hidden:
        told = translate("cli", "%n item(s) kept private.", "", count)
    else:
        told = translate("cli", "%n item(s) no longer kept private.", "", count)
    session.answer({"entries": list(ids), "hidden": hidden}, lambda: click.echo(told))


@click.command(
    "close",
    cls=Verb,
    help=translate("cli", "Keep items closed for now: lists show their kind and date only."),
)
@vault_argument
@entries_argument
@click.pass_obj
def close_verb(session: Session, vault: Path, entries: tuple[str, ...]) -> None:
    from storage.entries import close_entries

    with session.vault(vault) as opened:
        close_entries(opened, entries)
    told = translate("cli", "%n item(s) closed for now.", "", len(entries))
    session.answer({"entries": list(entries), "closed": True}, lambda: click.echo(told))


@click.command("unclose", cls=Verb, help=translate("cli", "Open items that were closed for now."))
@vault_argument
@entries_argument
@click.pass_obj
def unclose_verb(session: Session, vault: Path, entries: tuple[str, ...]) -> None:
    from storage.entries import open_entries

    with session.vault(vault) as opened:
        open_entries(opened, entries)
    told = translate("cli", "%n item(s) opened.", "", len(entries))
    session.answer({"entries": list(entries), "closed": False}, lambda: click.echo(told))


@click.command(
    "delete", cls=Verb, help=translate("cli", "Delete items for good, with what they said before.")
)
@vault_argument
@entries_argument
@yes_option
@click.pass_obj
def delete_verb(session: Session, vault: Path, entries: tuple[str, ...], yes: bool) -> None:
    from storage.entries import delete

    count = len(entries)
    ask_first(
        translate("cli", "Delete %n item(s) for good, with what was there before?", "", count), sure=yes
    )
    with session.vault(vault) as opened:
        done = delete(opened, entries)

    def tell() -> None:
        click.echo(translate("cli", "%n item(s) deleted from this vault.", "", count))
        if not done:
            click.echo(
                translate("cli", "Traces are still being cleared: open the vault once more to finish.")
            )
        click.echo(translate("cli", "Backups and copies made earlier may still hold them."))

    session.answer({"entries": list(entries), "deleted": count, "pending": not done}, tell)


@click.command("label", cls=Verb, help=translate("cli", "Put sensitive topics on an item, or take them off."))
@vault_argument
@entry_argument
@click.argument("labels", metavar="LABEL...", nargs=-1, required=True)
@click.option("--remove", is_flag=True, help=translate("cli", "Take these topics off."))
@click.pass_obj
def label_verb(session: Session, vault: Path, entry: str, labels: tuple[str, ...], remove: bool) -> None:
    from storage.entries import add_labels, remove_labels
    from storage.entries import entry as find_entry

    with session.vault(vault) as opened:
        (remove_labels if remove else add_labels)(opened, entry, labels)
        now = find_entry(opened, entry).labels
    session.answer({"entry": entry, "labels": list(now)}, lambda: click.echo(", ".join(now)))
