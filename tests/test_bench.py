"""Both sides of each measure still run, on next to nothing; no time is looked at."""

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(autouse=True)
def _measures(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(ROOT / "packaging")


@pytest.fixture
def record_folder(tmp_path: Path) -> str:
    """A vault as the bench fills it, just large enough for a first page."""
    from measures import record

    folder = str(tmp_path / "vault")
    record.fill(folder, 60)
    return folder


def test_import_sides_take_the_made_up_bundle(tmp_path: Path) -> None:
    from measures import intake, synthetic

    bundle = tmp_path / "bundle.json"
    synthetic.write_bundle(bundle, visits=2)
    taken = intake.into_vault([str(bundle)])
    assert set(taken["resources"]) == {1 + 2 * 11}
    assert intake.into_table([str(bundle)]).keys() == {"seconds", "bytes"}


def test_document_sides_take_documents_and_an_export(tmp_path: Path) -> None:
    from measures import documents

    assert documents.read_documents(0).keys() == documents.parse_documents(0).keys()
    documents.write_export(tmp_path / "export.xml", 10_000)
    path = str(tmp_path / "export.xml")
    records = documents.parse_export(path)["records"]
    assert documents.read_export(path)["records"] == records
    assert documents.import_export(path)["records"] == [records[0] + 1]


def test_opening_and_search_sides_take_a_filled_vault(record_folder: str) -> None:
    from measures import opening, searching, words

    assert len(opening.as_vault(record_folder)["seconds"]) == 1
    assert len(opening.as_database(record_folder)["seconds"]) == 1
    assert list(searching.with_pages(record_folder)) == words.beginnings()
    assert list(searching.with_fts5(record_folder)) == words.beginnings()


def test_sealing_sides_take_a_payload() -> None:
    from measures import sealing

    assert sealing.with_envelope(1).keys() == sealing.with_pyrage(1).keys()


def test_a_missed_goal_is_said_to_be_missed() -> None:
    from measures.report import Goal, Section, markdown

    goals = (Goal("slow", 31, 30, "ms"), Goal("fast", 29, 30, "ms"), Goal("speed", 0.4, 0.5, above=True))
    text = markdown([Section("Title", "How.", ("", "ours"), (("row", "1"),), goals)], 1)
    assert "| slow | ≤ 30 ms | 31 ms | **missed** |" in text
    assert "| fast | ≤ 30 ms | 29 ms | met |" in text
    assert "| speed | ≥ 0.5 | 0.4 | **missed** |" in text


@pytest.mark.browser
def test_a_practitioners_minute_ends_with_the_record() -> None:
    from measures import minute

    from tests.sharing import browsers

    with browsers.started("chromium") as browser:
        took = minute.opened(browser, 1, key=(0.0, 0.0))
    assert (len(took.actions), took.said) == (6, 20)
    assert took.keys > 5 * 3 + 24
    assert min(took.page, took.typing, took.waiting) > 0


def test_a_section_measured_alone_takes_the_place_of_the_former() -> None:
    from measures.report import Section, markdown, with_section

    sections = [Section(title, "How.", ("", "ours"), (("row", "1"),)) for title in ("First", "Second")]
    again = with_section(markdown(sections, 1), Section("First", "How.", ("", "ours"), (("row", "2"),)))
    again = with_section(again, Section("First", "How.", ("", "ours"), (("row", "3"),)))
    assert again.count("## First") == again.count("## Second") == again.count("Measured alone") == 1
    assert "| row | 3 |" in again
    assert "| row | 2 |" not in again
    assert again.startswith("# Benchmarks")
