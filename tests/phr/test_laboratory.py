"""Lines as French laboratories print them; what is not understood to its end is left out."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phr.formats.laboratory.read_table import read_table
from phr.formats.laboratory.rows import looks_like_one, read_row
from phr.formats.pdf_lines import lines_of
from tests import pdfs

READ = [
    ("Lymphocytes........%:\t40,0\tN : 20-40% 40", ("Lymphocytes", "40,0", "%", "20-40", "")),
    ("HEMATIES. :\t4 700 000 /mm3\t21/09/01 : 5 600 000", ("HEMATIES", "4 700 000", "/mm3", "", "")),
    ("T.C.M.H. (N: 26 à 33) :\t31,3 pg\t: 26,8", ("T.C.M.H", "31,3", "pg", "26 à 33", "")),
    ("TRIGLYCERIDES\t: * 4,10 g/l\tN:0,7 -1,8", ("TRIGLYCERIDES", "4,10", "g/l", "0,7 -1,8", "*")),
    (
        "Protéines totales (g/L) 75,0\t63,00 - 83,00",
        ("Protéines totales", "75,0", "g/L", "63,00 - 83,00", ""),
    ),
    (
        "Leucocytes ....... 12,5* Giga/L\t(4,0 - 10,0)\t11,2",
        ("Leucocytes", "12,5", "Giga/L", "4,0 - 10,0", "*"),
    ),
    (
        "Glycémie\t0,95 g/L\t(0,70 - 1,10)\t5,27 mmol/L\t(3,9 - 6,1)",
        ("Glycémie", "0,95", "g/L", "0,70 - 1,10", ""),
    ),
    ("DFG (CKD-EPI)\t>90\tmL/min/1,73m2", ("DFG (CKD-EPI)", ">90", "mL/min/1,73m2", "", "")),
    ("CA 125\t12,5 U/mL\t(<35)", ("CA 125", "12,5", "U/mL", "<35", "")),
    ("Aspect du sérum\t: Normal", ("Aspect du sérum", "Normal", "", "", "")),
    ("Créatinine\t75\tµmol/L\t[59 - 104]\t72 le 12/01/2023", ("Créatinine", "75", "µmol/L", "59 - 104", "")),
]
NOT_READ = [
    "V.G.M. (N: 80 à 100) :\t85,1 •3\t: 67,9",
    "Sodium 140 139 mmol/L",
    "CA 125 12,5 U/mL (<35)",
    "Sodium\tmmol/L\t136 - 145\t140",
    "Fer\t12 µmol/L\t50 - 150 µg/dL",
    "Soit : 10,02 mmol/l",
    "15/02/17\t0,65",
    "...(Colorimétrie enzymatique)\t0.71 mmol/l\t(0.57 - 1.71)",
    "Doliprane 1000 mg",
    "Vitamine D 100 000 UI",
    "Tél : 01 40 40 40 40",
    "Poids : 70 kg",
    "94500 Champigny sur Marne",
    "Page 1 / 2",
    "né(e) le 16/06/1965",
]


@pytest.mark.parametrize(("line", "expected"), READ)
def test_a_line_is_read_as_it_is_printed(line: str, expected: tuple[str, ...]) -> None:
    row = read_row(line)
    assert row is not None
    assert (row.analyte, row.value, row.unit, row.range_text, row.flag) == expected


@pytest.mark.parametrize("line", NOT_READ)
def test_what_could_mean_something_else_is_left_out(line: str) -> None:
    assert read_row(line) is None


def test_what_is_left_out_is_counted() -> None:
    table = read_table([["LABORATOIRE DU PARC", "Prélevé le 12/03/2024", *NOT_READ[:5], READ[0][0]]])
    assert (len(table.proposals), table.left_out) == (1, 5)
    assert (table.sampled, table.laboratory) == ("2024-03-12", "LABORATOIRE DU PARC")


def test_two_days_of_sampling_are_none() -> None:
    assert read_table([["Prélèvement du 12/03/2024", "Prélèvement du 13/03/2024"]]).sampled == ""
    assert read_table([["Prélèvement du 32/03/2024"]]).sampled == ""


@given(
    st.lists(
        st.sampled_from(
            ["1", "12,5", "3 000", " ", "\t", ":", "-", "g/L", "(", ")", "N", "*", "Fer", "Négatif", "<"]
        ),
        max_size=150,
    )
)
def test_no_line_takes_long_or_fails(parts: list[str]) -> None:
    line = "Fer " + "".join(parts)
    began = time.process_time()
    row = read_row(line)
    looks_like_one(line)
    assert time.process_time() - began < 0.3
    assert row is None or row.value in " ".join(line.split())


def test_the_lines_of_a_page_are_read_by_their_places() -> None:
    page = [(300.0, 100.0, "1,02"), (40.0, 100.5, "Glycémie"), (40.0, 60.0, "Bilan du sang")]
    assert lines_of(pdfs.pdf(page, [])) == [["Bilan du sang", "Glycémie\t1,02"], []]
    assert lines_of(pdfs.locked()) == []
