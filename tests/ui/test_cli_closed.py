"""Items that stay closed, by the command."""

from pathlib import Path
from typing import Any

from tests.ui.phr_command import Phr, bundle, patient


def glucose() -> dict[str, Any]:
    return {
        "resourceType": "Observation",
        "id": "g",
        "status": "final",
        "subject": {"reference": "Patient/a"},
        "code": {"text": "Glycémie"},
        "effectiveDateTime": "2024-05-01",
        "valueQuantity": {"value": 1.26, "unit": "g/L"},
    }


def test_closed_at_import_shown_to_scripts_and_opened(tmp_path: Path) -> None:
    phr = Phr(tmp_path).create()
    file = tmp_path / "a.json"
    file.write_bytes(bundle(patient("a", "Ana", "1990"), glucose()))
    phr("import", "--closed", file)
    (one,) = phr("entries")["entries"]
    assert (one["closed"], one["title"]) == (True, "Glycémie")
    for verb in (("entries",), ("show",)):
        told = phr.run(verb[0], phr.vault, *((one["id"],) if verb == ("show",) else ())).stdout
        assert "Glyc" not in told
        assert "1.26" not in told
        assert "closed" in told
    assert phr("unclose", one["id"]) == {"entries": [one["id"]], "closed": False}
    assert "1.26" in phr.run("entries", phr.vault).stdout
    phr("close", one["id"])
    assert phr("entries")["entries"][0]["closed"] is True
    assert phr("entries", "--search", "glyc")["entries"] == []
