"""Whom a DICOM file shows, and what it is called: all from its header, nothing from its pixels."""

import re
from collections.abc import Iterator
from typing import BinaryIO

from pydicom import Dataset

from phr.errors import FormatError
from phr.formats.about import About
from phr.formats.derived import concept, patient
from phr.formats.dicom.header import header, text
from phr.formats.fhir.items import Item

_DCM = "http://dicom.nema.org/resources/ontology/DCM"
_SEXES = {"M": "male", "F": "female", "O": "other"}
# PS3.3, C.7.3.1.1.1; names of our own.
_MODALITIES = {
    "CT": ("Scanner", "CT scan"),
    "MR": ("IRM", "MRI"),
    "US": ("Échographie", "Ultrasound"),
    "CR": ("Radiographie", "Radiograph"),
    "DX": ("Radiographie", "Radiograph"),
    "RF": ("Radioscopie", "Fluoroscopy"),
    "MG": ("Mammographie", "Mammogram"),
    "NM": ("Scintigraphie", "Nuclear medicine"),
    "PT": ("TEP", "PET scan"),
    "XA": ("Angiographie", "Angiogram"),
    "IO": ("Radiographie dentaire", "Dental radiograph"),
    "PX": ("Panoramique dentaire", "Panoramic radiograph"),
    "OP": ("Photographie de l'œil", "Eye photograph"),
    "OPT": ("OCT de l'œil", "Eye OCT"),
    "ES": ("Endoscopie", "Endoscopy"),
    "ECG": ("Électrocardiogramme", "Electrocardiogram"),
    "SR": ("Compte rendu d'imagerie", "Imaging report"),
    "OT": ("Image", "Picture"),
    "RTSTRUCT": ("Radiothérapie", "Radiotherapy"),
    "RTPLAN": ("Radiothérapie", "Radiotherapy"),
    "RTDOSE": ("Radiothérapie", "Radiotherapy"),
}
_TIME = re.compile(r"([01]\d|2[0-3])([0-5]\d)([0-5]\d)?")
_ZONE = re.compile(r"([+-](?:0\d|1[0-4]))([0-5]\d)")


def read_dicom(stream: BinaryIO) -> Iterator[Item]:
    """The patient, if the header names one. Never raises: the file is kept whatever it is."""
    try:
        found = header(stream)
    except FormatError:
        return
    # Ideographic and phonetic spellings follow behind "=" (PS3.5, 6.2.1.2).
    family, given, middle, *_ = [*text(found, "PatientName").partition("=")[0].split("^"), "", "", ""]
    names = [name for part in (given, middle) for name in part.split()]
    born = _day(text(found, "PatientBirthDate"))
    if family or names:
        yield patient(family.strip(), names, born, sex=_SEXES.get(text(found, "PatientSex"), ""))


def about(stream: BinaryIO) -> About:
    """What the header says of the file. Never raises."""
    try:
        found = header(stream)
    except FormatError:
        return About()
    modality = text(found, "Modality")
    names = _MODALITIES.get(modality, (modality, modality))
    what = text(found, "StudyDescription") or text(found, "SeriesDescription")
    series = text(found, "SeriesInstanceUID")
    return About(
        title=" – ".join(filter(None, (names[0], what))),
        author=text(found, "InstitutionName") or _person(text(found, "ReferringPhysicianName")),
        date=_when(found),
        type=concept(*names, (_DCM, modality)) if modality else {},
        series=f"urn:oid:{series}" if re.fullmatch(r"[0-9.]{5,64}", series) else "",
    )


def _person(name: str) -> str:
    family, given, *_ = [*name.partition("=")[0].split("^"), ""]
    return f"{given} {family}".strip()


def _day(digits: str) -> str:
    """A DA value (PS3.5, 6.2; with the dots of ACR-NEMA too) as FHIR writes it, "" if it is none."""
    plain = digits.replace(".", "").replace("-", "")
    if re.fullmatch(r"(?:1[89]|2\d)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])", plain) is None:
        return ""
    return f"{plain[:4]}-{plain[4:6]}-{plain[6:]}"


def _when(found: Dataset) -> str:
    """Day of the study, and time if the file says in which zone: no zone is guessed."""
    day = _day(text(found, "StudyDate"))
    time, zone = _TIME.match(text(found, "StudyTime")), _ZONE.fullmatch(text(found, "TimezoneOffsetFromUTC"))
    if not day or not time or not zone:
        return day
    return f"{day}T{time[1]}:{time[2]}:{time[3] or '00'}{zone[1]}:{zone[2]}"
