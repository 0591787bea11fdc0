"""What a screen reader is told of a few pages with the sample record, for docs/accessibility.md.

Usage: python -m tests.ui.tree_dump FOLDER writes one text file for each language there.
"""

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from storage.intake import import_file
from storage.keyslots import LEAST_COST
from storage.vault import create
from tests.ui.real_display import ROOT, Hands, display, program
from tests.ui.screen_reader import Heard, Node, ScreenReader, listening

_PASSPHRASE = "quatre mots sans rapport"
_UNSAID = {"enabled", "sensitive", "visible", "showing", "focusable", "read-only", "manages-descendants"}
"""States that say nothing here: all have them, or the role tells."""
_PAGES = {
    "fr": (("Historique", "ctrl+8"), ("Mon dossier", "ctrl+2"), ("Aujourd’hui", "ctrl+1")),
    "en": (("History", "ctrl+8"), ("My record", "ctrl+2"), ("Today", "ctrl+1")),
}


def lines(node: Node, depth: int = 0) -> Iterator[str]:
    """The tree as text, without what only holds other things."""
    said = bool(node.name or node.text or node.states & {"focusable"})
    if said:
        yield "  " * depth + _line(node)
        for row in (node.headers, *node.cells) if node.headers and any(node.headers) else ():
            yield "  " * (depth + 1) + " | ".join(row)
    for child in node.children:
        yield from lines(child, depth + said)


def _line(node: Node) -> str:
    told = [node.role, f'"{node.name}"']
    if node.labels:
        told.append(f'of "{", ".join(node.labels)}"')
    if (
        node.description not in ("", node.name) and node.role != "application"
    ):  # its is the interpreter's path
        told.append(f'described "{node.description}"')
    if node.text not in ("", node.name):
        told.append(f'holding "{node.text}"')
    if node.length:
        told.append(f"{node.length} rows")
    if states := sorted(node.states - _UNSAID):
        told.append(f"[{', '.join(states)}]")
    return " ".join(told)


def dump(language: str, scratch: Path) -> str:
    """The pages in one language, each with what was announced on the way there."""
    found = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_STATE_HOME", str(scratch / "state"))
        with create(scratch / "Carnet", _PASSPHRASE, cost=LEAST_COST) as vault:
            import_file(vault, ROOT / "phr" / "sample" / "dossier.json")
        with (
            display() as name,
            listening(name) as (reader, environment),
            program(scratch / "Carnet", scratch / "home", environment, language),
        ):
            reader.wait()
            hands = Hands(name)
            hands.window()
            found += _page("before unlocking", reader)
            hands.type(_PASSPHRASE)
            hands.key("Return")
            for title, key in _PAGES[language]:
                reader.shown("radio button", title)
                hands.key(key)
                reader.shown("filler", title)
                reader.focused("radio button", title)
                found += _page(title, reader)
            hands.key("ctrl+f")
            reader.focused("text")
            hands.type("bipolaire")
            hands.key("Return")
            reader.focused("table cell")
            found += _page("an item found by typing", reader)
            hands.key("ctrl+h")
            reader.announced("")
            found += _page("kept private", reader)
    return "\n".join(found).replace(str(scratch), "/home/camille")


def _page(title: str, reader: ScreenReader) -> list[str]:
    heard = list(dict.fromkeys(filter(None, map(_said, reader.heard()))))
    reader.forget()
    return [f"== {title}", *heard, *lines(reader.tree()), ""]


def _said(event: Heard) -> str:
    """An event in words, "" for one that nothing is said of."""
    if "announcement" in event.type:
        return f'heard: "{event.said}"'
    return f'heard: {event.role} "{event.name}"' if event.type.endswith("focused") and event.on else ""


def main() -> None:
    """Write both files."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for language in ("fr", "en"):
        with tempfile.TemporaryDirectory() as scratch:
            (folder / f"{language}.txt").write_text(dump(language, Path(scratch)), encoding="utf-8")


if __name__ == "__main__":
    main()
