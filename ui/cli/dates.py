"""Dates as they are typed."""

from datetime import UTC, datetime

from phr.dates import when


def since(text: str) -> str:
    """A date of the record as typed: as it is, or for a duration (``P7D``) the instant that long ago, in UTC.

    Raises phr.errors.NotADate for a duration that is none.
    """
    if not text.startswith("P"):
        return text
    now = datetime.now(UTC)
    return (now - (when(text, now) - now)).isoformat(timespec="seconds")
