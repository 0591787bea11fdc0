"""Renewing, narrowing, templates by purpose and the card's way back, by the command."""

import json
from pathlib import Path

import pypdfium2
import pytest

from tests.ui.phr_command import SAMPLE, Phr

WHOM = ("--to", "Dr Reine", "--until", "P7D")


@pytest.fixture(scope="module")
def phr(tmp_path_factory: pytest.TempPathFactory) -> Phr:
    """A vault with the sample record and a cardiologist. Tests make accesses of their own in it."""
    phr = Phr(tmp_path_factory.mktemp("renewal")).create()
    phr("import", SAMPLE)
    phr("practitioner add", "--name", "Dr Reine", "--specialty", "Cardiologie")
    return phr


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "given"


def state(phr: Phr, gid: str) -> tuple[str, str | None]:
    """What became of an access, and which one it renews."""
    found = {one["grant"]: one for one in phr("grant list")["grants"]}[gid]
    return found["state"], found["former"]


def test_renewing_tells_the_difference_and_ends_the_former_one(phr: Phr, out: Path) -> None:
    former = phr("grant new", *WHOM, "--kind", "allergy", "--releases", 2, "--out", out)["grant"]
    new = phr("add", "--kind", "allergy", "--title", "Pollen")["id"]
    done = phr.run("grant", "renew", phr.vault, former, "--until", "P9D", "--out", out, "--json")
    made = json.loads(done.stdout)
    assert made["difference"] == {"added": [new], "changed": [], "gone": [], "deleted": 0, "private": []}
    assert f"+  {new}" in done.stderr
    assert "The former access ends. No code and no card has been given." in done.stderr
    assert (made["former"], made["former_state"], made["mode"]) == (former, "withdrawn", "code")
    assert state(phr, made["grant"]) == ("running", former)
    shown = [one for one in phr("grant list")["grants"] if one["grant"] == made["grant"]]
    assert shown[0]["releases"] == 2
    assert phr("log", "--grant", made["grant"])["lines"][0]["detail"]["former"] == former
    kept = phr("grant renew", made["grant"], "--until", "P9D", "--keep-former", "--out", out)
    assert (kept["former_state"], kept["difference"]["added"]) == ("running", [])
    phr.run("grant", "renew", phr.vault, former, "--out", out, code=2)
    phr.run("grant", "renew", phr.vault, former, "--to", "Dr Reine", "--until", "P9D", "--out", out, code=2)


def test_narrowing_gives_less_and_never_what_is_new(phr: Phr, out: Path) -> None:
    kinds = ("--kind", "vaccine", "--kind", "allergy")
    former = phr("grant new", *WHOM, *kinds, "--out", out)
    phr("add", "--kind", "vaccine", "--title", "Grippe")
    made = phr("grant narrow", former["grant"], "--kind", "vaccine", "--out", out)
    assert made["difference"]["added"] == []
    assert made["difference"]["gone"] == phr.ids("--kind", "allergy")
    assert made["entries"] == former["entries"] - len(made["difference"]["gone"])
    assert made["expires_at"] == former["expires_at"]
    assert state(phr, former["grant"])[0] == "withdrawn"
    refused = phr.refused("grant", "narrow", phr.vault, made["grant"], "--kind", "note", "--out", out)
    assert "Nothing of the record" in refused
    assert state(phr, made["grant"])[0] == "running"


def test_the_receipt_names_the_access_that_is_renewed(phr: Phr, out: Path, tmp_path: Path) -> None:
    former = phr("grant new", *WHOM, "--kind", "vaccine", "--out", out)["grant"]
    pdf, fhir = tmp_path / "receipt.pdf", tmp_path / "consent.json"
    made = phr("grant renew", former, "--until", "P9D", "--out", out, "--receipt", pdf)
    assert made["receipt"] == str(pdf)
    with pypdfium2.PdfDocument(pdf) as document:
        assert former in document[0].get_textpage().get_text_range()
    phr("grant receipt", made["grant"], "--out", pdf, "--fhir", fhir)
    told = {one["url"]: one for one in json.loads(fhir.read_bytes())["extension"]}
    assert told["urn:phr:former"]["valueString"] == former


def test_an_access_given_anew_tells_why_i_come(phr: Phr, out: Path, tmp_path: Path) -> None:
    former = phr("grant new", *WHOM, "--kind", "vaccine", "--out", out)["grant"]
    asked = ("--reason", "Palpitations", "--question", "Et le sport ?", "--since-last")
    way = ("--mode", "no-way-back", "--until", "P9D", "--out", out)
    done = phr.run("grant", "renew", phr.vault, former, *way, *asked, "--json")
    assert "Since the last access: 0 new, 0 changed." in done.stderr
    made, bundle = json.loads(done.stdout), tmp_path / "bundle.json"
    phr.run("open", made["envelope"], "--out", bundle, given=made["words"] + "\n")
    assert "Palpitations" in bundle.read_text("utf-8")


@pytest.mark.parametrize("verb", ["card", "receipt"])
def test_a_folder_where_a_file_is_needed_stops_before_anything_is_done(
    phr: Phr, out: Path, *, verb: str
) -> None:
    made = phr("grant new", *WHOM, "--kind", "vaccine", "--mode", "card", "--out", out)["grant"]
    lines = len(phr("log", "--grant", made)["lines"])
    assert "a file is needed" in phr.refused("grant", verb, phr.vault, made, "--out", out)
    assert len(phr("log", "--grant", made)["lines"]) == lines


