"""Appointments in JSON or CSV of no known form, where they look like appointments.

An object does that has a day with an hour, and names a professional or a speciality, or a reason within something that
is called appointments. No platform publishes its form, so names of members are met in French and English; the file is
kept beside what it gave. Each is private, as those of calendars.
"""

import csv
import io
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any, BinaryIO

from phr.errors import FormatError
from phr.formats.calendar.specialities import topics_of
from phr.formats.derived import derived, present
from phr.formats.fhir.items import Item, Resource
from phr.formats.tables.columns import plain
from phr.formats.tables.days import Days, order_of

_MOST = 32 << 20
_SEPARATORS = ";\t,|"
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_ABOUT_APPOINTMENTS = re.compile(r"appointment|booking|rendez ?vous|\brdv")
_NAMES: dict[str, tuple[str, ...]] = {
    "start": (
        "start",
        "start date",
        "start at",
        "starts at",
        "start time",
        "start datetime",
        "begin",
        "begins at",
        "appointment date",
        "datetime",
        "date heure",
        "date et heure",
        "date du rendez vous",
        "date de rendez vous",
        "date rdv",
        "date de debut",
        "date debut",
        "debut",
        "date",
    ),
    "time": ("time", "heure", "heure de debut", "heure du rendez vous", "heure rdv"),
    "who": (
        "practitioner",
        "practitioner name",
        "doctor",
        "doctor name",
        "praticien",
        "nom du praticien",
        "medecin",
        "nom du medecin",
        "soignant",
        "professionnel",
        "professionnel de sante",
        "provider",
        "provider name",
        "agenda",
    ),
    "speciality": ("speciality", "specialty", "specialite"),
    "what": (
        "visit motive",
        "motive",
        "motif",
        "motif de consultation",
        "motif du rendez vous",
        "reason",
        "title",
    ),
    "place": ("place", "address", "adresse", "lieu", "location", "cabinet", "etablissement"),
    "note": ("note", "notes", "commentaire", "commentaires", "comment", "instructions"),
    "status": ("status", "statut", "etat", "state"),
    "id": ("id", "uuid", "appointment id", "identifiant"),
}
_KEYS = {name: key for key, names in _NAMES.items() for name in names}
# Names of French platforms write days first.
_FRENCH = re.compile(r"praticien|medecin|motif|soignant|heure|rendez vous|rdv|specialite|debut")
_STATUS = (("annul", "cancelled"), ("cancel", "cancelled"), ("delet", "cancelled"), ("no show", "noshow"))
_HOUR = re.compile(r"\d{1,2}\s*[:h]\s*\d{2}")


@dataclass(frozen=True, slots=True)
class _Found:
    """An object that looks like an appointment: its texts by key, and where it stands."""

    texts: dict[str, str]
    where: str
    french: bool

    @property
    def when(self) -> str:
        return f"{self.texts['start']} {self.texts.get('time', '')}".strip()


def holds_appointments(stream: BinaryIO) -> bool:
    """Whether something in a file of JSON or CSV looks like an appointment."""
    try:
        return next(_found(stream), None) is not None
    except FormatError:
        return False


def read_appointments(stream: BinaryIO) -> Iterator[Item]:
    """A private Appointment for each; one whose day cannot be told is an item with a problem.

    Raises :class:`FormatError` for what is neither JSON nor CSV.
    """
    found = list(_found(stream))
    try:
        first = order_of(one.texts["start"] for one in found)
    except ValueError as error:
        raise FormatError(str(error)) from None
    for one in found:
        days = Days(first if first is not None else one.french)
        start, time = one.texts["start"], one.texts.get("time", "")
        when = days.moment(start, time)
        told = first is not None or one.french or when == Days(day_first=True).moment(start, time)
        if not when or not told:
            raw = json.dumps(one.texts, ensure_ascii=False).encode()
            yield Item(one.where, raw, None, problem="an appointment whose day cannot be told")
            continue
        yield _item(one, when)


