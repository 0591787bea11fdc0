"""A record that somebody lives in, and a walk through every page and panel of the window on it."""

import json
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path

from phr.entry import Kind
from sharing import grants as sharing
from sharing.envelope import Mode
from sharing.opening import Opening
from sharing.scope import Scope
from storage import entries, inbox, people, practitioners
from storage.intake import Who, import_file
from storage.journal_pages import Group
from storage.vault import Vault
from tests.photographs import paper, saved
from tests.sharing.reply_letters import content, reply
from tests.storage.test_proposals import laboratory_pdf
from tests.zips import put
from ui.desktop.page import Page
from ui.desktop.pictures import settle
from ui.desktop.window import Window
from ui.replies import take_in_file


def furnish(vault: Vault, folder: Path) -> None:
    """Documents, an appointment, two accesses, a reply and a file that waits, for a vault with one person in it."""
    (person,) = people.people(vault)
    for name, data in (("bilan.pdf", laboratory_pdf()), ("ordonnance.jpg", saved(paper()))):
        import_file(vault, put(folder, data, name), who=Who(person=person.id))
    soon = (vault.now() + timedelta(days=9)).date().isoformat()
    entries.add_own(vault, person.id, Kind.APPOINTMENT, "Cardiologue, centre de santé", date=soon)
    inbox.put_aside(vault, put(folder, b"Lettre", "lettre de sortie.txt"))
    take_in_file(vault, written_reply(vault, folder, person.id))


def written_reply(vault: Vault, folder: Path, person: str) -> Path:
    """Give access to two care professionals; the reply of one, as a file."""
    for name, specialty in (("Dr Linh Nguyen", "Cardiologie"), ("Dr Salomé Roux", "")):
        to = practitioners.add_practitioner(vault, name, specialty=specialty)
        made = sharing.new_grant(
            vault,
            practitioner=to.id,
            purpose="préparer la consultation",
            scope=Scope(person=person),
            not_before=None,
            until=vault.now() + timedelta(days=7),
            releases=1,
            mode=Mode.CARD,
            folder=folder / "out" / name,
            language="fr",
        )
    bundle = json.loads(Opening.from_file(made.envelope).open(sharing.make_card(vault, made.gid).code))
    file = folder / "reponse.phr-reply"
    file.write_bytes(reply(bundle, made.envelope.read_bytes(), content("Tout va bien.")))
    return file


def tour(window: Window, folder: Path, wait: Callable[[], None] = settle) -> Iterator[Page]:
    """Every page in turn, in each of its states, on the vault of :func:`furnish`, which is locked at the end."""
    for step in (_record, _documents, _imports, _pages, _history, _access, _giving, _leaving):
        for page in step(window, folder):
            wait()
            yield page


def glance(window: Window) -> Iterator[Page]:
    """Every page as one finds it, whatever the record holds."""
    others = (window.holders, window.replies, window.first_document, window.passphrase)
    for page in (*window.places.values(), *others):
        window.show_page(page)
        settle()
        yield page
    window.show_page(window.record)
    window.record.writing.begin()
    yield window.record
    window.record.form.dropped.emit()
    window.commands.release.trigger()
    yield window.release
    window.commands.new_grant.trigger()
    yield window.grant
    window.grant.cancel.click()


def _record(window: Window, _folder: Path) -> Iterator[Page]:
    page = window.record
    window.show_page(page)
    settle()
    page.table.selectRow(6)
    page.filters.more.setChecked(True)
    yield page
    page.table.selectAll()
    yield page
    page.table.selectRow(6)
    page.detail.topics.click()
    yield page
    page.detail.edit.click()
    yield page
    page.form.dropped.emit()
    page.writing.begin()
    yield page
    page.form.dropped.emit()
    page.table.selectRow(6)
    page.curation.set_hidden(True)
    yield page
    page.curation.set_hidden(False)
    page.curation.ask_delete()
    yield page
    page.confirm.withdraw()
    for document in entries.page(page.vault, entries.Filter(kinds=(Kind.DOCUMENT,))).entries:
        page.select(document.id)
        yield page
        if page.detail.proposals.isVisible():
            page.detail.proposals.click()
            yield page
            page.select(document.id)
    page.filters.search.setText("introuvable")
    page.refresh()
    yield page
    page.filters.clear()


def _documents(window: Window, _folder: Path) -> Iterator[Page]:
    page = window.documents
    window.show_page(page)
    yield page
    for place in range(page.model.rowCount()):
        page.table.selectRow(place)
        yield page
    window.show_page(window.trends)
    yield window.trends


