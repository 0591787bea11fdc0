"""Reading CDA documents, and an Apple Health export of a gigabyte, against lxml that only parses the same files."""

import io
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from measures.child import Samples, compare, run
from measures.report import Goal, Section, number

_SAMPLES = Path(__file__).resolve().parents[3] / "shared" / "data"
_SECONDS = 4.0
_ROUNDS = 3
_GIGABYTE = 1_000_000_000
# What is put into a vault: the same records, fewer of them, since each becomes an entry with its words.
_IMPORTED = 20_000_000
_MOST_MIB = 400
_RESULTS = 40
_PROLOG = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE HealthData [\n<!ELEMENT HealthData ANY>\n]>\n'
    '<HealthData locale="fr_FR">\n<ExportDate value="2026-01-02 08:00:00 +0100"/>\n'
    '<Me HKCharacteristicTypeIdentifierDateOfBirth="1980-02-01"'
    ' HKCharacteristicTypeIdentifierBiologicalSex="HKBiologicalSexFemale"/>\n'
)
_RECORD = (
    '<Record type="HKQuantityTypeIdentifierHeartRate" sourceName="Montre de Camille" sourceVersion="11.2"'
    ' device="&lt;&lt;HKDevice: 0x2836a5b80&gt;, name:Apple Watch, manufacturer:Apple Inc., model:Watch,'
    ' hardware:Watch6,2, software:11.2, creation date:2024-11-03 07:12:45 +0000&gt;" unit="count/min"'
    ' creationDate="{when}" startDate="{when}" endDate="{when}" value="{value}">\n'
    '<MetadataEntry key="HKMetadataKeyHeartRateMotionContext" value="1"/>\n</Record>\n'
)


def section() -> Section:
    """CDA first, then the export, whose file is made in the system's temporary folder and removed."""
    ours, bare = compare(read_documents, parse_documents, rounds=_ROUNDS)
    with tempfile.TemporaryDirectory() as folder:
        large, small = str(Path(folder) / "export.xml"), str(Path(folder) / "small.xml")
        write_export(Path(large), _GIGABYTE)
        write_export(Path(small), _IMPORTED)
        health, health_peak = run(read_export, large)
        parsed, parsed_peak = run(parse_export, large)
        taken, taken_peak = run(import_export, small)
    speeds = [side.median("documents a second") for side in (ours, bare)]
    seconds = [samples["seconds"][0] for samples in (health, parsed)]
    return Section(
        "Reading CDA and Apple Health",
        (
            "CDA: the sample documents (C-CDA and French), else a made-up laboratory report. Ours: `read_cda`, all"
            " resources with their JSON. Bare: `lxml.etree.fromstring` of the same bytes, a tree and nothing taken from"
            " it. Processor time. Apple Health: a made-up export of 1 GB,"
            f" {health['records'][0]:,.0f} heart rates with a metadata entry each. Ours: `read_health`, an Observation"
            " and its JSON for each. Bare: `lxml.etree.iterparse`, each element cleared. The vault's import is measured"
            f" on {_IMPORTED / 1e6:.0f} MB of the same records."
        ),
        ("", "ours", "bare lxml", "ratio"),
        (
            ("CDA documents a second", *map(number, speeds), f"{speeds[0] / speeds[1]:.2f}"),
            ("CDA, peak memory, MiB", number(ours.peak), number(bare.peak), f"{ours.peak / bare.peak:.2f}"),
            ("Apple Health 1 GB, s", *map(number, seconds), f"{seconds[0] / seconds[1]:.1f}"),
            (
                "Apple Health 1 GB, peak memory, MiB",
                number(health_peak),
                number(parsed_peak),
                f"{health_peak / parsed_peak:.2f}",
            ),
            (
                "Apple Health into a vault, records a second",
                number(taken["records"][0] / taken["seconds"][0]),
                "",
                "",
            ),
            ("Apple Health into a vault, peak memory, MiB", number(taken_peak), "", ""),
        ),
        (
            Goal("Apple Health export of 1 GB, memory", health_peak, _MOST_MIB, "MiB"),
            Goal("Apple Health into a vault, memory", taken_peak, _MOST_MIB, "MiB"),
        ),
    )


