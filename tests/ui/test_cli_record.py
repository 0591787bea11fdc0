"""Taking in, looking at and curating a record by the command."""

import json
import os
from pathlib import Path

import pytest

from tests.ui.phr_command import SAMPLE, Phr, bundle, condition, patient


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Phr:
    """A vault with the sample record, which no test changes."""
    phr = Phr(tmp_path_factory.mktemp("record")).create()
    phr("import", SAMPLE)
    return phr


@pytest.fixture
def phr(tmp_path: Path) -> Phr:
    return Phr(tmp_path).create()


def test_import_counts_every_resource(phr: Phr) -> None:
    resources = len(json.loads(SAMPLE.read_bytes())["entry"])
    first = phr("import", SAMPLE)
    assert first["files"][0]["file"] == str(SAMPLE)
    assert first["files"][0]["problems"] == []
    for counts in (first, first["files"][0]):
        assert counts["resources"] == resources
        assert sum(counts[name] for name in ("added", "updated", "unchanged", "kept", "refused")) == resources
    again = phr("import", SAMPLE)
    assert (again["added"], again["updated"]) == (0, 0)


def test_import_reads_standard_input(phr: Phr) -> None:
    done = phr("import", "-", given=bundle(patient("a", "Ana", "1990"), condition("c", "a", "Asthme")))
    assert done["files"][0]["file"] == "-"
    assert done["added"] == 1


def test_one_bad_file_does_not_stop_the_others(phr: Phr, tmp_path: Path) -> None:
    good = tmp_path / "good.json"
    good.write_bytes(bundle(patient("a", "Ana", "1990"), condition("c", "a", "Asthme")))
    done = phr("import", tmp_path / "not-there.json", good, code=1)
    assert [len(file["problems"]) for file in done["files"]] == [1, 0]
    assert "not-there.json" in done["files"][0]["problems"][0]["why"]
    assert len(phr.ids()) == 1


def test_a_file_name_need_not_be_text(phr: Phr, tmp_path: Path) -> None:
    file = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff.json"))
    file.write_bytes(bundle(patient("a", "Ana", "1990"), condition("c", "a", "Asthme")))
    assert phr("import", file)["added"] == 1
    assert phr("entries")["entries"][0]["source"] == "?.json"


def test_who_is_who_is_asked_with_the_choices(phr: Phr, tmp_path: Path) -> None:
    two = tmp_path / "two.json"
    two.write_bytes(
        bundle(
            patient("a", "Ana", "1990"),
            patient("b", "Bea", "1992"),
            condition("c", "a", "Asthme"),
            condition("d", "b", "Eczéma"),
        )
    )
    done = phr.run("import", phr.vault, two, code=1)
    for told in ("Patient/a=WHO", "Patient/b=WHO", "Ana", "Bea", "--person each"):
        assert told in done.stderr
    assert phr("people")["people"] == []
    mapped = phr("import", two, "--person", "Patient/a=Ana", "--person", "Patient/b=Bea")
    assert mapped["added"] == 2
    assert sorted(person["name"] for person in phr("people")["people"]) == ["Ana", "Bea"]
    assert len(phr.ids("--person", "Bea")) == 1


def test_each_is_somebody_of_their_own(phr: Phr) -> None:
    both = bundle(patient("a", "Ana", "1990"), patient("b", "Bea", "1992"), condition("c", "a", "Asthme"))
    phr("import", "-", "--person", "each", given=both)
    assert [set(person) >= {"id", "name", "birth_date"} for person in phr("people")["people"]] == [True, True]


def test_entries_have_the_fields_of_the_contract(record: Phr) -> None:
    page = record("entries", "--search", "lithium", "--kind", "result", "--limit", 1)
    entry = page["entries"][0]
    assert {"id", "kind", "title", "date", "person", "hidden", "labels", "codes", "value", "source"} <= set(
        entry
    )
    assert set(entry["codes"][0]) == {"system", "code", "display"}
    assert set(entry["value"]) == {"text", "unit", "low", "high", "range", "flag"}
    assert entry["source"] == "dossier.json"


def test_entries_come_in_pages_newest_first(record: Phr) -> None:
    everything = record("entries", "--limit", 1000)
    assert everything["next"] is None
    pages = []
    page = record("entries", "--limit", 50)
    while page["next"]:
        pages += page["entries"]
        page = record("entries", "--limit", 50, "--after", page["next"])
    pages += page["entries"]
    assert pages == everything["entries"]


