"""``make minute``: measures a practitioner's minute alone, and puts it into ``docs/benchmarks.md``."""

from bench import DOCUMENT, say
from measures import minute, report


def main() -> None:
    """Replace the section, if there is one; the goals at the top are written by ``make bench``."""
    section = minute.section()
    DOCUMENT.write_text(report.with_section(DOCUMENT.read_text(), section))
    for row in section.rows:
        say("  ".join(row))
    say(f"Written: {DOCUMENT}")


if __name__ == "__main__":
    main()
