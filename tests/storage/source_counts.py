"""What the machine-readable entries of a file are, counted on the source alone: no reader of ours is asked.

Each counter gives numbers by the FHIR type that the entry should become.
"""

import base64
import io
import json
import re
import zipfile
import zlib
from collections import Counter
from collections.abc import Callable

from lxml import etree

from phr.formats.sniff import Format
from storage.readers import format_of
from tests.phr.cda.test_samples import SOURCE as CDA_PATHS
from tests.phr.cda.test_samples import count as xpath_count

Count = Counter[str]


def held(data: bytes) -> Count | None:
    """The entries by type; None for a file that has none, and is kept as it is."""
    counter = _COUNTERS.get(format_of(io.BytesIO(data)))
    return counter(data) if counter else None


def _json(data: bytes) -> Count:
    try:
        top = json.loads(data.decode("utf-8-sig"))
    except ValueError:
        return Counter()
    if top.get("resourceType") != "Bundle":
        return Counter(filter(None, [top.get("resourceType")]))
    return Counter(entry["resource"]["resourceType"] for entry in top.get("entry", ()) if "resource" in entry)


def _ndjson(data: bytes) -> Count:
    lines = [json.loads(line) for line in data.splitlines() if line.strip()]
    return Counter(line["resourceType"] for line in lines if "resourceType" in line)


def _xml(data: bytes) -> Count:
    root = etree.fromstring(data)
    found = root.findall("{*}entry/{*}resource/*") if root.tag.endswith("}Bundle") else [root]
    return Counter(etree.QName(node).localname for node in found)


def _cda(data: bytes) -> Count:
    root = etree.fromstring(data, etree.XMLParser(recover=True, huge_tree=True))
    # The names that are no types count one category of Observation.
    return Counter(
        {name: xpath_count(root, path) for name, path in CDA_PATHS.items() if name[0].isupper()}
    ) + Counter(["Patient", "DocumentReference"])


def _calendar(data: bytes) -> Count:
    """One for each event that begins on a day; what changes one time of a repeated event belongs to it (RFC 5545,
    3.8.4.4)."""
    text = re.sub(rb"\n[ \t]", b"", re.sub(rb"(?:\r?\n)+", b"\n", data))
    every = re.findall(rb"(?ims)^BEGIN:VEVENT\s*$(.*?)^END:VEVENT\s*$", text)
    events = [
        event for event in every if re.search(rb"(?im)^DTSTART\b[^\r\n]*:[ ]*\d{8}(?:T\d{6}Z?)?\s*$", event)
    ]
    alone = {_uid(event) for event in events if not _CHANGED.search(event)}
    changes = [event for event in events if _CHANGED.search(event) and _uid(event) in alone]
    return Counter({"Appointment": len(events) - len(changes)})


_CHANGED = re.compile(rb"(?im)^RECURRENCE-ID[;:]")


def _uid(event: bytes) -> bytes:
    found = re.search(rb"(?im)^UID[^:]*:(.*)$", event)
    return found[1].strip() if found else b""


def _health(data: bytes) -> Count:
    """Records, less the sides of blood pressures, which stand again in their correlation."""
    text = re.sub(rb"(?s)<!DOCTYPE.*?\]>", b"", data)
    root = etree.fromstring(text, etree.XMLParser(resolve_entities=False))
    count = sum(len(root.findall(name)) for name in ("Record", "Correlation", "Workout", "ActivitySummary"))
    return Counter({"Observation": count - len(root.findall("Correlation/Record"))})


def _certificate(data: bytes) -> Count:
    """2D-Doc 3.1.3: the kind of document stands at the 21st place."""
    kind = data.strip()[20:22]
    return Counter({b"B2": ["Observation"], b"L1": ["Immunization"]}.get(kind, []))


def _cards(data: bytes) -> Count:
    text = data.decode().strip()
    if text.startswith("{"):
        tokens = json.loads(text)["verifiableCredential"]
    elif text.startswith("shc:/"):
        parts = text.split("/")
        if len(parts) > 2 and parts[2] != "1":
            return Counter()  # a part alone says nothing
        digits = parts[-1]
        tokens = ["".join(chr(int(digits[at : at + 2]) + 45) for at in range(0, len(digits), 2))]
    else:
        tokens = [text]
    found: Count = Counter()
    for token in tokens:
        body = token.split(".")[1]
        claims = json.loads(
            zlib.decompress(base64.urlsafe_b64decode(body + "=" * (-len(body) % 4)), wbits=-15)
        )
        entries = claims["vc"]["credentialSubject"]["fhirBundle"]["entry"]
        found.update(entry["resource"]["resourceType"] for entry in entries)
    return found


def _rows(data: bytes) -> Count:
    """Tables of the samples have one measurement a row below their headings."""
    return Counter({"Observation": len(data.strip().splitlines()) - 1})


def _document(_: bytes) -> Count:
    return Counter(["DocumentReference"])


# IHE ITI TF-2, 3.32.4.1.2.2: they present the other files of an XDM package.
_PACKAGING = re.compile(r"(?i)(?:^|/)(?:INDEX\.HTML?|README\.TXT)$")


def _zip(data: bytes) -> Count:
    found: Count = Counter()
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for info in archive.infolist():
            if not info.is_dir() and not _PACKAGING.search(info.filename):
                found += held(archive.read(info)) or Counter()
    return found


_COUNTERS: dict[Format, Callable[[bytes], Count]] = {
    Format.FHIR_JSON: _json,
    Format.FHIR_NDJSON: _ndjson,
    Format.FHIR_XML: _xml,
    Format.CDA: _cda,
    Format.CALENDAR: _calendar,
    Format.APPLE_HEALTH: _health,
    Format.TWO_D_DOC: _certificate,
    Format.HEALTH_CARD: _cards,
    Format.CSV: _rows,
    Format.DICOM: _document,
    Format.PDF: _document,
    Format.PNG: _document,
    Format.TEXT: _document,
    Format.HTML: _document,
    Format.ZIP: _zip,
}
