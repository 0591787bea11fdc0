"""Records made to leak: every string of an entry carries the entry's mark, and everything points at everything.

A mark is ``~example.number~``. Beside each reference stands text with the mark of its target, as a careless system
would write it; narratives repeat the marks of all that they speak of.
"""

import base64
import json
import uuid
from dataclasses import dataclass, field
from typing import Any

Json = dict[str, Any]

TYPES = (
    "Condition", "AllergyIntolerance", "MedicationRequest", "Immunization", "Observation", "DiagnosticReport",
    "Procedure", "DocumentReference", "Appointment", "Encounter", "CarePlan", "Communication", "Composition",
    "RelatedPerson", "DeviceUseStatement", "Device", "Goal",
)  # fmt: skip


@dataclass(frozen=True)
class Plan:
    """One entry to be made. ``targets`` are numbers of entries it points at, taken modulo their count."""

    type: str
    whose: int
    targets: tuple[int, ...]
    date: str
    hidden: bool
    labels: tuple[str, ...]


@dataclass(frozen=True)
class Given:
    """What the body of a resource is made of: its ``code``, its patient, references to other entries, the same with
    text beside them, somebody else, and a date."""

    code: Json
    subject: Json
    refs: list[Json]
    beside: list[Json]
    other: Json
    date: str


@dataclass
class Record:
    """What was made: a Bundle of two patients' entries, and by which marks and ids each would be recognised."""

    example: int
    plans: list[Plan]
    urls: list[str] = field(default_factory=list)
    patients: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.urls = [uuid.uuid4().urn for _ in self.plans]
        self.patients = [uuid.uuid4().urn for _ in range(2)]

    def mark(self, number: int) -> str:
        """The mark of an entry."""
        return f"~{self.example}.{number}~"

    def person_mark(self, whose: int) -> str:
        """The mark of a person."""
        return f"~{self.example}.p{whose}~"

    def traces(self, number: int) -> list[str]:
        """Whatever would show that something of this entry is there."""
        mark, url = self.mark(number), self.urls[number]
        return [mark, url, url.removeprefix("urn:uuid:"), self._file(number)[8:]]

    def bundle(self) -> bytes:
        """The Bundle to import."""
        patients = [(url, self._patient(whose)) for whose, url in enumerate(self.patients)]
        made = [(self.urls[number], self._resource(number)) for number in range(len(self.plans))]
        entry = [{"fullUrl": url, "resource": resource} for url, resource in patients + made]
        return json.dumps({"resourceType": "Bundle", "type": "collection", "entry": entry}).encode()

    def _patient(self, whose: int) -> Json:
        mark = self.person_mark(whose)
        return {
            "resourceType": "Patient",
            "id": self.patients[whose].removeprefix("urn:uuid:"),
            "name": [
                {"use": "official", "family": f"Famille{mark}", "given": ["Jo"]},
                {"use": "old", "text": "ANCIEN"},
            ],
            "birthDate": f"19{60 + whose}-01-02",
            "gender": "female",
            "identifier": [{"system": "urn:oid:1.2.250", "value": f"NIR{self.example}.{whose}"}],
            "telecom": [{"system": "phone", "value": f"TEL{mark}"}],
            "address": [{"city": f"VILLE{mark}"}],
        }

    def _file(self, number: int) -> str:
        return base64.b64encode(f"A document, {self.mark(number)}, and its end".encode()).decode()

    def _resource(self, number: int) -> Json:
        plan, mark = self.plans[number], self.mark(number)
        targets = [self._reference(target % len(self.plans)) for target in plan.targets]
        described = [
            {"target": one, "text": f"beside {self.mark(target % len(self.plans))}"}
            for one, target in zip(targets, plan.targets, strict=True)
        ]
        everyone = "".join(self.mark(other % len(self.plans)) for other in plan.targets)
        subject = {"reference": self.patients[plan.whose], "display": f"name {self.person_mark(plan.whose)}"}
        other = {
            "reference": self.patients[1 - plan.whose],
            "display": f"name {self.person_mark(1 - plan.whose)}",
        }
        code = {
            "coding": [{"system": f"urn:oid:1.{mark}", "code": mark, "display": mark}],
            "text": f"title {mark}",
        }
        common: Json = {
            "resourceType": plan.type,
            "id": self.urls[number].removeprefix("urn:uuid:"),
            "meta": {"source": f"meta{mark}", "security": [{"code": "META"}], "tag": [{"display": "META"}]},
            "implicitRules": "https://example.org/META",
            "text": {"status": "generated", "div": f"<div>NARRATIVE {mark} {everyone}</div>"},
            "identifier": [{"system": "urn:x", "value": f"IDENTIFIER{mark}"}],
            "extension": [
                *({"url": f"urn:x:{mark}", "valueReference": one} for one in targets),
                *({"url": f"urn:x:{mark}", "valueUri": one["reference"]} for one in targets),
                {"url": "urn:x", "extension": [{"url": "who", "valueReference": other}]},
                {"url": "urn:phr:label", "valueString": "MARKED"},
                {"url": "urn:x", "valueContactPoint": {"system": "email", "value": "DIRECT"}},
            ],
            "contained": [
                {"resourceType": "Patient", "id": "p", "name": [{"text": f"inside {self.person_mark(1)} CONTAINED"}]},
                {"resourceType": "Practitioner", "id": "d", "name": [{"text": f"Dr {mark}"}],
                 "telecom": [{"value": "DIRECT"}]},
                {"resourceType": "Observation", "id": "o", "status": "final", "code": code, "hasMember": targets,
                 "text": {"status": "generated", "div": "NARRATIVE"}, "subject": other, "meta": {"source": "META"}},
                {"resourceType": "Observation", "id": "unused", "code": {"text": "UNUSED"}},
            ],
            "note": [{"text": f"note {mark}", "authorReference": other}],
        }  # fmt: skip
        whole = common | _BODIES[plan.type](Given(code, subject, targets, described, other, plan.date))
        if plan.type == "Composition":
            whole["section"] = [
                {"title": f"section {mark}", "text": {"status": "generated", "div": f"<div>{everyone}</div>"},
                 "entry": targets, "section": [{"title": f"within {mark}", "entry": targets[:1]}] if targets else []},
            ]  # fmt: skip
        if plan.type == "DocumentReference":
            whole["content"] = [
                {"attachment": {"contentType": "text/plain", "data": self._file(number), "title": mark}}
            ]
        return whole

    def _reference(self, number: int) -> Json:
        mark = self.mark(number)
        return {
            "reference": self.urls[number],
            "display": f"display {mark}",
            "identifier": {"value": f"IDENTIFIER{mark}"},
        }


