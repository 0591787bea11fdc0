"""Names, in French and English, of codes that patients often meet. Sources and licences: README.md beside this.

This material contains content from LOINC (http://loinc.org). LOINC is copyright © Regenstrief Institute, Inc. and the
Logical Observation Identifiers Names and Codes (LOINC) Committee and is available at no cost under the license at
http://loinc.org/license. LOINC® is a registered United States trademark of Regenstrief Institute, Inc.
"""

import json
from importlib.resources import files

_NAMES: dict[str, dict[str, list[str]]] = json.loads(files(__name__).joinpath("names.json").read_bytes())


def names_of(system: str, code: str) -> tuple[str, str] | None:
    """The French and the English name of a code; None if the table does not have it."""
    found = _NAMES.get(system, {}).get(code)
    return (found[0], found[1]) if found else None
