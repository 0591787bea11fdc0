"""Verbs that read the record: ``people``, ``entries``, ``show``."""

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from phr.entry import Entry, Kind
from ui.catalogue import language, translate
from ui.cli.arguments import FROM_HELP, PERSON_HELP, TO_HELP, entry_argument, kind_choice, vault_argument
from ui.cli.command import Verb
from ui.cli.dates import since
from ui.cli.session import Session
from ui.cli.shapes import entry_shape, holder_shape, provenance_shape
from ui.cli.text import columns, plain
from ui.values import value_in_both

if TYPE_CHECKING:
    from storage.entries import Page


@click.command("people", cls=Verb, help=translate("cli", "List the people whose record this vault keeps."))
@vault_argument
@click.pass_obj
def people_verb(session: Session, vault: Path) -> None:
    from storage.people import people

    with session.vault(vault) as opened:
        found = people(opened)
    data = {
        "people": [
            {"id": person.id, "name": person.name, "birth_date": person.birth_date, "sex": person.sex}
            for person in found
        ]
    }
    session.answer(data, lambda: columns((person.id, person.name, person.birth_date) for person in found))


@click.command("entries", cls=Verb, help=translate("cli", "List the items of the record, newest first."))
@vault_argument
@click.option("--kind", "kinds", type=kind_choice, multiple=True, help=translate("cli", "Only this kind."))
@click.option("--search", default="", metavar="TEXT", help=translate("cli", "Words, or beginnings of words."))
@click.option("--from", "date_from", default="", metavar="DATE", help=FROM_HELP)
@click.option("--to", "date_to", default="", metavar="DATE", help=TO_HELP)
@click.option("--person", default="", help=PERSON_HELP)
@click.option("--label", default="", help=translate("cli", "Only with this sensitive topic."))
@click.option("--hidden", is_flag=True, help=translate("cli", "Those kept private too."))
@click.option("--limit", type=click.IntRange(1, 100_000), default=50, show_default=True)
@click.option(
    "--after", default="", metavar="CURSOR", help=translate("cli", "Go on after an earlier answer.")
)
@click.pass_obj
def entries_verb(
    session: Session,
    vault: Path,
    *,
    kinds: tuple[str, ...],
    search: str,
    date_from: str,
    date_to: str,
    person: str,
    label: str,
    hidden: bool,
    limit: int,
    after: str,
) -> None:
    from storage.entries import Filter, page
    from storage.people import person as find_person

    with session.vault(vault) as opened:
        wanted = Filter(
            person=find_person(opened, person).id if person else "",
            kinds=tuple(Kind(kind) for kind in kinds),
            search=search,
            date_from=since(date_from),
            date_to=since(date_to),
            label=label,
            hidden=None if hidden else False,
        )
        found = page(opened, wanted, after=after, limit=limit)
    data = {"entries": [entry_shape(entry) for entry in found.entries], "next": found.next or None}
    session.answer(data, lambda: _tell_page(found))


def _tell_page(page: "Page") -> None:
    columns(entry_row(entry) for entry in page.entries)
    if page.next:
        text = translate("cli", "There is more: go on with --after {cursor}")
        click.echo(text.format(cursor=page.next), err=True)


def entry_row(entry: Entry) -> tuple[str, str, str, str, str, str]:
    """An entry as a row for people: id, date, kind, what is kept private, value, title."""
    private = translate("cli", "private") if entry.hidden else ""
    if entry.closed:
        return entry.id, entry.date or "", entry.kind.value, private, "", translate("cli", "(closed)")
    value = f"{entry.value.text} {entry.value.unit}".strip() if entry.value else ""
    return entry.id, entry.date or "", entry.kind.value, private, value, entry.title_in(language())


@click.command("show", cls=Verb, help=translate("cli", "Show an item in full, with what it said before."))
@vault_argument
@entry_argument
@click.pass_obj
def show_verb(session: Session, vault: Path, entry: str) -> None:
    from sharing.holders import shared_with
    from storage.entries import entry as find_entry
    from storage.entries import provenances, resource_bytes, revisions
    from storage.practitioners import practitioners

    with session.vault(vault) as opened:
        found = find_entry(opened, entry)
        resource = resource_bytes(opened, entry)
        earlier = revisions(opened, entry)
        sources = provenances(opened, entry)
        holders = shared_with(opened, entry)
        names = {one.id: one.name for one in practitioners(opened)}
    if session.as_json:
        # Put together from bytes: a resource keeps its decimals to the last digit.
        told = b",".join(
            b'{"number":%d,"at":%s,"resource":%s}'
            % (one.number, json.dumps(one.at.isoformat()).encode(), one.resource)
            for one in earlier
        )
        shape = json.dumps(entry_shape(found)).encode()
        given = json.dumps([holder_shape(row) for row in holders]).encode()
        came = json.dumps([provenance_shape(one) for one in sources]).encode()
        session.answer_bytes(
            b'{"entry":%s,"resource":%s,"revisions":[%s],"shared_with":%s,"provenances":%s}'
            % (shape, resource, told, given, came)
        )
        return
    if found.closed:
        click.echo(translate("cli", "This item is closed for now. phr unclose opens it."))
        return
    rows = [(name, text) for name, text in _facts(found) if text]
    columns(rows)
    for one in sources[1:]:
        text = translate("cli", "Also from {file} {author}")
        click.echo(plain(text.format(file=one.file, author=one.author).rstrip()))
    if earlier:
        times = len(earlier)
        click.echo(translate("cli", "Changed %n time(s); what it said before is kept.", "", times))
    for row in holders:
        text = translate("cli", "Given to {name} on {at} (access {grant}, {state})")
        click.echo(
            plain(text.format(name=names[row.practitioner], at=row.made_at, grant=row.gid, state=row.state))
        )
    click.echo()
    click.echo("\n".join(plain(line) for line in resource.decode("utf-8", "replace").splitlines()))


def _facts(entry: Entry) -> list[tuple[str, str]]:
    value = entry.value
    return [
        (translate("cli", "Title"), entry.title_in(language())),
        (translate("cli", "Kind"), entry.kind.value),
        (translate("cli", "Date"), entry.date or ""),
        (translate("cli", "Value"), value_in_both(value, entry.codes)),
        (translate("cli", "Laboratory's range"), _range(entry)),
        (translate("cli", "Laboratory's flag"), value.flag if value else ""),
        (translate("cli", "Status"), entry.status),
        (translate("cli", "Author"), entry.author),
        (translate("cli", "Note"), entry.note),
        (translate("cli", "Codes"), ", ".join(f"{code.code} ({code.system})" for code in entry.codes)),
        (translate("cli", "Kept private"), translate("cli", "yes") if entry.hidden else ""),
        (translate("cli", "Sensitive topics"), ", ".join(entry.labels)),
        (translate("cli", "Where it comes from"), entry.source or translate("cli", "written by yourself")),
    ]


def _range(entry: Entry) -> str:
    if entry.value is None:
        return ""
    if entry.value.range_text:
        return entry.value.range_text
    return f"{entry.value.low} – {entry.value.high}" if entry.value.low or entry.value.high else ""
