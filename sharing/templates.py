"""What to propose for a purpose: kinds, period, way, shortest useful time, openings (``templates.toml``).

A template is a beginning: the patient adjusts everything. What is kept private stays out of each, and so does every
entry with a sensitive topic, unless the patient names the topic or the entry.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from phr.dates import when
from phr.entry import Kind
from phr.inference.words import words
from sharing.envelope import Mode

if TYPE_CHECKING:
    from datetime import datetime


@dataclass(frozen=True, slots=True)
class Template:
    """A proposal. ``back`` is how far back (an ISO 8601 duration, or ""), but for the kinds of ``any_date``; ``days``
    until the access ends; ``reason_fr`` and ``reason_en`` say why so, to the patient."""

    name: str
    kinds: tuple[Kind, ...]
    any_date: tuple[Kind, ...]
    back: str
    mode: Mode
    days: int
    releases: int
    reason_fr: str
    reason_en: str
    specialty: tuple[str, ...]

    def date_from(self, now: datetime) -> str:
        """The first day of the period, or ""."""
        return (now - (when(self.back, now) - now)).date().isoformat() if self.back else ""


@cache
def templates() -> tuple[Template, ...]:
    """All of them; the last one is for any specialty that no other knows."""
    return tuple(_template(one) for one in _data()["template"])


def template(name: str) -> Template:
    """The one of this name. Raises ``KeyError``."""
    return {one.name: one for one in templates()}[name]


def for_specialty(specialty: str) -> Template | None:
    """What to propose for a care professional of this specialty, in French or English; None for no specialty."""
    if not specialty.strip():
        return None
    known = (one for one in templates() if _speaks_of(specialty, one.specialty))
    return next(known, templates()[-1])


def topics_of(specialty: str) -> tuple[str, ...]:
    """The sensitive topics that a specialty deals with: to be asked about, never taken silently."""
    return tuple(topic for topic, begins in _data()["topics"].items() if _speaks_of(specialty, begins))


def _speaks_of(text: str, beginnings: list[str] | tuple[str, ...]) -> bool:
    return any(word.startswith(tuple(beginnings)) for word in words(text))


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(files("sharing").joinpath("templates.toml").read_text("utf-8"))


def _template(data: dict[str, Any]) -> Template:
    return Template(
        **{
            **data,
            "kinds": tuple(map(Kind, data["kinds"])),
            "any_date": tuple(map(Kind, data["any_date"])),
            "mode": Mode(data["mode"]),
            "specialty": tuple(data["specialty"]),
        }
    )
