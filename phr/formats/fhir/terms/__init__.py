"""Names, in French and English, of codes that patients often meet. Sources and licences: README.md beside this.

This material contains content from LOINC (http://loinc.org). LOINC is copyright © Regenstrief Institute, Inc. and the
Logical Observation Identifiers Names and Codes (LOINC) Committee and is available at no cost under the license at
http://loinc.org/license. LOINC® is a registered United States trademark of Regenstrief Institute, Inc.
"""

import json
import re
from importlib.resources import files

_ATC = "http://www.whocc.no/atc"
_ATC_CODE = re.compile(r"[A-Z][0-9]{2}[A-Z0-9]{0,4}")
_NAMES: dict[str, dict[str, list[str]]] = json.loads(files(__name__).joinpath("names.json").read_bytes())


def names_of(system: str, code: str) -> tuple[str, str] | None:
    """The French and the English name of a code; None if the table does not have it."""
    found = _NAMES.get(system, {}).get(code)
    return (found[0], found[1]) if found else None


def group_of(system: str, code: str) -> tuple[str, str] | None:
    """What a medicine is for, by the main group of its ATC code, in French and English; None for any other code."""
    return names_of(system, code[:1]) if system == _ATC and _ATC_CODE.fullmatch(code) else None
