"""The way in, in the three engines: words, challenge and code, card, files from the disk, and each refusal."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from sharing import codes, page
from sharing.envelope import Mode
from tests.sharing import browsers
from tests.sharing.browsers import ENTER, Browser
from tests.sharing.reader_packages import Sealed, bundle, entry, seal

pytestmark = pytest.mark.browser

CONTENT = bundle(entry("problem", "Asthme", date="2010"))
SHOWN = "Jeanne Martin"


@pytest.fixture(scope="module", params=browsers.NEEDS)
def browser(request: pytest.FixtureRequest) -> Iterator[Browser]:
    with browsers.started(request.param) as started:
        yield started


@pytest.fixture(scope="module")
def coded() -> Sealed:
    return seal(CONTENT, Mode.CODE)


@pytest.fixture(scope="module")
def card() -> Sealed:
    return seal(CONTENT)


def _refusal(browser: Browser) -> str:
    browser.until("return (document.querySelector('.alert')?.textContent ?? '') !== ''")
    browser.until("return ![...document.querySelectorAll('button')].some((button) => button.disabled)")
    return browser.text(".alert")


def _french(browser: Browser) -> None:
    if browser.run("return document.documentElement.lang") != "fr":
        browser.click("#language")


def test_words_then_the_code_for_the_challenge(browser: Browser, coded: Sealed, tmp_path: Path) -> None:
    browser.open(coded.html(tmp_path))
    browser.type("#answer", f"  {coded.words.upper()} ")
    browser.click("button.primary")
    challenge = browser.text("#challenge")
    answer = coded.answer(challenge).lower().replace("-", " ").replace("0", "o").replace("1", "l")
    browser.type("#answer", answer + ENTER)
    assert browser.text(".record h1") == SHOWN
    assert browser.run("return document.activeElement.tagName") == "H1"


def test_a_challenge_is_the_one_the_patients_program_knows(
    browser: Browser, coded: Sealed, tmp_path: Path
) -> None:
    from sharing import shares

    browser.open(coded.html(tmp_path))
    browser.type("#answer", coded.words + ENTER)
    challenge = codes.readings(browser.text("#challenge"), codes.CHALLENGE_SIZE)[0]
    key = shares.challenge_key(coded.shares.gid, coded.shares.practitioner)
    assert codes.is_challenge_of(key, coded.shares.gid, challenge)


def test_a_card_typed_by_a_scanner(browser: Browser, card: Sealed, tmp_path: Path) -> None:
    browser.open(card.html(tmp_path))
    browser.type("#answer", card.card().replace("-", "") + ENTER)
    assert browser.text(".record h1") == SHOWN


def test_six_words_open_what_has_no_way_back(browser: Browser, tmp_path: Path) -> None:
    sealed = seal(CONTENT, Mode.NO_WAY_BACK)
    browser.open(sealed.html(tmp_path))
    browser.type("#answer", sealed.words + ENTER)
    assert browser.text(".record h1") == SHOWN


def test_the_constant_page_opens_a_file_from_the_disk(browser: Browser, card: Sealed, tmp_path: Path) -> None:
    reader = tmp_path / "reader.html"
    reader.write_bytes(page.constant())
    other = tmp_path / "photo.phr"
    other.write_bytes(b"\xff\xd8\xff not of ours")
    browser.open(reader)
    _french(browser)
    browser.find("#file").send_keys(str(other))
    assert "n’est pas un document protégé" in _refusal(browser)
    browser.find("#file").send_keys(str(card.phr(tmp_path)))
    browser.type("#answer", card.card() + ENTER)
    assert browser.text(".record h1") == SHOWN


def test_what_is_mistyped_is_told_and_can_be_corrected(
    browser: Browser, coded: Sealed, tmp_path: Path
) -> None:
    browser.open(coded.html(tmp_path))
    _french(browser)
    for typed, told in (
        ("un deux trois", "nombre de mots"),
        ("un deux trois quatre cinq", "Ces mots n’ouvrent pas"),
    ):
        browser.type("#answer", typed + ENTER)
        assert told in _refusal(browser)
    browser.run("document.querySelector('#answer').value = 'a'.repeat(1001)")
    browser.click("button.primary")
    assert "trop long" in _refusal(browser)
    browser.type("#answer", coded.words + ENTER)
    right = coded.answer(browser.text("#challenge"))
    wrong = codes.to_text(bytes(15))
    for typed, told in (
        (right[:-1], "Il manque des caractères"),
        (right + "0", "trop de caractères"),
        ("U" + right[1:], "un signe qui n’existe pas"),
        (wrong, "Ce code n’ouvre pas"),
    ):
        browser.type("#answer", typed + ENTER)
        assert told in _refusal(browser)
    browser.type("#answer", right + ENTER)
    assert browser.text(".record h1") == SHOWN


@pytest.mark.parametrize(
    "damage",
    [
        (b"phr-grant/v1", b"phr-grant/v2", "version plus récente"),
        (b'{"format"', b'["format"', "n’est pas un document protégé"),
        (b'"mode":"card"', b'"mode":"code"', "abîmé"),
        (b'"gid":"', b'"gid":"g', "abîmé"),
        (b'"}\n', b'","more":1}\n', "abîmé"),
        (b'"}\n', b'"}' + b" " * 4096 + b"\n", "abîmé"),
        (b"age-encryption.org/v1", b"age-encryption.org/v2", "abîmé"),
        (b"-> X25519 ", b"-> X25519 a", "abîmé"),
        (b"-> X25519 ", b"-> scrypt ", "abîmé"),
        (b"\n--- ", b"\n-> b-grease\nQQ\n-> c-grease\nQQ\n--- ", "abîmé"),
    ],
)
def test_a_damaged_head_is_refused_before_anything_is_asked(
    browser: Browser, card: Sealed, tmp_path: Path, damage: tuple[bytes, bytes, str]
) -> None:
    old, new, told = damage
    assert old in card.envelope
    damaged = Sealed(card.shares, card.words, card.envelope.replace(old, new, 1))
    browser.open(damaged.html(tmp_path))
    _french(browser)
    assert told in _refusal(browser)


@pytest.mark.parametrize("cut", ["last byte changed", "last byte missing", "nothing after the header", "mac"])
def test_a_damaged_payload_is_told_from_a_wrong_code(
    browser: Browser, card: Sealed, tmp_path: Path, cut: str
) -> None:
    whole = card.envelope
    mac = whole.index(b"\n--- ") + len(b"\n--- ")
    changed = {
        "last byte changed": whole[:-1] + bytes([whole[-1] ^ 1]),
        "last byte missing": whole[:-1],
        "nothing after the header": whole[: mac + 44],
        "mac": whole[:mac] + (b"A" if whole[mac : mac + 1] != b"A" else b"B") + whole[mac + 1 :],
    }[cut]
    browser.open(Sealed(card.shares, "", changed).html(tmp_path))
    _french(browser)
    browser.type("#answer", card.card() + ENTER)
    assert "abîmé ou incomplet" in _refusal(browser)


@pytest.mark.parametrize(
    "content", [b"", b"not JSON", b"[]", b"null", b'{"resourceType":"Patient"}', b"\xff"]
)
def test_a_payload_that_is_no_bundle_is_told(browser: Browser, tmp_path: Path, content: bytes) -> None:
    sealed = seal(content)
    browser.open(sealed.html(tmp_path))
    _french(browser)
    browser.type("#answer", sealed.card() + ENTER)
    assert "n’est pas lisible" in _refusal(browser)


def test_changing_the_language_keeps_what_was_typed(browser: Browser, coded: Sealed, tmp_path: Path) -> None:
    browser.open(coded.html(tmp_path))
    _french(browser)
    browser.type("#answer", "quatre mots et demi")
    assert browser.text("h1") == "Les cinq mots"
    browser.click("#language")
    assert browser.text("h1") == "The five words"
    assert browser.run("return document.querySelector('#answer').value") == "quatre mots et demi"
    assert browser.run("return document.documentElement.lang") == "en"


def test_no_field_is_remembered_or_corrected(browser: Browser, coded: Sealed, tmp_path: Path) -> None:
    browser.open(coded.html(tmp_path))
    field = "const field = document.querySelector('#answer'); return "
    assert browser.run(field + "[field.autocomplete, field.spellcheck, field.translate]") == [
        "off",
        False,
        False,
    ]
    assert browser.run(field + "field.autocapitalize") in {"off", "none"}
    assert browser.run("return document.title") in {"Document protégé", "Protected document"}
