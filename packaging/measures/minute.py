"""A practitioner's minute: from the file on the disk to the first line of the record, typed as a person types.

In the three engines, by the drivers of the tests. What is said on the telephone in between is not measured but counted
in, at a steady pace.
"""

import random
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from measures.payload import payload
from measures.report import Goal, Section

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))  # where the tests' drivers are

from sharing.envelope import Mode
from tests.sharing.browsers import ENTER, NEEDS, Browser, started
from tests.sharing.reader_packages import Sealed, seal

MEGABYTE = 1_000_000
_SIZES = (1, 5, 20)
_ROUNDS = 3
_KEY = (0.060, 0.120)
"""Seconds from one key to the next."""
_SAID = 2
"""Characters of a code that are said, heard and written down in a second."""


@dataclass
class Minute:
    """What one opening took, in seconds; ``actions`` are what the practitioner did."""

    page: float = 0.0
    typing: float = 0.0
    waiting: float = 0.0
    said: float = 0.0
    keys: int = 0
    actions: list[str] = field(default_factory=list)

    @property
    def measured(self) -> float:
        """To the first reading, the conversation left out."""
        return self.page + self.typing + self.waiting

    @property
    def whole(self) -> float:
        """The same with the conversation."""
        return self.measured + self.said


def section() -> Section:
    """Runs all engines and sizes."""
    rows, slowest = [], 0.0
    for name in NEEDS:
        with started(name) as browser:
            for size in _SIZES:
                rounds = [opened(browser, size * MEGABYTE) for _ in range(_ROUNDS)]
                page, typing, waiting, said, whole = (
                    median(getattr(one, part) for one in rounds)
                    for part in ("page", "typing", "waiting", "said", "whole")
                )
                slowest = max(slowest, whole)
                times = [f"{part:.1f} s" for part in (page, typing, waiting, said, whole)]
                rows.append((f"{name}, {size} MB", str(len(rounds[0].actions)), str(rounds[0].keys), *times))
    low, high = (round(1000 * limit) for limit in _KEY)
    actions = "; ".join(rounds[0].actions)
    return Section(
        "A practitioner's minute",
        (
            f"From the file on the disk to the first line of the record on the screen, in mode `code`: {actions}."
            f" A script presses each key, {low} to {high} ms apart. Page: until the field for the words is there."
            " Waiting: Argon2id after the words, decryption and drawing after the code. Said: reading the challenge"
            f" out and writing the answer down, counted at {_SAID} characters a second; what the patient does"
            " meanwhile (a question to answer, one key) is not in it. Medians of"
            f" {_ROUNDS} openings, in a browser that is already running."
        ),
        ("", "actions", "keys", "page", "typing", "waiting", "said", "to first reading"),
        rows,
        (Goal("a practitioner's minute, slowest browser and size", slowest, 60, "s"),),
    )


def opened(browser: Browser, size: int, key: tuple[float, float] = _KEY) -> Minute:
    """One opening of a package of about ``size`` bytes, at ``key`` seconds from key to key."""
    sealed, minute = seal(payload(size), Mode.CODE), Minute()
    with tempfile.TemporaryDirectory() as folder:
        _open(browser, sealed.html(Path(folder)), minute)
        _type(browser, sealed.words, key, minute, "type the five words")
        challenge = _wait(browser, "#challenge", minute)
        answer = _ask(sealed, challenge, minute)
        _type(browser, answer, key, minute, "type the code")
        _wait(browser, ".record h1", minute)
    return minute


def _open(browser: Browser, file: Path, minute: Minute) -> None:
    start = time.perf_counter()
    browser.open(file)
    browser.find("#answer")
    minute.page = time.perf_counter() - start
    minute.actions.append("open the file")


def _type(browser: Browser, text: str, key: tuple[float, float], minute: Minute, action: str) -> None:
    """Press key after key, and Enter at the end."""
    field_ = browser.find("#answer")
    field_.click()  # the page has put the cursor there; WebKit's driver wants a click all the same
    start = time.perf_counter()
    for char in text:
        pressed = time.perf_counter()
        field_.send_keys(char)
        time.sleep(max(0.0, random.uniform(*key) - (time.perf_counter() - pressed)))  # noqa: S311 - a typist, no secret
    minute.typing += time.perf_counter() - start
    if browser.run("return document.querySelector('#answer').value") != text:
        raise AssertionError(f"keys were lost in {browser.name}")
    minute.keys += len(text) + 1
    minute.actions += [action, "press Enter"]
    minute.waiting -= time.perf_counter()  # until what comes next is there
    field_.send_keys(ENTER)


def _wait(browser: Browser, selector: str, minute: Minute) -> str:
    found = browser.text(selector)
    minute.waiting += time.perf_counter()
    return found


def _ask(sealed: Sealed, challenge: str, minute: Minute) -> str:
    answer = sealed.answer(challenge).replace("-", "")
    minute.said = len(challenge.replace("-", "") + answer) / _SAID
    minute.actions.append("read the code on the screen to the patient, and write down theirs")
    return answer
