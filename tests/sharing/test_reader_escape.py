"""Nothing leaves the page: every way out is tried from inside the frame, as a hostile script there would.

The driver runs what the policy would never let run. A control page without the protections shows that the same
tries do reach the server. What is counted is requests: engines may open a bare connection for a
preconnect or for a navigation that is then refused, without a byte in it.
"""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from tests.sharing import browsers
from tests.sharing.browsers import ENTER, Browser
from tests.sharing.reader_packages import bundle, entry, seal

pytestmark = pytest.mark.browser

_ADD = "const add = (name, set) => document.body.append(Object.assign(document.createElement(name), set));"
_LINK = (
    "const link = Object.assign(document.createElement('a'), {0}); document.body.append(link); link.click();"
)
_FORM = "const form = Object.assign(document.createElement('form'), {0}); document.body.append(form); form.submit();"
_IN_HEAD = "const element = Object.assign(document.createElement('{0}'), {1}); document.head.append(element);"

TRIES = {
    "fetch": "fetch(u + 'fetch', {mode: 'no-cors'}).catch(() => {})",
    "xhr": "const x = new XMLHttpRequest(); x.open('GET', u + 'xhr'); x.onerror = () => {}; x.send()",
    "websocket": "new WebSocket(u.replace('http', 'ws') + 'websocket')",
    "eventsource": "new EventSource(u + 'eventsource')",
    "beacon": "navigator.sendBeacon(u + 'beacon', 'x')",
    "image": _ADD + "add('img', {src: u + 'image'})",
    "style": "document.body.style.backgroundImage = 'url(' + u + 'style)'",
    "rule": "document.styleSheets[0].insertRule('body { background-image: url(' + u + 'rule) }')",
    "import": _IN_HEAD.format("style", "{textContent: '@import \"' + u + 'import\"'}"),
    "font": "new FontFace('x', 'url(' + u + 'font)').load().catch(() => {})",
    "script": _IN_HEAD.format("script", "{src: u + 'script'}"),
    "module": "import(u + 'module.js').catch(() => {})",
    "worker": "new Worker(URL.createObjectURL(new Blob(['fetch(\"' + u + 'worker\")'])))",
    "prefetch": _IN_HEAD.format("link", "{rel: 'prefetch', href: u + 'prefetch'}"),
    "preload": _IN_HEAD.format("link", "{rel: 'preload', as: 'image', href: u + 'preload'}"),
    "stylesheet": _IN_HEAD.format("link", "{rel: 'stylesheet', href: u + 'stylesheet'}"),
    "icon": _IN_HEAD.format("link", "{rel: 'icon', href: u + 'icon'}"),
    "frame": _ADD + "add('iframe', {src: u + 'frame'})",
    "object": _ADD + "add('object', {data: u + 'object'})",
    "video": _ADD + "add('video', {src: u + 'video', autoplay: true})",
    "form": _FORM.format("{action: u + 'form', method: 'post'}"),
    "form-top": _FORM.format("{action: u + 'form-top', target: '_top'}"),
    "link": _LINK.format("{href: u + 'link'}"),
    "link-top": _LINK.format("{href: u + 'link-top', target: '_top'}"),
    "link-new": _LINK.format("{href: u + 'link-new', target: '_blank'}"),
    "download": _LINK.format("{href: u + 'download', download: 'x'}"),
    "ping": _LINK.format("{href: '#', ping: u + 'ping'}"),
    "open": "window.open(u + 'open')",
    "top": "top.location = u + 'top'",
    "parent": "parent.location.href = u + 'parent'",
    "meta": _IN_HEAD.format("meta", "{httpEquiv: 'refresh', content: '0;url=' + u + 'meta'}"),
    "location": "location = u + 'location'",
    "webrtc": "new RTCPeerConnection({iceServers: [{urls: u.replace('http://', 'stun:').slice(0, -1)}]})",
}
# Enough of them to know that the server would have heard.
CONTROLS = {"fetch", "image", "script", "frame", "stylesheet"}


class Server:
    """Hears every request on the loopback interface, and answers none."""

    def __init__(self) -> None:
        self.heard: list[str] = []
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.address = f"http://127.0.0.1:{self._listener.getsockname()[1]}/"
        threading.Thread(target=self._listen, daemon=True).start()

    def close(self) -> None:
        self._listener.close()

    def _listen(self) -> None:
        with suppress(OSError):
            while True:
                connection, _ = self._listener.accept()
                threading.Thread(target=self._hear, args=(connection,), daemon=True).start()

    def _hear(self, connection: socket.socket) -> None:
        with connection, suppress(OSError):
            connection.settimeout(browsers.WAIT)
            line = connection.recv(4096).split(b"\r\n")[0].decode("latin-1")
            if line:
                self.heard.append(line)
                connection.sendall(b"HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n")


@pytest.fixture
def server() -> Iterator[Server]:
    running = Server()
    yield running
    running.close()


@pytest.fixture(scope="module", params=browsers.NEEDS)
def browser(request: pytest.FixtureRequest) -> Iterator[Browser]:
    with browsers.started(request.param) as started:
        yield started


@contextmanager
def _a_try_may_fail() -> Iterator[None]:
    """A way out may be shut by an exception, or take the frame's document away under the driver's feet."""
    try:
        yield
    except Exception as error:
        if not isinstance(error, browsers.driver_errors()):
            raise


def _try(browser: Browser, script: str, address: str) -> None:
    with _a_try_may_fail():
        browser.run(f"const u = arguments[0]; try {{ {script} }} catch {{}}", address)
    with _a_try_may_fail():
        # What was begun gets its turn before the next try.
        browser.run("return new Promise((done) => setTimeout(done, 100))")


def _is_there(browser: Browser) -> bool:
    with _a_try_may_fail():
        return browser.run("return document.querySelector('.record') !== null") is True
    return False


def test_no_request_leaves_the_page(browser: Browser, server: Server, tmp_path: Path) -> None:
    sealed = seal(bundle(entry("problem", "Asthme")))
    page = sealed.html(tmp_path)

    def opened() -> None:
        browser.open(page)
        browser.type("#answer", sealed.card() + ENTER)
        browser.find(".record")

    opened()
    for script in TRIES.values():
        _try(browser, script, server.address)
        if not _is_there(browser):
            opened()
    browser.outer()
    assert browser.run("return location.href") == page.as_uri()
    assert browser.windows() == 1
    # A last request of our own, after which all earlier ones have come.
    control = tmp_path / "control.html"
    control.write_text("<!DOCTYPE html><title>control</title><body>")
    browser.visit(control)
    for name in CONTROLS:
        browser.run(f"const u = arguments[0]; {TRIES[name]}", server.address)
    browsers.wait_for(lambda: len(server.heard) >= len(CONTROLS), "the control page's requests")
    assert {line.split()[1].lstrip("/") for line in server.heard} == CONTROLS


def test_the_frame_has_no_storage_and_no_way_to_the_shell(browser: Browser, tmp_path: Path) -> None:
    browser.open(seal(bundle()).html(tmp_path))
    for reach in ("localStorage.length", "sessionStorage.length", "parent.document.title"):
        assert browser.run(f"try {{ {reach}; return 'reached' }} catch (error) {{ return error.name }}") == (
            "SecurityError"
        )
    assert browser.run("return typeof RTCPeerConnection") == "undefined"
    fresh = "const f = document.createElement('iframe'); document.body.append(f); "
    assert (
        browser.run(fresh + "try { return typeof f.contentWindow.RTCPeerConnection } catch { return '' }")
        == ""
    )
