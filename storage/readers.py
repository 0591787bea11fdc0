"""Which reader a format has, and what becomes of the files that have none."""

from __future__ import annotations

import json
import re
from contextlib import suppress
from typing import TYPE_CHECKING, BinaryIO

from phr.formats.archives.zipped import office_format
from phr.formats.fhir.read_json import read_json, read_ndjson
from phr.formats.hprim import read_hprim
from phr.formats.platforms.read_appointments import holds_appointments, read_appointments
from phr.formats.sniff import Format, sniff
from phr.formats.tables import read_csv as csv_tables
from phr.formats.tables import read_xlsx as xlsx_tables
from phr.formats.tables.layouts import NONE_KNOWN

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from phr.formats.about import About
    from phr.formats.fhir.items import Item
    from phr.formats.tables.layouts import Layouts, Table

_HEAD = 1 << 16
# The longer side, in pixels, of the picture beside a photograph that browsers do not show.
_SHOWN = 1600
_BUNDLE = re.compile(rb'"resourceType"\s*:\s*"Bundle"')


def _read_xml(stream: BinaryIO) -> Iterator[Item]:
    # lxml and the table of elements are only loaded when there is XML.
    from phr.formats.fhir.read_xml import read_xml

    return read_xml(stream)


def _read_certificates(stream: BinaryIO) -> Iterator[Item]:
    from phr.formats.certificates.read_certificates import read_certificates

    return read_certificates(stream)


def _read_calendar(stream: BinaryIO) -> Iterator[Item]:
    from phr.formats.calendar.read_ics import read_ics

    return read_ics(stream)


def _read_picture(stream: BinaryIO) -> Iterator[Item]:
    from phr.formats.certificates.read_pictures import read_picture

    return read_picture(stream)


def _read_pages(stream: BinaryIO) -> Iterator[Item]:
    from phr.formats.certificates.read_pictures import read_pages

    return read_pages(stream)


def _read_health(stream: BinaryIO) -> Iterator[Item]:
    from phr.formats.apple_health.read_health import read_health

    return read_health(stream)


def _read_dicom(stream: BinaryIO) -> Iterator[Item]:
    from phr.formats.dicom.read_dicom import read_dicom

    return read_dicom(stream)


def _about_dicom(stream: BinaryIO) -> About:
    from phr.formats.dicom.read_dicom import about

    return about(stream)


def _slice_of_dicom(stream: BinaryIO) -> bytes:
    from phr.formats.dicom.picture import slice_png

    return slice_png(stream)


def _picture_of_heic(stream: BinaryIO) -> bytes:
    from phr.formats.photographs.pictures import MOST_BYTES, open_picture, png

    stream.seek(0)
    picture = open_picture(stream.read(MOST_BYTES + 1), longest=_SHOWN)
    return png(picture) if picture else b""


def _read_cda(stream: BinaryIO) -> Iterator[Item]:
    from phr.formats.cda.read_cda import read_cda

    return read_cda(stream)


# Read by what their headings say, or by what the user said of them.
TABLES: dict[Format, Callable[[BinaryIO, Layouts], Iterator[Item]]] = {
    Format.CSV: csv_tables.read_csv,
    Format.XLSX_TABLE: xlsx_tables.read_xlsx,
}
READERS: dict[Format, Callable[[BinaryIO], Iterator[Item]]] = {
    Format.FHIR_JSON: read_json,
    Format.FHIR_NDJSON: read_ndjson,
    Format.FHIR_XML: _read_xml,
    Format.CDA: _read_cda,
    Format.DCC: _read_certificates,
    Format.HEALTH_CARD: _read_certificates,
    Format.TWO_D_DOC: _read_certificates,
    Format.CALENDAR: _read_calendar,
    Format.HPRIM: read_hprim,
    Format.APPLE_HEALTH: _read_health,
    Format.CSV: csv_tables.read_csv,
    Format.XLSX_TABLE: xlsx_tables.read_xlsx,
    Format.APPOINTMENTS_JSON: read_appointments,
    Format.APPOINTMENTS_CSV: read_appointments,
}
# Documents whatever they show: what the codes in them attest, or whom the header names, comes beside.
WITH_CODES: dict[Format, Callable[[BinaryIO], Iterator[Item]]] = {
    Format.PNG: _read_picture,
    Format.JPEG: _read_picture,
    Format.PDF: _read_pages,
    Format.DICOM: _read_dicom,
}
# What a document says of itself, and a PNG of what it shows to those without a viewer.
ABOUT: dict[Format, Callable[[BinaryIO], About]] = {Format.DICOM: _about_dicom}
PICTURES: dict[Format, Callable[[BinaryIO], bytes]] = {
    Format.DICOM: _slice_of_dicom,
    Format.HEIC: _picture_of_heic,
}
# Their entries are parts of the file, which is kept without an entry of its own.
KEPT_WHOLE = {
    Format.CALENDAR,
    Format.CSV,
    Format.XLSX_TABLE,
    Format.APPOINTMENTS_JSON,
    Format.APPOINTMENTS_CSV,
}
# Kept as they came, for want of a reader.
NOT_DOCUMENTS = {Format.JSON, Format.XML, Format.REPLY, Format.UNKNOWN}


def is_bundle(stream: BinaryIO) -> bool:
    """Whether a file of FHIR JSON holds all that it refers to, and not one resource among files of others."""
    stream.seek(0)
    return _BUNDLE.search(stream.read(_HEAD)) is not None


def reader_of(form: Format, layouts: Layouts) -> Callable[[BinaryIO], Iterator[Item]] | None:
    """What reads a format, tables by these layouts too; None if nothing does."""
    if form in TABLES:
        return lambda stream: TABLES[form](stream, layouts)
    return READERS.get(form)


def columns_of(form: Format, stream: BinaryIO) -> Table | None:
    """The beginning of what is plainly a table of something measured, whether it can be read or not; else None."""
    if form in (Format.TEXT, Format.CSV):
        return csv_tables.columns_of(stream)
    return xlsx_tables.columns_of(stream) if form in (Format.XLSX, Format.XLSX_TABLE) else None


def format_of(stream: BinaryIO, layouts: Layouts = NONE_KNOWN) -> Format:
    """As :func:`sniff`, but told by all of the file where its beginning does not tell.

    JSON of which each line is an object is taken line by line, resources or not. A zip that is the document of an
    office program is told from one that holds files; tables of measurements, read by ``layouts`` too, and what holds
    appointments, from other text and other workbooks.
    """
    stream.seek(0)
    head = stream.read(_HEAD)
    form = sniff(head)
    if form is Format.ZIP:
        form = office_format(stream) or form
        table = form is Format.XLSX and xlsx_tables.is_table(stream, layouts)
        return Format.XLSX_TABLE if table else form
    if form is Format.TEXT:
        if csv_tables.is_table(stream, layouts):
            return Format.CSV
        return Format.APPOINTMENTS_CSV if holds_appointments(stream) else form
    first, newline, rest = head.partition(b"\n")
    if form is Format.JSON and newline and rest.lstrip().startswith(b"{"):
        with suppress(ValueError, RecursionError):
            json.loads(first)
            return Format.FHIR_NDJSON
    if form is Format.JSON and holds_appointments(stream):
        return Format.APPOINTMENTS_JSON
    return form
