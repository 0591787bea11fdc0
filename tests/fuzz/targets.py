"""What may not happen, whatever a file holds: each reader gives items or a refusal, and does so soon."""

import io
import os
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from phr.errors import FormatError, PhrError
from phr.formats.archives.zipped import Budget, members
from phr.formats.fhir.drafts import to_draft
from phr.formats.fhir.items import Item
from phr.formats.fhir.references import references
from phr.formats.fhir.subjects import identity_of, subject_of
from phr.formats.sniff import Format
from storage.intake import Who, import_stream
from storage.keyslots import LEAST_COST
from storage.readers import ABOUT, PICTURES, READERS, WITH_CODES, format_of
from storage.vault import Vault, create
from tests.fuzz.seeds import formats

# Seconds of processor time that a small file may take.
SLOW = 2.0
Target = Callable[[bytes], None]


class Slow(AssertionError):
    """A small file took too long."""


def targets() -> dict[str, Target]:
    """One for each reader of the registry, by the name of its format."""
    return {form.value: _target(form) for form in formats()}


def _target(form: Format) -> Target:
    reader = _unpack if form is Format.ZIP else READERS.get(form) or WITH_CODES[form]

    def run(data: bytes) -> None:
        stream = io.BytesIO(data)
        with _soon():
            format_of(stream)
            stream.seek(0)
            _read(reader, stream)
            for more in (ABOUT.get(form), PICTURES.get(form)):
                if more:
                    more(stream)

    return run


def _read(reader: Callable[[BinaryIO], Iterator[Item]], stream: BinaryIO) -> None:
    with suppress(FormatError):
        for item in reader(stream):
            assert (item.resource is None) == bool(item.problem)
            if item.resource is not None:
                to_draft(item.resource)
                identity_of(item.resource)
                subject_of(item.resource)
                list(references(item.resource))


def _unpack(stream: BinaryIO) -> Iterator[Item]:
    for member in members(stream, Budget.of(len(stream.read()))):
        with member.open() as content:
            content.read()
    yield from ()


@contextmanager
def _soon() -> Iterator[None]:
    start = time.process_time()
    yield
    spent = time.process_time() - start
    if spent > SLOW:
        raise Slow(f"{spent:.1f} s")


@contextmanager
def intake() -> Iterator[Target]:
    """The whole way into a real vault, in a temporary folder: what the desktop does with a file."""
    with tempfile.TemporaryDirectory() as folder:
        before = os.environ.get("XDG_STATE_HOME")
        os.environ["XDG_STATE_HOME"] = str(Path(folder) / "state")
        try:
            with create(Path(folder) / "vault", "trois petits chats bleus", cost=LEAST_COST) as vault:
                yield lambda data: _take(vault, data)
        finally:
            if before is None:
                del os.environ["XDG_STATE_HOME"]
            else:
                os.environ["XDG_STATE_HOME"] = before


def _take(vault: Vault, data: bytes) -> None:
    with _soon(), suppress(PhrError):
        import_stream(vault, io.BytesIO(data), "file", who=Who(each=True))
