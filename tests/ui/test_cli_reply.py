"""Replies on the command line: taken in, listed, opened, deleted, refused."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.sharing.reply_letters import content, reply
from tests.ui.phr_command import SAMPLE, Phr


@pytest.fixture
def phr(tmp_path: Path) -> Phr:
    made = Phr(tmp_path).create()
    made.run("import", made.vault, SAMPLE)
    return made


@pytest.fixture
def letters(phr: Phr) -> list[Path]:
    """Two replies to an access by a card, as files."""
    phr("practitioner add", "--name", "Dr Salomé Roux")
    person = phr("people")["people"][0]["id"]
    made = phr(
        "grant new", "--to", "Dr Salomé Roux", "--until", "P7D", "--mode", "card", "--person", person,
        "--out", phr.folder / "out",
    )  # fmt: skip
    card = phr("grant card", made["grant"], "--out", phr.folder / "card.pdf")
    bundle: dict[str, Any] = json.loads(phr.run("open", made["envelope"], given=card["code"] + "\n").stdout)
    files = []
    for number in (1, 2):
        file = phr.folder / f"reponse-{number}.phr-reply"
        letter = content(f"Réponse {number}", ("note.txt", b"texte"))
        file.write_bytes(reply(bundle, Path(made["envelope"]).read_bytes(), letter))
        files.append(file)
    return files


def test_a_reply_is_taken_in_closed_and_opened_when_one_chooses(phr: Phr, letters: list[Path]) -> None:
    first = phr("reply add", letters[0])
    taken = phr("import", letters[1])
    assert taken["added"] == 0
    second = taken["files"][0]["reply"]
    assert phr("reply list")["replies"] == [second, first]
    before = set(phr.ids())
    told = phr.run("reply", "open", phr.vault, first["reply"], "--json")
    done = json.loads(told.stdout)
    assert set(phr.ids()) - before == set(done["entries"])
    assert done["sender"] == "Dr Salomé Roux"
    note = phr("show", done["entries"][0])["entry"]
    assert note["note"] == "Réponse 1"
    assert note["source"].startswith(
        "Reply, written by somebody who opened the file given to Dr Salomé Roux on "
    )
    assert phr("reply delete", second["reply"], "--yes") == {"reply": second["reply"]}
    assert phr("reply list") == {"replies": []}
    actions = [line["action"] for line in phr("log", "--grant", done["grant"])["lines"]]
    assert actions[2:] == ["reply-received", "reply-received", "reply-opened", "reply-deleted"]


def test_a_refused_reply_is_one_sentence_and_stops_no_other_file(phr: Phr, letters: list[Path]) -> None:
    phr("reply add", letters[0])
    assert "taken in before" in phr.refused("reply", "add", phr.vault, letters[0])
    forged = phr.folder / "forged"
    forged.write_bytes(letters[1].read_bytes() + b"x")
    assert "changed on its way" in phr.refused("reply", "add", phr.vault, forged)
    assert "not a reply" in phr.refused("reply", "add", phr.vault, SAMPLE)
    done = phr("import", forged, letters[1], code=1)
    assert done["files"][0]["problems"][0]["code"] == "not-taken"
    assert done["files"][1]["reply"]
    assert "No reply" in phr.refused("reply", "open", phr.vault, "00")


def test_a_reply_for_people(phr: Phr, letters: list[Path]) -> None:
    told = phr.run("reply", "add", phr.vault, "-", given=letters[0].read_bytes())
    id_ = told.stdout.strip()
    assert "who, it does not prove" in told.stderr
    assert id_ in phr.run("reply", "list", phr.vault).stdout
    assert "not verified" in phr.run("reply", "open", phr.vault, id_).stderr
