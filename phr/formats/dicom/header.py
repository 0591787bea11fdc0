"""The header of a DICOM file (PS3.5, PS3.10), with or without the preamble, read by pydicom.

Values are taken as text and checked here, whatever sort the file says they are. A data set that is deflated as a whole
is not read: it would have to be inflated without knowing how far.
"""

import warnings
from typing import BinaryIO

from pydicom import Dataset, config, dcmread
from pydicom.tag import BaseTag, Tag

from phr.errors import FormatError

# Odd values are ordinary; none is shown before it is checked here.
config.settings.reading_validation_mode = config.IGNORE

_DEFLATED = b"1.2.840.10008.1.2.1.99"
_META = 4096
# A longer element is no name, date or code; pixels come after what is read here.
_LONGEST = 1 << 16
_NAMES = (
    "SpecificCharacterSet",
    "PatientName",
    "PatientBirthDate",
    "PatientSex",
    "StudyDate",
    "StudyTime",
    "TimezoneOffsetFromUTC",
    "StudyDescription",
    "SeriesDescription",
    "SeriesInstanceUID",
    "Modality",
    "InstitutionName",
    "ReferringPhysicianName",
)
_PICTURE = (
    "SamplesPerPixel",
    "PhotometricInterpretation",
    "Rows",
    "Columns",
    "NumberOfFrames",
    "PlanarConfiguration",
    "BitsAllocated",
    "PixelRepresentation",
    "RescaleSlope",
    "RescaleIntercept",
    "WindowCenter",
    "WindowWidth",
    "PixelData",
)


def header(stream: BinaryIO) -> Dataset:
    """The elements that tell who, when and what. Raises :class:`FormatError` for what cannot be read."""
    return _read(stream, _NAMES, pixels=False)


def picture(stream: BinaryIO) -> Dataset:
    """The elements that make a picture, pixels included."""
    return _read(stream, _PICTURE, pixels=True)


def text(found: Dataset, name: str) -> str:
    """An element's first value as one line of text, "" if it is not there or cannot be read."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            value = found.get(name)
            if isinstance(value, list | tuple) or type(value).__name__ == "MultiValue":
                value = next(iter(value), None)
            line = "" if value is None else str(value)
    except Exception:  # noqa: BLE001 - pydicom decodes here, and raises whatever the bytes provoke
        return ""
    return " ".join(line.replace("\x00", " ").split())[:_LONGEST]


def _read(stream: BinaryIO, names: tuple[str, ...], *, pixels: bool) -> Dataset:
    stream.seek(0)
    if _DEFLATED in stream.read(_META):
        raise FormatError("a deflated data set")
    stream.seek(0)
    tags: list[BaseTag | int | str | tuple[int, int]] = [Tag(name) for name in names]
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return dcmread(
                stream,
                force=True,
                stop_before_pixels=not pixels,
                specific_tags=tags,  # type: ignore[arg-type] # a list is invariant
            )
    except Exception as error:
        raise FormatError("an unreadable DICOM header") from error
