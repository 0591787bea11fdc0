"""Reviewing, leaving out, putting aside and deleting originals by the command."""

from pathlib import Path
from typing import Any

import pytest

from tests.ui.phr_command import Phr, bundle, condition, patient


@pytest.fixture
def phr(tmp_path: Path) -> Phr:
    return Phr(tmp_path).create()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "a.json"
    path.write_bytes(
        bundle(patient("a", "Ana", "1990"), condition("c", "a", "Asthme"), condition("d", "a", "Goutte"))
    )
    return path


def glucose(laboratory: str) -> dict[str, Any]:
    return {
        "resourceType": "Observation",
        "id": laboratory,
        "status": "final",
        "subject": {"reference": "Patient/a"},
        "code": {"coding": [{"system": "urn:lab", "code": "GLU"}], "text": "Glycémie"},
        "effectiveDateTime": "2024-05-01",
        "performer": [{"display": f"Laboratoire {laboratory}"}],
        "valueQuantity": {"value": 1, "unit": "g/L"},
    }


def test_a_review_saves_nothing_and_its_keys_leave_out(phr: Phr, file: Path) -> None:
    review = phr("import", "--review", file)["files"][0]
    assert (review["added"], review["people"][0]["new"], review["people"][0]["id"]) == (2, True, None)
    assert [(one["key"], one["state"], one["title"]) for one in review["found"]] == [
        ("1", "kept", "Patient"),
        ("2", "new", "Asthme"),
        ("3", "new", "Goutte"),
    ]
    assert phr("people")["people"] == []
    told = phr.run("import", phr.vault, "--review", file).stdout
    assert "Goutte" in told
    assert "new person" in told

    done = phr("import", "--without", "3", file)
    assert (done["added"], done["left_out"], done["resources"]) == (1, 1, 3)
    phr.run("import", phr.vault, "--without", "3", file, file, code=2)
    phr.run("import", phr.vault, "--review", "--delete-originals", file, code=2)


def test_the_original_is_told_of_and_deleted(phr: Phr, file: Path, tmp_path: Path) -> None:
    done = phr.run("import", phr.vault, file)
    assert "unencrypted" in done.stderr
    assert phr("import", file)["files"][0]["original"] == "there"
    (tmp_path / "empty").touch()
    told = phr("import", "--delete-originals", file, tmp_path / "empty", code=1)["files"]
    assert [one["original"] for one in told] == ["deleted", "there"]
    assert not file.exists()
    assert (tmp_path / "empty").exists()


def test_a_file_waits_is_reviewed_taken_or_discarded(phr: Phr, file: Path) -> None:
    phr("import", file)
    other = file.with_name("b.json")
    other.write_bytes(bundle(patient("a", "Zoé", "1990"), condition("e", "a", "Toux")))
    put = phr("inbox add", other, "--why", "another-name")["waiting"]
    assert phr("inbox list")["waiting"] == put
    assert (put[0]["name"], put[0]["why"]) == ("b.json", "another-name")
    id_ = put[0]["id"]
    phr("inbox review", id_, code=1)
    review = phr("inbox review", id_, "--person", "Ana")
    assert [one["code"] for one in review["odd"]] == ["other-name"]
    assert phr("inbox take", id_, "--person", "Ana")["added"] == 1
    assert phr("inbox list")["waiting"] == []
    assert "no file" in phr.refused("inbox", "take", phr.vault, id_).lower()
    # The name was confirmed, and can be forgotten.
    assert phr("names", "Ana")["names"] == [{"name": "Zoé", "birth_date": "1990"}]
    assert phr("names", "Ana", "--forget", "ZOE")["names"] == []
    again = phr("inbox add", other)["waiting"][0]["id"]
    assert phr("inbox discard", again, "--yes") == {"id": again, "pending": False}


def test_a_result_shows_all_its_sources(phr: Phr, tmp_path: Path) -> None:
    for name in ("A", "B"):
        (tmp_path / f"{name}.json").write_bytes(bundle(patient("a", "Ana", "1990"), glucose(name)))
        done = phr("import", tmp_path / f"{name}.json", "--person", "Ana")
    assert (done["duplicate"], done["unchanged"]) == (1, 1)
    entry = phr.ids()[0]
    sources = phr("show", entry)["provenances"]
    assert [(one["file"], one["author"]) for one in sources] == [
        ("A.json", "Laboratoire A"),
        ("B.json", "Laboratoire B"),
    ]
    assert "Also from B.json Laboratoire B" in phr.run("show", phr.vault, entry).stdout