def test_more_openings_than_anybody_counts_are_wrong_usage(phr: Phr, out: Path) -> None:
    phr.run("grant", "new", phr.vault, *WHOM, "--releases", 10**20, "--out", out, code=2)


def test_a_receipt_that_cannot_be_written_stops_before_the_access(
    phr: Phr, out: Path, tmp_path: Path
) -> None:
    nowhere = tmp_path / "nowhere" / "r.pdf"
    assert "no such file" in phr.refused("grant", "new", phr.vault, *WHOM, "--out", out, "--receipt", nowhere)
    assert not out.exists()


@pytest.mark.parametrize(
    ("purpose", "mode", "days", "releases"),
    [
        ("general-practitioner", "card", 7, 1),
        ("pharmacist", "card", 1, 1),
        ("hospital", "code", 14, 3),
        ("second-opinion", "code", 30, 2),
        ("specialist", "card", 14, 1),
    ],
)
def test_a_purpose_brings_its_terms(
    phr: Phr, out: Path, *, purpose: str, mode: str, days: int, releases: int
) -> None:
    made = phr("grant new", "--to", "Dr Reine", "--for", purpose, "--out", out)
    (row,) = [one for one in phr("grant list")["grants"] if one["grant"] == made["grant"]]
    assert (made["mode"], row["releases"]) == (mode, releases)
    assert row["made_at"][:10] <= row["expires_at"][:10]
    preview = phr("grant preview", "--for", purpose)
    assert len(preview["entries"]) == made["entries"]


def test_a_purpose_leaves_topics_out_unless_they_are_named(phr: Phr, out: Path) -> None:
    topic, secret, plain = (
        phr("add", "--kind", "treatment", "--title", title)["id"]
        for title in ("Bisoprolol", "Autre", "Simple")
    )
    phr("label", topic, "cardiology")
    phr("label", secret, "cardiology", "psychiatry")

    def shared(*options: object) -> set[str]:
        found = phr("grant preview", "--for", "specialist", *options)
        assert found["leaves_care_out"]
        return {topic, secret, plain} & set(found["entries"])

    assert shared() == {plain}
    assert shared("--with-label", "cardiology") == {topic, plain}
    assert shared("--entry", secret) == {secret, plain}
    done = phr.run("grant", "new", phr.vault, "--to", "Dr Reine", "--for", "specialist", "--out", out)
    assert "--with-label cardiology" in done.stderr
    assert "--with-label psychiatry" not in done.stderr
    assert "speak to a pharmacist" in done.stderr


def test_what_lasts_is_shared_however_old(phr: Phr) -> None:
    old = [
        phr("add", "--kind", kind, "--title", "vieux", "--date", "1970")["id"]
        for kind in ("allergy", "result")
    ]
    assert set(phr("grant preview", "--for", "hospital")["entries"]) & set(old) == {old[0]}
    period = ("--kind", "allergy", "--kind", "result", "--from", "2020")
    assert not set(phr("grant preview", *period)["entries"]) & set(old)
    assert set(phr("grant preview", *period, "--any-date", "result")["entries"]) & set(old) == {old[1]}


def test_a_card_goes_out_and_comes_back(phr: Phr, out: Path, tmp_path: Path) -> None:
    grant = phr("grant new", *WHOM, "--mode", "card", "--out", out)["grant"]
    assert "No card" in phr.refused("grant", "card-returned", phr.vault, grant)
    phr("grant card", grant, "--out", tmp_path / "card.pdf")
    assert phr("grant card-returned", grant)["card_back"].endswith("Z")
    assert "No card" in phr.refused("grant", "card-returned", phr.vault, grant)
    phr("grant card", grant, "--out", tmp_path / "card.pdf")
    told = phr.run("revoke", phr.vault, grant).stdout
    assert "The printed card still opens the file." in told
    assert (
        "You took the card back or destroyed it on 20"
        in phr.run("grant", "card-returned", phr.vault, grant).stdout
    )
    actions = [line["action"] for line in phr("log", "--grant", grant)["lines"]]
    assert actions[1:4] == ["card-made", "card-returned", "card-reprinted"]
    assert actions[-2:] == ["withdrawn", "card-returned"]


def test_withdrawing_says_when_a_code_was_given(phr: Phr, out: Path) -> None:
    grant = phr("grant new", *WHOM, "--mode", "no-way-back", "--out", out)["grant"]
    assert "no way back" in phr.run("revoke", phr.vault, grant).stdout


def test_everything_given_is_listed_the_deleted_too(phr: Phr, out: Path) -> None:
    note = phr("add", "--kind", "note", "--title", "une lettre")["id"]
    grant = phr("grant new", *WHOM, "--entry", note, "--out", out)["grant"]
    assert "une lettre" in phr.run("grant", "given", phr.vault).stdout
    phr("delete", note, "--yes")
    (found,) = [one for one in phr("grant given")["given"] if one["entry"] == note]
    assert (found["deleted"], [one["grant"] for one in found["shared_with"]]) == (True, [grant])
    assert "a deleted item" in phr.run("grant", "given", phr.vault).stdout
    assert phr("grant compare", "Dr Reine", grant)["both"] == [note]
