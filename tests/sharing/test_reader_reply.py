"""A reply written in the reading page, in the three engines, and read by the patient's program."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from phr.entry import Kind
from sharing import grants, replies
from sharing.envelope import Mode
from sharing.errors import ForeignReply, ReplayedReply
from storage import attachments, entries, heads, journal
from storage.keyslots import LEAST_COST
from storage.vault import create
from tests.sharing import browsers
from tests.sharing.browsers import ENTER, Browser
from tests.sharing.conftest import PASSPHRASE, Practice
from tests.sharing.reader_packages import bundle, seal

pytestmark = pytest.mark.browser

NOTE = "Tension à surveiller.\nCanari 7d1f."
PRESCRIPTION = b"%PDF-1.7 ordonnance, canari 7d1f"


@pytest.fixture(scope="module", params=browsers.NEEDS)
def browser(request: pytest.FixtureRequest) -> Iterator[Browser]:
    with browsers.started(request.param) as started:
        yield started


@pytest.fixture
def access(practice: Practice, browser: Browser) -> str:
    """A grant by a card, open in the browser in French: its id."""
    made = practice.grant(Mode.CARD)
    browser.open(made.html)
    if browser.run("return document.documentElement.lang") != "fr":
        browser.click("#language")
    browser.type("#answer", grants.make_card(practice.vault, made.gid).code + ENTER)
    browser.find(".record h1")
    return made.gid


def _saved(browser: Browser) -> bytes:
    """The reply that the page has just saved."""
    browser.until(
        "return document.querySelector('.reply [role=status]').textContent.startsWith('Enregistré')"
    )
    name = browser.text(".reply [role=status]").split()[2].rstrip(".")
    file = browser.downloads / name
    browsers.wait_for(file.exists, name)
    return file.read_bytes()


def test_a_reply_goes_from_the_page_to_the_record(
    browser: Browser, access: str, practice: Practice, tmp_path: Path
) -> None:
    if browser.name == "webkit":
        pytest.skip("its driver does not say where it saves")
    attached = tmp_path / "ordonnance.pdf"
    attached.write_bytes(PRESCRIPTION)
    browser.click("#reply")
    browser.click("#reply-save")
    browser.until("return document.querySelector('#reply-alert').textContent !== ''")
    browser.type("#reply-name", "Dr Salomé Roux")
    browser.run("document.querySelector('#reply-note').value = arguments[0]", NOTE)
    browser.find("#reply-files").send_keys(str(attached))
    browser.until("return document.querySelectorAll('.attached li').length === 1")
    browser.click("#reply-save")
    data = _saved(browser)
    assert b"7d1f" not in data
    info = replies.take_in(practice.vault, data, "reponse.phr-reply")
    assert info.grant.gid == access
    done = replies.open_reply(practice.vault, info.id, "réponse")
    note, document = (entries.entry(practice.vault, one) for one in done.entries)
    assert (note.kind, note.note, note.author) == (Kind.NOTE, NOTE, "Dr Salomé Roux")
    [file] = attachments.of_entry(practice.vault, document.id)
    assert attachments.read(practice.vault, file.id) == PRESCRIPTION
    with pytest.raises(ReplayedReply):
        replies.take_in(practice.vault, data, "")
    other = create(tmp_path / "other", PASSPHRASE, cost=LEAST_COST, now=practice.clock)
    with other, pytest.raises(ForeignReply):
        replies.take_in(other, data, "")


def test_what_is_too_much_for_a_reply_is_told(browser: Browser, access: str, tmp_path: Path) -> None:
    del access
    large = tmp_path / "scanner.bin"
    large.write_bytes(bytes(20_000_001))
    browser.click("#reply")
    browser.find("#reply-files").send_keys(str(large))
    browser.until("return document.querySelector('#reply-alert').textContent.includes('20 Mo')")
    assert browser.run("return document.querySelectorAll('.attached li').length") == 0


def test_the_mark_of_the_history_can_be_read_and_scanned(
    browser: Browser, access: str, practice: Practice, decode: Callable[[Browser], str]
) -> None:
    del access
    mark = browser.text(".mark-text")
    scanned = decode(browser)
    assert scanned.lower() == mark
    for text in (mark, scanned):
        found = heads.check_head(practice.vault, text)
        assert found.holds
    assert found.seq < journal.lines(practice.vault, limit=1000)[-1].seq


@pytest.fixture
def decode() -> Callable[[Browser], str]:
    """Reads the square in the page, module by module drawn as the page draws it."""
    zxingcpp = pytest.importorskip("zxingcpp")
    np = pytest.importorskip("numpy")

    def read(browser: Browser) -> str:
        side = int(browser.run("return document.querySelector('.qr').viewBox.baseVal.width"))
        path = str(browser.run("return document.querySelector('.qr path').getAttribute('d')"))
        pixels = np.full((side, side), 255, dtype=np.uint8)
        for module in path.removeprefix("M").split("M"):
            x, y = module.removesuffix("h1v1h-1z").split()
            pixels[int(y), int(x)] = 0
        [found] = zxingcpp.read_barcodes(np.kron(pixels, np.ones((4, 4), dtype=np.uint8)))
        return str(found.text)

    return read


def test_a_package_without_an_address_has_neither_reply_nor_mark(browser: Browser, tmp_path: Path) -> None:
    """As those that were made before there were replies; and those whose address is not one."""
    odd = bundle()
    parts = {"format": "phr-reply/v1", "recipient": "age1qqq", "mac-key": "AAAA"}
    odd["meta"]["extension"].append(
        {"url": "urn:phr:reply", "extension": [{"url": k, "valueString": v} for k, v in parts.items()]}
    )
    for content in (bundle(), json.loads(json.dumps(odd))):
        sealed = seal(content)
        browser.open(sealed.html(tmp_path))
        browser.type("#answer", sealed.card() + ENTER)
        browser.find(".record h1")
        assert browser.run("return document.querySelector('#reply, .reply, .mark') === null")


def test_words_are_read_out_and_typed_with_slips(browser: Browser, practice: Practice) -> None:
    made = practice.grant(Mode.CODE)
    assert made.words
    browser.open(made.html)
    if browser.run("return document.documentElement.lang") != "fr":
        browser.click("#language")
    first, *others = made.words.split()
    browser.type("#answer", " ".join([f"L\u2019{first[:4].upper()}", *others]) + ENTER)
    spoken = browser.text("#spoken")
    assert len(spoken.split()) == 8
    answer = grants.release(practice.vault, spoken)
    assert grants.release(practice.vault, browser.text("#challenge")).repeat
    words = answer.words_fr.split()
    browser.type("#answer", " ".join(words[:-1]))
    assert browser.text(".groups .count") == "10 mots sur 11"
    browser.type("#answer", " ".join([*words[:-1], "zzzz"]) + ENTER)
    browser.until("return document.querySelector('.alert').textContent.includes('Un de ces mots')")
    browser.type("#answer", " ".join([words[0][:4], f"d\u2019{words[1].upper()}", *words[2:]]) + ENTER)
    browser.find(".record h1")
