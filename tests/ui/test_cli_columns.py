"""What columns hold is said once, is used for every later file with these headings, can be listed and forgotten."""

import json
from pathlib import Path

import pytest

from tests.phr.workbooks import DAY, sheet, workbook
from tests.ui.phr_command import Phr

TABLE = "Quand;Combien;Dose\n12/03/2024;71,5;3\n13/03/2024;70;4\n"
LATER = "quand;Combien;Dose\n14/03/2024;72,5;3\n"
SPEC = "1=date,2=value:poids:kg,3=value:Ferritine:µg/L"


@pytest.fixture
def phr(tmp_path: Path) -> Phr:
    return Phr(tmp_path).create()


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "t.csv"
    path.write_text(TABLE, "utf-8")
    return path


def values(phr: Phr) -> list[tuple[str, str, str]]:
    found = phr("entries", "--kind", "measurement", "--hidden")["entries"]
    return sorted((one["title"], one["value"]["text"], one["value"]["unit"]) for one in found)


def test_columns_are_told_once(phr: Phr, table: Path, tmp_path: Path) -> None:
    first = phr("import", table, "--person", "Anna")
    assert first["files"][0]["problems"][0]["code"] == "columns"
    assert values(phr) == []
    assert phr("import", table, "--columns", SPEC)["added"] == 4
    later = tmp_path / "later.csv"
    later.write_text(LATER, "utf-8")
    again = phr("import", later)
    assert (again["added"], again["kept"]) == (2, 1)
    assert ("Poids", "72.5", "kg") in values(phr)
    assert ("Ferritine", "3", "µg/L") in values(phr)
    told = phr("columns")["tables"]
    assert [column["role"] for column in told[0]["columns"]] == [
        "date",
        "value:weight:kg",
        "value:Ferritine:µg/L",
    ]
    assert phr("columns", "--forget", "1")["tables"] == []
    phr.run("columns", phr.vault, "--forget", "1", code=2)
    assert phr("verify")["faults"] == []


def test_a_workbook_too(phr: Phr, tmp_path: Path) -> None:
    path = tmp_path / "t.xlsx"
    path.write_bytes(workbook({"a": sheet([["Quand", "Combien"], [("45363", DAY), ("71.30", 0)]])}))
    assert phr("import", path, "--person", "Anna", "--columns", "1=date,2=value:weight:kg")["added"] == 1
    assert values(phr) == [("Poids", "71.30", "kg")]
    documents = phr("entries", "--kind", "document")["entries"]
    assert documents == []


def test_the_order_of_days_can_be_told(phr: Phr, tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("Date,Weight (kg)\n03/04/2024,70\n", "utf-8")
    phr("import", path, "--person", "Anna", "--columns", "1=date:mdy,2=value:weight:kg")
    assert [one["date"] for one in phr("entries")["entries"]] == ["2024-03-04"]


def test_what_does_not_fit_is_refused(phr: Phr, table: Path) -> None:
    for spec in ("1=date", "1", "9=date,2=value:x", "1=day,2=value:x", "1=date:ymd,2=value:x"):
        assert not phr.run("import", phr.vault, table, "--columns", spec, code=2).stdout
    assert phr("columns")["tables"] == []
    table.write_text("Bonjour,\nvoici la lettre.\n", "utf-8")
    assert "headings" in phr.refused("import", phr.vault, table, "--columns", "1=date,2=value:x")


def test_a_value_stands_in_the_other_unit_too(phr: Phr, tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("Date;Glycémie (mmol/L)\n12/03/2024;5,5\n", "utf-8")
    phr("import", path, "--person", "Anna")
    (id_,) = phr.ids("--kind", "measurement")
    assert phr("show", id_)["entry"]["converted"] == {"text": "0.99", "unit": "g/L"}
    assert "5.5 mmol/L (0.99 g/L)" in phr.run("show", phr.vault, id_).stdout
    assert json.dumps(phr("show", id_)["resource"]).count("0.99") == 0
