"""Opening a package in the reading page, against age-encryption alone, in the same Chromium."""

import base64
import subprocess
import tempfile
import time
from pathlib import Path
from typing import Any

from measures.child import Samples, compare
from measures.report import Section, number

_SIZES = (1, 10, 50)
_ROUNDS = 3
_READER = Path(__file__).resolve().parents[2] / "sharing" / "reader"

# The promise is answered with milliseconds: from the button to the record being on the screen.
_OPEN = """
const [code, done] = arguments;
document.querySelector("#answer").value = code;
const start = performance.now();
new MutationObserver((_, watch) => {
  if (!document.querySelector(".record")) return;
  watch.disconnect();
  requestAnimationFrame(() => setTimeout(() => done(performance.now() - start)));
}).observe(document.body, { childList: true, subtree: true });
document.querySelector("button.primary").click();
"""
_BARE = """
import { Decrypter } from "age-encryption";
globalThis.decrypt = async (identity, done) => {
  const text = atob(document.querySelector("#file").textContent);
  const file = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) file[at] = text.charCodeAt(at);
  const start = performance.now();
  const age = new Decrypter();
  age.addIdentity(identity);
  await age.decrypt(file);
  done(performance.now() - start);
};
"""


def section() -> Section:
    """Runs all sizes."""
    rows = []
    for size in _SIZES:
        ours, bare = compare(in_reading_page, in_bare_page, size, rounds=_ROUNDS)
        times = [side.median("seconds") for side in (ours, bare)]
        peaks = [side.median("renderer") for side in (ours, bare)]
        rows.append(
            (
                f"{size} MiB",
                f"{ours.median('load'):.2f} s",
                f"{times[0]:.2f} s",
                f"{times[1]:.2f} s",
                f"{times[0] / times[1]:.2f}",
                f"{number(peaks[0])} / {number(peaks[1])} MiB",
            )
        )
    return Section(
        "Opening in the browser",
        (
            "Headless Chromium, pages from the disk. Page: until the field for the code is there. Ours: from the button"
            " to the record (1,000 items, the rest documents) on the screen. Bare: `Decrypter.decrypt` on bytes that"
            " are decoded already; no parsing, nothing shown. Memory: peak of the process that holds the page."
        ),
        ("", "page", "ours", "age-encryption", "ratio", "peak memory"),
        rows,
    )


def in_reading_page(size: int) -> Samples:
    """The product's way, with a card's code."""
    from measures.chromium import chromium
    from sharing import codes
    from sharing.envelope import Envelope, Mode
    from sharing.page import page

    drawn, sealed = _sealed(size)
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        file = Path(folder) / "dossier.html"
        file.write_bytes(page(Envelope.wrap(Mode.CARD, drawn, "", sealed).to_bytes()))
        start = time.perf_counter()
        browser.get(file.as_uri())
        browser.switch_to.frame(browser.find_element("css selector", "iframe"))
        browser.implicitly_wait(60)
        browser.find_element("css selector", "#answer")
        load = time.perf_counter() - start
        seconds = _timed(browser, _OPEN, codes.to_text(drawn.release))
        return {"load": [load], "seconds": [seconds], "renderer": [_peak(browser)]}


def in_bare_page(size: int) -> Samples:
    """The library alone."""
    from measures.chromium import chromium

    drawn, sealed = _sealed(size)
    held = f'<script type="text/plain" id="file">{base64.b64encode(sealed).decode()}</script>'
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        file = Path(folder) / "bare.html"
        file.write_text(f'<!doctype html><meta charset="utf-8">{held}<script>{_bundled(_BARE)}</script>')
        browser.get(file.as_uri())
        seconds = _timed(browser, "globalThis.decrypt(...arguments)", drawn.identity())
        return {"seconds": [seconds], "renderer": [_peak(browser)]}


def _sealed(size: int) -> Any:
    from measures.payload import MIB, payload
    from sharing.shares import Shares, seal

    drawn = Shares.draw()
    return drawn, seal(payload(size * MIB), drawn)


def _timed(browser: Any, script: str, argument: str) -> float:
    browser.set_script_timeout(120)
    return float(browser.execute_async_script(script, argument)) / 1e3


def _peak(browser: Any) -> float:
    from measures.memory import renderer_peak_mib

    return renderer_peak_mib(browser.service.process.pid)


def _bundled(source: str) -> str:
    """A module and the packages of the reader's lock file as one script."""
    if not (_READER / "node_modules").is_dir():
        subprocess.run(
            ["npm", "ci", "--no-audit", "--no-fund", "--silent"],  # noqa: S607 - as `make reader` does
            cwd=_READER,
            check=True,
        )
    done = subprocess.run(
        ["node_modules/.bin/esbuild", "--bundle", "--minify", "--format=iife", "--charset=ascii"],  # noqa: S607 - ours
        cwd=_READER,
        input=source,
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    return done.stdout
