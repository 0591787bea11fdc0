"""Names, in French and English, of codes that patients often meet. Sources and licences: README.md beside this."""

import json
from importlib.resources import files

_NAMES: dict[str, dict[str, list[str]]] = json.loads(files(__name__).joinpath("names.json").read_bytes())


def names_of(system: str, code: str) -> tuple[str, str] | None:
    """The French and the English name of a code; None if the table does not have it."""
    found = _NAMES.get(system, {}).get(code)
    return (found[0], found[1]) if found else None
