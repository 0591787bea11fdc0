"""Events of calendars as appointments."""

import io
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phr.entry import Draft, Kind
from phr.errors import FormatError
from phr.formats.calendar.read_ics import read_ics
from phr.formats.calendar.specialities import topics_of
from phr.formats.fhir.drafts import to_draft
from phr.formats.fhir.items import Item


def event(*lines: str) -> str:
    return "\r\n".join(["BEGIN:VEVENT", "UID:1@example.org", "SUMMARY:Visite", *lines, "END:VEVENT"])


def calendar(*components: str) -> str:
    return "\r\n".join(["BEGIN:VCALENDAR", "VERSION:2.0", *components, "END:VCALENDAR", ""])


def read(text: str) -> list[Item]:
    return list(read_ics(io.BytesIO(text.encode())))


def draft(item: Item) -> Draft:
    found = to_draft(item.resource) if item.resource else None
    assert found
    return found


def date_of(*lines: str, around: tuple[str, ...] = ()) -> str | None:
    (item,) = read(calendar(*around, event(*lines)))
    return draft(item).date


PARIS = "2026-03-28T10:00:00+01:00"
ODD_ZONE = "\r\n".join(
    [
        "BEGIN:VTIMEZONE",
        "TZID:Chez moi",
        "BEGIN:STANDARD",
        "DTSTART:19700101T000000",
        "TZOFFSETFROM:+0245",
        "TZOFFSETTO:+0245",
        "END:STANDARD",
        "END:VTIMEZONE",
    ]
)


@pytest.mark.parametrize(
    ("lines", "date"),
    [
        (("DTSTART:20260328T090000Z", "DTEND:20260328T093000Z"), "2026-03-28T09:00:00+00:00/2026-03-28T09:30:00+00:00"),
        (("DTSTART;TZID=Europe/Paris:20260328T100000",), PARIS),
        (("DTSTART;TZID=Romance Standard Time:20260328T100000",), PARIS),
        (("DTSTART;TZID=Europe/Paris:20260328T100000", "DURATION:PT30M"), f"{PARIS}/2026-03-28T10:30:00+01:00"),
        # A day by the clock on the wall, and twenty hours, over the night when summer begins.
        (("DTSTART;TZID=Europe/Paris:20260328T100000", "DURATION:P1D"), f"{PARIS}/2026-03-29T10:00:00+02:00"),
        (("DTSTART;TZID=Europe/Paris:20260328T100000", "DURATION:PT20H"), f"{PARIS}/2026-03-29T07:00:00+02:00"),
        (("DTSTART;VALUE=DATE:20260328",), "2026-03-28"),
        (("DTSTART;VALUE=DATE:20260328", "DTEND;VALUE=DATE:20260330"), "2026-03-28/2026-03-29"),
        (("DTSTART;VALUE=DATE:20260328", "DURATION:P2D"), "2026-03-28/2026-03-29"),
        (("DTSTART;TZID=Chez moi:20260328T100000",), "2026-03-28T10:00:00+02:45"),
        (("DTSTART:20260328T090000Z", "DTEND:20260301T093000Z"), "2026-03-28T09:00:00+00:00"),
    ],
)  # fmt: skip
def test_when(lines: tuple[str, ...], date: str) -> None:
    assert date_of(*lines, around=(ODD_ZONE,)) == date


def test_a_zone_may_follow_its_event_and_is_its_calendars_own() -> None:
    inside = calendar(event("DTSTART;TZID=Chez moi:20260328T100000"), ODD_ZONE)
    outside = calendar(event("DTSTART;TZID=Chez moi:20260328T100000"))
    first, second = read(inside + outside)
    assert draft(first).date == "2026-03-28T10:00:00+02:45"
    assert draft(second).date != draft(first).date


def test_a_floating_time_is_in_the_zone_that_the_calendar_is_shown_in() -> None:
    assert date_of("DTSTART:20260328T100000", around=("X-WR-TIMEZONE:Europe/Paris",)) == PARIS


