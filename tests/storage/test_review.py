"""A review is the import that would be: it tells the same, and leaves nothing behind."""

import json
import zipfile
from collections import Counter
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from phr.entry import Kind
from storage import attachments, entries, findings, journal, people
from storage.entries import Filter
from storage.errors import AnotherPerson, Cancelled, NotAFile
from storage.intake import FileReport, Who, import_file, import_stream
from storage.review import Found, Oddity, Review, State, review, review_stream
from storage.vault import Vault
from tests.storage.bundles import condition, patient, write
from tests.storage.pages import decrypted
from tests.storage.samples import FILES, needs_samples

COUNTS = ("added", "updated", "unchanged", "kept", "refused", "duplicate", "left_out")


def result(
    id_: str = "o", value: Any = 5, unit: str = "g/L", date: str = "2024-05-01", **more: Any
) -> dict[str, Any]:
    resource = {
        "resourceType": "Observation",
        "id": id_,
        "status": "final",
        "subject": {"reference": "Patient/1"},
        "category": [{"coding": [{"code": "laboratory"}]}],
        "code": {"coding": [{"system": "urn:lab", "code": "GLU"}], "text": "Glucose"},
        "valueQuantity": {"value": value, "unit": unit},
        **more,
    }
    if date:
        resource["effectiveDateTime"] = date
    return resource


def counts(report: FileReport) -> dict[str, int]:
    return {name: getattr(report, name) for name in COUNTS}


def told(found: Review) -> dict[str, int]:
    """The states of what was found, as a report counts."""
    states: Counter[State] = Counter()
    for (_, state), number in found.counts.items():
        states[state] += number
    return {
        "added": states[State.NEW],
        "updated": states[State.CHANGED],
        "unchanged": states[State.SAME] + states[State.DUPLICATE],
        "duplicate": states[State.DUPLICATE],
        "kept": states[State.KEPT],
    }


