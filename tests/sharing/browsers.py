"""Drives the three engines, as Debian packages them, over the reading page opened from disk.

Chromium and WebKitGTK by selenium, Firefox by Marionette (Debian has no geckodriver). Nothing here knows the
page, but that all that matters happens in its one frame.
"""

import gc
import os
import shutil
import subprocess
import tempfile
import time
import warnings
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Any, Protocol

import pytest

WAIT = 30.0
"""Seconds in which the page must have done what is awaited, on a slow machine."""

ENTER = "\ue007"
"""The key, as WebDriver writes it (section 17.4.2)."""

_WEBKIT = next(Path("/usr/lib").glob("*/webkit2gtk-4.*/MiniBrowser"), Path("MiniBrowser"))
NEEDS = {
    "chromium": ("chromium", "chromedriver"),
    "firefox": ("firefox-esr",),
    "webkit": ("WebKitWebDriver", "Xvfb", str(_WEBKIT)),
}


class Element(Protocol):
    """What selenium's and Marionette's elements have in common."""

    def click(self) -> None: ...
    def send_keys(self, *keys: str) -> None: ...


class Browser:
    """A browser with the reading page in it. Scripts and selectors speak to the frame."""

    def __init__(self, name: str, driver: Any, downloads: Path) -> None:
        self.name = name
        self.downloads = downloads
        self._driver = driver

    def open(self, page: Path) -> None:
        """Opens the page from disk and goes into its frame."""
        self.outer()
        self._go(page.as_uri())
        self._into_frame()
        self.until("return document.querySelector('#place h1') !== null")

    def run(self, script: str, *arguments: object) -> Any:
        """What a script returns that runs where the driver is: in the frame, or after `outer`, around it."""
        return self._driver.execute_script(script, *arguments)

    def until(self, script: str, *arguments: object) -> None:
        """Waits for a script to return true."""
        wait_for(lambda: self.run(script, *arguments) is True, f"{script} {arguments}")

    def find(self, selector: str) -> Element:
        """The first element of a CSS selector, waited for."""
        self.until("return document.querySelector(arguments[0]) !== null", selector)
        found: Element = self._driver.find_element("css selector", selector)
        return found

    def click(self, selector: str) -> None:
        self.find(selector).click()

    def type(self, selector: str, text: str) -> None:
        """Types into a field, in place of what it held; a final `ENTER` is pressed once the text is there."""
        field = self.find(selector)
        typed = text.removesuffix(ENTER)
        end = time.monotonic() + WAIT
        # Chromium's driver now and then loses keys sent while the focus is still on its way into the frame.
        while self.run("return document.querySelector(arguments[0]).value", selector) != typed:
            if time.monotonic() > end:
                pytest.fail(f"could not type into {selector}")
            field.click()
            self.run("document.querySelector(arguments[0]).value = ''", selector)
            field.send_keys(typed)
        if text != typed:
            field.send_keys(ENTER)

    def text(self, selector: str) -> str:
        """The text content of the first element of a selector, waited for."""
        self.find(selector)
        return str(self.run("return document.querySelector(arguments[0]).textContent", selector))

    def visit(self, page: Path) -> None:
        """Opens any other page from disk, outside a frame."""
        self.outer()
        self._go(page.as_uri())

    def picture(self, path: Path) -> None:
        """A picture of the window, as PNG."""
        self._driver.save_screenshot(str(path))

    def processor_seconds(self) -> float:
        """What the driver, the browser and all its processes that still run have used; of Chromium only."""
        parents: dict[int, int] = {}
        ticks: dict[int, int] = {}
        for folder in Path("/proc").glob("[0-9]*"):
            with suppress(OSError):  # it ended meanwhile
                # What stands behind the name in brackets (proc(5), stat): state, parent, …, utime, stime.
                fields = (folder / "stat").read_text().rpartition(")")[2].split()
                parents[int(folder.name)] = int(fields[1])
                ticks[int(folder.name)] = int(fields[11]) + int(fields[12])
        family = {self._driver.service.process.pid}
        while found := {child for child, parent in parents.items() if parent in family} - family:
            family |= found
        return sum(ticks.get(one, 0) for one in family) / os.sysconf("SC_CLK_TCK")

    def windows(self) -> int:
        return len(self._driver.window_handles)

    def outer(self) -> None:
        """Back to the shell around the frame."""
        self._driver.switch_to.default_content()

    def _go(self, address: str) -> None:
        self._driver.get(address)

    def _into_frame(self) -> None:
        self._driver.switch_to.frame(self._driver.find_element("css selector", "#view"))


class _Firefox(Browser):
    def outer(self) -> None:
        self._driver.switch_to_frame()

    def run(self, script: str, *arguments: object) -> Any:
        # In the page's own realm, where what the page has removed is gone.
        return self._driver.execute_script(script, script_args=arguments, sandbox=None)

    def _go(self, address: str) -> None:
        self._driver.navigate(address)

    def _into_frame(self) -> None:
        self._driver.switch_to_frame(self._driver.find_element("css selector", "#view"))


