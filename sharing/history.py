"""The journal as evidence: all its lines and the signed head, to be checked without this program (docs/history.md).

Both forms keep what the hashes cover to the byte: the hash of a line is SHA-256 over the hash before it, as 32 bytes,
and ``[seq,"at","action","grant",detail]``; none of the texts has a character that JSON would write otherwise.
"""

from __future__ import annotations

import base64
import csv
import io
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from phr.formats.fhir.write import dumps
from storage import journal
from storage.canonical import canonical
from storage.heads import head_text

if TYPE_CHECKING:
    from storage.journal import Head, Line
    from storage.vault import Vault

_COLUMNS = ("seq", "at", "action", "grant", "detail", "hash", "signature", "key")
_CHUNK = 2000

# DICOM PS3.15 A.5.2, the audit event types that FHIR's value set takes over; what is not here is "Patient Record".
_DICOM = "http://dicom.nema.org/resources/ontology/DCM"
_PATIENT_RECORD = ("110110", "Patient Record")
_TYPES = {
    "unlock": ("110114", "User Authentication"),
    "import": ("110107", "Import"),
    "exported": ("110106", "Export"),
    "grant-made": ("110106", "Export"),
    "card-made": ("110106", "Export"),
    "released": ("110106", "Export"),
    "screen-begun": ("110106", "Export"),
    "handed-over": ("110106", "Export"),
    "paper-again": ("110106", "Export"),
}
# http://hl7.org/fhir/audit-event-action; anything else executes something.
_ACTIONS = {
    "created": "C",
    "import": "C",
    "put-aside": "C",
    "entry-added": "C",
    "entry-edited": "U",
    "entry-restored": "U",
    "results-confirmed": "C",
    "texts-read": "U",
    "text-recognised": "U",
    "deleted": "D",
    "person": "C",
    "person-edited": "U",
    "record-received": "C",
    "record-separated": "D",
    "discarded": "D",
    "exported": "R",
    "item-opened": "R",
    "released": "R",
    "screen-begun": "R",
    "handed-over": "R",
    "paper-again": "R",
}


@dataclass(frozen=True, slots=True)
class History:
    """A whole journal: its lines, oldest first, and its signed head. ``text`` is the head as it is printed."""

    vault: str
    lines: tuple[Line, ...]
    head: Head
    text: str


def history(vault: Vault) -> History:
    """Read the whole journal. Raises ``StateLost`` where the signing key is gone, ``DamagedVault``."""
    lines: list[Line] = []
    with vault.read():  # one view: the head is the last line's
        while more := journal.lines(vault, after=lines[-1].seq if lines else 0, limit=_CHUNK):
            lines += more
        head = journal.head(vault)
    return History(vault.id, tuple(lines), head, head_text(vault.id, head.seq, head.hash))


def to_csv(whole: History) -> bytes:
    """The lines as CSV (RFC 4180); the last row is the head, ``detail`` being what its signature covers."""
    stream = io.StringIO(newline="")
    rows = csv.writer(stream)
    rows.writerow(_COLUMNS)
    for line in whole.lines:
        rows.writerow((line.seq, line.at, line.action, line.grant, _detail(line.detail), line.hash, "", ""))
    head = whole.head
    covered = _detail({"vault": whole.vault, "seq": head.seq, "hash": head.hash})
    rows.writerow(("head", "", "", "", covered, head.hash, head.signature, head.public_key))
    return stream.getvalue().encode("ascii")


def to_fhir(whole: History) -> bytes:
    """The lines as AuditEvents in a collection Bundle of FHIR R4, the head in its ``meta``; then a Provenance for each
    file that was made, by its SHA-256."""
    head = whole.head
    signed = [
        {"url": "vault", "valueString": whole.vault},
        {"url": "seq", "valueInteger": head.seq},
        {"url": "hash", "valueString": head.hash},
        {"url": "signature", "valueString": head.signature},
        {"url": "key", "valueString": head.public_key},
        {"url": "text", "valueString": whole.text},
    ]
    bundle = {
        "resourceType": "Bundle",
        "meta": {"extension": [{"url": "urn:phr:journal-head", "extension": signed}]},
        "type": "collection",
        "entry": [
            *({"resource": _audit_event(whole.vault, line)} for line in whole.lines),
            *(
                {"resource": _provenance(whole.vault, line)}
                for line in whole.lines
                if line.detail.get("digest")
            ),
        ],
    }
    return dumps(bundle)


def _audit_event(vault: str, line: Line) -> dict[str, Any]:
    code, display = _TYPES.get(line.action, _PATIENT_RECORD)
    exact = [
        {"url": "seq", "valueInteger": line.seq},
        {"url": "detail", "valueString": _detail(line.detail)},
        {"url": "hash", "valueString": line.hash},
    ]
    event: dict[str, Any] = {
        "resourceType": "AuditEvent",
        "extension": [{"url": "urn:phr:journal-line", "extension": exact}],
        "type": {"system": _DICOM, "code": code, "display": display},
        "subtype": [{"system": "urn:phr:journal", "code": line.action}],
        "action": _ACTIONS.get(line.action, "E"),
        "recorded": line.at,
        "outcome": "4" if line.action == "release-refused" else "0",
        # Who held the keyboard is not known; only that the vault was open.
        "agent": [{"type": {"text": "holder of the vault's passphrase"}, "requestor": True}],
        "source": {"observer": {"identifier": {"system": "urn:phr:vault", "value": vault}}},
    }
    if line.grant:
        event["entity"] = [{"what": {"identifier": {"system": "urn:phr:grant", "value": line.grant}}}]
    return event


def _provenance(vault: str, line: Line) -> dict[str, Any]:
    """Of the file of an access: when it was made, by which vault, under which access, in place of which."""
    detail = line.detail
    entity = [{"role": "source", "what": _identified("urn:phr:grant", line.grant)}]
    if detail.get("former"):
        entity.append({"role": "revision", "what": _identified("urn:phr:grant", str(detail["former"]))})
    agent = _concept("provenance-participant-type", "assembler")
    return {
        "resourceType": "Provenance",
        "target": [_identified("urn:ietf:rfc:3986", _named_by_hash(str(detail["digest"])))],
        "occurredDateTime": line.at,
        "recorded": line.at,
        "activity": _concept("v3-DataOperation", "CREATE"),
        "agent": [{"type": agent, "who": _identified("urn:phr:vault", vault)}],
        "entity": entity,
    }


def _named_by_hash(digest: str) -> str:
    """A SHA-256 in hexadecimal as a URI (RFC 6920, section 3)."""
    return "ni:///sha-256;" + base64.urlsafe_b64encode(bytes.fromhex(digest)).rstrip(b"=").decode("ascii")


def _identified(system: str, value: str) -> dict[str, Any]:
    return {"identifier": {"system": system, "value": value}}


def _concept(system: str, code: str) -> dict[str, Any]:
    return {"coding": [{"system": f"http://terminology.hl7.org/CodeSystem/{system}", "code": code}]}


def _detail(detail: dict[str, Any]) -> str:
    return canonical(detail).decode("ascii")
