"""A session with what a screen reader knows of the program: AT-SPI on a real display, the pages turned by actions."""

from pathlib import Path

import pytest

from storage import entries
from storage.entries import Filter
from storage.intake import import_file
from storage.keyslots import LEAST_COST
from storage.vault import create
from tests.ui.conftest import PASSPHRASE
from tests.ui.real_display import ROOT, Hands, display, program, until
from tests.ui.screen_reader import Node, ScreenReader, listening, missing

ABSENT = missing()
pytestmark = pytest.mark.skipif(bool(ABSENT), reason=f"not installed: {', '.join(ABSENT)}")

SAMPLE = ROOT / "phr" / "sample" / "dossier.json"
PAGES = {
    "Aujourd’hui": "Aujourd’hui",
    "Mon dossier": "Mon dossier",
    "Documents": "Documents",
    "Évolution": "Évolution",
    "À vérifier": "À vérifier",
    "Soignants": "Soignants et accès",
    "Personnes": "Personnes",
    "Historique": "Historique",
    "Réglages": "Réglages",
}
"""What stands in the column, and the title of the page."""
FRAMES = ("filler", "panel", "unknown", "layered pane", "split pane", "scroll pane", "")
"""Roles that say nothing about what can be done."""


def check_names(tree: Node, where: str) -> None:
    """Whatever the keyboard can reach says what it is, and what it is called."""
    for one in tree.all():
        if "focusable" in one.states:
            tabs = any(child.role == "page tab list" for child in one.children)  # the keyboard goes to them
            assert one.role not in FRAMES or tabs, f"{where}: {one}"
            assert one.name, f"{where}: {one}"
        if one.role == "combo box":  # its name is what is chosen
            assert one.labels, f"{where}: {one}"
        if one.length:
            assert all(one.headers), f"{where}: {one}"
            assert all(any(row) for row in one.cells), f"{where}: {one}"


def check_titles(reader: ScreenReader, hands: Hands, tree: Node, secrets: set[str]) -> None:
    """Nothing of the record in titles, or anywhere outside the page."""
    pane = tree.find("layered pane")
    inside = set(map(id, pane.all()))
    outside = "\n".join(one.said() for one in tree.all() if id(one) not in inside)
    windows = hands.do("search", "--name", "").split()
    titles = "\n".join(hands.do("getwindowname", window) for window in windows)
    heard = "\n".join(f"{one.name} {one.said}" for one in reader.heard() if one.type.startswith("window"))
    for secret in secrets:
        assert secret not in outside + titles + heard
    assert {one.name for one in tree.children} == {"Carnet"}
    assert tree.name == "Carnet"


def unlock(reader: ScreenReader, hands: Hands) -> None:
    """The passphrase is heard by nobody; a wrong one is told."""
    hands.window()
    check_names(reader.tree(), "locked")
    until(lambda: "focused" in reader.tree().find("password text").states, "keyboard at the passphrase")
    hands.type("pas celle-ci")
    until(lambda: reader.tree().find("password text").text == "●" * 12)
    hands.key("Return")
    reader.announced("n’ouvre pas")
    until(lambda: "focused" in reader.tree().find("password text").states)
    hands.type(PASSPHRASE)  # what was written is selected
    hands.key("Return")
    reader.announced("Aujourd’hui")
    letters = {
        letter
        for one in reader.heard()
        if one.role == "password text" and "text-changed" in one.type
        for letter in one.said
    }
    assert letters == {"●"}


def turn_pages(reader: ScreenReader, hands: Hands, secrets: set[str]) -> None:
    """To each page by the action of its button: it is the one page that is chosen, and says its name."""
    for page, title in PAGES.items():
        reader.press("radio button", page)
        tree = reader.shown("filler", title)
        assert [one.name for one in tree.all() if one.role == "radio button" and "checked" in one.states] == [
            page
        ]
        check_names(tree, page)
        check_titles(reader, hands, tree, secrets)


def turn_pages_by_keys(reader: ScreenReader, hands: Hands) -> None:
    """The keyboard, on a page's button in the column, goes along."""
    reader.focus("radio button", "Réglages")
    reader.forget()
    hands.key("ctrl+1")
    reader.focused("radio button", "Aujourd’hui")


def look_at_an_item(reader: ScreenReader, hands: Hands) -> None:
    """Found by typing, chosen with an arrow key, kept private: each is heard."""
    reader.forget()
    hands.key("ctrl+f")
    reader.focused("text", "Chercher dans le dossier")
    hands.type("bipol")
    reader.announced("1 élément")
    reader.forget()
    hands.key("Return")
    reader.focused("table cell", "Trouble bipolaire de type II")
    tree = reader.tree()
    table = tree.find("table")
    nodes = list(tree.all())
    assert nodes.index(table) < nodes.index(tree.find("push button", "Corriger…"))  # the list, then its item
    assert table.selected == (0,)
    assert "bipolaire" in table.column("Titre")[0]
    check_names(reader.tree(), "detail")
    hands.key("ctrl+h")
    reader.announced("gardé pour vous")
    assert reader.tree().find("table").column("Visibilité")[0]


def give_access(reader: ScreenReader, hands: Hands) -> None:
    """Each step of the path to an access."""
    reader.forget()
    hands.key("ctrl+g")
    reader.announced("Donner un accès")
    reader.focus("text", "Nom, comme vous l’appelez")
    hands.type("Dr Aubin")
    for step, button in enumerate(("Suivant", "Suivant", "Voir exactement ce qu’il verra"), 1):
        check_names(reader.shown("label", f"Étape {step} sur 5"), f"step {step}")
        reader.press("push button", button)
        reader.announced(f"Étape {step + 1} sur 5 · ")
    check_names(reader.shown("label", "Étape 4 sur 5"), "what they will see")


def test_a_session_with_a_screen_reader(tmp_path: Path) -> None:
    folder = tmp_path / "coffre"
    with create(folder, PASSPHRASE, cost=LEAST_COST) as vault:
        import_file(vault, SAMPLE)
        titles = {entry.title for entry in entries.page(vault, Filter(), limit=500).entries}
    secrets = {title for title in titles if " " in title}  # some words stand on pages too
    with (
        display() as name,
        listening(name) as (reader, environment),
        program(folder, tmp_path / "home", environment),
    ):
        hands = Hands(name)
        reader.wait()
        unlock(reader, hands)
        turn_pages(reader, hands, secrets)
        turn_pages_by_keys(reader, hands)
        look_at_an_item(reader, hands)
        give_access(reader, hands)
        reader.forget()
        hands.key("ctrl+l")
        reader.shown("push button", "Ouvrir")
        left = "\n".join(one.said() for one in reader.tree(hidden=True).all())
        assert not [secret for secret in (*secrets, "DEMONTEIL") if secret in left]