def write_export(path: Path, size: int) -> None:
    """An export of at least ``size`` bytes, each record at a second of its own."""
    with path.open("w") as file:
        file.write(_PROLOG)
        second = 0
        while file.tell() < size:
            lines = []
            for _ in range(1000):
                second += 1
                day, rest = divmod(second, 86_400)
                year, month = 2000 + day // 336, day % 336 // 28 + 1
                clock = f"{rest // 3600:02}:{rest % 3600 // 60:02}:{rest % 60:02}"
                when = f"{year}-{month:02}-{day % 28 + 1:02} {clock} +0100"
                lines.append(_RECORD.format(when=when, value=50 + second * 7 % 90))
            file.write("".join(lines))
        file.write("</HealthData>\n")


def documents() -> list[bytes]:
    """The samples that are CDA documents, or one that is made up."""
    found = [
        path.read_bytes() for path in sorted(_SAMPLES.glob("*ccda/*")) + sorted(_SAMPLES.glob("*/cda-fr/*"))
    ]
    return [data for data in found if b"ClinicalDocument" in data] or [_made_up()]


def _made_up() -> bytes:
    loinc = 'codeSystem="2.16.840.1.113883.6.1"'
    results = "".join(
        '<component><observation classCode="OBS" moodCode="EVN"><templateId root="1.3.6.1.4.1.19376.1.3.1.6"/>'
        f'<code code="{n}-1" {loinc} displayName="Dosage {n}"/><effectiveTime value="202403120830+0100"/>'
        f'<value xsi:type="PQ" value="{n}.50" unit="mmol/L"/></observation></component>'
        for n in range(_RESULTS)
    )
    return (
        '<ClinicalDocument xmlns="urn:hl7-org:v3" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f'<id root="1.2.3"/><code code="11502-2" {loinc}/><title>Compte rendu</title><recordTarget><patientRole>'
        "<patient><name><given>Camille</given><family>Martin</family></name></patient></patientRole></recordTarget>"
        f'<component><structuredBody><component><section><code code="18719-5" {loinc}/><title>Biochimie</title><text/>'
        '<entry><templateId root="1.3.6.1.4.1.19376.1.3.1"/><act classCode="ACT" moodCode="EVN">'
        f'<code code="18719-5" {loinc}/><entryRelationship typeCode="COMP"><organizer classCode="BATTERY">{results}'
        "</organizer></entryRelationship></act></entry></section></component></structuredBody></component>"
        "</ClinicalDocument>"
    ).encode()


def read_documents(seconds: float = _SECONDS) -> Samples:
    """The product's way."""
    from phr.formats.cda.read_cda import read_cda

    return _repeated(lambda data: sum(1 for _ in read_cda(io.BytesIO(data))), seconds)


def parse_documents(seconds: float = _SECONDS) -> Samples:
    """Trees alone."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True, recover=True)
    return _repeated(lambda data: len(etree.fromstring(data.lstrip(), parser)), seconds)


def _repeated(read: Callable[[bytes], int], seconds: float) -> Samples:
    every = documents()
    for data in every:
        read(data)
    speeds: list[float] = []
    start = now = time.process_time()
    while not speeds or now - start < seconds:
        for data in every:
            read(data)
        before, now = now, time.process_time()
        speeds.append(len(every) / (now - before))
    return {"documents a second": speeds}


def read_export(path: str) -> Samples:
    """The product's way, without a vault."""
    from phr.formats.apple_health.read_health import read_health

    start = time.perf_counter()
    with Path(path).open("rb") as stream:
        records = sum(1 for _ in read_health(stream)) - 1
    return {"seconds": [time.perf_counter() - start], "records": [records]}


def parse_export(path: str) -> Samples:
    """Elements alone."""
    from lxml import etree

    start = time.perf_counter()
    records = 0
    for _, node in etree.iterparse(path, tag="Record", load_dtd=False, no_network=True, huge_tree=True):
        records += 1
        node.clear()
        while node.getprevious() is not None:
            del node.getparent()[0]
    return {"seconds": [time.perf_counter() - start], "records": [records]}


def import_export(path: str) -> Samples:
    """All the way into a new vault."""
    from measures.record import PASSPHRASE
    from storage.intake import Who, import_file
    from storage.keyslots import LEAST_COST
    from storage.vault import create

    with (
        tempfile.TemporaryDirectory() as scratch,
        create(Path(scratch) / "vault", PASSPHRASE, cost=LEAST_COST) as vault,
    ):
        start = time.perf_counter()
        report = import_file(vault, Path(path), who=Who(person="Camille"))
        return {"seconds": [time.perf_counter() - start], "records": [report.resources]}
