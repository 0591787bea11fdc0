"""Results that a document prints, offered to the patient; those that are confirmed become entries beside it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from phr import dates
from phr.formats.derived import derived, present
from phr.formats.document_text import MOST, media_type_of
from phr.formats.fhir.drafts import to_draft
from phr.formats.fhir.items import decimal
from phr.formats.fhir.write import dumps
from phr.formats.pdf_lines import lines_of
from storage import attachments, bodies, curate, document_text, journal
from storage.digests import digest_of
from storage.errors import NoSuchEntry, NoSuchProposal
from storage.ids import Ids, Positions
from storage.rows import entry_row, insert_entries

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from phr.formats.fhir.items import Item, Resource
    from phr.formats.laboratory.read_table import Proposal, Table
    from storage.connection import Connection
    from storage.vault import Vault

SOURCE = "urn:phr:read-from-document"
"""``meta.source`` of a result that was read from a document and confirmed by the patient."""

_CATEGORY = "http://terminology.hl7.org/CodeSystem/observation-category"
# What JSON takes as a number, once its comma is a point.
_NUMBER = re.compile(r"(<=|>=|<|>|≤|≥)? ?((?:0|[1-9]\d*)(?:\.\d+)?)")
_COMPARATORS = {"≤": "<=", "≥": ">="}


@dataclass(frozen=True, slots=True)
class Offered:
    """A proposal by its ``number`` within the document, from 1.

    ``recognised``: what it was read from was recognised in a picture and may hold mistakes; ``entry`` is the result
    that it became already, or "".
    """

    number: int
    proposal: Proposal
    recognised: bool
    entry: str


@dataclass(frozen=True, slots=True)
class Offer:
    """What a document offers. ``date`` is its day of sampling, else its own date, or "" if it has neither.

    ``left_out`` counts lines that look like results and were not understood.
    """

    offered: tuple[Offered, ...]
    left_out: int
    date: str
    laboratory: str


@dataclass(frozen=True, slots=True)
class _Document:
    entry: str
    person: str
    hidden: bool
    date: str
    reference: str


@dataclass(frozen=True, slots=True)
class _Read:
    file: str
    digest: str
    source: int | None
    recognised: bool
    table: Table


def proposals(vault: Vault, entry_id: str) -> Offer:
    """The results that the files of an entry print. Raises :class:`NoSuchEntry`."""
    with vault.read() as db:
        document = _document(db, entry_id)
        tables = list(_tables(db, entry_id))
        offered = [
            Offered(number, one, read.recognised, _here(db, document, _key(read, one)))
            for number, (read, one) in enumerate(_each(tables), 1)
        ]
    sampled = {read.table.sampled for read in tables if read.table.sampled}
    return Offer(
        tuple(offered),
        sum(read.table.left_out for read in tables),
        sampled.pop() if len(sampled) == 1 else document.date,
        next((read.table.laboratory for read in tables if read.table.laboratory), ""),
    )


def accept(vault: Vault, entry_id: str, chosen: Iterable[int], *, date: str | None = None) -> list[str]:
    """Make entries of the proposals with these numbers, at ``date`` ("" for none, None for the offer's): their ids.

    A result that is here already is not made again. Each is private and labelled as its document is. Raises
    :class:`NoSuchEntry`, :class:`NoSuchProposal`, ``NotADate``; nothing is then written.
    """
    wanted = sorted(set(chosen))
    given = dates.check(date) if date else date
    offer = proposals(vault, entry_id)
    with vault.write() as db:
        document = _document(db, entry_id)
        reads = list(_each(list(_tables(db, entry_id))))
        if not wanted or wanted[0] < 1 or wanted[-1] > len(reads):
            raise NoSuchProposal
        made, new = [], 0
        for number in wanted:
            read, proposal = reads[number - 1]
            here = _here(db, document, _key(read, proposal))
            if not here:
                item = _result(
                    read, proposal, document, offer.date if given is None else given, offer.laboratory
                )
                here = _insert(db, item, document, read)
                new += 1
            made.append(here)
        if new:
            journal.append(db, "results-confirmed", detail={"entry": entry_id, "entries": new})
    return made


def _document(db: Connection, entry_id: str) -> _Document:
    row = db.execute(
        "SELECT e.id, e.person, e.hidden, coalesce(e.date, ''), r.type, r.rid, r.full_url"
        " FROM entry e JOIN resource r ON r.entry = e.id WHERE e.id = ?",
        (entry_id,),
    ).fetchone()
    if row is None:
        raise NoSuchEntry
    id_, person, hidden, date, kind, rid, full_url = row
    reference = full_url or (f"{kind}/{rid}" if rid and not rid.startswith("=") else "")
    return _Document(id_, person, bool(hidden), date, reference)


def _tables(db: Connection, entry_id: str) -> Iterator[_Read]:
    from phr.formats.laboratory.read_table import read_table

    rows = db.execute(
        "SELECT a.id, a.media_type, a.size, lower(hex(a.digest)), a.source, coalesce(t.text, '') FROM attachment a"
        " LEFT JOIN document_text t ON t.entry = a.entry AND t.file = a.id AND t.origin = ?"
        " WHERE a.entry = ? ORDER BY a.rowid",
        (document_text.RECOGNISED, entry_id),
    ).fetchall()
    for id_, media_type, size, digest, source, text in rows:
        if text:
            pages = [page.split("\n") for page in text.split("\f")]
            yield _Read(id_, digest, source, True, read_table(pages))
        elif media_type_of(media_type) == "application/pdf" and size <= MOST:
            table = read_table(lines_of(attachments.contents(db, id_)))
            yield _Read(id_, digest, source, False, table)


def _each(tables: list[_Read]) -> Iterator[tuple[_Read, Proposal]]:
    return ((read, proposal) for read in tables for proposal in read.table.proposals)


def _key(read: _Read, proposal: Proposal) -> tuple[str, ...]:
    """What makes two results the same: the file, and what it prints where."""
    return SOURCE, read.digest, str(proposal.page), str(proposal.line), proposal.printed


def _here(db: Connection, document: _Document, key: tuple[str, ...]) -> str:
    """The result that this is already; the same file in another person's record gave a result of theirs."""
    rid = derived({"resourceType": "Observation"}, *key).full_url.removeprefix("urn:uuid:")
    row = db.execute(
        "SELECT entry FROM resource WHERE rid = ? AND person = ? AND type = 'Observation' AND entry IS NOT NULL",
        (rid, document.person),
    ).fetchone()
    return str(row[0]) if row else ""


def _result(read: _Read, proposal: Proposal, document: _Document, date: str, laboratory: str) -> Item:
    row = proposal.row
    how = "Reconnu dans l'image" if read.recognised else "Lu dans le document"
    quantity = _quantity(row.value, row.unit)
    limits = present(
        low=_quantity(row.low, row.unit), high=_quantity(row.high, row.unit), text=row.range_text
    )
    resource: Resource = {
        "resourceType": "Observation",
        "meta": {"source": SOURCE},
        # The document does not say whether it is the last word.
        "status": "unknown",
        "category": [{"coding": [{"system": _CATEGORY, "code": "laboratory"}]}],
        "code": {"text": row.analyte},
        "subject": {"reference": f"Patient/{document.person}"},
        "note": [{"text": f"{how}, page {proposal.page}, confirmé par le patient : {proposal.printed}"}],
    }
    resource |= present(
        effectiveDateTime=date if "/" not in date else "",
        performer=[{"display": laboratory}] if laboratory else [],
        valueQuantity=quantity,
        valueString="" if quantity else f"{row.value} {row.unit}".strip(),
        interpretation=[{"text": row.flag}] if row.flag else [],
        referenceRange=[limits] if limits else [],
        derivedFrom=[{"reference": document.reference}] if document.reference else [],
    )
    return derived(resource, *_key(read, proposal))


def _quantity(text: str, unit: str) -> Resource | None:
    number = _NUMBER.fullmatch(re.sub(r"(?<=\d)\s(?=\d)", "", text).replace(",", "."))
    if number is None:
        return None
    comparator = _COMPARATORS.get(number[1], number[1]) if number[1] else ""
    return {"value": decimal(number[2])} | present(comparator=comparator, unit=unit)


def _insert(db: Connection, item: Item, document: _Document, read: _Read) -> str:
    resource = item.resource
    draft = to_draft(resource) if resource is not None else None
    if resource is None or draft is None:
        raise AssertionError("a result is an entry")
    entry = Ids().new()
    pos = Positions(db).take(draft.date)
    insert_entries(db, [entry_row(pos, entry, document.person, draft, hidden=document.hidden)])
    db.execute(
        "INSERT INTO resource (entry, person, source, type, rid, digest, codec, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            entry,
            document.person,
            read.source,
            resource["resourceType"],
            resource["id"],
            digest_of(resource),
            bodies.CODEC,
            bodies.pack(dumps(resource)),
        ),
    )
    labels = [row[0] for row in db.execute("SELECT label FROM label WHERE entry = ?", (document.entry,))]
    curate.insert_labels(db, entry, labels)
    return entry
