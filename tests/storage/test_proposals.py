"""A laboratory's table in a PDF: offered, confirmed by the patient, linked with it; nothing taken silently."""

import itertools
from decimal import Decimal
from pathlib import Path

import pytest

from phr.entry import Kind
from storage import entries, journal, lookup, proposals
from storage.entries import Filter
from storage.errors import NoSuchEntry, NoSuchProposal
from storage.intake import Who, import_file
from storage.vault import Vault
from tests import pdfs
from tests.zips import put

COLUMNS = (40, 250, 310, 370, 470)
TABLE = [
    ("Glycémie à jeun", "* 1,26", "g/L", "(0,70 - 1,10)", "1,02"),
    ("Cholestérol total", "2,10", "g/L", "Inf. à 2,00", ""),
    ("Plaquettes", "295 000", "/mm3", "150 000 à 400 000", "301 000"),
    ("TSH ultrasensible", "<0,01", "mUI/L", "0,27 - 4,20", ""),
    ("Antigène HBs", "Négatif", "", "", ""),
    ("Créatinine", "75", "unités", "59 - 104 µmol/L", ""),
]


def laboratory_pdf(sampled: str = "Prélèvement du 12/03/2024 à 08h15") -> bytes:
    head = [(40.0, 40.0, "Laboratoire de biologie médicale des Tilleuls"), (40.0, 60.0, sampled)]
    rows = [
        (float(x), 120.0 + 16 * number, cell)
        for number, row in enumerate(TABLE)
        for x, cell in zip(COLUMNS, row, strict=True)
        if cell
    ]
    return pdfs.pdf(head + rows)


@pytest.fixture
def document(vault: Vault, tmp_path: Path) -> str:
    """A report of a laboratory, taken in."""
    import_file(vault, put(tmp_path, laboratory_pdf(), "bilan.pdf"), who=Who(person="Anna Bell"))
    (entry,) = entries.page(vault, Filter()).entries
    return entry.id


def test_rows_are_offered_as_they_are_printed_and_none_is_taken(vault: Vault, document: str) -> None:
    offer = proposals.proposals(vault, document)
    rows = [one.proposal.row for one in offer.offered]
    assert [(row.analyte, row.value, row.unit, row.range_text, row.flag) for row in rows] == [
        ("Glycémie à jeun", "1,26", "g/L", "0,70 - 1,10", "*"),
        ("Cholestérol total", "2,10", "g/L", "Inf. à 2,00", ""),
        ("Plaquettes", "295 000", "/mm3", "150 000 à 400 000", ""),
        ("TSH ultrasensible", "<0,01", "mUI/L", "0,27 - 4,20", ""),
        ("Antigène HBs", "Négatif", "", "", ""),
    ]
    assert (offer.left_out, offer.date) == (1, "2024-03-12")
    assert offer.laboratory == "Laboratoire de biologie médicale des Tilleuls"
    assert offer.offered[0].proposal.printed == "Glycémie à jeun * 1,26 g/L (0,70 - 1,10) 1,02"
    assert not any(one.recognised or one.entry for one in offer.offered)
    assert entries.count(vault, Filter()) == 1


def test_what_is_confirmed_becomes_results_linked_both_ways(vault: Vault, document: str) -> None:
    made = proposals.accept(vault, document, [1, 3, 4, 5])
    assert {one.id for one in entries.read_from(vault, document)} == set(made)
    glucose = entries.entry(vault, made[0])
    assert (glucose.kind, glucose.title, glucose.date) == (Kind.RESULT, "Glycémie à jeun", "2024-03-12")
    assert glucose.value is not None
    assert (glucose.value.text, glucose.value.unit, glucose.value.flag) == ("1.26", "g/L", "*")
    assert "Glycémie à jeun * 1,26 g/L" in glucose.note
    assert entries.entry(vault, made[3]).value.text == "Négatif"  # type: ignore[union-attr] # fails as well if there is none
    resource = entries.resource(vault, made[1])
    assert resource["valueQuantity"] == {"value": Decimal(295000), "unit": "/mm3"}
    assert resource["referenceRange"][0]["low"] == {"value": Decimal(150000), "unit": "/mm3"}
    assert resource["meta"] == {"source": proposals.SOURCE}
    target = lookup.resolve(vault, resource["derivedFrom"][0]["reference"], near=made[1])
    assert target is not None
    assert target.entry_id == document
    assert entries.resource(vault, made[2])["valueQuantity"]["comparator"] == "<"


def test_confirming_again_makes_nothing_new(vault: Vault, document: str) -> None:
    first = proposals.accept(vault, document, [1, 2])
    assert proposals.accept(vault, document, [2, 1, 3])[:2] == first
    assert entries.count(vault, Filter(kinds=(Kind.RESULT,))) == 3
    offer = proposals.proposals(vault, document)
    assert [one.entry for one in offer.offered[:2]] == first
    lines = [line.detail for line in journal.lines(vault) if line.action == "results-confirmed"]
    assert lines == [{"entry": document, "entries": 2}, {"entry": document, "entries": 1}]


def test_the_same_report_of_another_person_gives_results_of_their_own(
    vault: Vault, tmp_path: Path, document: str
) -> None:
    (mine,) = proposals.accept(vault, document, [1])
    import_file(vault, put(tmp_path, laboratory_pdf(), "bilan.pdf"), who=Who(person="Carl Bell"))
    (carl,) = [
        one for one in entries.page(vault, Filter(kinds=(Kind.DOCUMENT,))).entries if one.id != document
    ]
    assert proposals.proposals(vault, carl.id).offered[0].entry == ""
    (theirs,) = proposals.accept(vault, carl.id, [1])
    assert theirs != mine
    assert entries.entry(vault, theirs).person == carl.person
    assert entries.entry(vault, mine).person != carl.person


def test_results_are_as_private_as_their_document(vault: Vault, document: str) -> None:
    entries.set_hidden(vault, [document], True)
    entries.add_labels(vault, document, ["genetics"])
    (made,) = proposals.accept(vault, document, [1], date="2024-03")
    entry = entries.entry(vault, made)
    assert (entry.hidden, entry.labels, entry.date) == (True, ("genetics",), "2024-03")


def test_a_document_without_a_date_leaves_it_open(vault: Vault, tmp_path: Path) -> None:
    import_file(vault, put(tmp_path, laboratory_pdf("")), who=Who(person="Anna Bell"))
    (entry,) = entries.page(vault, Filter()).entries
    assert proposals.proposals(vault, entry.id).date == ""
    (made,) = proposals.accept(vault, entry.id, [1])
    assert entries.entry(vault, made).date is None


@pytest.mark.parametrize("numbers", [[], [0], [6], [-1, 1]])
def test_what_is_not_offered_is_refused(vault: Vault, document: str, numbers: list[int]) -> None:
    with pytest.raises(NoSuchProposal):
        proposals.accept(vault, document, numbers)
    with pytest.raises(NoSuchEntry):
        proposals.accept(vault, "nobody", numbers)
    assert entries.count(vault, Filter()) == 1


def test_hostile_documents_offer_nothing(vault: Vault, tmp_path: Path) -> None:
    numbers = itertools.count()
    for data in (pdfs.locked(), pdfs.with_script(), laboratory_pdf()[:700], b"%PDF-1.4 nothing"):
        name = f"{next(numbers)}.pdf"
        import_file(vault, put(tmp_path, data, name), who=Who(person="Anna Bell"))
    for entry in entries.page(vault, Filter()).entries:
        assert proposals.proposals(vault, entry.id).offered == ()
