"""My consultation: why the patient comes, up to three questions, and what changed since the last access.

The patient writes it; it stands at the top of the file and of the paper. What changed are ids of entries that are in
the selection anyway: nothing is told of what stays out. The history never holds these words.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING

from sharing.errors import TooMuchToSay
from storage import clock, consultations, grants, touched

if TYPE_CHECKING:
    from datetime import datetime

    from phr.formats.fhir.items import Resource
    from sharing.leaving import Links
    from sharing.preview import Preview
    from storage.connection import Connection
    from storage.vault import Vault

QUESTIONS = 3
"""Questions, at most: what a consultation has time for."""
LONGEST = 500
"""Characters of the reason and of each question, at most."""


SYSTEM = "urn:phr:consultation"
SINCE = "urn:phr:since"
CHANGE = "urn:phr:change"


@dataclass(frozen=True, slots=True)
class Frame:
    """What a package knows besides: its id in hexadecimal, whom it is for, when it was made, its links."""

    gid: str
    to: str
    sent: str
    links: Links


@dataclass(frozen=True, slots=True)
class Consultation:
    """``reason`` and ``questions`` in the patient's words; ``added`` and ``changed`` are ids of entries of the
    selection, new and changed since the access of ``since`` (an instant, "" where nothing is told of it)."""

    reason: str = ""
    questions: tuple[str, ...] = ()
    since: str = ""
    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.reason or self.questions or self.since)


def consultation(reason: str, questions: tuple[str, ...]) -> Consultation:
    """What was typed, trimmed, empty questions left out. Raises :class:`TooMuchToSay`."""
    asked = tuple(text.strip() for text in questions if text.strip())
    reason = reason.strip()
    if len(asked) > QUESTIONS or any(len(text) > LONGEST for text in (reason, *asked)):
        raise TooMuchToSay
    return Consultation(reason, asked)


def last_access(vault: Vault, practitioner: str, person: str) -> datetime | None:
    """When this care professional (id) was last given an access to this person's record, or None."""
    times = [
        row.made_at
        for row in grants.grants(vault)
        if (row.practitioner, row.person) == (practitioner, person)
    ]
    return clock.moment(max(times)) if times else None


def since_last(vault: Vault, practitioner: str, shown: Preview, told: Consultation) -> Consultation:
    """``told`` with what is new and what was changed in the selection since :func:`last_access`; as it is if there
    was none."""
    last = last_access(vault, practitioner, shown.person.id)
    if last is None:
        return told
    ids = [entry.id for entry in shown.entries]
    # A file that is taken in again is not news to who holds its items already.
    held = _held(vault, practitioner, shown.person.id)
    added = [id_ for id_ in touched.added_since(vault, ids, last) if id_ not in held]
    changed = [id_ for id_ in touched.changed_since(vault, ids, last) if id_ not in added]
    return replace(told, since=clock.instant(last), added=tuple(added), changed=tuple(changed))


def keep(db: Connection, gid: str, told: Consultation) -> None:
    """Keep it with its grant, in the caller's transaction."""
    consultations.insert(db, gid, json.dumps(asdict(told)))


def of_grant(vault: Vault, gid: str) -> Consultation | None:
    """What was written for a grant, or None."""
    body = consultations.body(vault, gid)
    if body is None:
        return None
    found = json.loads(body)
    lists = {name: tuple(found[name]) for name in ("questions", "added", "changed")}
    return Consultation(reason=found["reason"], since=found["since"], **lists)


def to_fhir(told: Consultation, frame: Frame) -> Resource:
    """What was written, as a Communication of FHIR R4 from the patient (docs/package-format.md, "Payload")."""
    links, patient = frame.links, {"reference": frame.links.patient}
    changes = [(id_, "new") for id_ in told.added] + [(id_, "changed") for id_ in told.changed]
    about = [
        {"extension": [{"url": CHANGE, "valueCode": how}], "reference": links.entries[id_]}
        for id_, how in changes
        if id_ in links.entries
    ]
    found: Resource = {
        "resourceType": "Communication",
        "extension": [{"url": SINCE, "valueDateTime": told.since}] if told.since else [],
        "identifier": [{"system": SYSTEM, "value": frame.gid}],
        "status": "completed",
        "subject": patient,
        "about": about,
        "sent": frame.sent,
        "recipient": [{"display": frame.to}],
        "sender": patient,
        "reasonCode": [{"text": told.reason}] if told.reason else [],
        "payload": [{"contentString": text} for text in told.questions],
    }
    return {name: value for name, value in found.items() if value}


def _held(vault: Vault, practitioner: str, person: str) -> set[str]:
    rows = [row for row in grants.grants(vault) if (row.practitioner, row.person) == (practitioner, person)]
    return {entry for row in rows for entry in json.loads(row.entries)}
