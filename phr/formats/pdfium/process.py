"""The process that runs PDFium, seen from the program: one question at a time, each with a time limit.

Each question says how long it may keep the processor, and the process ends itself after that; so a busy computer does
not make a document unreadable. One that does not, taken over or stuck, is ended from here.
"""

import subprocess
import sys
from contextlib import suppress
from threading import Timer
from typing import IO, TypeVar

import msgspec

from phr.formats.pdfium.messages import BadMessage, Ready, Request, receive, send

_T = TypeVar("_T")
# Seconds of the processor for Python and PDFium to be loaded.
_STARTING = 6.0
# Seconds that may go by for each second of the processor, and a few for the pipe.
_SLOWNESS, _MARGIN = 4.0, 1.0
# Bytes that wait in a pipe (Linux only): pixels come by the megabyte.
_PIPE = 1 << 20
if sys.platform == "win32":
    _WITHOUT_WINDOW = subprocess.CREATE_NO_WINDOW
else:
    _WITHOUT_WINDOW = 0


class Gone(Exception):
    """The process ended, was ended for its slowness, or said what it may not say. What it had open is lost."""


def command() -> list[str]:
    """What starts it; ``-P`` so that no module of the current folder is taken for ours."""
    return [sys.executable, "-P", "-m", "phr.formats.pdfium.worker"]


class Process:
    """One process. It ends by itself when its standard input does, thus with the program. Raises :class:`Gone`."""

    def __init__(self) -> None:
        try:
            self._process = subprocess.Popen(  # noqa: S603 - this program's own module, nothing of a file
                command(),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,  # what a failure would print could hold health data
                pipesize=_PIPE,
                creationflags=_WITHOUT_WINDOW,
            )
        except OSError as error:
            raise Gone from error
        self.ask(Ready(seconds=_STARTING), bool)

    @property
    def is_running(self) -> bool:
        """Whether it can be asked."""
        return self._process.poll() is None

    def ask(
        self, request: Request, kind: type[_T], *, body: bytes = b"", most: int = 0
    ) -> tuple[_T | None, bytes]:
        """The answer and the bytes behind it, ``most`` at most; None for what cannot be read.

        Without an answer in time, and for one that is not as it must be, it is ended: :class:`Gone`.
        """
        if not self.is_running:
            self.end()
            raise Gone
        limit = Timer(_SLOWNESS * request.seconds + _MARGIN, self._process.kill)
        limit.daemon = True
        limit.start()
        try:
            send(_pipe(self._process.stdin), msgspec.json.encode(request), body)
            answer, rest = receive(_pipe(self._process.stdout), most)
            return msgspec.json.decode(answer, type=kind | None), rest
        except (OSError, BadMessage, msgspec.DecodeError) as error:
            self.end()
            raise Gone from error
        except BaseException:
            # An interrupt in between: what comes next would be the answer to something else.
            self.end()
            raise
        finally:
            limit.cancel()

    def end(self) -> None:
        """End it now, whatever it does."""
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            with suppress(OSError):  # what was still to be written
                _pipe(pipe).close()


def _pipe(stream: IO[bytes] | None) -> IO[bytes]:
    if stream is None:
        raise TypeError("both are pipes")
    return stream
