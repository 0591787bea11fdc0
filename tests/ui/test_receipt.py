"""The sharing receipt: a page and a Consent that tell what was given and name no item; who was given what."""

import hashlib
import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
import zxingcpp
from fhir.resources.R4B.consent import Consent

from sharing.page import constant
from tests.ui.phr_command import SAMPLE, Phr
from ui import catalogue

WHOM = ("--to", "Dr Reine", "--until", "P7D")


@pytest.fixture(scope="module")
def phr(tmp_path_factory: pytest.TempPathFactory) -> Phr:
    """A vault with the sample record and a practitioner. Tests make accesses of their own in it."""
    phr = Phr(tmp_path_factory.mktemp("receipts")).create()
    phr("import", SAMPLE)
    phr("practitioner add", "--name", "Dr Reine", "--specialty", "Cardiologie", "--rpps", "10001234567")
    return phr


@pytest.fixture(autouse=True)
def _language() -> Iterator[None]:
    before = catalogue.language()
    yield
    catalogue.set_language(before)


def receipt(phr: Phr, gid: str, folder: Path, lang: str = "en") -> tuple[str, dict[str, Any], dict[str, Any]]:
    """A receipt's text without white space, its Consent, and what the command answered."""
    pdf, fhir = folder / "receipt.pdf", folder / "consent.json"
    answer = phr("grant receipt", gid, "--out", pdf, "--fhir", fhir, "--lang", lang)
    assert (answer["grant"], answer["pdf"], answer["fhir"]) == (gid, str(pdf), str(fhir))
    document = pypdfium2.PdfDocument(pdf)
    assert len(document) == 1
    assert [round(side) for side in document[0].get_size()] == [595, 842]
    return squeezed(document[0].get_textpage().get_text_range()), json.loads(fhir.read_bytes()), answer


def page_picture(pdf: Path) -> Any:
    """The page as a scanner sees it."""
    return pypdfium2.PdfDocument(pdf)[0].render(scale=200 / 72).to_pil()


def squeezed(text: str) -> str:
    return "".join(text.split())


def extension(consent: dict[str, Any], name: str) -> dict[str, Any]:
    return next(one for one in consent["extension"] if one["url"] == name)


def test_it_tells_what_was_given_and_by_what_it_is_recognised(phr: Phr, tmp_path: Path) -> None:
    scope = ("--kind", "result", "--kind", "vaccine", "--from", "2000", "--purpose", "Second opinion")
    grant = phr("grant new", *WHOM, *scope, "--out", tmp_path)
    text, consent, answer = receipt(phr, grant["grant"], tmp_path)
    Consent.model_validate(consent)
    sums = [hashlib.sha256(Path(grant[name]).read_bytes()).hexdigest() for name in ("envelope", "html")]
    head = {one["url"]: one for one in extension(consent, "urn:phr:journal-head")["extension"]}
    whole = json.dumps(consent)
    for fact in (
        *sums,
        hashlib.sha256(constant()).hexdigest(),
        grant["grant"],
        answer["head"],
        head["hash"]["valueString"],
        head["signature"]["valueString"],
        head["key"]["valueString"],
    ):
        assert fact in text
        assert fact in whole
    counts = {
        kind: sum(
            entry["kind"] == kind for entry in phr("entries", "--from", "2000", "--limit", 1000)["entries"]
        )
        for kind in ("result", "vaccine")
    }
    assert sum(counts.values()) == grant["entries"] == extension(consent, "urn:phr:items")["valueInteger"]
    for fact in (
        "ToDrReine,Cardiologie,RPPSnumber10001234567",
        "WhySecondopinion",
        f"{grant['entries']}items",
        f"Results({counts['result']})",
        f"Vaccines({counts['vaccine']})",
        "0of1given",
        "Iftheaccessiswithdrawnnow,thisfilestaysclosed,evencopied.",
        "cannotbeerased",
        "Excerptchosenbythepatient.Otheritemsmayexist.",
    ):
        assert fact in text, fact
    assert consent["status"] == "active"
    assert consent["provision"]["dataPeriod"] == {"start": "2000"}
    assert consent["provision"]["actor"][0]["reference"]["identifier"]["value"] == "10001234567"


def test_it_names_no_item(phr: Phr, tmp_path: Path) -> None:
    grant = phr("grant new", *WHOM, "--kind", "problem", "--kind", "treatment", "--out", tmp_path)
    text, consent, _ = receipt(phr, grant["grant"], tmp_path)
    shown = phr("entries", "--kind", "problem", "--kind", "treatment", "--limit", 1000)["entries"]
    assert shown
    for entry in shown:
        assert squeezed(entry["title"]) not in text
        for told in (entry["title"], entry["id"]):
            assert json.dumps(told, ensure_ascii=False)[1:-1] not in json.dumps(consent, ensure_ascii=False)


