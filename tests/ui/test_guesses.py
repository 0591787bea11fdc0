"""What could be guessed, as the command line and the preview step say it, and what its two answers do."""

from itertools import product
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton

from phr.entry import Entry, Kind
from phr.inference import Sure, Why
from sharing.guard import Guess
from storage import entries
from storage.entries import Filter
from tests.ui.phr_command import SAMPLE, Phr
from ui.catalogue import set_language
from ui.desktop.pictures import settle
from ui.desktop.window import Window
from ui.guesses import guess_name, guess_sentence


@pytest.fixture(scope="module")
def phr(tmp_path_factory: pytest.TempPathFactory) -> Phr:
    """The sample record, its bipolar disorder kept private."""
    phr = Phr(tmp_path_factory.mktemp("guesses")).create()
    phr("import", SAMPLE)
    phr("practitioner add", "--name", "Dr Reine")
    for entry in phr("entries", "--kind", "problem")["entries"]:
        if "bipolaire" in entry["title"]:
            phr("hide", entry["id"])
    return phr


def test_a_preview_tells_what_could_be_guessed(phr: Phr) -> None:
    treatments = ("--kind", "treatment")
    guesses = phr("grant preview", *treatments)["guesses"]
    assert guesses
    assert (guesses[0]["label"], guesses[0]["sure"]) == ("psychiatry", "clear")
    assert {one["sure"] for one in guesses} <= {"clear", "likely", "possible"}
    shared = set(phr("grant preview", *treatments)["entries"])
    for one in guesses:
        assert set(one["entries"]) <= shared
        assert one["held_back"]
        assert set(one["held_back"]).isdisjoint(shared)
        assert "may let it be guessed" in one["why"]
    betraying = [option for entry in guesses[0]["entries"] for option in ("--without", entry)]
    again = phr("grant preview", *treatments, *betraying)["guesses"]
    assert {entry for one in again for entry in one["entries"]}.isdisjoint(guesses[0]["entries"])


def test_people_read_it_beside_the_list(phr: Phr) -> None:
    done = phr.run("grant", "preview", phr.vault, "--kind", "treatment")
    assert "bipolaire" not in done.stdout
    assert "Carnet does not notice everything." in done.stderr


def test_an_access_is_made_all_the_same_by_a_script(phr: Phr, tmp_path: Path) -> None:
    made = phr.run(
        *("grant", "new", phr.vault, "--to", "Dr Reine", "--until", "P7D", "--kind", "treatment"),
        *("--out", tmp_path / "out"),
    )
    assert "bipolaire" in made.stderr
    with_json = phr(
        "grant new", "--to", "Dr Reine", "--until", "P7D", "--kind", "treatment", "--out", tmp_path / "out"
    )
    assert with_json["guesses"][0]["label"] == "psychiatry"
    log = phr.run("log", phr.vault, "--json").stdout
    assert "bipolaire" not in log
    assert "psychiatry" not in log


def preview(window: Window) -> None:
    """Keep the diagnosis private and go to the fourth step."""
    vault = window.vault
    assert vault is not None
    (bipolar,) = entries.page(vault, Filter(search="bipolaire")).entries
    entries.set_hidden(vault, [bipolar.id], True)
    window.commands.new_grant.trigger()
    window.grant.who.new.name.setText("Dr Linh Nguyen")
    for _ in range(3):
        window.grant.go_on()
        settle()


def test_holding_it_back_too(filled: Window) -> None:
    preview(filled)
    step = filled.grant.preview
    (panel,) = step.guesses.panels
    assert panel.sentence.text() == (
        "Vous gardez pour vous «\u00a0Trouble bipolaire\u00a0». «\u00a0Lithium\u00a0» (05/2010), que vous partagez, "
        "peut le laisser deviner. "
        "Ce qui met sur la piste\u00a0: un traitement (lithium). Carnet ne repère pas tout."
    )
    assert [button.text() for button in panel.findChildren(QPushButton)] == [
        "La garder aussi pour moi",
        "Partager quand même",
    ]
    assert panel.keep.accessibleName() == "La garder aussi pour moi: Lithium"
    panel.keep.click()
    settle()
    assert step.guesses.panels == []
    assert step.guesses.isHidden()
    assert [entry.title for entry in step.left_out.held.rows] == ["Lithium"]
    assert "Lithium" not in [entry.title for entry in step.shared.held.rows]
    assert not step._caution.isHidden()  # a treatment is held back


def test_sharing_it_all_the_same_until_there_is_more_to_guess(filled: Window) -> None:
    preview(filled)
    step = filled.grant.preview
    step.guesses.panels[0].share.click()
    assert step.guesses.panels == []
    assert "Lithium" in [entry.title for entry in step.shared.held.rows]
    step.changed.emit()
    settle()
    assert step.guesses.panels == []
    vault = filled.vault
    assert vault is not None
    entries.add_own(vault, step.shared.held.rows[0].person, Kind.TREATMENT, "Lithium LP")
    step.changed.emit()
    settle()
    assert len(step.guesses.panels) == 1


def test_another_language_and_locking(filled: Window) -> None:
    preview(filled)
    filled.set_language("en")
    settle()
    (panel,) = filled.grant.preview.guesses.panels
    assert panel.sentence.text().startswith("You keep “Trouble bipolaire” to yourself.")
    assert panel.keep.text() == "Keep it to myself too"
    filled.lock()
    assert filled.grant.preview.guesses.panels == []


def item(title: str, date: str | None) -> Entry:
    return Entry(
        "e", "p", Kind.NOTE, title, title, date, (), None, "", "", "", False, (), "", "Communication"
    )


@pytest.mark.parametrize(
    ("language", "guessed"), [("fr", "peuvent le laisser deviner"), ("en", "may let it be guessed")]
)
def test_every_sentence_speaks_of_privacy_only(language: str, guessed: str) -> None:
    first, second = item("Premier", "2024-03-02/2024-03-09"), item("Second", None)
    set_language(language)
    try:
        for why, sure, held in product(Why, Sure, ((), (first,), (first, second))):
            guess = Guess(
                "", why, sure, "signe", "sign", (second, first), held, chosen=sure is not Sure.CLEAR
            )
            said = f"{guess_name(guess)} {guess_sentence(guess)}"
            assert "%" not in said
            assert guessed in said
            assert not {"indique", "indicates", "risque", "risk"} & set(said.lower().split())
    finally:
        set_language("en")
