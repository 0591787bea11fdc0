import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phr.dates import bounds, check, sort_key, when
from phr.errors import NotADate

NOW = datetime(2026, 1, 31, 10, 0, 0, tzinfo=UTC)
DAY = 86400
# An offset may lead out of the years that datetime has.
YEAR_2 = datetime.fromisoformat("0002-01-01")
YEAR_9998 = datetime.fromisoformat("9998-01-01")

offsets = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
instants = st.datetimes(timezones=offsets).map(lambda moment: moment.isoformat())
days = st.dates().map(lambda day: day.isoformat())
singles = st.one_of(instants, days, days.map(lambda day: day[:7]), days.map(lambda day: day[:4]))


@given(singles)
def test_normal_form_is_stable(text: str) -> None:
    assert check(check(text)) == check(text)


@given(singles)
def test_bounds_hold_the_sort_key(text: str) -> None:
    first, last = bounds(check(text))
    assert sort_key(text) == first <= last < 9999 * 366 * DAY


@given(st.datetimes(YEAR_2, YEAR_9998, timezones=offsets))
def test_an_instant_counts_from_the_beginning_of_year_one(moment: datetime) -> None:
    expected = (moment - datetime(1, 1, 1, tzinfo=UTC)) // timedelta(seconds=1)
    assert bounds(moment.isoformat()) == (expected, expected)


@given(days)
def test_less_precision_means_wider_bounds(day: str) -> None:
    year, month, exact = bounds(day[:4]), bounds(day[:7]), bounds(day)
    assert year[0] <= month[0] <= exact[0] <= exact[1] <= month[1] <= year[1]
    assert exact[1] - exact[0] == DAY - 1


@given(st.text(alphabet="0123456789-:TZ+./P ", max_size=40) | st.text(max_size=12))
def test_any_text_is_a_date_or_refused(text: str) -> None:
    try:
        normal = check(text)
    except NotADate:
        return
    first, last = bounds(normal)
    assert 0 <= first <= last


@pytest.mark.parametrize(
    ("text", "normal"),
    [
        ("2024", "2024"),
        (" 2024-03-12 ", "2024-03-12"),
        ("2024-03-12t10:20z", "2024-03-12T10:20:00Z"),
        ("2024-03-12T10:20:30.120+01:00", "2024-03-12T10:20:30.120+01:00"),
        ("2016-12-31T23:59:60Z", "2016-12-31T23:59:60Z"),
        ("2024-03/2025", "2024-03/2025"),
        ("2024/", "2024/"),
        ("/2024", "/2024"),
        ("2024/2024", "2024"),
        ("2024-03/2024-01/..", None),
        ("2024-05/2024-03", None),
        ("/", None),
        ("", None),
        ("0000", None),
        ("2023-02-29", None),
        ("2024-13", None),
        ("2024-03-12T24:00:00Z", None),
        ("2024-03-12T10:00:00+15:00", None),
        ("12/03/2024", None),
        ("2024-3-1", None),
        ("٢٠٢٤", None),
    ],
)
def test_normal_forms(text: str, normal: str | None) -> None:
    if normal is None:
        with pytest.raises(NotADate):
            check(text)
    else:
        assert check(text) == normal


def test_the_edges_of_time() -> None:
    assert bounds("0001") == (0, 365 * DAY - 1)
    assert bounds("0001-01-01T00:00:00+14:00") == (0, 0)
    assert bounds("9999-12-31T23:59:59-14:00")[1] == bounds("9999")[1]
    assert bounds("/2024")[0] == 0
    assert bounds("2024/")[1] == bounds("9999")[1]
    assert sort_key(None) == sort_key("") == 0
    assert sort_key("/2024") == sort_key("2024")


@pytest.fixture
def paris() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TZ", "CET-1CEST,M3.5.0,M10.5.0/3")
        time.tzset()
        yield
    time.tzset()


@pytest.mark.usefixtures("paris")
@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2026-02-03", "2026-02-03T23:59:59+01:00"),
        ("2026-07-03", "2026-07-03T23:59:59+02:00"),
        ("2026-02-03T10:00:00Z", "2026-02-03T10:00:00+00:00"),
        ("2026-02-03T10:00:00-05:00", "2026-02-03T10:00:00-05:00"),
        ("P7D", "2026-02-07T10:00:00+00:00"),
        ("PT2H", "2026-01-31T12:00:00+00:00"),
        ("P1M", "2026-02-28T10:00:00+00:00"),
        ("P1Y1MT30M", "2027-02-28T10:30:00+00:00"),
        ("P2W", "2026-02-14T10:00:00+00:00"),
    ],
)
def test_when(text: str, moment: str) -> None:
    assert when(text, NOW) == datetime.fromisoformat(moment)


@pytest.mark.parametrize(
    "text",
    [
        "2026",
        "2026-02",
        "2026-02-03T10:00:00",
        "2026-02-03T10:00Z",
        "2026-02-03T10:00:00.5Z",
        "P",
        "PT",
        "P1D2W",
        "P-1D",
        "P1.5D",
        "7D",
        "P9999Y",
        "P9999999D",
        "2026-02-30",
        "2026-01-01/2026-02-01",
        "tomorrow",
    ],
)
def test_when_refuses(text: str) -> None:
    with pytest.raises(NotADate):
        when(text, NOW)
