"""How the parts of an entry read on paper: as on the reading page, in the language shown."""

from typing import Any

from phr.entry import Kind
from phr.formats.sniff import Format
from sharing.leaving import Leaving
from ui.catalogue import language, translate
from ui.desktop.names import range_text, status_name

# HL7 ObservationInterpretation: outside the reference range, whatever the side and the degree.
_OUTSIDE = frozenset({"A", "AA", "H", "HH", "HU", "L", "LL", "LU", "HX", "LX", "<", ">"})
# What a practitioner takes for granted is not worth a word in each row.
_UNREMARKABLE = frozenset({"final", "unknown", "current"})
_EXPECTED = frozenset(
    {(Kind.ALLERGY, "active"), *((kind, "completed") for kind in (Kind.VACCINE, Kind.PROCEDURE, Kind.NOTE))}
)
_ENDED = frozenset(
    {
        "resolved",
        "inactive",
        "remission",
        "stopped",
        "completed",
        "cancelled",
        "not-taken",
        "entered-in-error",
    }
)


def date(text: str) -> str:
    """A partial date, an instant or a period, no more exact than it is. Clock times as they were written."""
    start, slash, end = text.partition("/")
    if not slash:
        return _one(start)
    if not end:
        return translate("Paper", "since %1").replace("%1", _one(start))
    if not start:
        return translate("Paper", "until %1").replace("%1", _one(end))
    first, last = _one(start), _one(end)
    return first if first == last else f"{first} – {last}"


def _one(text: str) -> str:
    parts = text[:10].split("-")
    shown = "/".join(reversed(parts)) if language() == "fr" else "-".join(parts)
    clock = text[11:16]
    return f"{shown} {clock}" if clock and clock != "00:00" else shown


def value(told: Leaving) -> str:
    """Value and unit exactly as sent."""
    return " ".join(part for part in (told.value.text, told.value.unit) if part) if told.value else ""


def reference(told: Leaving) -> str:
    """The laboratory's own range, or ""."""
    return range_text(told.value) if told.value else ""


def flag(told: Leaving) -> str:
    """The laboratory's own flag; nothing for "normal", which goes without saying."""
    sent = told.value.flag if told.value else ""
    if sent in ("", "N"):
        return ""
    outside = translate("Paper", "Outside the reference range (%1)")
    return outside.replace("%1", sent) if sent in _OUTSIDE else sent


def status(told: Leaving) -> str:
    """Its state in words, where that is worth a word."""
    if told.status in _UNREMARKABLE or (told.kind, told.status) in _EXPECTED:
        return ""
    return status_name(told.status)


def has_ended(told: Leaving) -> bool:
    """Whether it is over: what goes on is read first."""
    return told.status in _ENDED


def name(patient: dict[str, Any]) -> str:
    """Whose extract it is."""
    names = patient.get("name") or [{}]
    return names[0].get("text") or translate("Paper", "Name not given")


def identity(patient: dict[str, Any]) -> str:
    """Birth date and sex."""
    born = patient.get("birthDate", "")
    sexes = {
        "male": translate("Paper", "male"),
        "female": translate("Paper", "female"),
        "other": translate("Paper", "other sex"),
    }
    parts = (
        translate("Paper", "born on %1").replace("%1", date(born)) if born else "",
        sexes.get(patient.get("gender", ""), ""),
    )
    return " · ".join(part for part in parts if part)


def further(patient: dict[str, Any]) -> str:
    """The direct identifiers that the patient added, or ""."""
    told = [str(one.get("value", "")) for key in ("identifier", "telecom") for one in patient.get(key, [])]
    for place in patient.get("address", []):
        lines = [*place.get("line", []), place.get("postalCode"), place.get("city"), place.get("country")]
        told.append(place.get("text") or " ".join(str(part) for part in lines if part))
    return " · ".join(part for part in told if part)


def why_not(form: Format) -> str:
    """Why a document is not on paper."""
    if form is Format.PDF:
        return translate("Paper", "damaged or locked PDF, not printed")
    if form in (Format.PNG, Format.JPEG):
        return translate("Paper", "damaged picture, not printed")
    return translate("Paper", "not printable (%1)").replace("%1", form.value)
