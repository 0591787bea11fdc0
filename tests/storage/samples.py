"""Real-world files to import, where they are, and a way to count and compare what they hold that is not ours."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

DATA = Path(__file__).parents[3] / "shared" / "data"
FOLDERS = ("fhir-r4-bundles", "fhir-ndjson", "ips", "fhir-testcases")
FILES = [path for folder in FOLDERS for path in sorted((DATA / folder).glob("*.*"))]

needs_samples = pytest.mark.skipif(
    not DATA.is_dir(), reason="the real-world samples are not on this computer"
)


def parsed(text: bytes) -> Any:
    """JSON with each decimal as it is spelled."""
    return json.loads(text.decode("utf-8-sig"), parse_float=lambda digits: f"decimal {digits}")


def resources(path: Path) -> list[Any] | None:
    """The resources of a JSON or NDJSON file; None if it is broken."""
    if path.suffix == ".ndjson":
        return [parsed(line) for line in path.read_bytes().splitlines() if line.strip()]
    try:
        top = parsed(path.read_bytes())
    except ValueError:
        return None
    if top.get("resourceType") != "Bundle":
        return [top]
    return [entry["resource"] for entry in top.get("entry", []) if "resource" in entry]


def count(path: Path) -> int:
    """How many resources a file holds by the rule of the command line."""
    if path.suffix != ".xml":
        found = resources(path)
        return 1 if found is None else len(found)
    root = etree.parse(path).getroot()
    name = etree.QName(root).localname
    return len(root.findall("{*}entry/{*}resource")) if name == "Bundle" else 1


def as_multiset(found: list[Any]) -> Counter[str]:
    """Resources to be compared whatever their order and that of their members."""
    return Counter(json.dumps(resource, sort_keys=True) for resource in found)