class _WebKit(Browser):
    def click(self, selector: str) -> None:
        # Its driver does not scroll a frame to what it clicks.
        self.find(selector)
        self.run("document.querySelector(arguments[0]).click()", selector)


def wait_for(condition: Callable[[], bool], what: str) -> None:
    """Polls a condition until it holds; fails after `WAIT` seconds."""
    end = time.monotonic() + WAIT
    while not condition():
        if time.monotonic() > end:
            pytest.fail(f"waited {WAIT:.0f} s for {what}")
        time.sleep(0.05)


def driver_errors() -> tuple[type[Exception], ...]:
    """What the drivers raise, for instance when a script takes its own document away."""
    from selenium.common.exceptions import WebDriverException

    with _drivers_own_warnings():
        from marionette_driver.errors import MarionetteException
    return WebDriverException, MarionetteException


@contextmanager
def started(name: str, language: str = "fr") -> Iterator[Browser]:
    """A running browser. Skips the test where it isn't installed, and fails it there under CI."""
    missing = [need for need in NEEDS[name] if shutil.which(need) is None]
    if missing:
        reason = f"{name} needs {', '.join(missing)}"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    start = {"chromium": _chromium, "firefox": _firefox, "webkit": _webkit}[name]
    stack = ExitStack()
    try:
        # A profile's last files may still be written while the folder goes.
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(ignore_cleanup_errors=True)))
        downloads = folder / "downloads"
        downloads.mkdir()
        with _drivers_own_warnings():
            browser = start(stack, folder, downloads, language)
        yield browser
    finally:
        with _drivers_own_warnings():
            stack.close()


@contextmanager
def _drivers_own_warnings() -> Iterator[None]:
    """The drivers lean on what is going away, and leave sockets to the garbage collector: not ours to mend."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        warnings.simplefilter("ignore", ResourceWarning)
        yield
        gc.collect()


def _chromium(stack: ExitStack, folder: Path, downloads: Path, language: str) -> Browser:
    from selenium import webdriver

    options = webdriver.ChromeOptions()
    options.binary_location = str(shutil.which("chromium"))
    for flag in (
        "headless",
        "no-sandbox",
        "disable-gpu",
        "no-first-run",
        "disable-background-networking",
        "disable-component-update",
        "disable-sync",
        "window-size=1280,800",
        f"user-data-dir={folder / 'profile'}",
        f"lang={language}",
        f"accept-lang={language}",
    ):
        options.add_argument(f"--{flag}")
    options.add_experimental_option("prefs", {"download.default_directory": str(downloads)})
    service = webdriver.ChromeService(str(shutil.which("chromedriver")))
    driver = webdriver.Chrome(options=options, service=service)
    stack.callback(driver.quit)
    return Browser("chromium", driver, downloads)


def _firefox(stack: ExitStack, folder: Path, downloads: Path, language: str) -> Browser:
    from marionette_driver.marionette import Marionette

    preferences = {
        "intl.accept_languages": language,
        "browser.download.folderList": 2,
        "browser.download.dir": str(downloads),
        "browser.download.always_ask_before_handling_new_types": False,
    }
    driver = Marionette(
        bin=str(shutil.which("firefox-esr")),
        headless=True,
        port=0,
        prefs=preferences,
        workspace=str(folder),
        gecko_log=str(folder / "gecko.log"),
    )
    stack.callback(driver.cleanup)
    driver.start_session()
    return _Firefox("firefox", driver, downloads)


def _webkit(stack: ExitStack, folder: Path, downloads: Path, _language: str) -> Browser:
    # Its language is the machine's locale, and only English is always there.
    from selenium import webdriver

    display = stack.enter_context(_display())
    environment = {
        **os.environ,
        "DISPLAY": display,
        "HOME": str(folder),
        "XDG_CACHE_HOME": str(folder / "cache"),
        # Its own sandbox needs user namespaces, which containers lack; the page is ours.
        "WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS": "1",
    }
    options = webdriver.WebKitGTKOptions()
    options.binary_location = str(_WEBKIT)
    options.add_argument("--automation")
    service = webdriver.WebKitGTKService(str(shutil.which("WebKitWebDriver")), env=environment)
    driver = webdriver.WebKitGTK(options=options, service=service)
    stack.callback(driver.quit)
    return _WebKit("webkit", driver, downloads)


@contextmanager
def _display() -> Iterator[str]:
    """A virtual screen of its own."""
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1280x900x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, pass_fds=(write,), stderr=subprocess.DEVNULL) as screen:
        os.close(write)
        with os.fdopen(read) as number:
            display = number.readline().strip()
        try:
            yield f":{display}"
        finally:
            screen.terminate()
