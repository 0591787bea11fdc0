"""The guard: before anything leaves, what could be guessed about what stays.

It reads what the package would hold, fitted as :mod:`sharing.redact` fits it, and looks at it with the rules of
:mod:`phr.inference`. It writes nothing: what it says is for the patient, and goes neither in the journal nor in a
package.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from phr.formats.fhir import references
from phr.formats.fhir.drafts import to_draft
from phr.formats.pdf_text import text_of
from phr.formats.sniff import Format, media_type
from phr.inference import Clue, findings
from sharing.redact import Links, fit
from sharing.shapes import is_attachment
from storage import attachments, document_text, entries, lookup
from storage.entries import Filter

if TYPE_CHECKING:
    from collections.abc import Iterator

    from phr.entry import Entry
    from phr.formats.fhir.items import Resource
    from phr.inference import Sure, Why
    from sharing.preview import Preview
    from storage.vault import Vault

_PAGE = 500
# Of a text file this much is read, in bytes: some hundred pages.
_MOST_TEXT = 400_000
_REPORTS = frozenset({"DiagnosticReport", "Composition"})
# Members that nobody reads: content, addresses, and the names of code systems.
_UNREAD = frozenset({
    "resourceType", "id", "data", "url", "hash", "contentType", "system", "code", "reference", "language", "status",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Guess:
    """A finding with its entries: ``entries`` let guess the topic ``label``, ``held_back`` is what it is about.

    ``chosen`` says that the patient chose to hold that back, not merely that kind or period leave it out.
    """

    label: str
    why: Why
    sure: Sure
    sign_fr: str
    sign_en: str
    entries: tuple[Entry, ...]
    held_back: tuple[Entry, ...]
    chosen: bool


def guess(vault: Vault, shown: Preview) -> list[Guess]:
    """What whoever reads this selection could guess about the rest: what was chosen first, then surest first.

    Raises ``NoSuchEntry`` if an entry was deleted since the preview.
    """
    known = {entry.id: entry for entry in shown.entries}
    held = [entry for entry in _of(vault, shown.person.id) if entry.id not in known]
    chosen = {entry.id for entry in held if shown.scope.keeps_back(entry)}
    links = Links("urn:uuid:patient", {entry_id: entry_id for entry_id in known})
    with vault.read():  # one view for all that is read
        leaving = [_leaving(vault, entry, links, reports=bool(chosen)) for entry in shown.entries]
        staying = [_staying(vault, entry, chosen=entry.id in chosen) for entry in held]
    known |= {entry.id: entry for entry in held}
    return [
        Guess(
            one.label,
            one.why,
            one.sure,
            one.sign_fr,
            one.sign_en,
            tuple(known[id_] for id_ in one.entries),
            tuple(known[id_] for id_ in one.held_back),
            one.chosen,
        )
        for one in findings(leaving, staying, shown.scope.without_labels)
    ]


def _of(vault: Vault, person: str) -> Iterator[Entry]:
    after = ""
    while True:
        page = entries.page(vault, Filter(person=person), after=after, limit=_PAGE)
        yield from page.entries
        after = page.next
        if not after:
            return


def _leaving(vault: Vault, entry: Entry, links: Links, *, reports: bool) -> Clue:
    """An entry as the package would hold it. The files of the vault are read beside it, for their words."""
    stored = entries.resource(vault, entry.id)
    fitted = fit(vault, entry.id, _without_files(stored), links)
    draft = to_draft(fitted) or entry
    texts = [*_strings(fitted), *_texts(vault, entry.id)]
    return Clue(
        entry.id,
        entry.kind,
        draft.title,
        entry.date,
        draft.codes,
        draft.author,
        "\n".join(texts),
        frozenset(entry.labels),
        tuple(_listed(vault, entry, stored)) if reports and entry.type in _REPORTS else (),
        bool(attachments.of_entry(vault, entry.id)),
    )


def _staying(vault: Vault, entry: Entry, *, chosen: bool) -> Clue:
    """An entry that is held back. Only one that the patient chose to hold back is read as a whole."""
    texts = [entry.note]
    if chosen:
        texts += _strings(entries.resource(vault, entry.id))
        texts += _texts(vault, entry.id)
    return Clue(
        entry.id,
        entry.kind,
        entry.title,
        entry.date,
        entry.codes,
        entry.author,
        "\n".join(texts),
        frozenset(entry.labels),
        chosen=chosen,
    )


def _without_files(node: Any, element: str = "") -> Any:
    """A resource whose Attachments lead nowhere, so that fitting it reads no file."""
    if isinstance(node, dict):
        skipped = ("url", "data") if is_attachment(node, element) else ()
        return {name: _without_files(value, name) for name, value in node.items() if name not in skipped}
    return [_without_files(item, element) for item in node] if isinstance(node, list) else node


def _strings(node: Any) -> Iterator[str]:
    """All that can be read in a resource."""
    if isinstance(node, dict):
        for name, value in node.items():
            if name not in _UNREAD:
                yield from _strings(value)
    elif isinstance(node, list):
        for item in node:
            yield from _strings(item)
    elif isinstance(node, str):
        yield node


def _texts(vault: Vault, entry: str) -> Iterator[str]:
    """What stands in the texts and PDFs of an entry, what was recognised in its pictures, what every file is called."""
    yield document_text.recognised(vault, entry)
    for file in attachments.of_entry(vault, entry):
        yield file.name
        if file.media_type == media_type(Format.PDF):
            yield text_of(attachments.read(vault, file.id))
        elif file.media_type.startswith("text/"):
            yield attachments.read(vault, file.id)[:_MOST_TEXT].decode("utf-8", "replace")


def _listed(vault: Vault, entry: Entry, stored: Resource) -> Iterator[str]:
    """The ids of the entries that a report refers to."""
    for one in references.references(stored):
        text = one.get("reference")
        if isinstance(text, str) and text and not text.startswith("#"):
            target = lookup.resolve(vault, text, near=entry.id)
            if target is not None and target.entry_id:
                yield target.entry_id
