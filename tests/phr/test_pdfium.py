"""PDFium in its own process: what harms that process costs a document, never the program."""

import io
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phr.errors import FormatError
from phr.formats.certificates.read_pictures import read_pages
from phr.formats.pdf_lines import lines_of
from phr.formats.pdf_text import text_of
from phr.formats.pdfium import process
from phr.formats.pdfium.document import opened
from phr.formats.pdfium.messages import BadMessage, receive, send
from tests.pdfs import locked, pdf
from tests.processes import kill_pdfium, needs_proc, pdfium_of, processor
from tests.storage.hostile_binaries import forms_in_forms

LETTER = pdf([(72, 72, "Ordonnance")], [(72, 72, "Renouvellement")])
TEXT = "Ordonnance\nRenouvellement"


@pytest.mark.parametrize("deep", [6, 12])
def test_forms_in_forms_are_given_up(deep: int) -> None:
    data = forms_in_forms(10, deep)
    start = processor()
    assert text_of(data) == ""
    assert lines_of(data) == [[]]
    assert list(read_pages(io.BytesIO(data))) == []
    assert processor() - start < 4
    assert text_of(LETTER) == TEXT


@needs_proc
def test_one_process_for_all_files_and_a_new_one_after_a_crash() -> None:
    text_of(LETTER)
    first = pdfium_of(os.getpid())
    assert len(first) == 1
    for data in (LETTER, locked(), b"%PDF-1.7\n", LETTER):
        text_of(data)
    assert pdfium_of(os.getpid()) == first
    kill_pdfium()
    assert text_of(LETTER) == TEXT
    assert len(pdfium_of(os.getpid())) == 1
    assert pdfium_of(os.getpid()) != first


@needs_proc
def test_a_crash_in_between_ends_the_document_only() -> None:
    with opened(LETTER) as document:
        page = document.page(0)
        assert page.text() == "Ordonnance"
        kill_pdfium()
        for ask in (
            page.text,
            page.characters,
            lambda: page.drawn(10, 10, patience=1),
            lambda: document.page(1),
        ):
            with pytest.raises(FormatError):
                ask()
    assert text_of(LETTER) == TEXT


@needs_proc
def test_it_is_held_to_its_memory_and_writes_no_file() -> None:
    text_of(LETTER)
    (worker,) = pdfium_of(os.getpid())
    limits = Path(f"/proc/{worker}/limits").read_text().splitlines()
    held = {line[:26].strip(): line[26:].split()[:2] for line in limits}
    assert held["Max address space"] == [str(2 << 30)] * 2
    assert held["Max file size"] == held["Max core file size"] == ["0", "0"]


@needs_proc
def test_it_ends_with_the_program() -> None:
    program = (
        "import sys; from phr.formats.pdf_text import text_of;"
        f"text_of(sys.stdin.buffer.read({len(LETTER)})); print(1, flush=True); input()"
    )
    arguments = [sys.executable, "-c", program]
    with subprocess.Popen(arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as running:
        assert running.stdin
        assert running.stdout
        running.stdin.write(LETTER)
        running.stdin.flush()
        assert running.stdout.readline() == b"1\n"
        (worker,) = pdfium_of(running.pid)
        running.send_signal(signal.SIGKILL)
    until = time.monotonic() + 20
    while is_running(worker):
        assert time.monotonic() < until


def is_running(number: int) -> bool:
    try:
        return Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def test_without_a_pdf_it_is_never_started() -> None:
    program = (
        "import sys; import storage.intake, storage.proposals, phr.formats.certificates.read_pictures;"
        "from phr.formats.pdfium import document; sys.exit(document._process is not None or 'pypdfium2' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


def message(json: bytes, body: bytes = b"") -> bytes:
    return len(json).to_bytes(4) + len(body).to_bytes(4) + json + body


# What a worker that a file has taken over may answer: it is asked whether it is ready, then to open a file, then
# for its first page, and last for its pixels.
READY, PAGES = message(b"true"), message(b"2")
SIZE = message(b'{"width":10,"height":10,"upright":true}')
LIES = {
    "nothing": b"",
    "no message": b"\xff" * 100,
    "more than is allowed": READY + b"\xff" * 8,
    "pixels that were not asked for": READY + message(b"2", bytes(100)),
    "no JSON": READY + message(b"{{{"),
    "a text in place of a number": READY + message(b'"2"'),
    "pages less than none": READY + message(b"-1"),
    "a page of no size": READY + PAGES + message(b"{}"),
    "a page without end": READY + PAGES + message(b'{"width":1e99,"height":1,"upright":true}'),
    "fewer pixels": READY + PAGES + SIZE + message(b"true", bytes(399)),
    "more pixels": READY + PAGES + SIZE + message(b"true", bytes(401)),
}


@pytest.mark.parametrize("name", LIES)
def test_what_it_answers_is_not_trusted(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    liar = f"import sys; sys.stdout.buffer.write({LIES[name]!r}); sys.stdout.flush()"
    liar += "; sys.stdin.buffer.read()" if LIES[name] else ""
    kill_pdfium()
    with monkeypatch.context() as patch:
        patch.setattr(process, "command", lambda: [sys.executable, "-c", liar])
        with pytest.raises(FormatError), opened(LETTER) as document:
            document.page(0).drawn(10, 10, patience=0.1)
    assert text_of(LETTER) == TEXT


@given(st.binary(max_size=40))
def test_any_bytes_are_a_message_or_none(data: bytes) -> None:
    try:
        json, body = receive(io.BytesIO(data), 1000)
    except BadMessage:
        return
    again = io.BytesIO()
    send(again, json, body)
    assert data.startswith(again.getvalue())
