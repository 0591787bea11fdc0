"""A window on a JSON text of any size: it grows until one value is whole, and forgets what was read.

The standard library's decoder does the parsing. Decimals are :func:`phr.formats.fhir.items.decimal`.
"""

import codecs
import json
import re
from collections.abc import Iterator
from typing import Any, BinaryIO, NoReturn

from phr.errors import FormatError
from phr.formats.fhir.items import decimal

_CHUNK = 1 << 18
# The last characters of a window may be a number, an escape or a literal cut in two.
_TOKEN = 64
_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SPACE = re.compile(r"[ \t\n\r]*")


def _constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is not JSON")


STRICT = json.JSONDecoder(parse_float=decimal, parse_constant=_constant)
# Finds where a value ends that the strict decoder refuses for one of its numbers.
_LENIENT = json.JSONDecoder(parse_float=str, parse_int=str, parse_constant=str)


def _skip(text: str, pos: int) -> int:
    """The place after white space."""
    found = _SPACE.match(text, pos)
    return found.end() if found else pos


class Window:
    """The part of a text that is being looked at: ``text[pos:]`` is still to be read.

    ``text`` changes with each call. All methods raise :class:`FormatError` where the text is no JSON.
    """

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        head = stream.read(_CHUNK)
        bom, encoding = next(((b, e) for b, e in _BOMS if head.startswith(b)), (b"", "utf-8"))
        self._decoder = codecs.getincrementaldecoder(encoding)("strict")
        self.text = ""
        self.pos = 0
        self._end = False
        self._line = 1
        self._column = 1
        self._add(head[len(bom) :])

    def _add(self, data: bytes) -> None:
        self._end = not data
        try:
            self.text = self.text[self.pos :] + self._decoder.decode(data, final=self._end)
        except UnicodeDecodeError as error:
            raise FormatError("not Unicode text", f"after {self.place(len(self.text))}") from error
        self.pos = 0

    def more(self) -> bool:
        """Drops what was read and reads on; the step doubles with what is held, so retries stay linear."""
        if self._end:
            return False
        self._line, self._column = self._at(self.pos)
        self._add(self._stream.read(max(_CHUNK, len(self.text) - self.pos)))
        return True

    def _at(self, pos: int) -> tuple[int, int]:
        lines = self.text.count("\n", 0, pos)
        if not lines:
            return self._line, self._column + pos
        return self._line + lines, pos - self.text.rfind("\n", 0, pos)

    def place(self, pos: int) -> str:
        """Line and column, counted from 1, of a position in ``text``."""
        line, column = self._at(pos)
        return f"line {line}, column {column}"

    def line(self) -> int:
        """The line of what comes next."""
        return self._at(self.pos)[0]

    def peek(self) -> str:
        """The next character that is not white space, "" at the end."""
        found = self.text[self.pos : self.pos + 1]
        if found > " ":
            return found
        while True:
            self.pos = _skip(self.text, self.pos)
            if self.pos < len(self.text) or not self.more():
                return self.text[self.pos : self.pos + 1]

    def take(self, wanted: str) -> str:
        """Passes one character of those wanted."""
        found = self.peek()
        if not found:
            raise FormatError("cut short", self.place(self.pos))
        if found not in wanted:
            raise FormatError(f"expected one of {wanted}", self.place(self.pos))
        self.pos += 1
        return found

    def value(self) -> tuple[Any, str, str]:
        """The next value, its text, and what is wrong with its numbers (the value is then None)."""
        self.peek()
        while True:
            try:
                value, end = STRICT.raw_decode(self.text, self.pos)
                problem = ""
            except json.JSONDecodeError as error:
                self._refill(error)
                continue
            except RecursionError as error:
                raise FormatError("nested too deep", self.place(self.pos)) from error
            except (ValueError, ArithmeticError):
                value, problem = None, "a number that is not JSON or out of bounds"
                try:
                    end = _LENIENT.raw_decode(self.text, self.pos)[1]
                except json.JSONDecodeError as error:
                    self._refill(error)
                    continue
            # A number that ends with the window may go on after it.
            if end == len(self.text) and self.more():
                continue
            text = self.text[self.pos : end]
            self.pos = end
            return value, text, problem

    def _refill(self, error: json.JSONDecodeError) -> None:
        """Reads on if the value was merely cut by the window's end."""
        seen = _skip(self.text, error.pos)
        cut = error.msg.startswith("Unterminated string") or len(self.text) - seen <= _TOKEN
        if not cut or not self.more():
            why = "cut short" if cut else error.msg
            raise FormatError(why, self.place(error.pos)) from None


def keys(window: Window) -> Iterator[str]:
    """The names of an object's members; whoever iterates reads each value before asking for the next name."""
    window.take("{")
    if window.peek() == "}":
        window.take("}")
    else:
        yield from more_keys(window)


def more_keys(window: Window) -> Iterator[str]:
    """The names that are left after a comma."""
    while True:
        if window.peek() != '"':
            raise FormatError("expected a name", window.place(window.pos))
        name, _, _ = window.value()
        window.take(":")
        yield name
        if window.take(",}") == "}":
            return


def elements(window: Window) -> Iterator[int]:
    """The indices of an array's elements; whoever iterates reads each element before asking for the next."""
    window.take("[")
    if window.peek() == "]":
        window.take("]")
        return
    index = 0
    while True:
        yield index
        index += 1
        if window.take(",]") == "]":
            return