def _condition(it: Given) -> Json:
    evidence = [
        {"code": [{"text": one["text"]}], "detail": [one["target"], {"reference": "#o"}]} for one in it.beside
    ]
    return {
        "code": it.code,
        "subject": it.subject,
        "evidence": evidence,
        "asserter": it.other,
        "onsetDateTime": it.date,
    }


def _allergy(it: Given) -> Json:
    return {
        "code": it.code,
        "patient": it.subject,
        "recordedDate": it.date,
        "recorder": {"reference": "#d"},
    }


def _treatment(it: Given) -> Json:
    return {
        "medicationCodeableConcept": it.code,
        "subject": it.subject,
        "reasonReference": it.refs,
        "authoredOn": it.date,
        "requester": {"reference": "#d"},
        "status": "active",
    }


def _vaccine(it: Given) -> Json:
    reactions = [{"detail": one["target"], "modifierExtension": [{"url": one["text"]}]} for one in it.beside]
    return {
        "vaccineCode": it.code,
        "patient": it.subject,
        "reaction": reactions,
        "occurrenceDateTime": it.date,
        "performer": [{"actor": it.other, "function": {"text": it.other["display"]}}],
        "status": "completed",
    }


def _observation(it: Given) -> Json:
    return {
        "code": it.code,
        "subject": it.subject,
        "hasMember": [*it.refs, {"reference": "#o"}],
        "effectiveDateTime": it.date,
        "performer": [it.other, {"reference": "#d"}],
        "status": "final",
        "valueString": it.code["text"],
    }


def _report(it: Given) -> Json:
    return {
        "code": it.code,
        "subject": it.subject,
        "result": it.refs,
        "effectiveDateTime": it.date,
        "status": "final",
        "media": [{"comment": one["text"], "link": one["target"]} for one in it.beside],
    }


def _procedure(it: Given) -> Json:
    return {
        "code": it.code,
        "subject": it.subject,
        "reasonReference": it.refs,
        "performedDateTime": it.date,
        "performer": [{"actor": {"reference": "#d"}}],
        "report": it.refs,
        "status": "completed",
    }


def _document(it: Given) -> Json:
    return {
        "type": it.code,
        "subject": it.subject,
        "context": {"related": it.refs, "sourcePatientInfo": it.other},
        "author": [it.other],
        "status": "current",
        "masterIdentifier": {"value": "DIRECT"},
    }


def _appointment(it: Given) -> Json:
    people = [
        {"actor": it.subject | {"type": "Patient"}, "status": "accepted"},
        {"actor": it.other, "status": "accepted"},
    ]
    return {
        "description": it.code["text"],
        "participant": people,
        "reasonReference": it.refs,
        "status": "booked",
    }


def _encounter(it: Given) -> Json:
    return {
        "type": [it.code],
        "subject": it.subject,
        "status": "finished",
        "period": {"start": it.date},
        "diagnosis": [{"condition": one["target"], "use": {"text": one["text"]}} for one in it.beside],
    }


def _plan(it: Given) -> Json:
    done = [{"reference": one["target"], "progress": [{"text": one["text"]}]} for one in it.beside]
    return {
        "title": it.code["text"],
        "subject": it.subject,
        "activity": done,
        "created": it.date,
        "goal": it.refs,
    }


def _message(it: Given) -> Json:
    return {
        "topic": it.code,
        "subject": it.subject,
        "about": it.refs,
        "sender": it.other,
        "sent": it.date,
        "status": "completed",
        "payload": [{"contentReference": one} for one in it.refs],
    }


def _composition(it: Given) -> Json:
    return {
        "title": it.code["text"],
        "type": it.code,
        "subject": it.subject,
        "date": it.date,
        "author": [it.other],
    }


def _relative(it: Given) -> Json:
    return {"name": [{"text": it.code["text"]}], "patient": it.subject, "period": {"start": it.date}}


def _device_use(it: Given) -> Json:
    device = it.refs[0] if it.refs else {"display": it.code["text"]}
    return {
        "subject": it.subject,
        "device": device,
        "source": it.other,
        "recordedOn": it.date,
        "status": "active",
    }


def _device(it: Given) -> Json:
    return {"type": it.code, "patient": it.subject, "owner": it.other, "manufactureDate": it.date}


def _goal(it: Given) -> Json:
    return {
        "description": it.code,
        "subject": it.subject,
        "addresses": it.refs,
        "startDate": it.date,
        "expressedBy": it.other,
        "target": [{"measure": it.code, "due-date": it.date}],
    }


_BODIES = dict(zip(TYPES, (
    _condition, _allergy, _treatment, _vaccine, _observation, _report, _procedure, _document, _appointment, _encounter,
    _plan, _message, _composition, _relative, _device_use, _device, _goal,
), strict=True))  # fmt: skip
