"""What a grant covers, as the patient chose it."""

from collections.abc import Iterable
from typing import Literal, Self

from pydantic import BaseModel, ConfigDict, model_validator

from phr import dates
from phr.entry import Entry, Kind

Identifier = Literal["identifier", "address", "telecom"]


class Scope(BaseModel):
    """A choice among one person's entries.

    - ``without`` wins over everything: entries named one by one that stay out.
    - ``entries``: named one by one, in whatever else is said, hidden ones too.
    - Hidden entries are out unless named.
    - ``kinds``: all of these kinds. With neither kinds nor named entries, everything shown is in; with named
      entries only, only those.
    - ``date_from``, ``date_to``: partial dates, both included; an entry is in when its date may overlap. Undated
      entries are out as soon as either is given, but for entries of a kind in ``any_date``.
    - ``without_labels``: entries with one of these labels are out.
    - ``with_labels``: the labels that may leave; when given, entries with any other label are out, one that is given
      later included. None says nothing about labels.
    - A document whose file also gave entries that are kept back (hidden, in ``without``, or with a label left out)
      is out unless named: it would tell what they do.
    - ``identifiers``: the direct identifiers of the person that go along, none by default; the names of FHIR's
      Patient elements.

    Raises :class:`phr.errors.NotADate` for a date that is none.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    person: str
    kinds: tuple[Kind, ...] = ()
    date_from: str = ""
    date_to: str = ""
    any_date: tuple[Kind, ...] = ()
    entries: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    without_labels: tuple[str, ...] = ()
    with_labels: tuple[str, ...] | None = None
    identifiers: tuple[Identifier, ...] = ()

    @model_validator(mode="after")
    def _dates_are_dates(self) -> Self:
        for date in (self.date_from, self.date_to):
            if date:
                dates.bounds(date)
        return self

    @property
    def named_only(self) -> bool:
        """Whether nothing but entries named one by one can be in."""
        return bool(self.entries) and not self.kinds

    def admits(self, entry: Entry) -> bool:
        """Whether an entry of the scope's person is in."""
        if entry.id in self.without:
            return False
        if entry.id in self.entries:
            return True
        if entry.hidden or self.named_only or self.leaves_out(entry.labels):
            return False
        return (not self.kinds or entry.kind in self.kinds) and (
            entry.kind in self.any_date or self._in_period(entry.date)
        )

    def keeps_back(self, entry: Entry) -> bool:
        """Whether an entry is meant to stay unseen, and not merely outside what was asked for."""
        if entry.id in self.without:
            return True
        return (entry.hidden or bool(self.leaves_out(entry.labels))) and entry.id not in self.entries

    def leaves_out(self, labels: Iterable[str]) -> tuple[str, ...]:
        """Those of these labels that are left out as topics."""
        allowed = self.with_labels
        return tuple(
            one
            for one in labels
            if one in self.without_labels or (allowed is not None and one not in allowed)
        )

    def _in_period(self, date: str | None) -> bool:
        if not self.date_from and not self.date_to:
            return True
        if not date:
            return False
        first, last = dates.bounds(date)
        return not (
            (self.date_from and last < dates.bounds(self.date_from)[0])
            or (self.date_to and first > dates.bounds(self.date_to)[1])
        )
