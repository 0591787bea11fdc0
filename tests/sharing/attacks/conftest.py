"""The reading page in Chromium, given many files in one visit."""

import base64
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from sharing import page
from tests.sharing import browsers
from tests.sharing.attacks.envelopes import Case
from tests.sharing.browsers import Browser

_CASES = Path(__file__).with_name("page_cases.js").read_text("utf-8")
_BATCH = 60


class ReadingPage:
    """The page as it is given out, in English. Files are handed to its frame as its shell does."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser

    def processor_seconds(self) -> float:
        """What the whole browser has used of the processor."""
        return self._browser.processor_seconds()

    def told(self, material: bytes, cases: Sequence[Case], code: str) -> list[str]:
        """What it says of each case when that code is typed."""
        return [said for said, _ in self._run(material, cases, code, None)]

    def decrypted(self, cases: Sequence[Case], seeds: Sequence[bytes]) -> list[tuple[str, str]]:
        """The same with these age identities in place of its own, and the SHA-256 of what it last read as text."""
        return self._run(b"", cases, "0" * 24, seeds)

    def _run(
        self, material: bytes, cases: Sequence[Case], code: str, seeds: Sequence[bytes] | None
    ) -> list[tuple[str, str]]:
        answers: list[tuple[str, str]] = []
        for start in range(0, len(cases), _BATCH):
            batch = slice(start, start + _BATCH)
            some = [[_told_apart(piece) for piece in case.pieces] for case in cases[batch]]
            keys = [_base64(seed) for seed in seeds[batch]] if seeds else None
            script = f"const given = arguments; return (async () => {{{_CASES}}})()"
            answers += [tuple(one) for one in self._browser.run(script, _base64(material), some, code, keys)]
        return answers


def _told_apart(piece: slice | bytes) -> object:
    return [piece.start, piece.stop] if isinstance(piece, slice) else _base64(zlib.compress(piece, 1))


def _base64(data: bytes) -> str:
    return base64.b64encode(data).decode()


@pytest.fixture(scope="package")
def reading_page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ReadingPage]:
    """The constant page, opened once: nothing that is handed to it here may get it any further."""
    reader = tmp_path_factory.mktemp("reader") / "reader.html"
    reader.write_bytes(page.constant())
    with browsers.started("chromium", language="en") as chromium:
        chromium.open(reader)
        yield ReadingPage(chromium)
