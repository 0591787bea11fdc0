"""FHIR JSON to items: a Bundle of any size, a single resource, NDJSON.

A Bundle is read entry by entry: no more is held than a chunk of the file and the resource being read. The
standard library's decoder does the parsing; what is added here is a window of text that grows until one value
is whole.
"""

import codecs
import json
import re
from collections.abc import Iterator
from typing import Any, BinaryIO, NoReturn

from phr.errors import FormatError
from phr.formats.fhir.items import Item, decimal
from phr.formats.fhir.write import dumps

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
# How nearly every entry begins, found in one step.
_USUAL = re.compile(
    r'\{[ \t\n\r]*(?:"fullUrl"[ \t\n\r]*:[ \t\n\r]*"([^"\\\x00-\x1f]*)"[ \t\n\r]*,[ \t\n\r]*)?'
    r'"resource"[ \t\n\r]*:[ \t\n\r]*'
)
_SPACE = re.compile(r"[ \t\n\r]*")


def read_json(stream: BinaryIO) -> Iterator[Item]:
    """The resources of a Bundle one by one, or the file's one resource (or several, one after another).

    ``stream`` is seekable. A Bundle inside a Bundle is one item. Raises :class:`FormatError` with the line
    and column, perhaps after some items, when the text is not UTF-8, -16 or -32, not JSON, cut short or
    nested too deep. A resource that is JSON but no FHIR resource is an item with a problem.
    """
    start = stream.tell()
    bundle = _type_of_top(_Window(stream)) == "Bundle"
    stream.seek(start)
    window = _Window(stream)
    if bundle:
        yield from _bundle(window)
    else:
        yield from _resources(window)


def read_ndjson(stream: BinaryIO) -> Iterator[Item]:
    """One item for each line that is not blank; a line that is no resource is an item with a problem."""
    for number, line in enumerate(stream, 1):
        raw = line.removeprefix(codecs.BOM_UTF8).strip() if number == 1 else line.strip()
        if not raw:
            continue
        where = f"line {number}"
        try:
            value = _STRICT.decode(raw.decode())
        except RecursionError:
            yield Item(where, raw, None, problem="nested too deep")
        except (ValueError, ArithmeticError):
            yield Item(where, raw, None, problem="not JSON in UTF-8, or a number out of bounds")
        else:
            yield _item(where, raw, value)


def _constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is not JSON")


_STRICT = json.JSONDecoder(parse_float=decimal, parse_constant=_constant)
# Finds where a value ends that the strict decoder refuses for one of its numbers.
_LENIENT = json.JSONDecoder(parse_float=str, parse_int=str, parse_constant=str)


def _skip(text: str, pos: int) -> int:
    """The place after white space."""
    found = _SPACE.match(text, pos)
    return found.end() if found else pos


class _Window:
    """The part of a text that is being looked at: ``text[pos:]`` is still to be read."""

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
        line, column = self._at(pos)
        return f"line {line}, column {column}"

    def line(self) -> int:
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
                value, end = _STRICT.raw_decode(self.text, self.pos)
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


def _keys(window: _Window) -> Iterator[str]:
    """The names of an object's members; whoever iterates reads each value before asking for the next name."""
    window.take("{")
    if window.peek() == "}":
        window.take("}")
    else:
        yield from _more_keys(window)


def _more_keys(window: _Window) -> Iterator[str]:
    """The names that are left after a comma."""
    while True:
        if window.peek() != '"':
            raise FormatError("expected a name", window.place(window.pos))
        name, _, _ = window.value()
        window.take(":")
        yield name
        if window.take(",}") == "}":
            return


def _elements(window: _Window) -> Iterator[int]:
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


def _type_of_top(window: _Window) -> str:
    """The resourceType of the outermost object, usually its first member."""
    if window.peek() != "{":
        raise FormatError("not a JSON object", window.place(window.pos))
    for name in _keys(window):
        if name == "entry" and window.peek() == "[":
            for _ in _elements(window):
                window.value()
        else:
            value, _, _ = window.value()
            if name == "resourceType":
                return value if isinstance(value, str) else ""
    return ""


def _resources(window: _Window) -> Iterator[Item]:
    where = ""
    while window.peek():
        if where and window.peek() != "{":
            raise FormatError("something after the resource", window.place(window.pos))
        value, text, problem = window.value()
        yield _item(where, text.encode(), value, problem)
        window.peek()
        where = f"line {window.line()}"


def _bundle(window: _Window) -> Iterator[Item]:
    for name in _keys(window):
        if name != "entry" or window.peek() != "[":
            window.value()
            continue
        for index in _elements(window):
            item = _entry(window, f"entry[{index}]")
            if item is not None:
                yield item
    if window.peek():
        raise FormatError("something after the Bundle", window.place(window.pos))


def _entry(window: _Window, where: str) -> Item | None:
    """One element of ``Bundle.entry``: None without a resource."""
    if window.peek() != "{":
        _, text, _ = window.value()
        return Item(where, text.encode(), None, problem="not an object")
    item = None
    full_url: Any = ""
    marks: dict[str, Any] = {}
    usual = _USUAL.match(window.text, window.pos)
    if usual:
        full_url = usual[1] or ""
        window.pos = usual.end()
        value, text, problem = window.value()
        item = _item(where, text.encode(), value, problem)
        names = _more_keys(window) if window.take(",}") == "," else iter(())
    else:
        names = _keys(window)
    for name in names:
        value, text, problem = window.value()
        if name == "resource":
            item = _item(where, text.encode(), value, problem)
        elif name == "fullUrl":
            full_url = value
        elif name == "extension":
            marks = _marks(value)
    if item is not None:
        item.full_url = full_url if isinstance(full_url, str) else ""
        item.marks = marks
    return item


def _item(where: str, raw: bytes, value: Any, problem: str = "") -> Item:
    if problem:
        return Item(where, raw, None, problem=problem)
    if not isinstance(value, dict):
        return Item(where, raw, None, problem="not an object")
    kind = value.get("resourceType")
    if not isinstance(kind, str) or not kind:
        return Item(where, raw, None, problem="no resourceType")
    if b"\\ud" in raw or b"\\uD" in raw:
        try:
            dumps(value)
        except UnicodeEncodeError:
            return Item(where, raw, None, problem="half a character (a lone surrogate)")
    return Item(where, raw, value)


def _marks(extensions: Any) -> dict[str, Any]:
    """What our own export says beside a resource."""
    marks: dict[str, Any] = {}
    for extension in extensions if isinstance(extensions, list) else ():
        if not isinstance(extension, dict):
            continue
        text, flag = extension.get("valueString"), extension.get("valueBoolean")
        match extension.get("url"):
            case "urn:phr:label" if isinstance(text, str):
                marks.setdefault("labels", []).append(text)
            case "urn:phr:source" if isinstance(text, str):
                marks["source"] = text
            case "urn:phr:hidden" if isinstance(flag, bool):
                marks["hidden"] = flag
    return marks
