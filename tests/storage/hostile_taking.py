"""A process that takes files in, one after the other, and says what each cost and what became of it.

``python -m tests.storage.hostile_taking VAULT FILES RESULT``: the cost and the outcome of each file of a folder as
JSON lines. Memory is Linux' own count of the most that was held, begun anew for each file (proc(5), clear_refs).
"""

import json
import re
import sys
from dataclasses import asdict, dataclass
from pathlib import Path

from phr.errors import PhrError
from storage import bodies
from storage.intake import FileReport, Who, import_file
from storage.vault import Vault, open_vault
from tests.processes import processor

OWNER = "Anna Bell"
PASSPHRASE = "trois petits chats bleus"
_PEAK = re.compile(r"^VmHWM:\s+(\d+) kB$", re.MULTILINE)


@dataclass(frozen=True)
class Taken:
    """``seconds`` of the processor and ``mib`` at most; ``refused`` names the error, else the report's numbers."""

    name: str
    size: int
    seconds: float
    mib: float
    refused: str
    resources: int = 0
    problems: int = 0


def main(vault: str, files: str, result: str) -> None:
    """Every file of the folder, in the order of their names."""
    with open_vault(Path(vault), PASSPHRASE) as opened, Path(result).open("w") as lines:
        for path in sorted(Path(files).iterdir()):
            lines.write(json.dumps(asdict(_taken(opened, path))) + "\n")
            lines.flush()


def _taken(vault: Vault, path: Path) -> Taken:
    Path("/proc/self/clear_refs").write_text("5")
    start = processor()
    refused, report = "", FileReport(path.name)
    try:
        report = import_file(vault, path, who=Who(person=OWNER))
    except PhrError as error:
        refused = type(error).__name__
    seconds = processor() - start
    peak = _PEAK.search(Path("/proc/self/status").read_text())
    assert peak
    return Taken(
        path.name,
        path.stat().st_size,
        seconds,
        int(peak[1]) / 1024,
        refused,
        report.resources,
        len(report.problems),
    )


def everything(vault: Vault) -> bytes:
    """All that a vault holds of what was taken in: resources, texts of entries, files."""
    with vault.read() as db:
        resources = [bodies.unpack(*row) for row in db.execute("SELECT codec, body FROM resource")]
        files = [row[0] for row in db.execute("SELECT data FROM attachment_chunk")]
    return b"\n".join((*resources, *files))


if __name__ == "__main__":
    main(*sys.argv[1:])
