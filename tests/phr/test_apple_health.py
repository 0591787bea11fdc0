import io
import re
import tracemalloc
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phr.entry import Kind
from phr.errors import FormatError
from phr.formats.apple_health.read_health import read_health
from phr.formats.fhir.drafts import to_draft
from phr.formats.fhir.items import Item
from phr.formats.fhir.subjects import subject_of
from phr.formats.sniff import Format, sniff

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE HealthData [\n<!ELEMENT HealthData (Record*)>\n'
ME = (
    '<Me HKCharacteristicTypeIdentifierDateOfBirth="1980-02-01"'
    ' HKCharacteristicTypeIdentifierBiologicalSex="HKBiologicalSexFemale"/>'
)
WHEN = 'startDate="2024-03-12 08:00:00 +0100" endDate="2024-03-12 08:00:00 +0100"'
SIDES = (
    f'<Record type="HKQuantityTypeIdentifierBloodPressureSystolic" unit="mmHg" value="121" {WHEN}/>',
    f'<Record type="HKQuantityTypeIdentifierBloodPressureDiastolic" unit="mmHg" value="79" {WHEN}/>',
)
WATCH = (
    '<Record type="HKQuantityTypeIdentifierHeartRate" unit="count/min" value="72"'
    f' device="&lt;&lt;HKDevice: ADDRESS&gt;, name:Apple Watch&gt;" {WHEN}/>'
)
PRESSURE = (
    f'<Correlation type="HKCorrelationTypeIdentifierBloodPressure" {WHEN}>{"".join(SIDES)}</Correlation>'
)


def export(*parts: str, head: str = HEAD + "]>\n") -> bytes:
    return (head + '<HealthData locale="fr_FR">' + "".join(parts) + "</HealthData>").encode()


def items(data: bytes) -> list[Item]:
    assert sniff(data[: 1 << 16]) is Format.APPLE_HEALTH
    return list(read_health(io.BytesIO(data)))


def shown(found: list[Item]) -> list[tuple[str, str, str | None]]:
    drafts = [draft for item in found if item.resource and (draft := to_draft(item.resource))]
    assert {draft.kind for draft in drafts} <= {Kind.MEASUREMENT}
    return [
        (draft.title, f"{draft.value.text} {draft.value.unit}".strip() if draft.value else "", draft.date)
        for draft in drafts
    ]


def test_a_record_is_a_measurement_to_the_last_digit() -> None:
    person, weight = items(
        export(
            ME,
            '<Record type="HKQuantityTypeIdentifierBodyMass" sourceName="Balance &amp; co" sourceVersion="2"'
            ' unit="kg" creationDate="2024-03-12 08:01:00 +0100" startDate="2024-03-12 08:00:00 +0100"'
            ' endDate="2024-03-12 08:00:00 +0100" value="71.30000000000000400">'
            '<MetadataEntry key="HKWasUserEntered" value="1"/></Record>',
        )
    )
    assert person.resource is not None
    assert (person.resource["birthDate"], person.resource["gender"]) == ("1980-02-01", "female")
    assert weight.resource is not None
    assert subject_of(weight.resource) == person.full_url
    assert shown([weight]) == [("Poids", "71.30000000000000400 kg", "2024-03-12T08:00:00+01:00")]
    assert {one["code"] for one in weight.resource["code"]["coding"]} == {
        "29463-7",
        "HKQuantityTypeIdentifierBodyMass",
    }
    assert weight.resource["device"] == {"display": "Balance & co"}
    assert [(one["url"], one["valueString"]) for one in weight.resource["extension"]] == [
        ("urn:phr:apple-health:sourceVersion", "2"),
        ("urn:phr:apple-health:HKWasUserEntered", "1"),
    ]


def test_the_next_export_gives_the_same_record() -> None:
    record = WATCH.replace("ADDRESS", "0x282a45810")
    (first,), (second,) = items(export(record)), items(export(record.replace("82a", "3bb")))
    assert (first.full_url, first.raw) == (second.full_url, second.raw)
    assert first.resource is not None
    assert first.resource["extension"][0]["valueString"] == "<name:Apple Watch>"


def test_a_blood_pressure_is_one_measurement_and_its_sides_alone_stay() -> None:
    assert shown(items(export(*SIDES, PRESSURE))) == [
        ("Tension artérielle", "121/79 mmHg", "2024-03-12T08:00:00+01:00")
    ]
    alone = SIDES[0].replace("121", "140")
    assert [value for _, value, _ in shown(items(export(alone, *SIDES, PRESSURE)))] == [
        "121/79 mmHg",
        "140 mmHg",
    ]


def test_what_is_no_plain_quantity() -> None:
    found = items(
        export(
            f'<Record type="HKQuantityTypeIdentifierOxygenSaturation" unit="%" value="0.97" {WHEN}/>',
            '<Record type="HKCategoryTypeIdentifierSleepAnalysis"'
            f' value="HKCategoryValueSleepAnalysisAsleepREM" {WHEN}/>',
            f'<Record type="HKQuantityTypeIdentifierNotYetKnown" unit="x" value="1,5" {WHEN}/>',
            f'<Workout workoutActivityType="HKWorkoutActivityTypeRunning" duration="5.1" durationUnit="min" {WHEN}>'
            '<WorkoutStatistics type="HKQuantityTypeIdentifierHeartRate" average="131" unit="count/min"/></Workout>',
            '<ActivitySummary dateComponents="2016-04-14" appleStandHours="16"/>',
            '<ClinicalRecord resourceFilePath="/clinical-records/a.json"/>',
        )
    )
    assert [row[:2] for row in shown(found)] == [
        ("Saturation en oxygène", "0.97 (1 = 100 %)"),
        ("Sommeil", "Sleep Analysis Asleep REM"),
        ("Not Yet Known", "1,5 x"),
        ("Course à pied", "Durée: 5.1 min; Fréquence cardiaque: 131 count/min"),
        ("Activité de la journée", "Heures debout: 16"),
    ]


def test_an_element_that_no_reader_knows_is_kept() -> None:
    (item,) = items(export('<Audiogram a="1"><SensitivityPoint b="2"/></Audiogram>'))
    assert item.resource is None
    assert item.problem == "no reader for Audiogram"
    assert (
        item.raw
        == b'{"element": "Audiogram", "a": "1", "parts": [{"element": "SensitivityPoint", "b": "2", "parts": []}]}'
    )


def test_a_document_type_that_is_badly_written_is_passed_over() -> None:
    broken = HEAD + "<!ATTLIST Record\n  type CDATA #REQUIRED\n<!ATTLIST >\n ]>\n"
    assert len(items(export(ME, *SIDES, head=broken))) == 3


@pytest.mark.parametrize(
    "data",
    [
        export("&e;", head='<!DOCTYPE HealthData [<!ENTITY e SYSTEM "file:///etc/passwd">]>'),
        export("&a;", head=HEAD + '<!ENTITY % p "x">%p;]>'),
        export(ME, head='<!DOCTYPE HealthData SYSTEM "http://example.org/x.dtd">'),
        export("&undefined;"),
        export("<Record>" * 100_000),
        export("<Workout>" + "<WorkoutEvent/>" * 20_000 + "</Workout>"),
        export(ME)[:-20],
        export("\x00"),
        b"<HealthData",
        b"",
    ],
)
def test_hostile_exports_are_refused(data: bytes) -> None:
    with pytest.raises(FormatError):
        list(read_health(io.BytesIO(data)))


class _Endless(io.RawIOBase):
    """An export of which only the records that are being read exist."""

    def __init__(self, records: int) -> None:
        self._pieces = [
            export(ME)[: -len("</HealthData>")],
            *[SIDES[0].replace("Systolic", "X").encode()] * records,
        ]
        self._pieces.append(b"</HealthData>")
        self._place = 0

    def read(self, _size: int | None = -1) -> bytes:
        piece = b"".join(self._pieces[self._place : self._place + 1000])
        self._place += 1000
        return piece

    def tell(self) -> int:
        return 0

    def seek(self, offset: int, whence: int = 0) -> int:
        first = self._pieces[0]
        assert whence == 0
        self._pieces[0] = first[offset:]
        self._place = 0
        return offset


def test_memory_does_not_grow_with_the_export() -> None:
    tracemalloc.start()
    assert sum(1 for _ in read_health(cast("BinaryIO", _Endless(10_000)))) == 10_001
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert most < 10 << 20


def test_each_record_of_the_samples_becomes_an_entry(samples: Callable[..., list[Path]]) -> None:
    for path in samples("apple-health/*.xml"):
        data = path.read_bytes()
        wanted = Counter(
            re.findall(
                rb"<(Record|Workout|ActivitySummary|Correlation)\s", data[data.index(b"<HealthData") :]
            )
        )
        found = Counter(item.where.partition(" ")[0].encode() for item in items(data) if item.where)
        assert found == wanted


@given(st.data())
def test_mutated_exports_give_items_or_a_refusal(data: st.DataObject) -> None:
    changed = bytearray(export(ME, *SIDES, PRESSURE))
    for _ in range(data.draw(st.integers(1, 5))):
        changed[data.draw(st.integers(0, len(changed) - 1))] = data.draw(st.integers(0, 255))
    try:
        for item in read_health(io.BytesIO(changed)):
            assert item.resource or item.problem
    except FormatError:
        return
