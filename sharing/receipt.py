"""The sharing receipt: what a grant handed over, to whom, why, until when, with what shows it later.

It names no item: kinds and counts only, so that a receipt left on a table or sent along betrays nothing that the
file itself keeps closed. A topic that was left out is not in it either.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from phr.formats.fhir.write import dumps
from sharing.envelope import Mode
from sharing.package import GRANT_SYSTEM, STATEMENT
from sharing.scope import Scope
from storage import entries, grants, journal, people, practitioners
from storage.errors import NoSuchEntry
from storage.heads import head_text

if TYPE_CHECKING:
    from datetime import datetime

    from phr.entry import Kind
    from storage.grants import GrantRow
    from storage.journal import Head
    from storage.people import Person
    from storage.practitioners import Practitioner
    from storage.vault import Vault

_TERMINOLOGY = "http://terminology.hl7.org/CodeSystem"
_RPPS = "https://rpps.esante.gouv.fr"  # as HL7 France's FR Core Practitioner has it


@dataclass(frozen=True, slots=True)
class Receipt:
    """One grant at ``at``, when the receipt was made.

    ``kinds`` are those of the items that still exist, with their number; ``deleted`` are gone from the record since.
    ``page`` and ``reader`` are the SHA-256 of the ``.html`` and of the constant reading page when the grant was made,
    "" where there was none; ``envelope`` that of the ``.phr``. ``head`` covers the line that says a receipt was made.
    """

    at: datetime
    row: GrantRow
    scope: Scope
    practitioner: Practitioner
    person: Person
    kinds: tuple[tuple[Kind, int], ...]
    deleted: int
    envelope: str
    page: str
    reader: str
    vault: str
    head: Head

    @property
    def mode(self) -> Mode:
        """The way the access is given."""
        return Mode(self.row.mode)

    @property
    def items(self) -> int:
        """How many items the file holds."""
        return sum(number for _, number in self.kinds) + self.deleted

    @property
    def mark(self) -> str:
        """The head as it is typed in to be checked (:mod:`storage.heads`)."""
        return head_text(self.vault, self.head.seq, self.head.hash)


def make_receipt(vault: Vault, gid: str) -> Receipt:
    """The receipt of a grant, ended or not; journalled. Raises ``NoSuchGrant``, ``StateLost``."""
    row = grants.grant(vault, gid)
    kinds, deleted = _kinds(vault, row)
    made = _line_made(vault, gid)
    with vault.write() as db:
        journal.append(db, "receipt-made", grant=gid)
        at = journal.latest(db)
    return Receipt(
        at=at,
        row=row,
        scope=Scope.model_validate_json(row.scope),
        practitioner=practitioners.practitioner(vault, row.practitioner),
        person=people.person(vault, row.person),
        kinds=kinds,
        deleted=deleted,
        envelope=row.digest.hex(),
        page=str(made.get("page") or ""),
        reader=str(made.get("reader") or ""),
        vault=vault.id,
        head=journal.head(vault),
    )


def to_fhir(receipt: Receipt) -> bytes:
    """The receipt as a Consent of FHIR R4."""
    row, scope = receipt.row, receipt.scope
    to: dict[str, Any] = {"display": receipt.practitioner.name}
    if receipt.practitioner.rpps:
        to["identifier"] = {"system": _RPPS, "value": receipt.practitioner.rpps}
    provision: dict[str, Any] = {
        "type": "permit",
        "period": {"start": row.not_before or row.made_at, "end": row.ended_at or row.until},
        "actor": [{"role": _concept("v3-ParticipationType", "IRCP"), "reference": to}],
        "action": [_concept("consentaction", "disclose")],
    }
    if row.purpose:
        provision["purpose"] = [{"display": row.purpose}]
    if receipt.kinds:
        provision["class"] = [{"system": "urn:phr:kind", "code": kind.value} for kind, _ in receipt.kinds]
    period = {"start": scope.date_from.split("/")[0], "end": scope.date_to.split("/")[-1]}
    if any(period.values()):
        provision["dataPeriod"] = {name: date for name, date in period.items() if date}
    consent = {
        "resourceType": "Consent",
        "extension": _extensions(receipt),
        "identifier": [{"system": GRANT_SYSTEM, "value": row.gid}],
        "status": "active" if row.state == "running" else "inactive",
        "scope": _concept("consentscope", "patient-privacy"),
        "category": [{"coding": [{"system": "http://loinc.org", "code": "59284-0"}]}],
        "patient": {"display": receipt.person.name},
        "dateTime": row.made_at,
        "policyRule": _concept("v3-ActCode", "OPTIN"),
        "provision": provision,
    }
    return dumps(consent)


def _concept(system: str, code: str) -> dict[str, Any]:
    return {"coding": [{"system": f"{_TERMINOLOGY}/{system}", "code": code}]}


def _extensions(receipt: Receipt) -> list[dict[str, Any]]:
    row, head = receipt.row, receipt.head
    counts = [
        {
            "url": "urn:phr:count",
            "extension": [{"url": "kind", "valueCode": kind.value}, _number("items", number)],
        }
        for kind, number in receipt.kinds
    ]
    digests = [("envelope", receipt.envelope), ("page", receipt.page), ("reader", receipt.reader)]
    signed = [
        _number("seq", head.seq),
        {"url": "hash", "valueString": head.hash},
        {"url": "signature", "valueString": head.signature},
        {"url": "key", "valueString": head.public_key},
        {"url": "vault", "valueString": receipt.vault},
        {"url": "text", "valueString": receipt.mark},
    ]
    return [
        {"url": "urn:phr:statement", "valueString": STATEMENT},
        {"url": "urn:phr:mode", "valueCode": row.mode},
        {"url": "urn:phr:state", "valueCode": row.state},
        *([{"url": "urn:phr:former", "valueString": row.former}] if row.former else []),
        _number("urn:phr:items", receipt.items),
        _number("urn:phr:releases", row.releases),
        _number("urn:phr:released", row.released),
        *counts,
        *({"url": f"urn:phr:sha256-{name}", "valueString": digest} for name, digest in digests if digest),
        {"url": "urn:phr:journal-head", "extension": signed},
    ]


def _number(url: str, value: int) -> dict[str, Any]:
    return {"url": url, "valueInteger": value}


def _kinds(vault: Vault, row: GrantRow) -> tuple[tuple[tuple[Kind, int], ...], int]:
    """Kinds with their number, most first, and how many items are deleted since."""
    counts: Counter[Kind] = Counter()
    deleted = 0
    with vault.read():  # one view for all of them
        for entry_id in json.loads(row.entries):
            try:
                counts[entries.entry(vault, entry_id).kind] += 1
            except NoSuchEntry:
                deleted += 1
    return tuple(counts.most_common()), deleted


def _line_made(vault: Vault, gid: str) -> journal.Detail:
    lines = journal.lines(vault, grant=gid, limit=1)
    return lines[0].detail if lines and lines[0].action == "grant-made" else {}