def test_what_is_kept_private_is_in_no_receipt_and_in_no_history(phr: Phr, tmp_path: Path) -> None:
    """A canary in title, note and topic of an item that is kept private."""
    canary = "canari-7f3a"
    own = ("--kind", "note", "--title", f"title {canary}", "--note", f"note {canary}", "--date", "2020-01-02")
    entry = phr("add", *own)["id"]
    phr("label", entry, canary)
    phr("hide", entry)
    scope = ("--kind", "note", "--kind", "allergy", "--without-label", canary)
    grant = phr("grant new", *WHOM, *scope, "--out", tmp_path)["grant"]
    told = [json.dumps(receipt(phr, grant, tmp_path)[:2])]
    for ending in ("csv", "json", "pdf"):
        file = tmp_path / f"history.{ending}"
        phr("log", "--export", file)
        told.append(file.read_bytes().decode("latin-1"))
    told.append(
        "".join(squeezed(page.get_textpage().get_text_range()) for page in pypdfium2.PdfDocument(file))
    )
    assert all(canary not in text for text in told)
    assert entry not in told[0]


def test_it_is_written_in_french_too(phr: Phr, tmp_path: Path) -> None:
    grant = phr("grant new", *WHOM, "--kind", "allergy", "--mode", "no-way-back", "--out", tmp_path)
    text, _, _ = receipt(phr, grant["grant"], tmp_path, "fr")
    for sentence in (
        "Reçu de partage",
        (
            "Cet accès ne pourra pas être retiré. Toute personne ayant ce fichier et les six mots pourra le lire, "
            "aujourd’hui comme dans dix ans. La date de fin n’y changera rien."
        ),
        "Extrait choisi par le patient. D’autres éléments peuvent exister.",
    ):
        assert squeezed(sentence) in text


def test_it_says_what_holds_after_a_card_and_after_withdrawing(phr: Phr, tmp_path: Path) -> None:
    grant = phr("grant new", *WHOM, "--kind", "allergy", "--mode", "card", "--out", tmp_path)["grant"]
    assert "Noco" in receipt(phr, grant, tmp_path)[0]
    phr("grant card", grant, "--out", tmp_path / "card.pdf")
    assert squeezed("The printed card opens the file, after the end too.") in receipt(phr, grant, tmp_path)[0]
    phr("revoke", grant)
    text, consent, _ = receipt(phr, grant, tmp_path)
    assert "StateWithdrawn" in text
    assert squeezed("This access has ended: this vault gives nothing more for it.") in text
    assert squeezed("The printed card opens the file") in text
    assert consent["status"] == "inactive"
    assert datetime.fromisoformat(consent["provision"]["period"]["end"]) <= datetime.now(UTC)


def test_it_is_in_the_history_and_its_mark_can_be_checked(phr: Phr, tmp_path: Path) -> None:
    grant = phr("grant new", *WHOM, "--kind", "allergy", "--out", tmp_path)["grant"]
    _, _, answer = receipt(phr, grant, tmp_path)
    assert phr("log", "--grant", grant)["lines"][-1]["action"] == "receipt-made"
    [square] = zxingcpp.read_barcodes(page_picture(tmp_path / "receipt.pdf"))
    assert square.text.lower() == answer["head"]
    for mark in (answer["head"], square.text):
        assert phr("log", "--check-head", mark)["holds"] is True
    assert "No access" in phr.refused("grant", "receipt", phr.vault, "f" * 32, "--out", tmp_path / "r.pdf")
    nowhere = tmp_path / "nowhere" / "r.pdf"
    assert "no such file" in phr.refused("grant", "receipt", phr.vault, grant, "--out", nowhere)
    assert len(phr("log", "--grant", grant)["lines"]) == 2


def test_who_was_given_an_item_and_what_two_accesses_hold(phr: Phr, tmp_path: Path) -> None:
    ids = [
        phr("add", "--kind", "note", "--title", title, "--date", "2020-01-01")["id"]
        for title in ("a", "b", "c")
    ]
    first = phr("grant new", *WHOM, "--entry", ids[0], "--entry", ids[1], "--out", tmp_path)["grant"]
    mode = ("--mode", "no-way-back")
    second = phr("grant new", *WHOM, *mode, "--entry", ids[1], "--entry", ids[2], "--out", tmp_path)["grant"]
    phr("revoke", first)
    held = phr("show", ids[1])["shared_with"]
    assert [(one["grant"], one["state"], one["released"]) for one in held] == [
        (second, "running", 1),
        (first, "withdrawn", 0),
    ]
    assert {one["practitioner"] for one in held} == {phr("practitioner list")["practitioners"][0]["id"]}
    assert "Given to Dr Reine on 20" in phr.run("show", phr.vault, ids[1]).stdout
    phr("delete", ids[1], "--yes")
    expected = {"only_first": [ids[0]], "only_second": [ids[2]], "both": [ids[1]]}
    assert phr("grant compare", first, second) == expected
    _, consent, _ = receipt(phr, first, tmp_path)
    assert extension(consent, "urn:phr:items")["valueInteger"] == 2
    text = receipt(phr, first, tmp_path)[0]
    assert "1deletedfromtherecordsince" in text
    assert squeezed("No code and no card was given: this file stays closed, even copied.") in text
