"""The stable codes of the record and of accesses, in words."""

import re

from phr.entry import Entry, Kind, Value
from ui.catalogue import language, translate
from ui.desktop.dates import show_day

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")

LABELS = (
    "psychiatry",
    "addiction",
    "sexual-health",
    "gynaecology",
    "hiv",
    "genetics",
    "oncology",
    "gender",
    "cardiology",
    "violence",
)
"""The sensitive topics that the program proposes. Any other text is the patient's own."""


def kind_name(kind: Kind) -> str:
    """One of a kind."""
    return {
        Kind.PROBLEM: translate("Kind", "Health problem"),
        Kind.ALLERGY: translate("Kind", "Allergy"),
        Kind.TREATMENT: translate("Kind", "Treatment"),
        Kind.VACCINE: translate("Kind", "Vaccine"),
        Kind.RESULT: translate("Kind", "Result"),
        Kind.MEASUREMENT: translate("Kind", "Measurement"),
        Kind.PROCEDURE: translate("Kind", "Procedure"),
        Kind.DOCUMENT: translate("Kind", "Document"),
        Kind.APPOINTMENT: translate("Kind", "Appointment"),
        Kind.NOTE: translate("Kind", "Note"),
        Kind.CONTACT: translate("Kind", "Contact"),
    }[kind]


def kinds_name(kind: Kind) -> str:
    """All of a kind."""
    return {
        Kind.PROBLEM: translate("Kinds", "Health problems"),
        Kind.ALLERGY: translate("Kinds", "Allergies"),
        Kind.TREATMENT: translate("Kinds", "Treatments"),
        Kind.VACCINE: translate("Kinds", "Vaccines"),
        Kind.RESULT: translate("Kinds", "Results"),
        Kind.MEASUREMENT: translate("Kinds", "Measurements"),
        Kind.PROCEDURE: translate("Kinds", "Procedures"),
        Kind.DOCUMENT: translate("Kinds", "Documents"),
        Kind.APPOINTMENT: translate("Kinds", "Appointments"),
        Kind.NOTE: translate("Kinds", "Notes"),
        Kind.CONTACT: translate("Kinds", "Contacts"),
    }[kind]


def label_name(label: str) -> str:
    """A sensitive topic; the patient's own as it was written."""
    return {
        "psychiatry": translate("Topic", "Psychiatry"),
        "addiction": translate("Topic", "Addiction"),
        "sexual-health": translate("Topic", "Sexual and reproductive health"),
        "gynaecology": translate("Topic", "Gynaecology"),
        "hiv": translate("Topic", "HIV and infections"),
        "genetics": translate("Topic", "Genetics"),
        "oncology": translate("Topic", "Cancer"),
        "gender": translate("Topic", "Gender transition"),
        "cardiology": translate("Topic", "Cardiology"),
        "violence": translate("Topic", "Violence"),
    }.get(label, label)


def mode_name(mode: str) -> str:
    """A way to give access."""
    return {
        "card": translate("Mode", "Consultation card"),
        "code": translate("Mode", "Opening code"),
        "no-way-back": translate("Mode", "No way back"),
        "screen": translate("Mode", "On this screen"),
        "paper": translate("Mode", "Paper"),
        "pdf": translate("Mode", "Locked PDF"),
    }[mode]


def purpose_name(name: str) -> str:
    """What an access is for, by the name of its template; "" is anything else."""
    return {
        "general-practitioner": translate("Purpose", "My general practitioner"),
        "pharmacist": translate("Purpose", "A pharmacist"),
        "hospital": translate("Purpose", "A hospital stay"),
        "second-opinion": translate("Purpose", "A second opinion"),
        "specialist": translate("Purpose", "A specialist"),
        "": translate("Purpose", "Something else"),
    }[name]


def state_name(state: str) -> str:
    """What became of an access."""
    return {
        "running": translate("State", "Running"),
        "withdrawn": translate("State", "Withdrawn"),
        "expired": translate("State", "Ended"),
        "used-up": translate("State", "All openings given"),
        "closed": translate("State", "Over"),
        "end-unknown": translate("State", "Over; end not known"),
        "copied": translate("State", "Cannot continue in a copied vault"),
        "rolled-back": translate("State", "Ended: the vault was set back"),
        "separated": translate("State", "Ended: the record has a vault of its own"),
        "handed-over": translate("State", "Handed over for good"),
    }.get(state, state)


def status_name(status: str) -> str:
    """A status of FHIR in words; one that is not known here as it came."""
    return {
        "active": translate("Status", "active"),
        "inactive": translate("Status", "inactive"),
        "resolved": translate("Status", "resolved"),
        "remission": translate("Status", "in remission"),
        "final": translate("Status", "final"),
        "preliminary": translate("Status", "preliminary"),
        "amended": translate("Status", "amended"),
        "corrected": translate("Status", "corrected"),
        "completed": translate("Status", "completed"),
        "stopped": translate("Status", "stopped"),
        "on-hold": translate("Status", "on hold"),
        "cancelled": translate("Status", "cancelled"),
        "booked": translate("Status", "booked"),
        "fulfilled": translate("Status", "took place"),
        "noshow": translate("Status", "missed"),
        "not-done": translate("Status", "not done"),
        "in-progress": translate("Status", "in progress"),
        "current": translate("Status", "current"),
        "entered-in-error": translate("Status", "entered in error"),
    }.get(status, status)


def title_of(entry: Entry) -> str:
    """An entry's title in the language shown; of one that is closed, only what it is and when."""
    return _closed_title(entry) if entry.closed else entry.title_in(language())


def _closed_title(entry: Entry) -> str:
    kind, date = kind_name(entry.kind), show_day(entry.date)
    if date and _DAY.match(entry.date or ""):
        kind = translate("Closed", "%1 of %2").replace("%1", kind).replace("%2", date)
    elif date:
        kind = f"{kind}, {date}"
    return translate("Closed", "Closed · %1").replace("%1", kind)


def value_of(entry: Entry) -> str:
    """An entry's value with its unit, as sent; "" of one that is closed."""
    return "" if entry.closed else value_text(entry.value)


def value_text(value: Value | None) -> str:
    """A value with its unit, as sent."""
    return " ".join(part for part in (value.text, value.unit) if part) if value else ""


def range_text(value: Value) -> str:
    """The laboratory's own range, as sent, or ""."""
    if value.range_text:
        return value.range_text
    if value.low and value.high:
        return f"{value.low} – {value.high}"
    if value.low:
        return f"≥ {value.low}"
    return f"≤ {value.high}" if value.high else ""
