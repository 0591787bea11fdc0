"""What a file is, told by its first bytes and never by its name."""

import codecs
import json
import re
from enum import StrEnum


class Format(StrEnum):
    """The formats that are told apart."""

    FHIR_JSON = "fhir-json"
    FHIR_NDJSON = "fhir-ndjson"
    FHIR_XML = "fhir-xml"
    CDA = "cda"
    JSON = "json"
    XML = "xml"
    HTML = "html"
    PDF = "pdf"
    RTF = "rtf"
    PNG = "png"
    JPEG = "jpeg"
    GIF = "gif"
    TIFF = "tiff"
    BMP = "bmp"
    WEBP = "webp"
    HEIC = "heic"
    DICOM = "dicom"
    ZIP = "zip"
    DOCX = "docx"
    XLSX = "xlsx"
    PPTX = "pptx"
    ODT = "odt"
    ODS = "ods"
    ODP = "odp"
    EPUB = "epub"
    APPLE_HEALTH = "apple-health"
    CSV = "csv"
    XLSX_TABLE = "xlsx-table"
    APPOINTMENTS_JSON = "appointments-json"
    APPOINTMENTS_CSV = "appointments-csv"
    DCC = "eu-dcc"
    HEALTH_CARD = "smart-health-card"
    TWO_D_DOC = "2d-doc"
    CALENDAR = "icalendar"
    HPRIM = "hprim-medecins"
    REPLY = "phr-reply"
    TEXT = "text"
    UNKNOWN = "unknown"


_MEDIA_TYPES = {
    Format.FHIR_JSON: "application/fhir+json",
    Format.FHIR_NDJSON: "application/fhir+ndjson",
    Format.FHIR_XML: "application/fhir+xml",
    Format.CDA: "text/xml",
    Format.JSON: "application/json",
    Format.XML: "application/xml",
    Format.HTML: "text/html",
    Format.PDF: "application/pdf",
    Format.RTF: "application/rtf",
    Format.PNG: "image/png",
    Format.JPEG: "image/jpeg",
    Format.GIF: "image/gif",
    Format.TIFF: "image/tiff",
    Format.BMP: "image/bmp",
    Format.WEBP: "image/webp",
    Format.HEIC: "image/heic",
    Format.DICOM: "application/dicom",
    Format.ZIP: "application/zip",
    Format.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    Format.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    Format.PPTX: "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    Format.ODT: "application/vnd.oasis.opendocument.text",
    Format.ODS: "application/vnd.oasis.opendocument.spreadsheet",
    Format.ODP: "application/vnd.oasis.opendocument.presentation",
    Format.EPUB: "application/epub+zip",
    Format.APPLE_HEALTH: "application/xml",
    Format.CSV: "text/csv",
    Format.XLSX_TABLE: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    Format.APPOINTMENTS_JSON: "application/json",
    Format.APPOINTMENTS_CSV: "text/csv",
    Format.DCC: "text/plain",
    Format.HEALTH_CARD: "application/smart-health-card",
    Format.TWO_D_DOC: "text/plain",
    Format.CALENDAR: "text/calendar",
    Format.HPRIM: "text/plain",
    Format.REPLY: "application/octet-stream",
    Format.TEXT: "text/plain",
    Format.UNKNOWN: "application/octet-stream",
}

# HPRIM Médecins in any encoding: a name on the second line, birth on the seventh or eighth, and then the file's day
# three lines below or the marks of its end.
_HPRIM = rb"""(?x)
    (?=[^\r\n]{0,200}(?:\r\n|\r|\n)[^\r\n0-9]{1,100}[\r\n])
    (?=(?:[^\r\n]{0,200}(?:\r\n|\r|\n)){6,7}[ ]*(?:[0-9]{2}[/.-]){2}[0-9]{2,4}[ ]*[\r\n])
    (?:(?:[^\r\n]{0,200}(?:\r\n|\r|\n)){9,10}[ ]*(?:[0-9]{2}[/.-]){2}[0-9]{2,4}[ ]*[\r\n]
    |.*[\r\n]\*{4}(?:LAB|FIN|FINFICHIER)\*{4})"""
