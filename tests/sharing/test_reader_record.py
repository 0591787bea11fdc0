"""The record once open, in the three engines: what stands there, search, copy, documents, hostile content."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.sharing import browsers
from tests.sharing.browsers import ENTER, Browser
from tests.sharing.reader_packages import Json, bundle, document, entry, seal

pytestmark = pytest.mark.browser

STATEMENT = "Extrait choisi par le patient. D’autres éléments peuvent exister."
OUT_OF_RANGE = "Signalé hors valeurs de référence par le laboratoire"

RECORD = bundle(
    entry("note", "Question", date="2026-11-18", note="Essoufflée depuis septembre"),
    entry(
        "result", "Hémoglobine", title_en="Haemoglobin", date="2025-03", value="13.20", unit="g/dL", low="12"
    ),
    entry(
        "result", "LDL", date="2025-04-02T08:10:00+02:00", value="4.1", unit="mmol/L", high="3.4", flag="H"
    ),
    entry("result", "Potassium", date="2024", value="4.40", range="3,5 à 5,1", flag="N"),
    entry("problem", "Fracture", date="2009-02-11", status="resolved"),
    entry("problem", "Asthme", date="1998", status="active"),
    entry("allergy", "Pénicilline", status="active"),
    document("Lettre", "../lettre\u202etxt.exe", "text/plain", "Chère consœur".encode()),
)


@pytest.fixture(scope="module", params=browsers.NEEDS)
def browser(request: pytest.FixtureRequest) -> Iterator[Browser]:
    with browsers.started(request.param) as started:
        yield started


def _open(browser: Browser, content: Json, folder: Path) -> None:
    sealed = seal(content)
    browser.open(sealed.html(folder))
    if browser.run("return document.documentElement.lang") != "fr":
        browser.click("#language")
    browser.type("#answer", sealed.card() + ENTER)
    browser.find(".record h1")


def _texts(browser: Browser, selector: str) -> list[str]:
    script = "return [...document.querySelectorAll(arguments[0])].map((element) => element.textContent)"
    return list(browser.run(script, selector))


def test_what_a_practitioner_reads(browser: Browser, tmp_path: Path) -> None:
    _open(browser, RECORD, tmp_path)
    assert browser.text(".record h1") == "Jeanne Martin"
    assert browser.text(".bar .identity") == "né(e) le 2 mars 1974 · sexe féminin"
    notice = browser.text(".notice")
    for part in (
        STATEMENT,
        "Dr Salomé Roux",
        "Première consultation",
        "depuis 2019",
        "24 décembre 2026, 18:00",
    ):
        assert part in notice
    headings = _texts(browser, "h2 > span:first-child")
    assert headings == ["Problèmes", "Allergies", "Résultats", "Documents", "Notes du patient"]
    assert _texts(browser, ".problem .name") == ["Asthme", "Fracture"]
    cells = "Array.from(row.cells, (cell) => cell.textContent.replaceAll('\\u00a0', ' '))"
    assert browser.run(f"return [...document.querySelectorAll('tbody tr')].map((row) => {cells})") == [
        ["2 avril 2025, 08:10", "LDL", "4.1 mmol/L", "jusqu’à 3.4", f"{OUT_OF_RANGE} (H)"],
        ["mars 2025", "Hémoglobine", "13.20 g/dL", "à partir de 12", ""],
        ["2024", "Potassium", "4.40", "3,5 à 5,1", ""],
    ]


def test_search_and_language(browser: Browser, tmp_path: Path) -> None:
    _open(browser, RECORD, tmp_path)
    assert browser.text("[role=status]") == "8 éléments"
    browser.type("#search", "HEMO")
    browser.until("return document.querySelector('[role=status]').textContent === '1 sur 8 éléments'")
    assert _texts(browser, "main .name") == ["Hémoglobine"]
    browser.click("#language")
    assert _texts(browser, "main .name") == ["Haemoglobin"]
    assert browser.run("return document.querySelector('#search').value") == "HEMO"
    assert "Excerpt chosen by the patient. Other items may exist." in browser.text(".notice")
    browser.type("#search", "rien de tel")
    browser.until("return !document.querySelector('.empty').hidden")


def test_copy_as_text(browser: Browser, tmp_path: Path) -> None:
    _open(browser, RECORD, tmp_path)
    browser.run("addEventListener('copy', () => { window.copied = document.activeElement.value; })")
    browser.find("#copy").click()  # a real click: copying needs one
    browser.until("return document.querySelector('[role=status]').textContent.endsWith('Texte copié.')")
    copied = str(browser.run("return window.copied"))
    assert copied.startswith("Jeanne Martin\n")
    assert STATEMENT in copied
    assert f"- 2 avril 2025, 08:10 : LDL = 4.1\u00a0mmol/L [jusqu’à 3.4] ; {OUT_OF_RANGE} (H)\n" in copied
    assert copied.index("PROBLÈMES") < copied.index("RÉSULTATS") < copied.index("Essoufflée depuis septembre")


def test_a_document_is_shown_as_text_and_saved_under_a_harmless_name(
    browser: Browser, tmp_path: Path
) -> None:
    _open(browser, RECORD, tmp_path)
    browser.click(".file button:last-of-type")
    assert browser.text(".file pre") == "Chère consœur"
    if browser.name == "webkit":
        return  # its driver does not say where it saves
    browser.click(".file button")
    saved = browser.downloads / "_lettretxt.exe.txt"
    browsers.wait_for(saved.exists, "the saved document")
    assert saved.read_text("utf-8") == "Chère consœur"


HOSTILE = [
    "</script><script>window.pwned = 1</script>",
    '"><img src=x onerror="window.pwned = 1">',
    "<svg/onload=window.pwned=1><iframe srcdoc=x></iframe><!--",
    "&lt;b&gt; &amp; {{7*7}} ${7*7} javascript:window.pwned=1",
    "\u202eetirw ot tfel\u2066 \u200f\u061c \ufffe \ufeff \x00 \x1b[31m",
    "👩🏽‍⚕️ Zo\u0308e " + "é" * 500,
]


def test_markup_in_every_string_is_only_text(browser: Browser, tmp_path: Path) -> None:
    fields = "date value unit low high range flag status author note title-en".replace("-", "_").split()
    entries = [
        entry(kind, text, **dict.fromkeys(fields, text))
        for kind in ("problem", "result", "note", "document")
        for text in HOSTILE
    ]
    entries.append(document(HOSTILE[0], HOSTILE[1], "text/plain", HOSTILE[0].encode()))
    markup = "".join(HOSTILE[:4])
    _open(browser, bundle(*entries, name=markup, to=markup, purpose=markup), tmp_path)
    browser.click(".file button:last-of-type")
    assert browser.text(".record h1") == markup
    shown = "return [...document.querySelectorAll('main .name')].some((name) => name.textContent === arguments[0])"
    for text in HOSTILE:
        assert browser.run(shown, text), text
    assert browser.text(".file pre") == HOSTILE[0]
    browser.type("#search", "<script>")
    browser.click("#language")
    assert browser.run("return window.pwned === undefined")
    assert (
        browser.run("return document.querySelectorAll('img, svg, iframe, b, a, object, body script').length")
        == 1
    )
    browser.outer()
    assert browser.run("return document.querySelectorAll('script').length") == 2
    assert browser.run("return document.title") in {"Document protégé", "Protected document"}


def test_odd_content_is_left_out(browser: Browser, tmp_path: Path) -> None:
    odd: list[object] = [
        None,
        5,
        {"extension": 5},
        {"extension": [None, {"url": "urn:phr:view"}]},
        entry("unheard-of", "x"),
        entry("__proto__", "x"),
        entry("problem", "Asthme", status="constructor", date="9999-99-99", flag="toString"),
    ]
    broken = document("Lettre", "", "constructor", b"x")
    broken["resource"]["content"][0]["attachment"]["data"] = "%%%"
    lost = document("Perdue", "x", "text/plain", b"x")
    lost["resource"] = {"content": "not a list"}
    content = bundle()
    content["entry"][0]["resource"] = {"resourceType": "Patient", "name": 5, "gender": "constructor"}
    content["entry"] += [*odd, broken, lost]
    content["meta"] = {"extension": "none"}
    _open(browser, content, tmp_path)
    assert browser.text(".record h1") == "Nom non indiqué"
    assert STATEMENT in browser.text(".notice")
    assert _texts(browser, "main .name") == ["Asthme", "Lettre", "Perdue"]
    browser.click(".file button")
    browser.until("return document.querySelector('.file .alert').textContent !== ''")


def test_a_large_record_opens_in_parts(browser: Browser, tmp_path: Path) -> None:
    results = [
        entry("result", f"Examen {number}", date=f"20{number % 25:02d}", value=str(number), note="x" * 100)
        for number in range(10_000)
    ]
    content = bundle(*results, document("Scan", "scan.bin", "application/pdf", bytes(2_000_000)))
    _open(browser, content, tmp_path)
    rows = "return document.querySelectorAll('tbody tr').length"
    assert browser.run(rows) == 200
    browser.click(".more")
    assert browser.run(rows) == 400
    browser.type("#search", "examen 9999")
    browser.until("return document.querySelectorAll('tbody tr').length === 1")
