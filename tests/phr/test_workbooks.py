"""XLSX: what cells show becomes what a CSV of the same table would give; hostile workbooks stay documents."""

import io
import random
import resource
import time
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phr.errors import FormatError
from phr.formats.fhir.items import Item
from phr.formats.tables.number_formats import Shows, text_of
from phr.formats.tables.read_xlsx import is_table, read_xlsx
from tests.phr import workbooks as made
from tests.phr.test_tables import shown

HEADS = ("Date", "Heure", "Poids (kg)", "Systolique", "Diastolique", "SpO2", "Commentaire")
ROWS: list[list[made.Cell]] = [
    [*HEADS],
    [
        ("45363", made.FRENCH_DAY),
        ("0.34375", made.TIME),
        ("71.30", made.GENERAL),
        ("121", 0),
        ("79", 0),
        ("0.97", made.PERCENT),
        "à jeun",
    ],
    [],
    [("45364.5", made.MOMENT), "", ("70.900000000000006", made.GENERAL)],
]
SHOWN = [
    ("Tension artérielle", "121/79 mmHg", "2024-03-12T08:15"),
    ("Poids", "71.30 kg", "2024-03-12T08:15"),
    ("Saturation en oxygène", "97 %", "2024-03-12T08:15"),
    ("Poids", "70.9 kg", "2024-03-13T12:00"),
]


def read(data: bytes) -> list[Item]:
    return list(read_xlsx(io.BytesIO(data)))


def test_a_sheet_reads_as_its_csv_would() -> None:
    found = read(made.workbook({"Suivi": made.sheet(ROWS)}))
    assert shown(found) == SHOWN
    assert found[0].where == "Suivi line 2"
    assert found[3].where == "Suivi line 4 Poids (kg)"
    assert found[0].resource is not None
    assert found[0].resource["note"] == [{"text": "à jeun"}]


def test_several_sheets_and_those_without_a_table() -> None:
    first = made.sheet([["Date", "Poids"], [("45363", made.DAY), ("71", 0)]])
    second = made.sheet([["Bonjour"], [], ["Date", "Pouls"], [("45364", made.DAY), ("64", 0)]])
    found = read(made.workbook({"a": first, "Notes": made.sheet([["rien"]]), "b": second}))
    assert [row[:2] for row in shown(found)] == [("Poids", "71"), ("Fréquence cardiaque", "64")]


def test_days_counted_from_1904() -> None:
    data = made.workbook(
        {"a": made.sheet([["Date", "Poids"], [("43901", made.DAY), ("71", 0)]])}, from_1904=True
    )
    assert shown(read(data)) == [("Poids", "71", "2024-03-12")]


def test_heads_and_days_that_are_several_cells_made_one() -> None:
    rows: list[list[made.Cell]] = [
        ["Date", "Tension (mmHg)", "", "Poids (kg)"],
        ["", "Systolique", "Diastolique", ""],
        [("45363", made.DAY), ("121", 0), ("79", 0), ("71", 0)],
        ["", ("118", 0), ("75", 0)],
    ]
    data = made.workbook({"a": made.sheet(rows, merged=["A1:A2", "B1:C1", "D1:D2", "A3:A4", "D3:D4"])})
    assert [row[:2] for row in shown(read(data))] == [
        ("Tension artérielle", "121/79 mmHg"),
        ("Poids", "71 kg"),
        ("Tension artérielle", "118/75 mmHg"),
    ]


def test_shared_strings_formulas_and_errors() -> None:
    strings = "<si><t>Date</t></si><si><r><t>Po</t></r><r><t>ids</t></r><rPh><t>no</t></rPh></si><si><t>Pouls</t></si>"
    rows = (
        '<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>2</v></c></row>'
        '<row><c t="d"><v>2024-03-12T08:15:00</v></c><c><f>70+1</f><v>71</v></c><c t="e"><v>#DIV/0!</v></c></row>'
        '<row><c t="str"><f>x</f><v>13/03/2024</v></c><c t="s"><v>99</v></c><c t="s"><v>-1</v></c></row>'
    )
    data = made.workbook({"a": made.whole(rows, namespace=made.STRICT)}, strings=strings)
    assert shown(read(data)) == [("Poids", "71", "2024-03-12T08:15")]


@pytest.mark.parametrize(
    ("value", "what", "text"),
    [
        ("5.4", Shows.NUMBER, "5.4"),
        ("5.40", Shows.NUMBER, "5.40"),
        ("5.4000000000000004", Shows.NUMBER, "5.4"),
        ("0.30000000000000004", Shows.NUMBER, "0.3"),
        ("1E-3", Shows.NUMBER, "1E-3"),
        ("1e999999999", Shows.NUMBER, "1e999999999"),
        ("NaN", Shows.NUMBER, "NaN"),
        ("0.97499999999999998", Shows.PERCENT, "97.5 %"),
        ("1", Shows.DATE, "1900-01-01"),
        ("59", Shows.DATE, "1900-02-28"),
        ("60", Shows.DATE, "60"),
        ("61", Shows.DATE, "1900-03-01"),
        ("45363.999999999", Shows.MOMENT, "2024-03-13 00:00:00"),
        ("-1", Shows.DATE, "-1"),
        ("99999999999", Shows.DATE, "99999999999"),
        ("", Shows.DATE, ""),
    ],
)
def test_what_a_cell_shows(value: str, what: Shows, text: str) -> None:
    assert text_of(value, what, from_1904=False) == text


