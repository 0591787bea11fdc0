"""Measures the inference guard on the synthetic records of tests/phr and writes the table in docs/inference.md.

Usage: measure_inference.py [--check]. With --check nothing is written; exit 1 if the table is not what it would be.
"""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "inference.md"
_BEGIN, _END = "<!-- measured -->\n", "<!-- end -->\n"


def table() -> str:
    """The table, in Markdown."""
    sys.path.insert(0, str(ROOT))
    from tests.phr.inference_records import RECORDS, score, topics

    lines = [
        "| topic | records | betraying | found | wrongly found | precision | recall | not always found |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for label, topic in topics().items():
        total, missed, _ = score(label, topic)
        lines.append(
            f"| {label} | {RECORDS} | {total.right + total.missed} | {total.right} | {total.wrong} "
            f"| {total.precision:.2f} | {total.recall:.2f} | {'; '.join(sorted(missed))} |"
        )
    return "\n".join(lines) + "\n"


def main() -> int:
    """Put the table in its place."""
    page = PAGE.read_text("utf-8")
    before, _, rest = page.partition(_BEGIN)
    _, _, after = rest.partition(_END)
    measured = f"{before}{_BEGIN}\n{table()}\n{_END}{after}"
    if "--check" in sys.argv:
        return int(measured != page)
    PAGE.write_text(measured, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