_SIGNATURES = (
    # DICOM PS3.10, 7.1: 128 free bytes, which some make look like TIFF.
    (rb".{128}DICM", Format.DICOM),
    # Without them a data set begins at once with group 2 or 8, its first element of a known sort (PS3.5, 7.1).
    (rb"[\x02\x08]\x00[\x00-\x18]\x00(?:UL\x04|CS.|UI.|DA\x08)\x00", Format.DICOM),
    (rb"\x08\x00[\x00-\x18]\x00.\x00\x00\x00", Format.DICOM),
    # A care professional's reply (docs/package-format.md): a line of JSON, then what only the patient can open.
    (rb'\{"format":"phr-reply/', Format.REPLY),
    # A file within, or the end of a zip that has none.
    (rb"PK\x03\x04|PK\x05\x06", Format.ZIP),
    (rb"\x89PNG\r\n\x1a\n", Format.PNG),
    (rb"\xff\xd8\xff", Format.JPEG),
    (rb"GIF8[79]a", Format.GIF),
    (rb"II\*\x00|MM\x00\*", Format.TIFF),
    (rb"RIFF.{4}WEBP", Format.WEBP),
    (rb".{4}ftyp(heic|heix|heim|heis|mif1)", Format.HEIC),
    (rb"BM.{4}\x00{4}", Format.BMP),
    (rb"{\\rtf", Format.RTF),
    # ISO 32000-1, annex H.3.4.1: within the first 1024 bytes.
    (rb".{0,1019}?%PDF-", Format.PDF),
    (_HPRIM, Format.HPRIM),
    # 2D-Doc 3.1.3: its separators are control characters that no text has.
    (rb"\s*DC0[1-4][A-Z0-9]{8}[A-F0-9]{8}[A-Z0-9]{2}", Format.TWO_D_DOC),
)
# Texts that tell what they are by how they begin.
_TEXTS = (
    (r"HC1:[0-9A-Z $%*+\-./:]{20}", Format.DCC),
    (r"shc:/[0-9]|eyJ[\w-]{10,400}\.[\w-]{20,}\.[\w-]*\s*\Z", Format.HEALTH_CARD),
    (r"(?i:BEGIN\s*:\s*(?:VCALENDAR|VEVENT|VTODO|VTIMEZONE)\s)", Format.CALENDAR),
)
_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# The first element of a document, after declaration, comments, processing instructions and a document type.
# Possessive, so that it cannot backtrack.
_ROOT = re.compile(
    r"(?>\s+|<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^<>\[]*+(?:\[.*?\]\s*)?>)*+<([^\s>/!?]+)([^>]*)", re.DOTALL
)
_CLINICAL_DOCUMENT = re.compile(r"<((?:[^\s<>/!?:]{1,50}:)?ClinicalDocument)\b([^>]*)>")
# Told by its document type, which not all versions of iOS wrote well.
_HEALTH_DATA = re.compile(r"(?:<\?xml[^>]*>\s*)?<(?:!DOCTYPE\s+)?HealthData[\s>]")
# What gives JSON its shape: the name that makes a resource, other strings (passed over), brackets.
_TOKEN = re.compile(r'"resourceType"(?=\s*:)|"(?:[^"\\]|\\.)*+"|[{}\[\]]', re.DOTALL)
# A SMART Health Card's file has this member and no other.
_CREDENTIALS = re.compile(r'\{\s*"verifiableCredential"\s*:\s*\[')
# Control characters that no text file has; form feed and escape do occur.
_NOT_TEXT = re.compile(r"[\x00-\x06\x0e-\x1a\x1c-\x1f]")