@given(st.floats(min_value=-1e9, max_value=1e9, allow_nan=False).map(lambda one: round(one, 6)))
def test_fifteen_digits_come_back_as_they_were_typed(number: float) -> None:
    """17 digits tell a double apart from all others; what was typed with 15 or fewer is found again."""
    typed = f"{number:.15g}"
    assert float(text_of(f"{float(typed):.17g}", Shows.NUMBER, from_1904=False)) == float(typed)


QUIET = [["Nom", "Ville"], ["Anna", "Lyon"]]
DOCTYPE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + made.sheet([["Date", "&a;"]])
LAUGHS = (
    '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "' + "&a;" * 50 + '"><!ENTITY c "' + "&b;" * 50 + '">]>'
    + made.whole("<row><c><v>&c;</v></c></row>")
)  # fmt: skip
HEAD = '<row><c t="inlineStr"><is><t>Date</t></is></c><c t="inlineStr"><is><t>Poids</t></is></c></row>'
# Arguments of a workbook; what deflates a hundredfold is refused for that alone, so each is tried in both ways.
HOSTILE: dict[str, Callable[[], dict[str, Any]]] = {
    "no table": lambda: {"sheet": made.sheet(QUIET)},
    "external entity": lambda: {"sheet": DOCTYPE},
    "billion laughs": lambda: {"sheet": LAUGHS},
    "entity in the strings": lambda: {"strings": "<!DOCTYPE x>"},
    "far corner": lambda: {
        "sheet": made.whole(HEAD + '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>' * 9)
    },
    "wide rows": lambda: {"sheet": made.whole(HEAD + '<row><c r="IV9"><v>1</v></c></row>' * 100_000)},
    "empty cells": lambda: {"sheet": made.whole(HEAD + "<row>" + "<c/>" * 600_000 + "</row>")},
    "other elements": lambda: {"sheet": made.whole(HEAD + "<row>" + "<x/>" * 2_000_000 + "</row>")},
    "empty rows": lambda: {"sheet": made.whole("<row/>" * 1_000_000)},
    "one string, everywhere": lambda: {
        "sheet": made.whole(HEAD + '<row><c t="s"><v>0</v></c></row>' * 300_000),
        "strings": "<si><t>" + "x" * 1_000_000 + "</t></si>",
    },
    "many strings": lambda: {"strings": "<si/>" * 1_000_000},
    "one long text": lambda: {"strings": "<si><t>" + "x " * 20_000_000},
    "deep": lambda: {"sheet": "<a>" * 1_000_000},
    "many attributes": lambda: {"sheet": "<a " + " ".join(f'a{one}="1"' for one in range(300_000)) + "/>"},
    "merged": lambda: {"sheet": made.sheet(QUIET, merged=["A1:XFD1048576"] * 9_000)},
    "format without end": lambda: {
        "styles": '<s><numFmts><numFmt numFmtId="200" formatCode="'
        + "[" * 400_000
        + '"/></numFmts><cellXfs>'
        + '<xf numFmtId="200"/>' * 60_000
        + "</cellXfs></s>"
    },
    "not XML": lambda: {"sheet": "a,b"},
}


def hostile(name: str, *, stored: bool) -> bytes:
    """The workbook of this name."""
    arguments = HOSTILE[name]()
    return made.workbook({"a": arguments.pop("sheet", made.sheet(QUIET))}, stored=stored, **arguments)


@pytest.mark.parametrize("stored", [False, True])
@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_workbooks_are_no_tables_and_cost_little(name: str, stored: bool) -> None:
    data = hostile(name, stored=stored)
    began, before = time.process_time(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    # A cell that is far away is odd, but all that the sheet holds can be read.
    assert is_table(io.BytesIO(data)) == (name == "far corner")
    assert time.process_time() - began < 2
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 500 << 10


def test_broken_zips_give_items_or_a_refusal() -> None:
    sound = made.workbook({"Suivi": made.sheet(ROWS)})
    chance = random.Random(7)
    for _ in range(300):
        changed = bytearray(sound)
        for _ in range(chance.randint(1, 8)):
            changed[chance.randrange(len(changed))] = chance.randrange(256)
        try:
            for item in read(bytes(changed[: chance.choice((len(changed), chance.randrange(len(changed))))])):
                assert item.resource or item.problem
        except FormatError:
            continue
