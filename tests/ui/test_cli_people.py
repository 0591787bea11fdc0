"""People by the command: added, corrected, and given a vault of their own."""

from pathlib import Path

import pytest

from tests.ui.phr_command import Phr

NEW = "quatre grands chiens verts"


@pytest.fixture
def phr(tmp_path: Path) -> Phr:
    return Phr(tmp_path).create()


@pytest.fixture
def new(tmp_path: Path) -> Path:
    """Where the passphrase of the new vault stands."""
    file = tmp_path / "new"
    file.write_text(NEW + "\n", "utf-8")
    return file


def test_people_are_added_and_corrected(phr: Phr) -> None:
    zoe = phr("person add", "--name", "Zoé Bel", "--birth-date", "2008")
    changed = phr("person edit", zoe["id"], "--name", "Zoé Bell", "--sex", "female")
    assert changed == {"id": zoe["id"], "name": "Zoé Bell", "birth_date": "2008", "sex": "female"}
    assert phr("people") == {"people": [changed]}
    assert "not a date" in phr.refused("person", "edit", phr.vault, zoe["id"], "--birth-date", "hier")
    phr.run("person", "add", phr.vault, code=2)


def test_a_record_moves_to_a_vault_of_its_own(phr: Phr, new: Path, tmp_path: Path) -> None:
    for name in ("Zoé", "Ben"):
        phr("person add", "--name", name)
        phr("add", "--kind", "note", "--title", f"Note de {name}", "--person", name)
    folder = tmp_path / "hers"
    assert "on its own" not in phr.run("people", phr.vault).stdout
    done = phr.run("separate", phr.vault, "Zoé", folder, "--new-passphrase-file", new)
    assert "1 item moved" in done.stdout
    assert "whoever has them can go on reading it" in done.stdout
    assert [one["title"] for one in phr("entries")["entries"]] == ["Note de Ben"]
    assert [one["name"] for one in phr("people")["people"]] == ["Ben"]
    hers = Phr(tmp_path)
    hers.vault, hers.passphrase_file = folder, new
    assert [one["title"] for one in hers("entries")["entries"]] == ["Note de Zoé"]
    assert hers("verify")["ok"]
    assert "already on its own" in hers.refused(
        "separate", folder, "Zoé", tmp_path / "more", "--new-passphrase-file", new
    )


def test_a_folder_in_use_is_refused(phr: Phr, new: Path, tmp_path: Path) -> None:
    for name in ("Zoé", "Ben"):
        phr("person add", "--name", name)
    assert "not empty" in phr.refused("separate", phr.vault, "Zoé", tmp_path, "--new-passphrase-file", new)
    assert len(phr("people")["people"]) == 2