def test_an_appointment_is_private_and_says_all_that_the_event_does() -> None:
    (item,) = read(
        calendar(
            event(
                "DTSTART:20260328T090000Z",
                "DESCRIPTION:Apporter les\\nrésultats\\, à jeun",
                "LOCATION:12 rue des Lilas",
                "ORGANIZER;CN=Dr Roux:mailto:roux@example.org",
                "ATTENDEE;PARTSTAT=ACCEPTED:mailto:anna@example.org",
                "STATUS:TENTATIVE",
            ).replace("SUMMARY:Visite", "SUMMARY:Contrôle c\r\n ardiologie")
        )
    )
    found = draft(item)
    assert item.marks == {"hidden": True, "labels": ["cardiology"]}
    assert (found.kind, found.title, found.author, found.status) == (
        Kind.APPOINTMENT,
        "Contrôle cardiologie",
        "Dr Roux",
        "pending",
    )
    assert found.note == "Apporter les\nrésultats, à jeun\nLieu / place: 12 rue des Lilas"
    assert item.resource
    assert [one["status"] for one in item.resource["participant"]] == ["accepted"] * 3


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("FREQ=DAILY;COUNT=10", "Se répète tous les jours, 10 fois / Repeats every day, 10 times"),
        (
            "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH;WKST=SU",
            "Se répète toutes les 2 semaines (lundi, jeudi) / Repeats every 2 weeks (Monday, Thursday)",
        ),
        (
            "FREQ=YEARLY;UNTIL=20300101",
            "Se répète chaque année, jusqu’au 2030-01-01 / Repeats every year, until 2030-01-01",
        ),
        ("FREQ=MONTHLY;BYDAY=1MO", "Se répète : FREQ=MONTHLY;BYDAY=1MO / Repeats: FREQ=MONTHLY;BYDAY=1MO"),
    ],
)  # fmt: skip
def test_an_event_that_comes_again_is_one_with_its_rule_in_words(rule: str, words: str) -> None:
    (item,) = read(calendar(event("DTSTART:20260328T090000Z", f"RRULE:{rule}")))
    assert draft(item).note == words
    assert item.resource
    assert set(item.resource["extension"][0]["valueString"].removeprefix("RRULE:").split(";")) == set(
        rule.split(";")
    )


def test_times_that_were_changed_cancelled_added_or_left_out_are_named() -> None:
    (item,) = read(
        calendar(
            event("DTSTART:20260302T090000Z", "RECURRENCE-ID:20260301T090000Z"),
            event("DTSTART:20260308T090000Z", "RECURRENCE-ID:20260308T090000Z", "STATUS:CANCELLED"),
            event(
                "DTSTART:20260222T090000Z",
                "RRULE:FREQ=WEEKLY",
                "EXDATE:20260315T090000Z",
                "RDATE:20260320T090000Z",
            ),
        )
    )
    assert draft(item).date == "2026-02-22T09:00:00+00:00"
    assert draft(item).note.splitlines()[1:] == [
        "Aussi / also: 2026-03-20T09:00:00+00:00",
        "Sauf / except: 2026-03-15T09:00:00+00:00",
        "Modifié / changed: 2026-03-01T09:00:00+00:00 → 2026-03-02T09:00:00+00:00 Visite",
        "Annulé / cancelled: 2026-03-08T09:00:00+00:00",
    ]


def test_several_calendars_and_the_same_event_twice() -> None:
    items = read(calendar(event("DTSTART:20260328T090000Z")) + calendar(event("DTSTART:20260329T090000Z")))
    assert len({item.full_url for item in items}) == 2
    again = read(calendar(event("DTSTART:20260328T100000Z")))
    assert again[0].full_url == items[0].full_url


def test_what_is_odd_stops_nothing_else() -> None:
    items = read(
        calendar(
            event("DTSTART:yesterday"),
            event(),
            "BEGIN:VTODO\r\nSUMMARY:x\r\nEND:VTODO",
            event("DTSTART:20260328T090000Z", "DTEND:x", "RRULE:FREQ=SOMETIMES", "EXDATE:x", "DURATION:x"),
        )
    )
    assert [bool(item.problem) for item in items].count(True) == 3
    assert [draft(item).date for item in items if item.resource] == ["2026-03-28T09:00:00+00:00"]


