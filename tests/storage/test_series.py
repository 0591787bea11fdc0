"""Values over time, read from a real vault."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from phr.entry import Kind
from storage import entries, intake, people, series
from storage.vault import Vault
from tests.storage.bundles import patient, write

GLUCOSE = {"coding": [{"system": "http://loinc.org", "code": "2345-7", "display": "Glucose"}]}


def observation(id_: str, date: str, value: float, unit: str = "g/L", **more: Any) -> dict[str, Any]:
    return {
        "resourceType": "Observation",
        "id": id_,
        "status": "final",
        "code": GLUCOSE,
        "subject": {"reference": "Patient/1"},
        "effectiveDateTime": date,
        "valueQuantity": {"value": value, "unit": unit},
        **more,
    }


@pytest.fixture
def measured(vault: Vault, tmp_path: Path) -> Vault:
    file = write(
        tmp_path / "a.json",
        patient(),
        observation("1", "2024-05-02", 1.10),
        observation("2", "2021", 0.90, referenceRange=[{"low": {"value": 0.7}, "high": {"value": 1.1}}]),
        observation("3", "1965-03", 5.5, "mmol/L"),
        observation("4", "2023-01-01", 1.0, code={"text": "Ferritine"}),
        observation("5", "", 1.0),
    )
    intake.import_file(vault, file)
    return vault


def test_values_of_one_code_come_together_oldest_first(measured: Vault) -> None:
    ferritin, glucose = series.analytes(measured)
    assert (ferritin.title, ferritin.count, ferritin.coding) == ("Ferritine", 1, None)
    assert glucose.coding is not None
    assert glucose.coding.code == "2345-7"
    points = series.points(measured, glucose)
    assert [point.date for point in points] == ["1965-03", "2021", "2024-05-02"]
    assert [point.value.unit for point in points] == ["mmol/L", "g/L", "g/L"]
    assert points[1].value.low == "0.7"
    # 1 March 1965 and 2 May 2024, counted from 1970.
    assert points[0].second == -152_668_800
    assert points[2].second == 1_714_608_000


def test_only_the_person_asked_for_counts(measured: Vault) -> None:
    other = people.add_person(measured, "Somebody else")
    entries.add_own(measured, other.id, Kind.MEASUREMENT, "Poids", date="2024-01-01", value="70", unit="kg")
    assert [one.title for one in series.analytes(measured, other.id)] == ["Poids"]
    assert len(series.analytes(measured)) == 3


def test_what_was_deleted_since_is_left_out(measured: Vault) -> None:
    glucose = series.analytes(measured)[1]
    entries.delete(measured, [series.points(measured, glucose)[0].entry])
    assert [point.date for point in series.points(measured, glucose)] == ["2021", "2024-05-02"]


def test_more_values_than_one_slice_holds(measured: Vault, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(series, "_SLICE", 1)
    looks: list[int] = []
    found = series.analytes(measured, look=lambda: looks.append(1))
    assert [one.count for one in found] == [1, 3]
    assert len(looks) >= 4


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5.40", (Decimal("5.40"),)),
        ("5,4", (Decimal("5.4"),)),
        ("148/92", (Decimal(148), Decimal(92))),
        ("-2", (Decimal(-2),)),
        ("<1", ()),
        ("12 mg", ()),
        ("", ()),
        ("1/2/3", ()),
        ("NaN", ()),
    ],
)
def test_only_numbers_are_drawn(text: str, expected: tuple[Decimal, ...]) -> None:
    assert series.numbers(text) == expected
