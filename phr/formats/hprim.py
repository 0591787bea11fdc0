"""HPRIM Médecins: letters and laboratory results as French practices have mailed them since 1992.

A message is a header of twelve lines (thirteen where an address took one more), free text, and perhaps ``****LAB****``
with ``TEX|`` and ``RES|`` lines; ``****FIN****`` ends it, ``****FINFICHIER****`` the file. Rules: HPRIM Médecins 1.0
and 2.0, where RES is label, code, type (N, A or C), value, unit, lower and upper limit, flag (LL, L, N, H, HH), status
(F, R or C), and the same value again in another unit. No line names the encoding.
"""

import hashlib
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from phr.dates import check as checked_date
from phr.errors import FormatError, NotADate
from phr.formats.derived import derived, original, patient, present, reference
from phr.formats.fhir.items import Item, Resource, decimal
from phr.formats.fhir.shapes import NOTE_URL

# Thousands of letters.
_MOST = 4 << 20
_HEADER = 12
_BREAK = re.compile(rb"\r\n|\r|\n")
_LAB, _END, _LAST = "****LAB****", "****FIN****", "****FINFICHIER****"
_DAY = re.compile(r"(\d{2})[/.-](\d{2})[/.-](\d{4}|\d{2})")
_NUMBER = re.compile(r"([<>]=?)?\s*\+?(-?(?:0|[1-9][0-9]{0,30})(?:[.,][0-9]{1,30})?)")
_FRENCH = frozenset("àâäçèéêëîïôöùûüœÀÂÇÈÉÊËÎÏÔÙÛÜŒ°²³µ’«»±")
_ENCODINGS = ("cp1252", "cp850", "mac_roman")
_STATUSES = {"F": "final", "R": "preliminary", "C": "corrected"}
_FLAGS = "http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation"
_CATEGORY = "http://terminology.hl7.org/CodeSystem/observation-category"


@dataclass(frozen=True, slots=True)
class _Header:
    number: str
    family: str
    given: str
    born: str
    file: str
    day: str
    sender: str
    size: int


def read_hprim(stream: BinaryIO) -> Iterator[Item]:
    """For each message its patient, its text as a document, and a result for each ``RES`` line that has a value.

    A message without a header is an item with a problem. Raises :class:`FormatError` if the file is too large or no
    message has a header.
    """
    data = stream.read(_MOST + 1)
    if len(data) > _MOST:
        raise FormatError(f"more than {_MOST} bytes")
    encoding = _encoding(data)
    messages = list(_messages(_BREAK.split(data)))
    found = 0
    for start, raw in messages:
        where = f"line {start}"
        message = [line.decode(encoding, "replace") for line in raw]
        # Of several, which are several people's, each has its own alone.
        whole = data if len(messages) == 1 else b"\r\n".join([*raw, _END.encode(), b""])
        header = _header(message)
        if header is None:
            yield Item(where, whole, None, problem="a message without a header")
            continue
        found += 1
        yield from _items(header, message, where, whole)
    if not found:
        raise FormatError("no message with a header")


def _messages(lines: list[bytes]) -> Iterator[tuple[int, list[bytes]]]:
    """The messages with the numbers of their first lines."""
    message: list[bytes] = []
    start = 1
    for number, line in enumerate([*lines, _END.encode()], 1):
        if line.strip() not in (_END.encode(), _LAST.encode()):
            message.append(line)
            continue
        if any(one.strip() for one in message):
            yield start, message
        message, start = [], number + 1


def _header(message: list[str]) -> _Header | None:
    """The header, told by its two dates: birth, and three lines below the file's."""
    lines = [" ".join(line.split()) for line in message[: _HEADER + 1]]
    for extra in (0, 1):
        if len(lines) < _HEADER + extra:
            return None
        born, day = lines[6 + extra], lines[9 + extra]
        if _DAY.fullmatch(born) or (_DAY.fullmatch(day) and not born):
            return _Header(
                number=lines[0],
                family=lines[1],
                given=lines[2],
                born=_date(born, century=""),
                file=lines[8 + extra],
                day=_date(day, century="20"),
                sender=_sender(message[10 + extra]),
                size=_HEADER + extra,
            )
    return None


def _sender(line: str) -> str:
    """A code of ten characters, perhaps blank, then the name."""
    return " ".join(line[10:].split()).strip("._ ") or " ".join(line.split()).strip("._ ")


