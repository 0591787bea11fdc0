import io
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phr.errors import FormatError
from phr.formats.fhir.drafts import to_draft
from phr.formats.fhir.items import Item
from phr.formats.tables.days import Days
from phr.formats.tables.read_csv import is_table, read_csv

SCALE = (
    "Date;Heure;Poids (kg);Systolique;Diastolique;Pouls (bpm);Commentaire\r\n"
    "12/03/2024;08:15;71,30;121;79;64;à jeun\r\n"
    "13/03/2024;;70,9;;;;\r\n"
)


def read(text: str, encoding: str = "utf-8") -> list[Item]:
    return list(read_csv(io.BytesIO(text.encode(encoding))))


def shown(found: list[Item]) -> list[tuple[str, str, str]]:
    """Title, value and day of each measurement."""
    rows = []
    for item in found:
        assert item.resource is not None
        draft = to_draft(item.resource)
        assert draft is not None
        assert draft.date is not None
        assert draft.kind == "measurement"
        value = f"{draft.value.text} {draft.value.unit}".strip() if draft.value else ""
        rows.append((draft.title, value, draft.date[:16]))
    return rows


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_a_french_table(encoding: str) -> None:
    found = read(SCALE, encoding)
    assert shown(found) == [
        ("Tension artérielle", "121/79 mmHg", "2024-03-12T08:15"),
        ("Poids", "71.30 kg", "2024-03-12T08:15"),
        ("Fréquence cardiaque", "64 bpm", "2024-03-12T08:15"),
        ("Poids", "70.9 kg", "2024-03-13"),
    ]
    assert found[0].resource is not None
    assert found[0].resource["note"] == [{"text": "à jeun"}]
    assert [item.full_url for item in read("\n\n" + SCALE)] == [item.full_url for item in found]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        # A glucose meter's: a line before the headings, the unit at their end.
        (
            "Données de glycémie,01-02-2024\nHorodatage,Historique de la glycémie mg/dL\n31-01-2024 08:05,104\n",
            [("Glycémie", "104 mg/dL", "2024-01-31T08:05")],
        ),
        (
            "Date,Time,Glucose (mg/dL)\n3/14/2024,1:05 PM,LO\n3/15/2024,12:05 AM,<40\n",
            [("Glycémie", "LO mg/dL", "2024-03-14T13:05"), ("Glycémie", "<40 mg/dL", "2024-03-15T00:05")],
        ),
        ("Jour\tTension\n2024-03-12\t120/80\n", [("Tension artérielle", "120/80 mmHg", "2024-03-12")]),
        (
            "Date,Mesure,Valeur,Unité\n2024-03-12,SpO2,97,%\n2024-03-12,Fer,12,µg\n",
            [("Saturation en oxygène", "97 %", "2024-03-12"), ("Fer", "12 µg", "2024-03-12")],
        ),
        # Thousands or decimals, nobody can tell: as it is written.
        ('Date,Steps\n2024-03-12,"1,234"\n', [("Nombre de pas", "1,234", "2024-03-12")]),
        ("Date;Poids\n2024-03-12;71,300\n", [("Poids", "71,300", "2024-03-12")]),
        ("Date,Weight (kg)\n04/04/2024,70\n", [("Poids", "70 kg", "2024-04-04")]),
    ],
)
def test_other_tables(text: str, rows: list[tuple[str, str, str]]) -> None:
    assert is_table(io.BytesIO(text.encode()))
    assert shown(read(text)) == rows


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Bonjour, voici le compte rendu.\nDate: 12/03/2024, poids: 70 kg\n",
        "a,b\n1,2\n",
        "Date,Appointment\n2024-03-12,Dr Martin\n",
        # Day or month first, nothing tells.
        "Date,Weight (kg)\n03/04/2024,70\n",
        "Date,Weight (kg)\n13/04/2024,70\n04/13/2024,70\n",
        'Date;Poids\n"' + "x" * 200_000 + '";1\n',
    ],
)
def test_what_is_no_table_that_can_be_read(text: str) -> None:
    assert not is_table(io.BytesIO(text.encode()))
    with pytest.raises(FormatError):
        read(text)


def test_a_row_without_a_date_is_told() -> None:
    good, bad = read("Date;Poids\n12/03/2024;70\n30/02/2024;71\n;\n")
    assert good.resource
    assert (bad.where, bad.raw, bad.problem) == ("line 3", b"30/02/2024;71", "no date that can be read")


def test_a_long_table_takes_no_time() -> None:
    text = "Date;Poids\n" + "12/03/2024;70\n" * 20_000
    began = time.process_time()
    assert is_table(io.BytesIO(text.encode()))
    assert not is_table(io.BytesIO(b"word,word;word\n" * 500_000))
    assert time.process_time() - began < 2


def test_tables_that_another_program_wrote(samples: Callable[..., list[Path]]) -> None:
    for path in samples("csv/StepCount.csv", "csv/DistanceWalkingRunning.csv"):
        data = path.read_bytes()
        assert len(list(read_csv(io.BytesIO(data)))) == data.count(b"\n") - 1


@given(st.text(max_size=30), st.text(max_size=20))
def test_a_day_is_a_date_or_nothing(day: str, at: str) -> None:
    Days(day_first=True).moment(day, at)


@given(st.data())
def test_mutated_tables_give_items_or_a_refusal(data: st.DataObject) -> None:
    changed = bytearray(SCALE.encode())
    for _ in range(data.draw(st.integers(1, 6))):
        changed[data.draw(st.integers(0, len(changed) - 1))] = data.draw(st.integers(0, 255))
    try:
        for item in read_csv(io.BytesIO(changed)):
            assert item.resource or item.problem
    except FormatError:
        return