def everything(vault: Vault) -> tuple[object, ...]:
    """All that a vault holds, but for what it writes when it is opened."""
    with vault.read() as db:
        tables = [row[0] for row in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return tuple((name, db.execute(f'SELECT * FROM "{name}"').fetchall()) for name in sorted(tables))


def titles(found: list[Found], *states: State) -> list[str]:
    return sorted(one.title for one in found if one.state in states and one.kind)


def assert_same(before: Review, report: FileReport) -> None:
    assert counts(before.report) == counts(report)
    assert before.report.problems == report.problems
    assert before.report.kept_types == report.kept_types
    expected = counts(report)
    assert told(before) == {name: expected[name] for name in told(before)}


def test_a_review_leaves_nothing_and_the_import_does_what_it_told(vault: Vault, tmp_path: Path) -> None:
    path = write(
        tmp_path / "a.json",
        patient(),
        condition("c", "Zanzibarite"),
        result(),
        {"resourceType": "Organization"},
    )
    before = everything(vault)
    found = review(vault, path)
    assert everything(vault) == before
    assert b"Zanzibarite" not in decrypted(vault.database, vault.data_key)
    assert [(one.name, one.birth_date, one.new) for one in found.persons] == [
        ("Anna Bell", "1980-02-01", True)
    ]
    assert found.report.persons == []
    assert [(one.key, one.kind, one.title, one.state) for one in found.found] == [
        ("1", None, "Patient", State.KEPT),
        ("2", Kind.PROBLEM, "Zanzibarite", State.NEW),
        ("3", Kind.RESULT, "Glucose", State.NEW),
        ("4", None, "Organization", State.KEPT),
    ]
    assert found.found[2].value is not None
    assert (found.found[2].date, found.found[2].value.text) == ("2024-05-01", "5")
    assert {one.person for one in found.found if one.kind} == {found.persons[0].id}

    assert_same(found, import_file(vault, path))
    again = review(vault, path)
    assert told(again)["unchanged"] == 2
    assert [one.new for one in again.persons] == [False]
    here = {one.title: one.id for one in entries.page(vault, Filter()).entries}
    assert {one.title: one.entry for one in again.found if one.kind} == here


RESOURCES = st.lists(
    st.one_of(
        st.builds(condition, st.sampled_from(["c1", "c2"]), st.sampled_from(["Asthme", "Goutte"])),
        st.builds(
            result,
            st.sampled_from(["o1", "o2", ""]),
            st.sampled_from([5, 6, "high"]),
            st.sampled_from(["g/L", ""]),
            st.sampled_from(["2024-05-01", "2024-05-01T08:00:00Z", "2024", ""]),
        ),
        st.sampled_from(
            [{"resourceType": "Practitioner", "id": "p"}, {"resourceType": "Basic"}, 7, {"a": 1}]
        ),
    ),
    max_size=6,
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(files=st.lists(RESOURCES, min_size=1, max_size=3), out=st.sets(st.integers(0, 7)))
def test_what_is_told_is_what_is_done(vault: Vault, files: list[list[Any]], out: set[int]) -> None:
    """Whatever was taken in before; and all that is left out is not there afterwards."""
    for number, resources in enumerate(files):
        data = json.dumps(
            {
                "resourceType": "Bundle",
                "entry": [{"resource": one} for one in (patient(), *resources)],
            }
        ).encode()
        place = f"/file {number}"
        before = review_stream(vault, BytesIO(data), "a.json", place=place, who=Who(person="Anna"))
        without = {one.key for one in before.found if int(one.key) in out}
        if without:
            count = entries.count(vault, Filter())
            rest = import_stream(
                vault, BytesIO(data), "a.json", place=place, who=Who(person="Anna"), without=without
            )
            assert rest.left_out == len(without)
            assert rest.resources == before.report.resources
            assert entries.count(vault, Filter()) >= count
            before = review_stream(vault, BytesIO(data), "a.json", place=place, who=Who(person="Anna"))
        report = import_stream(vault, BytesIO(data), "a.json", place=place, who=Who(person="Anna"))
        assert_same(before, report)


@needs_samples
@pytest.mark.parametrize("path", FILES[:12], ids=lambda path: path.name)
def test_real_files(vault: Vault, path: Path) -> None:
    each = Who(each=True)
    for _ in range(2):
        before = everything(vault)
        found = review(vault, path, who=each)
        assert everything(vault) == before
        report = import_file(vault, path, who=each)
        assert_same(found, report)
        new = titles(found.found, State.NEW)
        if new:
            assert Counter(new) <= Counter(
                one.title for one in entries.page(vault, Filter(), limit=10**6).entries
            )


def test_what_is_left_out_is_not_saved(vault: Vault, tmp_path: Path) -> None:
    path = write(tmp_path / "a.json", patient(), condition("c1", "Asthme"), condition("c2", "Zanzibarite"))
    found = review(vault, path)
    without = {one.key for one in found.found if one.title == "Zanzibarite"}
    report = import_file(vault, path, without=without)
    assert (report.added, report.kept, report.left_out, report.resources) == (1, 1, 1, 3)
    vault.scrub()
    assert b"Zanzibarite" not in decrypted(vault.database, vault.data_key)
    # It is new again, and can be accepted later.
    assert titles(review(vault, path).found, State.NEW) == ["Zanzibarite"]
    assert import_file(vault, path).added == 1


def test_the_file_beside_its_entries_goes_with_what_is_left_out(vault: Vault, tmp_path: Path) -> None:
    calendar = (
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n"
        "BEGIN:VEVENT\r\nUID:1\r\nDTSTART:20240501T080000Z\r\nSUMMARY:Dentiste\r\nEND:VEVENT\r\n"
        "BEGIN:VEVENT\r\nUID:2\r\nDTSTART:20240502T080000Z\r\nSUMMARY:Zanzibarite\r\nEND:VEVENT\r\n"
        "END:VCALENDAR\r\n"
    )
    (tmp_path / "a.ics").write_text(calendar, newline="")
    found = review(vault, tmp_path / "a.ics")
    without = {one.key for one in found.found if one.title == "Zanzibarite"}
    assert [one.key for one in found.found if one.kind is None] == ["0"]
    report = import_file(vault, tmp_path / "a.ics", without=without)
    assert (report.added, report.left_out, report.kept) == (1, 2, 0)
    assert attachments.originals(vault) == []


def test_the_parts_of_a_zip_have_keys_of_their_own(vault: Vault, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as file:
        file.writestr("one.json", json.dumps(patient()))
        file.writestr(
            "two.json", json.dumps({"resourceType": "Bundle", "entry": [{"resource": condition()}]})
        )
        file.writestr("Lettre.pdf", b"%PDF-1.4 x")
    found = review(vault, tmp_path / "a.zip", who=Who(person="Anna"))
    assert [(one.key, one.title) for one in found.found] == [
        ("1/1", "Patient"),
        ("2/1", "Asthme"),
        ("3/0", "Lettre"),
    ]
    report = import_file(vault, tmp_path / "a.zip", who=Who(person="Anna"), without={"3/0"})
    assert (report.added, report.left_out) == (1, 1)
    assert [one.title for one in entries.page(vault, Filter()).entries] == ["Asthme"]


def test_what_looks_odd_to_a_clerk(vault: Vault, tmp_path: Path) -> None:
    path = write(
        tmp_path / "a.json",
        patient(),
        result("o1", date="2999-01-01"),
        result("o2", date="1979"),
        result("o3", date="1980"),
        result("o4", date=""),
        result("o5", unit=""),
        result("o6"),
        result("o7") | {"valueQuantity": {"value": 5, "unit": "g/L"}, "effectiveDateTime": "1980-01-31"},
        result("o8", extension=[{"url": "urn:phr:signature", "valueCode": "broken"}]),
    )
    odd = {(one.key, one.what) for one in review(vault, path).odd}
    assert odd == {
        ("2", Oddity.FUTURE),
        ("3", Oddity.BEFORE_BIRTH),
        ("5", Oddity.NO_DATE),
        ("6", Oddity.NO_UNIT),
        ("8", Oddity.BEFORE_BIRTH),
        ("9", Oddity.SIGNATURE_BROKEN),
    }


def test_another_name_is_odd_once_it_was_answered(vault: Vault, tmp_path: Path) -> None:
    import_file(vault, write(tmp_path / "a.json", patient(), condition()))
    other = write(tmp_path / "b.json", patient(name="Anna Coe"), condition("c2", "Goutte"))
    with pytest.raises(AnotherPerson):
        review(vault, other)
    found = review(vault, other, who=Who(person="Anna Bell"))
    assert [one.what for one in found.odd] == [Oddity.OTHER_NAME]
    # The answer is not kept by a review.
    with pytest.raises(AnotherPerson):
        import_file(vault, other)
    assert [(one.name, one.new, one.named) for one in found.persons] == [
        ("Anna Bell", False, (("Anna Coe", "1980-02-01"),))
    ]


def test_more_than_can_be_listed_is_counted(
    vault: Vault, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(findings, "LISTED", 3)
    path = write(tmp_path / "a.json", patient(), *(condition(f"c{n}", f"T{n}") for n in range(5)))
    found = review(vault, path)
    assert (len(found.found), found.unlisted) == (3, 3)
    assert found.counts == {(None, State.KEPT): 1, (Kind.PROBLEM, State.NEW): 5}


def test_files_that_are_no_record(vault: Vault, tmp_path: Path) -> None:
    people.add_person(vault, "Anna")
    for name, data, expected in (
        ("empty", b"", {}),
        ("odd.bin", bytes(range(256)), {(None, State.KEPT): 1}),
        ("broken.json", b'{"resourceType":"Observation", ', {(None, State.KEPT): 1}),
        ("note.txt", b"bonjour", {(Kind.DOCUMENT, State.NEW): 1}),
    ):
        (tmp_path / name).write_bytes(data)
        found = review(vault, tmp_path / name)
        assert found.counts == expected, name
        assert_same(found, import_file(vault, tmp_path / name))
    assert import_file(vault, tmp_path / "odd.bin", without={"0"}).left_out == 1
    with pytest.raises(NotAFile):
        review(vault, tmp_path / "absent")


def test_a_review_is_not_journalled_and_can_be_stopped(vault: Vault, tmp_path: Path) -> None:
    path = write(tmp_path / "a.json", patient(), condition())
    with vault.read() as db:
        before = journal.end(db)
    review(vault, path)
    with pytest.raises(Cancelled):
        review(vault, path, cancelled=lambda: True)
    with vault.read() as db:
        assert journal.end(db) == before
