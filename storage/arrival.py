"""What has been read of a file and waits to be put into the vault."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from storage.same_results import Arriving, result_of

if TYPE_CHECKING:
    from phr.formats.fhir.items import Resource
    from storage import documents
    from storage.sameness import Name


@dataclass(slots=True)
class Arrival:
    """One resource of a file, with what was found out about it.

    ``key`` is its place in a review, ``where`` its place in the file; ``marks`` are what our own export says beside it.
    ``holder`` is the resource itself if it may hold files whose words are searched.
    """

    key: str
    where: str
    name: Name
    body: bytes
    marks: dict[str, Any]
    files: list[documents.File]
    version: str
    holder: Resource | None


def as_result(arrival: Arrival) -> Arriving | None:
    """A resource as a result that another source may have given; not what our own export says more about."""
    name, marks = arrival.name, arrival.marks
    if name.type != "Observation" or name.person is None or marks.get("labels") or marks.get("hidden"):
        return None
    result = result_of(name.type, name.draft)
    return Arriving(name.person, result, arrival.body) if result else None
