import io
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phr.entry import Kind
from phr.errors import FormatError
from phr.formats.fhir.drafts import to_draft
from phr.formats.fhir.items import Item
from phr.formats.platforms.read_appointments import holds_appointments, read_appointments

EXPORT: dict[str, Any] = {
    "account": {"email": "a@example.org", "created_at": "2020-01-01T10:00:00Z"},
    "appointments": [
        {
            "id": 7,
            "start_date": "2024-03-12T08:15:00.000+01:00",
            "visit_motive": "Première consultation",
            "practitioner": {"name": "Dr Jeanne Martin", "speciality": "Psychiatre"},
            "status": "confirmed",
        },
        {
            "id": 8,
            "startDate": "2024-03-13T09:00:00+01:00",
            "doctorName": "Dr Paul Petit",
            "status": "cancelled",
        },
    ],
    "payments": [{"date": "2024-03-12", "reason": "Consultation", "amount": 60}],
}
TABLE = "Date;Heure;Praticien;Spécialité;Motif\n03/04/2024;08h15;Dr Martin;Cardiologue;Suivi\n"


def read(data: str) -> list[Item]:
    assert holds_appointments(io.BytesIO(data.encode()))
    return list(read_appointments(io.BytesIO(data.encode())))


def shown(items: list[Item]) -> list[tuple[str, str | None, str, str]]:
    drafts = [draft for item in items if item.resource and (draft := to_draft(item.resource))]
    assert {draft.kind for draft in drafts} == {Kind.APPOINTMENT}
    return [(draft.title, draft.date, draft.author, draft.status) for draft in drafts]


def test_appointments_of_a_platform_are_private_and_labelled() -> None:
    first, second = read(json.dumps(EXPORT))
    assert shown([first, second]) == [
        ("Première consultation", "2024-03-12T08:15:00+01:00", "Dr Jeanne Martin Psychiatre", "booked"),
        ("Dr Paul Petit", "2024-03-13T09:00:00+01:00", "Dr Paul Petit", "cancelled"),
    ]
    assert first.marks == {"hidden": True, "labels": ["psychiatry"]}
    assert (first.where, second.where) == ("appointments[0]", "appointments[1]")
    again, _ = read(json.dumps({**EXPORT, "more": 1}, indent=2))
    assert again.full_url == first.full_url


def test_a_table_of_appointments() -> None:
    (item,) = read(TABLE)
    ((title, date, author, _),) = shown([item])
    assert (title, author) == ("Suivi", "Dr Martin, Cardiologue")
    assert date is not None
    assert date.startswith("2024-04-03T08:15:00")
    assert item.marks["labels"] == ["cardiology"]


def test_a_day_that_cannot_be_told_is_not_guessed() -> None:
    (item,) = read("Date,Time,Doctor\n03/04/2024,08:15,Dr Martin\n")
    assert item.problem == "an appointment whose day cannot be told"


@pytest.mark.parametrize(
    "data",
    [
        json.dumps({"payments": EXPORT["payments"], "account": EXPORT["account"]}),
        json.dumps({"events": [{"start": "2024-03-12T08:15:00Z", "title": "Pain au chocolat"}]}),
        "[" * 100_000,
        '{"a": 1',
        "Date,Doctor\n",
        "Bonjour, le 12/03/2024 à 08:15, Dr Martin\n",
        "",
    ],
)
def test_what_looks_like_no_appointment(data: str) -> None:
    assert not holds_appointments(io.BytesIO(data.encode()))


@given(st.data())
def test_mutated_exports_give_items_or_a_refusal(data: st.DataObject) -> None:
    changed = bytearray(data.draw(st.sampled_from((json.dumps(EXPORT), TABLE))).encode())
    for _ in range(data.draw(st.integers(1, 6))):
        changed[data.draw(st.integers(0, len(changed) - 1))] = data.draw(st.integers(0, 255))
    try:
        for item in read_appointments(io.BytesIO(changed)):
            assert item.resource or item.problem
    except FormatError:
        return
