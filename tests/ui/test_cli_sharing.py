"""Giving access by the command, opening as a practitioner does, and taking it back."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from tests.ui.phr_command import SAMPLE, Phr
from ui.cli.program import program

WHOM = ("--to", "Dr Reine", "--until", "P7D")


@pytest.fixture(scope="module")
def phr(tmp_path_factory: pytest.TempPathFactory) -> Phr:
    """A vault with the sample record and a practitioner. Tests make accesses of their own in it."""
    phr = Phr(tmp_path_factory.mktemp("sharing")).create()
    phr("import", SAMPLE)
    phr("practitioner add", "--name", "Dr Reine", "--specialty", "Cardiologie")
    return phr


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "for Dr Reine"


def opened(file: str, *options: object, given: str = "", code: int = 0) -> Any:
    """What ``phr open`` writes: the Bundle, or the sentence of a refusal."""
    done = CliRunner().invoke(program, ["--lang", "en", "open", file, *map(str, options)], input=given)
    assert done.exit_code == code, done.stderr
    return done.stderr if code else json.loads(done.stdout)


def shared(bundle: dict[str, Any]) -> set[str]:
    """The ids of the entries in a package."""
    ids = set()
    for entry in bundle["entry"][1:]:
        found = entry["resource"]["identifier"]
        ids.add((found[0] if isinstance(found, list) else found)["value"])
    return ids


def words_in(file: Path, words: str) -> Path:
    file.write_text(words + "\n", "utf-8")
    return file


def test_practitioners_are_added_and_listed(phr: Phr) -> None:
    made = phr("practitioner add", "--name", "Dr Suzanne", "--rpps", "10001234567")
    (found,) = [one for one in phr("practitioner list")["practitioners"] if one["id"] == made["id"]]
    assert (found["name"], found["rpps"]) == ("Dr Suzanne", "10001234567")
    phr.run("practitioner", "add", phr.vault, "--name", " ", code=2)


def test_a_code_opens_once_the_patient_allows_it(phr: Phr, out: Path, tmp_path: Path) -> None:
    scope = ("--kind", "treatment", "--kind", "allergy", "--from", "2000", "--to", "2030-12-31")
    hidden = phr("entries", "--kind", "treatment")["entries"][0]["id"]
    phr("hide", hidden)
    preview = phr("grant preview", *scope)["entries"]
    assert hidden not in preview
    grant = phr("grant new", *WHOM, *scope, "--out", out)
    assert set(grant) >= {"grant", "mode", "html", "envelope", "words", "expires_at", "entries"}
    assert (grant["mode"], grant["entries"], len(grant["words"].split())) == ("code", len(preview), 5)
    assert Path(grant["html"]).is_file()
    assert Path(grant["envelope"]).parent == out

    words = words_in(tmp_path / "words", grant["words"])
    command = [sys.executable, "-m", "phr", "open", grant["html"], "--words-file", str(words)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as reader:
        assert reader.stderr is not None
        challenge = reader.stderr.readline().removeprefix("challenge: ").strip()
        given = phr("release", challenge)
        bundle, _ = reader.communicate(given["code"] + "\n", timeout=60)
    assert reader.returncode == 0
    assert given["grant"] == grant["grant"]
    assert len(given["words"].split()) == 11
    assert shared(json.loads(bundle)) == set(preview)

    assert phr("release", challenge)["code"] == given["code"], "the same challenge, the same answer"
    assert phr("revoke", grant["grant"]) == {"grant": grant["grant"], "released": True}
    assert "withdrawn" in phr.refused("release", phr.vault, challenge)
    log = phr("log", "--grant", grant["grant"], "--verify")
    assert log["verified"] is True
    assert {line["grant"] for line in log["lines"]} == {grant["grant"]}


def test_a_card_opens_without_words(phr: Phr, out: Path, tmp_path: Path) -> None:
    entry = phr("entries", "--kind", "result")["entries"][0]["id"]
    grant = phr("grant new", *WHOM, "--entry", entry, "--mode", "card", "--out", out)
    assert grant["words"] is None
    assert "no such file" in phr.refused(
        "grant", "card", phr.vault, grant["grant"], "--out", tmp_path / "no" / "c.pdf"
    )
    assert phr("log", "--grant", grant["grant"])["lines"][-1]["action"] == "grant-made", "no card, no release"
    pdf = tmp_path / "card.pdf"
    card = phr("grant card", grant["grant"], "--out", pdf)
    assert (card["grant"], card["pdf"]) == (grant["grant"], str(pdf))
    assert pdf.read_bytes().startswith(b"%PDF")
    assert shared(opened(grant["envelope"], given=card["code"])) == {entry}
    assert "does not open" in opened(grant["envelope"], given=card["code"][::-1], code=1)
    assert "Nothing was typed" in opened(grant["envelope"], code=1)
    assert phr("revoke", grant["grant"])["released"] is True


def test_no_way_back_opens_with_its_words_alone(phr: Phr, out: Path, tmp_path: Path) -> None:
    entry = phr("entries", "--kind", "vaccine")["entries"][0]["id"]
    grant = phr("grant new", *WHOM, "--entry", entry, "--mode", "no-way-back", "--out", out)
    words = words_in(tmp_path / "words", grant["words"])
    assert shared(opened(grant["html"], "--words-file", words)) == {entry}
    bundle = tmp_path / "bundle.json"
    assert opened(grant["html"], "--words-file", words, "--out", bundle, "--json") == {"bundle": str(bundle)}
    assert shared(json.loads(bundle.read_bytes())) == {entry}
    assert "words do not open" in opened(grant["html"], "--words-file", words_in(words, "un deux"), code=1)


def test_withdrawn_before_any_code_nothing_was_released(phr: Phr, out: Path) -> None:
    grant = phr("grant new", *WHOM, "--kind", "allergy", "--out", out)
    assert phr("revoke", grant["grant"])["released"] is False
    assert "withdrawn" in phr.refused("revoke", phr.vault, grant["grant"])
    (listed,) = [one for one in phr("grant list")["grants"] if one["grant"] == grant["grant"]]
    assert (listed["state"], listed["released"]) == ("withdrawn", 0)


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--to", "Dr Nobody", "--until", "P7D"), "No care professional"),
        (("--to", "Dr Reine", "--until", "2020-01-01"), "already past"),
        (("--to", "Dr Reine", "--until", "soon"), "not a date"),
        (("--to", "Dr Reine", "--until", "P7D", "--not-before", "P9D"), "end before it begins"),
        (("--to", "Dr Reine", "--until", "P7D", "--entry", "none"), "No item"),
        (
            ("--to", "Dr Reine", "--until", "P7D", "--kind", "note", "--from", "1900", "--to", "1901"),
            "Nothing of the record",
        ),
    ],
)
def test_an_access_is_refused_in_one_sentence(
    phr: Phr, out: Path, options: tuple[str, ...], told: str
) -> None:
    assert told in phr.refused("grant", "new", phr.vault, *options, "--out", out)
    assert not list(out.glob("*"))


@pytest.mark.parametrize(
    "options", [("--until", "P7D"), ("--to", "A", "--to", "B", "--until", "P7D"), ("--to", "A")]
)
def test_an_access_needs_one_recipient_and_an_end(phr: Phr, out: Path, options: tuple[str, ...]) -> None:
    phr.run("grant", "new", phr.vault, *options, "--out", out, code=2)


def test_a_code_that_nobody_made_is_refused(phr: Phr) -> None:
    assert "fits this code" in phr.refused("release", phr.vault, "-", given="0000-0000-0000-0000\n")


def test_what_is_no_protected_file_is_refused(phr: Phr) -> None:
    assert "not a protected file" in opened(str(SAMPLE), code=1)
    assert "no such file" in opened(str(phr.folder / "nothing.phr"), code=1)