def _imports(window: Window, folder: Path) -> Iterator[Page]:
    window.show_page(window.inbox)
    yield window.inbox
    window.inbox.discard.click()
    yield window.inbox
    window.inbox.confirm.withdraw()
    window.inbox.check.click()
    yield window.imports
    window.imports.review.dropped.emit()
    table = put(folder, b"Jour;Tension;Pouls\n12/03/2024;13/8;71\n", "mesures.csv")
    other = put(folder, _named_another(), "autre nom.json")
    window.taking.take_files([table])
    yield window.imports
    window.imports.columns.kept.emit()
    yield window.imports
    window.imports.forget()
    window.taking.take_files([other])
    yield window.imports
    window.imports.forget()
    window.taking.take_files(
        [put(folder, b"Un mot du laboratoire.", "mot.txt"), put(folder, b"\x00\x01", "inconnu.bin")]
    )
    yield window.imports
    window.imports.review.take.click()
    yield window.imports
    window.imports.outcome.discard.click()
    yield window.imports
    window.imports.outcome.confirm.withdraw()
    window.taking.take_files([put(folder, saved(paper()), f"page {number}.jpg") for number in (1, 2)])
    yield window.photographs
    window.photographs.cancel.click()
    window.taking.take_files([put(folder, saved(paper()), "page 1.jpg")])
    yield window.photographs
    window.photographs.cancel.click()


def _named_another() -> bytes:
    patient = {
        "resourceType": "Patient",
        "name": [{"family": "Martin", "given": ["Paul"]}],
        "birthDate": "1990-01-02",
    }
    return json.dumps(patient).encode()


def _pages(window: Window, folder: Path) -> Iterator[Page]:
    for name in ("today", "history", "settings"):
        window.show_page(window.places[name])
        yield window.places[name]
    window.show_page(window.people)
    settle()
    yield window.people
    window.people.correct.click()
    yield window.people
    window.people.form.drop.click()
    window.people.moving.begin(people.people(window.people.vault)[0], folder)
    yield window.people
    window.people.moving.drop.click()
    window.show_page(window.settings)
    window.settings.export.click()
    yield window.settings
    window.settings.confirm.withdraw()
    window.show_page(window.passphrase)
    yield window.passphrase


def _history(window: Window, _folder: Path) -> Iterator[Page]:
    page = window.history
    window.show_page(page)
    page.verification.check.click()
    page.verification.with_mark.click()
    yield page
    page.verification.with_mark.click()
    window.show_page(window.record)
    settle()
    window.record.table.selectRow(6)
    window.record.detail.history.click()
    yield page
    page.filters.group.setCurrentIndex(page.filters.group.findData(Group.REPLIES))
    yield page
    page.show_everything.click()


def _access(window: Window, _folder: Path) -> Iterator[Page]:
    page = window.access
    window.show_page(page)
    for row in range(page.model.rowCount()):
        page.table.selectRow(row)
        yield page
    page.ask_withdraw()
    yield page
    page.confirm.withdraw()
    page.people.begin()
    yield page
    window.show_page(window.holders)
    yield window.holders
    window.show_page(window.replies)
    yield window.replies
    window.replies.delete.click()
    yield window.replies
    window.replies.confirm.withdraw()
    window.replies.open_chosen()
    yield window.replies


def _giving(window: Window, folder: Path) -> Iterator[Page]:
    page = window.grant
    window.commands.new_grant.trigger()
    page.who.practitioner.setCurrentIndex(page.who.practitioner.count() - 1)
    page.who.new.name.setText("Dr Aubin")
    for _ in range(3):
        yield page
        page.go_on()
    yield page
    page.preview.tabs.setCurrentIndex(page.preview.tabs.count() - 1)
    yield page
    page.back.click()
    page.terms.until.setCurrentIndex(page.terms.until.count() - 1)
    page.terms.later.setChecked(True)
    yield page
    for mode in ("screen", "paper"):
        page.terms.modes[mode].setChecked(True)
        yield page
    page.set_pages()
    yield page
    page.back.click()
    page.back.click()
    page.terms.modes["no-way-back"].setChecked(True)
    page.go_on()
    yield page
    page.confirm.withdraw()
    page.terms.modes["code"].setChecked(True)
    page.terms.later.setChecked(False)
    page.give(folder / "given")
    yield page
    yield from _opening(window, next((folder / "given").glob("*.phr")), page.deliver.words.text())
    window.show_page(window.access)
    window.access.table.selectRow(0)
    window.access.renew.click()
    yield page
    page.cancel.click()


def _opening(window: Window, file: Path, words: str) -> Iterator[Page]:
    """The doctor's code, who asks, and the code to read back."""
    page = window.release
    window.commands.release.trigger()
    yield page
    reading = Opening.from_file(file)
    with ThreadPoolExecutor(1) as aside:  # the care professional's work, not the window's
        aside.submit(reading.unwrap, words).result()
    page.challenge.setText(reading.challenge)
    page.ask()
    yield page
    page.confirm._go.click()
    yield page
    page.back.click()


def _leaving(window: Window, _folder: Path) -> Iterator[Page]:
    window.show_page(window.first_document)
    yield window.first_document
    window.set_simple(True)
    window.show_page(window.today)
    yield window.today
    window.set_simple(False)
    window.lock()
    yield window.unlock
    window.unlock.lost.click()
    yield window.unlock
    window.unlock.ask(window.unlock.place(), creating=True)
    first = window.unlock.first
    first.propose.click()
    yield window.unlock
    first.again.setText(first.passphrase.text())
    first.next.click()
    first.folder.setText("/home/odile/Dropbox/Carnet")
    yield window.unlock
