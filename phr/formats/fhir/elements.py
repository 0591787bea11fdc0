"""R4's element names, types and cardinalities, from ``elements.json`` (made by packaging/make_fhir_elements.py)."""

import json
from functools import cache
from importlib.resources import files


@cache
def _table() -> dict[str, dict[str, str]]:
    table: dict[str, dict[str, str]] = json.loads(files(__package__).joinpath("elements.json").read_bytes())
    return table


def is_type(name: str) -> bool:
    """Whether R4 has a resource or datatype of that name."""
    return name in _table()


def element(of: str, name: str) -> tuple[str, bool] | None:
    """The type of an element and whether it repeats; None if the type has no such element."""
    found = _table().get(of, {}).get(name)
    return (found.removesuffix("*"), found.endswith("*")) if found else None