@pytest.mark.parametrize(
    "text",
    [
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20260328T090000Z",
        "BEGIN:VEVENT\nEND:VALARM",
        "BEGIN:X\n" * 100_000,
        "BEGIN:VEVENT\nSUMMARY:" + "x" * (1 << 21) + "\nEND:VEVENT",
    ],
    ids=range(4),
)
def test_a_broken_file_is_refused_at_once(text: str) -> None:
    start = time.process_time()
    with pytest.raises(FormatError):
        read(text)
    assert time.process_time() - start < 2


@pytest.mark.parametrize(
    "text",
    [
        event("DTSTART:20260328T090000Z", "ATTENDEE;CN=" + '"' * 50_000 + ":x"),
        event("DTSTART:20260328T090000Z", "RRULE:" + "FREQ=DAILY;" * 20_000),
        event("DTSTART:20260328T090000Z", "EXDATE:" + "20260328T090000Z," * 20_000),
        event("DTSTART;" + "TZID=x;" * 20_000 + ":20260328T090000Z"),
        event("DTSTART:99991231T235959Z", "DURATION:P9999999W"),
        event("DTSTART;TZID=../../etc/passwd:20260328T090000"),
        event("DTSTART;TZID=x:00010101T000000", "DTEND;TZID=Asia/Tokyo:00010101T000000"),
        event("DTSTART:20260328T090000Z", "DESCRIPTION:" + "\\" * 100_000),
        event("DTSTART:20260328T090000Z", "DURATION:" + "P" + "1" * 100_000 + "D"),
    ],
    ids=range(9),
)
def test_hostile_values_take_no_time(text: str) -> None:
    start = time.process_time()
    items = read(calendar(text))
    assert len(items) == 1
    assert time.process_time() - start < 2


# fmt: off
LINES = [
    "BEGIN:VEVENT", "END:VEVENT", "BEGIN:VCALENDAR", "END:VCALENDAR", "BEGIN:VTIMEZONE", "END:VTIMEZONE", "TZID:x",
    "DTSTART:20260328", "DTSTART;TZID=Europe/Paris:20260328T100000", "DTSTART;TZID=x:20260328T100000", "DTEND:x",
    "RRULE:FREQ=DAILY", "RRULE:", "RECURRENCE-ID:20260328", "EXDATE:20260328", "UID:1", "UID:2", " ", "é:", "",
]
# fmt: on


@given(st.lists(st.sampled_from(LINES), max_size=15), st.text(max_size=20))
def test_any_lines_give_items_or_a_refusal(lines: list[str], extra: str) -> None:
    try:
        items = read("\n".join([*lines, extra]))
    except FormatError:
        return
    for item in items:
        assert (item.resource is None) == bool(item.problem)


@pytest.mark.parametrize(
    ("words", "topics"),
    [
        ("Dr Martin, psychiatre", ["psychiatry"]),
        ("CMP Nord", ["psychiatry"]),
        ("Échographie – Gynécologie", ["gynaecology"]),
        ("Bilan VIH au CeGIDD", ["sexual-health", "hiv"]),
        ("Dentiste", []),
        ("Compte rendu de la transition énergétique", []),
    ],
)
def test_topics_that_words_name(words: str, topics: list[str]) -> None:
    assert topics_of(words) == topics


def test_samples(samples: Callable[..., list[Path]]) -> None:
    """As many appointments and problems as the files have components of their own, however odd."""
    for path in samples("ics/*.ics"):
        try:
            items = list(read_ics(io.BytesIO(path.read_bytes())))
        except FormatError:
            assert "fuzz" in path.name
            continue
        lines = path.read_bytes().upper().split()
        begun = sum(line == b"BEGIN:VEVENT" for line in lines)
        events = [item for item in items if item.resource or "event" in item.problem.split()]
        assert len(events) == begun, path.name
