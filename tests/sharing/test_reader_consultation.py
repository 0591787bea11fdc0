"""What the patient wrote for the consultation stands first on the reading page, and in what is copied from it."""

from pathlib import Path

import pytest

from sharing.consultation import Consultation, Frame, to_fhir
from sharing.leaving import Links
from tests.sharing import browsers
from tests.sharing.browsers import ENTER
from tests.sharing.reader_packages import bundle, entry, seal

pytestmark = pytest.mark.browser

TOLD = Consultation(
    "Fatigue <b>depuis</b> mars",
    ("Faut-il changer ?", "Et après ?"),
    "2026-05-12T08:00:00Z",
    ("e1",),
    ("e2",),
)


def test_the_reason_and_the_questions_come_first(tmp_path: Path) -> None:
    urls = {name: f"urn:uuid:{name}" for name in ("e1", "e2")}
    told = to_fhir(TOLD, Frame("00" * 16, "Dr Roux", "2026-11-20T08:00:00Z", Links("urn:uuid:p", urls)))
    items = [{"fullUrl": urls["e1"], **entry("treatment", "Ramipril")}]
    items += [{"fullUrl": urls["e2"], **entry("problem", "Asthme")}, entry("allergy", "Pénicilline")]
    sealed = seal(bundle({"fullUrl": "urn:uuid:c", "resource": told}, *items))
    with browsers.started("chromium") as browser:
        browser.open(sealed.html(tmp_path))
        if browser.run("return document.documentElement.lang") != "fr":
            browser.click("#language")
        browser.type("#answer", sealed.card() + ENTER)
        browser.find(".record h1")
        text = browser.text(".consultation")
        for part in (
            "Motif et questions du patient",
            "Fatigue <b>depuis</b> mars",
            "Faut-il changer ?",
            "Depuis le dernier accès (12 mai 2026)",
            "Nouveau : Ramipril",
            "Modifié : Asthme",
        ):
            assert part in text.replace("\u00a0", " ")
        follows = "compareDocumentPosition(document.querySelector(arguments[0])) & 4"
        script = f"return document.querySelector('.consultation').{follows}"
        assert browser.run(script, "main")
        assert browser.run(script, ".notice")
        assert "3 éléments" in browser.text(".announce")  # what the patient wrote is no item