def _item(one: _Found, when: str) -> Item:
    texts = one.texts
    status = plain(texts.get("status", ""))
    named = ", ".join(filter(None, (texts.get("who", ""), texts.get("speciality", ""))))
    resource: Resource = {
        "resourceType": "Appointment",
        "status": next((code for start, code in _STATUS if start in status), "booked"),
        "start": when,
    } | present(
        description=texts.get("what", "") or named,
        comment="\n".join(
            filter(None, (texts.get("note", ""), _said("Lieu / place", texts.get("place", ""))))
        ),
        participant=[{"actor": {"display": named}, "status": "accepted"}] if named else [],
    )
    key = (
        (texts["id"], one.when)
        if texts.get("id")
        else tuple(f"{name}={text}" for name, text in texts.items())
    )
    return derived(resource, *key, where=one.where, hidden=True, labels=topics_of(" ".join(texts.values())))


def _said(name: str, text: str) -> str:
    return f"{name}: {text}" if text else ""


def _found(stream: BinaryIO) -> Iterator[_Found]:
    stream.seek(0)
    data = stream.read(_MOST + 1)
    if len(data) > _MOST:
        raise FormatError(f"more than {_MOST} bytes")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", "replace")
    if text.lstrip()[:1] in ("{", "["):
        try:
            yield from _walk(json.loads(text), "", "", 0)
        except (ValueError, RecursionError):
            raise FormatError("not JSON, or nested too deep") from None
    else:
        yield from _rows(text)


def _rows(text: str) -> Iterator[_Found]:
    for separator in _SEPARATORS:
        lines = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
        try:
            heads = next(lines, [])
            if {"start"} <= {_KEYS.get(plain(head)) for head in heads} and len(heads) > 1:
                for number, row in enumerate(lines, 2):
                    one = _looked_at(dict(zip(heads, row, strict=False)), "", f"line {number}")
                    if one:
                        yield one
                return
        except csv.Error:
            continue


def _walk(value: Any, name: str, where: str, depth: int) -> Iterator[_Found]:
    if isinstance(value, dict):
        one = _looked_at(value, name, where)
        if one:
            yield one
            return
        for key, inner in value.items():
            if isinstance(inner, dict | list):
                yield from _walk(
                    inner, f"{name} {key}" if depth < 3 else key, f"{where}.{key}".lstrip("."), depth + 1
                )
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            if isinstance(inner, dict | list):
                yield from _walk(inner, name, f"{where}[{number}]", depth + 1)


def _looked_at(members: dict[str, Any], name: str, where: str) -> _Found | None:
    texts: dict[str, str] = {}
    names = [plain(_CAMEL.sub(" ", key)) for key in members]
    for plain_name, value in zip(names, members.values(), strict=True):
        key = _KEYS.get(plain_name)
        if key and key not in texts and (text := _text(value)):
            texts[key] = text
    if "start" not in texts or not _HOUR.search(f"{texts['start']} {texts.get('time', '')}"):
        return None
    called = _ABOUT_APPOINTMENTS.search(plain(_CAMEL.sub(" ", name)) + " " + " ".join(names))
    if not ({"who", "speciality"} & texts.keys() or ("what" in texts and called)):
        return None
    return _Found(texts, _whole(where), any(_FRENCH.search(one) for one in names))


def _whole(text: str) -> str:
    """A text that can be kept: JSON may escape one half of a character alone (RFC 8259, section 8.2)."""
    return text.encode("utf-8", "replace").decode()


def _text(value: Any) -> str:
    """A member's text; of an object the first few of its own."""
    if isinstance(value, str):
        return _whole(" ".join(value.split())[:2000])
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if isinstance(value, dict):
        return " ".join(
            islice((text for inner in value.values() if isinstance(inner, str) and (text := _text(inner))), 5)
        )
    return ""