def _items(header: _Header, message: list[str], where: str, whole: bytes) -> Iterator[Item]:
    body = message[header.size :]
    at = next((number for number, line in enumerate(body) if line.strip() == _LAB), len(body))
    text, laboratory = "\n".join(body[:at]).strip("\n"), body[at + 1 :]
    if not text.strip():
        text = "\n".join(line[4:] for line in laboratory if line.startswith("TEX")).strip("\n")
    # The insurance number is left alone: it is often the one of whom the patient is insured with.
    person = patient(header.family, [header.given] if header.given else [], header.born)
    yield person
    # A message that is sent again, corrected or complete, is the same; without a number only if it reads the same.
    key = (header.sender, header.number, header.file, header.day, person.full_url)
    named = key if header.file else (*key, hashlib.sha256("\n".join(body).encode()).hexdigest())
    results: list[Resource] = []
    seen: Counter[str] = Counter()
    keys = []
    for line in laboratory:
        fields = [field.strip() for field in line.split("|")]
        resource = _result(fields + [""] * 14, header, person) if fields[0] == "RES" else None
        if resource is not None:
            code = fields[2] if len(fields) > 2 and fields[2] else fields[1]
            seen[code] += 1
            results.append(resource)
            keys.append((*named, code, str(seen[code])))
    items = [derived(one, *one_key, where=where) for one, one_key in zip(results, keys, strict=True)]
    document = _document(header, text, person, items)
    document |= original(whole, "text/plain", f"{document['description']}.hpr")
    yield derived(document, *named, where=where)
    yield from items


def _document(header: _Header, text: str, person: Item, results: list[Item]) -> Resource:
    title = "Résultats de laboratoire" if results else "Compte rendu"
    resource: Resource = {
        "resourceType": "DocumentReference",
        "status": "current",
        "description": f"{title} – {header.sender}" if header.sender else title,
        "subject": reference(person),
    }
    resource |= present(
        author=[{"display": header.sender}] if header.sender else [],
        context=present(
            period=present(start=header.day, end=header.day),
            related=[reference(result) for result in results],
        ),
        extension=[{"url": NOTE_URL, "valueString": text}] if text.strip() else [],
    )
    return resource


def _result(fields: list[str], header: _Header, person: Item) -> Resource | None:
    """One RES line; None if it has no name or no value."""
    _, label, code, _, value, unit, low, high, flag, status, other, other_unit, other_low, other_high = (
        fields[:14]
    )
    if not (label or code) or not value:
        return None
    concept = present(coding=[{"code": code}] if code else [], text=label)
    resource: Resource = {
        "resourceType": "Observation",
        "status": _STATUSES.get(status, "unknown"),
        "category": [{"coding": [{"system": _CATEGORY, "code": "laboratory"}]}],
        "code": concept,
        "subject": reference(person),
        **_value(value, unit, low, high),
    }
    if other:
        resource["component"] = [{"code": concept, **_value(other, other_unit, other_low, other_high)}]
    return resource | present(
        effectiveDateTime=header.day,
        performer=[{"display": header.sender}] if header.sender else [],
        interpretation=[{"coding": [{"system": _FLAGS, "code": flag}], "text": flag}] if flag else [],
    )


def _value(value: str, unit: str, low: str, high: str) -> Resource:
    """``value[x]`` and ``referenceRange`` as they were sent; a limit that is no number makes the range a text."""
    quantity = _quantity(value, unit)
    found: Resource = {"valueQuantity": quantity} if quantity else {"valueString": f"{value} {unit}".strip()}
    # Two zeros fill the fields of who gives no range.
    if (low or high) and (low, high) != ("0", "0"):
        limits = present(low=_quantity(low, unit), high=_quantity(high, unit))
        whole = all(name in limits for name, limit in (("low", low), ("high", high)) if limit)
        found["referenceRange"] = [limits if whole else {"text": f"{low} – {high} {unit}".strip()}]
    return found


def _quantity(text: str, unit: str) -> Resource | None:
    number = _NUMBER.fullmatch(text)
    if number is None:
        return None
    return {"value": decimal(number[2].replace(",", "."))} | present(comparator=number[1] or "", unit=unit)


def _date(text: str, *, century: str) -> str:
    """A day as FHIR writes it, "" if it is none. A year of two digits needs a ``century``, which a birth has not."""
    match = _DAY.fullmatch(text)
    if match is None or (len(match[3]) == 2 and not century):
        return ""
    year = match[3] if len(match[3]) == 4 else century + match[3]
    try:
        return checked_date(f"{year}-{match[2]}-{match[1]}")
    except NotADate:
        return ""


def _encoding(data: bytes) -> str:
    """The encoding in which a text has the most letters that French has."""
    try:
        data.decode()
    except UnicodeDecodeError:
        return max(_ENCODINGS, key=lambda encoding: _likeness(data.decode(encoding, "replace")))
    return "utf-8-sig"


def _likeness(text: str) -> int:
    return sum(1 if character in _FRENCH else -1 for character in text if not character.isascii())
