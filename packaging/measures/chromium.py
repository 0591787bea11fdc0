"""Debian's Chromium with an empty profile, as the tests start it."""

import shutil

from selenium import webdriver

_FLAGS = (
    "headless",
    "no-sandbox",
    "disable-gpu",
    "no-first-run",
    "disable-background-networking",
    "disable-component-update",
    "disable-sync",
)


def chromium() -> webdriver.Chrome:
    """A running browser; a context manager."""
    options = webdriver.ChromeOptions()
    options.binary_location = str(shutil.which("chromium"))
    for flag in _FLAGS:
        options.add_argument(f"--{flag}")
    return webdriver.Chrome(
        options=options, service=webdriver.ChromeService(str(shutil.which("chromedriver")))
    )
