"""Collects the texts of the interface into its catalogues: ``update_translations.py [FOLDER]``.

Texts that no longer occur are dropped, what is translated stays, new ones come in as unfinished. No guesses are made
from similar texts, and no line numbers are kept, so that a change shows only what changed.

``lupdate`` does the merging. It gets the texts as a list of Qt's C++ macros, made here from Python's own syntax tree:
its own reading of Python takes a plural of ``translate`` for a singular unless the number is a literal.
"""

import ast
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

UI = Path(__file__).resolve().parent.parent / "ui"

# How many arguments stand before the text: "tr" takes its context from the class that it is called in.
_BEFORE = {"tr": 0, "translate": 1, "QT_TRANSLATE_NOOP": 1}


class Text(NamedTuple):
    """A text of the interface; ``comment`` tells translators apart what is spelled the same."""

    context: str
    source: str
    comment: str
    plural: bool

    def macro(self) -> str:
        """Itself as lupdate reads it in C++."""
        literals = ", ".join(json.dumps(part, ensure_ascii=False) for part in self[:3])
        return f"QT_TRANSLATE_{'N_' if self.plural else ''}NOOP3({literals})"


def texts(node: ast.AST, context: str = "") -> Iterator[Text]:
    """The literal texts that the code below ``node`` hands to a function that translates."""
    if isinstance(node, ast.ClassDef):
        context = node.name
    if isinstance(node, ast.Call):
        before = _BEFORE.get(getattr(node.func, "attr", getattr(node.func, "id", "")), len(node.args))
        given = [argument.value if isinstance(argument, ast.Constant) else None for argument in node.args]
        source = given[before] if len(given) > before else None
        if isinstance(source, str):
            comment = given[before + 1] if len(given) > before + 1 else ""
            plural = len(given) > before + 2 or any(keyword.arg == "n" for keyword in node.keywords)
            yield Text(str(given[0]) if before else context, source, str(comment or ""), plural)
    for child in ast.iter_child_nodes(node):
        yield from texts(child, context)


def update(folder: Path) -> None:
    """Bring ``phr_fr.ts`` and ``phr_en.ts`` (plural forms only) in ``folder`` up to date with ``ui/``.

    Raises subprocess.CalledProcessError if lupdate fails.
    """
    found = [text for path in sorted(UI.rglob("*.py")) for text in texts(ast.parse(path.read_text("utf-8")))]
    lupdate = str(Path(sys.executable).parent / "pyside6-lupdate")  # it comes with PySide6
    common = ["-silent", "-locations", "none", "-no-obsolete", "-source-language", "en"]
    common += ["-disable-heuristic", "sametext", "-disable-heuristic", "similartext"]
    with tempfile.TemporaryDirectory() as place:
        listed = Path(place) / "texts.cpp"
        listed.write_text("".join(f"{text.macro()};\n" for text in found), "utf-8")
        for language, options in (("fr", []), ("en", ["-pluralonly"])):
            into = ["-target-language", language, "-ts", str(folder / f"phr_{language}.ts")]
            command = [lupdate, *common, *options, str(listed), *into]
            subprocess.run(command, check=True)


if __name__ == "__main__":
    update(Path(sys.argv[1]) if len(sys.argv) > 1 else UI / "translations")
