"""The program as it is started, on a real display: through the whole arc with real keys and clicks.

The hands are the X server's; the eyes are what the program tells assistive technology. What came of it is read from the
vault and from the file that was handed over.
"""

import json
from pathlib import Path

import pytest

from sharing.opening import Opening
from storage import entries, grants, practitioners
from storage.entries import Filter
from storage.errors import VaultInUse
from storage.keyslots import LEAST_COST
from storage.vault import create, open_vault
from tests.ui.conftest import PASSPHRASE, bundle
from tests.ui.real_display import Hands, display, program, until
from tests.ui.screen_reader import Node, ScreenReader, listening, missing

ABSENT = missing()
pytestmark = pytest.mark.skipif(bool(ABSENT), reason=f"not installed: {', '.join(ABSENT)}")


def can_open(folder: Path) -> bool:
    """Whether no other process holds the vault."""
    try:
        open_vault(folder, PASSPHRASE).close()
    except VaultInUse:
        return False
    return True


def following(tree: Node, label: str) -> str:
    """What stands under a label."""
    labels = [one.name for one in tree.all() if one.role == "label"]
    return labels[labels.index(label) + 1]


class Person:
    """Who sits before the screen."""

    def __init__(self, hands: Hands, eyes: ScreenReader) -> None:
        self.hands = hands
        self.eyes = eyes

    def press(self, *keys: str) -> None:
        """Keys; what was seen before does not count any more."""
        self.eyes.forget()
        self.hands.key(*keys)

    def tab_to(self, role: str, name: str, key: str = "Tab") -> None:
        """Tab until the keyboard is there."""
        for _ in range(60):
            self.press(key)
            until(self._has_come, f"Tab to {role} {name}")
            at = self.eyes.at()
            if at is not None and (at.role, at.name) == (role, name):
                return
        raise AssertionError(f"Tab does not lead to {role} {name}")

    def _has_come(self) -> bool:
        """Whether the keyboard is somewhere: of a table, at one of its cells."""
        at = self.eyes.at()
        return at is not None and at.role != "table"

    def do(self, name: str) -> None:
        """Go to a button and press it."""
        self.tab_to("push button", name)
        self.press("space")

    def in_dialog(self, path: Path) -> None:
        """Type a place where a file dialog asks for one."""
        self.eyes.focused("text")
        self.hands.type(str(path))
        until(lambda: self._is_written(path), f"{path} in the dialog")
        self.press("Return")
        until(lambda: not self._is_written(path), "the dialog's end")
        self.hands.window()  # no window manager gives the keyboard back

    def _is_written(self, path: Path) -> bool:
        return any(one.text == str(path) for one in self.eyes.tree(rows=0).all())


def unlock(person: Person) -> None:
    person.hands.window()
    until(lambda: "focused" in person.eyes.tree().find("password text").states, "keyboard at the passphrase")
    person.hands.type(PASSPHRASE)
    person.hands.key("Return")
    person.eyes.announced("Aujourd’hui")


def bring_in(person: Person, file: Path) -> None:
    person.press("ctrl+o")
    person.in_dialog(file)
    person.eyes.focused("push button", "Ranger dans le dossier")
    assert person.eyes.tree().find("table", "Ce que le fichier apporterait").length == 22
    person.tab_to("table cell", "nouveau", "shift+Tab")
    person.press("Down")
    for ticked in (False, True):
        person.press("space")
        person.eyes.ticked(ticked)
    person.tab_to("push button", "Ranger dans le dossier")
    person.press("space")
    person.eyes.focused("push button", "Voir le dossier")
    person.press("space")


def find(person: Person, title: str) -> None:
    """Search the record, and go to what was found."""
    person.press("ctrl+f")
    person.eyes.focused("text", "Chercher dans le dossier")
    person.hands.type(title.lower())
    person.press("Return")
    person.eyes.focused("table cell")
    assert person.eyes.tree().find("table", "Éléments du dossier").column("Titre") == (title,)


def give(person: Person, folder: Path) -> str:
    """Give access to somebody new, and read the words."""
    person.press("ctrl+g")
    person.eyes.shown("label", "Étape 1 sur 5")
    person.tab_to("text", "Nom, comme vous l’appelez")
    person.hands.type("Dr Linh Nguyen")
    person.do("Suivant")
    for step in (2, 3, 4):
        person.eyes.shown("label", f"Étape {step} sur 5")
        person.press("space")  # the keyboard stays on the button that leads on
    person.in_dialog(folder)
    return following(person.eyes.shown("label", "Étape 5 sur 5"), "Les cinq mots")


def allow_opening(person: Person, challenge: str) -> str:
    """Type the code that the practitioner reads out, and read the answer."""
    person.press("ctrl+r")
    person.tab_to("text", "Code du médecin")
    person.hands.type(challenge)
    person.press("Return")
    person.do("Oui, autoriser l’ouverture")
    shown = person.eyes.shown("label", "Le même, en mots")
    return following(shown, "Code d’ouverture\N{NO-BREAK SPACE}: à lire ou à envoyer")


def withdraw(person: Person) -> None:
    person.hands.click(person.eyes.place("radio button", "Soignants"))
    person.eyes.shown("table", "Accès")
    person.tab_to("table cell", "Dr Linh Nguyen")
    person.press("Down")
    person.do("Retirer l’accès…")
    person.do("Retirer l’accès")
    person.eyes.announced("Accès retiré")


def read_history(person: Person) -> None:
    person.hands.click(person.eyes.place("radio button", "Historique"))
    person.eyes.shown("table", "Lignes de l’historique")
    until(
        lambda: (
            "Accès retiré à Dr Linh Nguyen."
            in person.eyes.tree().find("table", "Lignes de l’historique").column("Quoi")
        ),
        "the line in the history",
    )


def test_the_whole_arc_with_real_keys_and_clicks(tmp_path: Path) -> None:
    folder, out, file = tmp_path / "coffre", tmp_path / "remis", tmp_path / "laboratoire.json"
    create(folder, PASSPHRASE, cost=LEAST_COST).close()
    out.mkdir()
    file.write_text(json.dumps(bundle()), encoding="utf-8")
    with (
        display() as name,
        listening(name) as (eyes, environment),
        program(folder, tmp_path / "home", environment),
    ):
        person = Person(Hands(name), eyes)
        eyes.wait()
        unlock(person)
        bring_in(person, file)
        find(person, "Potassium 7")
        assert any("5.4 mmol/L" in one.name for one in eyes.tree(rows=0).all())
        find(person, "Trouble bipolaire")
        person.press("ctrl+h")
        eyes.announced("gardé pour vous")
        words = give(person, out)
        (envelope,) = out.glob("**/*.phr")
        opening = Opening.from_file(envelope)
        opening.unwrap(words)
        code = allow_opening(person, opening.challenge)
        withdraw(person)
        read_history(person)
        person.press("ctrl+l")
        until(lambda: can_open(folder), "the vault is closed")
    handed_over = opening.open(code).decode()
    assert "Potassium 7" in handed_over
    assert "bipolaire" not in handed_over
    with open_vault(folder, PASSPHRASE) as vault:
        (hidden,) = entries.page(vault, Filter(hidden=True)).entries
        assert hidden.title == "Trouble bipolaire"
        assert entries.count(vault, Filter()) == 22
        (access,) = grants.grants(vault)
        assert (access.state, access.mode, access.released) == ("withdrawn", "code", 1)
        assert practitioners.practitioner(vault, access.practitioner).name == "Dr Linh Nguyen"
