"""Documents from the command line: results confirmed, photographs put together, recognised text."""

from pathlib import Path

import pytest

from phr.formats import recognition
from tests.photographs import paper, saved
from tests.storage.test_proposals import laboratory_pdf
from tests.ui.phr_command import Phr
from tests.zips import put


@pytest.fixture
def phr(tmp_path: Path) -> Phr:
    return Phr(tmp_path).create()


@pytest.fixture
def report(phr: Phr, tmp_path: Path) -> str:
    """A report of a laboratory in the record."""
    phr("import", put(tmp_path, laboratory_pdf(), "bilan.pdf"), "--person", "Anna Bell")
    (found,) = phr.ids("--search", "cholesterol")
    return found


def test_results_are_shown_then_confirmed(phr: Phr, report: str) -> None:
    offer = phr("proposals", report)
    assert (len(offer["proposals"]), offer["left_out"], offer["date"]) == (5, 1, "2024-03-12")
    assert phr.ids("--kind", "result") == []
    made = phr("accept", report, 1, 2)["entries"]
    assert sorted(phr.ids("--kind", "result")) == sorted(made)
    assert phr("accept", report, "--all")["entries"][:2] == made
    told = phr.run("proposals", phr.vault, report).stdout
    assert "already in the record" in told
    assert "not understood and left out" in told


def test_which_results_must_be_said(phr: Phr, report: str) -> None:
    phr.run("accept", phr.vault, report, code=2)
    phr.run("accept", phr.vault, report, 1, "--all", code=2)
    assert "does not offer" in phr.refused("accept", phr.vault, report, 99)


def test_photographs_become_one_document(phr: Phr, tmp_path: Path) -> None:
    files = [put(tmp_path, saved(paper((f"Page {n}",))), f"{n}.jpg") for n in range(2)]
    given = ("--one-document", "--title", "Ordonnance", "--date", "2024-03", "--person", "Anna Bell")
    assert phr("import", *files, *given)["added"] == 1
    assert phr("import", *files, *given)["unchanged"] == 1
    (entry,) = phr.ids()
    assert phr("show", entry)["entry"]["title"] == "Ordonnance"
    phr.run("import", phr.vault, *files, "--one-document", code=2)
    phr.run("import", phr.vault, *files, "--title", "a", code=2)
    text = put(tmp_path, b"no picture", "a.jpg")
    assert "no picture" in phr.refused("import", phr.vault, files[0], text, *given)


@pytest.mark.skipif(recognition.available(), reason="the extra ocr is installed")
def test_without_the_extra_the_program_says_what_is_missing(phr: Phr, tmp_path: Path) -> None:
    phr("import", put(tmp_path, saved(paper()), "1.jpg"), "--person", "Anna Bell")
    assert "phr[ocr]" in phr.refused("text", phr.vault, *phr.ids())


@pytest.mark.skipif(not recognition.available(), reason="the extra ocr is not installed")
def test_recognised_text_is_shown_and_searched(phr: Phr, tmp_path: Path) -> None:
    phr("import", put(tmp_path, saved(paper()), "1.jpg"), "--person", "Anna Bell")
    assert phr.ids("--search", "pneumopathie") == []
    (entry,) = phr.ids()
    assert "pneumopathie" in phr("text", entry)["text"]
    assert phr.ids("--search", "pneumopathie") == [entry]
