"""Collects the texts of the interface into its catalogues: ``python packaging/update_translations.py``.

Texts that no longer occur are dropped, what is translated stays, new ones come in as unfinished. No guesses
are made from similar texts, and no line numbers are kept, so that a change shows only what changed.
"""

import subprocess
import sys
from pathlib import Path

UI = Path(__file__).resolve().parent.parent / "ui"


def update(folder: Path) -> None:
    """Bring ``phr_fr.ts`` and ``phr_en.ts`` (plural forms only) in ``folder`` up to date with ``ui/``.

    Raises subprocess.CalledProcessError if lupdate refuses a source file.
    """
    sources = sorted(str(path) for path in UI.rglob("*.py"))
    lupdate = str(Path(sys.executable).parent / "pyside6-lupdate")  # it comes with PySide6
    common = ["-silent", "-locations", "none", "-no-obsolete", "-source-language", "en"]
    common += ["-disable-heuristic", "sametext", "-disable-heuristic", "similartext"]
    for language, options in (("fr", []), ("en", ["-pluralonly"])):
        catalogue = folder / f"phr_{language}.ts"
        command = [lupdate, *common, *options, *sources, "-target-language", language, "-ts", str(catalogue)]
        subprocess.run(command, check=True)  # noqa: S603 -- a fixed program, our own files


if __name__ == "__main__":
    update(UI / "translations")