def media_type(form: Format) -> str:
    """The media type (RFC 6838) under which a file of this format is kept and handed out."""
    return _MEDIA_TYPES[form]


def sniff(head: bytes) -> Format:
    """The format of a file that begins with ``head``; 64 KiB tell all that can be told.

    JSON is FHIR if a ``resourceType`` stands in it; two lines that both begin an object, the first of them
    whole, are NDJSON. Text is UTF-8, UTF-16 or -32 with a BOM, or else the bytes that Windows-1252 has.
    """
    return _binary(head) or _text(_decode(head).lstrip())


def _text(start: str) -> Format:
    if start.startswith("{"):
        return _json(start)
    if start.startswith("["):
        return Format.JSON
    if start.startswith("<"):
        return _markup(start)
    plain = Format.TEXT if start else Format.UNKNOWN
    return next((form for pattern, form in _TEXTS if re.match(pattern, start)), plain)


def _binary(head: bytes) -> Format | None:
    return next((form for pattern, form in _SIGNATURES if re.match(pattern, head, re.DOTALL)), None)


def _decode(head: bytes) -> str:
    """The text that the head is, "" if none."""
    bom, encoding = next(((b, e) for b, e in _BOMS if head.startswith(b)), (b"", "utf-8"))
    try:
        # Not final: the head may end within a character.
        text = codecs.getincrementaldecoder(encoding)().decode(head[len(bom) :])
    except UnicodeDecodeError:
        try:
            text = head.decode("cp1252")
        except UnicodeDecodeError:
            return ""
    return "" if _NOT_TEXT.search(text) else text


def _json(text: str) -> Format:
    if not re.match(r'\{\s*["}]', text):
        return Format.TEXT
    if _CREDENTIALS.match(text):
        return Format.HEALTH_CARD
    if not _is_resource(text):
        return Format.JSON
    first, newline, rest = text.partition("\n")
    if newline and rest.lstrip().startswith("{"):
        try:
            json.loads(first)
        except (ValueError, RecursionError):
            return Format.FHIR_JSON
        return Format.FHIR_NDJSON
    return Format.FHIR_JSON


def _is_resource(text: str) -> bool:
    """Whether the object has a member ``resourceType``, or may have it after the head."""
    depth = 0
    deeper = False
    for token in _TOKEN.finditer(text):
        match token[0]:
            case "{" | "[":
                depth += 1
            case "}" | "]":
                depth -= 1
                if not depth:
                    return False
            case '"resourceType"' if depth == 1:
                return True
            case '"resourceType"':
                deeper = True
    return deeper


def _is_of(name: str, attributes: str, namespace: str) -> bool:
    """Whether an element's name is of a namespace, by the attributes that declare it."""
    prefix, colon, _ = name.partition(":")
    declared = f"xmlns:{prefix}" if colon else "xmlns"
    return bool(
        re.search(rf"(?<!\S){re.escape(declared)}\s*=\s*[\"']{re.escape(namespace)}[\"']", attributes)
    )


def _markup(text: str) -> Format:
    if text[:14].lower().startswith(("<!doctype html", "<html")):
        return Format.HTML
    if _HEALTH_DATA.match(text):
        return Format.APPLE_HEALTH
    root = _ROOT.match(text)
    if root is None:
        return Format.XML if text.startswith("<?xml") else Format.TEXT
    name, attributes = root[1], root[2]
    if _is_of(name, attributes, "http://hl7.org/fhir"):
        return Format.FHIR_XML
    # A document that presents itself is inside its own style sheet.
    local = name.rpartition(":")[2]
    inside = _CLINICAL_DOCUMENT.search(text) if local in ("stylesheet", "transform") else None
    if inside:
        name, attributes, local = inside[1], attributes + inside[2], "ClinicalDocument"
    if local == "ClinicalDocument" and _is_of(name, attributes, "urn:hl7-org:v3"):
        return Format.CDA
    return Format.HTML if name.lower() == "html" else Format.XML
