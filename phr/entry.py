"""An entry: one thing of the record that a person would point at.

Plain data, used by all four rooms. A :class:`Draft` is what a format reader proposes; an :class:`Entry` is
what the vault holds. Texts are in French and English side by side, because a record is read in both.
"""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """The eleven kinds of entry, in the order a practitioner reads them."""

    PROBLEM = "problem"
    ALLERGY = "allergy"
    TREATMENT = "treatment"
    VACCINE = "vaccine"
    RESULT = "result"
    MEASUREMENT = "measurement"
    PROCEDURE = "procedure"
    DOCUMENT = "document"
    APPOINTMENT = "appointment"
    NOTE = "note"
    CONTACT = "contact"


@dataclass(frozen=True, slots=True)
class Coding:
    """A code of a terminology, as FHIR's Coding: ``system`` is a URI."""

    system: str
    code: str
    display: str = ""


@dataclass(frozen=True, slots=True)
class Value:
    """What was measured, exactly as sent: digits are text, the range and the flag are the laboratory's own.

    ``flag`` is the code of HL7's ObservationInterpretation (``H``, ``LL``, ``A``…) or the sender's own text.
    """

    text: str
    unit: str = ""
    low: str = ""
    high: str = ""
    range_text: str = ""
    flag: str = ""


@dataclass(slots=True)
class Draft:
    """What a format reader makes of one resource or document, before it has a person and an identity.

    ``date`` is partial, as FHIR writes it (``2024``, ``2024-03``, ``2024-03-12``, an instant with its
    offset), or ``start/end`` for a period, of which either side may be empty. ``title_ref`` and
    ``author_ref`` are references to the resources that hold the name when the resource itself does not.
    ``words`` is further text to be found by search, never shown.
    """

    kind: Kind
    title: str
    title_en: str
    date: str | None = None
    codes: tuple[Coding, ...] = ()
    value: Value | None = None
    status: str = ""
    author: str = ""
    note: str = ""
    words: str = ""
    title_ref: str = ""
    author_ref: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of the vault. ``labels`` and ``hidden`` are the patient's own and never leave by a grant.

    ``source`` is the name of the file it came from, or "" for what the patient wrote; ``type`` is the FHIR
    resource type that holds it in full. ``closed``: the patient does not want to see it yet, and lists show only its
    kind and date; this is the patient's own too.
    """

    id: str
    person: str
    kind: Kind
    title: str
    title_en: str
    date: str | None
    codes: tuple[Coding, ...]
    value: Value | None
    status: str
    author: str
    note: str
    hidden: bool
    labels: tuple[str, ...]
    source: str
    type: str
    closed: bool = False

    def title_in(self, language: str) -> str:
        """The title in ``fr`` or ``en``."""
        return self.title_en if language == "en" and self.title_en else self.title
