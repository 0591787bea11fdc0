"""Dates of a resource as an entry has them, and back."""

from typing import Any

from phr.dates import check
from phr.errors import NotADate
from phr.formats.fhir.items import Resource
from phr.formats.fhir.texts import at


def read(resource: Resource, paths: tuple[str, ...]) -> tuple[str | None, str]:
    """The first date that stands at one of the paths, in normal form, and that path; (None, "") if none
    does."""
    for path in paths:
        found = _read(resource, path)
        if found:
            return found, path
    return None, ""


def _read(resource: Resource, path: str) -> str | None:
    if path.endswith("[x]"):
        stem = path[:-3]
        return date(resource.get(f"{stem}DateTime")) or period(resource.get(f"{stem}Period"))
    if path == "start..end":
        start = date(resource.get("start"))
        return (period(resource) if resource.get("end") else start) if start else None
    value = resource.get(path) if "." not in path else next(iter(at(resource, path)), None)
    if type(value) is list:
        value = value[0] if value else None
    return date(value) or period(value)


def date(value: Any) -> str | None:
    """A single date; None for anything else."""
    if type(value) is not str or "/" in value:
        return None
    try:
        return check(value)
    except NotADate:
        return None


def period(value: Any) -> str | None:
    """A Period as ``start/end``; its start alone if the end comes first, one date if both are the same."""
    if type(value) is not dict:
        return None
    start, end = date(value.get("start")), date(value.get("end"))
    if not start and not end:
        return None
    try:
        return check(f"{start or ''}/{end or ''}")
    except NotADate:
        return start
