"""The time that counts for the journal and for access: never before what was already journalled.

A computer's clock can be wrong by mistake or on purpose. So the journal only moves forward, a clock that stepped
back is refused, and one that jumped ahead is believed only once somebody said so.
"""

from datetime import UTC, datetime, timedelta

from storage.errors import DateUnconfirmed, WrongClock

STEP_BACK = timedelta(minutes=5)
LONG_ABSENCE = timedelta(days=30)


def system_now() -> datetime:
    """The computer's clock, in UTC."""
    return datetime.now(UTC)


def instant(moment: datetime) -> str:
    """``moment`` as a FHIR instant in UTC, to the second: ``2026-03-01T08:30:00Z``."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def moment(text: str) -> datetime:
    """The opposite of :func:`instant`."""
    return datetime.strptime(text, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)


def trusted(system: datetime, latest: datetime) -> datetime:
    """The time to decide with, given the ``latest`` one of the journal.

    Raises :class:`WrongClock` more than five minutes before it, :class:`DateUnconfirmed` more than 30 days after.
    """
    if system < latest - STEP_BACK:
        raise WrongClock
    if system > latest + LONG_ABSENCE:
        raise DateUnconfirmed
    return max(system, latest)


def journalled(system: datetime, latest: datetime) -> datetime:
    """The time to write in the journal: the latest one again as long as the clock cannot be believed."""
    try:
        return trusted(system, latest)
    except (WrongClock, DateUnconfirmed):
        return latest
