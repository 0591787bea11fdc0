"""Sound files of every format that has a reader, made for tests: what the mutations start from."""

import io
import json
from collections.abc import Callable, Iterable
from functools import cache

from phr.formats.sniff import Format
from storage.readers import READERS, WITH_CODES, format_of
from tests.phr import certificates as made
from tests.phr.cda.documents import CRP, GLUCOSE, HOUSE, laboratory, level_1, synthesis
from tests.phr.test_apple_health import ME, PRESSURE, SIDES, WATCH, export
from tests.phr.test_appointments import EXPORT, TABLE
from tests.phr.test_dicom import dicom, with_preamble
from tests.phr.test_hostile_documents import CALENDAR
from tests.phr.test_hprim import MESSAGE
from tests.phr.test_read_pictures import code, saved
from tests.phr.test_tables import SCALE
from tests.phr.test_workbooks import ROWS
from tests.phr.test_zipped import XDM
from tests.phr.workbooks import sheet, workbook
from tests.storage.bundles import condition, patient
from tests.storage.samples import DATA
from tests.zips import nested, zipped

_SIGNER = made.Signer()
_DCC = made.dcc(made.VACCINATION, _SIGNER)
_RESOURCES = (
    patient(),
    condition(),
    {
        "resourceType": "Observation",
        "id": "o",
        "status": "final",
        "code": {"coding": [{"system": "http://loinc.org", "code": "2339-0", "display": "Glucose"}]},
        "subject": {"reference": "Patient/1"},
        "effectiveDateTime": "2024-03-12T08:30:00+01:00",
        "valueQuantity": {"value": 0.91, "unit": "g/L", "system": "http://unitsofmeasure.org", "code": "g/L"},
        "referenceRange": [{"low": {"value": 0.7}, "high": {"value": 1.1}}],
        "contained": [{"resourceType": "Practitioner", "id": "d", "name": [{"family": "Roux"}]}],
        "performer": [{"reference": "#d"}],
    },
    {
        "resourceType": "DocumentReference",
        "id": "d",
        "status": "current",
        "subject": {"reference": "Patient/1"},
        "date": "2024-03-12T08:30:00Z",
        "content": [{"attachment": {"contentType": "text/plain", "data": "Ym9uam91cg==", "title": "Lettre"}}],
    },
)
_BUNDLE = {
    "resourceType": "Bundle",
    "type": "collection",
    "entry": [
        {"fullUrl": f"urn:x:{number}", "resource": resource} for number, resource in enumerate(_RESOURCES)
    ],
}
_FHIR_XML = b"""<?xml version="1.0" encoding="UTF-8"?>
<Bundle xmlns="http://hl7.org/fhir"><type value="collection"/><entry><resource><Patient><id value="1"/>
<name><family value="Bell"/><given value="Anna"/></name><birthDate value="1980-02-01"/></Patient></resource></entry>
<entry><fullUrl value="urn:x:2"/><resource><Observation><status value="final"/><code><text value="CRP"/></code>
<subject><reference value="Patient/1"/></subject><effectiveDateTime value="2024-03-12"/>
<valueQuantity><value value="5.0"/><unit value="mg/L"/></valueQuantity></Observation></resource></entry></Bundle>
"""


def _json(value: object) -> bytes:
    return json.dumps(value).encode()


def _saved(form: str) -> bytes:
    return saved(code(_DCC), form, **({"resolution": 150} if form == "PDF" else {})).getvalue()


_MADE: dict[Format, Callable[[], Iterable[bytes]]] = {
    Format.FHIR_JSON: lambda: (_json(_BUNDLE), _json(_RESOURCES[2])),
    Format.FHIR_NDJSON: lambda: (b"\n".join(map(_json, _RESOURCES)),),
    Format.FHIR_XML: lambda: (_FHIR_XML,),
    Format.CDA: lambda: (laboratory(CRP, GLUCOSE, HOUSE), synthesis("60591-5"), level_1()),
    Format.DCC: lambda: (_DCC.encode(),),
    Format.HEALTH_CARD: lambda: (
        "\n".join(made.numeric(made.token(made.CARD, _SIGNER), 2)).encode(),
        made.token(made.CARD, _SIGNER).encode(),
    ),
    Format.TWO_D_DOC: lambda: (
        made.two_d_doc(made.TWO_D_TEST, "B2", _SIGNER).encode(),
        made.two_d_doc(made.TWO_D_VACCINATION, "L1", _SIGNER).encode(),
    ),
    Format.CALENDAR: lambda: (CALENDAR,),
    Format.HPRIM: lambda: (MESSAGE.encode("cp1252"),),
    Format.APPLE_HEALTH: lambda: (export(ME, *SIDES, WATCH, PRESSURE),),
    Format.CSV: lambda: (SCALE.encode(),),
    Format.XLSX_TABLE: lambda: (workbook({"Suivi": sheet(ROWS)}, stored=True),),
    Format.APPOINTMENTS_JSON: lambda: (_json(EXPORT),),
    Format.APPOINTMENTS_CSV: lambda: (TABLE.encode(),),
    Format.PNG: lambda: (_saved("PNG"),),
    Format.JPEG: lambda: (_saved("JPEG"),),
    Format.PDF: lambda: (_saved("PDF"),),
    Format.DICOM: lambda: (
        dicom(pixels=bytes(range(8))),
        with_preamble(dicom(pixels=bytes(range(8)))),
    ),
    Format.ZIP: lambda: (
        zipped(("a.json", _json(_BUNDLE)), ("b.pdf", _saved("PDF")), ("c.csv", SCALE.encode())),
        zipped(("IHE_XDM/SUBSET01/METADATA.XML", XDM), ("IHE_XDM/SUBSET01/DOC.XML", laboratory(CRP))),
        nested(3, ("export.xml", export(ME, WATCH))),
    ),
}
# Longer ones cost time and teach nothing more.
_LONGEST = 48 << 10
_MOST_SAMPLES = 6


def formats() -> list[Format]:
    """Every format that is read, by the registry, and zips."""
    return sorted({*READERS, *WITH_CODES, Format.ZIP})


@cache
def seeds(form: Format) -> list[bytes]:
    """Sound files of a format, with samples of the real world where these are on this computer."""
    if form not in _MADE:
        raise LookupError(f"{form!r} has a reader, but no seed in {__name__}")
    made_here = list(_MADE[form]())
    assert all(format_of(io.BytesIO(one)) is form for one in made_here), form
    return made_here + _samples().get(form, [])


@cache
def _samples() -> dict[Format, list[bytes]]:
    every: dict[Format, list[bytes]] = {}
    for path in sorted(path for path in DATA.rglob("*") if path.is_file()):
        if 0 < path.stat().st_size <= _LONGEST:
            data = path.read_bytes()
            found = every.setdefault(format_of(io.BytesIO(data)), [])
            if len(found) < _MOST_SAMPLES:
                found.append(data)
    return every