def test_entries_are_found_by_words_kind_and_period(record: Phr) -> None:
    assert {entry["kind"] for entry in record("entries", "--kind", "allergy")["entries"]} == {"allergy"}
    assert record.ids("--search", "PSYCHIAT")
    found = record("entries", "--from", "2026-10", "--to", "2026-10-31", "--limit", 1000)["entries"]
    assert found
    assert all(entry["date"].startswith("2026-10") for entry in found)
    assert set(record.ids("--kind", "note", "--kind", "allergy")) == {
        *record.ids("--kind", "note"),
        *record.ids("--kind", "allergy"),
    }


def test_show_keeps_decimals_to_the_digit(phr: Phr) -> None:
    text = (
        '{"resourceType":"Observation","id":"o","status":"final","code":{"text":"TSH"},'
        '"subject":{"reference":"Patient/a"},"valueQuantity":{"value":2.500000000000000001,"unit":"mUI/L"}}'
    )
    phr(
        "import",
        "-",
        given=f'{{"resourceType":"Bundle","type":"collection","entry":[{{"resource":{text}}}]}}',
    )
    (entry,) = phr.ids()
    shown = phr.run("show", phr.vault, entry, "--json").stdout
    assert '"value":2.500000000000000001' in shown.replace(" ", "")
    assert set(json.loads(shown)) == {"entry", "resource", "revisions", "shared_with", "provenances"}
    phr("edit", entry, "--note", "à jeun")
    after = phr("show", entry)
    assert after["entry"]["note"] == "à jeun"
    assert [revision["number"] for revision in after["revisions"]] == [1]


def test_add_writes_an_entry_of_ones_own(phr: Phr) -> None:
    made = phr(
        "add",
        "--kind",
        "measurement",
        "--title",
        "Poids",
        "--date",
        "2026-03",
        "--value",
        "61.50",
        "--unit",
        "kg",
    )
    entry = phr("show", made["id"])["entry"]
    assert (entry["kind"], entry["title"], entry["date"], entry["source"]) == (
        "measurement",
        "Poids",
        "2026-03",
        None,
    )
    assert (entry["value"]["text"], entry["value"]["unit"]) == ("61.50", "kg")
    assert "date" in phr.refused("add", phr.vault, "--kind", "note", "--title", "x", "--date", "yesterday")


def test_hide_label_and_delete(phr: Phr) -> None:
    kept, gone = (phr("add", "--kind", "note", "--title", title)["id"] for title in ("Migraine", "Sommeil"))
    assert phr("hide", kept) == {"entries": [kept], "hidden": True}
    assert phr.ids() == [gone]
    assert set(phr.ids("--hidden")) == {kept, gone}
    phr("unhide", kept)
    assert phr("label", kept, "psychiatrie", "violence")["labels"] == ["psychiatrie", "violence"]
    assert phr("label", kept, "violence", "--remove")["labels"] == ["psychiatrie"]
    assert phr.ids("--label", "psychiatrie") == [kept]
    assert phr("delete", gone)["deleted"] == 1
    assert "No item" in phr.refused("show", phr.vault, gone)
    assert "No item" in phr.refused("hide", phr.vault, kept, gone)
    assert phr("show", kept)["entry"]["hidden"] is False, "a refused hide changes nothing"


def test_export_goes_to_a_private_file_or_to_standard_output(record: Phr, tmp_path: Path) -> None:
    file = tmp_path / "export.json"
    assert record("export", "--fhir", file) == {"file": str(file)}
    assert file.stat().st_mode & 0o777 == 0o600
    written = json.loads(file.read_bytes())
    assert written == json.loads(record.run("export", record.vault, "--fhir", "-").stdout)
    assert len(written["entry"]) >= len(json.loads(SAMPLE.read_bytes())["entry"])
    assert [path.name for path in tmp_path.iterdir()] == ["export.json"]


def test_what_people_read_cannot_steer_the_terminal(phr: Phr) -> None:
    title = "x\x1b[2J\u202etxt"
    phr("import", "-", given=bundle(patient("a", "Ana", "1990"), condition("c", "a", title)))
    shown = phr.run("entries", phr.vault).stdout
    assert "[2J\ufffdtxt" in shown
    assert "\x1b" not in shown
    assert "\u202e" not in shown
